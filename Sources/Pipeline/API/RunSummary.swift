/// What a run did.
package struct RunSummary: Sendable, Encodable {
  /// How many URIs of added, changed and deleted documents are listed; the counts are exact.
  package static let listLimit = 1000

  /// Number of the run in the history.
  package var run = 0
  package var seconds = 0.0
  package var stages: [StageSummary] = []
  /// Documents that the sources list.
  package var documents = 0
  package var added = Changes()
  package var changed = Changes()
  package var deleted = Changes()
  /// Documents that fail now and did not before, and those that failed for a passing reason in this run.
  package var newlyFailed: [DocumentProblem] = []
  /// Documents that no source lists any more and that stay: their deletion is withheld or not asked for, or a folder
  /// could not be read.
  package var kept = 0
  /// All documents by state, after the run, those that were kept included.
  package var states: [String: Int] = [:]
  /// Path patterns and files of `pipeline.json` that matched nothing, with their source.
  package var missing: [MissingSource] = []
  /// What the sources met that is no document, worth a line each.
  package var notes: [SourceNote] = []
  /// Sources of which suspiciously many documents vanished: nothing of them was deleted.
  package var withheld: [WithheldDeletions] = []
  /// Documents that two sources yield; the first source has them.
  package var duplicates: [DuplicateDocument] = []
  /// Whether anything was written to the warehouse.
  package var wroteWarehouse = false
  /// What is left to the next run; `nil` for a run that reached its end.
  package var stopped: Stopped?
  package var warehousePath = ""
  /// What the store let go of at the run's end, to keep to `retention`; `nil` where that was not due.
  package var collected: Collected?
  /// Why it could not, where it was due: the run itself is done.
  package var collectionFailure: String?

  package init() {}

  /// Whether the store or the warehouse holds anything that it did not hold before.
  var wroteAnything: Bool {
    wroteWarehouse || added.count + changed.count + deleted.count > 0 || stages.contains { $0.ran > 0 }
  }

  package struct Stopped: Sendable, Equatable, Encodable {
    package enum Cause: String, Sendable, Encodable {
      /// By a signal.
      case asked
      case deadline
    }

    package var cause: Cause
    /// Documents that still have something to do, those to be deleted included. Behind the last one the checks of
    /// regions may be left.
    package var left: Int

    package init(cause: Cause, left: Int) {
      self.cause = cause
      self.left = left
    }
  }

  package struct Changes: Sendable, Encodable {
    package var count = 0
    /// The first ``RunSummary/listLimit`` URIs.
    package var uris: [String] = []

    package init() {}
  }

  /// The exit code of sysexits.h that tells what happened best.
  ///
  /// - Parameter strict: any failing document counts, not only a newly failed one.
  package func exitCode(strict: Bool) -> ExitStatus {
    if stopped != nil { return .temporaryFailure }
    if !withheld.isEmpty { return .inputOutput }
    if !missing.isEmpty || notes.contains(where: \.isMissing) { return .noInput }
    if !newlyFailed.isEmpty { return .dataError }
    let failing = (states["stale"] ?? 0) + (states["quarantined"] ?? 0)
    return strict && failing > 0 ? .dataError : .ok
  }
}

/// A row of the table at a run's end.
package struct StageSummary: Sendable, Encodable {
  package var stage: StageName
  /// Documents (of `regions`: regions) that have this stage.
  package var documents = 0
  package var ran = 0
  /// Up to date, or known from an earlier run.
  package var reused = 0
  package var cutOff = 0
  package var failed = 0
  /// Summed over the workers.
  package var seconds = 0.0

  package init(stage: StageName) {
    self.stage = stage
  }
}

package struct DocumentProblem: Sendable, Encodable {
  package var uri: String
  package var stage: StageName
  package var state: DocumentState
  /// What is wrong with it, in one sentence.
  package var reason: String
  /// Whether the next run tries again by itself (a file that cannot be read), or only when the document or the
  /// stage changes.
  package var isTransient: Bool

  package init(uri: String, stage: StageName, state: DocumentState, reason: String, isTransient: Bool) {
    self.uri = uri
    self.stage = stage
    self.state = state
    self.reason = reason
    self.isTransient = isTransient
  }
}

package struct MissingSource: Sendable, Encodable {
  package var source: String
  /// A pattern or a path as written.
  package var pattern: String

  package init(source: String, pattern: String) {
    self.source = source
    self.pattern = pattern
  }
}

package struct WithheldDeletions: Sendable, Encodable {
  package var source: String
  package var vanished: Int
  package var of: Int

  package init(source: String, vanished: Int, of: Int) {
    self.source = source
    self.vanished = vanished
    self.of = of
  }
}

package struct DuplicateDocument: Sendable, Encodable {
  package var uri: String
  package var first: String
  package var second: String

  package init(uri: String, first: String, second: String) {
    self.uri = uri
    self.first = first
    self.second = second
  }
}

package struct SourceNote: Sendable, Encodable {
  package var source: String
  /// The file or folder.
  package var place: String
  /// What it is and what was done about it.
  package var note: String
  /// Whether documents that were asked for could not be had for it: a folder that cannot be listed.
  package var isMissing: Bool

  package init(source: String, place: String, note: String, isMissing: Bool = false) {
    self.source = source
    self.place = place
    self.note = note
    self.isMissing = isMissing
  }
}
