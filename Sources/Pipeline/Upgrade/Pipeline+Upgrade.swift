import Incremental

extension Pipeline {
  /// What the stages as they are now would change of what is loaded, on a sample. Writes nothing.
  ///
  /// - Returns: `nil` where there is no warehouse, or an empty one.
  package func sample(
    _ options: RunOptions = RunOptions(),
    _ draw: UpgradeSample.Draw
  ) async throws(PipelineError) -> UpgradeSample? {
    do {
      let wired = try PipelineEngine(configuration, surroundings)
      return try await sample(wired, try engineOptions(options), draw)
    } catch {
      throw PipelineError(error, configuration)
    }
  }

  private func sample(
    _ wired: PipelineEngine,
    _ options: EngineOptions,
    _ draw: UpgradeSample.Draw
  ) async throws -> UpgradeSample? {
    let sampler = UpgradeSampler(engine: wired.engine, sink: wired.sink, options: options)
    let ahead = ListingAhead(SourceListing(configuration))
    var iterator = ahead
    var sample = try await sampler.sample(draw, warehouse: configuration.warehousePath, listing: &iterator) {
      if let conflict = ahead.base.conflict { throw PipelineError(conflict: conflict) }
    }
    sample?.maximumChangedShare = configuration.upgrade.maximumChangedShare
    return sample
  }

  /// Stops a run, before it writes, whose stages would change more of what is trusted than `pipeline.json` allows.
  ///
  /// Only a run of everything that loads is held: one that is asked for a document, or that ends before load, is
  /// somebody at work on the stages. A run that was let go on may be killed or reach its deadline: the next ones go on
  /// with the same stages unasked, until these change again.
  func holdUpgrade(
    _ wired: PipelineEngine,
    _ options: RunOptions,
    _ events: (RunEvent) -> Void
  ) async throws {
    let asked = try engineOptions(options)
    guard asked.items == nil, asked.until == nil, try !wired.engine.hasPassedUpgrade() else { return }
    if configuration.upgrade.maximumChangedShare < 1, !options.accept {
      let draw = UpgradeSample.Draw(size: configuration.upgrade.sample)
      if let sample = try await sample(wired, asked, draw) {
        if sample.isOverLimit { throw PipelineError(held: sample) }
        if sample.candidates > 0 { events(.sampled(sample)) }
      }
    }
    try wired.engine.passUpgrade()
  }
}

extension PipelineError {
  init(held sample: UpgradeSample) {
    self.init(.upgradeHeld, place: "upgrade.maximumChangedShare")
    self.sample = sample
  }
}
