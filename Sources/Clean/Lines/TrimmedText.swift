/// Text as it stands in metadata: white space collapsed to single spaces, none at the ends.
enum TrimmedText {
  static func bytes(_ text: some Sequence<UInt8>) -> [UInt8] {
    let text = Array(text)
    var result: [UInt8] = []
    var pending = false
    var index = 0
    while index < text.count {
      let length = min(LineBuilder.length(text[index]), text.count - index)
      defer { index += length }
      if text[index] <= 0x20 || LineBuilder.isWideSpace(text, index, length) {
        pending = true
        continue
      }
      if length == 3, LineBuilder.isZeroWidth(text[index], text[index + 1], text[index + 2]) { continue }
      if pending, !result.isEmpty { result.append(0x20) }
      pending = false
      result.append(contentsOf: text[index..<index + length])
    }
    return result
  }

  /// The same as a value, which is one word where its letters were set apart.
  static func string(_ text: some Sequence<UInt8>) -> String {
    String(decoding: SpacedLetters.closed(bytes(text)), as: UTF8.self)
  }
}
