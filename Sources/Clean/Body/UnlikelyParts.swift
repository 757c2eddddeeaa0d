/// Parts of a page whose element says that they are not its text: comments, recommendations, side bars, feet.
///
/// A hint, no verdict: what stands there weighs little, and is the text where nothing else is.
struct UnlikelyParts {
  /// Node ranges, ascending and disjoint.
  private(set) var ranges: [Range<Int>] = []
  private let names: PagePartNames
  /// Where parts begin in which readers speak.
  private var comments: Set<Int> = []

  /// - Parameter headings: nodes of the page's own heading, ascending: what holds one is misnamed.
  init(_ tree: MarkupTree, headings: [Int], names: PagePartNames) {
    self.names = names
    var node = 0
    var next = 0
    while node < tree.count {
      while next < headings.count, headings[next] < node { next += 1 }
      let isOwn = next < headings.count && headings[next] < tree.end(node)
      if !isOwn, let kind = kind(of: node, tree) {
        ranges.append(node..<tree.end(node))
        if kind == .comments { comments.insert(node) }
        node = tree.end(node)
      } else {
        node += 1
      }
    }
  }

  /// Takes out what is misnamed: a part that holds most of the page's text. What readers say can be longer than the
  /// article: such a part is misnamed only where hardly any text stands outside.
  ///
  /// - Complexity: O(lines).
  mutating func forgive(in page: PageLines, _ verdicts: [FurnitureRules.Verdict]) {
    guard !ranges.isEmpty else { return }
    var total = 0
    var weights = [Int](repeating: 0, count: ranges.count)
    for (index, line) in page.lines.enumerated() {
      let weight = LineWeights.weight(line, verdicts[index])
      total += weight
      guard let part = self.index(of: line.nodes.lowerBound) else { continue }
      weights[part] += weight
    }
    let outside = total - weights.reduce(0, +)
    ranges = ranges.indices.filter {
      weights[$0] * 2 <= total || comments.contains(ranges[$0].lowerBound) && outside * 10 >= total
    }
    .map { ranges[$0] }
  }

  func contains(_ node: Int) -> Bool { index(of: node) != nil }

  /// The part that a node stands in.
  func index(of node: Int) -> Int? {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(node) ? low : nil
  }

  private enum Kind {
    case aside, comments
  }

  private func kind(of node: Int, _ tree: MarkupTree) -> Kind? {
    switch tree.tag(node) {
    case .nav, .aside, .footer: return .aside
    case .text, .html, .body: return nil
    default: break
    }
    for attribute in [MarkupTree.Attribute.id, .class] {
      guard let range = tree.attribute(attribute, of: node) else { continue }
      var index = range.lowerBound
      var isStart = true
      while index < range.upperBound {
        let byte = tree.pool[index]
        let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
        // A capital behind a small letter begins a word as well.
        let isCapital = byte >= 0x41 && byte <= 0x5A
        if isLetter, isStart || isCapital {
          if begins(tree.pool, index, range.upperBound, with: names.unlikely) { return .aside }
          if begins(tree.pool, index, range.upperBound, with: names.comments) { return .comments }
        }
        isStart = !isLetter
        index += 1
      }
    }
    return nil
  }

  private func begins(_ pool: [UInt8], _ index: Int, _ end: Int, with words: [[UInt8]]) -> Bool {
    words.contains { word in
      guard index + word.count <= end else { return false }
      for offset in word.indices where pool[index + offset] | 0x20 != word[offset] { return false }
      return true
    }
  }
}
