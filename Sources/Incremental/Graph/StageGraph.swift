/// The stages of an item's chain in order, and the stage over its group.
package struct StageGraph: Sendable {
  package let stages: [StageDefinition]
  package let groupStage: GroupStageDefinition?
  let producers: [String: (stage: Int, output: Int)]

  /// - Throws: ``EngineError`` where an output has two makers or an input has none before its reader.
  package init(stages: [StageDefinition], groupStage: GroupStageDefinition? = nil) throws(EngineError) {
    var producers: [String: (stage: Int, output: Int)] = [:]
    for (index, stage) in stages.enumerated() {
      for case .output(let name) in stage.inputs where producers[name] == nil {
        throw EngineError(.bug, place: stage.name, cause: "nothing before it makes its input \(name)")
      }
      for (position, output) in stage.outputs.enumerated() {
        guard producers.updateValue((index, position), forKey: output.name) == nil else {
          throw EngineError(.bug, place: stage.name, cause: "the output \(output.name) has two makers")
        }
      }
    }
    if let groupStage, producers[groupStage.member] == nil {
      throw EngineError(.bug, place: groupStage.name, cause: "nothing makes \(groupStage.member)")
    }
    self.stages = stages
    self.groupStage = groupStage
    self.producers = producers
  }

  /// Digest of everything but the inputs: with the content's digest it is an item's deep key.
  ///
  /// - Parameter settings: what the source says of its items.
  package func fingerprint(settings: String) -> Digest {
    var key = KeyBuilder(domain: "plan.1")
    for stage in stages {
      key.append(tag: 1, stage.version.digest)
      for input in stage.inputs { key.append(tag: 2, input.name) }
      for output in stage.outputs { key.append(tag: 3, output.name) }
    }
    if let groupStage { key.append(tag: 4, groupStage.member) }
    key.append(tag: 5, settings)
    return key.digest
  }
}
