package import Lexicon

/// What `pipeline.json` sets for extract. Part of the stage's key.
package struct ExtractParameters: Hashable, Sendable {
  /// Word lists whose terms are counted for each section: the list's name and its words.
  package var terms: [String: [String]]
  /// Whether figures of tables become observations.
  package var tables: Bool
  /// What the user lays over the words that figures are read by; without faults.
  package var overlays: [LexiconOverlay]

  package init(
    terms: [String: [String]] = TermCounter.defaultLists,
    tables: Bool = true,
    overlays: [LexiconOverlay] = []
  ) {
    self.terms = terms
    self.tables = tables
    self.overlays = overlays
  }
}
