/// The characters of a source that a reader of the page sees, each with its place: markup left out, references
/// resolved, white space dropped.
struct VisibleText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Byte range in the document.
  private(set) var places: [Range<Int>] = []

  init(_ source: SourceText, isMarkup: Bool) {
    var index = 0
    while index < source.count {
      let scalar = source.scalars[index]
      if isMarkup, scalar == "<", let end = Self.endOfMarkup(source.scalars, at: index) {
        index = end
      } else if isMarkup, scalar == "&", let (value, end) = Self.reference(source.scalars, at: index) {
        append(value, source.offsets[index]..<source.offsets[end])
        index = end
      } else {
        append(scalar, source.range(of: index))
        index += 1
      }
    }
  }

  /// The texts between markup, white space collapsed.
  static func pieces(of source: SourceText, isMarkup: Bool) -> [String] {
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    func flush() {
      while piece.last == " " { piece.removeLast() }
      if !piece.isEmpty { pieces.append(String(piece)) }
      piece = String.UnicodeScalarView()
    }
    func append(_ scalar: Unicode.Scalar) {
      if !scalar.isBlank { piece.append(scalar) } else if !piece.isEmpty, piece.last != " " { piece.append(" ") }
    }
    var index = 0
    while index < source.count {
      let scalar = source.scalars[index]
      if isMarkup, scalar == "<", let end = endOfMarkup(source.scalars, at: index) {
        flush()
        index = end
      } else if isMarkup, scalar == "&", let (value, end) = reference(source.scalars, at: index) {
        append(value)
        index = end
      } else {
        if !isMarkup, scalar == "\n" { flush() } else { append(scalar) }
        index += 1
      }
    }
    flush()
    return pieces
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ place: Range<Int>) {
    guard !scalar.isBlank else { return }
    scalars.append(scalar)
    places.append(place)
  }

  /// Behind a tag, a comment, or an element whose content is no text; `nil` for a bare "<".
  private static func endOfMarkup(_ text: [Unicode.Scalar], at start: Int) -> Int? {
    func find(_ mark: String, from index: Int) -> Int? {
      let mark = Array(mark.unicodeScalars)
      guard index <= text.count - mark.count else { return nil }
      return (index...(text.count - mark.count)).first { at in
        mark.indices.allSatisfy { lowered(text[at + $0]) == mark[$0] }
      }
    }
    func begins(_ mark: String) -> Bool {
      let mark = Array(mark.unicodeScalars)
      return start + mark.count <= text.count && mark.indices.allSatisfy { lowered(text[start + $0]) == mark[$0] }
    }
    if begins("<!--") { return find("-->", from: start + 4).map { $0 + 3 } ?? text.count }
    for name in ["script", "style"] where begins("<\(name)") {
      guard let close = find("</\(name)", from: start) else { return text.count }
      return find(">", from: close).map { $0 + 1 } ?? text.count
    }
    guard start + 1 < text.count, isLetter(text[start + 1]) || "/!?".unicodeScalars.contains(text[start + 1]) else {
      return nil
    }
    var quote: Unicode.Scalar?
    for index in (start + 1)..<text.count {
      let scalar = text[index]
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == ">" {
        return index + 1
      } else if (scalar == "\"" || scalar == "'") && text[index - 1] == "=" {
        quote = scalar
      }
    }
    // A quote that is never closed is none.
    return find(">", from: start).map { $0 + 1 } ?? text.count
  }

  private static func reference(_ text: [Unicode.Scalar], at start: Int) -> (Unicode.Scalar, end: Int)? {
    var name = String.UnicodeScalarView()
    var end = start + 1
    while end < text.count, name.count < 32, isLetter(text[end]) || isDigit(text[end]) || text[end] == "#" {
      name.append(text[end])
      end += 1
    }
    let words = String(name)
    var value: Unicode.Scalar?
    if words.hasPrefix("#") {
      let digits = words.dropFirst()
      let number = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      value = number.flatMap(Unicode.Scalar.init)
    } else {
      value = names[words]
    }
    guard let value else { return nil }
    if end < text.count, text[end] == ";" { end += 1 }
    return (value, end)
  }

  /// Those that pages of reports carry.
  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": "\u{2002}",
    "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "shy": "\u{AD}", "ldquo": "“",
    "rdquo": "”", "lsquo": "‘", "rsquo": "’", "laquo": "«", "raquo": "»", "mdash": "—", "ndash": "–", "hellip": "…",
    "middot": "·", "bull": "•", "times": "×", "divide": "÷", "plusmn": "±", "permil": "‰", "deg": "°", "sup2": "²",
    "sup3": "³", "frac12": "½", "le": "≤", "ge": "≥", "ne": "≠", "sim": "∼", "minus": "−", "yen": "¥", "sect": "§",
    "copy": "©", "reg": "®", "rarr": "→", "larr": "←", "uarr": "↑", "darr": "↓", "alpha": "α", "beta": "β", "mu": "μ",
    "tilde": "˜", "loz": "◊", "prime": "′", "Prime": "″",
  ]

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(lowered(scalar)) }
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
  }
}

extension Unicode.Scalar {
  /// White space, a control character or a mark without width: what an edit of a page's layout moves.
  var isBlank: Bool {
    switch value {
    case ...0x20, 0x7F...0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
