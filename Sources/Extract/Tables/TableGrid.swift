import Documents

/// A table's cells by row and column, each read once.
struct TableGrid {
  let cells: [Table.Cell]
  let texts: [CellText]
  let rows: Int
  let columns: Int
  /// Index of the cell by row and column; -1 where there is none.
  private let places: [Int32]

  /// How many places a table may have: more are no table that anybody reads.
  private static let limit = 200_000

  /// - Returns: `nil` for what is too small to have heads and figures, or too large.
  init?(_ table: Table, in bytes: [UInt8]) {
    var rows = 0
    var columns = 0
    for cell in table.cells {
      rows = max(rows, cell.row + 1)
      columns = max(columns, cell.column + 1)
    }
    guard rows > 1, columns > 1, rows <= 5000, columns <= 200, rows * columns <= Self.limit else { return nil }
    var places = [Int32](repeating: -1, count: rows * columns)
    // What spans name again and again is counted once.
    var left = Self.limit * 4
    for (index, cell) in table.cells.enumerated() {
      for row in cell.row..<min(rows, cell.row + cell.rowSpan) where left > 0 {
        for column in cell.column..<min(columns, cell.column + cell.columnSpan) {
          left -= 1
          if places[row * columns + column] < 0 { places[row * columns + column] = Int32(index) }
        }
      }
    }
    cells = table.cells
    texts = table.cells.map { CellText($0.range.upperBound <= bytes.count ? bytes[$0.range] : []) }
    self.rows = rows
    self.columns = columns
    self.places = places
  }

  /// Of the cell that covers a place.
  func cell(_ row: Int, _ column: Int) -> Int? {
    let place = places[row * columns + column]
    return place < 0 ? nil : Int(place)
  }

  /// Whether the cell that covers a place begins there.
  func begins(_ index: Int, _ row: Int, _ column: Int) -> Bool {
    cells[index].row == row && cells[index].column == column
  }

  /// The cells of a row with words in them, from the left, each once.
  func filled(_ row: Int) -> [Int] {
    var result: [Int] = []
    for column in 0..<columns {
      if let index = cell(row, column), !texts[index].words.isEmpty, result.last != index { result.append(index) }
    }
    return result
  }
}
