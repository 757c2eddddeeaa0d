import GRDB

/// The schema's versions. A migration that has left the house is never changed; the views are made anew by each one
/// that changes a table or a view.
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
    migrator.registerMigration("2") { database in
      // Views of the user's own may read what is moved here, and other tables refer to it.
      try database.execute(sql: "PRAGMA legacy_alter_table = ON")
      try database.execute(sql: WarehouseTables.version2)
      try database.execute(sql: "PRAGMA legacy_alter_table = OFF")
      try WarehouseViews.renew(in: database)
    }
    migrator.registerMigration("3") { try WarehouseViews.renew(in: $0) }
    migrator.registerMigration("4") { database in
      try database.execute(sql: WarehouseTables.version4)
      try WarehouseViews.renew(in: database)
    }
    migrator.registerMigration("5") { try $0.execute(sql: WarehouseTables.version5) }
    return migrator
  }

  /// - Returns: `false` for an empty database.
  /// - Throws: ``WarehouseError`` where it is one of something else, or of a newer program.
  static func isWarehouse(_ database: Database, path: String) throws -> Bool {
    let identity = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
    guard identity == applicationID || (identity == 0 && isEmpty) else { throw WarehouseError(.foreign, path: path) }
    let newer = try newer(database)
    if !newer.isEmpty {
      throw WarehouseError(.newer, path: path, cause: "schema \(newer.joined(separator: ", "))")
    }
    return identity != 0
  }

  /// Migrations that this program does not know, sorted.
  static func newer(_ database: Database) throws -> [String] {
    try applied(database).subtracting(migrator.migrations).sorted()
  }

  static func areComplete(_ database: Database) throws -> Bool {
    try applied(database).isSuperset(of: migrator.migrations)
  }

  /// GRDB's own question for them, asked of a file without their table, tells a disk that fails meanwhile as a wrong
  /// statement.
  private static func applied(_ database: Database) throws -> Set<String> {
    let table = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'grdb_migrations'"
    guard try Int.fetchOne(database, sql: table) != nil else { return [] }
    return try String.fetchSet(database, sql: "SELECT identifier FROM grdb_migrations")
  }

  /// - Throws: ``WarehouseError`` where a table, an index or a view of this version is missing or another one.
  static func checkSchema(_ database: Database, path: String) throws {
    let found = try statements(in: database)
    let statements = Dictionary(found) { first, _ in first }
    for (name, statement) in try model.get() where statements[name] != statement {
      let fault = statements[name] == nil ? "is missing" : "was changed"
      throw WarehouseError(.corrupt, path: path, cause: "the \(name) \(fault)")
    }
  }

  /// What a new warehouse has. Made once: it takes all migrations.
  private static let model = Result {
    let queue = try DatabaseQueue()
    try migrator.migrate(queue)
    return try queue.read { try statements(in: $0) }
  }

  /// The tables, indices and views of a database, each with the statement that made it.
  private static func statements(in database: Database) throws -> [(name: String, sql: String)] {
    let question = "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1"
    return try Row.fetchAll(database, sql: question).map { ($0[0], $0[1]) }
  }
}
