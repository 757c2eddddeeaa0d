/// What the stages made of an item: from the store, or made again where the store does not keep it. Writes nothing.
package struct ItemOutputs {
  /// Why there is nothing to be had.
  package struct Missing: Error {
    package enum Cause: Sendable {
      /// The stage has not come to the item, or an earlier one ended or failed.
      case notRun
      case failed(ItemFailure)
      /// Neither kept nor to be made from what is there now.
      case lost
    }

    package var stage: String
    package var cause: Cause
  }

  package let row: ItemRow
  package var steps: [StepRecord] { rerun.chain }
  private var rerun: StageRerun

  /// - Returns: `nil` where the store has no such item.
  package init?(of item: String, in engine: Engine, _ reader: StoreReader) throws {
    guard let rerun = try engine.rerun(of: item, reader) else { return nil }
    self.rerun = rerun
    row = rerun.row
  }

  /// - Parameter output: an output of any stage but the group's.
  /// - Throws: ``Missing``, or what is wrong with the store.
  package mutating func value<Value>(_ output: String, as type: Value.Type = Value.self) throws -> Value {
    guard let place = rerun.engine.graph.producers[output] else { throw Missing(stage: output, cause: .notRun) }
    let stage = rerun.engine.graph.stages[place.stage].name
    guard let step = steps.first(where: { $0.stage == stage }) else { throw Missing(stage: stage, cause: .notRun) }
    if let failure = step.failure { throw Missing(stage: stage, cause: .failed(failure)) }
    guard place.output < step.outputs.count else { throw Missing(stage: stage, cause: .notRun) }
    let found: (any Sendable)?
    do {
      found = try rerun.value(ofOutput: output, step.outputs[place.output])
    } catch let error as EngineError {
      throw error
    } catch {
      found = nil
    }
    guard let value = found as? Value else { throw Missing(stage: stage, cause: .lost) }
    return value
  }

  /// What is known of the item from outside its bytes.
  package func attribute<Value>(_ name: String, as type: Value.Type = Value.self) -> Value? {
    rerun.engine.access.attributes(row.name, rerun.source)[name]?.value as? Value
  }

  /// The item's bytes as they were read; `nil` where its source has others now.
  package mutating func content() -> [UInt8]? {
    guard let digest = row.content, let read = try? rerun.engine.access.read(row.name, rerun.source).bytes,
      Digest(of: read) == digest
    else { return nil }
    return read
  }
}
