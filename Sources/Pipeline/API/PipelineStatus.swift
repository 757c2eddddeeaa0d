/// How things stand, from the store alone: nothing is walked or run.
package struct PipelineStatus: Sendable, Encodable {
  package var documents = 0
  /// By state.
  package var states: [String: Int] = [:]
  /// Documents that fail, in the order of their URIs.
  package var problems: [DocumentProblem] = []
  /// Pages that are not reports, with why.
  package var notReports: [NotReport] = []
  package var lastRun: RunRecord?
  package var storePath = ""
  package var storeBytes = 0
  package var warehousePath = ""
  package var warehouseBytes = 0
  package var holder: LockHolder?

  package init() {}

  package struct NotReport: Sendable, Encodable {
    package var uri: String
    package var reason: String

    package init(uri: String, reason: String) {
      self.uri = uri
      self.reason = reason
    }
  }
}

/// A run in the history.
package struct RunRecord: Sendable, Encodable {
  package enum Outcome: String, Sendable, Encodable {
    case finished
    /// It was told to stop, and left the rest to the next run.
    case stopped
    /// It was killed, or it stopped on an error.
    case unfinished
  }

  package var run: Int
  /// Seconds since 1970.
  package var started: Double
  package var seconds: Double
  package var outcome: Outcome
  package var documents: Int
  package var added: Int
  package var changed: Int
  package var deleted: Int
  package var failed: Int
  package var stages: [StageSummary]

  package init(
    run: Int,
    started: Double,
    seconds: Double,
    outcome: Outcome,
    documents: Int,
    added: Int,
    changed: Int,
    deleted: Int,
    failed: Int,
    stages: [StageSummary]
  ) {
    self.run = run
    self.started = started
    self.seconds = seconds
    self.outcome = outcome
    self.documents = documents
    self.added = added
    self.changed = changed
    self.deleted = deleted
    self.failed = failed
    self.stages = stages
  }
}
