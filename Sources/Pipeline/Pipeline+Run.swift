import Foundation
import Incremental

extension Pipeline {
  /// Brings store and warehouse up to date with the sources.
  ///
  /// - Parameter events: called for one event at a time, in the order of the documents' URIs.
  /// - Throws: where the run as a whole cannot go on; what was committed before stays.
  package func run(
    _ options: RunOptions = RunOptions(),
    events: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) async throws(PipelineError) -> RunSummary {
    let start = ContinuousClock.now
    do {
      let wired = try PipelineEngine(configuration, surroundings)
      let engine = wired.engine
      try checkSources()
      try engine.openStore()
      let locks = try await engine.lock(stop: Self.stop(options)) { holder in
        if options.wait { events(.waiting(LockHolder(holder))) }
        return options.wait
      }
      defer { for lock in locks { lock.release() } }
      try await holdUpgrade(wired, options, events)
      var summary = try await self.run(engine, options, events)
      if summary.stopped == nil, summary.wroteAnything { collect(engine, &summary) }
      summary.seconds = (ContinuousClock.now - start).seconds
      return summary
    } catch {
      throw PipelineError(error, configuration)
    }
  }

  /// Holds the store to its limits. Failing at it fails no run: what the run did is done.
  private func collect(_ engine: Engine, _ summary: inout RunSummary) {
    do {
      summary.collected = try engine.collectWhenDue().map { Collected($0, configuration) }
    } catch {
      let error = PipelineError(error, configuration)
      summary.collectionFailure = error.cause.isEmpty ? error.code.rawValue : error.cause
    }
  }

  private func run(
    _ engine: Engine,
    _ options: RunOptions,
    _ events: @escaping @Sendable (RunEvent) -> Void
  ) async throws -> RunSummary {
    let asked = try engineOptions(options)
    let ahead = ListingAhead(SourceListing(configuration))
    var iterator = ahead
    let report = try await engine.run(asked, listing: &iterator) {
      let listing = ahead.base
      for (source, count) in zip(configuration.sources, listing.counts) {
        events(.listed(source: source.name, documents: count))
      }
      if let conflict = listing.conflict { throw PipelineError(conflict: conflict) }
      return listing.verdict
    } events: { event in
      events(RunEvent(event))
    }
    var summary = RunSummary(report)
    let listing = ahead.base
    summary.missing = listing.missing
    summary.notes = listing.notes
    summary.duplicates = listing.duplicates
    summary.warehousePath = configuration.warehousePath
    return summary
  }

  /// Before the first run makes anything: two sources that give one document different hints are an error of
  /// `pipeline.json`, which leaves no trace. Later runs find it in their one walk, before they write.
  private func checkSources() throws {
    guard Set(configuration.sources.map(\.hints)).count > 1 else { return }
    let made = [configuration.storePath, configuration.warehousePath]
    guard !made.allSatisfy({ FileManager.default.fileExists(atPath: $0) }) else { return }
    var listing = SourceListing(configuration)
    while listing.next() != nil {}
    if let conflict = listing.conflict { throw PipelineError(conflict: conflict) }
  }

  private static func stop(_ options: RunOptions) -> @Sendable () -> StopCause? {
    let (request, deadline) = (options.stop, options.deadline)
    return {
      if request?.isAsked == true { return .asked }
      guard let deadline, Double(PipelineEngine.nanosecondsSince1970()) / 1e9 >= deadline else { return nil }
      return .deadline
    }
  }

  /// The options in the engine's words.
  func engineOptions(_ options: RunOptions) throws -> EngineOptions {
    var asked = EngineOptions()
    asked.jobs = max(1, options.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    asked.retry = options.retry
    asked.stop = Self.stop(options)
    asked.allowDeletions = options.allowDeletions
    asked.forceFrom = options.forceFrom?.rawValue
    asked.until = options.until.flatMap { $0 >= .load ? nil : $0.rawValue }
    surroundings.options(&asked)
    if !options.documents.isEmpty {
      let names = try documentNames()
      asked.items = []
      for document in options.documents {
        asked.items?.insert(ItemName(try DocumentName.find(document, in: names)))
      }
    }
    return asked
  }

  /// Every document that a source lists or the store knows.
  private func documentNames() throws -> [String] {
    var listing = SourceListing(configuration)
    var names: [String] = []
    while let item = listing.next() { names.append(item.name) }
    let known = Set(names.map { ItemName($0) })
    guard let reader = try PipelineEngine(configuration, surroundings).engine.existingStore() else { return names }
    return names + (try reader.itemNames().filter { !known.contains(ItemName($0)) })
  }
}

extension Duration {
  var seconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
