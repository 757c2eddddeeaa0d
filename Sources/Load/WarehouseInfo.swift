import GRDB

/// The one row of `warehouse_info`, and its generation in the file's header.
enum WarehouseInfo {
  /// Inside the first changing transaction of a run.
  static func begin(in database: Database, lists: ReferenceTables) throws {
    try lists.bringUpToDate(in: database)
    try database.execute(sql: "UPDATE warehouse_info SET complete = 0, generation = generation + 1")
    let generation = try Int64.fetchOne(database, sql: "SELECT generation FROM warehouse_info") ?? 0
    try database.execute(sql: "PRAGMA user_version = \(generation & 0x7FFF_FFFF)")
  }

  static func end(asOf: String, in database: Database) throws {
    try database.execute(sql: "UPDATE warehouse_info SET complete = 1, as_of = ?", arguments: [asOf])
  }

  static func isComplete(in database: Database) throws -> Bool {
    try Bool.fetchOne(database, sql: "SELECT complete FROM warehouse_info") ?? false
  }
}
