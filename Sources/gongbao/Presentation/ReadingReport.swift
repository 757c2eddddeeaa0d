import Pipeline

/// What `gongbao read` shows: each sentence with its observations below.
struct ReadingReport {
  let observations: [TextReader.Reading]

  func write(to output: Terminal) {
    guard !observations.isEmpty else {
      output.writeLine("No observations.")
      return
    }
    var start = 0
    while start < observations.count {
      let first = observations[start]
      let end = observations[start...].firstIndex {
        $0.sentence != first.sentence || $0.sentenceStart != first.sentenceStart
      }
      if start > 0 { output.writeLine() }
      output.writeLine(output.style.bold(first.sentence.printable))
      output.write(Self.table(of: observations[start..<(end ?? observations.count)]), indent: "  ")
      start = end ?? observations.count
    }
  }

  static func table(of observations: ArraySlice<TextReader.Reading>) -> Table {
    var table = Table([
      Table.Column("quote", isFlexible: true), Table.Column("indicator", isFlexible: true), Table.Column("code"),
      Table.Column("measure"), Table.Column("", .right), Table.Column("value", .right), Table.Column("unit"),
      Table.Column("period"),
      Table.Column("status"), Table.Column("area", isFlexible: true),
    ])
    for one in observations {
      let value = one.valueHigh.map { "\(one.value)–\($0)" } ?? one.value
      let indicator = one.action.map { "\(one.indicator) (\($0))" } ?? one.indicator
      let rank = one.rankScope.map { "\(one.measure) (\($0))" } ?? one.measure
      table.add([
        one.quote, indicator, one.code ?? "", rank, one.comparator == "=" ? "" : one.comparator, value, one.unit ?? "",
        one.period ?? "", one.status, one.area ?? "",
      ])
    }
    return table
  }
}
