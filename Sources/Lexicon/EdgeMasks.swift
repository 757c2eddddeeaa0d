/// By code points at an end of words, a mask of all words that have it there; code points that share a place share its mask.
///
/// 1,024 masks stay in the nearest cache, and tell most looks that no word of the wanted kind can be there. Public, because
/// only what is public is inlined into the stages.
public struct EdgeMasks: Sendable {
  @usableFromInline let masks: [UInt64]

  init(
    _ words: some Sequence<([UInt8], UInt64)>,
    _ edge: (String) -> Unicode.Scalar?
  ) {
    var masks = [UInt64](repeating: 0, count: 1024)
    for (word, mask) in words {
      guard let scalar = edge(String(decoding: word, as: UTF8.self)) else { continue }
      masks[Int(scalar.value & 1023)] |= mask
    }
    self.masks = masks
  }

  /// Whether a word with one of `bits` may have the code point at its end.
  @inlinable
  @inline(__always)
  public func holds(_ bits: UInt64, _ scalar: CodePoint) -> Bool {
    masks[Int(scalar.value & 1023)] & bits != 0
  }
}
