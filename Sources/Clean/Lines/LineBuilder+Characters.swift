/// What bytes of valid UTF-8 are.
extension LineBuilder {
  /// The bytes of the character that begins with `byte`.
  static func length(_ byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// U+200B to U+200F, U+2060, U+FEFF.
  static func isZeroWidth(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    first == 0xE2 && (second == 0x80 && third >= 0x8B && third <= 0x8F || second == 0x81 && third == 0xA0)
      || first == 0xEF && second == 0xBB && third == 0xBF
  }

  /// U+00A0, U+2000 to U+200A, U+3000.
  static func isWideSpace(_ bytes: [UInt8], _ index: Int, _ length: Int) -> Bool {
    switch length {
    case 2: bytes[index] == 0xC2 && bytes[index + 1] == 0xA0
    case 3:
      bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
        || bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] <= 0x8A
    default: false
    }
  }
}
