#if canImport(Glibc)
  internal import Glibc
#endif

/// Takes markup apart into what is kept and what is cut. It does not understand the page; it only knows where comments,
/// scripts and tags end, as browsers do.
struct MarkupScanner {
  enum Piece {
    case copy(Range<Int>)
    /// In place of something that was cut between two words.
    case space
    /// From `<` to behind `>`.
    case tag(Range<Int>)
    case linkedData(Range<Int>)
    case properties(Range<Int>)
  }

  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0
  private(set) var endedOpen = false
  private let hasZeros: Bool
  private var lacksSVGEnd = false

  init(text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    hasZeros = text.contains(0)
  }

  mutating func nextPiece() -> Piece? {
    while index < text.count {
      let start = index
      guard text[index] == UInt8(ascii: "<") else {
        index = find(UInt8(ascii: "<"), from: index) ?? text.count
        if hasZeros, let zero = find(0, from: start), zero < index {
          // libxml2 takes a zero for the end.
          index = zero
          if zero > start { return .copy(start..<zero) }
          index = zero + 1
          return .space
        }
        return .copy(start..<index)
      }
      guard index + 1 < text.count else {
        index = text.count
        endedOpen = true
        return nil
      }
      switch text[index + 1] {
      case UInt8(ascii: "!"): if let piece = declaration() { return piece }
      case UInt8(ascii: "?"): index = (find(UInt8(ascii: ">"), from: index) ?? text.count - 1) + 1
      case UInt8(ascii: "/"):
        if index + 2 < text.count, isLetter(text[index + 2]) {
          if let end = tagEnd(from: index + 2) {
            index = end
            // An end tag has no attributes; whatever stands there goes.
            return .tag(start..<end)
          }
          return nil
        }
        index = (find(UInt8(ascii: ">"), from: index) ?? text.count - 1) + 1
      case let byte where isLetter(byte):
        guard let end = tagEnd(from: index + 1) else { return nil }
        index = end
        if let piece = skipRaw(tag: start..<end) { return piece }
        if isCut(start..<end) { continue }
        return .tag(start..<end)
      default:
        // A loose "<" is text; the parser must not take it for a tag.
        index += 1
        return .copy(start..<index)
      }
    }
    return nil
  }

  /// `<!--...-->`, `<!DOCTYPE>`, `<![endif]>`.
  private mutating func declaration() -> Piece? {
    guard matches("<!--") else {
      index = (find(UInt8(ascii: ">"), from: index) ?? text.count - 1) + 1
      return nil
    }
    let start = index + 4
    // `<!-->` and `<!--->` are whole comments.
    if start < text.count, text[start] == UInt8(ascii: ">") {
      index = start + 1
      return nil
    }
    if start + 1 < text.count, text[start] == UInt8(ascii: "-"), text[start + 1] == UInt8(ascii: ">") {
      index = start + 2
      return nil
    }
    var at = start
    while let dash = find(UInt8(ascii: "-"), from: at) {
      guard dash + 1 < text.count, text[dash + 1] == UInt8(ascii: "-") else {
        at = dash + 1
        continue
      }
      var end = dash + 2
      if end < text.count, text[end] == UInt8(ascii: "!") { end += 1 }
      if end < text.count, text[end] == UInt8(ascii: ">") {
        let content = start..<dash
        index = end + 1
        return content.count > 11 && matches("enpproperty", at: start) ? .properties(content) : nil
      }
      at = dash + 1
    }
    endedOpen = true
    // Browsers take all the rest for a comment; a page that was cut and glued loses its body that way.
    index = find(UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? text.count
    return nil
  }

  /// Behind the tag of a script, a style or a drawing: goes on behind its end.
  private mutating func skipRaw(tag: Range<Int>) -> Piece? {
    for name in Self.rawNames where isNamed(name, tag) {
      let content = index
      if text[tag.upperBound - 2] == UInt8(ascii: "/"), name == "svg" { return .space }
      let lacksEnd = name == "svg" && lacksSVGEnd
      guard !lacksEnd, let close = closing(name, from: index) else {
        // Nothing closes it.
        if name == "svg" {
          // No other will be closed either: they are not looked for again.
          lacksSVGEnd = true
          return .space
        }
        endedOpen = true
        index = text.count
        return .space
      }
      index = tagEnd(from: close + 2) ?? text.count
      if name == "script", contains("ld+json", in: tag) { return .linkedData(content..<close) }
      return name == "svg" ? .space : .copy(index..<index)
    }
    return nil
  }

  private static let rawNames = ["script", "style", "svg"]

  /// Tags that leave nothing behind: they are read nowhere, and the parser would take them for blocks.
  private func isCut(_ tag: Range<Int>) -> Bool {
    isNamed("link", tag) && !contains("canonical", in: tag)
  }

  private func closing(_ name: String, from start: Int) -> Int? {
    var at = start
    while let open = find(UInt8(ascii: "<"), from: at) {
      if open + 2 + name.utf8.count <= text.count, text[open + 1] == UInt8(ascii: "/"), matches(name, at: open + 2) {
        let end = open + 2 + name.utf8.count
        if end == text.count || !isLetter(text[end]) { return open }
      }
      at = open + 1
    }
    return nil
  }

  /// Behind the `>` that ends the tag; quotes hide a `>`. `nil` at the end of the text, which is then passed.
  private mutating func tagEnd(from start: Int) -> Int? {
    var at = start
    while at < text.count {
      switch text[at] {
      case UInt8(ascii: ">"): return at + 1
      case UInt8(ascii: "="):
        at += 1
        while at < text.count, text[at] <= 0x20 { at += 1 }
        guard at < text.count, text[at] == UInt8(ascii: "\"") || text[at] == UInt8(ascii: "'") else { continue }
        guard let close = find(text[at], from: at + 1) else {
          // A quote that nothing closes: the tag ends at the next ">".
          return find(UInt8(ascii: ">"), from: at).map { $0 + 1 } ?? end()
        }
        at = close + 1
      default: at += 1
      }
    }
    return end()
  }

  private mutating func end() -> Int? {
    endedOpen = true
    index = text.count
    return nil
  }

  private func isNamed(_ name: String, _ tag: Range<Int>) -> Bool {
    let end = tag.lowerBound + 1 + name.utf8.count
    return end < tag.upperBound && matches(name, at: tag.lowerBound + 1) && !isName(text[end])
  }

  private func matches(_ word: StaticString) -> Bool {
    guard index + word.utf8CodeUnitCount <= text.count else { return false }
    return memcmp(text.baseAddress.unsafelyUnwrapped + index, word.utf8Start, word.utf8CodeUnitCount) == 0
  }

  /// Case does not matter; `word` is lower-case.
  private func matches(_ word: String, at start: Int) -> Bool {
    guard start + word.utf8.count <= text.count else { return false }
    var at = start
    for byte in word.utf8 {
      let have = text[at]
      guard (have >= 0x41 && have <= 0x5A ? have | 0x20 : have) == byte else { return false }
      at += 1
    }
    return true
  }

  private func contains(_ word: String, in range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at + word.utf8.count <= range.upperBound {
      if matches(word, at: at) { return true }
      at += 1
    }
    return false
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < text.count, let base = text.baseAddress else { return nil }
    guard let found = memchr(base + start, Int32(byte), text.count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private func isName(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x30 && byte <= 0x3A || byte == 0x2D || byte == 0x5F
  }
}
