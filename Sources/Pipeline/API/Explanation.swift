/// What happened to one document, stage by stage.
package struct Explanation: Sendable, Encodable {
  package var uri: String
  /// `nil` where it is in no source any more.
  package var state: DocumentState?
  package var reason: String?
  /// The run that deleted it.
  package var deletedIn: RunPlace?
  /// The source that it came from.
  package var source: String?
  /// Hexadecimal digest of the bytes that were read last.
  package var content: String?
  /// Of the same bytes.
  package var bytes: Int?
  package var file: File?
  /// The document's region, where it has one.
  package var region: String?
  /// The latest run that had anything to do with it.
  package var lastRun: RunPlace?
  package var stages: [Stage] = []
  package var regionChecks: RegionChecks?
  /// `nil` where there is no warehouse.
  package var warehouse: Warehoused?
  /// The runs that had anything to do with it, newest first, as far back as they are kept.
  package var history: [Attempt] = []
  /// Whether ``history`` begins when the document was first seen.
  package var isHistoryWhole = false

  package init(uri: String) {
    self.uri = uri
  }

  package struct RunPlace: Sendable, Equatable, Encodable {
    package var run: Int
    /// Seconds since 1970, when the run began; `nil` where the run itself is no longer in the history.
    package var started: Double?

    package init(run: Int, started: Double?) {
      self.run = run
      self.started = started
    }
  }

  /// The file now, beside what was read last.
  package struct File: Sendable, Equatable, Encodable {
    package enum Standing: String, Sendable, Encodable {
      case asRead, changed, unreadable
    }

    package var standing: Standing
    /// Why it cannot be read.
    package var problem: String?

    package init(_ standing: Standing, problem: String? = nil) {
      self.standing = standing
      self.problem = problem
    }
  }

  package struct Stage: Sendable, Encodable {
    package var stage: StageName
    /// The run in which the stage last ran for this document; `nil` where its result was known from another.
    package var ranIn: Int?
    /// Seconds since 1970.
    package var ranAt: Double?
    /// Why it ran then.
    package var why: Reason?
    package var seconds: Double?
    /// What became of it in the latest run that had anything to do with the document.
    package var lastRun: Int?
    package var lastOutcome: StepEvent.Outcome?
    package var lastReason: Reason?
    package var key: String?
    package var inputs: [Part] = []
    package var outputs: [Part] = []
    package var version: Version?
    /// What is wrong, where it failed.
    package var failure: String?

    package init(stage: StageName) {
      self.stage = stage
    }
  }

  /// An input or output by name, with its digest now and, where it changed last, before.
  package struct Part: Sendable, Encodable {
    package var name: String
    package var digest: String
    package var before: String?

    package init(name: String, digest: String, before: String? = nil) {
      self.name = name
      self.digest = digest
      self.before = before
    }
  }

  /// What the stage was when its result was made, and what it was before that.
  package struct Version: Sendable, Encodable {
    /// Fingerprint of its code, hexadecimal.
    package var code: String
    package var codeBefore: String?
    package var parameters: [Setting] = []
    /// Lexicon files by digest.
    package var lexicon: [Setting] = []
    /// The run that first saw this version, where the history has one before it.
    package var since: Int?
    /// Whether the program and `pipeline.json` as they are now have the same version: if not, the next run runs it.
    package var isPresent = true

    package init(code: String) {
      self.code = code
    }
  }

  package struct Setting: Sendable, Encodable, Equatable {
    package var name: String
    /// `nil` for a setting that is no more.
    package var value: String?
    /// What the version before it had, where that is something else.
    package var before: String?
    package var hasChanged: Bool

    package init(name: String, value: String?, before: String? = nil, hasChanged: Bool = false) {
      self.name = name
      self.value = value
      self.before = before
      self.hasChanged = hasChanged
    }
  }

  /// The checks over the documents of the region.
  package struct RegionChecks: Sendable, Encodable {
    package var region: String
    package var documents: Int
    /// Whether a document of it changed since: the next run checks it again.
    package var isPending: Bool
    package var stage: Stage
  }

  /// What the warehouse says that it holds of the document.
  package struct Warehoused: Sendable, Encodable {
    /// `nil` where it holds nothing of it.
    package var state: String?
    package var rows = 0
    package var observations = 0
    /// Whether that is what the store says it should hold: if not, the next run loads it.
    package var isAsStored = false
    /// Why the warehouse could not be asked.
    package var problem: String?
  }

  /// One run's dealings with the document.
  package struct Attempt: Sendable, Encodable {
    package var run: RunPlace
    package var change: DocumentEvent.Change
    package var state: DocumentState?
    package var reason: String?
    /// The stages that ran.
    package var ran: [StageName]
  }
}
