/// Why a run, a plan or a question could not be answered as a whole. A bad document is never one.
package struct PipelineError: Error, Sendable {
  package enum Code: String, CaseIterable, Sendable {
    case lockHeld
    case storeNewer
    case storeDamaged
    case warehouseNewer
    case warehouseDamaged
    /// The file that pipeline.json names is something else.
    case noStore
    case noWarehouse
    case cannotWrite
    /// The folder or file that a command was told to write to.
    case outputFolder
    case inputOutput
    /// Two sources yield one document with different hints.
    case conflictingSources
    case noSuchDocument
    case ambiguousDocument
    case noSuchObservation
    case ambiguousObservation
    case nothingStored
    /// A stage made nothing of the document: it failed, or an earlier one did, or the page is no report.
    case stageHasNothing
    /// It was there, and no source lists it any more.
    case documentGone
    case noSuchRun
    /// What a run made of a document is not kept, or there was nothing.
    case historyEnds
    /// Other stages would change more of what is loaded than pipeline.json allows.
    case upgradeHeld
    /// A stage made it, and the store has it no more.
    case lostOutput
    /// Stopped from outside; what was committed stays.
    case cancelled
    /// A stage gave other bytes for a key that it had before, or a value was not what it must be.
    case bug
  }

  package var code: Code
  /// What it happened to: a path, a document, a source.
  package var place: String
  /// What was found.
  package var cause: String
  /// Documents or observations that an ambiguous name could mean.
  package var candidates: [String] = []
  package var holder: LockHolder?
  /// Why an upgrade is held.
  package var sample: UpgradeSample?

  package init(
    _ code: Code,
    place: String,
    cause: String = "",
    candidates: [String] = [],
    holder: LockHolder? = nil
  ) {
    self.code = code
    self.place = place
    self.cause = cause
    self.candidates = candidates
    self.holder = holder
  }

  package var exitStatus: ExitStatus {
    switch code {
    case .lockHeld, .cancelled: .temporaryFailure
    case .storeNewer, .warehouseNewer, .noStore, .noWarehouse, .conflictingSources: .configuration
    case .storeDamaged, .warehouseDamaged, .lostOutput, .cannotWrite, .outputFolder, .inputOutput, .upgradeHeld:
      .inputOutput
    case .noSuchDocument, .ambiguousDocument, .noSuchObservation, .ambiguousObservation, .nothingStored,
      .stageHasNothing, .documentGone,
      .noSuchRun, .historyEnds:
      .usage
    case .bug: .software
    }
  }
}
