// What stages read: from memory, from the store, or made again.
extension ItemChain {
  func digest(of input: StageInput) throws -> Digest {
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

  mutating func value(of input: StageInput) throws -> any Sendable {
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

  mutating func keep(_ made: StageResult, of stage: StageDefinition, isRemade: Bool = false) {
    for (output, artifact) in zip(stage.outputs, made.artifacts) {
      values[output.name] = artifact.value
      result.artifacts.append(
        MadeArtifact(
          digest: artifact.digest,
          bytes: artifact.bytes,
          isMember: output.name == context.graph.groupStage?.member,
          isRemade: isRemade
        )
      )
    }
  }

  /// From memory, from the store, or made again where the store has lost it.
  mutating func value(ofOutput name: String) throws -> any Sendable {
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
    let start = ContinuousClock.now
    let made = try stage.body(StageArguments(arguments))
    let cost = (ContinuousClock.now - start).nanoseconds
    guard made.artifacts.count == stage.outputs.count, made.artifacts[place.output].digest == digest else {
      throw EngineError(
        .bug,
        place: "\(stage.name) of \(pending.item.name)",
        cause: "made again, its output \(name) is another than before"
      )
    }
    keep(made, of: stage, isRemade: true)
    lastRan = stage.name
    if let index = result.steps.firstIndex(where: { $0.stage == stage.name }) {
      result.steps[index].outcome = .ran
      result.steps[index].reason = RunReason(.outputMissing, subject: name)
    } else {
      let reason = RunReason(.outputMissing, subject: name)
      result.steps.append(StepReport(stage: stage.name, outcome: .ran, reason: reason, costNanoseconds: cost))
    }
    return made.artifacts[place.output].value
  }
}
