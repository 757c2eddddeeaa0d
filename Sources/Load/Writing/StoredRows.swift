import GRDB

/// Rows of a document or a group as the warehouse has them.
enum StoredRows {
  static func digest(of kind: LoadState.Kind, _ key: String, in database: Database) throws -> [UInt8]? {
    if kind == .group {
      let stored = try TableWriter(.groupFinding, in: database).read(owner: .group(key))
      return RowDigest.digest(of: [stored.rows])
    }
    let documents = try DocumentTable(in: database)
    guard let id = try documents.id(of: key) else { return nil }
    var tables = [try documents.read(id)]
    var sentences: [Int64: Int] = [:]
    for (index, definition) in DocumentRows.definitions.enumerated() {
      var stored = try TableWriter(definition, in: database).read(owner: .document(id))
      if index == DocumentRows.sentenceTable {
        for (row, id) in stored.ids.enumerated() { sentences[id] = row }
      }
      if let column = definition.columns.firstIndex(of: "sentence_id") {
        stored.rows.replaceKeys(inColumn: column) { sentences[$0] }
      }
      tables.append(stored.rows)
    }
    return RowDigest.digest(of: tables)
  }
}
