import GRDB

/// Everything that a warehouse says, by document and by group, without surrogate keys.
struct WarehouseRows {
  struct Document: Equatable {
    /// Of all tables, state and reason left out.
    var lines: [String] = []
    var state = ""
    var reason: String?
    /// Whether both its row and its load state are there.
    var isHeld = false
  }

  var documents: [String: Document] = [:]
  var groups: [String: [String]] = [:]
  /// Sentences that the full-text index does not have, and those that it has and that are gone.
  var searchFaults = 0

  private static let surrogates: Set = ["id", "document_id", "group_key", "sentence_id", "state", "reason"]

  init(path: String) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.writeWithoutTransaction { try read($0) }
  }

  private mutating func read(_ database: Database) throws {
    // A document's rows, and what joins its tables in the place of surrogate keys.
    try read("document", owner: "t.uri", joins: "", database)
    let ofDocument = "JOIN document d ON d.id = t.document_id"
    for table in ["section", "sentence", "term_count", "finding"] {
      try read(table, owner: "d.uri", joins: ofDocument, database)
    }
    let sentence = "LEFT JOIN sentence s ON s.id = t.sentence_id"
    try read("observation", owner: "d.uri", joins: "\(ofDocument) \(sentence)", extra: "s.ordinal", database)
    try read("load_state", owner: "t.key", joins: "", database, filter: "kind = 'document'")
    try read("load_state", owner: "t.key", joins: "", database, filter: "kind = 'group'", isGroup: true)
    try read("finding", owner: "t.group_key", joins: "", database, filter: "group_key IS NOT NULL", isGroup: true)
    for row in try Row.fetchAll(database, sql: "SELECT uri, state, reason FROM document") {
      documents[row[0], default: Document()].state = row[1]
      documents[row[0], default: Document()].reason = row[2]
    }
    documents = documents.mapValues { document in
      var document = document
      document.isHeld = ["document|", "load_state|"].allSatisfy { table in
        document.lines.contains { $0.hasPrefix(table) }
      }
      document.lines.sort()
      return document
    }
    for key in groups.keys { groups[key]?.sort() }
    searchFaults =
      try Int.fetchOne(
        database,
        sql: """
          SELECT (SELECT count(*) FROM sentence_search_docsize WHERE id NOT IN (SELECT id FROM sentence))
            + (SELECT count(*) FROM sentence WHERE id NOT IN (SELECT id FROM sentence_search_docsize))
          """
      ) ?? 0
  }

  /// The lists of the lexicon in a warehouse: to read them takes far longer than all else that is in a small one.
  static func lists(path: String) throws -> [String?] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { database in
      try ["region", "indicator", "unit"].map { table in
        let cells = try cells(of: table, database)
        let sql = "SELECT group_concat(line, char(10)) FROM (SELECT \(cells) AS line FROM \(table) t ORDER BY line)"
        return try String.fetchOne(database, sql: sql)
      }
    }
  }

  /// An expression of a row's cells in one text: SQLite makes it many times faster than Swift would here.
  private static func cells(of table: String, _ database: Database) throws -> String {
    try database.columns(in: table).map(\.name).filter { !surrogates.contains($0) }
      .map { "'\($0)=' || quote(t.\($0))" }.joined(separator: " || ' ' || ")
  }

  private mutating func read(
    _ table: String,
    owner: String,
    joins: String,
    extra: String = "''",
    _ database: Database,
    filter: String = "1",
    isGroup: Bool = false
  ) throws {
    let cells = try Self.cells(of: table, database)
    let sql = "SELECT \(owner), '\(table)|' || \(cells) || quote(\(extra)) FROM \(table) t \(joins) WHERE \(filter)"
    for row in try Row.fetchAll(database, sql: sql) {
      if isGroup {
        groups[row[0], default: []].append(row[1])
      } else {
        documents[row[0], default: Document()].lines.append(row[1])
      }
    }
  }
}
