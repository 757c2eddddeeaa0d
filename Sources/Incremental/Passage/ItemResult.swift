/// What happened to a stage of an item in this run.
package struct StepReport: Sendable {
  package var stage: String
  package var outcome: StepRecord.Outcome
  package var reason: RunReason
  package var costNanoseconds: Int64 = 0

  package init(stage: String, outcome: StepRecord.Outcome, reason: RunReason, costNanoseconds: Int64 = 0) {
    self.stage = stage
    self.outcome = outcome
    self.reason = reason
    self.costNanoseconds = costNanoseconds
  }
}

/// An item with something to do.
struct PendingItem: Sendable {
  var item: ListedItem
  var row: ItemRow?
  var record: SinkRecord?
  /// Whether its row was made with the present stages and settings.
  var isPlanCurrent = false
}

/// What became of an item.
struct ItemResult: Sendable {
  var row: ItemRow
  var before: ItemRow?
  var change: ItemChange
  var chain: [StepRecord] = []
  var steps: [StepReport] = []
  var traces: [NewTrace] = []
  var artifacts: [MadeArtifact] = []
  var member: Digest?
  var memberBefore: Digest?
  /// Whether the group is known: a run that stops early leaves it as it is.
  var settlesGroup = false
  var isFinished = false
  var source = 0
  var load: SinkChange?
}

/// What a worker hands to the writer.
struct ChunkResult: Sendable {
  /// In the order of the listing.
  var items: [ItemResult] = []
  var packs: [ArtifactPack] = []
  var contentBytes: Int64 = 0
}
