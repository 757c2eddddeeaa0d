/// Finds the lines of a page that are its own text.
///
/// First the element: from the root down, always into the child that holds nearly all prose, so that what is chosen is
/// relative to the page and short texts are found like long ones. Then the lines in it, without the furniture at both
/// ends and in between.
struct BodyFinder {
  let tree: MarkupTree
  let page: PageLines
  let verdicts: [FurnitureRules.Verdict]
  /// What the page declares as its title, in key form.
  private let titles: [[UInt8]]
  /// Whether a line stands in a part of the page that is hardly its text.
  private let isUnlikely: [Bool]
  private let unlikely: UnlikelyParts
  /// The line of the page's own heading.
  private let heading: Int?
  private let weights: LineWeights

  struct Body {
    var node: Int
    /// Indices of lines, ascending.
    var lines: [Int]
    /// How many of them stand before the text itself, in the page's head: the meeting, the speaker, the issuer.
    var opening = 0
    /// The first line of the element, furniture included.
    var span: Range<Int>

    /// The first line of the text itself, or where it would stand.
    var first: Int { lines.indices.contains(opening) ? lines[opening] : lines.first ?? span.lowerBound }
  }

  init(tree: MarkupTree, page: PageLines, verdicts: [FurnitureRules.Verdict]) {
    var titles: [[UInt8]] = []
    for node in 0..<tree.count where tree.tag(node) == .title && titles.count < 4 {
      titles.append(TitleReader.key(Attachments.text(of: node, in: tree)))
    }
    if let title = MetaTags(tree).first(["articletitle", "og:title"]) { titles.append(TitleReader.key(title)) }
    self.titles = titles
    self.tree = tree
    self.page = page
    self.verdicts = verdicts
    let own = Self.ownHeading(page, titles)
    var unlikely = UnlikelyParts(
      tree,
      headings: own.map { [page.lines[$0].nodes.lowerBound] } ?? [],
      names: page.lexicon.partNames
    )
    unlikely.forgive(in: page, verdicts)
    heading = own
    self.unlikely = unlikely
    var isUnlikely = page.lines.map { unlikely.contains($0.nodes.lowerBound) }
    Teasers.mark(&isUnlikely, in: page)
    self.isUnlikely = isUnlikely
    weights = LineWeights(page, verdicts, isUnlikely: isUnlikely)
  }

  func find() -> Body? {
    guard !tree.nodes.isEmpty, weights[0..<page.lines.count] > 0 else { return nil }
    var node = 0
    // The document has no element of its own here: its top nodes are treated as the children of one.
    var range = 0..<tree.count
    var isRoot = true
    var chosen = 0
    while true {
      let total = weights[page.lines(in: range)]
      var best: (node: Int, weight: Int)?
      var child = isRoot ? 0 : node + 1
      while child < range.upperBound {
        let end = tree.end(child)
        if tree.tag(child) != .text, tree.tag(child).isBox || isRoot {
          let own = weights[page.lines(in: child..<end)]
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
    var run = densest(span, in: chosen)
    if let own = behindHeading(outside: run) ?? ownArticle(cutting: run) { run = own }
    let own = BodyTrimmer(
      tree: tree,
      page: page,
      verdicts: verdicts,
      titles: titles,
      isUnlikely: isUnlikely,
      weights: weights
    ).lines(in: run)
    let opening = own.first.map { self.opening(before: $0) } ?? []
    return Body(node: chosen, lines: opening.isEmpty ? own : opening + own, opening: opening.count, span: run)
  }

  /// The lines between title and text that are the document's own.
  private func opening(before first: Int) -> [Int] {
    var lines: [(index: Int, bytes: [UInt8], measure: TextMeasure)] = []
    for index in stride(from: first - 1, through: max(0, first - 14), by: -1) {
      let line = page.lines[index]
      if verdicts[index].contains(.furniture) { continue }
      guard !line.isLink, !isUnlikely[index], line.measure.units <= 120 else { break }
      let bytes = Array(page.text[line.range])
      let key = LineKey(bytes).bytes
      if key.count >= 18, titles.contains(where: { $0.holds(key) }) { break }
      lines.append((index, bytes, line.measure))
    }
    return OpeningLine.opening(lines.reversed())
  }

  /// Whether the child holds so much that the rest is not the document's own.
  private func descend(from node: Int, isRoot: Bool, into child: Int, weight own: Int, of total: Int) -> Int? {
    let lines = page.lines(in: child..<tree.end(child))
    if own == total { return lines.count > 1 || isRoot ? child : nil }
    // One paragraph is no body of its own among others.
    guard lines.count > 1 else { return nil }
    if page.tables.contains(where: { $0.node == child }) { return nil }
    let around = isRoot ? 0..<page.lines.count : page.lines(in: node..<tree.end(node))
    guard own * 100 >= total * 90 || page.lexicon.partNames.namesBody(child, of: tree) && own * 10 >= total * 6 else {
      return nil
    }
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

  /// The stretch of lines in which text outweighs links, menus and furniture the most: an element that holds more than
  /// the text is cut to it.
  ///
  /// - Complexity: O(lines).
  private func densest(_ span: Range<Int>, in node: Int) -> Range<Int> {
    let isInside = unlikely.contains(node)
    var best = (sum: 0, range: span)
    var sum = 0
    var start = span.lowerBound
    var part: (lines: Int, index: Int?) = (0, nil)
    for index in span {
      let line = page.lines[index]
      let score: Int
      if isUnlikely[index], !isInside {
        // Text can go on behind such a part, however long it is.
        let own = unlikely.index(of: line.nodes.lowerBound)
        part = own != nil && own == part.index ? (part.lines + 1, own) : (1, own)
        score = part.lines <= 8 ? -30 : 0
      } else if verdicts[index].contains(.furniture) {
        score = -8
      } else if line.isLink {
        score = Attachments.isFileLink(line, of: tree) ? 0 : -8 - line.measure.units
      } else {
        score = weights[index] + 1
      }
      sum += score
      if sum > best.sum { best = (sum, start..<index + 1) }
      if sum <= 0 {
        sum = 0
        start = index + 1
      }
    }
    return best.range
  }

  private static func ownHeading(_ page: PageLines, _ titles: [[UInt8]]) -> Int? {
    page.lines.indices.first { index in
      guard case .heading(1) = page.lines[index].kind, page.lines[index].measure.units >= 6 else { return false }
      let key = LineKey(page.text[page.lines[index].range]).bytes
      return titles.contains { $0.holds(key) }
    }
  }

  /// An element behind the heading that says that it holds the text, and repeats the title in it.
  private func namedElement(behind heading: Int, before limit: Int) -> Range<Int>? {
    let title = LineKey(page.text[page.lines[heading].range]).bytes
    var node = page.lines[heading].nodes.upperBound
    while node < page.lines[limit].nodes.lowerBound {
      if tree.tag(node) != .text, page.lexicon.partNames.namesBody(node, of: tree), !unlikely.contains(node) {
        let lines = page.lines(in: node..<tree.end(node))
        if lines.upperBound <= limit,
          lines.prefix(6).contains(where: { LineKey(page.text[page.lines[$0].range]).bytes.starts(with: title) })
        {
          return lines
        }
        node = tree.end(node)
      } else {
        node += 1
      }
    }
    return nil
  }

  /// The text right behind the page's heading, where the densest stretch stands somewhere else: a stream of other
  /// articles can be longer than the page's own.
  private func behindHeading(outside run: Range<Int>) -> Range<Int>? {
    guard let heading, heading + 1 < run.lowerBound else { return nil }
    if let named = namedElement(behind: heading, before: run.lowerBound) { return named }
    var sum = 0
    var start = heading + 1
    var best = (sum: 0, range: start..<start)
    for index in heading + 1..<run.lowerBound {
      let line = page.lines[index]
      let weight = weights[index]
      sum += weight > 0 && !isUnlikely[index] ? weight : -12 - line.linkUnits
      if sum <= 0 {
        // Players, switches and pictures can stand between a heading and its text.
        sum = 0
        start = index + 1
      }
      if sum > best.sum { best = (sum, start..<index + 1) }
      if best.sum > 0, sum < best.sum - 120 || index >= heading + 120 { break }
    }
    guard best.sum >= 160, !best.range.isEmpty else { return nil }
    let isLarge = best.sum * 12 > weights[run]
    return isLarge || isArticle(around: heading, without: run.lowerBound) ? best.range : nil
  }

  /// The rest of the article that the page's heading stands in, where the stretch goes on behind it.
  private func ownArticle(cutting run: Range<Int>) -> Range<Int>? {
    guard let heading else { return nil }
    var current = tree.parent(page.lines[heading].nodes.lowerBound)
    while let node = current {
      if tree.tag(node) == .article {
        let lines = heading + 1..<max(heading + 1, page.lines(in: node..<tree.end(node)).upperBound)
        return lines.upperBound < run.upperBound && lines.upperBound > run.lowerBound && weights[lines] >= 160
          ? lines : nil
      }
      current = tree.parent(node)
    }
    return nil
  }

  /// Whether the heading stands in an element `article` that ends before the other line.
  private func isArticle(around heading: Int, without line: Int) -> Bool {
    var current = tree.parent(page.lines[heading].nodes.lowerBound)
    while let node = current, tree.end(node) <= page.lines[line].nodes.lowerBound {
      if tree.tag(node) == .article { return true }
      current = tree.parent(node)
    }
    return false
  }

}
