import GRDB

/// What is really there, whatever `load_state` says.
enum StoredCounts {
  /// Rows of each document and group, ordered by kind and key.
  static func rows(in database: Database) throws -> [(kind: LoadState.Kind, key: String, count: Int)] {
    let children = DocumentRows.definitions.map { "SELECT document_id FROM \($0.name) WHERE document_id IS NOT NULL" }
      .joined(separator: " UNION ALL ")
    let documents = try Row.fetchAll(
      database,
      sql: """
        SELECT d.uri, 1 + coalesce(c.number, 0) FROM document d
        LEFT JOIN (SELECT document_id, count(*) AS number FROM (\(children)) GROUP BY document_id) c
          ON c.document_id = d.id
        ORDER BY d.uri
        """
    )
    let groups = try Row.fetchAll(
      database,
      sql: """
        SELECT key, (SELECT count(*) FROM finding WHERE group_key = key) FROM (
          SELECT key FROM load_state WHERE kind = 'group'
          UNION SELECT group_key FROM finding WHERE group_key IS NOT NULL
        ) ORDER BY key
        """
    )
    return documents.map { (.document, $0[0], $0[1]) } + groups.map { (.group, $0[0], $0[1]) }
  }

  /// Documents as their own rows tell of them, ordered by URI.
  static func documents(in database: Database) throws -> [(uri: String, state: DocumentState, reason: String?)] {
    try Row.fetchAll(database, sql: "SELECT uri, state, reason FROM document ORDER BY uri")
      .map { ($0[0], DocumentState(rawValue: $0[1]) ?? .current, $0[2]) }
  }
}
