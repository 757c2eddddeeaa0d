/// One line of a page as a reader sees it: a paragraph, a heading, a row of a table, an entry of a menu.
struct PageLine {
  enum Kind {
    case paragraph
    case heading(level: Int)
    case listItem
    case tableRow
    case caption
  }

  var kind: Kind
  /// Bytes of ``PageLines/text``; neither begins nor ends with white space.
  var range: Range<Int>
  /// The text nodes it consists of lie in these indices of the tree.
  var nodes: Range<Int>
  /// In the cut markup, from its first text to the end of its last.
  var source: Range<Int>
  var measure = TextMeasure()
  var linkUnits = 0
  /// Index into ``PageLines/tables`` of the table that it is a row of.
  var table: Int?

  /// A row of a table most of which is no link: names in it lead to their own pages, and it is no menu all the same.
  var isOfData = false

  var isLink: Bool { linkUnits * 2 > measure.units && !isOfData }
}

/// All lines of a page, in order.
struct PageLines {
  struct Row {
    var line: Int
    var cells: [Cell]
  }

  struct Cell {
    var range: Range<Int>
    var columnSpan: Int
    var rowSpan: Int
    var isHeader: Bool
  }

  struct DataTable {
    /// The table element.
    var node: Int
    var rows: [Row] = []
    /// The line of its caption element.
    var caption: Int?
  }

  var text: [UInt8] = []
  var lines: [PageLine] = []
  var tables: [DataTable] = []

  /// Tells rows of tables from rows of menus.
  mutating func markData() {
    for table in tables {
      let units = table.rows.reduce(0) { $0 + lines[$1.line].measure.units }
      let links = table.rows.reduce(0) { $0 + lines[$1.line].linkUnits }
      let columns = table.rows.count { row in row.cells.count { !$0.range.isEmpty } >= 2 }
      guard table.rows.count >= 4, columns * 2 > table.rows.count, links * 10 < units * 7 else { continue }
      for row in table.rows { lines[row.line].isOfData = true }
    }
  }

  func string(_ line: Int) -> String {
    String(decoding: text[lines[line].range], as: UTF8.self)
  }

  /// The lines whose first text lies in the subtree; lines are in document order.
  func lines(in nodes: Range<Int>) -> Range<Int> {
    func first(_ node: Int) -> Int {
      var low = 0
      var high = lines.count
      while low < high {
        let middle = (low + high) / 2
        if lines[middle].nodes.lowerBound < node { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(nodes.lowerBound)
    return start..<max(start, first(nodes.upperBound))
  }
}
