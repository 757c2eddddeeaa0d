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
  var range: Range<Int>
  /// With its bounds.
  var quote: Range<Int>
  var value: ExactNumber
  var high: ExactNumber?
  /// With its multiplier; empty for none.
  var unit: [UInt8] = []
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

/// What a sentence is made of between its plain text.
struct Token {
  enum Kind {
    case quantity, period, comma, semicolon, colon, enumeration, open, close
  }

  var kind: Kind
  var range: Range<Int>
  /// Into the reader's quantities or periods; of a bracket the token that closes it.
  var index = 0
}

/// A time that the text names.
struct NamedPeriod {
  var startYear: Int?
  var startMonth: Int?
  var endYear: Int?
  var endMonth: Int?
  var range: Range<Int>
  /// 末, 底, 截至: a moment, not a span.
  var isEnd = false
  /// 到2025年.
  var isDeadline = false
  /// 十四五.
  var isPlan = false
  /// 五年来, 过去五年: years to work out from the report's own.
  var yearsBack: Int?
}
