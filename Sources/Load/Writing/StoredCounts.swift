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
    return try documents.map { (.document, $0[0], $0[1]) } + groups(in: database).map { (.group, $0.key, $0.count) }
  }

  /// Rows of each group, ordered by key.
  static func groups(in database: Database) throws -> [(key: String, count: Int)] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT key, (SELECT count(*) FROM finding WHERE group_key = key) FROM (
          SELECT key FROM load_state WHERE kind = 'group'
          UNION SELECT group_key FROM finding WHERE group_key IS NOT NULL
        ) ORDER BY key
        """
    )
    .map { ($0[0], $0[1]) }
  }
}
