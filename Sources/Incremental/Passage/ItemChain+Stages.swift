// For each stage: whether it runs, and why.
extension ItemChain {
  mutating func pass(_ index: Int) throws {
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

  func isForced(_ index: Int) -> Bool {
    guard let name = context.options.forceFrom else { return false }
    if name == "fetch" { return true }
    guard let first = context.graph.stages.firstIndex(where: { $0.name == name }) else { return false }
    return index >= first
  }
}
