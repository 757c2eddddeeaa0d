/// How things stand, from the store alone: nothing is walked or run.
package struct PipelineStatus: Sendable, Encodable {
  package var documents = 0
  /// By state.
  package var states: [String: Int] = [:]
  /// Documents that fail, in the order of their URIs.
  package var problems: [Problem] = []
  /// Pages that are not reports, with why.
  package var notReports: [NotReport] = []
  package var lastRun: RunRecord?
  package var storePath = ""
  package var storeBytes = 0
  package var warehousePath = ""
  package var warehouseBytes = 0
  package var holder: LockHolder?

  package init() {}

  /// A document that fails.
  package struct Problem: Sendable, Encodable {
    package enum Retry: String, Sendable, Encodable {
      /// It failed for a reason that may pass.
      case nextRun
      /// It is not to be expected that it passes; the stage is another now, so the next run tries.
      case stageChanged
      /// When the document or the stage changes, or with `--retry`.
      case whenChanged
    }

    package var uri: String
    package var stage: StageName
    package var state: DocumentState
    package var reason: String
    package var isTransient: Bool
    package var retry: Retry
    /// The run in which it began to fail; `nil` where the history does not have it.
    package var since: Explanation.RunPlace?
    /// Whether it may have failed before ``since``: the history reaches no further.
    package var isSinceLonger: Bool
  }

  package struct NotReport: Sendable, Encodable {
    package var uri: String
    package var reason: String
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
    /// It goes on.
    case running
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
  /// Of a run that was told to stop.
  package var stopped: RunSummary.Stopped?
  /// By stage: the beginning of the digest of its code, parameters and lexicon files. Empty for runs of older programs.
  package var versions: [String: String] = [:]
  /// Stages that were others in the run before.
  package var newVersions: [StageName] = []

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
