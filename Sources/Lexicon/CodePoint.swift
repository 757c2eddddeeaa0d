/// A code point of a text. Where a rule names one, it stands there as a literal: `"从"`.
///
/// `Unicode.Scalar` does not do: bytes that are no UTF-8 stand for themselves, and may come out among the surrogates.
/// Public, because only what is public is inlined into the stages.
@frozen
public struct CodePoint: Hashable, Comparable, Sendable, ExpressibleByUnicodeScalarLiteral {
  public let value: UInt32

  @inlinable
  @inline(__always)
  public init(_ value: UInt32) {
    self.value = value
  }

  @inlinable
  @inline(__always)
  public init(unicodeScalarLiteral scalar: Unicode.Scalar) {
    value = scalar.value
  }

  /// What stands where a text has ended.
  @inlinable
  @inline(__always)
  public static var none: CodePoint { CodePoint(0) }

  @inlinable
  @inline(__always)
  public static func < (one: CodePoint, other: CodePoint) -> Bool { one.value < other.value }

  /// From 一 to the end of the block of unified ideographs.
  @inlinable
  @inline(__always)
  public var isHan: Bool { value >= 0x4E00 && value <= 0x9FFF }

  /// Whether it is one of `characters`: a look at each.
  @inlinable
  @inline(__always)
  public func isOne(of characters: StaticString) -> Bool {
    let text = UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount)
    var position = 0
    while position < text.count {
      let (scalar, length) = CodePoint.at(position, in: text, end: text.count)
      if scalar == self { return true }
      position += length
    }
    return false
  }
}

/// The code points of a UTF-8 text by byte position, with their lengths in bytes.
extension CodePoint {
  @inlinable
  @inline(__always)
  public static func at(
    _ position: Int,
    in text: UnsafeBufferPointer<UInt8>,
    end: Int
  ) -> (scalar: CodePoint, length: Int) {
    let first = UInt32(text[position])
    if first < 0x80 { return (CodePoint(first), 1) }
    if first >= 0xE0, first < 0xF0, end &- position >= 3 {
      return (
        CodePoint(
          (first & 0x0F) << 12 | (UInt32(text[position &+ 1]) & 0x3F) << 6 | UInt32(text[position &+ 2]) & 0x3F
        ),
        3
      )
    }
    if first >= 0xC0, first < 0xE0, end &- position >= 2 {
      return (CodePoint((first & 0x1F) << 6 | UInt32(text[position &+ 1]) & 0x3F), 2)
    }
    if first >= 0xF0, end &- position >= 4 {
      return (
        CodePoint(
          (first & 0x07) << 18 | (UInt32(text[position &+ 1]) & 0x3F) << 12 | (UInt32(text[position &+ 2]) & 0x3F) << 6
            | UInt32(text[position &+ 3]) & 0x3F
        ), 4
      )
    }
    return (CodePoint(first), 1)
  }

  @inlinable
  @inline(__always)
  public static func before(
    _ end: Int,
    in text: UnsafeBufferPointer<UInt8>,
    start: Int
  ) -> (scalar: CodePoint, length: Int) {
    var position = end - 1
    while position > start, text[position] & 0xC0 == 0x80, end - position < 4 { position -= 1 }
    return (at(position, in: text, end: end).scalar, end - position)
  }
}
