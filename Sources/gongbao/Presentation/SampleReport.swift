import Pipeline

/// What `gongbao plan --sample` shows below the plan.
struct SampleReport {
  private static let rowsShown = 10

  let sample: UpgradeSample

  func write(to output: Terminal) {
    for line in lines(width: output.width, style: output.style) { output.writeLine(line) }
  }

  func lines(width: Int?, style: Style) -> [String] {
    guard sample.sampled > 0 else { return [Wording.nothingSampled(sample)] }
    var lines = [style.bold(Wording.sample(sample)), ""]
    lines += stages.lines(width: width, style: style, indent: "  ")
    lines += [""] + Wording.outcome(sample)
    let tables = [
      ("Observations by field", fields), ("Observations by rule", rules), ("Documents by fact", facts),
      ("Examples", examples),
    ]
    for (title, table) in tables where !table.rows.isEmpty {
      lines += ["", style.bold(title)] + table.lines(width: width, style: style, indent: "  ")
    }
    if sample.isOverLimit { lines += ["", Wording.overLimit(sample)] }
    return lines
  }

  private var stages: Table {
    var table = Table([
      Table.Column("stage"), Table.Column("documents", .right), Table.Column("why", isFlexible: true),
    ])
    for stage in sample.stages.prefix(Self.rowsShown) {
      table.add([stage.stage.rawValue, Figures.count(stage.documents), Wording.of(stage.reason)])
    }
    if sample.stages.isEmpty { table.add(["load", Figures.count(sample.sampled), Wording.onlyLoaded]) }
    return table
  }

  private var fields: Table {
    var table = Table([Table.Column("field"), Table.Column("changed", .right)])
    for field in sample.observations.fields { table.add([field.field, Figures.count(field.count)]) }
    return table
  }

  private var rules: Table {
    var table = Table([
      Table.Column("rule", isFlexible: true), Table.Column("added", .right), Table.Column("removed", .right),
      Table.Column("changed", .right), Table.Column("relabelled", .right),
    ])
    for rule in sample.observations.rules.prefix(Self.rowsShown) {
      table.add([rule.rule] + [rule.added, rule.removed, rule.changed, rule.relabelled].map(Figures.count))
    }
    let rest = sample.observations.rules.dropFirst(Self.rowsShown)
    if !rest.isEmpty {
      let sums = [\UpgradeSample.RuleCount.added, \.removed, \.changed, \.relabelled].map { path in
        Figures.count(rest.reduce(0) { $0 + $1[keyPath: path] })
      }
      table.add([Figures.count(rest.count, "other rule")] + sums)
    }
    return table
  }

  private var facts: Table {
    var table = Table([Table.Column("fact"), Table.Column("documents", .right)])
    for fact in sample.documents.facts { table.add([fact.field, Figures.count(fact.count)]) }
    for state in sample.documents.states {
      let names = [state.old, state.new].map { Wording.states([$0.rawValue: 1]).drop { $0 != " " }.dropFirst() }
      table.add(["state \(names[0]) → \(names[1])", Figures.count(state.documents)])
    }
    return table
  }

  private var examples: Table {
    var table = Table([
      Table.Column("what"), Table.Column("before", isFlexible: true), Table.Column("after", isFlexible: true),
      Table.Column("quote", isFlexible: true), Table.Column("document", isFlexible: true),
    ])
    for example in sample.examples {
      let stated = [example.indicator, example.value.map { $0 + (example.unit ?? "") }].compactMap(\.self)
        .joined(separator: " ")
      switch example.kind {
      case .added: table.add(["added", "", stated, example.quote ?? "", example.document])
      case .removed: table.add(["removed", stated, "", example.quote ?? "", example.document])
      default:
        table.add([
          example.field ?? "", example.old ?? "", example.new ?? "", example.quote ?? "", example.document,
        ])
      }
    }
    return table
  }
}
