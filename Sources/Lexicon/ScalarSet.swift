/// Some code points below U+10000, as a bitmap: one look tells the most part of a text from what may matter.
public struct ScalarSet: Sendable {
  @usableFromInline let words: [UInt64]

  package init(_ scalars: some Sequence<UInt32>) {
    var words = [UInt64](repeating: 0, count: 1024)
    for scalar in scalars where scalar < 65536 { words[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
    self.words = words
  }

  @inlinable
  @inline(__always)
  public func contains(_ scalar: UInt32) -> Bool {
    scalar < 65536 && words[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
  }
}
