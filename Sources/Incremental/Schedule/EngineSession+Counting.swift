// What the run says that it did.
extension EngineSession {
  mutating func count(_ result: ItemResult, _ events: (EngineEvent) -> Void) {
    for step in result.steps { report.stages[step.stage, default: StageCounts()].add(step) }
    report.count(result.change, result.row.name)
    report.states[result.row.state, default: 0] += 1
    if result.row.state == .failed || result.row.state == .stale {
      let wasFailing = result.before.map { $0.state == .failed || $0.state == .stale } ?? false
      if !wasFailing || result.row.isTransient {
        report.newlyFailed.append(
          EngineProblem(
            name: result.row.name,
            stage: result.row.stage ?? "",
            state: result.row.state,
            message: result.row.reason ?? "",
            isTransient: result.row.isTransient
          )
        )
      }
    }
    events(
      .item(
        EngineItemReport(
          name: result.row.name,
          change: result.change,
          state: options.until == nil ? result.row.state : nil,
          reason: result.row.reason,
          steps: result.steps
        )
      )
    )
  }

  mutating func countIdle(_ survey: Survey) {
    report.states = survey.idle
    report.stages = survey.idleCounts(engine, options)
  }
}

extension Survey {
  /// How far the items with nothing to do came in the runs before, by stage.
  func idleCounts(_ engine: Engine, _ options: EngineOptions) -> [String: StageCounts] {
    var stages: [String: StageCounts] = [:]
    var names = engine.graph.stages.map(\.name)
    if let sink = engine.sink, options.until == nil { names.append(sink.name) }
    let all = idle.values.reduce(0, +)
    var reaching = all
    var fetched = StageCounts()
    fetched.items = reaching
    fetched.failed = idleEnds["fetch"]?.count ?? 0
    fetched.reused = reaching - fetched.failed
    stages["fetch"] = fetched
    for name in names {
      var counts = StageCounts()
      let (ends, failed) = idleEnds[name] ?? (0, false)
      if name == engine.sink?.name {
        reaching = all
      } else if name == names.first {
        reaching -= idleEnds["fetch"]?.count ?? 0
      }
      counts.items = reaching
      counts.failed = failed ? ends : 0
      counts.reused = reaching - counts.failed
      stages[name] = counts
      reaching -= ends
    }
    return stages
  }
}
