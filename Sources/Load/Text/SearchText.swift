/// What the full-text index holds of a sentence: a space around every Han character, so that each is a word of its own
/// and words are found as phrases; full-width ASCII as ASCII.
///
/// The trigram tokenizer finds no word of two characters, and most Chinese words have two.
enum SearchText {
  static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var index = 0
    while index < text.count {
      let lead = text[index]
      let length = min(lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, text.count - index)
      if isHan(text, index, length) {
        output.append(0x20)
        output.append(contentsOf: text[index..<index + length])
        output.append(0x20)
      } else if length == 3, lead == 0xEF, text[index + 1] == 0xBC, text[index + 2] >= 0x81 {
        output.append(text[index + 2] - 0x81 + 0x21)
      } else if length == 3, lead == 0xEF, text[index + 1] == 0xBD, text[index + 2] <= 0x9E {
        output.append(text[index + 2] - 0x80 + 0x60)
      } else if lead == 0 {
        output.append(0x20)
      } else {
        output.append(contentsOf: text[index..<index + length])
      }
      index += length
    }
  }

  /// U+3400 to U+9FFF, U+F900 to U+FAFF, and the planes from U+20000 on.
  private static func isHan(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Bool {
    let lead = text[index]
    if length == 4 { return lead == 0xF0 && text[index + 1] >= 0xA0 }
    guard length == 3 else { return false }
    switch lead {
    case 0xE3: return text[index + 1] >= 0x90
    case 0xE4...0xE9: return true
    case 0xEF: return 0xA4...0xAB ~= text[index + 1]
    default: return false
    }
  }
}
