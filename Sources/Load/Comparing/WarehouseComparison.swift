import Foundation
import GRDB

/// The warehouse opened for reading, to hold rows against it that are not loaded. Writes nothing.
///
/// What is there is what people trust: it outlives a store that was deleted or collected, and shows what another
/// loader would change as well. A file of an older schema is compared by the columns that it has.
package final class WarehouseComparison: Sendable {
  let queue: DatabaseQueue
  let path: String

  /// - Returns: `nil` where there is no file, or one without tables.
  /// - Throws: ``WarehouseError`` too where it is of this version and tables, indexes or views of it are missing.
  package init?(path: String) throws(WarehouseError) {
    guard try Warehouse.isThere(path) else { return nil }
    self.path = path
    do {
      queue = try Self.open(path)
      let hasTables = try queue.read { database in
        guard try WarehouseMigrations.isWarehouse(database, path: path) else { return false }
        if try WarehouseMigrations.areComplete(database) {
          try WarehouseMigrations.checkSchema(database, path: path)
        }
        return try database.tableExists("document") && database.tableExists("load_state")
      }
      guard hasTables else { return nil }
    } catch {
      throw WarehouseError(error, path: path)
    }
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "comparison"
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Whether opening it for a run would write: rows of no document, lists of another lexicon, a full-text index that has
  /// lost its sentences, or tables of an older program.
  package func isToBeMended(lists: ReferenceTables) throws(WarehouseError) -> Bool {
    try access { database in
      guard try WarehouseMigrations.areComplete(database) else { return true }
      return try !Warehouse.ownersOfOrphans(in: database).isEmpty || !lists.isUpToDate(in: database)
        || !SearchIndex.isWhole(in: database)
    }
  }

  /// - Returns: `nil` where the warehouse has no such document.
  package func difference(to rows: DocumentRows) throws(WarehouseError) -> DocumentDifference? {
    try access { database in
      guard let known = try Self.document(rows.uri, in: database) else { return nil }
      var difference = DocumentDifference(state: (known.state, rows.state))
      let facts = try Self.stored(.document, "id", known.id, in: database)
      difference.facts = RowComparison(from: facts, to: rows.document).changes(0, 0, ComparedFields.document)
      for new in rows.tables {
        let old = try Self.stored(new.table, new.table.owner, known.id, in: database)
        let comparison = RowComparison(from: old, to: new)
        switch new.table.name {
        case TableDefinition.observation.name:
          difference.observationsBefore = old.rows.count
          difference.observationsAfter = new.count
          difference.observations = comparison.observations()
        case TableDefinition.section.name: difference.sections = comparison.count(["level", "number", "title"])
        case TableDefinition.sentence.name: difference.sentences = comparison.count(["origin", "text"])
        case TableDefinition.finding.name: difference.findings = comparison.count(["rule", "severity", "message"])
        default: break
        }
      }
      return difference
    }
  }

  /// What becomes of a document whose rows stay while its state changes.
  package func difference(of uri: String, becoming state: DocumentState) throws(WarehouseError) -> DocumentDifference? {
    try access { database in
      guard let known = try Self.document(uri, in: database) else { return nil }
      let count = try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM observation WHERE document_id = ?",
        arguments: [known.id]
      )
      var difference = DocumentDifference(state: (known.state, state))
      difference.observationsBefore = count ?? 0
      difference.observationsAfter = difference.observationsBefore
      return difference
    }
  }

  private static func document(_ uri: String, in database: Database) throws -> (id: Int64, state: DocumentState)? {
    try Row.fetchOne(database, sql: "SELECT id, state FROM document WHERE uri = ?", arguments: [uri])
      .map { ($0[0], DocumentState(rawValue: $0[1]) ?? .current) }
  }

  /// Rows as they lie there; `columns` are those that the file has.
  private static func stored(
    _ table: TableDefinition,
    _ owner: String,
    _ id: Int64,
    in database: Database
  ) throws -> StoredTable {
    let there = Set(try database.columns(in: table.name).map(\.name))
    let list = table.columns.map { there.contains($0) ? $0 : "NULL" }.joined(separator: ", ")
    let order = there.contains("ordinal") ? "ordinal, id" : "id"
    let statement = try BareStatement(
      "SELECT \(list) FROM \(table.name) WHERE \(owner) = ? ORDER BY \(order)",
      in: database
    )
    statement.bind(id, at: 1)
    var rows = RowSet(table)
    while try statement.next() { statement.read(into: &rows, from: 0) }
    return StoredTable(rows: rows, columns: there)
  }

  private func access<Value>(_ body: (Database) throws -> Value) throws(WarehouseError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw WarehouseError(error, path: path)
    }
  }
}

/// Rows of one owner that were read back.
struct StoredTable {
  var rows: RowSet
  /// Those that the file has: one of an older schema may lack some.
  var columns: Set<String>
}
