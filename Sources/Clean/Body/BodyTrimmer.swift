/// Takes from a stretch of lines what is not the document's own: its head with title and byline, what hangs behind the
/// text, and furniture in between.
struct BodyTrimmer {
  let tree: MarkupTree
  let page: PageLines
  let verdicts: [FurnitureRules.Verdict]
  /// What the page declares as its title, in key form.
  let titles: [[UInt8]]
  let isUnlikely: [Bool]
  let weights: LineWeights

  func lines(in span: Range<Int>) -> [Int] {
    var end = self.end(of: span)
    var start = self.start(of: span.lowerBound..<end)
    start = max(start, behindTitle(start..<max(start, end)))
    guard start < end else { return [] }
    end = PostEnd(page: page, weights: weights).end(of: start..<end, in: span)
    end = self.end(of: start..<end)
    // Where most of the text stands in such a part, the part is misnamed.
    let unlikely = weights.sum(start..<end) { isUnlikely[$0] }
    let isMisnamed = unlikely * 2 > weights.sum(start..<end) { _ in true }
    var lines: [Int] = []
    lines.reserveCapacity(end - start)
    for index in start..<end {
      let line = page.lines[index]
      if verdicts[index].contains(.furniture) || isUnlikely[index] && !isMisnamed { continue }
      if Attachments.isFileLink(line, of: tree) || isAdvertisement(line) || isStamp(index) { continue }
      if repeatsTitle(line) || tellsWhereabouts(line) { continue }
      lines.append(index)
    }
    cutLooseEnds(of: &lines)
    return isMenu(lines) ? [] : lines
  }

  /// Without counters before and behind the text, and without the heading of a list whose entries are gone.
  private func cutLooseEnds(of lines: inout [Int]) {
    while let last = lines.last, isCounter(page.lines[last]) || isBareHeading(page.lines[last]) { lines.removeLast() }
    if let start = lines.firstIndex(where: { !isCounter(page.lines[$0]) }), start > 0 { lines.removeFirst(start) }
  }

  /// "4", "+1", "9 23": no letter of any script.
  private func isCounter(_ line: PageLine) -> Bool {
    line.table == nil && line.measure.units <= 3 && page.text[line.range].allSatisfy { $0 < 0x41 }
  }

  private func isBareHeading(_ line: PageLine) -> Bool {
    guard case .heading = line.kind else { return false }
    return line.measure.units <= 12 && line.measure.stops == 0
  }

  private static let whereabouts = Array("来自".utf8)

  /// Where the writer of a post is: "来自某省".
  private func tellsWhereabouts(_ line: PageLine) -> Bool {
    line.table == nil && line.measure.units <= 6 && line.measure.digits == 0
      && page.text[line.range].starts(with: Self.whereabouts)
  }

  /// The caption of a picture that says no more than the page's title.
  private func repeatsTitle(_ line: PageLine) -> Bool {
    guard case .caption = line.kind, line.table == nil else { return false }
    let key = LineKey(page.text[line.range]).bytes
    return key.count >= 12 && titles.contains { $0.starts(with: key) }
  }

  /// Behind a line such as "上一篇" with hardly any text after it, nothing is the document's own. A notice of rights can
  /// be long.
  private func end(of span: Range<Int>) -> Int {
    let total = max(1, weights[span])
    for index in span {
      if verdicts[index].contains(.cuts), weights[index..<span.upperBound] * 7 < total { return index }
      if verdicts[index].contains(.cutsFirmly), weights[index..<span.upperBound] * 2 < total { return index }
    }
    return span.upperBound
  }

  /// What stands before the line with the date of publication is the page's head, where little text does.
  private func start(of span: Range<Int>) -> Int {
    let total = max(1, weights[span])
    var start = span.lowerBound
    for index in span.prefix(25) where !page.lines[index].isLink {
      guard verdicts[index].contains(.furniture) || isLabelledDate(index) || isStamp(index) || isTrail(index)
      else { continue }
      // Of several entries the first is the page's own.
      if isStamp(index), weights[start..<index] >= 160 { break }
      if weights[span.lowerBound..<index] * 20 < total { start = index + 1 }
    }
    return start
  }

  /// Whether a few words are all that is left: the entries of a menu around a text that is not there.
  private func isMenu(_ lines: [Int]) -> Bool {
    lines.count >= 3
      && lines.allSatisfy { page.lines[$0].measure.units <= 10 && page.lines[$0].measure.stops == 0 }
      && lines.reduce(0) { $0 + page.lines[$1].measure.units } < 50
      && !lines.contains { page.lines[$0].table != nil }
  }

  /// A line that is a link and nothing else, among paragraphs; or no word at all.
  private func isAdvertisement(_ line: PageLine) -> Bool {
    if line.measure.units == 0 { return true }
    if line.isOfData { return false }
    switch line.kind {
    case .paragraph, .tableRow, .listItem: break
    default: return false
    }
    return line.measure.units >= 6 && line.linkUnits * 10 >= line.measure.units * 9
  }

  private func isStamp(_ index: Int) -> Bool { TimeStamp(index, of: page) != nil }

  /// The way from the site's start page to this one, where it stands in the text's own element.
  private func isTrail(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.linkUnits * 4 >= line.measure.units, line.measure.units <= 60, line.measure.stops <= 2 else {
      return false
    }
    return Breadcrumb.split(Array(page.text[line.range]), by: Breadcrumb.arrows).count >= 3
  }

  /// A date with a label behind it: "2026-04-09 出处：市统计局". A date alone can be the document's own.
  private func isLabelledDate(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.measure.units <= 30, line.measure.digits >= 5 else { return false }
    let bytes = Array(page.text[line.range])
    guard DateReader.leading(in: bytes) != nil else { return false }
    let found = LabelledValues([(0, bytes[...])], page.lexicon)
    return !found.entries.isEmpty
  }

  /// Where the text begins if the element holds the page's own heading as well: behind it, and behind the names and
  /// dates under it.
  private func behindTitle(_ span: Range<Int>) -> Int {
    for index in span.prefix(10) {
      let key = LineKey(page.text[page.lines[index].range]).bytes
      guard case .heading(let level) = page.lines[index].kind, level <= 2 else {
        if index < span.lowerBound + 4, isOnlyTitle(key, page.lines[index], before: span.lowerBound) {
          return index + 1
        }
        continue
      }
      // A page without a title of its own has its heading.
      let isTitle =
        titles.isEmpty
        ? index == span.lowerBound
        : key.count >= 6 && titles.contains { $0.holds(key) || Self.isBadged(key, title: $0) }
      guard isTitle else { continue }
      var next = index + 1
      while next < span.upperBound, next < index + 8, isByline(next) { next += 1 }
      return next
    }
    return span.lowerBound
  }

  /// Whether the line is the title behind a word of two characters: "原创", "转载".
  private static func isBadged(_ key: [UInt8], title: [UInt8]) -> Bool {
    title.count >= 18 && key.count == title.count + 6 && key.suffix(title.count).elementsEqual(title)
  }

  /// Whether a line that is no heading in the markup is the page's title, and the only print of it. A second print is the
  /// document's own.
  private func isOnlyTitle(_ key: [UInt8], _ line: PageLine, before first: Int) -> Bool {
    guard key.count >= 12, titles.contains(where: { Self.isMost(key, of: $0) }),
      OpeningLine(Array(page.text[line.range]), line.measure, after: nil) == nil
    else { return false }
    return !page.lines[..<first].contains { line in
      line.measure.units >= 4 && line.measure.units <= 150
        && LineKey(page.text[line.range]).bytes.holds(key)
    }
  }

  /// Whether a title begins with the line, or says it behind the site's name.
  private static func isMost(_ key: [UInt8], of title: [UInt8]) -> Bool {
    title.starts(with: key)
      ? key.count * 5 >= title.count * 2
      : key.count * 2 > title.count && title.holds(key)
  }

  private func isByline(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.measure.stops == 0, line.measure.units <= 12, line.table == nil else { return false }
    if line.isLink { return true }
    return DateReader.leading(in: Array(page.text[line.range])) != nil
  }
}
