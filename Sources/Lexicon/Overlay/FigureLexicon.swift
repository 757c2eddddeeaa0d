/// The words that facts and figures are read by: the built-in ones, with what the user's folders lay over them.
package struct FigureLexicon: Sendable {
  package let units: Units
  package let cues: Cues
  package let indicators: Indicators
  package let kinds: ReportKinds
  package let regions: Regions

  package static let builtIn = FigureLexicon(
    units: .builtIn,
    cues: .builtIn,
    indicators: .builtIn,
    kinds: .builtIn,
    regions: .builtIn
  )

  private init(units: Units, cues: Cues, indicators: Indicators, kinds: ReportKinds, regions: Regions) {
    self.units = units
    self.cues = cues
    self.indicators = indicators
    self.kinds = kinds
    self.regions = regions
  }

  /// - Throws: the first fault of an overlay, with its file and line.
  package init(overlaidBy overlays: [LexiconOverlay]) throws(LexiconError) {
    units = try Units(overlaidBy: overlays)
    cues = try Cues(overlaidBy: overlays)
    indicators = try Indicators(overlaidBy: overlays)
    kinds = try ReportKinds(overlaidBy: overlays)
    regions = try Regions(overlaidBy: overlays)
  }
}
