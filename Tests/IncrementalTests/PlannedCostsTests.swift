import Testing

@testable import Incremental

@Suite struct PlannedCostsTests {
  /// A run over so many items that took so many seconds, and in its stages these.
  private func run(_ seconds: Double, items: Int = 100, _ stages: [String: Double]) -> PastRun {
    var counts = PastRun.Counts(items: items, added: 0, changed: 0, deleted: 0, failed: 0)
    for (name, seconds) in stages {
      var stage = StageCounts()
      stage.ran = items
      stage.nanoseconds = Int64(seconds * 1e9)
      counts.stages[name] = stage
    }
    return PastRun(run: 1, started: 0, finished: Int64(seconds * 1e9), counts: counts)
  }

  /// Two workers share the stages, one writer writes: what such a run takes.
  private func seconds(read: Double, write: Double) -> Double { 0.1 + read / 2 + write }

  @Test(arguments: [(40.0, 10.0), (5, 10), (0, 10), (80, 0)])
  func `Stages that workers share and the sink, which they do not, are told apart`(read: Double, write: Double) {
    let runs = [
      run(0.1, [:]), run(seconds(read: 40, write: 10), ["read": 40, "sink": 10]),
      run(seconds(read: 60, write: 12), ["read": 60, "sink": 12]),
    ]
    let costs = PlannedCosts(runs, sink: "sink")
    // 100 items took 50 and 11 seconds.
    let items = ["read": Int(read * 2), "sink": Int((write * 100 / 11).rounded())]
    let planned = costs.seconds(items) ?? 0
    let real = seconds(read: Double(items["read"] ?? 0) / 2, write: Double(items["sink"] ?? 0) * 0.11)
    #expect(abs(planned - real) < 0.02 * real)
  }

  @Test func `Runs that only wrote do not make the other stages look dear, and what never ran has no estimate`() {
    let costs = PlannedCosts([run(0.1, [:]), run(12, ["read": 0.001, "sink": 10])], sink: "sink")
    #expect(costs.factor == 1.5)
    #expect(costs.seconds(["sink": 100, "other": 1]) == nil)
    #expect(PlannedCosts([], sink: "sink").seconds([:]) == 0)
  }
}
