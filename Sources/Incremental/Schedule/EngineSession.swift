/// One run of the engine, from the listing to the last commit.
struct EngineSession {
  let engine: Engine
  let options: EngineOptions
  let reader: StoreReader
  let writer: StoreWriter
  let pool: ReaderPool
  /// By name of the stage.
  let versions: [String: StageVersion]
  var contents: SinkContents?
  var isTokenKept: Bool
  var isSinkNewer = false
  var isGenerationNoted = false
  var wasUntrusted = false
  /// Whether everything that was to do could be done.
  var isWhole = true
  var report = EngineReport()

  static let tokenName = "sink.token"

  init(_ engine: Engine, _ options: EngineOptions) throws {
    self.engine = engine
    self.options = options
    reader = try StoreReader(path: engine.storePath)
    writer = try StoreWriter(path: engine.storePath)
    pool = ReaderPool(path: engine.storePath)
    versions = Dictionary(
      engine.graph.stages.map { ($0.name, $0.version) },
      uniquingKeysWith: { first, _ in first }
    )
    let stored = try reader.meta(Self.tokenName)
    isTokenKept = stored != nil
    guard let sink = engine.sink, options.until == nil else { return }
    let token = try sink.token()
    if stored == nil || token == nil || stored != token {
      wasUntrusted = true
      contents = try sink.open(verifying: true)
      try compareGenerations()
      report.wroteSink = contents?.hasChanged == true
    }
  }

  mutating func run(
    listing: inout some IteratorProtocol<ListedItem>,
    listed: () throws -> ListingVerdict,
    events: (EngineEvent) -> Void
  ) async throws {
    let questions = try Survey.Questions(engine, options, reader, comparesSink: contents != nil)
    var survey = try Survey(listing: &listing, reader: reader, questions: questions)
    let verdict = try listed()
    report.withheld = try survey.decideDeletions(engine, options, reader, verdict)
    report.kept = survey.kept

    report.items = survey.listed
    report.run = try writer.beginRun(at: engine.access.now())
    countIdle(survey)
    let leaving = survey.vanished.count + survey.orphans.count
    events(.started(run: report.run, items: survey.listed, pending: survey.pending.count, deleting: leaving))

    var numbers: [(source: Int64, plan: Int64)] = []
    if !survey.pending.isEmpty || !survey.vanished.isEmpty {
      try writer.transaction {
        for (source, plan) in zip(engine.sources, engine.plans()) {
          numbers.append((try writer.number(ofSource: source.name), try writer.number(of: plan)))
        }
      }
    }
    var left = 0
    if !survey.pending.isEmpty { left = try await runItems(survey.pending, numbers, events) }
    if let cause = options.stop() {
      report.stop = EngineStop(cause: cause, left: left + leaving)
      report.kept += survey.vanished.count
    } else {
      try delete(survey, events)
      if options.until == nil { try runGroups(events) }
    }
    // Those that were not come by in this run stand as they stood.
    if report.kept > 0 || report.stop != nil { report.states = try reader.stateCounts() }
    try finish()
  }

  mutating func commit(_ changes: [SinkChange]) throws {
    guard let sink = engine.sink, !changes.isEmpty else { return }
    if contents == nil { contents = try sink.open(verifying: false) }
    try dropToken()
    if try sink.commit(changes) { report.wroteSink = true }
  }

  /// From here on, a run that does not reach its end makes the next one compare everything.
  mutating func dropToken() throws {
    try noteGeneration()
    guard isTokenKept else { return }
    try writer.setMeta(Self.tokenName, nil)
    isTokenKept = false
  }

  mutating func finish() throws {
    if report.stop != nil {
      // Where anything was written the token is gone: the next run compares everything, and says that the sink is whole.
      engine.sink?.abandon()
    } else if let sink = engine.sink, contents != nil, options.until == nil {
      let token = try sink.finish()
      // What was to be compared and was not stays so.
      let isWhole = isWhole && options.items == nil && report.withheld.isEmpty
      if isWhole || !wasUntrusted {
        if let token { try writer.setMeta(Self.tokenName, token) }
        try settleGeneration()
      }
    }
    let summary = RunSummaryCoding.encode(report, versions: engine.versions)
    try writer.endRun(report.run, at: engine.access.now(), summary: summary)
    try writer.checkpoint()
  }
}
