/// Takes from the store what it need not keep: what nobody names, what is too old, and, of what is left, the least
/// valuable until the rest fits.
///
/// Any part of it may be the last: a stage whose result is gone runs again when that is needed, and must give the same.
struct StoreCollector {
  private struct Candidate {
    var id: Int64
    var use: ArtifactUse
    /// Within one use the smaller go first: older ones, and those that are cheap to make for their size.
    var rank: Float
    /// Its share of its pack.
    var bytes: Int64
  }

  /// Rows removed in one commit: the log stays small, and a kill loses little.
  private static let batch = 5_000
  /// What a row costs beside its bytes.
  private static let overhead: Int64 = 20

  private let connection: SQLiteConnection
  private let path: String
  private let census: StoreCensus
  /// Traces older than this run and of no use go.
  private let oldestRun: Int64?
  private let runs: Int
  private var candidates: [Candidate] = []
  private var next = 0
  private(set) var collection = StoreCollection()
  /// Chosen and not removed yet.
  private var chosen: Set<Int64> = []

  init(connection: SQLiteConnection, path: String, retention: Retention, graph: StageGraph, now: Int64) throws {
    self.connection = connection
    self.path = path
    if let age = retention.maximumAgeNanoseconds {
      // The first run that is young enough; behind the last one where none is.
      oldestRun = try connection.integer(
        """
        SELECT coalesce((SELECT min(id) FROM run WHERE started >= \(now &- age)), (SELECT max(id) + 1 FROM run), 0)
        """
      )
    } else {
      oldestRun = nil
    }
    runs = max(1, retention.runs)
    census = try StoreCensus(
      reader: try StoreReader(path: path),
      retention: retention,
      graph: graph,
      oldest: oldestRun
    )
    try readArtifacts()
    candidates.sort { ($0.use, $0.rank, $0.id) < ($1.use, $1.rank, $1.id) }
  }

  private mutating func readArtifacts() throws {
    let packs = try connection.statement("SELECT id, size, length(data) FROM pack")
    var ratios: [Int64: Float] = [:]
    while try packs.step() { ratios[packs.integer(0)] = Float(packs.integer(2)) / Float(max(1, packs.integer(1))) }
    packs.reset()
    let statement = try connection.statement("SELECT digest, size, pack FROM artifact")
    defer { statement.reset() }
    while try statement.step() {
      let id = statement.integer(0)
      let index = Int(id)
      let bytes = Int64(Float(statement.integer(1)) * (ratios[statement.integer(2)] ?? 0))
      let use = census.use.indices.contains(index) ? census.use[index] : .nobody
      collection.kept[use, default: .init()].add(bytes)
      guard use < .lastGood else { continue }
      let rank: Float =
        switch use {
        case .current: census.cost[index] / Float(max(64, bytes))
        case .nobody: 0
        default: Float(census.run[index])
        }
      candidates.append(Candidate(id: id, use: use, rank: rank, bytes: bytes))
    }
  }

  // MARK: Choosing

  private func isTooOld(_ candidate: Candidate) -> Bool {
    guard candidate.use <= .earlier else { return false }
    return candidate.use == .nobody || oldestRun.map { Int64(candidate.rank) < $0 } == true
  }

  private mutating func choose(_ candidate: Candidate) {
    chosen.insert(candidate.id)
    collection.freed[candidate.use, default: .init()].add(candidate.bytes)
    collection.kept[candidate.use]?.count -= 1
    collection.kept[candidate.use]?.bytes -= candidate.bytes
  }

  /// What goes whatever the size is.
  mutating func chooseByAge() {
    // Sorted by use and age: what is too old stands in front.
    while next < candidates.count, isTooOld(candidates[next]) {
      choose(candidates[next])
      next += 1
    }
  }

  /// - Returns: whether anything was left to choose.
  mutating func chooseBySize(bytes: Int64) -> Bool {
    let first = next
    var rest = bytes
    while rest > 0, next < candidates.count {
      choose(candidates[next])
      rest -= candidates[next].bytes + Self.overhead
      next += 1
    }
    return next > first
  }

  // MARK: Removing

  /// Removes what was chosen since the last call, and what goes with it.
  mutating func removeChosen() throws {
    try remove(chosen.sorted(), "DELETE FROM artifact WHERE digest = ?")
    chosen.removeAll()
    _ = try PackSweep(connection: connection).run()
    try removeTraces(isDry: false)
  }

  private func remove(_ ids: [Int64], _ sql: String) throws {
    try inBatches(of: ids) { id in try connection.statement(sql).bind(1, id).run() }
  }

  private func inBatches<Element>(of elements: [Element], _ body: (Element) throws -> Void) throws {
    var start = 0
    while start < elements.count {
      try Task.checkCancellation()
      let end = min(elements.count, start + Self.batch)
      try connection.checkpointedTransaction { for element in elements[start..<end] { try body(element) } }
      start = end
    }
  }

  /// Traces that no chain and no kept attempt names, when they are too old or what they made is gone.
  ///
  /// - Parameter isDry: only counts them; artifacts that were chosen are still there then.
  mutating func removeTraces(isDry: Bool) throws {
    var rows: [Int64] = []
    let reader = try StoreReader(path: path)
    let statement = try connection.statement("SELECT key, run, outputs, id FROM trace")
    while try statement.step() {
      guard let key = statement.digest(0), !census.isNamed(key: key) else { continue }
      var isGone = oldestRun.map { statement.integer(1) < $0 } ?? false
      if !isGone {
        for number in try reader.outputNumbers(statement.bytes(2)) where !isGone { isGone = try !isThere(number) }
      }
      if isGone { rows.append(statement.integer(3)) }
    }
    statement.reset()
    collection.traces += rows.count
    guard !isDry else { return }
    try remove(rows, "DELETE FROM trace WHERE id = ?")
  }

  private func isThere(_ number: Int) throws -> Bool {
    if chosen.contains(Int64(number)) { return false }
    let statement = try connection.statement("SELECT 1 FROM artifact WHERE digest = ?").bind(1, Int64(number))
    defer { statement.reset() }
    return try statement.step()
  }

  mutating func removeHistory(isDry: Bool) throws {
    collection.attempts = census.attempts.count
    let kept = census.keptRuns
    var old: [Int64] = []
    let statement = try connection.statement("SELECT id FROM run ORDER BY id DESC LIMIT -1 OFFSET \(runs)")
    while try statement.step() {
      if !kept.contains(statement.integer(0)) { old.append(statement.integer(0)) }
    }
    statement.reset()
    collection.runs = old.count
    guard !isDry else { return }
    try inBatches(of: census.attempts) { attempt in
      try connection.statement("DELETE FROM attempt WHERE item = ? AND run = ?")
        .bind(1, attempt.item).bind(2, attempt.run).run()
    }
    try remove(old, "DELETE FROM run WHERE id = ?")
  }

  /// Rows that belong to nothing: a program of another version, or a hand, may have left them.
  mutating func removeOrphans(isDry: Bool) throws {
    let orphans: [(table: String, rows: String)] = [
      ("member", "item NOT IN (SELECT name FROM item)"),
      ("artifact", "pack NOT IN (SELECT id FROM pack)"),
    ]
    for (table, rows) in orphans {
      collection.orphans += Int(try connection.integer("SELECT count(*) FROM \(table) WHERE \(rows)") ?? 0)
    }
    guard !isDry else { return }
    try connection.checkpointedTransaction {
      for (table, rows) in orphans { try connection.execute("DELETE FROM \(table) WHERE \(rows)") }
    }
    try removeDigests()
  }

  /// Digests that no row names any more. Whatever comes to name digests by their numbers has to be counted here.
  private func removeDigests() throws {
    let reader = try StoreReader(path: path)
    var isNamed = census.isNamed
    func name(_ number: Int) { if isNamed.indices.contains(number) { isNamed[number] = true } }
    let artifacts = try connection.statement("SELECT digest FROM artifact")
    while try artifacts.step() { name(Int(artifacts.integer(0))) }
    artifacts.reset()
    let traces = try connection.statement("SELECT outputs FROM trace")
    while try traces.step() {
      for number in try reader.outputNumbers(traces.bytes(0)) { name(number) }
    }
    traces.reset()
    var rest: [Int64] = []
    let digests = try connection.statement("SELECT id FROM digest ORDER BY id")
    while try digests.step() {
      let number = digests.integer(0)
      if isNamed.indices.contains(Int(number)), !isNamed[Int(number)] { rest.append(number) }
    }
    digests.reset()
    try remove(rest, "DELETE FROM digest WHERE id = ?")
  }
}

extension SQLiteConnection {
  /// The log is brought into the file afterwards, as far as no reader needs it, so that it stays small.
  func checkpointedTransaction(_ body: () throws -> Void) throws {
    try transaction(body)
    _ = try integer("PRAGMA wal_checkpoint(PASSIVE)")
  }
}
