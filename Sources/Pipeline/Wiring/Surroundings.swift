package import Incremental

/// What a run has from the world around it, and how it is cut into pieces: tests put their own in its place.
package struct Surroundings: Sendable {
  /// The clock: nanoseconds since 1970.
  package var now: @Sendable () -> Int64
  /// Stands in the place of a stage: one of other code, or one that is watched.
  package var stage: @Sendable (StageDefinition) -> StageDefinition
  /// Sets what `RunOptions` does not.
  package var options: @Sendable (inout EngineOptions) -> Void

  package init(
    now: @escaping @Sendable () -> Int64 = { PipelineEngine.nanosecondsSince1970() },
    stage: @escaping @Sendable (StageDefinition) -> StageDefinition = { $0 },
    options: @escaping @Sendable (inout EngineOptions) -> Void = { _ in }
  ) {
    self.now = now
    self.stage = stage
    self.options = options
  }
}
