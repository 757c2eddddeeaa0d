/// FNV-1a, folded to two bytes: tells a few damaged bytes in a short record, and is no guard against people.
enum Checksum {
  static let count = 2

  static func bytes(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let folded = UInt16(truncatingIfNeeded: hash ^ hash >> 16)
    return [UInt8(truncatingIfNeeded: folded), UInt8(truncatingIfNeeded: folded >> 8)]
  }
}
