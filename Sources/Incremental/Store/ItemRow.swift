/// What identifies a file's content without reading it.
package struct FileStamp: Sendable, Hashable {
  package var size: Int64
  package var modifiedNanoseconds: Int64
  package var changedNanoseconds: Int64
  package var inode: Int64

  package init(size: Int64, modifiedNanoseconds: Int64, changedNanoseconds: Int64, inode: Int64) {
    self.size = size
    self.modifiedNanoseconds = modifiedNanoseconds
    self.changedNanoseconds = changedNanoseconds
    self.inode = inode
  }

  /// Whether a later change could have left the same stamp: the file changed so shortly before it was read that the
  /// file system's clock may not have ticked since (Git's racy rule). A stamp of whole seconds comes from a coarse one.
  ///
  /// - Parameter checked: nanoseconds since 1970, taken before the file was read.
  package func isRacy(checked: Int64) -> Bool {
    let latest = max(modifiedNanoseconds, changedNanoseconds)
    let coarse = modifiedNanoseconds % 1_000_000_000 == 0 && changedNanoseconds % 1_000_000_000 == 0
    let (end, overflow) = latest.addingReportingOverflow(coarse ? 2_000_000_000 : 20_000_000)
    return overflow || end >= checked
  }
}

/// How an item stands.
package enum ItemState: UInt8, Sendable, CaseIterable {
  /// Every stage is done.
  case complete
  /// A stage ended the chain: what was made before it stands.
  case ended
  /// It fails now; what was good before stands.
  case stale
  /// It fails and never was good.
  case failed
  /// New, and all runs so far stopped before its last stage.
  case unfinished
}

/// What the store knows of an item.
package struct ItemRow: Sendable, Hashable {
  package var name: String
  package var stamp: FileStamp
  /// When the stamp was compared with the content: nanoseconds since 1970, before the file was read.
  package var checked: Int64
  /// Row of the fingerprint that everything is done for; `nil` where something is left to do.
  package var plan: Int64?
  package var source: Int64
  package var state: ItemState
  package var content: Digest?
  /// What the sink should have of it.
  package var load: Digest?
  /// Why it is not complete.
  package var reason: String?
  /// The stage that failed.
  package var stage: String?
  package var isTransient: Bool
  /// What the sink reads, of the last good result; zero digests for outputs that were not there.
  package var good: [Digest?]?
  package var goodLoad: Digest?
  package var group: String?

  /// Where and why it fails, as the sink has it.
  var staleReason: String { (stage.map { $0 + ": " } ?? "") + (reason ?? "") }

  var isRacy: Bool { stamp.isRacy(checked: checked) }
}
