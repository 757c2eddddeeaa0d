import Incremental

/// How much ``Pipeline/verify(_:events:)`` runs again.
package struct VerifyOptions: Sendable {
  package enum Sample: Sendable, Equatable {
    case count(Int)
    /// From 0 to 1.
    case share(Double)
  }

  package static let defaultSample = Sample.count(100)

  package var sample = VerifyOptions.defaultSample
  /// Chooses the sample; `nil` for one by chance, which the answer names.
  package var seed: UInt64?
  /// Workers; `nil` for as many as the machine has cores.
  package var jobs: Int?

  package init() {}
}

/// How far a long look at the store is.
package enum UpkeepEvent: Sendable {
  package enum Part: String, Sendable {
    case artifacts, rows, stages, documents
  }

  case progress(Part, done: Int, of: Int)
}

/// Whether everything in the store hashes right, and whether stages give again what they gave.
package struct Verification: Sendable, Encodable {
  package var storePath = ""
  package var artifacts = 0
  /// Of the artifacts, not compressed.
  package var artifactBytes: Int64 = 0
  package var rows = 0
  package var documents = 0
  /// Stages of documents and regions that this program could run again, how many were, and gave the same bytes.
  package var offered = 0
  package var sampled = 0
  package var same = 0
  /// Not run again, by why: `otherVersion`, `changed`, `unreadable`, `gone`.
  package var skipped: [String: Int] = [:]
  package var seed: UInt64 = 0
  package var seconds = 0.0
  package var faultsOfTheStore = 0
  package var faultsOfTheStages = 0
  /// The first thousand.
  package var faults: [Fault] = []

  package struct Fault: Sendable, Encodable {
    package enum Kind: String, Sendable, Encodable {
      case artifactDamaged, rowDamaged, tableUnreadable, otherOutput, otherOutcome
    }

    package var kind: Kind
    package var table: String?
    /// The document or, of a region's checks, the region.
    package var document: String?
    package var stage: String?
    package var output: String?
    /// Hexadecimal; of a damaged artifact its name, else the action key.
    package var key: String?
    package var stored: String?
    package var found: String?

    package init(_ kind: Kind) {
      self.kind = kind
    }
  }

  package init() {}

  /// A damaged store is to be mended before a stage is to be blamed.
  package var exitStatus: ExitStatus {
    if faultsOfTheStore > 0 { return .inputOutput }
    return faultsOfTheStages > 0 ? .software : .ok
  }
}

extension Verification {
  init(_ found: StoreVerification) {
    self.init()
    artifacts = found.artifacts
    artifactBytes = found.bytes
    rows = found.rows
    documents = found.items
    offered = found.offered
    sampled = found.chosen
    same = found.same
    for (reason, count) in found.skipped { skipped[reason.rawValue] = count }
    faultsOfTheStore = found.faults.ofTheStore
    faultsOfTheStages = found.faults.ofTheCode
    faults = found.faults.list.map(Fault.init)
  }
}

extension Verification.Fault {
  init(_ fault: StoreFault) {
    let kind: Kind =
      switch fault.kind {
      case .artifactDamaged: .artifactDamaged
      case .rowDamaged: .rowDamaged
      case .tableUnreadable: .tableUnreadable
      case .otherOutput: .otherOutput
      case .otherOutcome: .otherOutcome
      }
    self.init(kind)
    table = fault.table
    document = fault.item
    stage = fault.stage
    output = fault.output
    key = fault.digest?.hex
    stored = fault.stored
    found = fault.found
  }
}
