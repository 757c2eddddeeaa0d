import Pipeline
import Testing

@testable import gongbao

@Suite("What a nightly run leaves")
struct RecordTests {
  @Test("Figures for Prometheus, with the time of the last success")
  func metrics() throws {
    var summary = RunSummary()
    summary.run = 7
    summary.seconds = 1.5
    summary.documents = 20
    summary.states = ["current": 18, "stale": 1, "quarantined": 1]
    summary.changed.count = 3
    var stage = StageSummary(stage: .clean)
    stage.ran = 3
    stage.reused = 17
    stage.seconds = 0.25
    summary.stages = [stage]
    var record = RunRecords.RunRecord(exit: .ok, summary: summary)
    record.finished = 1_700_000_000.25
    let good = RunMetrics(record: record, lastSuccess: 1)
    try Snapshot.expect(good.text, as: "metrics")
    #expect(RunMetrics.lastSuccess(in: good.text) == 1_700_000_000.25)
  }

  @Test("A failed run keeps the time of the last success")
  func failure() {
    var record = RunRecords.RunRecord(exit: .inputOutput, error: "disk full\n  Make room.")
    record.finished = 2000
    let metrics = RunMetrics(record: record, lastSuccess: 1000)
    #expect(RunMetrics.lastSuccess(in: metrics.text) == 1000)
    #expect(metrics.text.contains("gongbao_last_run_exit_code 74\n"))
    #expect(record.logLine.hasSuffix("exit 74; disk full\\n  Make room."))
    #expect(RunMetrics.lastSuccess(in: "no such line") == nil)
  }
}
