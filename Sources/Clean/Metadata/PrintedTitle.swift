/// Finds the title of a page that declares none: its title tag tells of the site or of a column, and no heading stands
/// near. Then place and words tell: the title stands above the line with date and source, or ends as titles of
/// documents do.
struct PrintedTitle {
  let lines: PageLines
  let verdicts: [FurnitureRules.Verdict]

  /// How many lines before the text can belong to its head: lists of years or places stand between them on some pages.
  private static let reach = 60
  private static let kinds = [
    "报告", "公报", "公告", "通报", "通知", "意见", "决议", "决定", "办法", "规划", "讲话", "说明", "方案", "纲要", "要点", "条例", "摘要",
  ].map { Array($0.utf8) }
  private static let remarks = ["摘要", "草案", "全文", "实录", "书面", "节选"].map { Array($0.utf8) }

  /// The title and its line.
  ///
  /// - Parameter first: the text's first line.
  func find(before first: Int) -> (title: String, line: Int)? {
    aboveByline(before: first) ?? named(around: first)
  }

  /// What stands right above the uppermost of the lines with date, source and switches.
  private func aboveByline(before first: Int) -> (title: String, line: Int)? {
    let last = min(first, lines.lines.count)
    guard let byline = (max(0, last - Self.reach)..<last).first(where: isByline) else { return nil }
    var index = byline - 1
    while index >= 0, index >= byline - 4 {
      if canBeTitle(index) { return (lines.string(index), index) }
      // Switches can stand between them, another text cannot.
      guard verdicts[index].contains(.furniture) || lines.lines[index].measure.units < 4 else { return nil }
      index -= 1
    }
    return nil
  }

  /// A line, or up to three that belong together, that ends with the name of a kind of document.
  private func named(around first: Int) -> (title: String, line: Int)? {
    let last = min(first, lines.lines.count)
    for index in max(0, last - 12)..<min(lines.lines.count, last + 8) {
      let line = lines.lines[index]
      guard line.measure.stops <= 1, line.measure.units <= 60, isFree(index), namesKind(index) else { continue }
      var start = index
      var units = line.measure.units
      // A title that was set in several lines: those above go on in it.
      while start > 0, index - start < 2, !isClosed(start - 1), canBegin(start - 1), units < 60 {
        start -= 1
        units += lines.lines[start].measure.units
      }
      guard units >= 8 else { continue }
      let pieces = (start...index).map { lines.string($0) }
      return (pieces.joined(), start)
    }
    return nil
  }

  /// Whether a line tells when or by whom the page was published.
  private func isByline(_ index: Int) -> Bool {
    let line = lines.lines[index]
    guard line.table == nil, line.measure.units <= 80, line.measure.stops <= 1, !line.isLink else { return false }
    let bytes = lines.text[line.range]
    if TimeStamp(bytes, line.measure) != nil { return true }
    guard verdicts[index].contains(.furniture) || line.measure.digits >= 6 else { return false }
    let found = LabelledValues([(index, bytes)], lines.lexicon)
    return found.best(.published, where: { DateReader.first(in: $0.value) != nil }) != nil
  }

  private func canBeTitle(_ index: Int) -> Bool {
    let measure = lines.lines[index].measure
    guard measure.units >= 6, measure.units <= 100, measure.stops <= 2, isFree(index) else { return false }
    let bytes = Array(lines.text[lines.lines[index].range])
    return OpeningLine(bytes, measure, after: nil) == nil && DateReader.leading(in: bytes) == nil
      && !TextLine.ends(bytes, with: TextLine.terminators)
  }

  /// Neither furniture nor a link nor a row of a table.
  private func isFree(_ index: Int) -> Bool {
    let line = lines.lines[index]
    return !verdicts[index].contains(.furniture) && !line.isLink && line.table == nil
  }

  private func canBegin(_ index: Int) -> Bool {
    let measure = lines.lines[index].measure
    return measure.units >= 4 && measure.units <= 40 && canBeTitle(index)
  }

  /// Whether the line is a whole title, name or number of its own.
  private func isClosed(_ index: Int) -> Bool {
    let key = LineKey(lines.text[lines.lines[index].range]).bytes
    return namesKind(index) || TextLine.ends(key, with: [Array("文件".utf8), Array("号".utf8), [0x3A]])
      || HeadingMarks.begins(key)
  }

  private func namesKind(_ index: Int) -> Bool {
    var key = LineKey(lines.text[lines.lines[index].range]).bytes[...]
    guard !HeadingMarks.begins(Array(key.prefix(24))) else { return false }
    for remark in Self.remarks where key.count > remark.count + 12 && key.suffix(remark.count).elementsEqual(remark) {
      key = key.dropLast(remark.count)
    }
    return TextLine.ends(key, with: Self.kinds)
  }
}
