import Foundation
import Incremental
import Pipeline
import Synchronization
import Testbed

/// A folder of small documents that somebody edits at random, and what a right engine must remember of it.
final class EditedFolder {
  struct Content: Equatable {
    var text: String
    /// Bytes that clean refuses; the text is left out then.
    var isBinary = false
    /// White space that changes nothing.
    var blanks = 0

    var bytes: [UInt8] {
      if isBinary { return [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13] + (0..<90).map { UInt8($0 % 7) } + Array(text.utf8) }
      return Array((text + String(repeating: " \n", count: blanks)).utf8)
    }
  }

  let sandbox: Sandbox
  var numbers: SeededNumbers
  private var files: [String: Content] = [:]
  private var past: [String: [Content]] = [:]
  /// What is known when a failure is to be told.
  private(set) var log: [String] = []
  private var time = 1_700_000_000.0
  private var settings = Settings()
  /// Rows of each document in the last run in which it was good, as long as the store knows them.
  private var good: [String: WarehouseRows.Document] = [:]
  private var copies: [Data] = []
  /// Older stores, with the rows that were good then.
  private var stores: [(bytes: Data, good: [String: WarehouseRows.Document])] = []
  /// Somebody took something from the warehouse, or put another or none in its place.
  private var isWarehouseChanged = true
  /// An older store lies there, and the warehouse knows better until the next run.
  private var isStoreOlder = false
  private var code = Code()
  private var clock: Int64 = 0
  private var isCollected = false

  struct Settings {
    var maximumBytes = 20_000
    var terms = "[]"
    var rule = ""
    var longestHeading = 60
    var region: String?

    var json: String {
      """
      {"sources": [{"files": ["docs/**/*.txt"]\(region.map { #", "hints": {"region": "\#($0)"}"# } ?? "")}],
       "clean": {"maximumBytes": \(maximumBytes)}, "normalize": {"longestHeading": \(longestHeading)},
       "extract": {"terms": {"words": \(terms)}}, "validate": {"rules": {\(rule)}}}
      """
    }
  }

  /// What the stages are, apart from what pipeline.json says of them.
  struct Code {
    /// Of each stage's own code: other ones make the same.
    var versions: [String: String] = [:]
    /// A rule file of clean: the line that it adds to each document.
    var line = ""

    @Sendable func stage(_ stage: StageDefinition) -> StageDefinition {
      let code = versions[stage.name] ?? stage.version.code
      guard stage.name == "clean", !line.isEmpty else { return stage.changed(code: code) }
      let line = Array(line.utf8)
      return stage.changed(code: code, file: .init("lines.tsv", self.line)) { arguments in
        let bytes: [UInt8] = try arguments.value(0)
        let media: String = try arguments.value(1)
        return try stage.body(StageArguments([bytes.isEmpty ? bytes : bytes + line, media]))
      }
    }
  }

  private static let rules = ["contradicts-other-document", "duplicate-report", "region-differs", "missing-year"]

  init(seed: Int) throws {
    sandbox = try Sandbox()
    numbers = SeededNumbers(seed: seed)
    try configure()
    for _ in 0..<Int.random(in: 1...4, using: &numbers) { try add() }
  }

  private func configure() throws {
    sandbox.configuration = try PipelineConfiguration.read(Array(settings.json.utf8), root: sandbox.root)
  }

  private var name: String? { numbers.pick(files.keys.sorted()) }

  // MARK: Edits

  func edit() async throws {
    let edits: [(weight: Int, name: String, body: () async throws -> Void)] = [
      (3, "add", add), (4, "change", change), (2, "white space", space), (2, "touch", touch), (2, "rename", rename),
      (2, "delete", delete), (3, "revert", revert), (4, "break", damage), (3, "mend", mend),
      (4, "parameter", parameter),
      (2, "code", changeCode), (2, "rule file", changeRuleFile), (2, "clock", setClock),
      (1, "older store", goBackWithStore), (2, "stop", stop),
      (2, "lose the store", loseStore), (2, "lose the warehouse", loseWarehouse), (2, "older warehouse", goBack),
      (3, "remove rows", removeRows), (2, "run one", runOne), (2, "run until", runUntil), (2, "collect", collect),
    ]
    var place = Int.random(in: 0..<edits.reduce(0) { $0 + $1.weight }, using: &numbers)
    for edit in edits {
      place -= edit.weight
      guard place < 0 else { continue }
      log.append(edit.name)
      return try await edit.body()
    }
  }

  private func note(_ detail: String) { log[log.count - 1] += " " + detail }

  private func content() -> Content {
    if numbers.chance(0.1) { return Content(text: "关于召开会议的通知\n\n请各单位按时参加。\n") }
    let city = numbers.pick(["营口市", "盘锦市", "抚顺市"]) ?? ""
    let extra = String(repeating: "要稳就业、促改革。", count: Int.random(in: 0...12, using: &numbers))
    let revenue = "\(Int.random(in: 10...14, using: &numbers)).5"
    let year = Int.random(in: 2022...2024, using: &numbers)
    return Content(text: workReport(city: city, year: year, revenue: revenue, extra: extra))
  }

  private func set(_ name: String, _ content: Content) throws {
    time += 100
    if let old = files[name] { past[name, default: []].append(old) }
    files[name] = content
    try sandbox.write(name, content.bytes, at: time)
    note("\(name) \(content.bytes.count)")
  }

  private func add() throws {
    if log.isEmpty { log.append("add") }
    guard files.count < 6 else { return }
    let folder = numbers.pick(["docs", "docs/营口"]) ?? "docs"
    try set("\(folder)/\(Int.random(in: 0..<9, using: &numbers)).txt", content())
  }

  private func change() throws { if let name { try set(name, content()) } }

  private func space() throws {
    guard let name, var content = files[name] else { return }
    content.blanks += 1
    try set(name, content)
  }

  private func touch() throws { if let name, let content = files[name] { try set(name, content) } }

  private func rename() throws {
    guard let name else { return }
    let new = "docs/renamed \(Int.random(in: 0..<9, using: &numbers)).txt"
    guard files[new] == nil else { return }
    files[new] = files.removeValue(forKey: name)
    try sandbox.rename(name, new)
    note("\(name) \(new)")
  }

  private func delete() throws {
    guard let name, files.count > 1 else { return }
    files[name] = nil
    try sandbox.delete(name)
    note(name)
  }

  private func revert() throws {
    guard let name, let content = numbers.pick(past[name] ?? []) else { return }
    try set(name, content)
  }

  private func damage() throws {
    guard let name else { return }
    try set(name, numbers.chance(0.3) ? Content(text: "") : Content(text: "\(time)", isBinary: true))
  }

  private func mend() throws {
    guard let name = files.keys.sorted().first(where: { isBroken($0) }) else { return }
    try set(name, past[name]?.last { !$0.isBinary && !$0.text.isEmpty } ?? content())
  }

  private func isBroken(_ name: String) -> Bool { files[name].map { $0.isBinary || $0.text.isEmpty } ?? false }

  private func parameter() throws {
    switch Int.random(in: 0..<5, using: &numbers) {
    case 0: settings.maximumBytes = numbers.pick([700, 1_000, 1_200, 1_400, 20_000]) ?? 0
    case 1: settings.terms = numbers.pick(["[]", #"["就业"]"#, #"["改革", "就业"]"#]) ?? ""
    case 2: settings.longestHeading = numbers.pick([5, 60]) ?? 60
    case 3: settings.region = numbers.pick([nil, "营口市", "盘锦市"]) ?? nil
    default:
      let name = numbers.pick(Self.rules) ?? ""
      settings.rule = "\"\(name)\": \"\(numbers.pick(["off", "info", "error"]) ?? "")\""
    }
    note(settings.json.filter { $0 != "\n" })
    try configure()
  }

  private func changeCode() {
    let stage = numbers.pick(["clean", "normalize", "extract", "validate"]) ?? ""
    code.versions[stage] = numbers.pick(["1", "2"])
    note("\(stage) \(code.versions[stage] ?? "")")
    useCode()
  }

  private func changeRuleFile() {
    code.line = numbers.pick(["", "\n城镇新增就业2.6万人。\n", "\n粮食产量14亿斤。\n"]) ?? ""
    note("clean adds \(code.line)")
    useCode()
  }

  private func useCode() {
    let (code, clock) = (code, clock)
    sandbox.surroundings = Surroundings(
      now: { Surroundings().now() + clock },
      stage: code.stage,
      options: { $0.batchSize.items = 2 }
    )
  }

  private func setClock() {
    clock = (numbers.pick([-20, -1, 0, 1, 20]) ?? 0) * 365 * 86_400 * 1_000_000_000
    note("\(clock)")
    sandbox.surroundings.now = { [clock] in Surroundings().now() + clock }
  }

  private func loseStore() {
    sandbox.remove(sandbox.configuration.storePath)
    good = [:]
    isStoreOlder = false
  }

  private func goBackWithStore() throws {
    guard hasWarehouse, !isWarehouseChanged, let copy = numbers.pick(stores) else { return }
    sandbox.remove(sandbox.configuration.storePath)
    try copy.bytes.write(to: URL(filePath: sandbox.configuration.storePath))
    good = copy.good
    isStoreOlder = true
  }

  private func loseWarehouse() {
    guard !isStoreOlder else { return }
    isWarehouseChanged = true
    sandbox.remove(sandbox.configuration.warehousePath)
  }

  /// Whatever goes is made again when it is needed; only the last good result of what breaks later cannot be.
  private func collect() async throws {
    guard FileManager.default.fileExists(atPath: sandbox.configuration.storePath) else { return }
    var options = CollectOptions()
    let sizes: [ByteCount?] = [nil, ByteCount(bytes: 0), ByteCount(bytes: 100_000), ByteCount(bytes: 150_000)]
    options.maximumSize = numbers.pick(sizes) ?? nil
    options.maximumAge = numbers.pick([nil, Age(seconds: 0)]) ?? nil
    sandbox.configuration.retention.versions = Int.random(in: 1...3, using: &numbers)
    let collected = try await sandbox.pipeline.collect(options)
    isCollected = true
    note("freed \(collected.freed), kept \(collected.artifacts.reduce(0) { $0 + $1.kept })")
  }

  private func goBack() throws {
    guard !isStoreOlder, let copy = numbers.pick(copies) else { return }
    isWarehouseChanged = true
    sandbox.remove(sandbox.configuration.warehousePath)
    try copy.write(to: URL(filePath: sandbox.configuration.warehousePath))
  }

  private func removeRows() throws {
    guard hasWarehouse, !isStoreOlder, let name else { return }
    isWarehouseChanged = true
    let uri = name.replacing("'", with: "''")
    let owner = "(SELECT id FROM document WHERE uri = '\(uri)')"
    let statement = numbers.pick([
      "DELETE FROM load_state WHERE key = '\(uri)'", "DELETE FROM document WHERE uri = '\(uri)'",
      "DELETE FROM observation WHERE document_id = \(owner)", "DELETE FROM sentence WHERE document_id = \(owner)",
      "DELETE FROM finding", "DELETE FROM load_state", "DELETE FROM load_state WHERE kind = 'group'",
      "DELETE FROM document", "DELETE FROM observation WHERE id % 2 = 0",
    ])
    guard let statement else { return }
    note(statement)
    try sandbox.execute(statement)
  }

  private var hasWarehouse: Bool { FileManager.default.fileExists(atPath: sandbox.configuration.warehousePath) }

  /// Runs, and holds what was done against what was said beforehand.
  private func run(_ options: RunOptions) async throws {
    let files = try sandbox.files()
    let plan = try await sandbox.pipeline.plan(options)
    try expect(try sandbox.files() == files, "a plan writes")
    let summary = try await sandbox.pipeline.run(options)
    if let fault = plan.faults(beside: summary, options, isCollected: isCollected).first { throw Fault(fault) }
  }

  // MARK: Runs that do a part

  private func runOne() async throws {
    guard let name else { return }
    note(name)
    var options = RunOptions()
    options.jobs = jobs()
    options.documents = [name]
    try await run(options)
    try noteGood([name])
  }

  private func runUntil() async throws {
    let stage = numbers.pick([StageName.fetch, .clean, .normalize, .extract]) ?? .clean
    note(stage.rawValue)
    let before = try fileState()
    var options = RunOptions()
    options.jobs = jobs()
    options.until = stage
    try await run(options)
    if try fileState() != before { throw Fault("a run until \(stage) wrote the warehouse") }
  }

  /// A run that is asked to stop after some stages.
  private func stop() async throws {
    let left = Mutex(Int.random(in: 1...8, using: &numbers))
    let request = StopRequest()
    var surroundings = sandbox.surroundings
    surroundings.options = {
      $0.batchSize.items = 1
      $0.chunkSize.items = 1
    }
    surroundings.stage = { [code] stage in
      let stage = code.stage(stage)
      return stage.changed { arguments in
        left.withLock { left in
          left -= 1
          if left == 0 { request.ask() }
        }
        return try stage.body(arguments)
      }
    }
    var options = RunOptions()
    options.jobs = jobs()
    options.stop = request
    let loaded = Mutex<[String]>([])
    let pipeline = Pipeline(configuration: sandbox.configuration, surroundings: surroundings)
    _ = try await pipeline.run(options) { event in
      if case .document(let document) = event { loaded.withLock { $0.append(document.uri) } }
    }
    try noteGood(loaded.withLock { $0 })
  }

  /// Documents that a run did, and that are good after it.
  private func noteGood(_ names: [String]) throws {
    guard hasWarehouse else { return }
    let rows = try WarehouseRows(path: sandbox.configuration.warehousePath)
    for name in names {
      guard let document = rows.documents[name], ["current", "not_a_report"].contains(document.state) else { continue }
      good[name] = document
    }
  }

  private func jobs() -> Int { Int.random(in: 1...4, using: &numbers) }

  // MARK: The run, and what must be

  struct Fault: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
  }

  /// The warehouse's bytes with its time; `nil` where there is none.
  private func fileState() throws -> [String]? {
    guard hasWarehouse else { return nil }
    let path = sandbox.configuration.warehousePath
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let bytes = try Data(contentsOf: URL(filePath: path))
    return ["\(attributes[.modificationDate] ?? "")", "\(bytes.hashValue)", "\(bytes.count)"]
  }

  /// Runs, and holds the warehouse against that of a clean run.
  func check() async throws {
    let held = hasWarehouse ? try WarehouseRows(path: sandbox.configuration.warehousePath).documents : [:]
    let (jobs, retry, force) = (jobs(), numbers.chance(0.1), numbers.chance(0.1))
    let stage = numbers.pick([StageName.fetch, .clean, .extract, .validate, .load])
    log.append("run")
    var options = RunOptions()
    options.jobs = jobs
    options.retry = retry
    if force { options.forceFrom = stage }
    try await run(options)
    let found = try WarehouseRows(path: sandbox.configuration.warehousePath)
    let clean = try await cleanRows()
    for (uri, wanted) in clean.documents { try check(uri, found, wanted, held) }
    try expect(Set(found.documents.keys) == Set(clean.documents.keys), "documents \(found.documents.keys.sorted())")
    try expect(found.groups == clean.groups, "groups\n\(found.groups)\n\(clean.groups)")
    if isWarehouseChanged {
      // A run that breaks lists that were right finds them so the next time, and writes: see below.
      let lists = try WarehouseRows.lists(path: sandbox.configuration.warehousePath)
      try expect(try lists == WarehouseRows.lists(path: cleanWarehouse), "the lists of the lexicon")
    }
    try expect(found.searchFaults == 0, "\(found.searchFaults) sentences are not in the full-text index, or wrongly so")
    good = good.filter { clean.documents[$0.key] != nil }
    try await checkQuiet()
    (isStoreOlder, isWarehouseChanged) = (false, false)
    stores.append((try Data(contentsOf: URL(filePath: sandbox.configuration.storePath)), good))
    copies.append(try Data(contentsOf: URL(filePath: sandbox.configuration.warehousePath)))
  }

  private func check(
    _ uri: String,
    _ found: WarehouseRows,
    _ clean: WarehouseRows.Document,
    _ held: [String: WarehouseRows.Document]
  ) throws {
    var wanted = clean
    if clean.state == "quarantined" {
      let known = held[uri].flatMap { $0.isHeld && $0.state != "quarantined" ? $0 : nil }
      if let last = isStoreOlder ? known ?? good[uri] : good[uri] ?? known {
        wanted.lines = last.lines
        wanted.state = "stale"
        // What was collected before it broke is left only as far as the warehouse held it.
        if isCollected, let document = found.documents[uri] {
          if document == clean { return }
          if document.state == "stale", document.lines == held[uri]?.lines { return }
        }
      }
    } else {
      good[uri] = clean
    }
    let document = found.documents[uri]
    guard document != wanted else { return }
    let missing = wanted.lines.filter { document?.lines.contains($0) != true }.prefix(3)
    let odd = (document?.lines ?? []).filter { !wanted.lines.contains($0) }.prefix(3)
    throw Fault(
      """
      \(uri): \(document?.state ?? "none") (\(document?.reason ?? "")), wanted \(wanted.state) (\(wanted.reason ?? ""))
      missing \(missing)
      odd \(odd)
      """
    )
  }

  private func checkQuiet() async throws {
    let before = try fileState()
    let quiet = try await sandbox.run()
    for stage in StageName.allCases where stage != .fetch {
      try expect(sandbox.stage(quiet, stage).ran == 0, "\(stage) runs again")
    }
    try expect(!quiet.wroteWarehouse, "a further run writes")
    try expect(try fileState() == before, "a further run touches the warehouse")
  }

  private var cleanWarehouse: String { sandbox.path("clean/warehouse.sqlite") }

  private func cleanRows() async throws -> WarehouseRows {
    var fresh = sandbox.configuration
    fresh.storePath = sandbox.path("clean/store.sqlite")
    fresh.warehousePath = cleanWarehouse
    sandbox.remove(fresh.storePath)
    sandbox.remove(fresh.warehousePath)
    try await EmptyWarehouse.shared.copy(to: fresh.warehousePath)
    _ = try await Pipeline(configuration: fresh, surroundings: sandbox.surroundings).run()
    return try WarehouseRows(path: fresh.warehousePath)
  }

  private func expect(_ condition: Bool, _ words: @autoclosure () -> String) throws {
    guard condition else { throw Fault(words()) }
  }
}
