import Pipeline

// What `gongbao status` and `gongbao runs` say of one document or run.
extension Wording {
  /// `quarantined at clean since run 3 (2026-03-01 04:05:06): the document is empty`.
  static func failing(_ problem: PipelineStatus.Problem) -> String {
    var text = "\(state(problem.state)) at \(problem.stage.rawValue)"
    if let since = problem.since { text += " since run \(run(since))" + (problem.isSinceLonger ? " or longer" : "") }
    return "\(text): \(problem.reason.printable)"
  }

  static func retry(_ problem: PipelineStatus.Problem) -> String {
    switch problem.retry {
    case .nextRun: "The next run tries again."
    case .stageChanged: "\(problem.stage.rawValue) has changed since: the next run tries again."
    case .whenChanged:
      "Tried again when the document or \(problem.stage.rawValue) changes, or with gongbao run --retry."
    }
  }

  /// `18 added, 2 changed`.
  static func changes(_ run: RunRecord) -> String {
    guard run.outcome == .finished || run.outcome == .stopped else { return "" }
    let parts = [("added", run.added), ("changed", run.changed), ("deleted", run.deleted)].filter { $0.1 > 0 }
    return parts.isEmpty ? "none" : parts.map { "\(Figures.count($0.1)) \($0.0)" }.joined(separator: ", ")
  }

  /// What stands under a run in the list: why it ended early, which stages were new.
  static func remarks(_ run: RunRecord) -> [String] {
    var remarks: [String] = []
    if let stopped = run.stopped {
      let left = stopped.left > 0 ? "\(Figures.count(stopped.left, "document")) left" : "regions left to check"
      remarks.append((stopped.cause == .deadline ? "stopped at its deadline, " : "stopped by a signal, ") + left)
    }
    if run.outcome == .unfinished { remarks.append("killed, or ended by an error; the next run went on from there") }
    if !run.newVersions.isEmpty {
      let names = run.newVersions.map(\.rawValue).joined(separator: ", ")
      remarks.append("other code, parameters or lexicon than the run before: \(names)")
    }
    return remarks
  }
}
