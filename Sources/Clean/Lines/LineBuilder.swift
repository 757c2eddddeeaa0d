internal import Documents

/// Cuts a tree into lines. It walks the nodes in order and keeps the open elements in arrays: no recursion.
struct LineBuilder {
  private let tree: MarkupTree
  private let parameters: CleanParameters
  private let hiddenNames: [[UInt8]]
  private var page: PageLines

  // The line that is being filled.
  private var start = 0
  private var firstNode = -1
  private var lastNode = -1
  private var linkUnits = 0
  private var pendingSpace = false

  // What is open.
  private var linkEnd = 0
  private var preEnd = 0
  private var headings: [(level: UInt8, end: Int)] = []
  private var items: [Int] = []
  private var captions: [Int] = []
  /// Data tables: index, node end.
  private var openTable: (index: Int, end: Int)?
  /// How many rows of it were closed, empty ones counted.
  private var closedRows = 0
  private var openRow: (end: Int, firstCell: Int)?
  private var openCell: (end: Int, node: Int, start: Int)?

  private init(tree: MarkupTree, parameters: CleanParameters, lexicon: CleanLexicon) {
    self.tree = tree
    self.parameters = parameters
    hiddenNames = lexicon.partNames.hidden
    page = PageLines(lexicon)
    // A line's or a cell's end each: growing would copy a large page's text.
    page.text.reserveCapacity(tree.pool.count + tree.count)
    page.lines.reserveCapacity(tree.count / 2)
  }

  /// - Throws: where there are more lines than nodes can be: a text that keeps its line ends can have any number.
  static func lines(
    of tree: MarkupTree,
    parameters: CleanParameters,
    lexicon: CleanLexicon
  ) throws(DocumentFailure) -> PageLines {
    var builder = LineBuilder(tree: tree, parameters: parameters, lexicon: lexicon)
    builder.walk()
    guard builder.page.lines.count <= builder.maximumLines else {
      throw DocumentFailure(.tooManyNodes, found: "more than \(builder.maximumLines) lines")
    }
    return builder.page
  }

  /// Of two nodes each, as a paragraph and its text are.
  private var maximumLines: Int { parameters.maximumNodes / 2 }

  private mutating func walk() {
    // Elements that end a line when they end.
    var breaks: [Int] = []
    let layout = TableKinds(tree: tree)
    var node = 0
    while node < tree.count {
      close(upTo: node, &breaks)
      let tag = tree.tag(node)
      if tag == .text {
        append(node)
        node += 1
        continue
      }
      if tag.isHidden || isHidden(node) {
        if tag.breaksLine { breakLine() }
        node = tree.end(node)
        continue
      }
      let end = tree.end(node)
      if tag.breaksLine {
        breakLine(softly: tag == .br)
        if tag != .br { breaks.append(end) }
      }
      switch tag {
      case .a: if tree.attribute(.href, of: node) != nil { linkEnd = max(linkEnd, end) }
      case .pre: preEnd = max(preEnd, end)
      case .h1, .h2, .h3, .h4, .h5, .h6: headings.append((tag.headingLevel, end))
      case .li where holdsText(node): break
      case .li, .dd, .dt: items.append(end)
      case .caption, .figcaption: captions.append(end)
      case .table:
        if openTable == nil, layout.isData(node) {
          page.tables.append(PageLines.DataTable(node: node, rows: page.rows.count..<page.rows.count))
          openTable = (page.tables.count - 1, end)
          closedRows = 0
        }
      case .tr:
        if let table = openTable, openRow == nil, node < table.end { openRow = (end, page.cells.count) }
      case .td, .th:
        if openRow != nil, openCell == nil {
          openCell = (end, node, page.text.count)
          pendingSpace = false
        }
      default: break
      }
      node += 1
    }
    close(upTo: tree.count, &breaks)
    breakLine()
    page.markData()
  }

  /// Whether an item has so many parts of its own that the list only puts a text in its place.
  private func holdsText(_ item: Int) -> Bool {
    var parts = 0
    var child = item + 1
    while child < tree.end(item), parts < 8 {
      if tree.tag(child).breaksLine, tree.tag(child) != .br { parts += 1 }
      child = max(tree.end(child), child + 1)
    }
    return parts >= 8
  }

  /// Closes whatever ends at or before a node.
  private mutating func close(upTo node: Int, _ breaks: inout [Int]) {
    if let cell = openCell, cell.end <= node { closeCell() }
    if let row = openRow, row.end <= node {
      closeRow()
    }
    while let end = breaks.last, end <= node {
      breaks.removeLast()
      breakLine()
    }
    if let table = openTable, table.end <= node { openTable = nil }
    while let heading = headings.last, heading.end <= node { headings.removeLast() }
    while let item = items.last, item <= node { items.removeLast() }
    while let caption = captions.last, caption <= node { captions.removeLast() }
  }

  private mutating func closeCell() {
    guard let cell = openCell else { return }
    openCell = nil
    pendingSpace = false
    trimEnd(to: cell.start)
    let spans = (
      row: span(.rowspan, of: cell.node), column: span(.colspan, of: cell.node)
    )
    page.cells.append(
      PageLines.Cell(
        range: cell.start..<page.text.count,
        columnSpan: spans.column,
        rowSpan: spans.row,
        isHeader: tree.tag(cell.node) == .th
      )
    )
    // The next cell stands behind one tab.
    page.text.append(0x09)
  }

  private mutating func closeRow() {
    guard let row = openRow else { return }
    openRow = nil
    defer { closedRows += 1 }
    if let last = page.text.last, last == 0x09, page.text.count > start { page.text.removeLast() }
    let cells = row.firstCell..<page.cells.count
    guard let table = openTable?.index, firstNode >= 0, page.cells[cells].contains(where: { !$0.range.isEmpty }) else {
      page.text.removeSubrange(start...)
      page.cells.removeSubrange(cells)
      reset()
      return
    }
    finishLine(.tableRow, table: table)
    page.rows.append(PageLines.Row(line: page.lines.count - 1, cells: cells, place: closedRows))
    page.tables[table].rows = page.tables[table].rows.lowerBound..<page.rows.count
  }

  private func span(_ name: MarkupTree.Attribute, of node: Int) -> Int {
    guard let range = tree.attribute(name, of: node) else { return 1 }
    var value = 0
    for byte in tree.pool[range] {
      guard byte >= 0x30, byte <= 0x39 else { break }
      value = min(value * 10 + Int(byte - 0x30), parameters.maximumSpan)
    }
    return max(1, value)
  }

  /// A line ends here, unless a cell is open: its lines are one, separated by spaces.
  private mutating func breakLine(softly: Bool = false) {
    if openCell != nil {
      pendingSpace = true
      return
    }
    if openRow != nil { return }
    trimEnd(to: start)
    guard page.text.count > start, firstNode >= 0 else {
      page.text.removeSubrange(start...)
      reset()
      return
    }
    let kind: PageLine.Kind =
      if let heading = headings.last { .heading(level: heading.level) } else if !captions.isEmpty {
        .caption
      } else if !items
        .isEmpty
      { .listItem } else { .paragraph }
    finishLine(kind, table: nil)
  }

  private mutating func finishLine(_ kind: PageLine.Kind, table: Int?) {
    page.lines.append(
      PageLine(
        kind: kind,
        range: start..<page.text.count,
        nodes: firstNode..<lastNode + 1,
        measure: page.text[start...].withUnsafeBufferPointer { TextMeasure($0) },
        linkUnits: linkUnits,
        table: table
      )
    )
    page.text.append(0x0A)
    reset()
  }

  private mutating func reset() {
    start = page.text.count
    firstNode = -1
    lastNode = -1
    linkUnits = 0
    pendingSpace = false
  }

  /// Appends a text, its white space collapsed as a browser does.
  private mutating func append(_ node: Int) {
    let range = tree.text(node)
    if openTable != nil, openCell == nil, openRow != nil { return }
    let before = page.text.count
    let isPre = node < preEnd
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = tree.pool[index]
      if byte <= 0x20 {
        if isPre, byte == 0x0A {
          guard page.lines.count <= maximumLines else { return }
          if page.text.count > before { mark(node, from: before) }
          breakLine()
        } else {
          pendingSpace = true
        }
        index += 1
        continue
      }
      let length = Self.length(byte)
      guard index + length <= range.upperBound else { break }
      if length == 3, Self.isZeroWidth(tree.pool[index], tree.pool[index + 1], tree.pool[index + 2]) {
        index += 3
        continue
      }
      if pendingSpace {
        if page.text.count > (openCell?.start ?? start) { page.text.append(0x20) }
        pendingSpace = false
      }
      // White space of any width is not at a line's start.
      if page.text.count == (openCell?.start ?? start),
        Self.isWideSpace(tree.pool, index, length)
      {
        index += length
        continue
      }
      // As far as nothing of that kind can stand.
      var end = index + length
      while end < range.upperBound, tree.pool[end] > 0x20, tree.pool[end] != 0xE2, tree.pool[end] != 0xEF { end += 1 }
      tree.pool.withUnsafeBufferPointer {
        page.text.append(contentsOf: UnsafeBufferPointer(rebasing: $0[index..<end]))
      }
      index = end
    }
    if page.text.count > before { mark(node, from: before) }
  }

  private mutating func mark(_ node: Int, from before: Int) {
    if firstNode < 0 { firstNode = node }
    lastNode = node
    if node < linkEnd, page.text.count > before {
      linkUnits += page.text[before...].withUnsafeBufferPointer { TextMeasure($0).units }
    }
  }

  private mutating func trimEnd(to start: Int) {
    while page.text.count > start {
      let end = page.text.count
      if page.text[end - 1] <= 0x20 {
        page.text.removeLast()
      } else if end - start >= 2, page.text[end - 2] == 0xC2, page.text[end - 1] == 0xA0 {
        page.text.removeLast(2)
      } else if end - start >= 3, page.text[end - 3] == 0xE3, page.text[end - 2] == 0x80, page.text[end - 1] == 0x80 {
        page.text.removeLast(3)
      } else if end - start >= 3, page.text[end - 3] == 0xE2, page.text[end - 2] == 0x80, page.text[end - 1] <= 0x8A {
        page.text.removeLast(3)
      } else {
        return
      }
    }
  }

  private static let hidingStyle = Array("display:none".utf8)

  /// Whether a style hides the element. Text in a class such as "hide" can be the page's own: scripts unfold it.
  private func isHidden(_ node: Int) -> Bool {
    if let names = tree.attribute(.class, of: node), isHidden(class: tree.pool[names]) { return true }
    guard let style = tree.attribute(.style, of: node) else { return false }
    let bytes = tree.pool[style].filter { $0 > 0x20 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return bytes.holds(Self.hidingStyle)
  }

  private func isHidden(class names: ArraySlice<UInt8>) -> Bool {
    var start = names.startIndex
    while start < names.endIndex {
      var end = start
      while end < names.endIndex, names[end] > 0x20 { end += 1 }
      for name in hiddenNames where name.count == end - start && names[start..<end].elementsEqual(name) { return true }
      start = end + 1
    }
    return false
  }
}
