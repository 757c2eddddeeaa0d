internal import Documents

/// Links to files that a page offers.
enum Attachments {
  private static let types = [
    "pdf", "doc", "docx", "wps", "xls", "xlsx", "et", "ppt", "pptx", "ofd", "zip", "rar", "txt", "csv", "jpg", "mp4",
    "ceb",
  ].map { Array($0.utf8) }

  /// A line that is a link to a file and hardly anything else.
  static func isFileLink(_ line: PageLine, of tree: MarkupTree) -> Bool {
    guard line.linkUnits * 10 >= line.measure.units * 8 else { return false }
    return hasLink(in: line.nodes, of: tree)
  }

  /// Whether a link around one of the texts in these nodes leads to a file.
  static func hasLink(in nodes: Range<Int>, of tree: MarkupTree) -> Bool {
    for node in nodes where tree.tag(node) == .text {
      if let anchor = anchor(of: node, in: tree), let target = tree.attribute(.href, of: anchor),
        isFile(tree.pool[target])
      {
        return true
      }
    }
    return false
  }

  /// The files that are offered in the body's element and in the lines behind it; one that is only named has no address.
  static func links(near body: BodyFinder.Body, of lines: PageLines, tree: MarkupTree) -> [Link] {
    let end = min(lines.lines.count, max(body.span.upperBound, (body.lines.last ?? 0) + 1) + 8)
    var links: [Link] = []
    var seen: Set<Int> = []
    for line in body.span.lowerBound..<max(body.span.lowerBound, end) {
      var hasLink = false
      for node in lines.lines[line].nodes where tree.tag(node) == .text {
        guard let anchor = anchor(of: node, in: tree), let value = tree.attribute(.href, of: anchor) else { continue }
        hasLink = true
        guard seen.insert(anchor).inserted else { continue }
        let text = text(of: anchor, in: tree)
        guard !text.isEmpty, let target = address(in: tree.pool[value], text: text) else { continue }
        // Behind the text pictures are seals of the page's foot.
        if line >= body.span.upperBound, isPicture(target) { continue }
        links.append(Link(text: text, target: String(decoding: target, as: UTF8.self)))
      }
      let own = lines.lines[line]
      if !hasLink, own.measure.units <= 60, own.table == nil, isDocument(lines.text[own.range]) {
        links.append(Link(text: TrimmedText.string(Array(lines.text[own.range])), target: ""))
      }
    }
    return links
  }

  /// Where a link leads, if it leads to a file: by its address, by the file that a script in its place names, or, where
  /// a program hands the file out, by its text.
  private static func address(in target: ArraySlice<UInt8>, text: String) -> ArraySlice<UInt8>? {
    if isFile(target) { return target }
    for piece in target.split(whereSeparator: { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") })
    where piece.count < target.count && isFile(piece) {
      return piece
    }
    return isDocument(Array(text.utf8)) ? target : nil
  }

  /// Whether a text ends with the name of a file that a document can be.
  private static func isDocument(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    guard text.count >= 6, isFile(text) else { return false }
    return !["txt", "jpg", "mp4", "zip", "et"].contains { name in
      text.suffix(name.utf8.count).elementsEqual(name.utf8)
    }
  }

  /// Files that a page shows in a frame: by the frame's address, or by the file that the address of a viewer names.
  static func embedded(in tree: MarkupTree) -> [Link] {
    var links: [Link] = []
    for node in 0..<tree.count where tree.tag(node) == .iframe || tree.tag(node) == .embed {
      guard links.count < 20, let source = tree.attribute(.src, of: node), source.count <= 4_000 else { continue }
      let address = tree.pool[source]
      var target = isFile(address) ? address : nil
      for query in address.split(whereSeparator: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "&") }).dropFirst() {
        guard target == nil, let mark = query.firstIndex(of: UInt8(ascii: "=")) else { continue }
        let value = query[(mark + 1)...]
        if isFile(value) { target = value }
      }
      guard let target else { continue }
      let name = target.split(separator: UInt8(ascii: "/")).last ?? target
      links.append(Link(text: String(decoding: name, as: UTF8.self), target: String(decoding: target, as: UTF8.self)))
    }
    return links
  }

  /// The nearest element `a` around a node, within a few steps.
  static func anchor(of node: Int, in tree: MarkupTree) -> Int? {
    var current = tree.parent(node)
    for _ in 0..<6 {
      guard let at = current else { return nil }
      if tree.tag(at) == .a { return at }
      current = tree.parent(at)
    }
    return nil
  }

  static func text(of node: Int, in tree: MarkupTree) -> String {
    var bytes: [UInt8] = []
    for inner in node..<tree.end(node) where tree.tag(inner) == .text {
      bytes.append(contentsOf: tree.pool[tree.text(inner)])
    }
    return TrimmedText.string(bytes)
  }

  private static func isPicture(_ target: ArraySlice<UInt8>) -> Bool {
    TextLine.ends(target, with: [Array(".jpg".utf8), Array(".png".utf8), Array(".gif".utf8)])
  }

  private static func isFile(_ target: some BidirectionalCollection<UInt8>) -> Bool {
    let path = target.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let dot = path.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let type = path[path.index(after: dot)...].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return types.contains(type)
  }
}
