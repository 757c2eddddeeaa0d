// What the sink gets of it, if anything.
extension ItemChain {
  mutating func load() throws {
    guard let sink = context.sink else { return }
    let row = result.row
    let record = pending.record
    let isForced = context.options.forceFrom != nil
    func upToDate() -> StepReport {
      guard let lastRan else { return StepReport(stage: sink.name, outcome: .reused, reason: RunReason(.upToDate)) }
      return StepReport(stage: sink.name, outcome: .cutOff, reason: RunReason(.cutOff, subject: lastRan))
    }
    if row.state == .failed, row.content == nil, row.isTransient {
      result.steps.append(notReached(sink.name))
      return
    }
    if var record, record.isIntact, record.digest == row.load, record.state == row.state, !isForced {
      record.staleReason = record.staleReason ?? pending.row?.staleReason
      if row.state == .stale, record.staleReason != staleReason {
        // The same rows, for another reason.
        result.load = .markStale(name: row.name, reason: staleReason)
        result.steps.append(
          StepReport(stage: sink.name, outcome: .ran, reason: RunReason(.inputChanged, subject: "reason"))
        )
      } else {
        result.steps.append(upToDate())
      }
      return
    }
    let start = ContinuousClock.now
    if row.state == .stale {
      if let record, record.isIntact, record.digest == row.goodLoad {
        result.load = .markStale(name: row.name, reason: staleReason)
      } else if let record, record.isIntact, record.isGood, record.isNewer {
        // The store is an older copy: its good rows are older than these.
        keep(record)
      } else if let digest = row.goodLoad, let values = try goodValues() {
        let item = SinkItem(name: row.name, state: .stale, reason: staleReason, digest: digest, values: values)
        result.load = .put(try sink.prepare(item))
      } else if let record, record.isGood {
        // All that is left of what was good.
        keep(record)
      } else {
        // What was good is nowhere any more.
        result.row.state = .failed
        result.row.good = nil
        result.row.goodLoad = nil
        try loadFailed()
      }
    } else if row.state == .failed {
      try loadFailed()
    } else {
      try put(digest: row.load ?? Digest.none)
    }
    let reason =
      record == nil
      ? RunReason(.neverRan)
      : isForced
        ? RunReason(.forced)
        : loadReason(record)
    let cost = (ContinuousClock.now - start).nanoseconds
    result.steps.append(StepReport(stage: sink.name, outcome: .ran, reason: reason, costNanoseconds: cost))
  }

  /// The rows that are there stay, and what the store knew of them before is forgotten.
  private mutating func keep(_ record: SinkRecord) {
    result.load = .markStale(name: result.row.name, reason: staleReason)
    result.row.load = record.digest
    result.row.goodLoad = record.digest
    if record.isNewer { result.row.good = nil }
  }

  private func loadReason(_ record: SinkRecord?) -> RunReason {
    let (old, new) = (record?.digest?.short, result.row.load?.short)
    // The same rows, in another state: it broke, or was mended.
    if old == new, record?.state != result.row.state { return RunReason(.inputChanged, subject: "state") }
    return RunReason(.inputChanged, subject: "rows", old: old, new: new)
  }

  func notReached(_ stage: String) -> StepReport {
    StepReport(stage: stage, outcome: .notReached, reason: RunReason(.failedBefore, subject: result.row.stage))
  }

  private var staleReason: String { result.row.staleReason }

  private mutating func loadFailed() throws {
    let inputs = (context.sink?.itemInputs ?? []).map { digests[$0] }
    let digest = SinkItem.digest(inputs, reason: staleReason)
    result.row.load = digest
    try put(digest: digest)
  }

  private mutating func put(digest: Digest) throws {
    guard let sink = context.sink else { return }
    var taken: [(any Sendable)?] = []
    for name in sink.itemInputs { taken.append(digests[name] == nil ? nil : try value(ofOutput: name)) }
    let reason = result.row.state == .failed ? staleReason : result.row.reason
    let item = SinkItem(name: result.row.name, state: result.row.state, reason: reason, digest: digest, values: taken)
    result.load = .put(try sink.prepare(item))
  }

  /// What the sink took when the item was last good; `nil` where the store has lost it.
  private func goodValues() throws -> [(any Sendable)?]? {
    guard let sink = context.sink, let good = result.row.good, good.count == sink.itemInputs.count else { return nil }
    var values: [(any Sendable)?] = []
    for (name, digest) in zip(sink.itemInputs, good) {
      guard let digest else {
        values.append(nil)
        continue
      }
      guard let place = context.graph.producers[name], let bytes = try context.reader.artifact(digest) else {
        return nil
      }
      let output = context.graph.stages[place.stage].outputs[place.output]
      guard let value = try? output.decode(bytes) else { return nil }
      values.append(value)
    }
    return values
  }
}
