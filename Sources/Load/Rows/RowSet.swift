/// Rows of one table that belong to one document or group, flat: cells beside each other, texts in one arena.
///
/// A row of Swift strings would cost an allocation a cell; this costs none, is compared and hashed as bytes, and binds
/// without a copy.
struct RowSet: Sendable {
  enum Cell: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    /// Byte range in the arena, UTF-8.
    case text(start: Int, count: Int)
    /// The row with this index in ``TableDefinition/references`` of the same document: its surrogate key, once it has one.
    case row(Int)
  }

  let table: TableDefinition
  private(set) var cells: [Cell] = []
  private(set) var arena: [UInt8] = []

  init(_ table: TableDefinition) {
    self.table = table
  }

  var count: Int { cells.count / table.columns.count }

  mutating func reserve(rows: Int, bytes: Int) {
    cells.reserveCapacity(rows * table.columns.count)
    arena.reserveCapacity(bytes)
  }

  mutating func appendNull() {
    cells.append(.null)
  }

  mutating func append(_ value: Int?) {
    cells.append(value.map { .integer(Int64($0)) } ?? .null)
  }

  mutating func append(_ value: Double?) {
    cells.append(value.flatMap { $0.isNaN ? nil : .real($0) } ?? .null)
  }

  mutating func append(row index: Int?) {
    cells.append(index.map { .row($0) } ?? .null)
  }

  mutating func append(_ value: String?) {
    guard var value else { return cells.append(.null) }
    let start = arena.count
    value.withUTF8 { arena.append(contentsOf: $0) }
    cells.append(.text(start: start, count: arena.count - start))
  }

  mutating func append(text: ArraySlice<UInt8>) {
    let start = arena.count
    arena.append(contentsOf: text)
    cells.append(.text(start: start, count: arena.count - start))
  }

  mutating func append(text: UnsafeBufferPointer<UInt8>) {
    let start = arena.count
    arena.append(contentsOf: text)
    cells.append(.text(start: start, count: arena.count - start))
  }

  /// Turns surrogate keys that were read back into the rows that they mean.
  mutating func replaceKeys(inColumn column: Int, row: (Int64) -> Int?) {
    for index in stride(from: column, to: cells.count, by: table.columns.count) {
      if case .integer(let key) = cells[index], let row = row(key) { cells[index] = .row(row) }
    }
  }

  /// The cells of a row.
  ///
  /// - Precondition: `row` is less than ``count``.
  func row(_ row: Int) -> ArraySlice<Cell> {
    let width = table.columns.count
    return cells[row * width..<(row + 1) * width]
  }

  func text(_ cell: Cell) -> ArraySlice<UInt8> {
    guard case .text(let start, let count) = cell else { return [] }
    return arena[start..<start + count]
  }

  /// Whether two cells hold the same, wherever their texts lie.
  static func equal(_ left: Cell, of leftRows: RowSet, _ right: Cell, of rightRows: RowSet) -> Bool {
    guard case .text(_, let leftCount) = left, case .text(_, let rightCount) = right else { return left == right }
    return leftCount == rightCount && leftRows.text(left) == rightRows.text(right)
  }

  /// Appends a form of the cell that differs between cells that differ.
  func appendBytes(of cell: Cell, to bytes: inout [UInt8]) {
    func append(_ tag: UInt8, _ value: UInt64) {
      bytes.append(tag)
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    switch cell {
    case .null: bytes.append(0)
    case .integer(let value): append(1, UInt64(bitPattern: value))
    case .real(let value): append(2, value.bitPattern)
    case .text(_, let count):
      append(3, UInt64(count))
      bytes.append(contentsOf: text(cell))
    case .row(let index): append(4, UInt64(index))
    }
  }
}
