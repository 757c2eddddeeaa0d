/// What the sentences of a paragraph leave to those behind them.
struct ParagraphMemory {
  /// 一般公共预算 of 一般公共预算收入: what a bare 收入 or 支出 behind it is of.
  var account: [UInt8] = []
  /// The last measure of a whole, for the industries of the next sentence.
  var measured: (name: [UInt8], unit: UnitText)?
  /// The headline that was told last, for shares that leave out what they are of.
  var headline: [UInt8]?
  /// The account that a sentence of a budget has told last.
  var accountTold: Subject?
  /// Whether an average of the plan's years was told.
  var hasAverage = false
}
