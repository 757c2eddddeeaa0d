import Lexicon

/// A number that quantifies something, as the lexer finds it: number, multiplier, unit and the bounds that touch it.
struct Quantity {
  enum Kind {
    case level, percent, point, ratio, rank, zero
    /// A part of 三次产业结构9.4:35.2:55.4.
    case structure
    /// Without a unit, which a following number may lend.
    case bare
  }

  var kind: Kind
  var unitKind: Units.Kind?
  /// Number and unit.
  @SmallRange var range: Range<Int>
  /// With its bounds.
  @SmallRange var quote: Range<Int>
  var value: ExactNumber
  var high: ExactNumber?
  /// With its multiplier; empty for none.
  var unit = UnitText()
  var comparator = Comparator.equal
  var boundBefore = false
  var boundAfter = false
  var isChinese = false
  /// Only multipliers: 千亩, 近亿元.
  var isBareMultiplier = false

  enum Comparator {
    case equal, atLeast, atMost, about
  }
}
