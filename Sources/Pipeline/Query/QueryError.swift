/// Why the warehouse does not answer.
package struct QueryError: Error, Equatable {
  package enum Code: Equatable, Sendable {
    case noWarehouse
    /// SQLite's words for it.
    case statement
  }

  package var code: Code
  /// The warehouse's path, or the name of the text with the statement.
  package var path: String
  package var cause: String

  package init(_ code: Code, path: String, cause: String = "") {
    self.code = code
    self.path = path
    self.cause = cause
  }
}
