/// Runs the stage over the members of one group.
struct GroupRunner {
  struct Outcome {
    var step: StepRecord
    var report: StepReport
    var artifacts: [MadeArtifact] = []
    /// Of stages that ran again for members that the store had lost.
    var remade: [StepReport] = []
    var traces: [NewTrace] = []
    var load: SinkChange?
    var loadDigest: Digest
  }

  let graph: StageGraph
  let stage: GroupStageDefinition
  let options: EngineOptions
  let sink: (any ItemSink)?
  let run: Int64
  let reader: StoreReader
  /// Makes an item's output again that the store has lost.
  let remake: (_ item: String, _ output: String, _ digest: Digest) throws -> RemadeOutput

  /// - Returns: `nil` where the store has lost a member that cannot be made again now: its item has changed since it
  ///   was read. The group stays to be done.
  func run(
    _ grouping: StoreReader.Grouping,
    members: [(name: String, digest: Digest)],
    record: SinkRecord?
  ) throws -> Outcome? {
    do {
      return try outcome(grouping, members: members, record: record)
    } catch is LostMember {
      return nil
    }
  }

  private func outcome(
    _ grouping: StoreReader.Grouping,
    members: [(name: String, digest: Digest)],
    record: SinkRecord?
  ) throws -> Outcome {
    let key = stage.version.actionKey(group: grouping.name, members: members)
    let isForced = options.forceFrom != nil
    var step = StepRecord(stage: stage.name, key: key, inputs: [Self.digest(of: members)])
    var traces: [NewTrace] = []
    var artifacts: [MadeArtifact] = []
    var remade: [StepReport] = []
    var values: [any Sendable]?
    let report: StepReport
    let trace = isForced ? nil : try reader.trace(key, before: run)
    if let trace {
      let isSame = grouping.step?.key == key
      step.outputs = trace.outputs
      step.ranRun = isSame ? grouping.step?.ranRun ?? 0 : 0
      step.ranReason = isSame ? grouping.step?.ranReason : nil
      report = StepReport(stage: stage.name, outcome: .reused, reason: RunReason(isSame ? .upToDate : .known))
    } else {
      let reason = try reason(grouping, step, isForced)
      let start = ContinuousClock.now
      let made = try make(grouping.name, members, &artifacts, &remade)
      let cost = (ContinuousClock.now - start).nanoseconds
      artifacts += made.artifacts.map { MadeArtifact(digest: $0.digest, bytes: $0.bytes) }
      values = made.artifacts.map(\.value)
      step.outputs = made.artifacts.map(\.digest)
      step.ranRun = run
      step.ranReason = reason
      step.costNanoseconds = cost
      traces = [
        NewTrace(
          item: grouping.name,
          key: key,
          version: stage.version,
          outputs: step.outputs,
          costNanoseconds: cost
        )
      ]
      report = StepReport(stage: stage.name, outcome: .ran, reason: reason, costNanoseconds: cost)
    }
    step.lastRun = run
    step.lastOutcome = report.outcome
    step.lastReason = report.reason
    var loadKey = KeyBuilder(domain: "load.1")
    for output in step.outputs { loadKey.append(tag: 1, output) }
    let digest = loadKey.digest
    var outcome = Outcome(step: step, report: report, artifacts: artifacts, traces: traces, loadDigest: digest)
    outcome.remade = remade
    if let sink, record?.digest != digest || record?.isIntact != true || isForced {
      outcome.load = .putGroup(
        try sink.prepare(
          group: grouping.name,
          digest: digest,
          values: values ?? restore(&outcome, grouping.name, members)
        )
      )
    }
    return outcome
  }

  private func make(
    _ name: String,
    _ members: [(name: String, digest: Digest)],
    _ artifacts: inout [MadeArtifact],
    _ steps: inout [StepReport]
  ) throws -> StageResult {
    guard let place = graph.producers[stage.member] else {
      throw EngineError(.bug, place: stage.name, cause: "nothing makes \(stage.member)")
    }
    let output = graph.stages[place.stage].outputs[place.output]
    var values: [(name: String, value: any Sendable)] = []
    for member in members {
      if let bytes = try reader.artifact(member.digest), let value = try? output.decode(bytes) {
        values.append((member.name, value))
        continue
      }
      let remade = try remake(member.name, stage.member, member.digest)
      artifacts += remade.artifacts
      steps += remade.steps
      values.append((member.name, remade.value))
    }
    let made = try stage.body(name, values)
    guard made.artifacts.count == stage.outputs.count else {
      throw EngineError(.bug, place: stage.name, cause: "it made \(made.artifacts.count) outputs")
    }
    return made
  }

  /// What an earlier run made: from the store, or made again.
  private func restore(
    _ outcome: inout Outcome,
    _ name: String,
    _ members: [(name: String, digest: Digest)]
  ) throws -> [any Sendable] {
    var values: [any Sendable] = []
    for (output, digest) in zip(stage.outputs, outcome.step.outputs) {
      guard let bytes = try reader.artifact(digest), let value = try? output.decode(bytes) else {
        let made = try make(name, members, &outcome.artifacts, &outcome.remade)
        outcome.artifacts += made.artifacts.map { MadeArtifact(digest: $0.digest, bytes: $0.bytes, isRemade: true) }
        return made.artifacts.map(\.value)
      }
      values.append(value)
    }
    return values
  }

  private func reason(_ grouping: StoreReader.Grouping, _ step: StepRecord, _ isForced: Bool) throws -> RunReason {
    if isForced { return RunReason(.forced) }
    guard let previous = grouping.step else { return RunReason(.neverRan) }
    if previous.key == step.key { return RunReason(.outputMissing) }
    let version = previous.version == 0 ? nil : try reader.version(previous.version)
    return RunReason.change(
      from: (version, previous.inputs),
      to: stage.version,
      inputs: step.inputs,
      names: ["members"]
    )
  }

  private static func digest(of members: [(name: String, digest: Digest)]) -> Digest {
    var key = KeyBuilder(domain: "members.1")
    for member in members {
      key.append(tag: 1, member.name)
      key.append(tag: 2, member.digest)
    }
    return key.digest
  }
}

/// A member's output is in the store no more, and cannot be made again from what its item is now.
struct LostMember: Error {}
