/// Runs stages of one item again and holds what they make against what the store says that they made. Nothing is
/// written.
struct StageRerun {
  enum Verdict {
    case same
    case skipped(StoreVerification.Skip)
    case fault(StoreFault)
  }

  let engine: Engine
  let reader: StoreReader
  let row: ItemRow
  let source: Int
  private let steps: [String: StepRecord]
  var chain: [StepRecord] { Array(steps.values) }
  private var content: [UInt8]?
  private var values: [Digest: any Sendable] = [:]

  init(engine: Engine, reader: StoreReader, row: ItemRow, source: Int) throws {
    self.engine = engine
    self.reader = reader
    self.row = row
    self.source = source
    steps = Dictionary(try reader.chain(of: row.name).map { ($0.stage, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func check(_ index: Int) throws -> Verdict {
    let stage = engine.graph.stages[index]
    guard let step = steps[stage.name] else { return .skipped(.gone) }
    guard try reader.version(step.version)?.digest == stage.version.digest else { return .skipped(.otherVersion) }
    let place = StoreFault(.rowDamaged, table: "attempt", item: row.name, stage: stage.name, digest: step.key)
    guard stage.version.actionKey(inputs: step.inputs) == step.key, step.inputs.count == stage.inputs.count else {
      return .fault(place)
    }
    if let trace = try reader.trace(step.key, before: .max),
      trace.outputs != step.outputs || trace.failure?.code != step.failure?.code
    {
      var fault = place
      fault.table = "trace"
      fault.stored = Self.words(trace.outputs, trace.failure)
      fault.found = Self.words(step.outputs, step.failure)
      return .fault(fault)
    }
    do {
      var arguments: [any Sendable] = []
      for (input, digest) in zip(stage.inputs, step.inputs) { arguments.append(try value(of: input, digest)) }
      let made = try stage.body(StageArguments(arguments))
      return .init(stage, step, made: made, item: row.name)
    } catch let failure as ItemFailure {
      if failure == step.failure { return .same }
      return .fault(
        StoreFault(
          .otherOutcome,
          item: row.name,
          stage: stage.name,
          digest: step.key,
          stored: Self.words(step.outputs, step.failure),
          found: Self.words([], failure)
        )
      )
    } catch let skip as Unavailable {
      return .skipped(skip.reason)
    } catch let error as EngineError {
      throw error
    } catch let error as CancellationError {
      throw error
    } catch {
      return .skipped(.unreadable)
    }
  }

  static func words(_ outputs: [Digest], _ failure: ItemFailure?) -> String {
    failure.map { "failure \($0.code): \($0.message)" } ?? outputs.map(\.short).joined(separator: " ")
  }

  private struct Unavailable: Error {
    var reason: StoreVerification.Skip
  }

  /// An input as the action had it, told by its digest.
  private mutating func value(of input: StageInput, _ digest: Digest) throws -> any Sendable {
    switch input {
    case .content:
      guard row.content == digest else { throw Unavailable(reason: .changed) }
      if let content { return content }
      guard let read = try? engine.access.read(row.name, source) else { throw Unavailable(reason: .unreadable) }
      guard Digest(of: read.bytes) == digest else { throw Unavailable(reason: .changed) }
      content = read.bytes
      return read.bytes
    case .attribute(let name):
      guard let attribute = engine.access.attributes(row.name, source)[name], attribute.digest == digest else {
        throw Unavailable(reason: .changed)
      }
      return attribute.value
    case .output(let name):
      return try value(ofOutput: name, digest)
    }
  }

  /// The value of an output of this digest: from the store, or made on the way where the store does not have it.
  mutating func value(ofOutput name: String, _ digest: Digest) throws -> any Sendable {
    if let value = values[digest] { return value }
    guard let place = engine.graph.producers[name] else { throw Unavailable(reason: .gone) }
    let stage = engine.graph.stages[place.stage]
    if let bytes = try reader.artifact(digest), let value = try? stage.outputs[place.output].decode(bytes) {
      values[digest] = value
      return value
    }
    guard let step = steps[stage.name], step.outputs.count > place.output, step.outputs[place.output] == digest,
      step.inputs.count == stage.inputs.count
    else { throw Unavailable(reason: .gone) }
    var arguments: [any Sendable] = []
    for (input, digest) in zip(stage.inputs, step.inputs) { arguments.append(try value(of: input, digest)) }
    let made = try stage.body(StageArguments(arguments))
    for artifact in made.artifacts { values[artifact.digest] = artifact.value }
    guard let value = values[digest] else { throw Unavailable(reason: .gone) }
    return value
  }
}

extension StageRerun.Verdict {
  init(_ stage: StageDefinition, _ step: StepRecord, made: StageResult, item: String) {
    let outputs = made.artifacts.map(\.digest)
    guard step.failure == nil, made.end == step.end, outputs.count == step.outputs.count else {
      let fault = StoreFault(
        .otherOutcome,
        item: item,
        stage: stage.name,
        digest: step.key,
        stored: step.end ?? StageRerun.words(step.outputs, step.failure),
        found: made.end ?? StageRerun.words(outputs, nil)
      )
      self = .fault(fault)
      return
    }
    guard let odd = outputs.indices.first(where: { outputs[$0] != step.outputs[$0] }) else {
      self = .same
      return
    }
    self = .fault(
      StoreFault(
        .otherOutput,
        item: item,
        stage: stage.name,
        output: stage.outputs.indices.contains(odd) ? stage.outputs[odd].name : nil,
        digest: step.key,
        stored: step.outputs[odd].short,
        found: outputs[odd].short
      )
    )
  }
}
