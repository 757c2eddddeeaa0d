/// A text under a label, its further lines below its first.
struct Paragraph {
  var label: String
  /// Columns that the label takes.
  var indent: Int
  var text: String

  /// - Parameter width: columns that there are; `nil` for one line.
  func lines(width: Int?, styled: (String) -> String = { $0 }, label style: (String) -> String = { $0 }) -> [String] {
    let space = String(repeating: " ", count: max(0, indent - TextWidth.of(label)))
    let parts = width.map { TextWidth.words(of: text, width: max(12, $0 - indent)) } ?? [text]
    return parts.enumerated().map { index, part in
      let head = index == 0 ? style(label) + space : String(repeating: " ", count: indent)
      return part.isEmpty ? style(label) : head + styled(part)
    }
  }
}

extension TextWidth {
  /// The text in lines of at most so many columns, broken at spaces, beside a Han character, and inside a word that is
  /// wider than a line. No line begins with a mark that closes what stands before it.
  static func words(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var rest = text.unicodeScalars[...]
    while of(Substring(rest)) > width {
      let end = self.end(of: rest, width: width)
      lines.append(trimmed(rest[..<end]))
      rest = rest[end...].drop { $0 == " " }
    }
    if !rest.isEmpty || lines.isEmpty { lines.append(trimmed(rest)) }
    return lines
  }

  /// Where the first line of a text ends that is wider than one; it has at least one character.
  private static func end(of text: Substring.UnicodeScalarView, width: Int) -> String.Index {
    var used = 0
    var cut: String.Index?
    var before: Unicode.Scalar?
    var index = text.startIndex
    while index < text.endIndex {
      let scalar = text[index]
      let columns = of(String(scalar))
      if let before, mayBreak(before, scalar) { cut = index }
      if used + columns > width { break }
      used += columns
      before = scalar
      index = text.index(after: index)
    }
    if let cut { return cut }
    return index > text.startIndex ? index : text.index(after: text.startIndex)
  }

  private static func mayBreak(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    if after == " " { return true }
    guard before == " " || of(String(before)) == 2 || of(String(after)) == 2 else { return false }
    return !"，。、；：！？）》」』”’…,.;:!?)]".unicodeScalars.contains(after) && !"（《「『“‘".unicodeScalars.contains(before)
  }

  private static func trimmed(_ line: Substring.UnicodeScalarView) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
