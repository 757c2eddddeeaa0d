internal import Documents

/// Where the first of several entries ends: an article with its comments, a thread, a page of posts. Each of them has a
/// line with its day and hour.
struct PostEnd {
  let page: PageLines
  let weights: LineWeights

  /// - Parameters:
  ///   - text: the stretch behind the page's head.
  ///   - span: the stretch with its head.
  func end(of text: Range<Int>, in span: Range<Int>) -> Int {
    // The first paragraph: what stands before it belongs to the first entry.
    guard let first = text.first(where: { weights[$0] >= 40 }) else { return text.upperBound }
    let head = (span.lowerBound..<first).compactMap { stamp($0)?.date }
    let stamps = (first..<text.upperBound).compactMap { index in stamp(index).map { (index: index, date: $0.date) } }
    guard let cut = stamps.first?.index else { return text.upperBound }
    let dates = Set((head + stamps.map(\.date)).map(\.description))
    guard stamps.count >= 2 || !head.isEmpty && dates.count > 1 else { return text.upperBound }
    // An interview has the hour beside each answer.
    if dates.count == 1, weights[text.lowerBound..<cut] * 3 < weights[cut..<text.upperBound] { return text.upperBound }
    // The next entry's title, or the name of who wrote it.
    let before = page.lines[cut - 1]
    if cut - 1 > first, before.measure.stops == 0, isHeading(before) || before.isLink || before.measure.units <= 6 {
      return cut - 1
    }
    return cut
  }

  private func stamp(_ index: Int) -> TimeStamp? { TimeStamp(index, of: page) }

  private func isHeading(_ line: PageLine) -> Bool {
    if case .heading = line.kind { return true }
    return false
  }
}
