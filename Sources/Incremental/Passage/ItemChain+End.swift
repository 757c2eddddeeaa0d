// How the item stands when its stages are done, and what it gives to its group.
extension ItemChain {
  mutating func settle() throws {
    let sinkInputs = (context.sink?.itemInputs ?? []).map { digests[$0] }
    if let failure {
      result.row.reason = failure.failure.message
      result.row.stage = failure.stage
      result.row.isTransient = failure.isTransient
      let wasGood = result.row.goodLoad != nil || pending.record?.isGood == true
      result.row.state = wasGood ? .stale : .failed
      result.row.load =
        wasGood
        ? result.row.goodLoad : SinkItem.digest(sinkInputs, reason: failure.stage + ": " + failure.failure.message)
    } else if isCutShort {
      result.row.plan = nil
    } else {
      result.row.state = end == nil ? .complete : .ended
      result.row.reason = end
      if end == nil { result.row.stage = nil }
      result.row.isTransient = false
      result.row.good = sinkInputs
      let digest = SinkItem.digest(sinkInputs, reason: end ?? "")
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
}
