import Pipeline

/// The answer to a query: its title, and a table; a record a row where the terminal is too narrow for one.
struct AnswerReport {
  let answer: WarehouseAnswer

  func write(to output: Terminal) {
    for line in lines(width: output.width, style: output.style) { output.writeLine(line) }
  }

  /// - Parameter width: columns that there are; `nil` for as many as a table takes.
  func lines(width: Int?, style: Style) -> [String] {
    let title = answer.title.map { style.bold($0.printable) }
    let table = table
    if let width, !answer.rows.isEmpty, !table.fits(width) { return title + records(width: width, style: style) }
    return title + table.lines(width: width, style: style) + (answer.rows.isEmpty ? ["(no rows)"] : [])
  }

  private var table: Table {
    var table = Table(
      answer.columns.enumerated().map { index, name in
        let isNumber = answer.rows.allSatisfy { $0[index].isNumberOrNull } && answer.rows.contains { !$0[index].isNull }
        return Table.Column(name, isNumber ? .right : .left, isFlexible: !isNumber)
      }
    )
    table.wrapsLastColumn = true
    for row in answer.rows { table.add(row.map(\.text)) }
    return table
  }

  private func records(width: Int, style: Style) -> [String] {
    let indent = answer.columns.map { TextWidth.of($0.printable) }.reduce(0, max) + 2
    return answer.rows.enumerated().flatMap { index, row in
      [style.faint("row \(index + 1) of \(answer.rows.count)")]
        + zip(answer.columns, row).flatMap { name, value in
          Paragraph(label: name.printable, indent: indent, text: value.text.printable)
            .lines(width: width, label: style.faint)
        }
    }
  }
}
