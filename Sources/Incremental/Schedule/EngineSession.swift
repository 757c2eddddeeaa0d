/// One run of the engine, from the listing to the last commit.
struct EngineSession {
  private let engine: Engine
  private let options: EngineOptions
  private let reader: StoreReader
  private let writer: StoreWriter
  private let pool: ReaderPool
  private var contents: SinkContents?
  private var isTokenKept: Bool
  private var wasUntrusted = false
  /// Whether everything that was to do could be done.
  private var isWhole = true
  private(set) var report = EngineReport()

  private static let tokenName = "sink.token"

  init(_ engine: Engine, _ options: EngineOptions) throws {
    self.engine = engine
    self.options = options
    reader = try StoreReader(path: engine.storePath)
    writer = try StoreWriter(path: engine.storePath)
    pool = ReaderPool(path: engine.storePath)
    let stored = try reader.meta(Self.tokenName)
    isTokenKept = stored != nil
    guard let sink = engine.sink, options.until == nil else { return }
    let token = try sink.token()
    if stored == nil || token == nil || stored != token {
      wasUntrusted = true
      contents = try sink.open(verifying: true)
      report.wroteSink = contents?.hasChanged == true
    }
  }

  mutating func run(
    listing: inout some IteratorProtocol<ListedItem>,
    listed: () throws -> ListingVerdict,
    events: (EngineEvent) -> Void
  ) async throws {
    let names = try reader.sources()
    let rows = Dictionary(names.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    let plans = engine.plans()
    var known: [(row: Int64?, plan: Int64?)] = []
    for (source, plan) in zip(engine.sources, plans) {
      known.append((rows[source.name], try reader.digestNumber(plan)))
    }
    let questions = Survey.Questions(sources: known, options: options, contents: contents, names: names)
    var survey = try Survey(listing: &listing, reader: reader, questions: questions)
    let verdict = try listed()
    try decideDeletions(&survey, verdict)

    report.items = survey.listed
    report.run = try writer.beginRun(at: engine.access.now())
    countIdle(survey)
    let leaving = survey.vanished.count + (options.until == nil ? survey.orphans.count : 0)
    events(.started(run: report.run, items: survey.listed, pending: survey.pending.count, deleting: leaving))

    var numbers: [(source: Int64, plan: Int64)] = []
    if !survey.pending.isEmpty || !survey.vanished.isEmpty {
      try writer.transaction {
        for (source, plan) in zip(engine.sources, plans) {
          numbers.append((try writer.number(ofSource: source.name), try writer.number(of: plan)))
        }
      }
    }
    if !survey.pending.isEmpty { try await runItems(survey.pending, numbers, events) }
    try delete(survey, events)
    if options.until == nil { try runGroups(events) }
    try finish()
  }

  // MARK: Deletion

  private mutating func decideDeletions(_ survey: inout Survey, _ verdict: ListingVerdict) throws {
    survey.vanished.removeAll { verdict.mayBeHidden($0.row.name, $0.source) }
    if let items = options.items { survey.vanished.removeAll { !items.contains(ItemName($0.row.name)) } }
    survey.orphans.removeAll { verdict.mayBeHidden($0, "") }
    if options.items != nil { survey.orphans = [] }
    guard !options.allowDeletions else { return }
    // What the sink alone knows of: the store was deleted.
    if let sink = engine.sink, let held = contents?.items.count, survey.orphans.count > 10,
      Double(survey.orphans.count) > 0.2 * Double(held)
    {
      report.withheld.append((sink.name, survey.orphans.count, held))
      survey.orphans = []
    }
    let found = try DeletionGuard.decide(survey, engine, options)
    report.withheld += found
    let sources = Set(found.map(\.source))
    survey.vanished.removeAll { sources.contains($0.source) }
  }

  private mutating func delete(_ survey: Survey, _ events: (EngineEvent) -> Void) throws {
    // A run that stops before the sink leaves what is gone to one that does not.
    guard options.until == nil, !survey.vanished.isEmpty || !survey.orphans.isEmpty else { return }
    try writer.transaction {
      try dropToken()
      for vanished in survey.vanished {
        try writer.remove(vanished.row)
        if let group = vanished.row.group { try writer.removeMember(vanished.row.name, of: group) }
        try writer.putAttempt(
          run: report.run,
          item: vanished.row.name,
          change: .deleted,
          state: nil,
          reason: nil,
          steps: []
        )
      }
    }
    let changes = (survey.vanished.map(\.row.name) + survey.orphans).map { SinkChange.remove(name: $0) }
    try commit(changes)
    for vanished in survey.vanished {
      report.count(.deleted, vanished.row.name)
      events(
        .item(EngineItemReport(name: vanished.row.name, change: .deleted, state: nil, reason: nil, steps: []))
      )
    }
  }

  // MARK: Items

  private mutating func runItems(
    _ pending: [PendingItem],
    _ numbers: [(source: Int64, plan: Int64)],
    _ events: (EngineEvent) -> Void
  ) async throws {
    if contents == nil, let sink = engine.sink, options.until == nil { contents = try sink.open(verifying: false) }
    let engine = engine
    let options = options
    let pool = pool
    let run = report.run
    let records = contents?.items ?? [:]
    let chunks = Self.chunks(of: pending)
    // So many chunks are on their way or wait to be written.
    let window = max(1, options.jobs) * 2
    var waiting: [ItemResult] = []
    var done = 0
    try await withThrowingTaskGroup(of: (Int, [ItemResult]).self) { group in
      var next = 0
      var running = 0
      var written = 0
      var finished: [Int: [ItemResult]] = [:]
      func start() {
        while next < chunks.count, running < max(1, options.jobs), next - written < window {
          let index = next
          let range = chunks[index]
          let items = pending[range].map { item in
            var item = item
            item.record = records[ItemName(item.item.name)]
            return item
          }
          group.addTask {
            try pool.withReader { reader in
              let runner = ItemRunner(
                graph: engine.graph,
                options: options,
                access: engine.access,
                sink: engine.sink,
                run: run,
                reader: reader
              )
              var results: [ItemResult] = []
              for item in items {
                try Task.checkCancellation()
                results.append(try runner.run(item))
              }
              return (index, results)
            }
          }
          next += 1
          running += 1
        }
      }
      start()
      while let (index, results) = try await group.next() {
        running -= 1
        finished[index] = results
        // Written in the order of the listing, whoever ended first.
        while let results = finished.removeValue(forKey: written) {
          waiting += results
          written += 1
        }
        start()
        let bytes = waiting.reduce(0) { $0 + $1.row.stamp.size }
        if waiting.count >= Engine.batchSize.items || bytes >= Engine.batchSize.bytes || written == chunks.count {
          try write(waiting, numbers, events)
          done += waiting.count
          waiting.removeAll(keepingCapacity: true)
          events(.progress(done: done, of: pending.count))
        }
      }
    }
  }

  private static func chunks(of pending: [PendingItem]) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var start = 0
    var bytes: Int64 = 0
    for (index, item) in pending.enumerated() {
      bytes += item.item.stamp.size
      if index + 1 - start >= Engine.chunkSize.items || bytes >= Engine.chunkSize.bytes {
        chunks.append(start..<index + 1)
        start = index + 1
        bytes = 0
      }
    }
    if start < pending.count { chunks.append(start..<pending.count) }
    return chunks
  }

  private mutating func write(
    _ results: [ItemResult],
    _ numbers: [(source: Int64, plan: Int64)],
    _ events: (EngineEvent) -> Void
  ) throws {
    var changes: [SinkChange] = []
    try writer.transaction {
      if results.contains(where: { $0.load != nil }) { try dropToken() }
      for result in results { try store(result, numbers[result.source]) }
    }
    for result in results { if let load = result.load { changes.append(load) } }
    try commit(changes)
    for result in results { count(result, events) }
  }

  private func store(_ given: ItemResult, _ numbers: (source: Int64, plan: Int64)) throws {
    var result = given
    for artifact in result.artifacts { try writer.put(artifact) }
    for trace in result.traces { try writer.put(trace, run: report.run) }
    if result.row.id == 0 { result.row.id = try writer.newItemNumber() }
    result.row.source = numbers.source
    result.row.plan = result.isFinished ? numbers.plan : nil
    try writer.put(result.row)
    let versions = Dictionary(
      engine.graph.stages.map { ($0.name, $0.version) },
      uniquingKeysWith: { first, _ in first }
    )
    for index in result.chain.indices where result.chain[index].lastOutcome != .notReached {
      let step = result.chain[index]
      if let version = versions[step.stage] { result.chain[index].version = try writer.number(of: version) }
    }
    try writer.putChain(result.chain, of: result.row.id)
    try writer.putAttempt(
      run: report.run,
      item: result.row.name,
      change: result.change,
      state: result.row.state,
      reason: result.row.reason,
      steps: result.chain
    )
    guard result.settlesGroup else { return }
    let group = result.row.group
    if let old = result.before?.group, old != group { try writer.removeMember(result.row.name, of: old) }
    if let group, let member = result.member, group != result.before?.group || member != result.memberBefore {
      try writer.setMember(result.row.name, of: group, member)
    }
  }

  private mutating func count(_ result: ItemResult, _ events: (EngineEvent) -> Void) {
    for step in result.steps { report.stages[step.stage, default: StageCounts()].add(step) }
    report.count(result.change, result.row.name)
    report.states[result.row.state, default: 0] += 1
    if result.row.state == .failed || result.row.state == .stale {
      let wasFailing = result.before.map { $0.state == .failed || $0.state == .stale } ?? false
      if !wasFailing || result.row.isTransient {
        report.newlyFailed.append(
          EngineProblem(
            name: result.row.name,
            stage: result.row.stage ?? "",
            state: result.row.state,
            message: result.row.reason ?? "",
            isTransient: result.row.isTransient
          )
        )
      }
    }
    events(
      .item(
        EngineItemReport(
          name: result.row.name,
          change: result.change,
          state: options.until == nil ? result.row.state : nil,
          reason: result.row.reason,
          steps: result.steps
        )
      )
    )
  }

  private mutating func countIdle(_ survey: Survey) {
    report.states = survey.idle
    var names = engine.graph.stages.map(\.name)
    if let sink = engine.sink, options.until == nil { names.append(sink.name) }
    var reaching = survey.idle.values.reduce(0, +)
    var fetched = StageCounts()
    fetched.items = reaching
    fetched.failed = survey.idleEnds["fetch"]?.count ?? 0
    fetched.reused = reaching - fetched.failed
    report.stages["fetch"] = fetched
    for name in names {
      var counts = report.stages[name] ?? StageCounts()
      let (ends, failed) = survey.idleEnds[name] ?? (0, false)
      if name == engine.sink?.name {
        reaching = survey.idle.values.reduce(0, +)
      } else if name == names.first {
        reaching -= survey.idleEnds["fetch"]?.count ?? 0
      }
      counts.items += reaching
      counts.failed += failed ? ends : 0
      counts.reused += reaching - (failed ? ends : 0)
      report.stages[name] = counts
      reaching -= ends
    }
  }

  // MARK: Groups

  private mutating func runGroups(_ events: (EngineEvent) -> Void) throws {
    guard let stage = engine.graph.groupStage else { return }
    let groupings = try reader.groupings()
    let version = stage.version.digest
    var unseen = contents?.groups ?? [:]
    var changes: [SinkChange] = []
    let runner = GroupRunner(
      graph: engine.graph,
      stage: stage,
      options: options,
      sink: engine.sink,
      run: report.run,
      reader: reader,
      remake: remake
    )
    var work: [(StoreReader.Grouping, [(name: String, digest: Digest)], GroupRunner.Outcome?)] = []
    for grouping in groupings {
      let record = unseen.removeValue(forKey: ItemName(grouping.name))
      var isIdle = !grouping.isDirty && grouping.version == version && options.forceFrom == nil
      if contents != nil, engine.sink != nil, record?.digest != grouping.load || record?.isIntact != true {
        isIdle = false
      }
      if isIdle {
        report.stages[stage.name, default: StageCounts()].items += 1
        report.stages[stage.name, default: StageCounts()].reused += 1
        continue
      }
      if contents == nil, let sink = engine.sink { contents = try sink.open(verifying: false) }
      let known = contents?.groups[ItemName(grouping.name)]
      let members = try reader.members(of: grouping.name)
      let outcome = members.isEmpty ? nil : try runner.run(grouping, members: members, record: known)
      if outcome == nil, !members.isEmpty {
        report.stages[stage.name, default: StageCounts()].items += 1
        report.stages[stage.name, default: StageCounts()].failed += 1
        isWhole = false
        continue
      }
      work.append((grouping, members, outcome))
    }
    if !work.isEmpty {
      try writer.transaction {
        try dropToken()
        for (grouping, _, outcome) in work {
          guard var outcome else {
            try writer.removeGroup(grouping.name)
            changes.append(.removeGroup(name: grouping.name))
            continue
          }
          for artifact in outcome.artifacts { try writer.put(artifact) }
          for trace in outcome.traces { try writer.put(trace, run: report.run) }
          outcome.step.version = try writer.number(of: stage.version)
          try writer.finishGroup(grouping.name, version: version, step: outcome.step, load: outcome.loadDigest)
          if let load = outcome.load { changes.append(load) }
        }
      }
    }
    // Groups of items that this run did not look at, or keeps, are unknown to a new store.
    if options.items != nil || !report.withheld.isEmpty { unseen = [:] }
    for name in unseen.keys.map(\.text).sorted(by: { ByteOrder.compare($0, $1) < 0 }) {
      changes.append(.removeGroup(name: name))
    }
    try commit(changes)
    for (grouping, members, outcome) in work {
      guard let outcome else { continue }
      report.stages[stage.name, default: StageCounts()].add(outcome.report)
      events(.group(name: grouping.name, members: members.count, step: outcome.report))
    }
  }

  private func remake(
    _ name: String,
    _ output: String,
    _ digest: Digest
  ) throws -> (any Sendable, [StoredArtifact]) {
    guard let row = try reader.item(named: name), let source = try reader.sources()[row.source],
      let index = engine.sources.firstIndex(where: { $0.name == source })
    else { throw LostMember() }
    let runner = ItemRunner(
      graph: engine.graph,
      options: options,
      access: engine.access,
      sink: engine.sink,
      run: report.run,
      reader: reader
    )
    let item = ListedItem(name: name, stamp: row.stamp, source: index)
    return try runner.remake(output, digest, of: PendingItem(item: item, row: row, record: nil))
  }

  // MARK: End

  private mutating func commit(_ changes: [SinkChange]) throws {
    guard let sink = engine.sink, !changes.isEmpty else { return }
    if contents == nil { contents = try sink.open(verifying: false) }
    if isTokenKept { try dropToken() }
    if try sink.commit(changes) { report.wroteSink = true }
  }

  /// From here on, a run that does not reach its end makes the next one compare everything.
  private mutating func dropToken() throws {
    guard isTokenKept else { return }
    try writer.setMeta(Self.tokenName, nil)
    isTokenKept = false
  }

  private mutating func finish() throws {
    if let sink = engine.sink, contents != nil, options.until == nil {
      let token = try sink.finish()
      // What was to be compared and was not stays so.
      let isWhole = isWhole && options.items == nil && report.withheld.isEmpty
      if let token, isWhole || !wasUntrusted { try writer.setMeta(Self.tokenName, token) }
    }
    try writer.endRun(report.run, at: engine.access.now(), summary: RunSummaryCoding.encode(report))
    try writer.checkpoint()
  }
}
