import GRDB

/// Writes the table `load_state`.
struct LoadStateTable {
  private let reader: LoadStateReader
  private let upsert: BareStatement
  private let deletion: BareStatement
  private let database: Database

  init(in database: Database) throws {
    self.database = database
    reader = try LoadStateReader(in: database)
    upsert = try BareStatement(
      """
      INSERT OR REPLACE INTO load_state
        (kind, key, output_digest, state, loader_fingerprint, row_count, row_digest) VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      in: database
    )
    deletion = try BareStatement("DELETE FROM load_state WHERE kind = ? AND key = ?", in: database)
  }

  func read(_ kind: LoadState.Kind, _ key: String) throws -> LoadState? { try reader.read(kind, key) }

  func write(_ state: LoadState) throws {
    upsert.bind(state.kind.rawValue, at: 1)
    upsert.bind(state.key, at: 2)
    upsert.bind(blob: state.outputDigest, at: 3)
    upsert.bind(state.state.rawValue, at: 4)
    upsert.bind(state.loaderFingerprint, at: 5)
    upsert.bind(Int64(state.rowCount), at: 6)
    upsert.bind(blob: state.rowDigest, at: 7)
    try upsert.run()
  }

  /// - Returns: whether there was such a row.
  func delete(_ kind: LoadState.Kind, _ key: String) throws -> Bool {
    deletion.bind(kind.rawValue, at: 1)
    deletion.bind(key, at: 2)
    try deletion.run()
    return database.changesCount > 0
  }
}
