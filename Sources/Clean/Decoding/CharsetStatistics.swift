/// What the bytes themselves say of a text's encoding.
enum CharsetStatistics {
  /// Bytes looked at from the start of the first byte beyond ASCII.
  private static let sample = 1 << 16

  /// The share of the pairs that are characters of everyday use, 0 to 1, if the bytes are read as GBK and as Big5.
  static func doubleByteScores(_ bytes: UnsafeBufferPointer<UInt8>) -> (gb: Double, big5: Double, pairs: Int) {
    let gb = score(bytes) { lead, trail in
      // GB 2312 puts the 3,755 commonest characters into rows B0 to D7, punctuation and digits into A1 and A3.
      trail >= 0xA1 && (lead >= 0xB0 && lead <= 0xD7 || lead == 0xA1 || lead == 0xA3)
    }
    let big5 = score(bytes) { lead, trail in
      // Big5 puts the 5,401 commonest characters into rows A4 to C6, punctuation into A1.
      (trail >= 0x40 && trail <= 0x7E || trail >= 0xA1) && lead >= 0xA4 && lead <= 0xC6
        || lead == 0xA1 && (trail >= 0x40 && trail <= 0x7E || trail >= 0xA1)
    }
    return (gb.share, big5.share, gb.pairs)
  }

  private static func score(
    _ bytes: UnsafeBufferPointer<UInt8>,
    isCommon: (UInt8, UInt8) -> Bool
  ) -> (share: Double, pairs: Int) {
    var index = 0
    var pairs = 0
    var common = 0
    while index + 1 < bytes.count, pairs < sample {
      let lead = bytes[index]
      guard lead >= 0x81 else {
        index += 1
        continue
      }
      let trail = bytes[index + 1]
      pairs += 1
      if isCommon(lead, trail) { common += 1 }
      index += trail >= 0x40 ? 2 : 1
    }
    return (pairs == 0 ? 0 : Double(common) / Double(pairs), pairs)
  }

  /// UTF-16 without a byte order mark: markup and spaces put a zero into every other byte.
  static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> Charset? {
    let end = min(bytes.count, 4096) & ~1
    guard end >= 4 else { return nil }
    var even = 0
    var odd = 0
    var index = 0
    while index < end {
      if bytes[index] == 0 { even += 1 }
      if bytes[index + 1] == 0 { odd += 1 }
      index += 2
    }
    // Chinese text has few zeros, but its spaces, digits and line ends have one each, always on the same side.
    let enough = max(2, end / 64)
    if odd >= enough, even * 16 <= odd { return .utf16LE }
    if even >= enough, odd * 16 <= even { return .utf16BE }
    return nil
  }

  /// Whether the bytes begin as files of a known other kind do.
  static func hasSignature(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    signatures.contains { bytes.starts(with: $0) }
  }

  /// Whether control characters stand all over.
  static func hasControls(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = min(bytes.count, 8192)
    var controls = 0
    for index in 0..<end {
      let byte = bytes[index]
      if byte < 0x09 || byte > 0x0D && byte < 0x20 && byte != 0x1B { controls += 1 }
    }
    return controls * 20 > end
  }

  private static let signatures: [[UInt8]] = [
    Array("%PDF-".utf8), [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], [0x89, 0x50, 0x4E, 0x47],
    [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x1F, 0x8B], Array("Rar!".utf8), [0x7F, 0x45, 0x4C, 0x46],
    [0x37, 0x7A, 0xBC, 0xAF], [0x28, 0xB5, 0x2F, 0xFD], Array("SQLite format 3".utf8),
  ]
}
