import GRDB
package import Lexicon

/// The lists that people join observations with: `region`, `indicator`, `unit`, as the lexicon has them, with what the
/// user's folders lay over it.
package struct ReferenceTables: Sendable {
  private static let files: [EmbeddedFile] = [.regions, .indicators, .units]

  private let overlays: [LexiconOverlay]
  /// Of all that the tables are made from.
  package let digest: String

  /// - Parameter overlays: of any files; without faults.
  package init(overlaidBy overlays: [LexiconOverlay] = []) {
    self.overlays = overlays.filter { overlay in Self.files.contains { $0.name == overlay.name } }
    let own = self.overlays.map { SHA256.digest(of: $0.bytes).map { String($0, radix: 16) }.joined() }
    digest = (Self.files.map(\.digest) + own).joined(separator: " ")
  }

  /// Whether they were made from this lexicon and have as many rows as then.
  func isUpToDate(in database: Database) throws -> Bool {
    try String.fetchOne(database, sql: "SELECT lexicon_digest FROM warehouse_info") == seal(in: database)
  }

  /// What they were made from, and how many rows they have.
  private func seal(in database: Database) throws -> String {
    let counts = try ["region", "indicator", "unit"].map { table in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
    }
    return digest + counts.map { " \($0)" }.joined()
  }

  /// Writes the tables anew where the lexicon is another one than that they were made from, or rows were taken away.
  func bringUpToDate(in database: Database) throws {
    guard try !isUpToDate(in: database) else { return }
    try database.execute(sql: "DELETE FROM region; DELETE FROM indicator; DELETE FROM unit")
    try writeRegions(in: database)
    try writeIndicators(in: database)
    try writeUnits(in: database)
    try database.execute(sql: "UPDATE warehouse_info SET lexicon_digest = ?", arguments: [seal(in: database)])
  }

  private static let builtInRegions = Lexicon.builtIn { () throws(LexiconError) in try Regions.table() }

  private func regions() throws(LexiconError) -> TSVTable {
    guard overlays.contains(where: { $0.name == EmbeddedFile.regions.name }) else { return Self.builtInRegions }
    return try Regions.table(overlaidBy: overlays)
  }

  private func writeRegions(in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO region (code, name, level, first_year, last_year) VALUES (?, ?, ?, ?, ?)"
    )
    for row in try regions().rows {
      try statement.execute(
        arguments: [
          row.text("code"), row.text("name"), row.text("level"), row.integer("first_year"),
          row.optionalInteger("last_year"),
        ])
    }
  }

  private func writeIndicators(in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO indicator (name, code, unit, kind, good, aliases, note) VALUES (?, ?, ?, ?, ?, ?, ?)"
    )
    for indicator in try Indicators(overlaidBy: overlays).all {
      try statement.execute(
        arguments: [
          indicator.name, indicator.code, indicator.unit, indicator.kind.rawValue, indicator.good.rawValue,
          indicator.aliases.joined(separator: "|"), indicator.note,
        ])
    }
  }

  private func writeUnits(in database: Database) throws {
    let statement = try database.cachedStatement(sql: "INSERT INTO unit (name, kind, power) VALUES (?, ?, ?)")
    for unit in try Units(overlaidBy: overlays).all {
      try statement.execute(arguments: [unit.name, unit.kind.rawValue, unit.power])
    }
  }
}
