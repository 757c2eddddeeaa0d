/// Ways whose steps nothing printed divides: a style draws the arrows, or there are only spaces.
extension Breadcrumb {
  /// The steps of a labelled line: its links, with what stands behind the last of them, else what spaces divide.
  ///
  /// - Parameter rest: the line behind its label.
  func undivided(_ line: Int, _ rest: [UInt8]) -> [String]? {
    let nodes = lines.lines[line].nodes
    let steps = linked(in: nodes)
    if steps.count >= 2 { return steps }
    let pieces = Self.pieces(of: rest)
    guard pieces.count >= 2, pieces[0].hasSuffix("首页") else { return nil }
    return pieces
  }

  /// The steps in an element whose name says that it holds them.
  func named(before first: Int) -> [String] {
    let limit = first < lines.lines.count ? lines.lines[first].nodes.lowerBound : tree.count
    var node = 0
    while node < limit {
      if isNamed(node) {
        let steps = linked(in: node..<min(tree.end(node), limit))
        if steps.count >= 2, steps.count <= 8, steps[0].hasSuffix("首页") { return steps }
        node = tree.end(node)
      } else {
        node += 1
      }
    }
    return []
  }

  private func isNamed(_ node: Int) -> Bool {
    [MarkupTree.Attribute.class, .id].contains { name in
      guard let value = tree.attribute(name, of: node), value.count <= 200 else { return false }
      return tree.pool[value].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }.holds(Array("crumb".utf8))
    }
  }

  /// The texts of links, and the text behind the last of them: the page itself.
  private func linked(in nodes: Range<Int>) -> [String] {
    var steps: [String] = []
    var last = -1
    var rest: [UInt8] = []
    for node in nodes where tree.tag(node) == .text {
      if let anchor = Attachments.anchor(of: node, in: tree) {
        rest = []
        guard anchor != last else { continue }
        last = anchor
        let text = Self.split(Array(Attachments.text(of: anchor, in: tree).utf8)).joined()
        if !text.isEmpty { steps.append(text) }
      } else if last >= 0 {
        rest += tree.pool[tree.text(node)]
      }
    }
    if let own = Self.split(rest).first, own.utf8.count <= 120 { steps.append(own) }
    return steps
  }

  /// What spaces of any width divide.
  private static func pieces(of text: [UInt8]) -> [String] {
    var pieces: [[UInt8]] = [[]]
    var index = 0
    while index < text.count {
      let length = min(LineBuilder.length(text[index]), text.count - index)
      if text[index] <= 0x20 || length > 1 && LineBuilder.isWideSpace(text, index, length) {
        pieces.append([])
      } else {
        pieces[pieces.count - 1] += text[index..<index + length]
      }
      index += length
    }
    return pieces.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }
}
