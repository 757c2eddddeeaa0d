/// What a stage made of an item, and when: one of these a stage lies in the item's chain.
package struct StepRecord: Sendable, Equatable {
  package enum Outcome: UInt8, Sendable {
    case ran, reused, cutOff, failed, notReached
  }

  package var stage: String
  /// Row of the stage's version.
  package var version: Int64 = 0
  package var key: Digest
  package var inputs: [Digest]
  package var outputs: [Digest] = []
  package var end: String?
  package var failure: ItemFailure?
  /// The run in which it last ran for this item, and why; 0 if its result was known.
  package var ranRun: Int64 = 0
  package var ranReason: RunReason?
  package var costNanoseconds: Int64 = 0
  /// The inputs of the action before this one.
  package var inputsBefore: [Digest] = []
  /// The latest run that had anything to do with the item.
  package var lastRun: Int64 = 0
  package var lastOutcome = Outcome.ran
  package var lastReason = RunReason(.neverRan)

  package init(stage: String, key: Digest, inputs: [Digest]) {
    self.stage = stage
    self.key = key
    self.inputs = inputs
  }
}

/// The chain's one binary form: varints, text and digests with their counts before them.
enum ChainCoding {
  static func encode(_ steps: [StepRecord]) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(UInt64(steps.count))
    for step in steps {
      writer.write(step.stage)
      writer.write(UInt64(bitPattern: step.version))
      writer.write([step.key])
      writer.write(step.inputs)
      writer.write(step.outputs)
      writer.write(step.end)
      writer.write(step.failure?.code)
      writer.write(step.failure?.message)
      writer.write(UInt64(bitPattern: step.ranRun))
      writer.write(UInt64(step.ranReason == nil ? 0 : 1))
      if let reason = step.ranReason { writer.write(reason) }
      writer.write(UInt64(bitPattern: step.costNanoseconds))
      writer.write(step.inputsBefore)
      writer.write(UInt64(bitPattern: step.lastRun))
      writer.write(UInt64(step.lastOutcome.rawValue))
      writer.write(step.lastReason)
    }
    return writer.bytes
  }

  /// - Returns: `nil` for bytes that are no chain.
  static func decode(_ bytes: [UInt8]) -> [StepRecord]? {
    var reader = RecordReader(bytes)
    var steps: [StepRecord] = []
    guard let count = reader.count() else { return nil }
    for _ in 0..<count {
      guard let stage = reader.text(), let version = reader.integer(), let key = reader.digests()?.first,
        let inputs = reader.digests(), let outputs = reader.digests(), let end = reader.optionalText(),
        let code = reader.optionalText(), let message = reader.optionalText(), let ranRun = reader.integer(),
        let hasReason = reader.integer()
      else { return nil }
      var step = StepRecord(stage: stage, key: key, inputs: inputs)
      step.version = version
      step.outputs = outputs
      step.end = end
      if let code { step.failure = ItemFailure(code: code, message: message ?? "") }
      step.ranRun = ranRun
      if hasReason == 1 {
        guard let reason = reader.reason() else { return nil }
        step.ranReason = reason
      }
      guard let cost = reader.integer(), let before = reader.digests(), let lastRun = reader.integer(),
        let outcome = reader.integer().flatMap({ UInt8(exactly: $0) }).flatMap(StepRecord.Outcome.init(rawValue:)),
        let reason = reader.reason()
      else { return nil }
      step.costNanoseconds = cost
      step.inputsBefore = before
      step.lastRun = lastRun
      step.lastOutcome = outcome
      step.lastReason = reason
      steps.append(step)
    }
    return steps
  }
}
