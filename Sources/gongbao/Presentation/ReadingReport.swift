import Pipeline

/// What `gongbao read` and `gongbao explain --sentence` show: each sentence with its observations below, and below each
/// of these, where it is known, which words said what.
struct ReadingReport {
  private static let indent = 2

  let sentences: [ParsedSentence]

  func write(to output: Terminal) {
    for line in lines(width: output.width, style: output.style) { output.writeLine(line) }
  }

  func lines(width: Int?, style: Style) -> [String] {
    guard !sentences.isEmpty else { return ["No observations."] }
    return Array(sentences.map { lines(of: $0, width: width, style: style) }.joined(separator: [""]))
  }

  private func lines(of sentence: ParsedSentence, width: Int?, style: Style) -> [String] {
    var lines: [String] = []
    if let section = sentence.section {
      lines += Paragraph(label: "", indent: 0, text: section.printable).lines(width: width, styled: style.faint)
    }
    let text = sentence.sentence.replacing("\t", with: "  ").printable
    lines += Paragraph(label: "", indent: 0, text: text).lines(width: width, styled: style.bold)
    let space = String(repeating: " ", count: Self.indent)
    guard !sentence.figures.isEmpty else { return lines + [space + Wording.noFigure] }
    guard sentence.figures.contains(where: { $0.parse != nil }) else {
      return lines + Self.table(of: sentence.figures).lines(width: width, style: style, indent: space)
    }
    if let parse = sentence.figures.first?.parse { lines.append(space + style.faint(Wording.context(parse))) }
    for figure in sentence.figures {
      lines += ["", space + Wording.figure(figure)]
      lines += ParseLines(figure).lines(indent: Self.indent + 2, width: width, style: style)
    }
    return lines
  }

  static func table(of observations: [TextReader.Reading]) -> Table {
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

/// Which words of a sentence said what of a figure, a line each under its label.
struct ParseLines {
  private static let label = 9

  let parts: [(label: String, text: String)]

  init(_ figure: TextReader.Reading) {
    parts = Wording.parse(figure)
  }

  func lines(indent: Int, width: Int?, style: Style) -> [String] {
    let space = String(repeating: " ", count: indent)
    return parts.flatMap { part in
      Paragraph(label: part.label, indent: Self.label, text: part.text)
        .lines(width: width.map { $0 - indent }, label: style.faint)
        .map { space + $0 }
    }
  }
}
