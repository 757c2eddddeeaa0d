/// Why the warehouse cannot be opened or written.
package struct WarehouseError: Error, Equatable, CustomStringConvertible {
  package enum Code: String, Sendable, CaseIterable {
    /// It was made by a newer version of the program.
    case newer
    case notADatabase
    /// A database, but not a warehouse.
    case foreign
    case corrupt
    case permission
    case folder
    case diskFull
    case busy
    case inputOutput
    /// A change names a document that is not loaded.
    case notLoaded
    /// A statement failed that should not: a bug.
    case unexpected
  }

  package var code: Code
  package var path: String
  /// What SQLite or the system said; empty where the code says all.
  package var cause: String

  package init(_ code: Code, path: String, cause: String = "") {
    self.code = code
    self.path = path
    self.cause = cause
  }

  /// The exit code of sysexits.h.
  package var exitCode: Int32 {
    switch code {
    case .newer, .notADatabase, .foreign, .folder, .permission: 78
    case .busy: 75
    case .corrupt, .diskFull, .inputOutput: 74
    case .notLoaded, .unexpected: 70
    }
  }
}
