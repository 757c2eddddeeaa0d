/// Takes one item through all stages on one worker: values are handed on in memory, and read from the store only where a
/// stage that runs needs what an earlier run made.
struct ItemRunner {
  let graph: StageGraph
  let options: EngineOptions
  let access: ItemAccess
  let sink: (any ItemSink)?
  let run: Int64
  let reader: StoreReader

  func run(_ pending: PendingItem) throws -> ItemResult {
    var chain = ItemChain(self, pending)
    return try chain.run()
  }

  /// Makes an output again that an earlier run made and the store has lost.
  ///
  /// - Returns: its value, and everything that was made on the way.
  /// - Throws: ``LostMember`` where the item is no longer what that run saw.
  func remake(_ output: String, _ digest: Digest, of pending: PendingItem) throws -> (any Sendable, [StoredArtifact]) {
    var chain = ItemChain(self, pending)
    do {
      return try chain.remake(output, digest)
    } catch let error as EngineError {
      throw error
    } catch let error as CancellationError {
      throw error
    } catch {
      throw LostMember()
    }
  }
}

/// One item's passage.
struct ItemChain {
  private let context: ItemRunner
  private let pending: PendingItem
  private var result: ItemResult
  private var content: [UInt8]?
  private var attributes: [String: ItemAttribute] = [:]
  private var digests: [String: Digest] = [:]
  private var values: [String: any Sendable] = [:]
  private var before: [String: StepRecord] = [:]
  /// The last stage that ran.
  private var lastRan: String?
  private var end: String?
  private var failure: (stage: String, failure: ItemFailure, isTransient: Bool)?
  private var isCutShort = false

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
        state: .failed,
        id: 0,
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
    if let row = pending.row, row.id != 0 {
      let steps = try context.reader.chain(of: row.id)
      before = Dictionary(steps.map { ($0.stage, $0) }, uniquingKeysWith: { first, _ in first })
    }
    if try fetch() {
      attributes = context.access.attributes(pending.item.name, pending.item.source)
      for index in context.graph.stages.indices { try pass(index) }
    }
    try settle()
    return result
  }

  mutating func remake(_ output: String, _ digest: Digest) throws -> (any Sendable, [StoredArtifact]) {
    attributes = context.access.attributes(pending.item.name, pending.item.source)
    for step in try context.reader.chain(of: result.row.id) {
      guard let stage = context.graph.stages.first(where: { $0.name == step.stage }) else { continue }
      for (output, digest) in zip(stage.outputs, step.outputs) { digests[output.name] = digest }
    }
    guard digests[output] == digest else { throw LostMember() }
    return (try value(ofOutput: output), result.artifacts)
  }

  // MARK: Content

  /// - Returns: whether the content is known.
  private mutating func fetch() throws -> Bool {
    if let row = pending.row, row.stamp == pending.item.stamp, !row.isRacy, !row.isTransient {
      if row.content != nil, context.access.admits(row.stamp) {
        result.steps.append(StepReport(stage: "fetch", outcome: .reused, reason: RunReason(.upToDate)))
        return true
      }
      if row.content == nil, pending.isPlanCurrent, !context.options.retry {
        // It could not be taken in, by its own fault, and has not changed.
        fail("fetch", ItemFailure(code: "", message: row.reason ?? ""), isTransient: false)
        result.steps.append(StepReport(stage: "fetch", outcome: .failed, reason: RunReason(.upToDate)))
        return false
      }
    }
    let checked = context.access.now()
    let start = ContinuousClock.now
    do {
      let read = try context.access.read(pending.item.name, pending.item.source)
      let digest = Digest(of: read.bytes)
      if let old = pending.row, old.content != digest { result.change = .changed }
      content = read.bytes
      result.row.content = digest
      result.row.stamp = read.stamp
      result.row.checked = checked
      let reason =
        pending.row == nil
        ? RunReason(.neverRan)
        : RunReason(.inputChanged, subject: "file", old: pending.row?.content?.short, new: digest.short)
      let cost = (ContinuousClock.now - start).nanoseconds
      result.steps.append(StepReport(stage: "fetch", outcome: .ran, reason: reason, costNanoseconds: cost))
      return true
    } catch let failure as ItemFailure {
      if pending.row != nil { result.change = .changed }
      result.row.content = nil
      result.row.stamp = pending.item.stamp
      result.row.checked = checked
      fail("fetch", failure, isTransient: false)
      result.steps.append(
        StepReport(stage: "fetch", outcome: .failed, reason: RunReason(.inputChanged, subject: "file"))
      )
      return false
    } catch {
      fail("fetch", ItemFailure(code: "transient", message: "\(error)"), isTransient: true)
      result.steps.append(
        StepReport(stage: "fetch", outcome: .failed, reason: RunReason(.inputChanged, subject: "file"))
      )
      return false
    }
  }

  private mutating func fail(_ stage: String, _ failure: ItemFailure, isTransient: Bool) {
    self.failure = (stage, failure, isTransient)
  }

  // MARK: Stages

  private mutating func pass(_ index: Int) throws {
    let stage = context.graph.stages[index]
    if let reason = reasonNotToReach(index) {
      skip(stage, reason)
      return
    }
    let inputs = try stage.inputs.map { try digest(of: $0) }
    let key = stage.version.actionKey(inputs: inputs)
    let previous = before[stage.name]
    let isForced = isForced(index)
    var step = StepRecord(stage: stage.name, key: key, inputs: inputs)
    if let previous {
      step.inputsBefore = previous.key == key ? previous.inputsBefore : previous.inputs
      if previous.key == key {
        step.ranRun = previous.ranRun
        step.ranReason = previous.ranReason
        step.costNanoseconds = previous.costNanoseconds
      }
    }
    let trace = isForced ? nil : try context.reader.trace(key, before: context.run)
    if let trace, trace.failure == nil || !context.options.retry {
      let reason: RunReason
      var outcome: StepRecord.Outcome
      if previous?.key != key {
        (outcome, reason) = (.reused, RunReason(.known))
      } else if let lastRan {
        (outcome, reason) = (.cutOff, RunReason(.cutOff, subject: lastRan))
      } else {
        (outcome, reason) = (.reused, RunReason(.upToDate))
      }
      if trace.failure != nil { outcome = .failed }
      if step.costNanoseconds == 0 { step.costNanoseconds = trace.costNanoseconds }
      finish(step, stage, outputs: trace.outputs, end: trace.end, failure: trace.failure, outcome, reason, cost: 0)
      return
    }
    let reason: RunReason
    if isForced {
      reason = RunReason(.forced)
    } else if trace != nil {
      reason = RunReason(.retried)
    } else if let previous {
      reason =
        previous.key == key
        ? RunReason(.outputMissing, subject: stage.outputs.first?.name)
        : RunReason.change(
          from: (try context.reader.version(previous.version), previous.inputs),
          to: stage.version,
          inputs: inputs,
          names: stage.inputs.map(\.name)
        )
    } else {
      reason = RunReason(.neverRan)
    }
    try execute(index, step, reason)
  }

  private mutating func execute(_ index: Int, _ given: StepRecord, _ reason: RunReason) throws {
    let stage = context.graph.stages[index]
    var step = given
    step.ranRun = context.run
    step.ranReason = reason
    var arguments: [any Sendable] = []
    do {
      for input in stage.inputs { arguments.append(try value(of: input)) }
      let start = ContinuousClock.now
      let outcome = Swift.Result { try stage.body(StageArguments(arguments)) }
      let cost = (ContinuousClock.now - start).nanoseconds
      step.costNanoseconds = cost
      let made = try outcome.get()
      guard made.artifacts.count == stage.outputs.count else {
        throw EngineError(.bug, place: stage.name, cause: "it made \(made.artifacts.count) outputs")
      }
      keep(made, of: stage)
      result.traces.append(
        NewTrace(
          item: pending.item.name,
          key: step.key,
          version: stage.version,
          outputs: made.artifacts.map(\.digest),
          end: made.end,
          costNanoseconds: cost
        )
      )
      lastRan = stage.name
      let outputs = made.artifacts.map(\.digest)
      finish(step, stage, outputs: outputs, end: made.end, failure: nil, .ran, reason, cost: cost)
    } catch let error as ItemFailure {
      result.traces.append(
        NewTrace(
          item: pending.item.name,
          key: step.key,
          version: stage.version,
          failure: error,
          costNanoseconds: step.costNanoseconds
        )
      )
      lastRan = stage.name
      finish(step, stage, outputs: [], end: nil, failure: error, .failed, reason, cost: step.costNanoseconds)
    } catch let error as EngineError {
      throw error
    } catch let error as CancellationError {
      throw error
    } catch {
      fail(stage.name, ItemFailure(code: "transient", message: "\(error)"), isTransient: true)
      skip(stage, reason, outcome: .failed)
    }
  }

  private mutating func finish(
    _ given: StepRecord,
    _ stage: StageDefinition,
    outputs: [Digest],
    end: String?,
    failure: ItemFailure?,
    _ outcome: StepRecord.Outcome,
    _ reason: RunReason,
    cost: Int64
  ) {
    var step = given
    step.outputs = outputs
    step.end = end
    step.failure = failure
    step.lastRun = context.run
    step.lastOutcome = outcome
    step.lastReason = reason
    for (output, digest) in zip(stage.outputs, outputs) { digests[output.name] = digest }
    result.chain.append(step)
    result.steps.append(StepReport(stage: stage.name, outcome: outcome, reason: reason, costNanoseconds: cost))
    if let failure { self.failure = (stage.name, failure, false) }
    if let end {
      self.end = end
      result.row.stage = stage.name
    }
  }

  private mutating func skip(_ stage: StageDefinition, _ reason: RunReason, outcome: StepRecord.Outcome = .notReached) {
    result.steps.append(StepReport(stage: stage.name, outcome: outcome, reason: reason))
    guard var step = before[stage.name] else { return }
    step.lastRun = context.run
    step.lastOutcome = outcome
    step.lastReason = reason
    result.chain.append(step)
  }

  private mutating func reasonNotToReach(_ index: Int) -> RunReason? {
    if let failure { return RunReason(.failedBefore, subject: failure.stage) }
    if end != nil { return RunReason(.ended, subject: result.row.stage) }
    guard let until = context.options.until else { return nil }
    // What is no stage of the graph stands before all of them.
    let last = context.graph.stages.firstIndex { $0.name == until } ?? -1
    guard index > last else { return nil }
    isCutShort = true
    return RunReason(.notAsked)
  }

  private func isForced(_ index: Int) -> Bool {
    guard let name = context.options.forceFrom else { return false }
    if name == "fetch" { return true }
    guard let first = context.graph.stages.firstIndex(where: { $0.name == name }) else { return false }
    return index >= first
  }

  // MARK: Values

  private func digest(of input: StageInput) throws -> Digest {
    switch input {
    case .content:
      if let digest = result.row.content { return digest }
    case .attribute(let name):
      if let attribute = attributes[name] { return attribute.digest }
    case .output(let name):
      if let digest = digests[name] { return digest }
    }
    throw EngineError(.bug, place: pending.item.name, cause: "its input \(input.name) is not there")
  }

  private mutating func value(of input: StageInput) throws -> any Sendable {
    switch input {
    case .content:
      if let content { return content }
      let read = try context.access.read(pending.item.name, pending.item.source)
      guard Digest(of: read.bytes) == result.row.content else { throw ContentMoved() }
      content = read.bytes
      return read.bytes
    case .attribute(let name):
      guard let attribute = attributes[name] else {
        _ = try digest(of: input)
        return [UInt8]()
      }
      return attribute.value
    case .output(let name):
      return try value(ofOutput: name)
    }
  }

  private mutating func keep(_ made: StageResult, of stage: StageDefinition) {
    for (output, artifact) in zip(stage.outputs, made.artifacts) {
      values[output.name] = artifact.value
      result.artifacts.append(StoredArtifact(artifact))
    }
  }

  /// From memory, from the store, or made again where the store has lost it.
  private mutating func value(ofOutput name: String) throws -> any Sendable {
    if let value = values[name] { return value }
    guard let digest = digests[name], let place = context.graph.producers[name] else {
      throw EngineError(.bug, place: pending.item.name, cause: "its output \(name) is not there")
    }
    let stage = context.graph.stages[place.stage]
    if let bytes = try context.reader.artifact(digest), let value = try? stage.outputs[place.output].decode(bytes) {
      values[name] = value
      return value
    }
    var arguments: [any Sendable] = []
    for input in stage.inputs { arguments.append(try value(of: input)) }
    let made = try stage.body(StageArguments(arguments))
    guard made.artifacts.count == stage.outputs.count, made.artifacts[place.output].digest == digest else {
      throw EngineError(
        .bug,
        place: "\(stage.name) of \(pending.item.name)",
        cause: "made again, its output \(name) is another than before"
      )
    }
    keep(made, of: stage)
    lastRan = stage.name
    if let index = result.steps.firstIndex(where: { $0.stage == stage.name }) {
      result.steps[index].outcome = .ran
      result.steps[index].reason = RunReason(.outputMissing, subject: name)
    }
    return made.artifacts[place.output].value
  }

  // MARK: End

  private mutating func settle() throws {
    let sinkInputs = (context.sink?.itemInputs ?? []).map { digests[$0] }
    if let failure {
      result.row.reason = failure.failure.message
      result.row.stage = failure.stage
      result.row.isTransient = failure.isTransient
      let wasGood = result.row.good != nil || pending.record?.isGood == true
      result.row.state = wasGood ? .stale : .failed
      result.row.load =
        wasGood ? result.row.goodLoad : loadDigest(sinkInputs, reason: failure.stage + ": " + failure.failure.message)
    } else if isCutShort {
      result.row.plan = nil
    } else {
      result.row.state = end == nil ? .complete : .ended
      result.row.reason = end
      if end == nil { result.row.stage = nil }
      result.row.isTransient = false
      result.row.good = sinkInputs
      let digest = loadDigest(sinkInputs, reason: end ?? "")
      result.row.load = digest
      result.row.goodLoad = digest
    }
    // A run that stops before the sink leaves the rest, that of failed items too, to a run that does not.
    result.isFinished = !isCutShort && context.options.until == nil && failure?.isTransient != true
    try settleGroup()
    if context.options.until == nil, context.sink != nil { try load() }
    recordEnds()
  }

  /// Fetching and loading are no stages of the graph, and stand in the chain for those who ask what happened.
  private mutating func recordEnds() {
    var ends: [(name: String, key: Digest?, outputs: [Digest])] = [
      ("fetch", result.row.content, result.row.content.map { [$0] } ?? [])
    ]
    if let sink = context.sink { ends.append((sink.name, result.row.load, [])) }
    for end in ends {
      guard let report = result.steps.first(where: { $0.stage == end.name }) else {
        if let step = before[end.name] { result.chain.append(step) }
        continue
      }
      var step = StepRecord(stage: end.name, key: end.key ?? Digest.none, inputs: [])
      step.outputs = end.outputs
      if let old = before[end.name] {
        step.ranRun = old.ranRun
        step.ranReason = old.ranReason
        step.costNanoseconds = old.costNanoseconds
      }
      if report.outcome == .ran {
        step.ranRun = context.run
        step.ranReason = report.reason
        step.costNanoseconds = report.costNanoseconds
      }
      step.lastRun = context.run
      step.lastOutcome = report.outcome
      step.lastReason = report.reason
      result.chain.append(step)
    }
  }

  private func loadDigest(_ inputs: [Digest?], reason: String) -> Digest {
    var key = KeyBuilder(domain: "load.1")
    for input in inputs { key.append(tag: 1, input ?? Digest.none) }
    key.append(tag: 2, reason)
    return key.digest
  }

  private mutating func settleGroup() throws {
    guard let stage = context.graph.groupStage, !isCutShort, context.options.until == nil else { return }
    result.settlesGroup = true
    // Of the group's own table: a run that stopped early has changed the chain and not the group.
    if let group = pending.row?.group {
      result.memberBefore = try context.reader.member(pending.item.name, of: group)
    }
    guard failure == nil, end == nil, let digest = digests[stage.member] else {
      result.row.group = nil
      return
    }
    result.member = digest
    if let group = pending.row?.group, result.memberBefore == digest {
      result.row.group = group
    } else {
      result.row.group = stage.group(try value(ofOutput: stage.member))
    }
  }

  // MARK: Load

  private mutating func load() throws {
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
      } else if let digest = row.goodLoad, let values = try goodValues() {
        let item = SinkItem(name: row.name, state: .stale, reason: staleReason, digest: digest, values: values)
        result.load = .put(try sink.prepare(item))
      } else if let record, record.isGood {
        // All that is left of what was good.
        result.load = .markStale(name: row.name, reason: staleReason)
        result.row.load = record.digest
        result.row.goodLoad = record.digest
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

  private func loadReason(_ record: SinkRecord?) -> RunReason {
    let (old, new) = (record?.digest?.short, result.row.load?.short)
    // The same rows, in another state: it broke, or was mended.
    if old == new, record?.state != result.row.state { return RunReason(.inputChanged, subject: "state") }
    return RunReason(.inputChanged, subject: "rows", old: old, new: new)
  }

  private func notReached(_ stage: String) -> StepReport {
    StepReport(stage: stage, outcome: .notReached, reason: RunReason(.failedBefore, subject: result.row.stage))
  }

  private var staleReason: String { result.row.staleReason }

  private mutating func loadFailed() throws {
    let inputs = (context.sink?.itemInputs ?? []).map { digests[$0] }
    let digest = loadDigest(inputs, reason: staleReason)
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

/// The item's bytes are no longer those that were listed: the next run sees the new ones.
struct ContentMoved: Error, CustomStringConvertible {
  var description: String { "it changed during the run; the next run takes the new content" }
}

extension Duration {
  var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
