import Lexicon

/// What a figure is of.
struct Subject {
  var indicator: [UInt8]
  var action: [UInt8]?
  var headline: Indicators.Headline?
  var area: [UInt8]?

  /// Of the same area, by another name: nobody's act and no headline.
  func renamed(_ name: [UInt8]) -> Subject {
    Subject(indicator: name, action: nil, headline: nil, area: area)
  }
}
