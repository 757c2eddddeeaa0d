import GRDB

/// What a careful look finds at a warehouse. Nothing is written, brought up to date or mended.
package struct WarehouseExamination: Sendable {
  /// Something that is counted, with some of those concerned.
  package struct Odd: Sendable, Equatable {
    package var count = 0
    package var examples: [String] = []

    package init() {}

    package mutating func add(_ name: String) {
      count += 1
      if examples.count < WarehouseExamination.examplesShown { examples.append(name) }
    }
  }

  package static let examplesShown = 5

  /// What SQLite's own check says, other than that all is well; its first lines.
  package var damage: [String] = []
  /// What is not as this program makes it; `nil` where the schema is.
  package var schemaFault: String?
  /// Whether an older program made it: the next run brings it up to date.
  package var isOlder = false
  package var isComplete = true
  package var asOf: String?
  package var loadStates: [LoadState] = []
  /// Rows that refer to one that is not there.
  package var brokenReferences = Odd()
  /// Documents and groups whose rows are not as many as their load state says.
  package var otherCounts = Odd()
  /// Documents with rows and no load state.
  package var withoutState = Odd()
  /// Whether the full-text index has exactly the sentences that are there.
  package var searchIsWhole = true
  /// Documents and groups whose rows are not those that were loaded; `nil` where that was not asked.
  package var otherDigests: Odd?
}

extension Warehouse {
  /// - Parameters:
  ///   - isDeep: whether the digest of each document's rows is computed: every row is read.
  ///   - progress: called now and then with the documents that are done.
  /// - Throws: where the file cannot be opened as a warehouse at all.
  package static func examine(
    path: String,
    isDeep: Bool,
    progress: (_ done: Int, _ all: Int) throws -> Void = { _, _ in }
  ) throws -> WarehouseExamination {
    let warehouse = try Warehouse(reading: path)
    defer { warehouse.close() }
    var found = WarehouseExamination()
    found.damage = try warehouse.damage()
    // Of a damaged file the rest would only be told wrongly.
    guard found.damage.isEmpty else { return found }
    found.isOlder = try warehouse.isOlder()
    guard !found.isOlder else { return found }
    do {
      try warehouse.checkSchema()
    } catch {
      found.schemaFault = error.cause
      return found
    }
    try warehouse.examineRows(&found)
    if isDeep { try warehouse.examineDigests(&found, progress) }
    return found
  }

  private func damage() throws(WarehouseError) -> [String] {
    try access { try String.fetchAll($0, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" } }
  }

  private func isOlder() throws(WarehouseError) -> Bool {
    try access { try !WarehouseMigrations.areComplete($0) }
  }

  private func examineRows(_ found: inout WarehouseExamination) throws(WarehouseError) {
    found.loadStates = try loadStates()
    var expected: [LoadState.Kind: [String: Int]] = [:]
    for state in found.loadStates { expected[state.kind, default: [:]][state.key] = state.rowCount }
    for row in try rowCounts() {
      guard let count = expected[row.kind]?.removeValue(forKey: row.key) else {
        found.withoutState.add(row.key)
        continue
      }
      if count != row.count { found.otherCounts.add(row.key) }
    }
    // A load state whose document is gone; a group without findings has no rows.
    for key in (expected[.document] ?? [:]).keys.sorted() { found.otherCounts.add(key) }
    let (isComplete, asOf, references, isWhole) = try access { database in
      let row = try Row.fetchOne(database, sql: "SELECT complete, as_of FROM warehouse_info")
      let references = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { $0[0] as String }
      return (row?[0] as Bool? ?? false, row?[1] as String?, references, try SearchIndex.isWhole(in: database))
    }
    found.isComplete = isComplete
    found.asOf = asOf
    for table in references {
      found.brokenReferences.count += 1
      if !found.brokenReferences.examples.contains(table) { found.brokenReferences.examples.append(table) }
    }
    found.searchIsWhole = isWhole
  }

  private func examineDigests(
    _ found: inout WarehouseExamination,
    _ progress: (_ done: Int, _ all: Int) throws -> Void
  ) throws {
    var odd = WarehouseExamination.Odd()
    for (index, state) in found.loadStates.enumerated() {
      if index % 32 == 0 { try progress(index, found.loadStates.count) }
      if try rowDigest(of: state.kind, state.key) != state.rowDigest { odd.add(state.key) }
    }
    found.otherDigests = odd
  }
}
