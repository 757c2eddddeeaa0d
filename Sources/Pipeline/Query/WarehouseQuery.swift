import CSQLite
import Glibc

/// A warehouse opened for reading: statements in, rows out.
package final class WarehouseQuery {
  private let path: String
  private var connection: OpaquePointer?

  /// - Parameter path: a file that is there; it is not made.
  package init(path: String) throws(QueryError) {
    self.path = path
    guard access(path, F_OK) == 0 else { throw QueryError(.noWarehouse, path: path) }
    guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
      throw QueryError(.statement, path: path, cause: Self.message(connection))
    }
    sqlite3_busy_timeout(connection, 5000)
  }

  deinit {
    sqlite3_close_v2(connection)
  }

  /// Runs every statement of a text.
  ///
  /// - Parameter name: of the text, for messages.
  package func answers(to sql: String, name: String) throws(QueryError) -> [WarehouseAnswer] {
    var answers: [WarehouseAnswer] = []
    let text = Array(sql.utf8) + [0]
    var offset = 0
    while offset < text.count - 1 {
      var statement: OpaquePointer?
      var consumed = 0
      let code = text.withUnsafeBytes { bytes -> Int32 in
        guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return SQLITE_ERROR }
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v2(
          connection,
          base + offset,
          Int32(clamping: text.count - offset),
          &statement,
          &tail
        )
        consumed = tail.map { $0 - (base + offset) } ?? 0
        return code
      }
      defer { sqlite3_finalize(statement) }
      guard code == SQLITE_OK else { throw QueryError(.statement, path: name, cause: Self.message(connection)) }
      guard let statement, consumed > 0 else { break }
      let source = String(decoding: text[offset..<(offset + consumed)], as: UTF8.self)
      answers.append(try answer(of: statement, title: Self.title(of: source), name: name))
      offset += consumed
    }
    return answers
  }

  /// A text as it stands in a statement.
  static func literal(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

  private func answer(of statement: OpaquePointer, title: [String], name: String) throws(QueryError) -> WarehouseAnswer
  {
    let count = sqlite3_column_count(statement)
    let columns = (0..<count).map { sqlite3_column_name(statement, $0).map { String(cString: $0) } ?? "" }
    var answer = WarehouseAnswer(title: title, columns: columns, rows: [])
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: answer.rows.append((0..<count).map { Self.value(of: statement, $0) })
      case SQLITE_DONE: return answer
      default: throw QueryError(.statement, path: name, cause: Self.message(connection))
      }
    }
  }

  private static func value(of statement: OpaquePointer, _ column: Int32) -> WarehouseAnswer.Value {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    default:
      guard let bytes = sqlite3_column_text(statement, column) else { return .text("") }
      let count = Int(sqlite3_column_bytes(statement, column))
      return .text(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    }
  }

  /// The lines that start with "--", up to the first that does not.
  private static func title(of statement: String) -> [String] {
    let lines = statement.split(whereSeparator: \.isNewline).drop { $0.allSatisfy(\.isWhitespace) }
    return lines.prefix { $0.hasPrefix("--") }.map { line in
      var text = line.drop { $0 == "-" }
      while text.first == " " { text = text.dropFirst() }
      return String(text)
    }
  }

  private static func message(_ connection: OpaquePointer?) -> String {
    sqlite3_errmsg(connection).map { String(cString: $0) } ?? "out of memory"
  }
}
