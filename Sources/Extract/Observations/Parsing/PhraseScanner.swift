import Lexicon

/// Looks for cue words at the ends of stretches of a text.
///
/// A class, because every reader of a clause passes it on; nothing in it changes.
final class PhraseScanner {
  let text: UnsafeBufferPointer<UInt8>
  let cues: Cues
  let indicators: Indicators
  let words: WordClasses

  init(text: UnsafeBufferPointer<UInt8>, lexicon: FigureLexicon) {
    self.text = text
    cues = lexicon.cues
    indicators = lexicon.indicators
    words = lexicon.words
  }

  // MARK: Words by their class

  /// Where the longest word of a class that begins at `start` ends.
  @inline(__always)
  func word(_ kind: WordClass, at start: Int, to end: Int) -> Int? {
    words.end(of: kind, in: text, from: start, to: end)
  }

  /// Where the longest word of a class that ends at `end` begins.
  @inline(__always)
  func word(_ kind: WordClass, endingAt end: Int, from start: Int) -> Int? {
    words.start(of: kind, in: text, endingAt: end, from: start)
  }

  func starts(_ range: Range<Int>, with kind: WordClass) -> Bool {
    word(kind, at: range.lowerBound, to: range.upperBound) != nil
  }

  func ends(_ range: Range<Int>, with kind: WordClass) -> Bool {
    word(kind, endingAt: range.upperBound, from: range.lowerBound) != nil
  }

  func covers(_ range: Range<Int>, _ kind: WordClass) -> Bool {
    word(kind, at: range.lowerBound, to: range.upperBound) == range.upperBound
  }

  /// The first place of the first word of a class, in the order of its file, that stands in a range.
  func findInOrder(_ kind: WordClass, in range: Range<Int>) -> Range<Int>? {
    guard find(kind, in: range) != nil else { return nil }
    for word in words.all(kind) {
      var position = range.lowerBound
      while position + word.count <= range.upperBound {
        if text[position] == word[0], text[position..<(position + word.count)].elementsEqual(word) {
          return position..<(position + word.count)
        }
        position = next(position, range.upperBound)
      }
    }
    return nil
  }

  /// The first word of a class in a range.
  func find(_ kind: WordClass, in range: Range<Int>) -> Range<Int>? {
    words.first(of: kind, in: text, range)
  }

  // MARK: Cues and indicators

  @inline(__always)
  func cue(_ mask: Cues.Parts, at start: Int, to end: Int) -> (end: Int, parts: Cues.Parts)? {
    cues.mayBegin(mask, in: text, at: start, to: end) ? longestCue(mask, at: start, to: end) : nil
  }

  @inline(__always)
  func cue(_ mask: Cues.Parts, endingAt end: Int, from start: Int) -> (start: Int, parts: Cues.Parts)? {
    cues.mayEnd(mask, in: text, at: end, from: start) ? longestCue(mask, endingAt: end, from: start) : nil
  }

  @inline(never)
  private func longestCue(_ mask: Cues.Parts, at start: Int, to end: Int) -> (end: Int, parts: Cues.Parts)? {
    cues.forwards.longest(in: text, from: start, to: end) { !cues.parts[Int($0)].isDisjoint(with: mask) }
      .map { ($0.end, cues.parts[Int($0.value)]) }
  }

  @inline(never)
  private func longestCue(_ mask: Cues.Parts, endingAt end: Int, from start: Int) -> (start: Int, parts: Cues.Parts)? {
    cues.backwards.longest(in: text, endingAt: end, from: start) { !cues.parts[Int($0)].isDisjoint(with: mask) }
      .map { ($0.start, cues.parts[Int($0.value)]) }
  }

  /// Whether the name of an indicator covers exactly the range.
  func isIndicator(_ range: Range<Int>) -> Bool {
    let range = withoutBracket(range)
    return !range.isEmpty && indicatorEnd(at: range.lowerBound, to: range.upperBound) == range.upperBound
  }

  /// 地区生产总值(GDP), 固定资产投资(不含农户)
  private func withoutBracket(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 2, text[range.upperBound - 1] == UInt8(ascii: ")") else { return range }
    var open = range.upperBound - 2
    while open > range.lowerBound, text[open] != UInt8(ascii: "(") { open -= 1 }
    return open > range.lowerBound ? range.lowerBound..<open : range
  }

  /// Where the indicator that begins at `start` ends.
  @inline(__always)
  func indicatorEnd(at start: Int, to end: Int) -> Int? {
    indicators.trie.mayBegin(in: text, at: start, to: end) ? longestIndicator(at: start, to: end) : nil
  }

  @inline(never)
  private func longestIndicator(at start: Int, to end: Int) -> Int? {
    indicators.trie.longest(in: text, from: start, to: end)?.end
  }

  func has(_ word: StaticString, at position: Int, to end: Int) -> Bool {
    text.has(word, at: position, to: end)
  }

  func ends(_ range: Range<Int>, with word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    return range.count >= count && has(word, at: range.upperBound - count, to: range.upperBound)
  }

  func starts(_ range: Range<Int>, with word: StaticString) -> Bool {
    has(word, at: range.lowerBound, to: range.upperBound)
  }

  /// Whether the word is the whole of the range.
  func covers(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && has(word, at: range.lowerBound, to: range.upperBound)
  }

  /// Where a word first stands.
  func find(_ word: StaticString, in range: Range<Int>) -> Int? {
    text.first(word, from: range.lowerBound, to: range.upperBound)
  }

  /// Whether a Han character stands in a range: one plain pass, which the compiler makes of wide instructions.
  func holds(_ character: CodePoint, in range: Range<Int>) -> Bool {
    guard range.count >= 3 else { return false }
    let (first, second) = (
      UInt8(truncatingIfNeeded: 0xE0 | character.value >> 12),
      UInt8(truncatingIfNeeded: 0x80 | character.value >> 6 & 0x3F)
    )
    let third = UInt8(truncatingIfNeeded: 0x80 | character.value & 0x3F)
    var found: UInt8 = 0
    for position in range.lowerBound..<(range.upperBound - 2) {
      found |=
        (text[position] == first ? 1 : 0) & (text[position + 1] == second ? 1 : 0)
        & (text[position + 2] == third ? 1 : 0)
    }
    return found != 0
  }

  func scalar(at position: Int, to end: Int) -> CodePoint {
    position < end ? CodePoint.at(position, in: text, end: end).scalar : .none
  }

  func scalar(before position: Int, from start: Int) -> CodePoint {
    position > start ? CodePoint.before(position, in: text, start: start).scalar : .none
  }

  /// The start of the next code point.
  @inline(__always)
  func next(_ position: Int, _ end: Int) -> Int {
    position + CodePoint.at(position, in: text, end: end).length
  }

  func bytes(_ range: Range<Int>) -> [UInt8] {
    Array(text[range])
  }

  /// Without marks and conjunctions at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let (scalar, length) = CodePoint.at(start, in: text, end: end)
      guard Self.isMark(scalar) else { break }
      start += length
    }
    while start < end {
      let (scalar, length) = CodePoint.before(end, in: text, start: start)
      guard Self.isMark(scalar) else { break }
      end -= length
    }
    return start..<end
  }

  static func isMark(_ scalar: CodePoint) -> Bool {
    if scalar.isHan { return false }
    return switch scalar {
    case "①"..."⑳", "★", "●", "〔", "〕": true
    case " ", ",", ":", ";", ".", "、", "。", "，", "：", "；", "—", "-", "!", "！": true
    default: false
    }
  }
}
