import Incremental

extension Pipeline {
  /// When and why each stage last ran for a document, or did not.
  ///
  /// - Parameter document: a URI or a part of exactly one.
  package func explain(_ document: String) throws(PipelineError) -> Explanation {
    do {
      let (engine, reader, row) = try known(document)
      var explanation = Explanation(uri: row.name)
      explanation.state = DocumentState(row.state)
      explanation.reason = row.reason
      explanation.content = row.content?.hex
      explanation.region = row.group
      let steps = try reader.chain(of: row.id)
      for name in StageName.allCases {
        guard let step = steps.first(where: { $0.stage == name.rawValue }) else { continue }
        let stage = engine.graph.stages.first { $0.name == step.stage }
        explanation.stages.append(try Explanation.Stage(name, step, stage, reader))
      }
      return explanation
    } catch {
      throw PipelineError(error, configuration)
    }
  }

  /// A document that the store knows.
  func known(_ document: String) throws -> (Engine, StoreReader, ItemRow) {
    let engine = try PipelineEngine(configuration).engine
    guard let reader = try engine.existingStore() else {
      throw PipelineError(.nothingStored, place: configuration.storePath, cause: "nothing has run yet")
    }
    let name = try DocumentName.find(document, in: try reader.itemNames())
    guard let row = try reader.item(named: name) else {
      throw PipelineError(.noSuchDocument, place: document, cause: "no document has this in its URI")
    }
    return (engine, reader, row)
  }
}

extension Explanation.Stage {
  init(_ name: StageName, _ step: StepRecord, _ stage: StageDefinition?, _ reader: StoreReader) throws {
    self.init(stage: name)
    if step.ranRun > 0 {
      ranIn = Int(step.ranRun)
      ranAt = try reader.start(ofRun: step.ranRun).map { Double($0) / 1e9 }
      why = step.ranReason.map(Reason.init)
      seconds = Double(step.costNanoseconds) / 1e9
    }
    lastRun = Int(step.lastRun)
    lastOutcome = StepEvent.Outcome(step.lastOutcome)
    lastReason = Reason(step.lastReason)
    key = step.key.hex
    inputs = step.inputs.enumerated().map { index, digest in
      let before = index < step.inputsBefore.count ? step.inputsBefore[index] : nil
      return Explanation.Part(
        name: stage.flatMap { index < $0.inputs.count ? $0.inputs[index].name : nil } ?? "input \(index + 1)",
        digest: digest.hex,
        before: before == digest ? nil : before?.hex
      )
    }
    outputs = step.outputs.enumerated().map { index, digest in
      let output = stage.flatMap { index < $0.outputs.count ? $0.outputs[index].name : nil }
      return Explanation.Part(name: output ?? name.rawValue, digest: digest.hex)
    }
    failure = step.failure?.message
  }
}
