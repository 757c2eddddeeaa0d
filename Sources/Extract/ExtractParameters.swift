/// What `pipeline.json` sets under `extract`. Part of the stage's key.
package struct ExtractParameters: Hashable, Sendable, Encodable {
  /// Word lists whose terms are counted for each section: the list's name and its words.
  package var terms: [String: [String]]
  /// Whether figures of tables become observations.
  package var tables: Bool

  package init(terms: [String: [String]] = [:], tables: Bool = true) {
    self.terms = terms
    self.tables = tables
  }
}
