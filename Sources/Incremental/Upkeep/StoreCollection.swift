/// Why an artifact is in the store: the more of it, the longer it stays. An artifact that several rows name counts for
/// the best of them.
package enum ArtifactUse: UInt8, Sendable, CaseIterable, Comparable {
  /// No row names it any more.
  case nobody
  /// What a stage made of an input, or with code, that is no longer; it would save work if that came back.
  case earlier
  /// A version in the history.
  case history
  /// An item of today; made again when it is needed.
  case current
  /// The last good result of an item that fails now: nothing can make it again.
  case lastGood

  package static func < (left: ArtifactUse, right: ArtifactUse) -> Bool { left.rawValue < right.rawValue }
}

/// What a collection freed and what it kept, or would.
package struct StoreCollection: Sendable {
  package struct Amount: Sendable, Hashable {
    package var count = 0
    /// As stored.
    package var bytes: Int64 = 0

    package init() {}

    mutating func add(_ bytes: Int64) {
      count += 1
      self.bytes += bytes
    }
  }

  package var freed: [ArtifactUse: Amount] = [:]
  package var kept: [ArtifactUse: Amount] = [:]
  /// Rows that went with them.
  package var traces = 0
  package var attempts = 0
  package var runs = 0
  /// Rows that belonged to nothing.
  package var orphans = 0
  /// Of the store's file with its log.
  package var bytesBefore: Int64 = 0
  /// Of a dry run: an estimate.
  package var bytesAfter: Int64 = 0
  /// Of the file, left free in it for later runs.
  package var bytesFree: Int64 = 0
  /// Free space that could not be returned for want of disk: so much is needed for it.
  package var bytesWanted: Int64?

  package init() {}

  package var isEmpty: Bool {
    freed.values.allSatisfy { $0.count == 0 } && traces + attempts + runs + orphans == 0
  }
}
