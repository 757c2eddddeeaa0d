import ArgumentParser
import Pipeline

/// Files that a run leaves for those who watch it: a log, its summary, figures for Prometheus.
struct RunRecords: ParsableArguments {
  @Option(help: ArgumentHelp("Append a line a run to this file.", valueName: "file"), completion: .file())
  var log: String?

  @Option(help: ArgumentHelp("Write the run's summary to this file, as JSON.", valueName: "file"), completion: .file())
  var summary: String?

  @Option(
    help: ArgumentHelp(
      "Write counts, durations and the time of the last success to this file, as a Prometheus textfile.",
      valueName: "file"
    ),
    completion: .file()
  )
  var metrics: String?

  func write(_ summary: RunSummary, exit: ExitStatus) throws {
    try write(RunRecord(exit: exit, summary: summary))
  }

  func write(failure: String, exit: ExitStatus) throws {
    try write(RunRecord(exit: exit, error: failure))
  }

  private func write(_ record: RunRecord) throws {
    if let log { try TextFile.append(record.logLine + "\n", to: log) }
    if let summary { try TextFile.replace(summary, with: JSONText.pretty(record) + "\n") }
    if let metrics {
      let before = RunMetrics.lastSuccess(in: TextFile.text(of: metrics) ?? "")
      try TextFile.replace(metrics, with: RunMetrics(record: record, lastSuccess: before).text)
    }
  }

  /// What is written of a run that ended, well or not.
  struct RunRecord: Encodable {
    /// Seconds since 1970.
    var finished = Clock.now
    var exitCode: Int32
    var summary: RunSummary?
    var error: String?

    init(exit: ExitStatus, summary: RunSummary? = nil, error: String? = nil) {
      exitCode = exit.rawValue
      self.summary = summary
      self.error = error
    }

    var logLine: String {
      var parts = [Figures.time(finished), "exit \(exitCode)"]
      if let summary {
        parts += [
          "run \(summary.run)", Figures.count(summary.documents, "document"), "\(summary.added.count) added",
          "\(summary.changed.count) changed", "\(summary.deleted.count) deleted", Wording.states(summary.states),
          Figures.duration(summary.seconds),
        ]
      }
      if let error { parts.append(error.printable) }
      return parts.joined(separator: "; ")
    }
  }
}
