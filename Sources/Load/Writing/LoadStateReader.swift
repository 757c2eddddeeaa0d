import GRDB

/// Reads the table `load_state`.
struct LoadStateReader {
  private let selection: BareStatement

  private static let columns = "output_digest, state, loader_fingerprint, row_count, row_digest"

  init(in database: Database) throws {
    selection = try BareStatement("SELECT \(Self.columns) FROM load_state WHERE kind = ? AND key = ?", in: database)
  }

  func read(_ kind: LoadState.Kind, _ key: String) throws -> LoadState? {
    selection.bind(kind.rawValue, at: 1)
    selection.bind(key, at: 2)
    guard try selection.next() else { return nil }
    defer { selection.reset() }
    return Self.state(kind, key, selection)
  }

  /// Ordered by key (UTF-8).
  static func all(_ kind: LoadState.Kind, in database: Database) throws -> [LoadState] {
    let statement = try BareStatement(
      "SELECT \(columns), key FROM load_state WHERE kind = ? ORDER BY key",
      in: database
    )
    statement.bind(kind.rawValue, at: 1)
    var states: [LoadState] = []
    while try statement.next() {
      states.append(state(kind, String(decoding: statement.text(5), as: UTF8.self), statement))
    }
    return states
  }

  private static func state(_ kind: LoadState.Kind, _ key: String, _ statement: BareStatement) -> LoadState {
    LoadState(
      kind: kind,
      key: key,
      outputDigest: statement.blob(0),
      state: DocumentState(rawValue: String(decoding: statement.text(1), as: UTF8.self)) ?? .current,
      loaderFingerprint: String(decoding: statement.text(2), as: UTF8.self),
      rowCount: Int(statement.integer(3)),
      rowDigest: statement.blob(4)
    )
  }
}
