import GRDB

/// The schema's versions. A migration that has left the house is never changed; the views are made anew by each one
/// that changes a table.
///
/// A change of ``SearchText`` needs a migration that fills the full-text index again: its rows are deleted by the very
/// words that were put in.
enum WarehouseMigrations {
  /// `PRAGMA application_id`: "GoBa".
  static let applicationID: Int32 = 0x476F_4261

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: WarehouseTables.version1)
      for view in WarehouseViews.all { try database.execute(sql: view) }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    return migrator
  }

  /// - Returns: `false` for an empty database.
  /// - Throws: ``WarehouseError`` where it is one of something else, or of a newer program.
  static func isWarehouse(_ database: Database, path: String) throws -> Bool {
    let identity = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
    guard identity == applicationID || (identity == 0 && isEmpty) else { throw WarehouseError(.foreign, path: path) }
    let migrator = migrator
    if try migrator.hasBeenSuperseded(database) {
      let foreign = try migrator.appliedIdentifiers(database).subtracting(migrator.migrations).sorted()
      throw WarehouseError(.newer, path: path, cause: "schema \(foreign.joined(separator: ", "))")
    }
    return identity != 0
  }
}
