/// Some code points below U+10000, as a bitmap: one look tells the most part of a text from what may matter.
public struct ScalarSet: Sendable {
  @usableFromInline let words: [UInt64]

  package init(_ scalars: some Sequence<CodePoint>) {
    var words = [UInt64](repeating: 0, count: 1024)
    for scalar in scalars where scalar.value < 65536 { words[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63) }
    self.words = words
  }

  @inlinable
  @inline(__always)
  public func contains(_ scalar: CodePoint) -> Bool {
    scalar.value < 65536 && words[Int(scalar.value >> 6)] & (1 << UInt64(scalar.value & 63)) != 0
  }
}
