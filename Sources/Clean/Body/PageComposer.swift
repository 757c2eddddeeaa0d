internal import Documents

/// Puts the chosen lines together: the page's text, its blocks, its tables, and where each came from.
enum PageComposer {
  struct Composition {
    var segments: [PageMap.Segment] = []
    /// For each chosen line the index of its block.
    var blocks: [Int32] = []
  }

  /// The page's text is made in the place of the lines' own, which are left without it.
  ///
  /// - Parameters:
  ///   - chosen: ascending.
  ///   - behindPages: the lines that stand right behind the number of a paper's page.
  ///   - source: where the line stood in the document, by its place among the chosen.
  static func compose(
    _ chosen: [Int],
    behindPages: Set<Int> = [],
    of lines: inout PageLines,
    into page: inout Page,
    source: (Int) -> Range<Int>
  ) -> Composition {
    var made = Composition()
    made.blocks.reserveCapacity(chosen.count)
    made.segments.reserveCapacity(chosen.count)
    page.blocks.reserveCapacity(chosen.count)
    var notes = NoteLines()
    // For each row of a table its block; -1 where it was not chosen.
    var blockOfRow = [Int32](repeating: -1, count: lines.rows.count)
    var row = 0
    var text = PackedText(&lines.text)
    for (place, index) in chosen.enumerated() {
      let line = lines.lines[index]
      if let last = page.blocks.last, last.kind == .paragraph, case .paragraph = line.kind,
        continues(text.bytes[last.range], text.bytes[line.range])
          || behindPages.contains(index) && isOpen(text.bytes[last.range], before: text.bytes[line.range])
      {
        // A segment of its own, in the same block.
        made.segments.append(PageMap.Segment(textOffset: text.end, source: source(place)))
        text.take(line.range)
        page.blocks[page.blocks.count - 1].range = last.range.lowerBound..<text.end
        made.blocks.append(Int32(page.blocks.count - 1))
        continue
      }
      if !page.blocks.isEmpty { text.endLine() }
      let start = text.end
      text.take(line.range)
      let isPlain = if case .heading = line.kind { false } else { line.table == nil }
      let isNote = notes.isNote(text.bytes[start..<text.end], isPlain: isPlain)
      let (kind, level): (Block.Kind, Int) =
        switch line.kind {
        case .paragraph where isNote, .listItem where isNote: (.note, 0)
        case .paragraph: (.paragraph, 0)
        case .heading(let level): (.heading, Int(level))
        case .listItem: (.listItem, 0)
        case .tableRow: (.tableRow, 0)
        case .caption: (.caption, 0)
        }
      if line.table != nil {
        while row < lines.rows.count, lines.rows[row].line < index { row += 1 }
        if row < lines.rows.count, lines.rows[row].line == index { blockOfRow[row] = Int32(page.blocks.count) }
      }
      made.blocks.append(Int32(page.blocks.count))
      page.blocks.append(Block(kind: kind, level: level, range: start..<text.end))
      made.segments.append(PageMap.Segment(textOffset: start, source: source(place)))
    }
    var bytes = text.finish()
    // A link back can stand in the last paragraph itself.
    if page.blocks.last?.kind == .paragraph { Trailer.cut(&bytes, &page.blocks, &made.segments, isSaved: false) }
    page.text = UTF8Text(bytes)
    for table in lines.tables { append(table, of: lines, blockOfRow, to: &page) }
    return made
  }

  /// Whether a line is the rest of the sentence before it: markup that ends a line behind a number, or before a mark that
  /// begins nothing.
  private static func continues(_ last: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>) -> Bool {
    guard let end = last.last else { return false }
    guard
      end >= 0x30 && end <= 0x39 && units.contains(where: { next.starts(with: $0) })
        || marks.contains(where: { next.starts(with: $0) })
    else { return false }
    // A sentence: it has a stop. The end of a long text tells as much as all of it.
    return Array(last.suffix(600)).withUnsafeBufferPointer { TextMeasure($0) }.stops > 0
  }

  /// Whether a sentence stops in its middle, where the paper's page did.
  private static func isOpen(_ last: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> Bool {
    guard !TextLine.ends(last, with: TextLine.terminators), !HeadingMarks.begins(Array(next.prefix(24))) else {
      return false
    }
    return Array(last.suffix(600)).withUnsafeBufferPointer { TextMeasure($0) }.stops > 0
  }

  private static let units = [
    "亿", "万", "元", "%", "％", "个", "人", "户", "家", "公里", "吨", "亩", "项", "件", "名", "年", "月", "日",
  ]
  .map { Array($0.utf8) }
  private static let marks = ["，", "。", "；", "、"].map { Array($0.utf8) }

  private static func append(
    _ table: PageLines.DataTable,
    of lines: PageLines,
    _ blockOfRow: [Int32],
    to page: inout Page
  ) {
    let rows = table.rows.filter { blockOfRow[$0] >= 0 }
    guard let first = rows.first.map({ Int(blockOfRow[$0]) }), let last = rows.last.map({ Int(blockOfRow[$0]) })
    else { return }
    var cells: [Table.Cell] = []
    cells.reserveCapacity(rows.reduce(0) { $0 + lines.rows[$1].cells.count })
    // For each column, the row at which the cell that covers it ends: spans count empty rows, which are left out, too.
    var covered: [Int] = []
    let places = rows.map { lines.rows[$0].place }
    for (rowIndex, row) in rows.enumerated() {
      let block = Int(blockOfRow[row])
      let shift = page.blocks[block].range.lowerBound - lines.lines[lines.rows[row].line].range.lowerBound
      var column = 0
      // A row without room: the spans above it are wrong, as those of papers that were made into pages often are.
      if covered.count > 1, covered.allSatisfy({ $0 > places[rowIndex] }) {
        for index in cells.indices.suffix(64) where cells[index].row + cells[index].rowSpan > rowIndex {
          cells[index].rowSpan = max(1, rowIndex - cells[index].row)
        }
        for at in covered.indices { covered[at] = places[rowIndex] }
      }
      for cell in lines.cells(of: lines.rows[row]) {
        while column < covered.count, covered[column] > places[rowIndex] { column += 1 }
        // Spans are capped, but a row of wide cells is no table any more.
        guard column + cell.columnSpan <= 4096 else { break }
        let limit = page.blocks[block].range.upperBound
        let start = min(cell.range.lowerBound + shift, limit)
        cells.append(
          Table.Cell(
            row: rowIndex,
            column: column,
            rowSpan: kept(places[rowIndex...], upTo: places[rowIndex] + cell.rowSpan),
            columnSpan: cell.columnSpan,
            isHeader: cell.isHeader,
            range: start..<max(start, min(cell.range.upperBound + shift, limit))
          )
        )
        while covered.count < column + cell.columnSpan { covered.append(0) }
        for at in column..<column + cell.columnSpan { covered[at] = places[rowIndex] + cell.rowSpan }
        column += cell.columnSpan
      }
    }
    let caption = caption(before: first, of: page)
    page.tables.append(Table(rows: first..<last + 1, caption: caption, cells: cells))
  }

  /// How many of a cell's rows are left, at least its own.
  private static func kept(_ places: ArraySlice<Int>, upTo end: Int) -> Int {
    var low = places.startIndex
    var high = places.endIndex
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < end { low = middle + 1 } else { high = middle }
    }
    return max(1, low - places.startIndex)
  }

  /// The block that names a table: the one before it, where it is short and says so.
  private static func caption(before row: Int, of page: Page) -> Int? {
    guard row > 0 else { return nil }
    let block = page.blocks[row - 1]
    if block.kind == .caption { return row - 1 }
    guard block.kind != .tableRow, block.range.count <= 150 else { return nil }
    let text = page.text.bytes[block.range]
    return text.starts(with: "表".utf8) || text.starts(with: "附表".utf8) ? row - 1 : nil
  }
}
