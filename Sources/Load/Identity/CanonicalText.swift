/// The form of a text that a row's identity rests on: what an edit of white space or of widths leaves alone.
///
/// White space, control characters, zero-width marks and soft hyphens go; full-width ASCII becomes ASCII; curly quotes
/// become straight. Everything else stays byte for byte.
enum CanonicalText {
  /// Appends the canonical form of valid UTF-8.
  ///
  /// - Returns: how many code points were appended.
  @discardableResult
  static func append(_ text: some Collection<UInt8>, to output: inout [UInt8]) -> Int {
    if let count = text.withContiguousStorageIfAvailable({ append($0, to: &output) }) { return count }
    return Array(text).withUnsafeBufferPointer { append($0, to: &output) }
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) -> Int {
    var count = 0
    var index = 0
    while index < text.count {
      let lead = text[index]
      let length = min(lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, text.count - index)
      defer { index += length }
      if length == 1 {
        guard lead > 0x20, lead != 0x7F else { continue }
        output.append(lead)
      } else if let folded = folded(text, index, length) {
        guard folded != 0 else { continue }
        output.append(folded)
      } else {
        output.append(contentsOf: text[index..<index + length])
      }
      count += 1
    }
    return count
  }

  /// The ASCII character that stands for the one at `index`; 0 where it goes; `nil` where it stays.
  private static func folded(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> UInt8? {
    if length == 2 {
      // U+0085, U+00A0, U+00AD.
      return text[index] == 0xC2 && [0x85, 0xA0, 0xAD].contains(text[index + 1]) ? 0 : nil
    }
    guard length == 3 else { return nil }
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99): return UInt8(ascii: "'")
    case (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x9E): return UInt8(ascii: "\"")
    // Spaces and zero-width marks U+2000 to U+200F, U+2028 to U+202F, U+205F to U+2064.
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xA4): return 0
    // U+3000, U+FEFF.
    case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 0
    // U+FF01 to U+FF5E.
    case (0xEF, 0xBC, 0x81...0xBF): return text[index + 2] - 0x81 + 0x21
    case (0xEF, 0xBD, 0x80...0x9E): return text[index + 2] - 0x80 + 0x60
    default: return nil
    }
  }
}
