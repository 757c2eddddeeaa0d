/// The words that figures are read by: the built-in ones, with what the user's folders lay over them.
package struct FigureLexicon: Sendable {
  package let units: Units
  package let cues: Cues
  package let indicators: Indicators

  package static let builtIn = FigureLexicon(units: .builtIn, cues: .builtIn, indicators: .builtIn)

  private init(units: Units, cues: Cues, indicators: Indicators) {
    self.units = units
    self.cues = cues
    self.indicators = indicators
  }

  /// - Throws: the first fault of an overlay, with its file and line.
  package init(overlaidBy overlays: [LexiconOverlay]) throws(LexiconError) {
    func has(_ file: EmbeddedFile) -> Bool { overlays.contains { $0.name == file.name } }
    units = has(.units) ? try Units(Units.table().overlaid(by: overlays, key: Units.key)) : .builtIn
    cues = has(.cues) ? try Cues(Cues.table().overlaid(by: overlays, key: Cues.key)) : .builtIn
    indicators =
      has(.indicators)
      ? try Indicators(Indicators.table().overlaid(by: overlays, key: Indicators.key)) : .builtIn
  }
}
