import Incremental

// A stage of a document, and a run's dealings with it, as the store has them.

extension Explanation.Stage {
  init(_ name: StageName, _ step: StepRecord, _ history: DocumentHistory) throws {
    self.init(stage: name)
    if step.ranRun > 0 {
      ranIn = Int(step.ranRun)
      ranAt = try history.place(ofRun: step.ranRun).started
      why = step.ranReason.map(Reason.init)
      seconds = Double(step.costNanoseconds) / 1e9
    }
    lastRun = Int(step.lastRun)
    lastOutcome = StepEvent.Outcome(step.lastOutcome)
    lastReason = Reason(step.lastReason)
    key = step.key == Digest.none ? nil : step.key.hex
    let (inputNames, outputNames) = Self.names(step.stage, history.engine.graph)
    inputs = step.inputs.enumerated().map { index, digest in
      let before = index < step.inputsBefore.count ? step.inputsBefore[index] : nil
      return Explanation.Part(
        name: index < inputNames.count ? inputNames[index] : "input \(index + 1)",
        digest: digest.hex,
        before: before == digest ? nil : before?.hex
      )
    }
    outputs = step.outputs.enumerated().map { index, digest in
      Explanation.Part(
        name: index < outputNames.count ? outputNames[index] : name.rawValue,
        digest: digest.hex,
        before: history.outputBefore(index, of: step)?.hex
      )
    }
    version = try Explanation.Version(step, history)
    failure = step.failure?.message
  }

  private static func names(_ stage: String, _ graph: StageGraph) -> (inputs: [String], outputs: [String]) {
    if let definition = graph.stages.first(where: { $0.name == stage }) {
      return (definition.inputs.map(\.name), definition.outputs.map(\.name))
    }
    if let group = graph.groupStage, group.name == stage { return (["members"], group.outputs.map(\.name)) }
    return ([], stage == StageName.fetch.rawValue ? ["file"] : [])
  }
}

extension Explanation.Version {
  /// `nil` for what is no stage of the graph, and for a version that the store has no more.
  init?(_ step: StepRecord, _ history: DocumentHistory) throws {
    guard step.version != 0, let version = try history.reader.version(step.version) else { return nil }
    let before = try history.versionBefore(step)
    self.init(code: version.code)
    if let before {
      since = Int(before.since)
      if before.version.code != version.code { codeBefore = before.version.code }
    }
    parameters = Self.settings(version.parameters, before?.version.parameters)
    lexicon = Self.settings(version.data, before?.version.data)
    let graph = history.engine.graph
    let present = graph.stages.first { $0.name == step.stage }?.version ?? graph.groupStage?.version
    isPresent = present?.digest == version.digest
  }

  private static func settings(
    _ now: [StageVersion.Setting],
    _ before: [StageVersion.Setting]?
  ) -> [Explanation.Setting] {
    guard let before else { return now.map { Explanation.Setting(name: $0.name, value: $0.value) } }
    var old = Dictionary(before.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    var settings = now.map { setting in
      let was = old.removeValue(forKey: setting.name)
      let hasChanged = was != setting.value
      return Explanation.Setting(
        name: setting.name,
        value: setting.value,
        before: hasChanged ? was : nil,
        hasChanged: hasChanged
      )
    }
    for (name, value) in old.sorted(by: { $0.key < $1.key }) {
      settings.append(Explanation.Setting(name: name, value: nil, before: value, hasChanged: true))
    }
    return settings
  }
}

extension Explanation.Attempt {
  init(_ attempt: PastAttempt, _ history: DocumentHistory) throws {
    let ran = attempt.steps.filter { $0.ranRun == attempt.run && $0.lastRun == attempt.run }
    self.init(
      run: Explanation.RunPlace(run: Int(attempt.run), started: attempt.started.map { Double($0) / 1e9 }),
      change: DocumentEvent.Change(attempt.change),
      state: attempt.state.map(DocumentState.init),
      reason: attempt.reason,
      ran: StageName.allCases.filter { name in ran.contains { $0.stage == name.rawValue } }
    )
  }
}
