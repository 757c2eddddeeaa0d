import Lexicon

/// What a cell holds: its words in normal form, and its number where it is one and nothing else.
struct CellText {
  /// Widths made one, white space of any kind gone but between Latin words.
  let words: [UInt8]
  let number: ExactNumber?
  /// Whether a percent sign stands behind the number.
  let isPercent: Bool

  /// - Parameter printed: a cell of any length, though only short ones hold a number.
  init(_ printed: ArraySlice<UInt8>) {
    words = Self.normal(printed)
    isPercent = words.last == UInt8(ascii: "%")
    number = words.count <= 24 ? Self.number(words) : nil
  }

  /// A dash, or nothing: there is no figure.
  var isBlank: Bool { words.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") } }

  static func normal(_ printed: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(printed.count)
    var isSpaced = false
    printed.withUnsafeBufferPointer { text in
      var position = 0
      while position < text.count {
        let (scalar, length) = CodePoint.at(position, in: text, end: text.count)
        let end = min(position + length, text.count)
        defer { position = end }
        switch scalar.value {
        case 0...0x20, 0xA0, 0x2000...0x200B, 0x3000, 0xFEFF:
          isSpaced = true
          continue
        default: break
        }
        let plain = plain(scalar)
        let first = plain ?? text[position]
        // Between letters and digits only.
        if isSpaced, first < 0x80, let last = result.last, last < 0x80 { result.append(0x20) }
        isSpaced = false
        if let plain { result.append(plain) } else { result.append(contentsOf: text[position..<end]) }
      }
    }
    return result
  }

  /// The character of ASCII that a wide one, or a dash, is.
  private static func plain(_ scalar: CodePoint) -> UInt8? {
    switch scalar.value {
    case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFF01 + 0x21)
    case 0x2212, 0x2010...0x2015: UInt8(ascii: "-")
    default: scalar.value < 0x80 ? UInt8(scalar.value) : nil
    }
  }

  private static func number(_ text: [UInt8]) -> ExactNumber? {
    var digits = 0
    var fraction = 0
    var count = 0
    var hasPoint = false
    var isNegative = false
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x30...0x39:
        guard count < 17 else { return nil }
        digits = digits * 10 + Int(byte - 0x30)
        count += 1
        if hasPoint { fraction += 1 }
      case UInt8(ascii: "."):
        guard !hasPoint, count > 0 else { return nil }
        hasPoint = true
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        guard index == 0 else { return nil }
        isNegative = byte == UInt8(ascii: "-")
      case UInt8(ascii: ","):
        guard count > 0, !hasPoint else { return nil }
      case UInt8(ascii: "%"):
        guard index == text.count - 1 else { return nil }
      default: return nil
      }
    }
    guard count > 0 else { return nil }
    return ExactNumber(isNegative ? -digits : digits, fraction: fraction)
  }
}
