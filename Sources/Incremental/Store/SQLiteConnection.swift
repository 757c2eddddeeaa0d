import CPageSums
import CSQLite
import Glibc

/// A bare connection for hot paths. Not thread-safe: one owner at a time.
///
/// The raw pointers stay in this file; statements die with their connection.
final class SQLiteConnection {
  private let handle: OpaquePointer
  private var statements: [String: SQLiteStatement] = [:]
  let path: String

  enum Mode {
    case readWrite, readOnly
    /// Makes the file where it is missing.
    case create

    var flags: Int32 {
      switch self {
      case .readWrite: SQLITE_OPEN_READWRITE
      case .readOnly: SQLITE_OPEN_READONLY
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    }
  }

  /// Pages carry sums of their bytes: a store with a flipped bit is told, whatever it would say.
  private static let sums: String? = {
    page_sums_register()
    return String(cString: page_sums_name)
  }()

  init(path: String, mode: Mode) throws(EngineError) {
    // Opening a pipe would wait for somebody at its other end.
    if let cause = StoreFile.otherKind(path) { throw EngineError(.storeForeign, place: path, cause: cause) }
    var opened = try Self.open(path, mode.flags)
    if mode == .readOnly, Self.needsRights(opened), let uri = Self.immutable(path) {
      sqlite3_close_v2(opened)
      opened = try Self.open(uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
    }
    handle = opened
    self.path = path
    sqlite3_extended_result_codes(opened, 1)
    sqlite3_busy_timeout(opened, 10_000)
    if mode == .create {
      var free = page_sums_bytes
      sqlite3_file_control(opened, "main", SQLITE_FCNTL_RESERVE_BYTES, &free)
    }
  }

  private static func open(_ name: String, _ flags: Int32) throws(EngineError) -> OpaquePointer {
    var pointer: OpaquePointer?
    let code = sqlite3_open_v2(name, &pointer, flags | SQLITE_OPEN_NOMUTEX, sums)
    guard code == SQLITE_OK, let opened = pointer else {
      let cause = pointer.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(pointer)
      throw EngineError(Self.meaning(of: code) ?? .storeCannotBeOpened, place: name, cause: cause)
    }
    return opened
  }

  /// Whether reading fails because the files that go with a write-ahead log cannot be made: somebody else's store.
  private static func needsRights(_ handle: OpaquePointer) -> Bool {
    sqlite3_exec(handle, "SELECT 1 FROM sqlite_schema LIMIT 1", nil, nil, nil) != SQLITE_OK
      && [SQLITE_READONLY, SQLITE_CANTOPEN].contains(sqlite3_errcode(handle) & 0xFF)
  }

  /// The name of a file that is read as if nobody could change it; `nil` where a log says that somebody does.
  private static func immutable(_ path: String) -> String? {
    guard StoreFile.logSize(of: path) == 0 else { return nil }
    var name = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "%", "?", "#": name += "%" + String(scalar.value, radix: 16)
      default: name.unicodeScalars.append(scalar)
      }
    }
    return "file:\(name)?immutable=1"
  }

  deinit {
    for statement in statements.values { statement.finalize() }
    sqlite3_close_v2(handle)
  }

  func execute(_ sql: String) throws(EngineError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw error(sql) }
  }

  /// A prepared statement, kept for the next use.
  func statement(_ sql: String) throws(EngineError) -> SQLiteStatement {
    if let known = statements[sql] {
      known.reset()
      return known
    }
    var pointer: OpaquePointer?
    guard sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil) == SQLITE_OK,
      let prepared = pointer
    else { throw error(sql) }
    let statement = SQLiteStatement(prepared, connection: self, sql: sql)
    statements[sql] = statement
    return statement
  }

  func integer(_ sql: String) throws(EngineError) -> Int64? {
    let statement = try statement(sql)
    defer { statement.reset() }
    return try statement.step() ? statement.integer(0) : nil
  }

  /// The first column of all rows.
  func texts(_ sql: String) throws(EngineError) -> [String] {
    let statement = try statement(sql)
    defer { statement.reset() }
    var texts: [String] = []
    while try statement.step() { texts.append(statement.text(0)) }
    return texts
  }

  func transaction(_ body: () throws -> Void) throws {
    try execute("BEGIN IMMEDIATE")
    do {
      try body()
      try execute("COMMIT")
    } catch {
      // What SQLite has rolled back by itself cannot be rolled back again.
      try? execute("ROLLBACK")
      throw error
    }
  }

  var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }
  var changes: Int { Int(sqlite3_changes(handle)) }

  func error(_ sql: String) -> EngineError {
    let number = sqlite3_extended_errcode(handle)
    if number & 0xFF == SQLITE_NOTADB, !StoreFile.beginsAsDatabase(path) {
      return EngineError(.storeForeign, place: path, cause: "it is no SQLite database")
    }
    let cause = number == Self.wrongSum ? "a page is not what was written" : String(cString: sqlite3_errmsg(handle))
    guard let code = Self.meaning(of: number) else {
      return EngineError(.bug, place: path, cause: "\(cause), in \(sql)")
    }
    return EngineError(code, place: path, cause: cause)
  }

  /// SQLITE_IOERR_DATA: a page's sum is not that of its bytes. SQLite's own words for it are those of a failing disk.
  private static let wrongSum = SQLITE_IOERR | 32 << 8

  /// What one of SQLite's codes says of the store; `nil` where the program is to blame.
  ///
  /// Statements are fixed and every table is the program's own: what does not fit them is damaged.
  private static func meaning(of code: Int32) -> EngineError.Code? {
    if code == wrongSum { return .storeDamaged }
    return switch code & 0xFF {
    case SQLITE_FULL: .diskFull
    case SQLITE_IOERR, SQLITE_PROTOCOL, SQLITE_NOLFS, SQLITE_NOMEM: .inputOutput
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH: .storeDamaged
    case SQLITE_BUSY, SQLITE_LOCKED: .lockHeld
    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .storeCannotBeOpened
    default: nil
    }
  }
}

/// A prepared statement: bind from 1, read columns from 0.
final class SQLiteStatement {
  private let handle: OpaquePointer
  private unowned let connection: SQLiteConnection
  private let sql: String
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  fileprivate init(_ handle: OpaquePointer, connection: SQLiteConnection, sql: String) {
    self.handle = handle
    self.connection = connection
    self.sql = sql
  }

  fileprivate func finalize() { sqlite3_finalize(handle) }

  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// - Returns: whether there is a row.
  func step() throws(EngineError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let error = connection.error(sql)
      reset()
      throw error
    }
  }

  /// Runs a statement that yields no rows.
  func run() throws(EngineError) {
    _ = try step()
    reset()
  }

  @discardableResult
  func bind(_ index: Int32, _ value: Int64?) -> SQLiteStatement {
    if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    return self
  }

  @discardableResult
  func bind(_ index: Int32, _ text: String?) -> SQLiteStatement {
    guard var text else {
      sqlite3_bind_null(handle, index)
      return self
    }
    text.withUTF8 { utf8 in
      _ = utf8.withMemoryRebound(to: CChar.self) { bytes in
        if let start = bytes.baseAddress {
          sqlite3_bind_text(handle, index, start, Int32(bytes.count), Self.transient)
        } else {
          sqlite3_bind_text(handle, index, "", 0, nil)
        }
      }
    }
    return self
  }

  @discardableResult
  func bind(_ index: Int32, _ bytes: UnsafeRawBufferPointer) -> SQLiteStatement {
    if let start = bytes.baseAddress, bytes.count > 0 {
      sqlite3_bind_blob64(handle, index, start, UInt64(bytes.count), Self.transient)
    } else {
      sqlite3_bind_zeroblob(handle, index, 0)
    }
    return self
  }

  @discardableResult
  func bind(_ index: Int32, _ bytes: [UInt8]) -> SQLiteStatement {
    bytes.withUnsafeBytes { bind(index, $0) }
  }

  @discardableResult
  func bind(_ index: Int32, _ digest: Digest?) -> SQLiteStatement {
    guard let digest else {
      sqlite3_bind_null(handle, index)
      return self
    }
    return digest.withBytes { bind(index, $0) }
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

  /// The column's bytes in place: they are gone with the next step.
  func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let start = sqlite3_column_blob(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { Array($0) } }

  func digest(_ column: Int32) -> Digest? { withBytes(column) { Digest(bytes: $0) } }

  func text(_ column: Int32) -> String { withBytes(column) { String(decoding: $0, as: UTF8.self) } }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
}
