package import Lexicon

/// What `pipeline.json` can set of normalize.
package struct NormalizeParameters: Sendable, Hashable {
  /// Whether damaged digits ("l00", "2O19", "二O一九年") are read as what they were.
  package var repairsDigits = true
  /// Whether a lone "?" between Han characters is read as "·", and between digits as ".".
  package var repairsMarks = true
  /// How many characters a numbered heading has at most.
  package var longestHeading = 60
  /// How many characters a heading without a number has at most.
  package var longestPlainHeading = 30
  /// What the user lays over the words of headings; without faults.
  package var overlays: [LexiconOverlay] = []

  package init() {}
}
