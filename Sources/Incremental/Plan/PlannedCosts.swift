/// What a run takes, from what runs before it took.
///
/// A run's time is what it takes with nothing to do, the sink's work, which one writer does alone, and the stages' work
/// times a factor: less than 1 where workers share it, more where the writer holds them up. All are read off the latest
/// runs, so they are of this machine and of as many workers as those had.
package struct PlannedCosts: Sendable {
  /// Seconds of a stage's run for one item, by stage; no entry for one that never ran.
  package var stages: [String: Double] = [:]
  /// Seconds of a run with nothing to do.
  package var fixed = 0.0
  /// Seconds of a run for a second of its stages' work, the sink's left out.
  package var factor = 1.0
  /// The stage whose work no worker shares.
  private var sink: String?

  package init() {}

  /// - Parameters:
  ///   - runs: newest first.
  ///   - sink: its name among the stages.
  init(_ runs: [PastRun], sink: String?) {
    self.sink = sink
    var work: [String: (ran: Int, nanoseconds: Double)] = [:]
    var walls: [(seconds: Double, shared: Double, alone: Double)] = []
    for run in runs {
      guard let counts = run.counts, let finished = run.finished else { continue }
      for (stage, counts) in counts.stages where work[stage, default: (0, 0)].ran < Self.enough {
        work[stage, default: (0, 0)].ran += counts.ran
        work[stage, default: (0, 0)].nanoseconds += Double(counts.nanoseconds)
      }
      let all = counts.stages.values.reduce(0.0) { $0 + Double($1.nanoseconds) / 1e9 }
      let alone = sink.flatMap { counts.stages[$0] }.map { Double($0.nanoseconds) / 1e9 } ?? 0
      walls.append((Double(max(0, finished - run.started)) / 1e9, all - alone, alone))
    }
    for (stage, work) in work where work.ran > 0 { stages[stage] = work.nanoseconds / 1e9 / Double(work.ran) }
    fixed = walls.map(\.seconds).min() ?? 0
    // One run alone says nothing of what it takes without work.
    if walls.count == 1 { fixed = 0 }
    let shared = walls.reduce(0) { $0 + $1.shared }
    let rest = walls.reduce(0) { $0 + $1.seconds - fixed - $1.alone }
    // Runs that hardly did anything but write say nothing of how the other work is shared.
    if shared > 0, rest > 0 { factor = min(rest / shared, 1.5) }
  }

  /// So many runs of a stage tell its cost: older ones may be of other code.
  private static let enough = 200

  /// - Parameter items: by stage.
  /// - Returns: `nil` where a stage that runs never ran.
  package func seconds(_ items: [String: Int]) -> Double? {
    var seconds = fixed
    for (stage, count) in items where count > 0 {
      guard let cost = stages[stage] else { return nil }
      seconds += cost * Double(count) * (stage == sink ? 1 : factor)
    }
    return seconds
  }
}
