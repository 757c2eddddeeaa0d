/// An item's steps in their one binary form: varints, text with its length before it, a checksum at the end.
///
/// Most of a step is digests. One that the store numbers stands as its number, any other as 0 and its bytes. A key that
/// follows from the stage's version and the inputs is left out and made again.
enum ChainCoding {
  private enum KeyForm {
    static let derived: UInt64 = 0
    static let written: UInt64 = 1
  }

  /// - Parameters:
  ///   - number: `nil` for a digest that the store does not number.
  ///   - version: of the number in the step.
  static func encode(
    _ steps: [StepRecord],
    number: (Digest) throws(EngineError) -> Int64?,
    version: (Int64) throws(EngineError) -> StageVersion?
  ) throws(EngineError) -> [UInt8] {
    var writer = RecordWriter()
    func write(_ digest: Digest) throws(EngineError) {
      if let number = try number(digest) {
        writer.write(UInt64(bitPattern: number))
      } else {
        writer.write(0)
        writer.writeBytes(of: digest)
      }
    }
    func write(_ digests: [Digest]) throws(EngineError) {
      writer.write(UInt64(digests.count))
      for digest in digests { try write(digest) }
    }
    writer.write(UInt64(steps.count))
    for step in steps {
      let known = step.version == 0 ? nil : try version(step.version)
      writer.write(UInt64(bitPattern: step.version))
      if known?.stage != step.stage {
        writer.write(UInt64(1))
        writer.write(step.stage)
      } else {
        writer.write(UInt64(0))
      }
      try write(step.inputs)
      if known?.actionKey(inputs: step.inputs) == step.key {
        writer.write(KeyForm.derived)
      } else {
        writer.write(KeyForm.written)
        try write(step.key)
      }
      try write(step.outputs)
      writer.write(step.end)
      writer.write(step.failure?.code)
      if let failure = step.failure { writer.write(failure.message) }
      writer.write(UInt64(bitPattern: step.ranRun))
      writer.write(UInt64(step.ranReason == nil ? 0 : 1))
      if let reason = step.ranReason { writer.write(reason) }
      writer.write(UInt64(bitPattern: step.costNanoseconds))
      try write(step.inputsBefore)
      writer.write(UInt64(bitPattern: step.lastRun))
      writer.write(UInt64(step.lastOutcome.rawValue))
      writer.write(step.lastReason)
    }
    return writer.sealed
  }

  /// - Returns: `nil` for bytes that are no chain, or that name what the store has no more.
  static func decode(
    _ bytes: [UInt8],
    digest: (Int64) throws(EngineError) -> Digest?,
    version: (Int64) throws(EngineError) -> StageVersion?
  ) throws(EngineError) -> [StepRecord]? {
    guard var reader = RecordReader(sealed: bytes) else { return nil }
    func readDigest() throws(EngineError) -> Digest? {
      guard let number = reader.integer() else { return nil }
      return number == 0 ? reader.digest() : try digest(number)
    }
    func readDigests() throws(EngineError) -> [Digest]? {
      guard let count = reader.count() else { return nil }
      var digests: [Digest] = []
      digests.reserveCapacity(count)
      for _ in 0..<count {
        guard let digest = try readDigest() else { return nil }
        digests.append(digest)
      }
      return digests
    }
    guard let count = reader.count() else { return nil }
    var steps: [StepRecord] = []
    for _ in 0..<count {
      guard let number = reader.integer(), let hasName = reader.integer() else { return nil }
      let known = number == 0 ? nil : try version(number)
      guard let stage = hasName == 1 ? reader.text() : known?.stage, let inputs = try readDigests(),
        let form = reader.integer(),
        let key = form == 0 ? known?.actionKey(inputs: inputs) : try readDigest(),
        let outputs = try readDigests(), let end = reader.optionalText(), let code = reader.optionalText()
      else { return nil }
      var step = StepRecord(stage: stage, key: key, inputs: inputs)
      step.version = number
      step.outputs = outputs
      step.end = end
      if let code {
        guard let message = reader.text() else { return nil }
        step.failure = ItemFailure(code: code, message: message)
      }
      guard let ranRun = reader.integer(), let hasReason = reader.integer() else { return nil }
      step.ranRun = ranRun
      if hasReason == 1 {
        guard let reason = reader.reason() else { return nil }
        step.ranReason = reason
      }
      guard let cost = reader.integer(), let before = try readDigests(), let lastRun = reader.integer(),
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
