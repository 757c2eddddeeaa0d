/// Some code points below U+10000, as a bitmap: one look tells the most part of a text from what may matter.
public struct ScalarSet: Sendable {
  @usableFromInline let words: [UInt64]

  package init(_ scalars: some Sequence<CodePoint>) {
    var words = [UInt64](repeating: 0, count: 1024)
    for scalar in scalars where scalar.value < 65536 { words[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63) }
    self.words = words
  }

  /// Where the first of them in a range of a UTF-8 text stands.
  ///
  /// Three bytes at once, as most of a Chinese text is: the lower bits of the first two name the word of the bitmap, those
  /// of the third the bit.
  @inlinable
  public func first(in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    words.withUnsafeBufferPointer { words in
      var position = start
      let last = end &- 2
      while position < end {
        while position < last {
          let byte = text[position]
          guard byte & 0xF0 == 0xE0 else { break }
          let word = Int(byte & 0x0F) << 6 | Int(text[position &+ 1] & 0x3F)
          if words[word] & 1 &<< UInt64(text[position &+ 2] & 0x3F) != 0 { return position }
          position &+= 3
        }
        guard position < end else { return nil }
        let (scalar, length) = CodePoint.at(position, in: text, end: end)
        if scalar.value < 65536, words[Int(scalar.value >> 6)] & 1 &<< UInt64(scalar.value & 63) != 0 {
          return position
        }
        position += length
      }
      return nil
    }
  }

  @inlinable
  @inline(__always)
  public func contains(_ scalar: CodePoint) -> Bool {
    scalar.value < 65536 && words[Int(scalar.value >> 6)] & (1 << UInt64(scalar.value & 63)) != 0
  }
}
