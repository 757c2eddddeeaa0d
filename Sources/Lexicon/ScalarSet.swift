/// Some code points below U+10000, as a bitmap: one look tells the most part of a text from what may matter.
public struct ScalarSet: Sendable {
  @usableFromInline let words: [UInt64]

  package init(_ scalars: some Sequence<CodePoint>) {
    var words = [UInt64](repeating: 0, count: 1024)
    for scalar in scalars where scalar.value < 65536 { words[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63) }
    self.words = words
  }

  /// Whether one of them stands in a range of a UTF-8 text.
  @inlinable
  public func isAny(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    words.withUnsafeBufferPointer { words in
      var position = range.lowerBound
      while position < range.upperBound {
        let (scalar, length) = CodePoint.at(position, in: text, end: range.upperBound)
        if scalar.value < 65536, words[Int(scalar.value >> 6)] & (1 << UInt64(scalar.value & 63)) != 0 { return true }
        position += length
      }
      return false
    }
  }

  @inlinable
  @inline(__always)
  public func contains(_ scalar: CodePoint) -> Bool {
    scalar.value < 65536 && words[Int(scalar.value >> 6)] & (1 << UInt64(scalar.value & 63)) != 0
  }
}
