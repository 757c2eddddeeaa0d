/// A line in the form in which furniture is recognized: no white space, half width, small letters, no brackets.
struct LineKey {
  private(set) var bytes: [UInt8] = []
  /// For each byte, where its character begins in the line; only of a key that tracks.
  private(set) var offsets: [Int] = []

  /// Bytes of a line in which a label is looked for: the way back of millions would be eight times as large as they are.
  private static let reach = 1 << 14

  /// A key that knows its way back; of a line that no label's is, only of its first part.
  init(tracking text: [UInt8]) {
    var index = 0
    while index < min(text.count, Self.reach) {
      let length = min(LineBuilder.length(text[index]), text.count - index)
      let piece = LineKey(text[index..<index + length]).bytes
      for byte in piece {
        bytes.append(byte)
        offsets.append(index)
      }
      index += length
    }
  }

  /// Whether the character at `index` of a tracking key is the line's first, or stands behind white space or a mark.
  func isStart(_ index: Int, of text: [UInt8]) -> Bool {
    guard index > 0, index < offsets.count else { return true }
    let before = bytes[index - 1]
    if offsets[index] > offsets[index - 1] + 4 { return true }
    // Something was left out between them: white space or a bracket.
    let length = LineBuilder.length(text[offsets[index - 1]])
    if offsets[index - 1] + length < offsets[index] { return true }
    return before < 0x80 && !(before >= 0x61 && before <= 0x7A)
  }

  init(_ text: some Collection<UInt8>) {
    bytes.reserveCapacity(text.count)
    var index = text.startIndex
    func byte(_ offset: Int) -> UInt8 {
      guard let at = text.index(index, offsetBy: offset, limitedBy: text.endIndex), at < text.endIndex else { return 0 }
      return text[at]
    }
    while index < text.endIndex {
      let first = text[index]
      let length = LineBuilder.length(first)
      // A piece of a line can end inside of a character.
      guard text.distance(from: index, to: text.endIndex) >= length else { break }
      defer { index = text.index(index, offsetBy: length, limitedBy: text.endIndex) ?? text.endIndex }
      switch length {
      case 1: append(ascii: first)
      case 2:
        // U+00A0
        if first == 0xC2, byte(1) == 0xA0 { continue }
        bytes.append(first)
        bytes.append(byte(1))
      case 3:
        let second = byte(1)
        let third = byte(2)
        if first == 0xEF, second == 0xBC, third >= 0x81 {
          append(ascii: third - 0x60)
        } else if first == 0xEF, second == 0xBD, third >= 0x80, third <= 0x9E {
          append(ascii: third - 0x20)
        } else if first == 0xE3, second == 0x80,
          third == 0x80 || third >= 0x90 && third <= 0x91 || third >= 0x94 && third <= 0x97
        {
          // U+3000 【】〔〕〖〗
          continue
        } else if LineBuilder.isZeroWidth(first, second, third) || first == 0xE2 && second == 0x80 && third <= 0x8A {
          continue
        } else {
          bytes.append(first)
          bytes.append(second)
          bytes.append(third)
        }
      default: for offset in 0..<4 { bytes.append(byte(offset)) }
      }
    }
  }

  private mutating func append(ascii byte: UInt8) {
    switch byte {
    case 0...0x20, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"): break
    case 0x41...0x5A: bytes.append(byte | 0x20)
    default: bytes.append(byte)
    }
  }
}
