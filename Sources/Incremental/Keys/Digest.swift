import CCrypto

/// SHA-256 of some bytes: the name of an artifact, of an input, of a key.
package struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
  // Four words in big-endian order, so that comparing them compares the bytes.
  private let a: UInt64
  private let b: UInt64
  private let c: UInt64
  private let d: UInt64

  package static let count = 32

  /// - Complexity: O(n), about 1.4 GB/s.
  package init(of bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= WorkMeter.leastBytes else {
      self.init(hashing: bytes)
      return
    }
    self = WorkMeter.measure(.hashing) { Digest(hashing: bytes) }
  }

  private init(hashing bytes: UnsafeRawBufferPointer) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &words) { target in
      // The algorithm is fetched once: fetching it for each call costs more than hashing a short key.
      _ = EVP_Digest(
        bytes.baseAddress,
        bytes.count,
        target.baseAddress?.assumingMemoryBound(to: UInt8.self),
        nil,
        Self.algorithm,
        nil
      )
    }
    self.init(words: words)
  }

  package init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Digest(of: $0) }
  }

  package init(of text: String) {
    self.init(of: Array(text.utf8))
  }

  /// - Returns: `nil` unless there are exactly 32 bytes.
  package init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.count else { return nil }
    self.init(
      words: (
        bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
      )
    )
  }

  /// - Parameter hex: 64 hexadecimal digits.
  package init?(hex: String) {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in hex.utf8 {
      let digit: UInt8
      switch character {
      case 0x30...0x39: digit = character - 0x30
      case 0x61...0x66: digit = character - 0x61 + 10
      case 0x41...0x46: digit = character - 0x41 + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    guard high == nil, let digest = bytes.withUnsafeBytes({ Digest(bytes: $0) }) else { return nil }
    self = digest
  }

  private init(words: (UInt64, UInt64, UInt64, UInt64)) {
    a = UInt64(bigEndian: words.0)
    b = UInt64(bigEndian: words.1)
    c = UInt64(bigEndian: words.2)
    d = UInt64(bigEndian: words.3)
  }

  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    let words = (a.bigEndian, b.bigEndian, c.bigEndian, d.bigEndian)
    return try withUnsafeBytes(of: words, body)
  }

  package var bytes: [UInt8] { withBytes { Array($0) } }

  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Enough of it for people.
  package var short: String { String(hex.prefix(12)) }

  package var description: String { hex }

  package static func < (left: Digest, right: Digest) -> Bool {
    if left.a != right.a { return left.a < right.a }
    if left.b != right.b { return left.b < right.b }
    if left.c != right.c { return left.c < right.c }
    return left.d < right.d
  }

  private nonisolated(unsafe) static let algorithm: OpaquePointer? =
    EVP_MD_fetch(nil, "SHA256", nil) ?? EVP_sha256()
}
