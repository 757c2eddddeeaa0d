import Foundation
import GRDB

/// The table `load_state`.
struct LoadStateTable {
  private let selection: BareStatement
  private let upsert: BareStatement
  private let deletion: BareStatement
  private let database: Database

  init(in database: Database) throws {
    self.database = database
    selection = try BareStatement(
      """
      SELECT output_digest, state, loader_fingerprint, row_count, row_digest FROM load_state WHERE kind = ? AND key = ?
      """,
      in: database
    )
    upsert = try BareStatement(
      """
      INSERT OR REPLACE INTO load_state
        (kind, key, output_digest, state, loader_fingerprint, row_count, row_digest) VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      in: database
    )
    deletion = try BareStatement("DELETE FROM load_state WHERE kind = ? AND key = ?", in: database)
  }

  func read(_ kind: LoadState.Kind, _ key: String) throws -> LoadState? {
    selection.bind(kind.rawValue, at: 1)
    selection.bind(key, at: 2)
    guard try selection.next() else { return nil }
    defer { selection.reset() }
    return LoadState(
      kind: kind,
      key: key,
      outputDigest: selection.blob(0),
      state: DocumentState(rawValue: String(decoding: selection.text(1), as: UTF8.self)) ?? .current,
      loaderFingerprint: String(decoding: selection.text(2), as: UTF8.self),
      rowCount: Int(selection.integer(3)),
      rowDigest: selection.blob(4)
    )
  }

  /// Ordered by kind and key (UTF-8).
  static func all(in database: Database) throws -> [LoadState] {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT kind, key, output_digest, state, loader_fingerprint, row_count, row_digest FROM load_state
        ORDER BY kind, key
        """
    )
    var states: [LoadState] = []
    while let row = try cursor.next() {
      states.append(
        LoadState(
          kind: LoadState.Kind(rawValue: row[0]) ?? .document,
          key: row[1],
          outputDigest: [UInt8](row[2] as Data),
          state: DocumentState(rawValue: row[3]) ?? .current,
          loaderFingerprint: row[4],
          rowCount: row[5],
          rowDigest: [UInt8](row[6] as Data)
        )
      )
    }
    return states
  }

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
