/// How many columns a text takes on a terminal.
enum TextWidth {
  /// A Han character is two columns; a combining mark is none.
  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The longest start of the text that fits, and an ellipsis where something is left out.
  static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var kept = String.UnicodeScalarView()
    var used = 1
    for scalar in text.unicodeScalars {
      used += of(scalar)
      guard used <= width else { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  /// The text in pieces of at most so many columns.
  static func lines(of text: String, width: Int) -> [String] {
    var lines = [String.UnicodeScalarView()]
    var used = 0
    for scalar in text.unicodeScalars {
      let columns = of(scalar)
      if used + columns > width, used > 0 {
        lines.append(String.UnicodeScalarView())
        used = 0
      }
      lines[lines.count - 1].append(scalar)
      used += columns
    }
    return lines.map { String($0) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: 0
    case 0x20..<0x300: 1
    case 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}

extension StringProtocol {
  /// The text with its control characters shown as escapes, so that a file's name cannot move the cursor.
  var printable: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
