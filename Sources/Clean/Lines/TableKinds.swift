/// Which tables hold data and which only put text in its place.
struct TableKinds {
  private let data: Set<Int>

  func isData(_ node: Int) -> Bool { data.contains(node) }

  /// - Complexity: O(nodes) for all tables together, as only the outermost data tables count.
  init(tree: MarkupTree) {
    var data: Set<Int> = []
    var open: [Candidate] = []
    for node in 0..<tree.count {
      while let last = open.last, last.end <= node {
        open.removeLast()
        if last.isData { data.insert(last.node) }
        if let outer = open.indices.last { open[outer].take(inner: last) }
      }
      switch tree.tag(node) {
      case .table: open.append(Candidate(node: node, end: tree.end(node)))
      case .tr: if let last = open.indices.last { open[last].beginRow() }
      case .td, .th: if let last = open.indices.last { open[last].beginCell() }
      case .text:
        guard let last = open.indices.last else { continue }
        let units = tree.pool[tree.text(node)].withUnsafeBufferPointer { TextMeasure($0).units }
        if units > 0 { open[last].add(units) }
      default: break
      }
    }
    while let last = open.popLast() {
      if last.isData { data.insert(last.node) }
      if let outer = open.indices.last { open[outer].take(inner: last) }
    }
    self.data = data
  }

  private struct Candidate {
    let node: Int
    let end: Int
    var units = 0
    var innerUnits = 0
    var cellUnits = 0
    var largestCell = 0
    var filledCells = 0
    /// Rows with more than one filled cell.
    var wideRows = 0

    init(node: Int, end: Int) {
      self.node = node
      self.end = end
    }

    mutating func beginRow() {
      if filledCells > 1 { wideRows += 1 }
      filledCells = 0
      cellUnits = 0
    }

    mutating func beginCell() { cellUnits = 0 }

    mutating func add(_ more: Int) {
      if cellUnits == 0 {
        filledCells += 1
      }
      units += more
      cellUnits += more
      largestCell = max(largestCell, cellUnits)
    }

    mutating func take(inner: Candidate) {
      innerUnits += inner.units
      add(inner.units)
    }

    var isData: Bool {
      let rows = wideRows + (filledCells > 1 ? 1 : 0)
      guard rows > 0, units > 0 else { return false }
      // One cell with most of the words, and words enough for paragraphs, is a column of text.
      if largestCell > 200, largestCell * 2 > units { return false }
      return innerUnits * 3 < units || innerUnits < 40
    }
  }
}
