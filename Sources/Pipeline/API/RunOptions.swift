/// What a run, or a plan of one, is asked to do.
package struct RunOptions: Sendable {
  /// Workers; `nil` for as many as the machine has cores.
  package var jobs: Int?
  /// Only these documents: URIs, or parts of one that fit exactly one document.
  package var documents: [String] = []
  /// The last stage that runs. Before `load`, nothing is written to the warehouse.
  package var until: StageName?
  /// This stage and those after it run even where their result is known.
  package var forceFrom: StageName?
  /// Tries again what failed through its own fault.
  package var retry = false
  /// Waits for another run to end instead of stopping.
  package var wait = false
  /// Removes documents from the warehouse even where suspiciously many have vanished.
  package var allowDeletions = false
  /// Goes on where other stages change more of what is loaded than pipeline.json allows.
  package var accept = false
  /// Any document that fails, not only a newly failed one, makes the run fail.
  package var strict = false
  /// Once it is asked the run begins nothing more, writes what is in work and says what is left.
  package var stop: StopRequest?
  /// The same from this time on: seconds since 1970.
  package var deadline: Double?

  package init() {}
}
