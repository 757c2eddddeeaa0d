/// Finds the lines of a page that are its own text.
///
/// First the element: from the root down, always into the child that holds nearly all prose, so that what is chosen is
/// relative to the page and short texts are found like long ones. Then the lines in it, without the furniture at both
/// ends and in between.
struct BodyFinder {
  let tree: MarkupTree
  let page: PageLines
  let verdicts: [FurnitureRules.Verdict]
  /// Weight of the lines before a line.
  private let before: [Int]

  struct Body {
    var node: Int
    /// Indices of lines, ascending.
    var lines: [Int]
    /// The first line of the element, furniture included.
    var span: Range<Int>
  }

  init(tree: MarkupTree, page: PageLines, verdicts: [FurnitureRules.Verdict]) {
    self.tree = tree
    self.page = page
    self.verdicts = verdicts
    var sum = 0
    var before = [0]
    before.reserveCapacity(page.lines.count + 1)
    for (index, line) in page.lines.enumerated() {
      sum += Self.weight(line, verdicts[index])
      before.append(sum)
    }
    self.before = before
  }

  /// How much a line speaks for being a document's own text.
  private static func weight(_ line: PageLine, _ verdict: FurnitureRules.Verdict) -> Int {
    guard !verdict.contains(.furniture), !line.isLink else { return 0 }
    let own = line.measure.units - line.linkUnits
    if line.table != nil { return own * 2 }
    if line.measure.stops > 0, own >= 10 { return own * 4 }
    return own >= 40 ? own * 2 : own / 2
  }

  private func weight(_ lines: Range<Int>) -> Int { before[lines.upperBound] - before[lines.lowerBound] }

  func find() -> Body? {
    guard !tree.nodes.isEmpty, weight(0..<page.lines.count) > 0 else { return nil }
    var node = 0
    // The document has no element of its own here: its top nodes are treated as the children of one.
    var range = 0..<tree.count
    var isRoot = true
    var chosen = 0
    while true {
      let total = weight(page.lines(in: range))
      var best: (node: Int, weight: Int)?
      var child = isRoot ? 0 : node + 1
      while child < range.upperBound {
        let end = tree.end(child)
        if tree.tag(child) != .text, tree.tag(child).isBox || isRoot {
          let own = weight(page.lines(in: child..<end))
          if own > best?.weight ?? 0 { best = (child, own) }
        }
        child = max(end, child + 1)
      }
      guard let best, let next = descend(from: node, isRoot: isRoot, into: best.node, weight: best.weight, of: total)
      else { break }
      node = next
      chosen = next
      isRoot = false
      range = node..<tree.end(node)
    }
    let span = isRoot ? 0..<page.lines.count : page.lines(in: range)
    return Body(node: chosen, lines: trimmed(span), span: span)
  }

  /// Whether the child holds so much that the rest is not the document's own.
  private func descend(from node: Int, isRoot: Bool, into child: Int, weight own: Int, of total: Int) -> Int? {
    let lines = page.lines(in: child..<tree.end(child))
    if own == total { return lines.count > 1 || isRoot ? child : nil }
    // One paragraph is no body of its own among others.
    guard lines.count > 1 else { return nil }
    if page.tables.contains(where: { $0.node == child }) { return nil }
    let around = isRoot ? 0..<page.lines.count : page.lines(in: node..<tree.end(node))
    guard own * 100 >= total * 90 || BodyHints.names(child, of: tree) && own * 10 >= total * 6 else { return nil }
    return continues(lines, in: around) ? nil : child
  }

  /// Whether the text goes on outside of the child: a paragraph stands right before or behind it, with nothing between
  /// them that is not the document's own.
  private func continues(_ lines: Range<Int>, in around: Range<Int>) -> Bool {
    func reaches(_ indices: some Sequence<Int>) -> Bool {
      for index in indices.prefix(8) {
        let line = page.lines[index]
        if !verdicts[index].isEmpty || line.isLink { return false }
        if case .heading(let level) = line.kind, level <= 2 { return false }
        if line.table == nil, line.measure.stops > 0, line.measure.units >= 25 { return true }
      }
      return false
    }
    return reaches((around.lowerBound..<lines.lowerBound).reversed()) || reaches(lines.upperBound..<around.upperBound)
  }

  /// The lines of the element without furniture.
  private func trimmed(_ span: Range<Int>) -> [Int] {
    var start = span.lowerBound
    var end = span.upperBound
    let total = max(1, weight(span))
    // Behind a line such as "上一篇" with hardly any text after it, nothing is the document's own.
    for index in span where verdicts[index].contains(.cuts) {
      if weight(index..<end) * 20 < total {
        end = index
        break
      }
    }
    // What stands before the line with the date of publication is the page's head, where little text does.
    for index in span.prefix(25) where index < end && verdicts[index].contains(.furniture) && !page.lines[index].isLink
    {
      if weight(span.lowerBound..<index) * 20 < total { start = index + 1 }
    }
    guard start < end else { return [] }
    return (start..<end).filter { index in
      let line = page.lines[index]
      if verdicts[index].contains(.furniture) { return false }
      return !isFileLink(line)
    }
  }

  /// A line that is a link to a file: an attachment.
  private func isFileLink(_ line: PageLine) -> Bool {
    guard line.linkUnits * 10 >= line.measure.units * 8 else { return false }
    return Attachments.link(in: line.nodes, of: tree) != nil
  }
}
