/// What happens during a run, as it happens. Events come one at a time, never from two threads at once.
package enum RunEvent: Sendable {
  case waiting(LockHolder)
  /// Other stages were tried on a sample of the documents, and may go on.
  case sampled(UpgradeSample)
  /// A source was walked.
  case listed(source: String, documents: Int)
  /// Everything is listed and compared: `pending` of `documents` have something to do, and
  /// `deleting` others leave.
  case started(run: Int, documents: Int, pending: Int, deleting: Int)
  case document(DocumentEvent)
  /// The checks of a region.
  case region(RegionEvent)
  /// So many of the pending documents are done.
  case progress(done: Int, of: Int)
}

/// What a run did with one document that had something to do.
package struct DocumentEvent: Sendable, Encodable {
  package enum Change: String, Sendable, Encodable {
    case added, changed, deleted
    /// Its bytes are as they were; a stage, a parameter or the warehouse asked for it.
    case unchanged
  }

  package var uri: String
  package var change: Change
  /// `nil` for a deleted document, and where the run was not asked to load.
  package var state: DocumentState?
  /// Why it is not `current`.
  package var reason: String?
  /// The stages it passed, in order.
  package var steps: [StepEvent]
}

/// What happened to one stage of one document.
package struct StepEvent: Sendable, Encodable {
  package enum Outcome: String, Sendable, Encodable {
    case ran, reused, cutOff, failed
    /// An earlier stage failed or ended the chain, or the run stops before this stage.
    case notReached
  }

  package var stage: StageName
  package var outcome: Outcome
  package var reason: Reason
  /// Of the stage's run; 0 where it did not run.
  package var seconds: Double
}

package struct RegionEvent: Sendable, Encodable {
  package var region: String
  package var documents: Int
  package var step: StepEvent
}

/// Who holds the lock.
package struct LockHolder: Sendable, Equatable, Encodable {
  package var process: Int
  /// Seconds since 1970; `nil` where the lock file does not tell.
  package var since: Double?
  /// Path of the lock file.
  package var file: String

  package init(process: Int, since: Double?, file: String) {
    self.process = process
    self.since = since
    self.file = file
  }
}
