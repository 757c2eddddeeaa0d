import Pipeline

/// The answer to a query: its title, a table, how many rows.
struct AnswerReport {
  let answer: WarehouseAnswer

  func write(to output: Terminal) {
    for line in answer.title { output.writeLine(output.style.bold(line.printable)) }
    var table = Table(
      answer.columns.enumerated().map { index, name in
        let isNumber = answer.rows.allSatisfy { $0[index].isNumberOrNull } && answer.rows.contains { !$0[index].isNull }
        return Table.Column(name, isNumber ? .right : .left, isFlexible: !isNumber)
      }
    )
    table.wrapsLastColumn = true
    for row in answer.rows { table.add(row.map(\.text)) }
    output.write(table)
    if answer.rows.isEmpty { output.writeLine("(no rows)") }
  }
}
