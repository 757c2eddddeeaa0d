package import Documents

/// All rows of a document, made ready on a worker: texts, positions and ids are done, the writer only binds.
package struct DocumentRows: Sendable {
  package let uri: String
  package let state: DocumentState
  /// Why the state is not `current`.
  package let reason: String?
  /// Digest of the artifacts that the rows are made from (the engine's own affair); of a failed document, of its failure.
  package let outputDigest: [UInt8]
  /// SHA-256 of the rows, surrogate keys, state and reason left out.
  package let rowDigest: [UInt8]
  /// One row.
  let document: RowSet
  /// Parents before children.
  let tables: [RowSet]

  /// Rows of all tables, the document's own included.
  package var rowCount: Int { tables.reduce(1) { $0 + $1.count } }

  /// - Parameters:
  ///   - page: `nil` where the document failed before it had one.
  ///   - report: `nil` where there is none; its ranges are of `page`.
  ///   - Complexity: O(bytes of the page + observations); no input can make it fail. Ranges outside the page are cut to it.
  package init(
    uri: String,
    state: DocumentState,
    reason: String? = nil,
    outputDigest: [UInt8],
    page: Page?,
    report: Report?,
    findings: Findings
  ) {
    self.uri = uri
    self.state = state
    self.reason = reason
    self.outputDigest = outputDigest
    let preparation = RowPreparation(uri: uri, page: page ?? Page(), report: report ?? Report())
    document = preparation.document(hasPage: page != nil, hasReport: report != nil)
    tables = preparation.tables(findings: findings)
    rowDigest = RowDigest.digest(of: [document] + tables)
  }
}

extension DocumentRows {
  /// The tables of ``tables``, in that order.
  static let definitions: [TableDefinition] = [.section, .sentence, .observation, .finding, .termCount]
  /// Where the sentences stand in ``definitions``.
  static let sentenceTable = 1
}
