/// Public, because only what is public is inlined into the stages.
extension UnsafeBufferPointer<UInt8> {
  /// Whether a word stands at a position, and ends at `end` or before.
  @inlinable
  @inline(__always)
  public func has(_ word: StaticString, at position: Int, to end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position >= 0, position + count <= end else { return false }
    for offset in 0..<count where self[position + offset] != word.utf8Start[offset] { return false }
    return true
  }
}
