import Pipeline

extension PipelinePlan {
  /// What a run did that its plan had not said.
  ///
  /// - Parameter isCollected: whether the store may have let go of outputs. A report that turns out to be of another
  ///   region has that region's other reports made again for its check, which nobody knows beforehand.
  func faults(beside run: RunSummary, _ options: RunOptions, isCollected: Bool = false) -> [String] {
    var faults: [String] = []
    func expect(_ condition: Bool, _ words: @autoclosure () -> String) {
      if !condition { faults.append("the plan: " + words()) }
    }
    expect(documents == run.documents, "\(documents) documents, the run \(run.documents)")
    expect(added.uris == run.added.uris, "added \(added.uris), the run \(run.added.uris)")
    expect(changed.uris == run.changed.uris, "changed \(changed.uris), the run \(run.changed.uris)")
    expect(
      Set(deleted.uris) == Set(run.deleted.uris),
      "deleted \(deleted.uris), the run \(run.deleted.uris)"
    )
    // Behind a stage that fails, or finds no report, others are not reached.
    let ended = run.stages.reduce(run.states["not_a_report"] ?? 0) { $0 + $1.failed }
    var isIdle = deleted.count == 0 && !mendsWarehouse
    let read = stages.first { $0.stage == .extract }
    let moving = withoutRegion + (read?.willRun ?? 0) + (read?.mayRun ?? 0)
    for name in StageName.allCases {
      let planned = stages.first { $0.stage == name } ?? StagePlan(stage: name)
      let done = run.stages.first { $0.stage == name } ?? StageSummary(stage: name)
      var most = planned.willRun + planned.mayRun
      if name != .fetch, most > 0 || withoutRegion > 0 { isIdle = false }
      if name == .regions {
        // A report that is read again may turn out to be of another region.
        most += moving
      }
      if [.clean, .normalize, .extract].contains(name), isCollected, moving > 0 { most += documents }
      expect(done.ran <= most, "\(name) \(planned.willRun) and \(planned.mayRun), the run \(done.ran)")
      let unreached = [.fetch, .clean, .load].contains(name) ? 0 : ended
      let all = done.ran + done.failed + unreached
      expect(planned.willRun <= all, "\(name) \(planned.willRun), the run \(done.ran)")
    }
    expect(newlyFailed <= run.newlyFailed.count, "\(newlyFailed) newly failed, the run \(run.newlyFailed.count)")
    expect(!isIdle || !run.wroteWarehouse, "nothing to do, and the run wrote")
    let (told, exit) = (exitCode(options), run.exitCode(strict: options.strict))
    expect(told == .ok || told == exit, "ends with \(told), the run with \(exit)")
    return faults
  }
}
