import Documents
import Lexicon

/// A figure of a table with what belongs to it.
struct TableFigure {
  var value: ExactNumber
  /// Of the cell, in the page's text.
  var range: Range<Int>
  var indicator: [UInt8]
  var unit: [UInt8]?
  var heads: TableHeads
  /// What its heads say, with what they leave to the column before.
  var column: TableColumn?
  var year: Int?
  var isOfPlan: Bool
  /// `nil` for the report's own.
  var area: [UInt8]?
  var cell: Observation.Cell
  /// What a budget's figure is called under its caption: caption, column, indicator and area; empty for others.
  var call: ByteKey
  /// Whether a number of the outline stands before the row's name.
  var isNumbered: Bool
}
