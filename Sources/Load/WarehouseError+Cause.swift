import Foundation
import GRDB

extension WarehouseError {
  /// What an error from below means for the warehouse.
  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self = error as? WarehouseError ?? WarehouseError(.unexpected, path: path, cause: "\(error)")
      return
    }
    let code: Code =
      switch error.resultCode.primaryResultCode {
      case .SQLITE_NOTADB: .notADatabase
      case .SQLITE_CORRUPT: .corrupt
      case .SQLITE_FULL: .diskFull
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN: .permission
      case .SQLITE_IOERR, .SQLITE_NOLFS, .SQLITE_PROTOCOL, .SQLITE_NOMEM: .inputOutput
      default: .unexpected
      }
    self.init(code, path: path, cause: code == .unexpected ? error.description : error.message ?? "")
  }
}
