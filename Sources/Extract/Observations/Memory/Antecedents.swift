import Documents

/// What a figure goes on from where its clause leaves something unsaid. A bracket works on a copy, which is thrown away.
struct Antecedents {
  /// 一号水厂(总投资8亿元，…): what the costs in a bracket are of.
  var described: [UInt8] = []
  /// (计划增长6%): the bracket tells what was planned.
  var isGoal = false
  /// What was told last.
  var subject: Subject?
  /// All that was told, in the order of the text.
  var subjects: [Subject] = []
  /// The names that the last list was dealt out to.
  var listed: [Subject] = []
  /// A part of the report's area; `nil` for the whole of it.
  var area: [UInt8]?
  /// The verb that the items of a segment share.
  var action: [UInt8]?
  var measure: Observation.Measure?
  /// Whether 其中 has led on from a whole to its parts.
  var isPart = false
}
