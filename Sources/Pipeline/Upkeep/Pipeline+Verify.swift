import Foundation
import Incremental

extension Pipeline {
  /// Hashes everything in the store and runs a sample of what it says again. Writes nothing.
  ///
  /// - Parameter events: called for one event at a time.
  package func verify(
    _ options: VerifyOptions = VerifyOptions(),
    events: @escaping (UpkeepEvent) -> Void = { _ in }
  ) async throws(PipelineError) -> Verification {
    do {
      let start = ContinuousClock.now
      let engine = try PipelineEngine(configuration).engine
      var asked = Incremental.VerifyOptions()
      asked.jobs = max(1, options.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
      // Short enough to be typed again.
      asked.seed = options.seed ?? UInt64.random(in: 1...999_999)
      switch options.sample {
      case .count(let count): asked.sample = .count(count)
      case .share(let share): asked.sample = .share(share)
      }
      let found = try await engine.verify(asked) { event in
        guard case .progress(let part, let done, let all) = event else { return }
        events(.progress(UpkeepEvent.Part(part), done: done, of: all))
      }
      guard let found else {
        throw PipelineError(.nothingStored, place: configuration.storePath, cause: "nothing has run yet")
      }
      var verification = Verification(found)
      verification.storePath = configuration.storePath
      verification.seed = asked.seed
      verification.seconds = (ContinuousClock.now - start).seconds
      return verification
    } catch {
      throw PipelineError(error, configuration)
    }
  }
}

extension UpkeepEvent.Part {
  init(_ part: VerifyEvent.Part) {
    switch part {
    case .artifacts: self = .artifacts
    case .rows: self = .rows
    case .stages: self = .stages
    }
  }
}
