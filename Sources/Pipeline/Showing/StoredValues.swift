import Documents
import Incremental

/// The outputs of a document's stages as the store has them.
struct StoredValues {
  let engine: Engine
  let reader: StoreReader
  let row: ItemRow
  let steps: [StepRecord]

  func value<Value: ArtifactCodable>(_ output: String) throws -> Value {
    for stage in engine.graph.stages {
      guard let index = stage.outputs.firstIndex(where: { $0.name == output }) else { continue }
      guard let step = steps.first(where: { $0.stage == stage.name }) else {
        throw PipelineError(.nothingStored, place: row.name, cause: "\(stage.name) has not run for it")
      }
      if let failure = step.failure {
        throw PipelineError(.nothingStored, place: row.name, cause: "\(stage.name) failed: \(failure.message)")
      }
      guard index < step.outputs.count, let bytes = try reader.artifact(step.outputs[index]) else {
        throw PipelineError(.lostOutput, place: row.name, cause: "\(output) of \(stage.name)")
      }
      do {
        return try Value(artifactBytes: bytes)
      } catch {
        throw PipelineError(
          .nothingStored,
          place: row.name,
          cause: "\(stage.name) ran with an older program; run again (\(error))"
        )
      }
    }
    throw PipelineError(.nothingStored, place: row.name, cause: "no stage makes \(output)")
  }

  /// The bytes as the source has them now.
  func content() throws -> [UInt8] {
    do {
      return try engine.access.read(row.name, 0).bytes
    } catch {
      throw PipelineError(.nothingStored, place: row.name, cause: "\(error)")
    }
  }

  func groupFindings() throws -> Findings {
    guard let group = row.group, let step = try reader.groupStep(group), let output = step.outputs.first,
      let bytes = try reader.artifact(output)
    else {
      throw PipelineError(.nothingStored, place: row.name, cause: "it belongs to no region that was checked")
    }
    return try Findings(artifactBytes: bytes)
  }
}
