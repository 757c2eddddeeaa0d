/// Runs a group's stage again and holds what it makes against what the store says that it made. Nothing is written.
struct GroupRerun {
  let engine: Engine
  let reader: StoreReader

  func check(_ name: String) throws -> StageRerun.Verdict {
    guard let stage = engine.graph.groupStage, let step = try reader.groupStep(name) else { return .skipped(.gone) }
    let members = try reader.members(of: name)
    // A group that is still to be done has other members than its step.
    guard stage.version.actionKey(group: name, members: members) == step.key else { return .skipped(.otherVersion) }
    var values: [(name: String, value: any Sendable)] = []
    for member in members {
      guard var rerun = try engine.rerun(of: member.name, reader),
        let value = try? rerun.value(ofOutput: stage.member, member.digest)
      else { return .skipped(.gone) }
      values.append((member.name, value))
    }
    do {
      let outputs = try stage.body(name, values).artifacts.map(\.digest)
      if outputs == step.outputs { return .same }
      return .fault(
        StoreFault(
          .otherOutput,
          item: name,
          stage: stage.name,
          output: stage.outputs.first?.name,
          digest: step.key,
          stored: StageRerun.words(step.outputs, nil),
          found: StageRerun.words(outputs, nil)
        )
      )
    } catch let error as EngineError {
      throw error
    } catch {
      return .skipped(.unreadable)
    }
  }
}
