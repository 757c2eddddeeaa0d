/// Byte ranges at half their width, for what a document can have a million of. Clean takes no document whose text could
/// pass 2^31 bytes; what would is held at that end, and bytes that tell of such a place are no artifact.
extension Range<Int32> {
  package init(narrowing range: Range<Int>) {
    self = Int32(clamping: range.lowerBound)..<Int32(clamping: range.upperBound)
  }

  package var wide: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}

extension ArtifactReader {
  /// A count or an offset that fits.
  mutating func readNarrow<Value: FixedWidthInteger>() throws(ArtifactError) -> Value {
    guard let value = Value(exactly: try readCount()) else {
      throw ArtifactError(offset: offset, problem: .invalidValue)
    }
    return value
  }

  mutating func readNarrowRange() throws(ArtifactError) -> Range<Int32> {
    let range = try readRange()
    guard range.upperBound <= Int32.max else { throw ArtifactError(offset: offset, problem: .invalidValue) }
    return Range(narrowing: range)
  }
}
