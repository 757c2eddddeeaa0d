#if canImport(Glibc)
  internal import Glibc
#endif

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

  /// Where `words` first stand at `start` or behind it. No words stand nowhere.
  package func first(_ words: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard let base = baseAddress, let wanted = words.baseAddress, let last = words.last, start >= 0 else { return nil }
    // Words of Chinese differ in their last byte more often than in their first.
    var end = start + words.count - 1
    while end < count, let found = memchr(base + end, Int32(last), count - end) {
      end = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      if memcmp(base + end - words.count, wanted, words.count) == 0 { return end - words.count }
    }
    return nil
  }

  /// Where a word first stands that begins at `start` or behind it, and ends at `end` or before.
  package func first(_ word: StaticString, from start: Int, to end: Int) -> Int? {
    let length = word.utf8CodeUnitCount
    guard let base = baseAddress, length > 0, start >= 0, end <= count else { return nil }
    let last = Int32(word.utf8Start[length - 1])
    var next = start + length - 1
    while next < end, let found = memchr(base + next, last, end - next) {
      next = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      if has(word, at: next - length, to: end) { return next - length }
    }
    return nil
  }

  /// Where a byte first stands.
  package func first(_ byte: UInt8) -> Int? {
    guard let base = baseAddress, let found = memchr(base, Int32(byte), count) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
