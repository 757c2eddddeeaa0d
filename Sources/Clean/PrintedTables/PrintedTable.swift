internal import Documents

/// A table that a text prints line by line: which lines are its own, and the cells of the rows whose words and figures
/// can be told apart for certain.
struct PrintedTable {
  /// A place in the text's lines.
  struct Place {
    /// Among the lines of the body.
    var line: Int
    var offset: Int
  }

  struct Cell {
    var row: Int
    var column: Int
    var rowSpan = 1
    var columnSpan = 1
    var isHeader = false
    var start: Place
    var end: Place
  }

  /// Places among the lines of the body.
  var lines: Range<Int>
  /// The line that names it, by its place.
  var caption: Int?
  /// Empty where the heads cannot be told apart.
  var cells: [Cell] = []

  /// As the page has it, once its lines are written.
  ///
  /// - Parameters:
  ///   - starts: by place, where the line begins in the page's text.
  ///   - blocks: by place, the line's block.
  func table(starts: [Int], blocks: [Int]) -> Table? {
    guard !cells.isEmpty, let last = lines.last else { return nil }
    return Table(
      rows: blocks[lines.lowerBound]..<(blocks[last] + 1),
      caption: caption.map { blocks[$0] },
      cells: cells.map { cell in
        let start = starts[cell.start.line] + cell.start.offset
        return Table.Cell(
          row: cell.row,
          column: cell.column,
          rowSpan: cell.rowSpan,
          columnSpan: cell.columnSpan,
          isHeader: cell.isHeader,
          range: start..<max(start, starts[cell.end.line] + cell.end.offset)
        )
      }
    )
  }
}
