import GRDB

/// Carries out the changes of one batch, inside its transaction.
struct BatchWriter {
  private let database: Database
  private let fingerprint: String
  private let path: String
  private let documents: DocumentTable
  /// Parents before children, as ``DocumentRows/tables``.
  private let tables: [TableWriter]
  private let groupFindings: TableWriter
  private let states: LoadStateTable
  private(set) var counts = WriteCounts()

  init(in database: Database, fingerprint: String, path: String) throws {
    self.database = database
    self.fingerprint = fingerprint
    self.path = path
    documents = try DocumentTable(in: database)
    tables = try DocumentRows.definitions.map { try TableWriter($0, in: database) }
    groupFindings = try TableWriter(.groupFinding, in: database)
    states = try LoadStateTable(in: database)
  }

  mutating func carryOut(_ change: WarehouseChange) throws {
    switch change {
    case .put(let rows): try put(rows)
    case .markStale(let uri, let reason): try markStale(uri, reason)
    case .remove(let uri): try remove(uri)
    case .putGroup(let rows): try put(rows)
    case .removeGroup(let key): try removeGroup(key)
    }
  }

  private mutating func put(_ rows: DocumentRows) throws {
    if let id = try documents.id(of: rows.uri) {
      try merge(rows, into: id)
    } else {
      let id = try documents.insert(rows)
      var ids: [[Int64]] = []
      for (writer, table) in zip(tables, rows.tables) {
        ids.append(try writer.insert(table, owner: .document(id), references: Self.sentences(ids)))
      }
      counts.inserted += rows.rowCount
    }
    try write(
      LoadState(
        kind: .document,
        key: rows.uri,
        outputDigest: rows.outputDigest,
        state: rows.state,
        loaderFingerprint: fingerprint,
        rowCount: rows.rowCount,
        rowDigest: rows.rowDigest
      )
    )
  }

  private mutating func merge(_ rows: DocumentRows, into id: Int64) throws {
    if try documents.update(id, to: rows) { counts.updated += 1 }
    var ids: [[Int64]] = []
    var obsolete: [(stored: TableWriter.Stored, rows: [Int])] = []
    for (writer, table) in zip(tables, rows.tables) {
      let stored = try writer.read(owner: .document(id))
      let merged = try writer.merge(
        table,
        into: stored,
        owner: .document(id),
        references: Self.sentences(ids),
        counts: &counts
      )
      ids.append(merged.ids)
      obsolete.append((stored, merged.obsolete))
    }
    for (writer, obsolete) in zip(tables, obsolete).reversed() {
      try writer.delete(obsolete.rows, of: obsolete.stored)
      counts.deleted += obsolete.rows.count
    }
  }

  /// The only surrogate keys that rows of other tables refer to are those of sentences.
  private static func sentences(_ ids: [[Int64]]) -> [Int64] {
    ids.count > DocumentRows.sentenceTable ? ids[DocumentRows.sentenceTable] : []
  }

  private mutating func markStale(_ uri: String, _ reason: String) throws {
    guard let id = try documents.id(of: uri), var state = try states.read(.document, uri) else {
      throw WarehouseError(.notLoaded, path: path, cause: uri)
    }
    if try documents.set(.stale, reason: reason, of: id) { counts.updated += 1 }
    state.state = .stale
    try write(state)
  }

  private mutating func remove(_ uri: String) throws {
    if let id = try documents.id(of: uri) {
      try removeRows(of: id)
      try documents.delete(id)
      counts.deleted += 1
    }
    if try states.delete(.document, uri) { counts.deleted += 1 }
  }

  /// - Parameter id: of a document, even of one that is no more.
  mutating func removeRows(of id: Int64) throws {
    for writer in tables.reversed() {
      let stored = try writer.read(owner: .document(id))
      try writer.delete(Array(stored.ids.indices), of: stored)
      counts.deleted += stored.ids.count
    }
  }

  private mutating func put(_ rows: GroupRows) throws {
    let stored = try groupFindings.read(owner: .group(rows.key))
    let merged = try groupFindings.merge(
      rows.findings,
      into: stored,
      owner: .group(rows.key),
      references: [],
      counts: &counts
    )
    try groupFindings.delete(merged.obsolete, of: stored)
    counts.deleted += merged.obsolete.count
    try write(
      LoadState(
        kind: .group,
        key: rows.key,
        outputDigest: rows.outputDigest,
        state: .current,
        loaderFingerprint: fingerprint,
        rowCount: rows.rowCount,
        rowDigest: rows.rowDigest
      )
    )
  }

  private mutating func removeGroup(_ key: String) throws {
    let stored = try groupFindings.read(owner: .group(key))
    try groupFindings.delete(Array(stored.ids.indices), of: stored)
    counts.deleted += stored.ids.count
    if try states.delete(.group, key) { counts.deleted += 1 }
  }

  private mutating func write(_ state: LoadState) throws {
    guard let old = try states.read(state.kind, state.key) else {
      try states.write(state)
      counts.inserted += 1
      return
    }
    guard old != state else { return }
    try states.write(state)
    counts.updated += 1
  }
}
