import CSQLite
import GRDB

/// A prepared statement, bound and stepped without GRDB's argument arrays.
///
/// The statement stays GRDB's (its cache owns it); the pointer never outlives the closure in which the database was
/// handed out. Binding through `StatementArguments` takes several times as long: each value becomes an existential.
struct BareStatement {
  private let statement: Statement
  private let pointer: OpaquePointer

  init(_ sql: String, in database: Database) throws {
    statement = try database.cachedStatement(sql: sql)
    pointer = statement.sqliteStatement
  }

  /// Binds a row's cells from parameter `first` on. Texts are not copied: step before the arena goes.
  func bind(
    _ cells: ArraySlice<RowSet.Cell>,
    from first: Int32,
    arena: UnsafeBufferPointer<UInt8>,
    references: [Int64]
  ) {
    var parameter = first
    for cell in cells {
      switch cell {
      case .null: sqlite3_bind_null(pointer, parameter)
      case .integer(let value): sqlite3_bind_int64(pointer, parameter, value)
      case .real(let value): sqlite3_bind_double(pointer, parameter, value)
      case .text(let start, let count): bind(UnsafeBufferPointer(rebasing: arena[start..<start + count]), at: parameter)
      case .row(let index): sqlite3_bind_int64(pointer, parameter, references[index])
      }
      parameter += 1
    }
  }

  func bind(_ value: Int64, at parameter: Int32) {
    sqlite3_bind_int64(pointer, parameter, value)
  }

  /// Not copied: step before the buffer goes.
  func bind(_ text: UnsafeBufferPointer<UInt8>, at parameter: Int32) {
    guard let base = text.baseAddress else {
      sqlite3_bind_text(pointer, parameter, "", 0, nil)
      return
    }
    base.withMemoryRebound(to: CChar.self, capacity: text.count) {
      _ = sqlite3_bind_text(pointer, parameter, $0, Int32(clamping: text.count), nil)
    }
  }

  /// Copied.
  func bind(_ text: String?, at parameter: Int32) {
    guard var text else {
      sqlite3_bind_null(pointer, parameter)
      return
    }
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    text.withUTF8 { buffer in
      guard let base = buffer.baseAddress else {
        sqlite3_bind_text(pointer, parameter, "", 0, nil)
        return
      }
      base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        _ = sqlite3_bind_text(pointer, parameter, $0, Int32(clamping: buffer.count), transient)
      }
    }
  }

  /// Copied.
  func bind(blob bytes: [UInt8], at parameter: Int32) {
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    _ = bytes.withUnsafeBytes {
      sqlite3_bind_blob(pointer, parameter, $0.baseAddress, Int32(clamping: $0.count), transient)
    }
  }

  /// Runs a statement that gives no rows, and makes it ready again.
  func run() throws {
    let code = sqlite3_step(pointer)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
    sqlite3_reset(pointer)
  }

  /// - Returns: whether there is a row; after the last one the statement is ready again.
  func next() throws -> Bool {
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else { throw failure(code) }
    sqlite3_reset(pointer)
    return false
  }

  func reset() {
    sqlite3_reset(pointer)
  }

  func integer(_ column: Int32) -> Int64 {
    sqlite3_column_int64(pointer, column)
  }

  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(pointer, column) == SQLITE_NULL
  }

  /// Valid until the next step.
  func text(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: sqlite3_column_text(pointer, column),
      count: Int(sqlite3_column_bytes(pointer, column))
    )
  }

  func blob(_ column: Int32) -> [UInt8] {
    let count = Int(sqlite3_column_bytes(pointer, column))
    return Array(UnsafeRawBufferPointer(start: sqlite3_column_blob(pointer, column), count: count))
  }

  /// Appends the row's columns from `first` on.
  func read(into rows: inout RowSet, from first: Int32) {
    for column in first..<first + Int32(rows.table.columns.count) {
      switch sqlite3_column_type(pointer, column) {
      case SQLITE_INTEGER: rows.append(Int(sqlite3_column_int64(pointer, column)))
      case SQLITE_FLOAT: rows.append(sqlite3_column_double(pointer, column))
      case SQLITE_TEXT: rows.append(text: text(column))
      default: rows.appendNull()
      }
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(pointer)))
    sqlite3_reset(pointer)
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
  }
}
