import Foundation
import GRDB
import Load
import Testbed

/// A folder for one test, gone when the body returns.
func withTemporaryFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
  let folder = try TemporaryFolder()
  return try withExtendedLifetime(folder) { try body(folder.path) }
}

/// Reads a closed warehouse as another program would.
func query(_ path: String, _ sql: String) throws -> [[String]] {
  let queue = try DatabaseQueue(path: path)
  defer { try? queue.close() }
  return try queue.read { database in try rows(database, sql) }
}

func rows(_ database: Database, _ sql: String) throws -> [[String]] {
  try Row.fetchAll(database, sql: sql).map { row in
    row.databaseValues.map { value in
      switch value.storage {
      case .null: "∅"
      case .int64(let number): "\(number)"
      case .double(let number): "\(number)"
      case .string(let text): text
      case .blob(let data): data.map { String(format: "%02x", $0) }.joined()
      }
    }
  }
}

/// Loads changes in one run.
@discardableResult
func load(_ changes: [WarehouseChange], into path: String, asOf: String = "2025-03-01T02:00:00Z") throws -> WriteCounts
{
  let warehouse = try Warehouse(path: path, loaderFingerprint: "loader 1")
  let counts = try warehouse.write(changes)
  _ = try warehouse.finish(asOf: asOf)
  return counts
}

/// All rows of documents and groups without surrogate keys: what must not depend on how the warehouse came to be.
func contents(_ path: String) throws -> [String: [[String]]] {
  let queries = [
    "document": """
    SELECT uri, state, reason, title, report_type, report_year, review_year, region, region_code, page_title, body
    FROM document ORDER BY uri
    """,
    "section": "SELECT * FROM sections ORDER BY document_uri, ordinal",
    "sentence": """
    SELECT document_uri, section, sentence, sentence_start, origin, ordinal FROM sentences
    ORDER BY document_uri, ordinal
    """,
    "observation": "SELECT * FROM observations ORDER BY document_uri, ordinal",
    "finding": """
    SELECT d.uri, f.group_key, f.ordinal, f.rule, f.severity, f.message, f.observation_id, f.concerns_uri
    FROM finding f LEFT JOIN document d ON d.id = f.document_id ORDER BY 1, 2, 3
    """,
    "term_count": """
    SELECT d.uri, t.ordinal, t.list, t.term, t.section_ordinal, t.mood, t.count
    FROM term_count t JOIN document d ON d.id = t.document_id ORDER BY 1, 2
    """,
    "load_state": "SELECT * FROM load_state ORDER BY kind, key",
    "search": """
    SELECT s.document_uri, s.ordinal FROM sentences s
    WHERE s.sentence_id IN (SELECT rowid FROM sentence_search WHERE sentence_search MATCH '"生 产"')
    ORDER BY 1, 2
    """,
  ]
  return try queries.mapValues { try query(path, $0) }
}

/// Fails where a b-tree, a foreign key or the full-text index is not as it should be.
func checkIntegrity(_ path: String) throws {
  let queue = try DatabaseQueue(path: path)
  defer { try? queue.close() }
  try queue.write { database in
    try database.execute(sql: "INSERT INTO sentence_search (sentence_search) VALUES ('integrity-check')")
    try database.checkForeignKeys()
    let found = try String.fetchAll(database, sql: "PRAGMA integrity_check")
    if found != ["ok"] { throw DatabaseError(message: found.joined(separator: "; ")) }
  }
}
