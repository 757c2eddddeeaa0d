import Incremental

/// What `gongbao gc`, or the end of a run, freed in the store and what it kept.
package struct Collected: Sendable, Encodable {
  /// Why something is, or was, in the store.
  package enum Use: String, Sendable, Encodable, CaseIterable {
    case nobody, earlier, history, current, lastGood
  }

  package struct Share: Sendable, Encodable {
    package var use: Use
    package var freed = 0
    package var freedBytes: Int64 = 0
    package var kept = 0
    package var keptBytes: Int64 = 0

    package init(use: Use) {
      self.use = use
    }
  }

  package var storePath = ""
  package var isDryRun = false
  /// Artifacts by what they are for, the least valuable first; uses without any are left out.
  package var artifacts: [Share] = []
  /// Results whose bytes are gone and that nobody asks for any more.
  package var traces = 0
  /// Versions of documents, and runs, that left the history.
  package var versions = 0
  package var runs = 0
  package var orphans = 0
  package var bytesBefore: Int64 = 0
  package var bytesAfter: Int64 = 0
  /// Free inside the file, for later runs.
  package var bytesFree: Int64 = 0
  /// Disk that it takes to give back what is free inside the file, where there is not so much.
  package var bytesWanted: Int64?
  package var maximumBytes: Int64?
  package var seconds = 0.0

  package init() {}

  package var freed: Int { artifacts.reduce(0) { $0 + $1.freed } }
  package var freedBytes: Int64 { artifacts.reduce(0) { $0 + $1.freedBytes } }

  /// Whether there was nothing to take.
  package var isNothing: Bool { freed + traces + versions + runs + orphans == 0 && bytesAfter >= bytesBefore }
}

extension Collected {
  init(_ collection: StoreCollection, _ configuration: Configuration) {
    self.init()
    storePath = configuration.storePath
    artifacts = ArtifactUse.allCases.compactMap { use in
      let (freed, kept) = (collection.freed[use] ?? .init(), collection.kept[use] ?? .init())
      guard freed.count + kept.count > 0 else { return nil }
      var share = Share(use: Use(use))
      (share.freed, share.freedBytes) = (freed.count, freed.bytes)
      (share.kept, share.keptBytes) = (kept.count, kept.bytes)
      return share
    }
    traces = collection.traces
    versions = collection.attempts
    runs = collection.runs
    orphans = collection.orphans
    bytesBefore = collection.bytesBefore
    bytesAfter = collection.bytesAfter
    bytesFree = collection.bytesFree
    bytesWanted = collection.bytesWanted
    maximumBytes = configuration.retention.maximumSize?.bytes
  }
}

extension Collected.Use {
  init(_ use: ArtifactUse) {
    switch use {
    case .nobody: self = .nobody
    case .earlier: self = .earlier
    case .history: self = .history
    case .current: self = .current
    case .lastGood: self = .lastGood
    }
  }
}

extension Retention {
  init(_ retention: Configuration.Retention) {
    self.init()
    maximumBytes = retention.maximumSize?.bytes
    maximumAgeNanoseconds = Int64(retention.maximumAge.seconds * 1e9)
    versions = retention.versions
    runs = retention.runs
  }
}
