/// Where results go. It alone knows what it holds: the engine never records that something arrived there.
package protocol ItemSink: Sendable {
  /// Names it among the stages.
  var name: String { get }
  /// The outputs that it takes of an item, and of a group.
  var itemInputs: [String] { get }
  var groupInputs: [String] { get }
  /// Digest of its code: other code makes other rows of the same outputs.
  var fingerprint: String { get }
  /// The file whose lock keeps the sink to one run at a time, whatever store the run has; `nil` where none is needed.
  var lockPath: String? { get }
  /// Tells whether anybody touched it since ``finish()``; `nil` where there is none.
  func token() throws -> [UInt8]?
  /// Called once, before the first ``commit(_:)``, and only where something may be to do.
  ///
  /// - Parameter verifying: whether somebody may have touched it, so that what it really holds is counted.
  func open(verifying: Bool) throws -> SinkContents
  /// As ``open(verifying:)`` would tell it, without changing or mending anything; `nil` where that cannot be told.
  func peek(verifying: Bool) throws -> SinkContents?
  /// Of items of which it holds anything, in the order of their bytes; when it is opened or was peeked into.
  ///
  /// - Parameter name: itself left out; empty for the first ones.
  func names(after name: String, limit: Int) throws -> [String]
  /// What it holds of some items; when it is opened or was peeked into.
  ///
  /// - Parameter verifying: as of ``open(verifying:)``; otherwise it is taken at its word.
  func records(of names: [String], verifying: Bool) throws -> [ItemName: SinkRecord]
  /// On any worker. Everything but the writing is done here.
  func prepare(_ item: SinkItem) throws -> any Sendable
  func prepare(group: String, digest: Digest, values: [any Sendable]) throws -> any Sendable
  /// One transaction. After the store's.
  ///
  /// - Returns: whether anything was written.
  func commit(_ changes: [SinkChange]) throws -> Bool
  /// - Returns: the new token.
  func finish() throws -> [UInt8]?
  /// Closes it after a failure.
  func abandon()
}

extension ItemSink {
  package var fingerprint: String { "" }
  package func peek(verifying: Bool) throws -> SinkContents? { nil }
  package var lockPath: String? { nil }
}

package struct SinkRecord: Sendable, Hashable {
  package var digest: Digest?
  package var state: ItemState
  /// Whether it is whole and of the loader's present code.
  package var isIntact: Bool
  /// Whether the item itself is there; what is left without it is only fit to be removed or written over.
  package var isPresent: Bool
  /// Why a stale item is stale, as the sink says it; `nil` where that was not looked at.
  package var staleReason: String?
  /// Whether the sink is ahead of the store: what it holds is younger than what the store calls good.
  var isNewer = false

  package init(
    digest: Digest?,
    state: ItemState,
    isIntact: Bool,
    isPresent: Bool = true,
    staleReason: String? = nil
  ) {
    self.digest = digest
    self.state = state
    self.isIntact = isIntact
    self.isPresent = isPresent
    self.staleReason = staleReason
  }

  /// Whether rows of a good result are there.
  var isGood: Bool { isPresent && state != .failed }

  /// Whether the sink has what the store says that it should have.
  func agrees(with row: ItemRow) -> Bool {
    guard isIntact, digest == row.load, state == row.state else { return false }
    return state != .stale || staleReason == nil || staleReason == row.staleReason
  }
}

/// What it holds besides items: of those there may be any number, so that they are asked for a few at a time.
package struct SinkContents: Sendable {
  package var groups: [ItemName: SinkRecord] = [:]
  /// Whether opening the sink mended it; of one that was peeked into, whether opening would.
  package var hasChanged = false
  /// Before it was opened; `nil` where it does not count.
  package var generation: SinkGeneration?

  package init() {}
}

/// How often somebody began to change a sink. Counts of two sinks say nothing of each other.
package struct SinkGeneration: Sendable, Hashable {
  /// Of the sink from when it was made, its copies' too; empty of one that was made before it was given any.
  package var identity: String
  package var count: Int64

  package init(identity: String, count: Int64) {
    self.identity = identity
    self.count = count
  }
}

/// An item on its way into the sink.
package struct SinkItem: Sendable {
  package var name: String
  package var state: ItemState
  package var reason: String?
  package var digest: Digest
  /// In the order of ``ItemSink/itemInputs``; `nil` for what was not made.
  package var values: [(any Sendable)?]

  package init(name: String, state: ItemState, reason: String?, digest: Digest, values: [(any Sendable)?]) {
    self.name = name
    self.state = state
    self.reason = reason
    self.digest = digest
    self.values = values
  }

  /// Names what the sink gets of an item.
  ///
  /// - Parameter inputs: digests of the outputs that it takes; `nil` for what was not made.
  static func digest(_ inputs: [Digest?], reason: String) -> Digest {
    var key = KeyBuilder(domain: "load.1")
    for input in inputs { key.append(tag: 1, input ?? Digest.none) }
    key.append(tag: 2, reason)
    return key.digest
  }
}

package enum SinkChange: Sendable {
  case put(any Sendable)
  /// What it holds of the item stays, and is marked as of an older state.
  case markStale(name: String, reason: String)
  case remove(name: String)
  case putGroup(any Sendable)
  case removeGroup(name: String)
}
