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
  /// Weight of the lines before a line.
  private let before: [Int]

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
    let unlikely = UnlikelyParts(tree, headings: own.map { [page.lines[$0].nodes.lowerBound] } ?? [])
    heading = own
    self.unlikely = unlikely
    isUnlikely = page.lines.map { unlikely.contains($0.nodes.lowerBound) }
    var sum = 0
    var before = [0]
    before.reserveCapacity(page.lines.count + 1)
    for (index, line) in page.lines.enumerated() {
      let weight = Self.weight(line, verdicts[index])
      sum += isUnlikely[index] ? weight / 8 : weight
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

  /// Weight of the lines that a condition holds for, where they stand aside.
  private func weight(_ lines: Range<Int>, where holds: (Int) -> Bool) -> Int {
    lines.reduce(0) { holds($1) ? $0 + Self.weight(page.lines[$1], verdicts[$1]) : $0 }
  }

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
    var run = densest(span, in: chosen)
    if let own = behindHeading(outside: run) ?? ownArticle(cutting: run) { run = own }
    let own = withoutMenus(trimmed(run))
    let opening = own.first.map { self.opening(before: $0) } ?? []
    return Body(node: chosen, lines: opening + own, opening: opening.count, span: run)
  }

  /// Nothing, where a few words are all that is left: the entries of a menu around a text that is not there.
  private func withoutMenus(_ lines: [Int]) -> [Int] {
    let isMenu =
      lines.count >= 3
      && lines.allSatisfy { page.lines[$0].measure.units <= 10 && page.lines[$0].measure.stops == 0 }
      && lines.reduce(0) { $0 + page.lines[$1].measure.units } < 50
      && !lines.contains { page.lines[$0].table != nil }
    return isMenu ? [] : lines
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
      if key.count >= 18, titles.contains(where: { TitleReader.contains($0, key) }) { break }
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

  /// The stretch of lines in which text outweighs links, menus and furniture the most: an element that holds more than
  /// the text is cut to it.
  ///
  /// - Complexity: O(lines).
  private func densest(_ span: Range<Int>, in node: Int) -> Range<Int> {
    let isInside = unlikely.contains(node)
    var best = (sum: 0, range: span)
    var sum = 0
    var start = span.lowerBound
    for index in span {
      let line = page.lines[index]
      let score: Int
      if isUnlikely[index], !isInside {
        score = -30
      } else if verdicts[index].contains(.furniture) {
        score = -8
      } else if line.isLink {
        score = isFileLink(line) ? 0 : -8 - line.measure.units
      } else {
        score = Self.weight(line, verdicts[index]) + 1
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
      return titles.contains { TitleReader.contains($0, key) }
    }
  }

  /// An element behind the heading that says that it holds the text, and repeats the title in it.
  private func namedElement(behind heading: Int, before limit: Int) -> Range<Int>? {
    let title = LineKey(page.text[page.lines[heading].range]).bytes
    var node = page.lines[heading].nodes.upperBound
    while node < page.lines[limit].nodes.lowerBound {
      if tree.tag(node) != .text, BodyHints.names(node, of: tree), !unlikely.contains(node) {
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
    var best = (sum: 0, end: heading + 1)
    for index in heading + 1..<run.lowerBound {
      let line = page.lines[index]
      let weight = Self.weight(line, verdicts[index])
      sum += weight > 0 && !isUnlikely[index] ? weight : -12 - line.linkUnits
      if sum > best.sum { best = (sum, index + 1) }
      if sum < best.sum - 120 { break }
    }
    guard best.sum >= 160, best.end > heading + 1 else { return nil }
    let isLarge = best.sum * 12 > weight(run)
    return isLarge || isArticle(around: heading, without: run.lowerBound) ? heading + 1..<best.end : nil
  }

  /// The rest of the article that the page's heading stands in, where the stretch goes on behind it.
  private func ownArticle(cutting run: Range<Int>) -> Range<Int>? {
    guard let heading else { return nil }
    var current = tree.parent(page.lines[heading].nodes.lowerBound)
    while let node = current {
      if tree.tag(node) == .article {
        let lines = heading + 1..<max(heading + 1, page.lines(in: node..<tree.end(node)).upperBound)
        return lines.upperBound < run.upperBound && lines.upperBound > run.lowerBound && weight(lines) >= 160
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

  /// The lines of the element without furniture.
  private func trimmed(_ span: Range<Int>) -> [Int] {
    var start = span.lowerBound
    var end = span.upperBound
    let total = max(1, weight(span))
    // Behind a line such as "上一篇" with hardly any text after it, nothing is the document's own.
    for index in span where verdicts[index].contains(.cuts) {
      if weight(index..<end) * 7 < total {
        end = index
        break
      }
    }
    // What stands before the line with the date of publication is the page's head, where little text does.
    for index in span.prefix(25) where index < end && !page.lines[index].isLink {
      guard verdicts[index].contains(.furniture) || isLabelledDate(index) else { continue }
      if weight(span.lowerBound..<index) * 20 < total { start = index + 1 }
    }
    start = max(start, behindTitle(start..<end))
    guard start < end else { return [] }
    // Where most of the text stands in such a part, the part is misnamed.
    let unlikelyWeight = weight(start..<end, where: { isUnlikely[$0] })
    let isUnlikelyText = unlikelyWeight * 2 > weight(start..<end, where: { _ in true })
    return (start..<end).filter { index in
      let line = page.lines[index]
      if verdicts[index].contains(.furniture) || isUnlikely[index] && !isUnlikelyText { return false }
      return !isFileLink(line) && !isAdvertisement(line)
    }
  }

  /// A line that is a link and nothing else, among paragraphs; or no word at all.
  private func isAdvertisement(_ line: PageLine) -> Bool {
    if line.measure.units == 0 { return true }
    switch line.kind {
    case .paragraph, .tableRow, .listItem: break
    default: return false
    }
    return line.measure.units >= 6 && line.linkUnits * 10 >= line.measure.units * 9
  }

  /// A date with a label behind it: "2026-04-09 出处：市统计局". A date alone can be the document's own.
  private func isLabelledDate(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.measure.units <= 30, line.measure.digits >= 5 else { return false }
    let bytes = Array(page.text[line.range])
    guard DateReader.leading(in: bytes) != nil else { return false }
    let found = LabelledValues([(0, bytes[...])], labels: .builtIn) { _ in false }
    return !found.entries.isEmpty
  }

  /// Where the text begins if the element holds the page's own heading as well: behind it, and behind the names and
  /// dates under it.
  private func behindTitle(_ span: Range<Int>) -> Int {
    for index in span.prefix(10) {
      guard case .heading(let level) = page.lines[index].kind, level <= 2 else { continue }
      let key = LineKey(page.text[page.lines[index].range]).bytes
      guard key.count >= 6, titles.contains(where: { TitleReader.contains($0, key) }) else { continue }
      var next = index + 1
      while next < span.upperBound, next < index + 8, isByline(next) { next += 1 }
      return next
    }
    return span.lowerBound
  }

  private func isByline(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.measure.stops == 0, line.measure.units <= 12, line.table == nil else { return false }
    if line.isLink { return true }
    return DateReader.leading(in: Array(page.text[line.range])) != nil
  }

  /// A line that is a link to a file: an attachment.
  private func isFileLink(_ line: PageLine) -> Bool {
    guard line.linkUnits * 10 >= line.measure.units * 8 else { return false }
    return Attachments.hasLink(in: line.nodes, of: tree)
  }
}
