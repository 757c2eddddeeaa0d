import Pipeline

/// What `gongbao run` shows at its end.
struct RunReport {
  let summary: RunSummary

  func write(to output: Terminal) {
    output.write(Self.table(of: summary.stages))
    output.writeLine()
    output.writeLine(documents)
    output.writeLine("Warehouse: \(Places.short(summary.warehousePath))")
    if let collected = summary.collected, !collected.isNothing { output.writeLine(Wording.collected(collected)) }
  }

  /// A row a stage.
  static func table(of stages: [StageSummary]) -> Table {
    var table = Table([
      Table.Column("stage"), Table.Column("documents", .right), Table.Column("ran", .right),
      Table.Column("reused", .right), Table.Column("cut off", .right), Table.Column("failed", .right),
      Table.Column("time", .right),
    ])
    for stage in stages {
      let counts = [stage.documents, stage.ran, stage.reused, stage.cutOff, stage.failed].map(Figures.count)
      table.add([stage.stage.rawValue] + counts + [Figures.duration(stage.seconds)])
    }
    return table
  }

  private var documents: String {
    let changes = [("added", summary.added), ("changed", summary.changed), ("deleted", summary.deleted)]
      .filter { $0.1.count > 0 }
      .map { "\(Figures.count($0.1.count)) \($0.0)" }
    let what = changes.isEmpty ? "nothing changed" : changes.joined(separator: ", ")
    let kept = summary.kept == 0 ? "" : "; \(Figures.count(summary.kept)) more that no source lists"
    return "\(Figures.count(summary.documents, "document"))\(kept): \(what); \(Wording.states(summary.states)). "
      + "Run \(summary.run) took \(Figures.duration(summary.seconds))."
  }

  /// What somebody should look at.
  var warnings: [String] { problems + remarks }

  /// What the run's exit code stands for; nothing for a run in which all is well.
  var problems: [String] {
    (summary.stopped.map { [Wording.stopped($0)] } ?? []) + summary.newlyFailed.map(Wording.problem)
      + summary.missing.map(Wording.missing)
      + summary.withheld.map(Wording.withheld) + summary.notes.filter(\.isMissing).map(Wording.note)
      + (summary.collectionFailure.map { [Wording.notCollected($0)] } ?? [])
  }

  /// What is as it may be for good: a document that two sources list, a folder named like a page.
  private var remarks: [String] {
    summary.duplicates.map(Wording.duplicate) + summary.notes.filter { !$0.isMissing }.map(Wording.note)
  }
}
