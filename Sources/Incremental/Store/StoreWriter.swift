/// Writes the store: one a run, on one thread at a time. A batch is one transaction.
final class StoreWriter {
  let connection: SQLiteConnection
  private var digests: DigestTable
  private var versions: [Digest: Int64] = [:]
  private var versionsByNumber: [Int64: StageVersion] = [:]
  private var sources: [String: Int64] = [:]
  let path: String

  init(path: String) throws(EngineError) {
    self.path = path
    connection = try SQLiteConnection(path: path, mode: .readWrite)
    digests = DigestTable(connection)
    try connection.execute("PRAGMA synchronous = NORMAL")
    try connection.execute("PRAGMA wal_autocheckpoint = 4000")
  }

  /// What it commits is on the disk when it returns, so that a loss of power costs one batch. What is written outside a
  /// transaction comes there with the next one, or with the checkpoint at the run's end.
  func transaction(_ body: () throws -> Void) throws {
    try connection.execute("PRAGMA synchronous = FULL")
    defer { try? connection.execute("PRAGMA synchronous = NORMAL") }
    try connection.transaction(body)
  }

  /// The log is empty afterwards, unless somebody reads the store right now.
  func checkpoint() throws(EngineError) {
    _ = try connection.integer("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  // MARK: Runs

  func beginRun(at nanoseconds: Int64) throws(EngineError) -> Int64 {
    try connection.statement("INSERT INTO run (started) VALUES (?)").bind(1, nanoseconds).run()
    return connection.lastInsertedRow
  }

  func endRun(_ run: Int64, at nanoseconds: Int64, summary: [UInt8]) throws(EngineError) {
    try connection.statement("UPDATE run SET finished = ?, summary = ? WHERE id = ?")
      .bind(1, nanoseconds).bind(2, summary).bind(3, run).run()
  }

  // MARK: Names

  func setMeta(_ name: String, _ value: [UInt8]?) throws(EngineError) { try connection.setMeta(name, value) }

  func number(of digest: Digest) throws(EngineError) -> Int64 { try digests.insert(digest) }

  /// `nil` for a digest that no row names by its number.
  func knownNumber(of digest: Digest) throws(EngineError) -> Int64? { try digests.number(of: digest) }

  func number(of version: StageVersion) throws(EngineError) -> Int64 {
    if let known = versions[version.digest] { return known }
    let find = try connection.statement("SELECT id FROM version WHERE digest = ?").bind(1, version.digest)
    var number = try find.step() ? find.integer(0) : 0
    find.reset()
    if number == 0 {
      try connection.statement("INSERT INTO version (digest, stage, code, parameters, data) VALUES (?, ?, ?, ?, ?)")
        .bind(1, version.digest).bind(2, version.stage).bind(3, version.code)
        .bind(4, SettingCoding.encode(version.parameters)).bind(5, SettingCoding.encode(version.data)).run()
      number = connection.lastInsertedRow
    }
    versions[version.digest] = number
    versionsByNumber[number] = version
    return number
  }

  func number(ofSource name: String) throws(EngineError) -> Int64 {
    if let known = sources[name] { return known }
    let find = try connection.statement("SELECT id FROM source WHERE name = ?").bind(1, name)
    var number = try find.step() ? find.integer(0) : 0
    find.reset()
    if number == 0 {
      try connection.statement("INSERT INTO source (name) VALUES (?)").bind(1, name).run()
      number = connection.lastInsertedRow
    }
    sources[name] = number
    return number
  }

  // MARK: Results

  func put(_ pack: ArtifactPack) throws(EngineError) {
    try connection.statement("INSERT INTO pack (size, data) VALUES (?, ?)")
      .bind(1, Int64(pack.size)).bind(2, pack.data).run()
    let number = connection.lastInsertedRow
    for entry in pack.entries {
      // What is there stays, unless it is damaged: a text that many items have would move with each of them.
      try connection.statement(
        "INSERT OR \(entry.isRemade ? "REPLACE" : "IGNORE") INTO artifact (digest, pack, start, size) VALUES (?, ?, ?, ?)"
      )
      .bind(1, try self.number(of: entry.digest)).bind(2, number).bind(3, Int64(entry.start))
      .bind(4, Int64(entry.size)).run()
    }
  }

  /// - Throws: ``EngineError`` where the same action made something else before.
  func put(_ trace: NewTrace, run: Int64) throws(EngineError) {
    var outputs = RecordWriter()
    var numbers: [Int64] = []
    for output in trace.outputs { numbers.append(try number(of: output)) }
    outputs.write(numbers)
    let record = outputs.sealed
    let find = try connection.statement(
      "SELECT outputs, failure, id FROM trace WHERE substr(key, 1, 6) = substr(?1, 1, 6) AND key = ?1"
    ).bind(1, trace.key)
    var row: Int64?
    if try find.step() {
      let stored = find.bytes(0)
      let failed = !find.isNull(1)
      row = find.integer(2)
      find.reset()
      let isSame = failed == (trace.failure != nil) && (failed || stored == record)
      if isSame { return }
      // What is damaged is made good.
      if !failed, trace.failure == nil, try isWhole(outputs: stored) {
        throw EngineError(
          .bug,
          place: "\(trace.version.stage) of \(trace.item)",
          cause: "the same action made something else before (key \(trace.key.short))"
        )
      }
    }
    find.reset()
    try connection.statement(
      """
      INSERT OR REPLACE INTO trace (key, version, run, outputs, cost, ending, failure, message, id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    .bind(1, trace.key).bind(2, try number(of: trace.version)).bind(3, run).bind(4, record)
    .bind(5, trace.costNanoseconds).bind(6, trace.end).bind(7, trace.failure?.code).bind(8, trace.failure?.message)
    .bind(9, row).run()
  }

  func put(_ row: ItemRow) throws(EngineError) {
    let statement = try connection.statement(
      """
      INSERT OR REPLACE INTO item (name, size, modified, changed, inode, checked, plan, source, state, content,
        load, reason, stage, transient, good, good_load, group_name)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    statement.bind(1, row.name).bind(2, row.stamp.size).bind(3, row.stamp.modifiedNanoseconds)
      .bind(4, row.stamp.changedNanoseconds).bind(5, row.stamp.inode).bind(6, row.checked).bind(7, row.plan)
      .bind(8, row.source).bind(9, Int64(row.state.rawValue)).bind(11, row.load).bind(12, row.reason)
      .bind(13, row.stage).bind(14, row.isTransient ? 1 : 0).bind(17, row.group)
    if let content = row.content { statement.bind(10, try sealed(content)) }
    if let good = row.good {
      var numbers: [Int64] = []
      for digest in good {
        numbers.append(try digest.map { digest throws(EngineError) in try number(of: digest) } ?? 0)
      }
      var writer = RecordWriter()
      writer.write(numbers)
      statement.bind(15, writer.sealed)
    }
    if let load = row.goodLoad { if load == row.load { statement.bind(16, []) } else { statement.bind(16, load) } }
    try statement.run()
  }

  func putAttempt(
    run: Int64,
    item: String,
    change: ItemChange,
    state: ItemState?,
    reason: String?,
    steps: [StepRecord]
  ) throws(EngineError) {
    try connection.statement(
      "INSERT OR REPLACE INTO attempt (run, item, change, state, reason, steps) VALUES (?, ?, ?, ?, ?, ?)"
    )
    .bind(1, run).bind(2, item).bind(3, Int64(change.rawValue)).bind(4, state.map { Int64($0.rawValue) })
    .bind(5, reason).bind(6, try encode(steps)).run()
  }

  private func isWhole(outputs: [UInt8]) throws(EngineError) -> Bool {
    var reader = RecordReader(sealed: outputs)
    guard let numbers = reader?.integers() else { return false }
    for number in numbers { if try digests.digest(number) == nil { return false } }
    return true
  }

  private func sealed(_ digest: Digest) throws(EngineError) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(UInt64(bitPattern: try number(of: digest)))
    return writer.sealed
  }

  private func encode(_ steps: [StepRecord]) throws(EngineError) -> [UInt8] {
    try ChainCoding.encode(steps, number: knownNumber) { versionsByNumber[$0] }
  }

  func remove(_ row: ItemRow) throws(EngineError) {
    try connection.statement("DELETE FROM item WHERE name = ?").bind(1, row.name).run()
  }

  // MARK: Groups

  func setMember(_ item: String, of group: String, _ digest: Digest) throws(EngineError) {
    try connection.statement("INSERT OR REPLACE INTO member (group_name, item, digest) VALUES (?, ?, ?)")
      .bind(1, group).bind(2, item).bind(3, try sealed(digest)).run()
    try markDirty(group)
  }

  func removeMember(_ item: String, of group: String) throws(EngineError) {
    try connection.statement("DELETE FROM member WHERE group_name = ? AND item = ?").bind(1, group).bind(2, item).run()
    try markDirty(group)
  }

  private func markDirty(_ group: String) throws(EngineError) {
    try connection.statement(
      "INSERT INTO grouping (name, dirty) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET dirty = 1"
    ).bind(1, group).run()
  }

  func finishGroup(_ name: String, version: Digest, step: StepRecord, load: Digest) throws(EngineError) {
    try connection.statement("UPDATE grouping SET dirty = 0, version = ?, step = ?, load = ? WHERE name = ?")
      .bind(1, version).bind(2, try encode([step])).bind(3, load).bind(4, name).run()
  }

  func removeGroup(_ name: String) throws(EngineError) {
    try connection.statement("DELETE FROM grouping WHERE name = ?").bind(1, name).run()
  }
}

/// What an action made in this run.
struct NewTrace: Sendable {
  var item: String
  var key: Digest
  var version: StageVersion
  var outputs: [Digest] = []
  var end: String?
  var failure: ItemFailure?
  var costNanoseconds: Int64
}

/// What became of an item's place in its source since the last run.
package enum ItemChange: UInt8, Sendable {
  case added, changed, deleted, unchanged
}
