import Pipeline

/// What `gongbao plan` shows.
struct PlanReport {
  private static let reasonsShown = 5

  let plan: PipelinePlan

  func write(to output: Terminal) {
    output.writeLine(changes)
    output.writeLine()
    output.write(table)
    let reasons = reasons
    if !reasons.rows.isEmpty {
      output.writeLine()
      output.write(reasons)
    }
    output.writeLine()
    for line in outlook { output.writeLine(line) }
    if let sample = plan.sample {
      output.writeLine()
      SampleReport(sample: sample).write(to: output)
    }
    let warnings =
      plan.missing.map(Wording.missing) + plan.withheld.map(Wording.withheld) + plan.notes.map(Wording.note)
    for warning in warnings {
      Terminal.error.writeLine(Terminal.error.style.warning("gongbao: ") + warning)
    }
  }

  private var changes: String {
    let parts = [("new", plan.added), ("changed", plan.changed), ("to delete", plan.deleted)]
      .filter { $0.1.count > 0 }
      .map { "\(Figures.count($0.1.count)) \($0.0)" }
    return
      "\(Figures.count(plan.documents, "document")): \(parts.isEmpty ? "none changed" : parts.joined(separator: ", "))."
  }

  /// What the stages' table does not tell.
  var outlook: [String] {
    (plan.withoutRegion > 0 ? [Wording.withoutRegion(plan.withoutRegion)] : [])
      + (plan.mendsWarehouse ? [Wording.mendsWarehouse] : []) + [estimate]
  }

  private var estimate: String {
    if plan.stages.allSatisfy({ $0.willRun == 0 && $0.mayRun == 0 }), plan.deleted.count == 0, !plan.mendsWarehouse {
      return "Nothing to do."
    }
    guard let seconds = plan.seconds else { return "How long it takes is not known before the first run." }
    let least = Figures.duration(seconds)
    guard let atMost = plan.secondsAtMost.map(Figures.duration), atMost != least else {
      return "It should take about \(least)."
    }
    return "It should take about \(least), or \(atMost) if all that may run does."
  }

  private var table: Table {
    var table = Table([
      Table.Column("stage"), Table.Column("will run", .right), Table.Column("may run", .right),
      Table.Column("up to date", .right), Table.Column("time", .right),
    ])
    for stage in plan.stages {
      let counts = [stage.willRun, stage.mayRun, stage.upToDate].map(Figures.count)
      table.add([stage.stage.rawValue] + counts + [stage.willRun > 0 ? stage.seconds.map(Figures.duration) ?? "" : ""])
    }
    return table
  }

  private var reasons: Table {
    var table = Table([
      Table.Column("stage"), Table.Column("documents", .right), Table.Column("why", isFlexible: true),
      Table.Column("for example", isFlexible: true),
    ])
    for stage in plan.stages {
      for reason in stage.reasons.prefix(Self.reasonsShown) {
        table.add([stage.stage.rawValue, Figures.count(reason.count), Wording.of(reason.reason), reason.example])
      }
      if stage.reasons.count > Self.reasonsShown {
        let rest = stage.reasons.dropFirst(Self.reasonsShown)
        let documents = rest.reduce(0) { $0 + $1.count }
        table.add([stage.stage.rawValue, Figures.count(documents), Figures.count(rest.count, "other reason"), ""])
      }
    }
    return table
  }
}
