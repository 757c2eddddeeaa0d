internal import Documents

/// One line of a page as a reader sees it: a paragraph, a heading, a row of a table, an entry of a menu.
struct PageLine {
  enum Kind {
    case paragraph
    case heading(level: UInt8)
    case listItem
    case tableRow
    case caption
  }

  let kind: Kind
  /// A row of a table most of which is no link: names in it lead to their own pages, and it is no menu all the same.
  var isOfData = false
  // Narrow: a page can have hundreds of thousands of lines, and no page has 2^31 bytes.
  private let bytes: Range<Int32>
  private let inTree: Range<Int32>
  private let units: Int32
  private let links: Int32
  // More than these can hold are as many as they hold.
  private let stops: UInt16
  private let digits: UInt16
  private let row: Int32

  /// - Parameters:
  ///   - range: bytes of ``PageLines/text``.
  ///   - linkUnits: units of its texts that are links.
  init(
    kind: Kind,
    range: Range<Int>,
    nodes: Range<Int>,
    measure: TextMeasure,
    linkUnits: Int,
    table: Int?
  ) {
    self.kind = kind
    bytes = Range(narrowing: range)
    inTree = Range(narrowing: nodes)
    units = Int32(measure.units)
    stops = UInt16(clamping: measure.stops)
    digits = UInt16(clamping: measure.digits)
    links = Int32(min(linkUnits, measure.units))
    row = Int32(table ?? -1)
  }

  /// Bytes of ``PageLines/text``; neither begins nor ends with white space.
  var range: Range<Int> { bytes.wide }
  /// The text nodes it consists of lie in these indices of the tree.
  var nodes: Range<Int> { inTree.wide }
  var measure: TextMeasure { TextMeasure(units: Int(units), stops: Int(stops), digits: Int(digits)) }
  /// No more than there are.
  var linkUnits: Int { Int(links) }
  /// Index into ``PageLines/tables`` of the table that it is a row of.
  var table: Int? { row < 0 ? nil : Int(row) }

  var isLink: Bool { linkUnits * 2 > measure.units && !isOfData }
}

/// All lines of a page, in order.
struct PageLines {
  struct Row {
    var line: Int
    /// Indices into ``PageLines/cells``.
    var cells: Range<Int>
    /// From 0: which row of its table it is, the empty ones, which are left out, counted.
    var place: Int
  }

  struct Cell {
    private let bytes: Range<Int32>
    private let columns: Int32
    private let rows: Int32
    let isHeader: Bool

    init(range: Range<Int>, columnSpan: Int, rowSpan: Int, isHeader: Bool) {
      bytes = Range(narrowing: range)
      columns = Int32(clamping: columnSpan)
      rows = Int32(clamping: rowSpan)
      self.isHeader = isHeader
    }

    /// Bytes of ``PageLines/text``.
    var range: Range<Int> { bytes.wide }
    var columnSpan: Int { Int(columns) }
    var rowSpan: Int { Int(rows) }
  }

  struct DataTable {
    /// The table element.
    var node: Int
    /// Indices into ``PageLines/rows``.
    var rows: Range<Int>
  }

  /// The words by which they are judged.
  let lexicon: CleanLexicon
  var text: [UInt8] = []
  var lines: [PageLine] = []
  var tables: [DataTable] = []
  /// Of all tables, one after the other.
  var rows: [Row] = []
  /// Of all rows, one after the other.
  var cells: [Cell] = []

  init(_ lexicon: CleanLexicon) {
    self.lexicon = lexicon
  }

  func rows(of table: DataTable) -> ArraySlice<Row> { rows[table.rows] }
  func cells(of row: Row) -> ArraySlice<Cell> { cells[row.cells] }

  /// Tells rows of tables from rows of menus.
  mutating func markData() {
    for table in tables {
      let rows = rows(of: table)
      let units = rows.reduce(0) { $0 + lines[$1.line].measure.units }
      let links = rows.reduce(0) { $0 + lines[$1.line].linkUnits }
      let columns = rows.count { row in cells(of: row).count { !$0.range.isEmpty } >= 2 }
      guard rows.count >= 4, columns * 2 > rows.count, links * 10 < units * 7 else { continue }
      for row in rows { lines[row.line].isOfData = true }
    }
  }

  func string(_ line: Int) -> String {
    TrimmedText.string(text[lines[line].range])
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
