/// What a run takes, from what runs before it took.
///
/// A run's time is what it takes with nothing to do, and its stages' work times a factor: less than 1 where workers
/// share it, more where writing goes on beside it. Both are read off the latest runs, so they are of this machine and
/// of as many workers as those had.
package struct PlannedCosts: Sendable {
  /// Seconds of a stage's run for one item, by stage; no entry for one that never ran.
  package var stages: [String: Double] = [:]
  /// Seconds of a run with nothing to do.
  package var fixed = 0.0
  /// Seconds of a run for a second of its stages' work.
  package var factor = 1.0

  package init() {}

  /// - Parameter runs: newest first.
  init(_ runs: [PastRun]) {
    var work: [String: (ran: Int, nanoseconds: Double)] = [:]
    var walls: [(seconds: Double, work: Double)] = []
    for run in runs {
      guard let counts = run.counts, let finished = run.finished else { continue }
      for (stage, counts) in counts.stages where work[stage, default: (0, 0)].ran < Self.enough {
        work[stage, default: (0, 0)].ran += counts.ran
        work[stage, default: (0, 0)].nanoseconds += Double(counts.nanoseconds)
      }
      let all = counts.stages.values.reduce(0.0) { $0 + Double($1.nanoseconds) / 1e9 }
      walls.append((Double(max(0, finished - run.started)) / 1e9, all))
    }
    for (stage, work) in work where work.ran > 0 { stages[stage] = work.nanoseconds / 1e9 / Double(work.ran) }
    fixed = walls.map(\.seconds).min() ?? 0
    let all = walls.reduce(0) { $0 + $1.work }
    // One run alone says nothing of what it takes without work.
    if walls.count == 1 { fixed = 0 }
    let rest = walls.reduce(0) { $0 + max(0, $1.seconds - fixed) }
    if all > 0, rest > 0 { factor = rest / all }
  }

  /// So many runs of a stage tell its cost: older ones may be of other code.
  private static let enough = 200

  /// - Parameter items: by stage.
  /// - Returns: `nil` where a stage that runs never ran.
  package func seconds(_ items: [String: Int]) -> Double? {
    var work = 0.0
    for (stage, count) in items where count > 0 {
      guard let cost = stages[stage] else { return nil }
      work += cost * Double(count)
    }
    return fixed + factor * work
  }
}
