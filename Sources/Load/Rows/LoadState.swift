/// What the warehouse says it holds of a document or of a group: a row of `load_state`.
///
/// Unchanged means that all of it is equal to what would be loaded now, state included.
package struct LoadState: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case document, group
  }

  package var kind: Kind
  /// The document's URI, or the group's key.
  package var key: String
  /// Digest of the artifacts that the rows were made from; of a document without any, of its failure.
  package var outputDigest: [UInt8]
  /// Of a group always ``DocumentState/current``.
  package var state: DocumentState
  /// ``Warehouse/loaderFingerprint`` of the program that wrote the rows.
  package var loaderFingerprint: String
  /// Rows of all tables that belong to it, `load_state` and the full-text index left out.
  package var rowCount: Int
  /// ``DocumentRows/rowDigest``, state and reason left out, so that it stays when a document becomes stale.
  package var rowDigest: [UInt8]

  package init(
    kind: Kind,
    key: String,
    outputDigest: [UInt8],
    state: DocumentState,
    loaderFingerprint: String,
    rowCount: Int,
    rowDigest: [UInt8]
  ) {
    self.kind = kind
    self.key = key
    self.outputDigest = outputDigest
    self.state = state
    self.loaderFingerprint = loaderFingerprint
    self.rowCount = rowCount
    self.rowDigest = rowDigest
  }
}
