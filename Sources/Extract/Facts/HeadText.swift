import Documents
import Lexicon

/// What stands before a report begins, as one line: the title, the meeting, the speaker. Lines that the print wraps are
/// whole again, and where each began is remembered.
struct HeadText {
  /// Normal form, without line breaks.
  private(set) var bytes: [UInt8] = []
  /// Where lines begin, ascending.
  private(set) var lineStarts: [Int] = []
  /// From the salutation on, or from the first long paragraph: what the speaker says first.
  private(set) var opening: [UInt8] = []
  /// Whether somebody is addressed ("各位代表").
  private(set) var hasSalutation = false

  /// How many bytes of the opening are read.
  private static let openingReach = 1200
  /// How many lines a head has at most.
  private static let longestHead = 24
  /// A line of more bytes is prose.
  private static let longestLine = 300

  init(_ text: NormalText) {
    let all = text.text.bytes
    for paragraph in text.paragraphs.prefix(Self.longestHead) {
      if let section = paragraph.section, text.sections[section].range.lowerBound == paragraph.range.lowerBound,
        !text.sections[section].number.isEmpty
      {
        addOpening(from: paragraph.range.lowerBound, in: all)
        return
      }
      let line = all[paragraph.range]
      if let salutation = Self.salutation(in: line) {
        hasSalutation = true
        if salutation > line.startIndex, salutation - line.startIndex <= Self.longestLine { add(line[..<salutation]) }
        addOpening(from: salutation, in: all)
        return
      }
      if line.count > Self.longestLine {
        addOpening(from: paragraph.range.lowerBound, in: all)
        return
      }
      add(line)
    }
    addOpening(from: text.paragraphs.prefix(Self.longestHead).last?.range.upperBound ?? 0, in: all)
  }

  var lines: [ArraySlice<UInt8>] {
    lineStarts.indices.map { bytes[lineStarts[$0]..<end(ofLine: $0)] }
  }

  func end(ofLine line: Int) -> Int {
    line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
  }

  /// Where the line that holds `offset` ends.
  func lineEnd(after offset: Int) -> Int {
    lineStarts.first { $0 > offset } ?? bytes.count
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    lineStarts.append(bytes.count)
    bytes.append(contentsOf: line)
  }

  private mutating func addOpening(from start: Int, in text: [UInt8]) {
    opening = Array(text[start..<min(text.count, start + Self.openingReach)])
    while let last = opening.last, last & 0xC0 == 0x80 || last >= 0xC0, opening.count == Self.openingReach {
      // The last character may be cut: leave it out.
      opening.removeLast()
      if last >= 0xC0 { break }
    }
  }

  /// Where somebody is addressed: "各位代表:", "主任、各位副主任、秘书长、各位委员:".
  private static func salutation(in line: ArraySlice<UInt8>) -> Int? {
    for words in salutations {
      guard let at = line.firstRange(of: words) else { continue }
      let rest = line[at.upperBound...].prefix(90)
      if rest.contains(UInt8(ascii: ":")) || rest.isEmpty || rest.first == UInt8(ascii: ",")
        || rest.first == UInt8(ascii: "!")
      {
        return at.lowerBound
      }
    }
    return nil
  }

  private static let salutations = [
    "各位代表", "主任、各位副主任", "各位主任", "主任、副主任", "各位委员", "主任,各位副主任", "同志们:", "各位领导",
  ].map { Array($0.utf8) }
}

extension Collection where Element == UInt8, Index == Int {
  /// Where `words` stand first.
  func firstRange(of words: [UInt8]) -> Range<Int>? {
    words.withUnsafeBufferPointer { firstRange(of: $0) }
  }

  func firstRange(of words: StaticString) -> Range<Int>? {
    firstRange(of: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }

  private func firstRange(of words: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let found = withContiguousStorageIfAvailable { $0.first(words) }
    return found.flatMap { $0 }.map { (startIndex + $0)..<(startIndex + $0 + words.count) }
  }

  func contains(_ words: StaticString) -> Bool {
    firstRange(of: words) != nil
  }
}

extension [UInt8] {
  /// How often `words` stand, none inside another.
  ///
  /// - Parameter most: where counting ends.
  func count(of words: [UInt8], most: Int = .max) -> Int {
    words.withUnsafeBufferPointer { words in
      withUnsafeBufferPointer { text in
        var count = 0
        var offset = 0
        while count < most, let found = text.first(words, from: offset) {
          count += 1
          offset = found + words.count
        }
        return count
      }
    }
  }

  func count(of words: StaticString) -> Int {
    count(of: Array(UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)))
  }
}

extension Collection where Element == UInt8 {
  func starts(with words: StaticString) -> Bool {
    starts(with: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }
}

extension ArraySlice<UInt8> {
  func hasSuffix(_ words: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    return count >= wanted.count && suffix(wanted.count).elementsEqual(wanted)
  }

  var string: String { String(decoding: self, as: UTF8.self) }
}
