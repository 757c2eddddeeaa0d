import Documents
import Lexicon

/// An observation in the making: ranges and bytes of the normal text.
struct Draft {
  @SmallRange var quote: Range<Int>
  var measure: Observation.Measure
  var comparator: Quantity.Comparator
  var status = Observation.Status.actual
  var period: Period?
  var value: ExactNumber
  var high: ExactNumber?
  var unit: UnitText
  var indicator: [UInt8]
  var headline: Indicators.Headline?
  var action: [UInt8]?
  var area: [UInt8]?
  var rankScope: [UInt8]?
  var rankOf: Observation.RankBase?
  var rule: Rule
  /// Which words it was read from.
  var words: FigureWords

  /// How a figure came to its measure and its name, as `rule` of the warehouse spells it.
  enum Rule: String {
    case level, growth, change, rate, ratio, rank
    /// Of the figure that was left (从3%).
    case from
    case share
    /// By the name of a figure before.
    case inherited
    /// Dealt out to one of several names.
    case list
  }
}
