import Foundation

/// Room that the store's file takes, and how it is given back.
///
/// A store is made with `auto_vacuum = INCREMENTAL`: free pages are cut off its end some thousand at a time, which takes
/// a few megabytes of log and no copy of the file. A store without it is copied once (`VACUUM`), which for a while takes
/// twice what will be left.
struct StoreSpace {
  private static let step = 4_000

  let connection: SQLiteConnection

  private func value(_ pragma: String) throws(EngineError) -> Int64 { try connection.integer("PRAGMA \(pragma)") ?? 0 }

  var pageSize: Int64 { get throws(EngineError) { try value("page_size") } }
  var freeBytes: Int64 { get throws(EngineError) { try value("freelist_count") * pageSize } }
  var fileBytes: Int64 { get throws(EngineError) { try value("page_count") * pageSize } }
  var usedBytes: Int64 { get throws(EngineError) { try fileBytes - freeBytes } }

  /// Cuts free pages off the file until it is no larger than `target`, or none are left.
  ///
  /// - Returns: how much disk is needed for it, where there is not enough.
  func giveBack(downTo target: Int64) throws(EngineError) -> Int64? {
    guard try fileBytes > target, try freeBytes > 0 else { return nil }
    guard try value("auto_vacuum") == 2 else { return try copy() }
    while try fileBytes > target, try freeBytes > 0 {
      let pages = min(Int64(Self.step), (try fileBytes - target + pageSize - 1) / (try pageSize))
      try connection.execute("PRAGMA incremental_vacuum(\(max(1, pages)))")
      try checkpoint()
    }
    return nil
  }

  private func copy() throws(EngineError) -> Int64? {
    let wanted = try 2 * usedBytes
    if let room = Self.room(beside: connection.path), room < wanted { return wanted }
    try connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    try connection.execute("VACUUM")
    try checkpoint()
    return nil
  }

  func checkpoint() throws(EngineError) { _ = try value("wal_checkpoint(TRUNCATE)") }

  /// Bytes that are free on the disk of a file; `nil` where the system does not say.
  static func room(beside path: String) -> Int64? {
    var status = statvfs()
    let folder = (path as NSString).deletingLastPathComponent
    guard statvfs(folder.isEmpty ? "." : folder, &status) == 0 else { return nil }
    return Int64(
      clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue
    )
  }
}
