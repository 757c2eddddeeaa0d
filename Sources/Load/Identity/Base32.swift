/// RFC 4648 base32 in lower case, without padding.
enum Base32 {
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  /// - Parameter characters: how many of the text's first characters are wanted.
  static func text(_ bytes: [UInt8], characters: Int) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(characters)
    var bits: UInt32 = 0
    var bitCount = 0
    for byte in bytes where output.count < characters {
      bits = bits << 8 | UInt32(byte)
      bitCount += 8
      while bitCount >= 5 {
        bitCount -= 5
        output.append(alphabet[Int(bits >> UInt32(bitCount) & 31)])
      }
      bits &= (1 << UInt32(bitCount)) - 1
    }
    return String(decoding: output.prefix(characters), as: UTF8.self)
  }
}
