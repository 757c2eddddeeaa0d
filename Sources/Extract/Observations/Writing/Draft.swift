import Documents

/// An observation in the making: ranges and bytes of the normal text.
struct Draft {
  var quote: Range<Int>
  var measure: Observation.Measure
  var comparator: Quantity.Comparator
  var status = Observation.Status.actual
  var period: Period?
  var value: ExactNumber
  var high: ExactNumber?
  var unit: [UInt8]
  var indicator: [UInt8]
  var code: String?
  var action: [UInt8]?
  var area: [UInt8]?
  var rankScope: [UInt8]?
  var rankOf: Observation.RankBase?
  var rule: StaticString
  /// Which words it was read from.
  var words: FigureWords
}
