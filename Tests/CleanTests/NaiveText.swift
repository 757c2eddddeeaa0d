/// The text of markup as a reader with scissors would have it: tags, comments, scripts and styles cut out, nothing
/// understood. It shares no code with what it is held against.
struct NaiveText {
  /// Letters, digits and Han characters, small, one behind the other, as UTF-8.
  private(set) var units: [UInt8] = []

  init(_ markup: [UInt8]) {
    var text: [UInt8] = []
    var index = 0
    func has(_ word: String) -> Bool {
      let word = Array(word.utf8)
      guard index + word.count <= markup.count else { return false }
      return zip(markup[index..<index + word.count], word).allSatisfy {
        ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) == $1
      }
    }
    func skip(behind word: String) {
      while index < markup.count, !has(word) { index += 1 }
      index += word.utf8.count
    }
    while index < markup.count {
      guard markup[index] == UInt8(ascii: "<") else {
        text.append(markup[index])
        index += 1
        continue
      }
      if has("<!-->") {
        index += 5
      } else if has("<!--") {
        index += 2
        skip(behind: "-->")
      } else if let raw = ["script", "style", "svg"].first(where: { has("<" + $0) }) {
        skip(behind: "</" + raw)
      } else {
        var quote: UInt8?
        index += 1
        while index < markup.count, quote != nil || markup[index] != UInt8(ascii: ">") {
          let byte = markup[index]
          if let open = quote {
            if byte == open { quote = nil }
          } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), markup[index - 1] == UInt8(ascii: "=") {
            quote = byte
          }
          index += 1
        }
        index += 1
      }
    }
    units = Self.units(of: Self.resolved(text))
  }

  static func units(of text: String) -> [UInt8] {
    var units: [UInt8] = []
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      units.append(contentsOf: String(scalar).lowercased().utf8)
    }
    return units
  }

  /// Numbers of characters and the names that stand for letters.
  private static func resolved(_ text: [UInt8]) -> String {
    var result = ""
    for (position, piece) in String(decoding: text, as: UTF8.self).split(
      separator: "&",
      omittingEmptySubsequences: false
    )
    .enumerated() {
      guard position > 0, let end = piece.firstIndex(of: ";"), piece.distance(from: piece.startIndex, to: end) <= 8
      else {
        result += piece
        continue
      }
      let name = piece[..<end]
      if name.hasPrefix("#") {
        let isHex = name.dropFirst().lowercased().hasPrefix("x")
        let code = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
        if let scalar = code.flatMap(Unicode.Scalar.init) { result.unicodeScalars.append(scalar) }
      }
      result += piece[piece.index(after: end)...]
    }
    return result
  }
}
