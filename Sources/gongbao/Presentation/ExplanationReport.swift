import Pipeline

/// What `gongbao explain` shows.
struct ExplanationReport {
  let explanation: Explanation

  func write(to output: Terminal) {
    output.writeLine(output.style.bold(explanation.uri.printable))
    let state = explanation.state.map { Wording.states([$0.rawValue: 1]).dropFirst(2) } ?? "not loaded yet"
    let reason = explanation.reason.map { ": \($0.printable)" } ?? ""
    output.writeLine("State:   \(state)\(reason)")
    if let region = explanation.region { output.writeLine("Region:  \(region.printable)") }
    if let content = explanation.content { output.writeLine("Content: \(Figures.digest(content))") }
    output.writeLine()
    output.write(stages)
    for table in [earlier, parts] where !table.rows.isEmpty {
      output.writeLine()
      output.write(table)
    }
    for stage in explanation.stages {
      guard let failure = stage.failure else { continue }
      output.writeLine()
      output.writeLine("\(output.style.bad("\(stage.stage.rawValue) failed:")) \(failure.printable)")
    }
  }

  /// What became of each stage in the latest run that had to do with the document.
  private var stages: Table {
    var table = Table([
      Table.Column("stage"), Table.Column("run", .right), Table.Column("outcome"),
      Table.Column("why", isFlexible: true),
      Table.Column("took", .right),
    ])
    for stage in explanation.stages {
      let seconds = stage.ranIn == stage.lastRun ? stage.seconds : nil
      table.add([
        stage.stage.rawValue, stage.lastRun.map(String.init) ?? "", stage.lastOutcome.map(Wording.of) ?? "",
        stage.lastReason.map(Wording.of) ?? "", seconds.map(Figures.duration) ?? "",
      ])
    }
    return table
  }

  /// The stages whose result is that of an earlier run.
  private var earlier: Table {
    var table = Table([
      Table.Column("result of"), Table.Column("run", .right), Table.Column("at"),
      Table.Column("why", isFlexible: true), Table.Column("took", .right),
    ])
    for stage in explanation.stages where stage.ranIn != nil && stage.ranIn != stage.lastRun {
      table.add([
        stage.stage.rawValue, stage.ranIn.map(String.init) ?? "", stage.ranAt.map(Figures.time) ?? "",
        stage.why.map(Wording.of) ?? "", stage.seconds.map(Figures.duration) ?? "",
      ])
    }
    return table
  }

  private var parts: Table {
    var table = Table([
      Table.Column("stage"), Table.Column(""), Table.Column("artifact"), Table.Column("digest"), Table.Column("before"),
    ])
    for stage in explanation.stages {
      for (kind, parts) in [("reads", stage.inputs), ("makes", stage.outputs)] {
        for part in parts {
          let before = part.before.map(Figures.digest) ?? ""
          table.add([stage.stage.rawValue, kind, part.name, Figures.digest(part.digest), before])
        }
      }
    }
    return table
  }
}
