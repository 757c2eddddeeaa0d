/// Looks at every item as a run would, and notes what it would do.
struct Planner {
  let engine: Engine
  let options: EngineOptions
  let reader: StoreReader
  var plan = EnginePlan()
  /// What the sink holds, where a run would compare all of it.
  var contents: SinkContents?
  /// What the sink holds of the items in work; `nil` where that is not known.
  var records: [ItemName: SinkRecord]?
  /// Groups with something to do, or that a member joins, leaves or changes.
  var groups: [String: PlannedGroup] = [:]
  /// Items of which it is noted what runs again because the store has lost an output.
  var remade: Set<ItemName> = []
  /// Whether the store holds results of a version.
  private var known: [Digest: Bool] = [:]

  init(engine: Engine, options: EngineOptions, reader: StoreReader) {
    self.engine = engine
    self.options = options
    self.reader = reader
  }

  mutating func plan(
    listing: inout some IteratorProtocol<ListedItem>,
    listed: () throws -> ListingVerdict
  ) throws {
    contents = try heldContents()
    plan.mendsSink = contents?.hasChanged == true
    let questions = try Survey.Questions(engine, options, reader, comparesSink: contents != nil)
    var survey = try Survey(listing: &listing, reader: reader, questions: questions)
    let verdict = try listed()
    plan.withheld = try survey.decideDeletions(engine, options, reader, verdict)
    plan.items = survey.listed
    plan.costs = PlannedCosts(try reader.runs(limit: 50), sink: engine.sink?.name)
    plan.failing = survey.idle[.failed, default: 0] + survey.idle[.stale, default: 0]
    for index in survey.vanished.indices {
      let name = survey.vanished[index].name
      EnginePlan.add(&plan.deleted, name)
      if let group = try reader.item(named: name)?.group { leave(group, name) }
    }
    for index in survey.orphans.indices where survey.orphans.entry(at: index) {
      EnginePlan.add(&plan.deleted, survey.orphans[index].name)
    }
    countIdle(survey)
    try pass(survey.pending)
    try planGroups()
  }

  private mutating func pass(_ pending: PendingLog) throws {
    guard !pending.isEmpty else { return }
    var sink = options.until == nil ? engine.sink : nil
    if contents == nil, try sink?.peek(verifying: false) == nil { sink = nil }
    for start in stride(from: 0, to: pending.count, by: Self.chunkSize) {
      let items = (start..<min(start + Self.chunkSize, pending.count)).map { pending[$0] }
      records = try sink?.records(of: items.map(\.item.name), verifying: contents != nil)
      for item in items { try pass(try item.read(reader)) }
    }
  }

  private static let chunkSize = 256

  /// `nil` where the sink is as the last run left it, or where the run does not come to it.
  private func heldContents() throws -> SinkContents? {
    guard let sink = engine.sink, options.until == nil else { return nil }
    let stored = try reader.meta(EngineSession.tokenName)
    guard try stored == nil || stored != sink.token() else { return nil }
    return try sink.peek(verifying: true)
  }

  private mutating func countIdle(_ survey: Survey) {
    for (stage, counts) in survey.idleCounts(engine, options) where counts.items > 0 {
      plan.stages[stage, default: .init()].upToDate += counts.items
    }
  }

  mutating func note(_ stage: String, _ name: String, _ given: RunReason, certain: Bool) {
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

  /// Whether a run with inputs that are not known yet may turn out to be one of an earlier run.
  mutating func hasRun(_ version: StageVersion) throws -> Bool {
    if let known = known[version.digest] { return known }
    let answer = try reader.hasTraces(of: version.digest)
    known[version.digest] = answer
    return answer
  }
}
