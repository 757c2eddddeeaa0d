import Pipeline

/// Observations in one table whose rows stand under their sentences, and these under their sections.
struct ObservationReport {
  /// From so many columns on there is room for all fields.
  private static let roomy = 150
  private static let indent = "  "

  let observations: [TextReader.Reading]
  /// The document's own, which is not said again at each of its observations.
  var region: String?

  func lines(width: Int?, style: Style) -> [String] {
    guard !observations.isEmpty else { return ["No observations."] }
    let isRoomy = (width ?? .max) >= Self.roomy
    var table = Table(isRoomy ? Self.allColumns : Self.someColumns)
    for one in observations { table.add(isRoomy ? all(one) : some(one)) }
    let rows = table.lines(width: width, style: style, indent: Self.indent)
    var lines = [rows.first ?? ""]
    var section: String?
    var sentence: (String, Int?)?
    for (one, row) in zip(observations, rows.dropFirst()) {
      if let its = one.section, its != section {
        lines += ["", style.bold(its.printable)]
        section = its
      } else if sentence.map({ $0 != (one.sentence, one.sentenceStart) }) ?? false {
        lines.append("")
      }
      if sentence.map({ $0 != (one.sentence, one.sentenceStart) }) ?? true {
        let text = one.sentence.replacing("\t", with: "  ").printable
        lines += Paragraph(label: "", indent: 0, text: text).lines(width: width, styled: style.faint)
        sentence = (one.sentence, one.sentenceStart)
      }
      lines.append(row)
    }
    return lines + [""] + Paragraph(label: "", indent: 0, text: Wording.counts(observations)).lines(width: width)
  }

  private static let someColumns = [
    Table.Column("id"), Table.Column("indicator", isFlexible: true), Table.Column("measure"),
    Table.Column("value", .right), Table.Column("unit"), Table.Column("period"), Table.Column("status"),
  ]

  private func some(_ one: TextReader.Reading) -> [String] {
    let area = one.area == region ? nil : one.area
    let indicator = area.map { "\($0): \(words(one))" } ?? words(one)
    return [id(one), indicator, one.measure, value(one), one.unit ?? "", one.period ?? "", one.status]
  }

  private static let allColumns = [
    Table.Column("id"), Table.Column("indicator", isFlexible: true), Table.Column("code"), Table.Column("measure"),
    Table.Column("value", .right), Table.Column("unit"), Table.Column("period"), Table.Column("status"),
    Table.Column("area", isFlexible: true), Table.Column("quote", isFlexible: true),
    Table.Column("rule", isFlexible: true), Table.Column("confidence", .right),
  ]

  private func all(_ one: TextReader.Reading) -> [String] {
    let confidence = "\((one.confidence * 100).rounded() / 100)"
    return [
      id(one), words(one), one.code ?? "", one.rankScope.map { "\(one.measure) (\($0))" } ?? one.measure, value(one),
      one.unit ?? "", one.period ?? "", one.status, one.area ?? region ?? "", one.quote, one.rule, confidence,
    ]
  }

  private func id(_ one: TextReader.Reading) -> String { Figures.observation(one.id ?? "") }

  private func words(_ one: TextReader.Reading) -> String {
    one.action.map { "\(one.indicator) (\($0))" } ?? one.indicator
  }

  private func value(_ one: TextReader.Reading) -> String {
    let value = one.valueHigh.map { "\(one.value)–\($0)" } ?? one.value
    return one.comparator == "=" ? value : "\(one.comparator) \(value)"
  }
}
