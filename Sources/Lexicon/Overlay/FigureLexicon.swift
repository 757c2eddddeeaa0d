/// The words that facts and figures are read by: the built-in ones, with what the user's folders lay over them.
package struct FigureLexicon: Sendable {
  package let units: Units
  package let cues: Cues
  package let indicators: Indicators
  package let words: WordClasses
  package let sections: SectionWords
  package let kinds: ReportKinds
  package let regions: Regions
  package let tables: TableWords

  package static let builtIn = Lexicon.builtIn { () throws(LexiconError) in try FigureLexicon(overlaidBy: []) }

  /// - Throws: the first fault of an overlay, with its file and line.
  package init(overlaidBy overlays: [LexiconOverlay]) throws(LexiconError) {
    units = try Units(overlaidBy: overlays)
    cues = try Cues(overlaidBy: overlays)
    indicators = try Indicators(overlaidBy: overlays)
    words = try WordClasses(overlaidBy: overlays)
    sections = try SectionWords(overlaidBy: overlays)
    kinds = try ReportKinds(overlaidBy: overlays)
    regions = try Regions(overlaidBy: overlays)
    tables = try TableWords(overlaidBy: overlays)
  }
}
