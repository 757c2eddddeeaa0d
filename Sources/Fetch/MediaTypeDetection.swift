package import Documents

extension SourceDocument.MediaType {
  /// By the name's extension; where that says nothing, by the first bytes.
  ///
  /// - Parameter name: a file's name or path.
  package init(name: String, bytes: [UInt8]) {
    switch Self.pathExtension(of: name) {
    case "html", "htm", "shtml", "xhtml": self = .html
    case "txt", "text", "md": self = .plainText
    default: self = Self.looksLikeHTML(bytes) ? .html : .plainText
    }
  }

  private static func pathExtension(of name: String) -> String {
    let last = name.utf8.split(separator: UInt8(ascii: "/")).last ?? name.utf8[...]
    guard let dot = last.lastIndex(of: UInt8(ascii: ".")), dot != last.startIndex else { return "" }
    return String(decoding: last[last.index(after: dot)...], as: UTF8.self).lowercased()
  }

  /// What opens a page, in lower case. One of these, behind white space and comments, makes it HTML.
  private static let openings = [
    "!doctype html", "html", "head", "title", "meta", "link", "script", "style", "body", "div", "table", "p", "br",
    "h1",
    "font", "span", "a", "iframe", "center", "section", "article", "main",
  ]

  private static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    // Zero bytes are UTF-16's halves of ASCII; a byte order mark is skipped.
    var text = bytes.prefix(4096).filter { $0 != 0 }[...]
    for mark in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] where text.starts(with: mark) {
      text = text.dropFirst(mark.count)
    }
    while true {
      text = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      guard text.first == UInt8(ascii: "<") else { return false }
      text = text.dropFirst()
      if text.starts(with: "!--".utf8) || text.first == UInt8(ascii: "?") {
        // A comment or an XML declaration: look behind it.
        let end = text.first == UInt8(ascii: "?") ? Array("?>".utf8) : Array("-->".utf8)
        guard let after = Self.offset(behind: end, in: text) else { return false }
        text = text[after...]
        continue
      }
      let word = text.prefix(16).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      return openings.contains { opening in
        guard word.starts(with: opening.utf8) else { return false }
        guard word.count > opening.utf8.count else { return true }
        let next = word[opening.utf8.count]
        return next == 0x20 || (0x09...0x0D).contains(next) || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
      }
    }
  }

  private static func offset(behind pattern: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    var offset = text.startIndex
    while offset + pattern.count <= text.endIndex {
      if text[offset..<(offset + pattern.count)].elementsEqual(pattern) { return offset + pattern.count }
      offset += 1
    }
    return nil
  }
}
