/// One item's passage: its content, its stages, what stands at the end, and its rows on their way to the sink, in that
/// order and in a file each.
struct ItemChain {
  let context: ItemRunner
  let pending: PendingItem
  var result: ItemResult
  var content: [UInt8]?
  var attributes: [String: ItemAttribute] = [:]
  var digests: [String: Digest] = [:]
  var values: [String: any Sendable] = [:]
  var before: [String: StepRecord] = [:]
  /// The last stage that ran.
  var lastRan: String?
  var end: String?
  var failure: (stage: String, failure: ItemFailure, isTransient: Bool)?
  var isCutShort = false

  init(_ context: ItemRunner, _ pending: PendingItem) {
    self.context = context
    self.pending = pending
    let row =
      pending.row
      ?? ItemRow(
        name: pending.item.name,
        stamp: pending.item.stamp,
        checked: 0,
        source: 0,
        state: .unfinished,
        isTransient: false
      )
    result = ItemResult(
      row: row,
      before: pending.row,
      change: pending.row == nil ? .added : .unchanged,
      source: pending.item.source
    )
  }

  mutating func run() throws -> ItemResult {
    if let row = pending.row {
      let steps = try context.reader.chain(of: row.name)
      before = Dictionary(steps.map { ($0.stage, $0) }, uniquingKeysWith: { first, _ in first })
    }
    if try fetch() {
      attributes = context.access.attributes(pending.item.name, pending.item.source)
      for index in context.graph.stages.indices { try pass(index) }
    }
    try settle()
    return result
  }

  mutating func remake(_ output: String, _ digest: Digest) throws -> RemadeOutput {
    attributes = context.access.attributes(pending.item.name, pending.item.source)
    for step in try context.reader.chain(of: result.row.name) {
      guard let stage = context.graph.stages.first(where: { $0.name == step.stage }) else { continue }
      for (output, digest) in zip(stage.outputs, step.outputs) { digests[output.name] = digest }
    }
    guard digests[output] == digest else { throw LostMember() }
    return RemadeOutput(value: try value(ofOutput: output), artifacts: result.artifacts, steps: result.steps)
  }
}
