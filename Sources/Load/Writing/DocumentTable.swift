import GRDB

/// The table `document`: the rows that own the others.
struct DocumentTable {
  private let find: BareStatement
  private let selection: BareStatement
  private let insertion: BareStatement
  private let update: BareStatement
  private let restate: BareStatement
  private let deletion: BareStatement
  private let database: Database

  init(in database: Database) throws {
    self.database = database
    let columns = TableDefinition.document.columns
    let list = columns.joined(separator: ", ")
    let assignments = columns.map { "\($0) = ?" }.joined(separator: ", ")
    find = try BareStatement("SELECT id FROM document WHERE uri = ?", in: database)
    selection = try BareStatement("SELECT state, reason, \(list) FROM document WHERE id = ?", in: database)
    insertion = try BareStatement(
      "INSERT INTO document (state, reason, \(list)) VALUES (?, ?\(String(repeating: ", ?", count: columns.count)))",
      in: database
    )
    update = try BareStatement("UPDATE document SET state = ?, reason = ?, \(assignments) WHERE id = ?", in: database)
    restate = try BareStatement(
      "UPDATE document SET state = ?1, reason = ?2 WHERE id = ?3 AND (state IS NOT ?1 OR reason IS NOT ?2)",
      in: database
    )
    deletion = try BareStatement("DELETE FROM document WHERE id = ?", in: database)
  }

  func id(of uri: String) throws -> Int64? {
    find.bind(uri, at: 1)
    guard try find.next() else { return nil }
    defer { find.reset() }
    return find.integer(0)
  }

  func insert(_ rows: DocumentRows) throws -> Int64 {
    try bind(rows, to: insertion) { try insertion.run() }
    return database.lastInsertedRowID
  }

  func read(_ id: Int64) throws -> RowSet {
    var rows = RowSet(.document)
    selection.bind(id, at: 1)
    guard try selection.next() else { return rows }
    selection.read(into: &rows, from: 2)
    selection.reset()
    return rows
  }

  /// - Returns: whether the row differed.
  func update(_ id: Int64, to rows: DocumentRows) throws -> Bool {
    selection.bind(id, at: 1)
    guard try selection.next() else { return false }
    var old = RowSet(.document)
    selection.read(into: &old, from: 2)
    let state = String(decoding: selection.text(0), as: UTF8.self)
    let reason = selection.isNull(1) ? nil : String(decoding: selection.text(1), as: UTF8.self)
    selection.reset()
    let isSame =
      state == rows.state.rawValue && reason == rows.reason
      && zip(old.cells, rows.document.cells).allSatisfy { RowSet.equal($0, of: old, $1, of: rows.document) }
    guard !isSame else { return false }
    try bind(rows, to: update) {
      update.bind(id, at: Int32(TableDefinition.document.columns.count + 3))
      try update.run()
    }
    return true
  }

  /// - Returns: whether anything changed.
  func set(_ state: DocumentState, reason: String, of id: Int64) throws -> Bool {
    restate.bind(state.rawValue, at: 1)
    restate.bind(reason, at: 2)
    restate.bind(id, at: 3)
    try restate.run()
    return database.changesCount > 0
  }

  func delete(_ id: Int64) throws {
    deletion.bind(id, at: 1)
    try deletion.run()
  }

  private func bind(_ rows: DocumentRows, to statement: BareStatement, then body: () throws -> Void) throws {
    statement.bind(rows.state.rawValue, at: 1)
    statement.bind(rows.reason, at: 2)
    try rows.document.arena.withUnsafeBufferPointer { arena in
      statement.bind(rows.document.row(0), from: 3, arena: arena, references: [])
      try body()
    }
  }
}
