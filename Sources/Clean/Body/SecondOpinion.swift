/// A second way to a page's text, which shares nothing with ``BodyFinder``: no names of elements, no furniture, no title.
/// Each line of prose speaks for the elements around it, the nearest most; the element with the most is taken, with those
/// beside it that hold as much. Where the two ways part, neither is to be trusted.
struct SecondOpinion {
  let tree: MarkupTree
  let page: PageLines

  /// How far two sets of lines agree: twice what they share over what they hold, in units; 0 to 1.
  ///
  /// - Complexity: O(lines).
  func agreement(with lines: [Int]) -> Double {
    var shared = 0
    var all = 0
    var index = 0
    for node in elements() {
      for own in page.lines(in: Int(node)..<tree.end(Int(node))) where isText(own) {
        while index < lines.count, lines[index] < own { index += 1 }
        if index < lines.count, lines[index] == own { shared += units(own) }
        all += units(own)
      }
    }
    for line in lines { all += units(line) }
    return all == 0 ? 0 : Double(2 * shared) / Double(all)
  }

  private func units(_ line: Int) -> Int { page.lines[line].measure.units }

  private func isText(_ line: Int) -> Bool {
    let line = page.lines[line]
    return line.measure.units > 0 && (!line.isLink || line.measure.stops > 0)
  }

  /// The elements that were found, in order; none holds another.
  private func elements() -> [Int32] {
    var scores = [Int32](repeating: 0, count: tree.count)
    // Elements with a score.
    var scored: [Int32] = []
    for (index, line) in page.lines.enumerated() {
      let own = line.measure.units - line.linkUnits
      guard own >= 10, line.measure.stops > 0 || line.table != nil, !line.isLink else { continue }
      var score = Int32(8 * min(own, 200))
      var node = box(around: line.table.map { page.tables[$0].node } ?? page.lines[index].nodes.lowerBound)
      for _ in 0..<4 {
        guard let at = node else { break }
        if scores[at] == 0, score > 0 { scored.append(Int32(at)) }
        scores[at] = Int32(clamping: Int(scores[at]) + Int(score))
        score /= 2
        node = box(around: at)
      }
    }
    // Of equals the first.
    guard let best = scored.max(by: { (scores[Int($0)], -$0) < (scores[Int($1)], -$1) }) else { return [] }
    let least = Int(scores[Int(best)])
    let parent = tree.parent(Int(best))
    scored.removeAll { Int(scores[Int($0)]) * 5 < least || tree.parent(Int($0)) != parent }
    scored.sort()
    return scored
  }

  /// The nearest element around a node that can hold paragraphs.
  private func box(around node: Int) -> Int? {
    var current = tree.parent(node)
    while let at = current {
      switch tree.tag(at) {
      case .div, .section, .article, .main, .td, .center, .form, .body, .html, .ucapcontent, .blockquote, .ul, .ol, .dl:
        return at
      default: current = tree.parent(at)
      }
    }
    return nil
  }
}
