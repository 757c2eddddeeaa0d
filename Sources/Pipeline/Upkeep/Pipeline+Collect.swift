import Incremental

/// What ``Pipeline/collect(_:onWait:)`` is asked to do.
package struct CollectOptions: Sendable {
  /// In place of what `pipeline.json` says.
  package var maximumSize: ByteCount?
  package var maximumAge: Age?
  /// Only tells what would go.
  package var isDryRun = false
  /// Waits for a run to end instead of stopping.
  package var wait = false

  package init() {}
}

extension Pipeline {
  /// Takes from the store what it need not keep and gives the room back to the file system.
  package func collect(
    _ options: CollectOptions = CollectOptions(),
    onWait: (LockHolder) -> Void = { _ in }
  ) async throws(PipelineError) -> Collected {
    let start = ContinuousClock.now
    var asked = configuration
    if let size = options.maximumSize { asked.retention.maximumSize = size }
    if let age = options.maximumAge { asked.retention.maximumAge = age }
    do {
      let engine = try PipelineEngine(asked, surroundings).engine
      guard try engine.existingStore() != nil else {
        throw PipelineError(.nothingStored, place: asked.storePath, cause: "nothing has run yet")
      }
      // Looking needs no lock: it only reads.
      let locks =
        options.isDryRun
        ? []
        : try await engine.lock { holder in
          if options.wait { onWait(LockHolder(holder)) }
          return options.wait
        }
      defer { for lock in locks { lock.release() } }
      guard let collection = try engine.collect(isDry: options.isDryRun) else {
        throw PipelineError(.nothingStored, place: asked.storePath, cause: "nothing has run yet")
      }
      var collected = Collected(collection, asked)
      collected.isDryRun = options.isDryRun
      collected.seconds = (ContinuousClock.now - start).seconds
      return collected
    } catch {
      throw PipelineError(error, configuration)
    }
  }
}
