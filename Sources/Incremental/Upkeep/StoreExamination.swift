import CZstd
import Foundation

/// What a careful look finds at a store. Nothing is written.
package struct StoreExamination: Sendable {
  /// Rows that belong to nothing: the next ``Engine/collect(isDry:)`` removes them.
  package enum Orphan: String, Sendable, CaseIterable {
    /// An item whose history is gone: the next run that has to do with it does all of it.
    case itemWithoutChain
    /// A group's input whose item is gone.
    case memberWithoutItem
    /// An item that should stand in its group and does not.
    case itemWithoutMember
    /// A group that nobody has a row of.
    case memberWithoutGroup
    /// An artifact whose bytes are gone.
    case artifactWithoutPack
  }

  package static let examplesShown = 5

  /// What SQLite's own check says, other than that all is well; its first lines.
  package var damage: [String] = []
  /// Tables and indexes that are not as this program makes them.
  package var schemaFaults: [String] = []
  /// Whether an older program made it: the next run makes it anew, but for the history.
  package var isOlder = false
  package var items = 0
  package var orphans: [Orphan: (count: Int, example: String)] = [:]
  package var lastRun: PastRun?
  /// Whether the sink is no longer as the last run left it; `nil` where no run said how it left it.
  package var sinkWasTouched: Bool?
  /// Items that fail now and whose last good result is not in the store.
  package var withoutLastGood: (count: Int, examples: [String]) = (0, [])
  /// Of the file, of its log, and free inside it.
  package var bytes: Int64 = 0
  package var logBytes: Int64 = 0
  package var freeBytes: Int64 = 0

  package static var zstdVersion: String { String(cString: ZSTD_versionString()) }
}

extension Engine {
  /// - Parameter eachItem: called for every item that this program can read, in the order of their names.
  /// - Returns: `nil` where there is no store.
  /// - Throws: where the file cannot be opened as a store at all.
  package func examine(eachItem: (ItemRow) throws -> Void = { _ in }) throws -> StoreExamination? {
    guard FileManager.default.fileExists(atPath: storePath) else { return nil }
    var found = StoreExamination()
    let connection = try SQLiteConnection(path: storePath, mode: .readOnly)
    found.bytes = StoreFile.size(storePath)
    found.logBytes = StoreFile.logSize(of: storePath)
    found.damage = try connection.texts("PRAGMA integrity_check(10)").filter { $0 != "ok" }
    // Of a damaged file the rest would only be told wrongly.
    guard found.damage.isEmpty else { return found }
    guard let reader = try existingStore() else {
      found.isOlder = true
      return found
    }
    found.freeBytes = try StoreSpace(connection: connection).freeBytes
    found.schemaFaults = try Self.schemaFaults(connection)
    guard found.schemaFaults.isEmpty else { return found }
    found.lastRun = try reader.runs(limit: 1).first
    if let sink, let stored = try reader.meta(EngineSession.tokenName) {
      found.sinkWasTouched = try sink.token() != stored
    }
    for (orphan, sql) in Self.orphans {
      let rows = try connection.texts(sql)
      if let example = rows.first { found.orphans[orphan] = (rows.count, example) }
    }
    try examineItems(reader, &found, eachItem)
    return found
  }

  private func examineItems(
    _ reader: StoreReader,
    _ found: inout StoreExamination,
    _ eachItem: (ItemRow) throws -> Void
  ) throws {
    var cursor = try ItemCursor(reader)
    while !cursor.isAtEnd {
      let row = try cursor.row
      found.items += 1
      try eachItem(row)
      if row.state == .stale, let good = row.good,
        try good.contains(where: { try $0.map { try !reader.holds($0) } ?? false })
      {
        found.withoutLastGood.count += 1
        if found.withoutLastGood.examples.count < StoreExamination.examplesShown {
          found.withoutLastGood.examples.append(row.name)
        }
      }
      try cursor.advance()
    }
  }

  private static func schemaFaults(_ connection: SQLiteConnection) throws -> [String] {
    let question = "SELECT type || ' ' || name || char(10) || sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1"
    let found = Set(try connection.texts(question))
    let expected = try StoreReader().connection.texts(question)
    return expected.filter { !found.contains($0) }.map { String($0.prefix { $0 != "\n" }) }
  }

  private static let orphans: [StoreExamination.Orphan: String] = [
    .memberWithoutItem: "SELECT item FROM member WHERE item NOT IN (SELECT name FROM item)",
    .itemWithoutMember: """
    SELECT name FROM item WHERE group_name IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM member WHERE member.group_name = item.group_name AND member.item = item.name)
    """,
    .memberWithoutGroup: "SELECT DISTINCT group_name FROM member WHERE group_name NOT IN (SELECT name FROM grouping)",
    .artifactWithoutPack: "SELECT digest FROM artifact WHERE pack NOT IN (SELECT id FROM pack)",
    .itemWithoutChain: "SELECT name FROM item WHERE NOT EXISTS (SELECT 1 FROM attempt WHERE item = item.name)",
  ]

}
