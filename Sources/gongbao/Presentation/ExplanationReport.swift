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
    let parts = parts
    if !parts.rows.isEmpty {
      output.writeLine()
      output.write(parts)
    }
    for stage in explanation.stages {
      guard let failure = stage.failure else { continue }
      output.writeLine()
      output.writeLine("\(output.style.bad("\(stage.stage.rawValue) failed:")) \(failure.printable)")
    }
  }

  private var stages: Table {
    var table = Table([
      Table.Column("stage"), Table.Column("last run", .right), Table.Column("outcome"),
      Table.Column("why", isFlexible: true), Table.Column("ran in", .right), Table.Column("at"),
      Table.Column("because", isFlexible: true), Table.Column("took", .right),
    ])
    for stage in explanation.stages {
      table.add([
        stage.stage.rawValue, stage.lastRun.map(String.init) ?? "", stage.lastOutcome.map(Wording.of) ?? "",
        stage.lastReason.map(Wording.of) ?? "", stage.ranIn.map(String.init) ?? "",
        stage.ranAt.map(Figures.time) ?? "", stage.why.map(Wording.of) ?? "",
        stage.seconds.map(Figures.duration) ?? "",
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
