/// Finds where bytes stop being UTF-8.
enum UTF8Check {
  /// - Returns: the offset of the first byte that begins no valid sequence; `nil` when all are valid.
  static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    var offset = 0
    while offset < bytes.count {
      let lead = bytes[offset]
      // The second byte's range shuts out overlong forms, surrogates and what lies beyond U+10FFFF.
      let (length, second): (Int, ClosedRange<UInt8>)
      switch lead {
      case 0..<0x80: (length, second) = (1, 0x80...0xBF)
      case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default: return offset
      }
      guard offset + length <= bytes.count else { return offset }
      for index in 1..<max(1, length) {
        let allowed = index == 1 ? second : 0x80...0xBF
        guard allowed.contains(bytes[offset + index]) else { return offset }
      }
      offset += length
    }
    return nil
  }
}
