/// What the engine is asked to do.
package struct EngineOptions: Sendable {
  /// Workers.
  package var jobs = 1
  /// Only these items; `nil` for all.
  package var items: Set<ItemName>?
  /// The last stage that runs; the sink's name or `nil` for everything.
  package var until: String?
  /// This stage and those after it run even where their result is known.
  package var forceFrom: String?
  package var retry = false
  package var allowDeletions = false
  /// Items in one commit, and bytes of their content: what they became waits in memory until then.
  package var batchSize = (items: 256, bytes: 2 << 20)
  /// Items that a worker takes at once, and bytes of their content.
  package var chunkSize = (items: 16, bytes: 256 << 10)
  /// Asked before each handful of items and before the groups: once it gives a cause nothing more is begun, and what is
  /// in work is still written.
  package var stop: @Sendable () -> StopCause? = { nil }

  package init() {}
}
