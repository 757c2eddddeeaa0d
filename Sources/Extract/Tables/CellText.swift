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
    words = TableWords.normal(printed)
    isPercent = words.last == UInt8(ascii: "%")
    number = words.count <= 24 ? Self.number(words) : nil
  }

  /// A dash, or nothing: there is no figure.
  var isBlank: Bool { words.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") } }

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
