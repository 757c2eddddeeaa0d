#if canImport(Glibc)
  internal import Glibc
#endif

/// A text that is packed in its own place: pieces of it are moved to its front, in their order, and the rest is dropped.
struct PackedText {
  private(set) var bytes: [UInt8]
  /// Where what was taken ends.
  private(set) var end = 0

  /// Takes the text over; what is left there is empty.
  init(_ text: inout [UInt8]) {
    bytes = []
    swap(&bytes, &text)
  }

  /// Moves a piece behind those taken before. Pieces come in ascending order, with a byte between those that
  /// ``endLine()`` parts, so that none is overwritten before its turn.
  mutating func take(_ piece: Range<Int>) {
    let count = piece.count
    guard count > 0, piece.upperBound <= bytes.count, end <= piece.lowerBound else { return }
    if end < piece.lowerBound {
      bytes.withUnsafeMutableBytes { buffer in
        guard let base = buffer.baseAddress else { return }
        memmove(base + end, base + piece.lowerBound, count)
      }
    }
    end += count
  }

  mutating func endLine() {
    guard end < bytes.count else { return }
    bytes[end] = 0x0A
    end += 1
  }

  /// What was taken.
  mutating func finish() -> [UInt8] {
    // Held twice, it would be copied when it is cut.
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return Self.cut(taken, to: end)
  }

  /// Bytes without what stands behind their first `end`, in hardly more room than they need.
  static func cut(_ bytes: consuming [UInt8], to end: Int) -> [UInt8] {
    if bytes.capacity - end > end / 32 { return Array(bytes[..<end]) }
    bytes.removeLast(bytes.count - end)
    return bytes
  }
}
