/// Cuts a paragraph of normalized text into sentences.
///
/// A sentence ends behind 。, !, ? or a point between Han words, closing quotes and brackets included; never inside brackets or quotes that close
/// again soon, because what stands there belongs to the sentence around it.
struct SentenceSplitter {
  let text: UnsafeBufferPointer<UInt8>

  /// How far a bracket or a quote is followed to its end, in bytes.
  private static let reach = 240

  /// Calls `body` with each sentence: ascending and disjoint ranges that together cover `range` but for white space.
  func forEach(in range: Range<Int>, _ body: (Range<Int>) -> Void) {
    var start = range.lowerBound
    while let (sentence, end) = next(from: start, in: range) {
      body(sentence)
      start = end
    }
  }

  /// The sentence of a paragraph at `start` or behind it, and where the one after it begins.
  func next(from start: Int, in range: Range<Int>) -> (sentence: Range<Int>, end: Int)? {
    var start = start
    while start < range.upperBound {
      let end = end(from: start, in: range)
      let sentence = trimmed(start..<end)
      if !sentence.isEmpty { return (sentence, end) }
      start = end
    }
    return nil
  }

  /// Where the sentence that begins at `start` ends.
  private func end(from start: Int, in range: Range<Int>) -> Int {
    var offset = start
    var openQuote = false
    var brackets = 0
    while true {
      // Most of the text is of three bytes a character.
      while offset < range.upperBound &- 2, text[offset] >= 0xE4, text[offset &+ 1] >= 0x80, text[offset &+ 2] >= 0x80 {
        offset &+= 3
      }
      guard offset < range.upperBound else { return range.upperBound }
      switch text[offset] {
      case UInt8(ascii: "\""):
        openQuote.toggle()
        offset += 1
      case UInt8(ascii: "("):
        brackets += closes(UInt8(ascii: ")"), from: offset + 1, in: range) ? 1 : 0
        offset += 1
      case UInt8(ascii: ")"):
        brackets = max(0, brackets - 1)
        offset += 1
      case 0xE3, UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "."):
        guard let length = stop(at: offset, in: range) else {
          offset += 1
          continue
        }
        var end = offset + length
        while let next = stop(at: end, in: range) { end += next }
        while let next = closer(at: end, in: range, openQuote: openQuote) {
          if text[end] == UInt8(ascii: "\"") { openQuote = false }
          if text[end] == UInt8(ascii: ")") { brackets = max(0, brackets - 1) }
          end += next
        }
        offset = end
        if brackets > 0 { continue }
        if openQuote, closes(UInt8(ascii: "\""), from: end, in: range) { continue }
        return end
      default:
        offset += 1
      }
    }
  }

  /// The length of a mark that ends a sentence; the "?" and "!" of a URL or of Latin text end none.
  private func stop(at offset: Int, in range: Range<Int>) -> Int? {
    guard offset < range.upperBound else { return nil }
    switch text[offset] {
    case 0xE3:
      return offset + 3 <= range.upperBound && text[offset + 1] == 0x80 && text[offset + 2] == 0x82 ? 3 : nil
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      return offset + 1 < range.upperBound && isAlphanumeric(text[offset + 1]) ? nil : 1
    case UInt8(ascii: "."):
      return isFullStop(offset, in: range) ? 1 : nil
    default:
      return nil
    }
  }

  /// A point between two Han words, or behind a unit: some pages print no other full stop.
  private func isFullStop(_ offset: Int, in range: Range<Int>) -> Bool {
    guard offset - 3 >= range.lowerBound, offset + 4 <= range.upperBound else { return false }
    let before = text[offset - 1]
    guard before >= 0x80 || before == UInt8(ascii: "%") || before == UInt8(ascii: ")") else { return false }
    // 一.加快发展 is a number of a heading.
    guard offset - range.lowerBound > 12 else { return false }
    return (0xE4...0xE9).contains(text[offset + 1])
  }

  private func closer(at offset: Int, in range: Range<Int>, openQuote: Bool) -> Int? {
    guard offset < range.upperBound else { return nil }
    switch text[offset] {
    case UInt8(ascii: "\""): return openQuote ? 1 : nil
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return 1
    case 0xE3:
      guard offset + 3 <= range.upperBound, text[offset + 1] == 0x80 else { return nil }
      // 》 」 』 】 〕
      return [0x8B, 0x8D, 0x8F, 0x91, 0x95].contains(text[offset + 2]) ? 3 : nil
    default: return nil
    }
  }

  private func closes(_ mark: UInt8, from offset: Int, in range: Range<Int>) -> Bool {
    text[offset..<min(range.upperBound, offset + Self.reach)].contains(mark)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, text[low] == UInt8(ascii: " ") { low += 1 }
    while high > low, text[high - 1] == UInt8(ascii: " ") { high -= 1 }
    return low..<high
  }
}
