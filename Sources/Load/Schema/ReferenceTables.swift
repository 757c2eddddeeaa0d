import GRDB
import Lexicon

/// The lists that people join observations with: `region`, `indicator`, `unit`, as the lexicon has them.
enum ReferenceTables {
  /// Of all that the tables are made from.
  static var digest: String {
    [EmbeddedFile.regions, .indicators, .units].map(\.digest).joined(separator: " ")
  }

  /// Whether they were made from this lexicon and have as many rows as then.
  static func isUpToDate(in database: Database) throws -> Bool {
    try String.fetchOne(database, sql: "SELECT lexicon_digest FROM warehouse_info") == seal(in: database)
  }

  /// What they were made from, and how many rows they have.
  private static func seal(in database: Database) throws -> String {
    let counts = try ["region", "indicator", "unit"].map { table in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
    }
    return digest + counts.map { " \($0)" }.joined()
  }

  /// Writes the tables anew where the lexicon is another one than that they were made from, or rows were taken away.
  static func bringUpToDate(in database: Database) throws {
    guard try !isUpToDate(in: database) else { return }
    try database.execute(sql: "DELETE FROM region; DELETE FROM indicator; DELETE FROM unit")
    try writeRegions(in: database)
    try writeIndicators(in: database)
    try writeUnits(in: database)
    try database.execute(sql: "UPDATE warehouse_info SET lexicon_digest = ?", arguments: [seal(in: database)])
  }

  private static let regions = Lexicon.builtIn { () throws(LexiconError) in
    try TSVTable(
      .regions,
      columns: ["code", "name", "level", "first_year", "last_year"],
      key: ["code", "name", "first_year"],
      optional: ["last_year"]
    )
  }

  private static func writeRegions(in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO region (code, name, level, first_year, last_year) VALUES (?, ?, ?, ?, ?)"
    )
    for row in regions.rows {
      try statement.execute(
        arguments: [
          row.text("code"), row.text("name"), row.text("level"), row.integer("first_year"),
          row.optionalInteger("last_year"),
        ])
    }
  }

  private static func writeIndicators(in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO indicator (name, code, unit, kind, good, aliases, note) VALUES (?, ?, ?, ?, ?, ?, ?)"
    )
    for indicator in Indicators.builtIn.all {
      try statement.execute(
        arguments: [
          indicator.name, indicator.code, indicator.unit, indicator.kind.rawValue, indicator.good.rawValue,
          indicator.aliases.joined(separator: "|"), indicator.note,
        ])
    }
  }

  private static func writeUnits(in database: Database) throws {
    let statement = try database.cachedStatement(sql: "INSERT INTO unit (name, kind, power) VALUES (?, ?, ?)")
    for unit in Units.builtIn.all {
      try statement.execute(arguments: [unit.name, unit.kind.rawValue, unit.power])
    }
  }
}
