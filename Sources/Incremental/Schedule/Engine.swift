import Foundation

/// Brings everything up to date: lists, decides, runs the stages on all cores, writes what they made.
///
/// Whatever is written goes to the store first and to the sink then, a batch at a time, so that a run that is killed at
/// any moment leaves at most one batch to do again: the sink alone says what it holds.
package struct Engine: Sendable {
  package let graph: StageGraph
  package let storePath: String
  package let sources: [EngineSource]
  package let access: ItemAccess
  package let sink: (any ItemSink)?
  package var retention = Retention()

  package init(
    graph: StageGraph,
    storePath: String,
    sources: [EngineSource],
    access: ItemAccess,
    sink: (any ItemSink)?
  ) {
    self.graph = graph
    self.storePath = storePath
    self.sources = sources
    self.access = access
    self.sink = sink
  }

  var lockPath: String { RunLock.path(beside: storePath) }

  /// Who runs now, over this store or over this sink; `nil` where nobody does.
  package var lockHolder: RunLock.Holder? {
    RunLock.holder(path: lockPath) ?? sink?.lockPath.flatMap { RunLock.holder(path: $0) }
  }

  /// Makes the store where there is none, and brings its tables up to date.
  package func openStore() throws(EngineError) {
    let folder = (storePath as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw EngineError(.storeCannotBeOpened, place: folder, cause: error.localizedDescription)
    }
    if FileManager.default.fileExists(atPath: storePath),
      try SQLiteConnection(path: storePath, mode: .readWrite).storeVersion() == StoreSchema.version
    {
      return
    }
    try StoreSchema.migrate(path: storePath)
  }

  /// - Returns: `nil` where there is no store yet.
  package func existingStore() throws(EngineError) -> StoreReader? {
    guard FileManager.default.fileExists(atPath: storePath) else { return nil }
    let reader = try StoreReader(path: storePath)
    // What an older program made is made again by the next run.
    return try reader.connection.storeVersion() == StoreSchema.version ? reader : nil
  }

  /// Takes the locks of the store and of the sink; waits for them where `onWait` says so.
  ///
  /// No lock is kept while another is waited for, so two runs never wait for each other.
  ///
  /// - Parameters:
  ///   - stop: as of ``EngineOptions/stop``; ends the waiting.
  ///   - onWait: called once with the holder; `false` gives up.
  package func lock(
    stop: () -> StopCause? = { nil },
    onWait: (RunLock.Holder) -> Bool
  ) async throws -> [RunLock] {
    var hasAsked = false
    if let path = sink?.lockPath {
      let folder = (path as NSString).deletingLastPathComponent
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    while true {
      let (locks, held) = try tryLock()
      guard let held else { return locks }
      let holder = RunLock.holder(path: held) ?? RunLock.Holder(process: 0, since: nil, path: held)
      if !hasAsked, !onWait(holder) {
        throw EngineError(.lockHeld, place: held, cause: "process \(holder.process)", holder: holder)
      }
      hasAsked = true
      if stop() != nil { throw CancellationError() }
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  /// - Returns: the locks, or the file of the one that somebody else has; none is kept then.
  private func tryLock() throws(EngineError) -> (locks: [RunLock], held: String?) {
    guard let store = try RunLock(path: lockPath, now: access.now()) else { return ([], lockPath) }
    // Where no lock can be made nothing can be written either: the sink says so when it has to be.
    guard let path = sink?.lockPath, RunLock.canBeMade(path: path) else { return ([store], nil) }
    guard let other = try RunLock(path: path, now: access.now()) else {
      store.release()
      return ([], path)
    }
    return ([store, other], nil)
  }

  /// - Parameters:
  ///   - listing: in the order of the names' bytes, no name twice.
  ///   - listed: asked once, when the listing has ended.
  package func run(
    _ options: EngineOptions,
    listing: inout some IteratorProtocol<ListedItem>,
    listed: () throws -> ListingVerdict,
    events: (EngineEvent) -> Void = { _ in }
  ) async throws -> EngineReport {
    var session = try EngineSession(self, options)
    do {
      try await session.run(listing: &listing, listed: listed, events: events)
      return session.report
    } catch {
      sink?.abandon()
      throw error
    }
  }

  /// What each stage and the sink are in this program.
  var versions: [(stage: String, version: String)] {
    var versions = graph.stages.map { (stage: $0.name, version: $0.version.digest.short) }
    if let sink { versions.append((sink.name, String(sink.fingerprint.prefix(12)))) }
    if let group = graph.groupStage { versions.append((group.name, group.version.digest.short)) }
    return versions
  }

  func plans() -> [Digest] { sources.map { graph.fingerprint(settings: $0.settings) } }
}
