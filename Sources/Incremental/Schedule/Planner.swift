/// What a run would do, found as the run finds it and without running a stage or writing a byte.
package struct EnginePlan: Sendable {
  package struct Stage: Sendable {
    package var willRun = 0
    package var mayRun = 0
    package var upToDate = 0
    package var reasons: [RunReason: (count: Int, example: String)] = [:]
  }

  package var items = 0
  package var added = (count: 0, names: [String]())
  package var changed = (count: 0, names: [String]())
  package var deleted = (count: 0, names: [String]())
  package var stages: [String: Stage] = [:]
  package var withheld: [(source: String, vanished: Int, of: Int)] = []
  package var costs: [String: Double] = [:]
}

extension Engine {
  /// - Parameters: as of ``run(_:listing:listed:events:)``.
  package func plan(
    _ options: EngineOptions,
    listing: inout some IteratorProtocol<ListedItem>,
    listed: () throws -> ListingVerdict
  ) throws -> EnginePlan {
    let reader = try existingStore() ?? StoreReader()
    var planner = Planner(engine: self, options: options, reader: reader)
    try planner.plan(listing: &listing, listed: listed)
    return planner.plan
  }
}

struct Planner {
  let engine: Engine
  let options: EngineOptions
  let reader: StoreReader
  private(set) var plan = EnginePlan()

  init(engine: Engine, options: EngineOptions, reader: StoreReader) {
    self.engine = engine
    self.options = options
    self.reader = reader
  }

  mutating func plan(
    listing: inout some IteratorProtocol<ListedItem>,
    listed: () throws -> ListingVerdict
  ) throws {
    let names = try reader.sources()
    let rows = Dictionary(names.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    var known: [(row: Int64?, plan: Int64?)] = []
    for (source, plan) in zip(engine.sources, engine.plans()) {
      known.append((rows[source.name], try reader.digestNumber(plan)))
    }
    let questions = Survey.Questions(sources: known, options: options, contents: nil, names: names)
    var survey = try Survey(listing: &listing, reader: reader, questions: questions)
    let verdict = try listed()
    survey.vanished.removeAll { verdict.mayBeHidden($0.row.name, $0.source) }
    if let items = options.items { survey.vanished.removeAll { !items.contains(ItemName($0.row.name)) } }
    let found = try DeletionGuard.decide(survey, engine, options)
    plan.withheld = found
    let withheld = Set(found.map(\.source))
    for item in survey.vanished where !withheld.contains(item.source) { Self.add(&plan.deleted, item.row.name) }
    plan.items = survey.listed
    plan.costs = try reader.meanCosts()
    let idle = survey.idle.values.reduce(0, +)
    for stage in engine.graph.stages { plan.stages[stage.name, default: .init()].upToDate += idle }
    try planLoad(idle: idle)
    for item in survey.pending { try pass(item) }
  }

  private mutating func planLoad(idle: Int) throws {
    guard let sink = engine.sink, options.until == nil, idle > 0 else { return }
    let stored = try reader.meta("sink.token")
    let token = try sink.token()
    guard stored == nil || stored != token else {
      plan.stages[sink.name, default: .init()].upToDate += idle
      return
    }
    plan.stages[sink.name, default: .init()].mayRun += idle
    plan.stages[sink.name, default: .init()].reasons[RunReason(.outputMissing, subject: "warehouse")] = (idle, "")
  }

  private mutating func pass(_ pending: PendingItem) throws {
    let name = pending.item.name
    var content = pending.row?.content
    if let row = pending.row, row.stamp == pending.item.stamp, !row.isRacy, content != nil,
      engine.access.admits(row.stamp)
    {
    } else {
      guard let read = try? engine.access.read(name, pending.item.source) else {
        note("fetch", name, RunReason(.inputChanged, subject: "file"), certain: true)
        return
      }
      content = Digest(of: read.bytes)
      if pending.row == nil {
        Self.add(&plan.added, name)
      } else if content != pending.row?.content {
        Self.add(&plan.changed, name)
      }
    }
    guard let content else { return }
    let steps = try pending.row.map { try reader.chain(of: $0.id) } ?? []
    let before = Dictionary(steps.map { ($0.stage, $0) }, uniquingKeysWith: { first, _ in first })
    let attributes = engine.access.attributes(name, pending.item.source)
    var digests: [String: Digest] = [:]
    var unknownAfter: String?
    let forced = options.forceFrom.map { name in engine.graph.stages.firstIndex { $0.name == name } ?? 0 }
    let until = options.until.map { name in engine.graph.stages.firstIndex { $0.name == name } ?? -1 }
    for (index, stage) in engine.graph.stages.enumerated() {
      if let until, index > until { return }
      let previous = before[stage.name]
      var inputs: [Digest] = []
      for input in stage.inputs {
        switch input {
        case .content: inputs.append(content)
        case .attribute(let name): if let attribute = attributes[name] { inputs.append(attribute.digest) }
        case .output(let name): if let digest = digests[name] { inputs.append(digest) }
        }
      }
      guard inputs.count == stage.inputs.count else {
        try noteUnknown(stage, name, previous, after: unknownAfter)
        continue
      }
      let key = stage.version.actionKey(inputs: inputs)
      let isForced = forced.map { index >= $0 } ?? false
      let trace = isForced ? nil : try reader.trace(key, before: .max)
      if let trace, trace.failure == nil || !options.retry {
        plan.stages[stage.name, default: .init()].upToDate += 1
        if trace.failure != nil || trace.end != nil { return }
        for (output, digest) in zip(stage.outputs, trace.outputs) { digests[output.name] = digest }
        continue
      }
      unknownAfter = stage.name
      let reason =
        if isForced {
          RunReason(.forced)
        } else if trace != nil {
          RunReason(.retried)
        } else if let previous {
          RunReason.change(
            from: (try reader.version(previous.version), previous.inputs),
            to: stage.version,
            inputs: inputs,
            names: stage.inputs.map(\.name)
          )
        } else {
          RunReason(.neverRan)
        }
      note(stage.name, name, reason, certain: true)
    }
    guard let sink = engine.sink, options.until == nil else { return }
    if pending.row == nil {
      note(sink.name, name, RunReason(.neverRan), certain: true)
    } else if let unknownAfter {
      note(sink.name, name, RunReason(.dependencyChanged, subject: unknownAfter), certain: false)
    } else {
      plan.stages[sink.name, default: .init()].upToDate += 1
    }
  }

  /// A stage whose input is not made yet.
  private mutating func noteUnknown(
    _ stage: StageDefinition,
    _ name: String,
    _ previous: StepRecord?,
    after: String?
  ) throws {
    guard let previous else {
      note(stage.name, name, RunReason(.neverRan), certain: true)
      return
    }
    let version = try reader.version(previous.version)
    guard version?.digest == stage.version.digest else {
      let reason = RunReason.change(from: (version, []), to: stage.version, inputs: [], names: [])
      note(stage.name, name, reason, certain: true)
      return
    }
    note(stage.name, name, RunReason(.dependencyChanged, subject: after), certain: false)
  }

  private mutating func note(_ stage: String, _ name: String, _ given: RunReason, certain: Bool) {
    // Digests differ from item to item: they would make each reason one of its own.
    var reason = given
    if reason.kind == .inputChanged { (reason.old, reason.new) = (nil, nil) }
    if certain {
      plan.stages[stage, default: .init()].willRun += 1
    } else {
      plan.stages[stage, default: .init()].mayRun += 1
    }
    plan.stages[stage, default: .init()].reasons[reason, default: (0, name)].count += 1
  }

  private static func add(_ list: inout (count: Int, names: [String]), _ name: String) {
    list.count += 1
    if list.names.count < EngineReport.listLimit { list.names.append(name) }
  }
}
