/// Rows under headings, each column as wide as its widest cell.
struct Table {
  struct Column {
    var title: String
    var alignment: Alignment
    /// Whether the column gives way where the table is wider than the terminal.
    var isFlexible: Bool

    init(_ title: String, _ alignment: Alignment = .left, isFlexible: Bool = false) {
      self.title = title
      self.alignment = alignment
      self.isFlexible = isFlexible
    }
  }

  enum Alignment {
    case left, right
  }

  private static let gap = "  "
  private static let narrowest = 12

  let columns: [Column]
  /// Whether the last column goes on in further lines instead of being cut.
  var wrapsLastColumn = false
  private(set) var rows: [[String]] = []
  init(_ columns: [Column]) {
    self.columns = columns
  }

  mutating func add(_ cells: [String]) {
    rows.append(columns.indices.map { $0 < cells.count ? cells[$0].printable : "" })
  }

  /// - Parameter width: columns that there are; `nil` for as many as it takes.
  func lines(width: Int?, style: Style, indent: String = "") -> [String] {
    let widths = fitted(to: width.map { $0 - TextWidth.of(indent) })
    let header = line(columns.map(\.title), widths, indent: indent)
    return [style.faint(header)] + rows.flatMap { wrapped($0, widths, indent: indent) }
  }

  /// Whether the columns find room in so many, where those that give way have given all.
  func fits(_ width: Int) -> Bool {
    fitted(to: width).reduce(0, +) + (columns.count - 1) * Self.gap.count <= width
  }

  private func wrapped(_ cells: [String], _ widths: [Int], indent: String) -> [String] {
    guard wrapsLastColumn, let cell = cells.last, let width = widths.last, TextWidth.of(cell) > width else {
      return [line(cells, widths, indent: indent)]
    }
    let before = [String](repeating: "", count: cells.count - 1)
    return TextWidth.lines(of: cell, width: width).enumerated().map { index, part in
      line((index == 0 ? Array(cells.dropLast()) : before) + [part], widths, indent: indent)
    }
  }

  private func line(_ cells: [String], _ widths: [Int], indent: String) -> String {
    var line = indent
    for (index, cell) in cells.enumerated() {
      if index > 0 { line += Self.gap }
      let text = TextWidth.cut(cell, to: widths[index])
      let space = String(repeating: " ", count: max(0, widths[index] - TextWidth.of(text)))
      switch columns[index].alignment {
      case .right: line += space + text
      case .left: line += index == cells.count - 1 ? text : text + space
      }
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  private func fitted(to width: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      rows.map { TextWidth.of($0[index]) }.reduce(TextWidth.of(columns[index].title), max)
    }
    guard let width else { return widths }
    let total = widths.reduce(0, +) + (columns.count - 1) * Self.gap.count
    var excess = total - width
    while excess > 0 {
      // The widest column that may give way gives one.
      let candidates = columns.indices.filter { columns[$0].isFlexible && widths[$0] > Self.narrowest }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
