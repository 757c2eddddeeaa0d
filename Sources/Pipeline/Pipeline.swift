import Incremental

/// The stages of `pipeline.json` wired into the engine: runs, plans and explains.
///
/// Every question but ``run(_:events:)`` only reads.
package struct Pipeline: Sendable {
  let configuration: Configuration
  let surroundings: Surroundings

  package init(configuration: Configuration, surroundings: Surroundings = Surroundings()) {
    self.configuration = configuration
    self.surroundings = surroundings
  }
}
