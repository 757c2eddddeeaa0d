/// Beginnings of other articles: a title that is a link, and under it a text that breaks off in points.
enum Teasers {
  private static let points = ["...", "…", "．．．", "[详细]", "[全文]", "[阅读全文]", "【详细】", "【全文】"].map { Array($0.utf8) }

  /// Marks them, where a page has at least three.
  static func mark(_ isUnlikely: inout [Bool], in page: PageLines) {
    var found: [Range<Int>] = []
    for index in page.lines.indices.dropFirst() where TextLine.ends(page.text[page.lines[index].range], with: points) {
      let line = page.lines[index]
      guard line.table == nil, line.measure.units >= 10 else { continue }
      // A line with a date or a counter can stand between the two.
      for before in stride(from: index - 1, through: max(0, index - 2), by: -1) {
        let title = page.lines[before]
        if title.isLink, title.measure.units >= 5 {
          found.append(before..<index + 1)
          break
        }
        guard title.measure.stops == 0, title.measure.units <= 20 else { break }
      }
    }
    guard found.count >= 3 else { return }
    for lines in found {
      for line in lines { isUnlikely[line] = true }
    }
  }
}
