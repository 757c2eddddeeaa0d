/// Something in the store that is not as it must be.
package struct StoreFault: Sendable, Hashable {
  package enum Kind: String, Sendable {
    /// An artifact's bytes are not those that its name says.
    case artifactDamaged
    /// A row cannot be read, or says what cannot be.
    case rowDamaged
    /// SQLite cannot read a table to its end.
    case tableUnreadable
    /// A stage, run again, gives other bytes for an equal key.
    case otherOutput
    /// A stage, run again, fails where it did not, or the other way round.
    case otherOutcome
  }

  package var kind: Kind
  /// The table that it lies in; `nil` where it is the stage's fault.
  package var table: String?
  /// The item that it concerns; `nil` where no item does, or none that is still there.
  package var item: String?
  package var stage: String?
  package var output: String?
  /// The action key, or the artifact's digest.
  package var digest: Digest?
  /// What the store says, and what was found instead.
  package var stored: String?
  package var found: String?

  package init(
    _ kind: Kind,
    table: String? = nil,
    item: String? = nil,
    stage: String? = nil,
    output: String? = nil,
    digest: Digest? = nil,
    stored: String? = nil,
    found: String? = nil
  ) {
    self.kind = kind
    self.table = table
    self.item = item
    self.stage = stage
    self.output = output
    self.digest = digest
    self.stored = stored
    self.found = found
  }

  /// Whether the code is at fault and not the store.
  package var isOfTheCode: Bool { kind == .otherOutput || kind == .otherOutcome }
}

/// Faults as they are found: all are counted, so many are kept.
package struct StoreFaults: Sendable {
  package static let listLimit = 1000
  package private(set) var list: [StoreFault] = []
  package private(set) var ofTheStore = 0
  package private(set) var ofTheCode = 0

  package var isEmpty: Bool { ofTheStore + ofTheCode == 0 }

  mutating func add(_ fault: StoreFault) {
    if fault.isOfTheCode { ofTheCode += 1 } else { ofTheStore += 1 }
    if list.count < Self.listLimit { list.append(fault) }
  }

  /// Fills in who needs a damaged artifact.
  mutating func name(_ digest: Digest, item: String, stage: String, output: String?) {
    for index in list.indices where list[index].kind == .artifactDamaged && list[index].digest == digest {
      guard list[index].item == nil else { continue }
      list[index].item = item
      list[index].stage = stage
      list[index].output = output
    }
  }
}
