package import Lexicon

/// What the rules hold figures against: the built-in bounds, with what the user's folders lay over them.
package struct ValidationLexicon: Sendable {
  let plausible: Plausible
  let parts: PartsOfTotal.All
  let growth: GrowthBasis
  let siblings: SiblingRegions

  static let builtIn = ValidationLexicon()

  private init() {
    plausible = .builtIn
    parts = .builtIn
    growth = .builtIn
    siblings = .builtIn
  }

  /// - Throws: the first fault of an overlay, with its file and line.
  package init(overlaidBy overlays: [LexiconOverlay]) throws(LexiconError) {
    plausible = try Plausible(overlaidBy: overlays)
    parts = try PartsOfTotal.All(overlaidBy: overlays)
    growth = try GrowthBasis(overlaidBy: overlays)
    siblings = try SiblingRegions(overlaidBy: overlays)
  }
}
