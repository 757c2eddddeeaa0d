import Pipeline

/// A run's figures in the text format of Prometheus.
struct RunMetrics {
  let record: RunRecords.RunRecord
  /// Seconds since 1970 of the last run that ended well before this one; `nil` where none is known.
  let lastSuccess: Double?

  var text: String {
    var lines: [String] = []
    func add(_ name: String, _ help: String, _ samples: [(String, Double)]) {
      guard !samples.isEmpty else { return }
      lines.append("# HELP gongbao_\(name) \(help)")
      lines.append("# TYPE gongbao_\(name) gauge")
      for (labels, value) in samples { lines.append("gongbao_\(name)\(labels) \(Self.number(value))") }
    }
    let success = record.exitCode == 0 ? record.finished : lastSuccess
    add("last_run_timestamp_seconds", "When the last run ended.", [("", record.finished)])
    add("last_run_exit_code", "How it ended, as sysexits.h says; 0 is well.", [("", Double(record.exitCode))])
    add("last_success_timestamp_seconds", "When a run last ended well.", success.map { [("", $0)] } ?? [])
    if let summary = record.summary {
      add("last_run_duration_seconds", "How long it took.", [("", summary.seconds)])
      let states = ["current", "stale", "quarantined", "not_a_report", "unfinished"]
      add("documents", "Documents by state.", states.map { ("{state=\"\($0)\"}", Double(summary.states[$0] ?? 0)) })
      let changes = [("added", summary.added), ("changed", summary.changed), ("deleted", summary.deleted)]
      add(
        "last_run_changes",
        "Documents that the run changed.",
        changes.map { ("{change=\"\($0.0)\"}", Double($0.1.count)) }
      )
      add(
        "last_run_newly_failed",
        "Documents that fail since this run.",
        [("", Double(summary.newlyFailed.count))]
      )
      let stages = summary.stages.flatMap { stage in
        [("ran", stage.ran), ("reused", stage.reused), ("cut_off", stage.cutOff), ("failed", stage.failed)].map {
          ("{stage=\"\(stage.stage.rawValue)\",outcome=\"\($0.0)\"}", Double($0.1))
        }
      }
      add("last_run_stage_documents", "Documents by stage and by what became of it.", stages)
      let times = summary.stages.map { ("{stage=\"\($0.stage.rawValue)\"}", $0.seconds) }
      add("last_run_stage_seconds", "Time spent in the stage, summed over the workers.", times)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a file of this kind says.
  static func lastSuccess(in text: String) -> Double? {
    let name = "gongbao_last_success_timestamp_seconds "
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(name) }) else { return nil }
    return Double(line.dropFirst(name.count))
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
