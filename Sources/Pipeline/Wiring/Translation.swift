import Incremental
import Load

// What the engine says, in the words of the pipeline.

extension RunEvent {
  init(_ event: EngineEvent) {
    switch event {
    case .started(let run, let items, let pending, let deleting):
      self = .started(run: Int(run), documents: items, pending: pending, deleting: deleting)
    case .item(let report):
      let state = report.state.map(DocumentState.init)
      self = .document(
        DocumentEvent(
          uri: report.name,
          change: DocumentEvent.Change(report.change),
          state: state,
          reason: state == .current ? nil : report.reason,
          steps: report.steps.map(StepEvent.init)
        )
      )
    case .group(let name, let members, let step):
      self = .region(RegionEvent(region: name, documents: members, step: StepEvent(step)))
    case .progress(let done, let all):
      self = .progress(done: done, of: all)
    }
  }
}

extension DocumentEvent.Change {
  init(_ change: ItemChange) {
    switch change {
    case .added: self = .added
    case .changed: self = .changed
    case .deleted: self = .deleted
    case .unchanged: self = .unchanged
    }
  }
}

extension StageName {
  /// A name that the store has and this program does not is of a stage that is no more.
  init(known name: String) {
    self = StageName(rawValue: name) ?? .fetch
  }
}

extension StepEvent {
  init(_ step: StepReport) {
    self.init(
      stage: StageName(known: step.stage),
      outcome: Outcome(step.outcome),
      reason: Reason(step.reason),
      seconds: Double(step.costNanoseconds) / 1e9
    )
  }
}

extension StepEvent.Outcome {
  init(_ outcome: StepRecord.Outcome) {
    switch outcome {
    case .ran: self = .ran
    case .reused: self = .reused
    case .cutOff: self = .cutOff
    case .failed: self = .failed
    case .notReached: self = .notReached
    }
  }
}

extension Reason {
  init(_ reason: RunReason) {
    let kind: Kind =
      switch reason.kind {
      case .neverRan: .neverRan
      case .inputChanged: .inputChanged
      case .codeChanged: .codeChanged
      case .parameterChanged: .parameterChanged
      case .dataChanged: .lexiconChanged
      case .dependencyChanged: .dependencyChanged
      case .forced: .forced
      case .outputMissing: .outputMissing
      case .retried: .retried
      case .upToDate: .upToDate
      case .known: .known
      case .cutOff: .cutOff
      case .failedBefore: .failedBefore
      case .ended: .ended
      case .notAsked: .notAsked
      }
    self.init(kind, subject: reason.subject, old: reason.old, new: reason.new)
  }
}

extension DocumentState {
  init(_ state: ItemState) {
    switch state {
    case .complete: self = .current
    case .ended: self = .notAReport
    case .stale: self = .stale
    case .failed: self = .quarantined
    case .unfinished: self = .unfinished
    }
  }
}

extension LockHolder {
  init(_ holder: RunLock.Holder) {
    self.init(process: holder.process, since: holder.since.map { Double($0) / 1e9 }, file: holder.path)
  }
}

extension StageSummary {
  init(_ stage: StageName, _ counts: StageCounts) {
    self.init(stage: stage)
    documents = counts.items
    ran = counts.ran
    reused = counts.reused
    cutOff = counts.cutOff
    failed = counts.failed
    seconds = Double(counts.nanoseconds) / 1e9
  }

  static func all(_ stages: [String: StageCounts]) -> [StageSummary] {
    StageName.allCases.compactMap { name in stages[name.rawValue].map { StageSummary(name, $0) } }
  }
}

extension RunSummary {
  init(_ report: EngineReport) {
    self.init()
    run = Int(report.run)
    documents = report.items
    stages = StageSummary.all(report.stages)
    added = Changes(report.added)
    changed = Changes(report.changed)
    deleted = Changes(report.deleted)
    newlyFailed = report.newlyFailed.map {
      DocumentProblem(
        uri: $0.name,
        stage: StageName(known: $0.stage),
        state: DocumentState($0.state),
        reason: $0.message,
        isTransient: $0.isTransient
      )
    }
    kept = report.kept
    for (state, count) in report.states where count > 0 { states[DocumentState(state).rawValue] = count }
    withheld = report.withheld.map { WithheldDeletions(source: $0.source, vanished: $0.vanished, of: $0.of) }
    wroteWarehouse = report.wroteSink
    stopped = report.stop.map { Stopped(cause: $0.cause == .asked ? .asked : .deadline, left: $0.left) }
  }
}

extension RunSummary.Changes {
  init(_ list: (count: Int, names: [String])) {
    self.init()
    count = list.count
    uris = list.names
  }
}

extension PipelineError {
  init(conflict: DuplicateDocument) {
    self.init(
      .conflictingSources,
      place: conflict.uri,
      cause: "the sources \"\(conflict.first)\" and \"\(conflict.second)\" both yield it, with different hints"
    )
  }

  init(_ error: any Error, _ configuration: Configuration) {
    switch error {
    case let error as PipelineError: self = error
    case let error as EngineError:
      let code: Code =
        switch error.code {
        case .storeNewer: .storeNewer
        case .storeDamaged: .storeDamaged
        case .storeForeign: .noStore
        case .storeCannotBeOpened: .cannotWrite
        case .diskFull, .inputOutput: .inputOutput
        case .lockHeld: .lockHeld
        case .bug: .bug
        }
      self.init(code, place: error.place, cause: error.cause, holder: error.holder.map(LockHolder.init))
    case let error as WarehouseError:
      let code: Code =
        switch error.code {
        case .newer: .warehouseNewer
        case .foreign, .notADatabase: .noWarehouse
        case .corrupt: .warehouseDamaged
        case .permission, .folder: .cannotWrite
        case .diskFull, .inputOutput: .inputOutput
        case .busy: .lockHeld
        case .notLoaded, .unexpected: .bug
        }
      self.init(code, place: error.path, cause: error.description)
    case is CancellationError:
      self.init(.cancelled, place: configuration.name, cause: "the run was stopped; the next one goes on from here")
    default:
      self.init(.bug, place: configuration.name, cause: "\(error)")
    }
  }
}
