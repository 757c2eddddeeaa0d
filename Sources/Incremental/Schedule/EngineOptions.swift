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

  package init() {}
}
