/// What a stage made of an item, and when: one of these a stage lies in the item's chain.
package struct StepRecord: Sendable, Equatable {
  package enum Outcome: UInt8, Sendable {
    case ran, reused, cutOff, failed, notReached
  }

  package var stage: String
  /// Row of the stage's version.
  package var version: Int64 = 0
  package var key: Digest
  package var inputs: [Digest]
  package var outputs: [Digest] = []
  package var end: String?
  package var failure: ItemFailure?
  /// The run in which it last ran for this item, and why; 0 if its result was known.
  package var ranRun: Int64 = 0
  package var ranReason: RunReason?
  package var costNanoseconds: Int64 = 0
  /// The inputs of the action before this one.
  package var inputsBefore: [Digest] = []
  /// The latest run that had anything to do with the item.
  package var lastRun: Int64 = 0
  package var lastOutcome = Outcome.ran
  package var lastReason = RunReason(.neverRan)

  package init(stage: String, key: Digest, inputs: [Digest]) {
    self.stage = stage
    self.key = key
    self.inputs = inputs
  }
}
