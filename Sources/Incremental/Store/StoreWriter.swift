/// Writes the store: one a run, on one thread at a time. A batch is one transaction.
final class StoreWriter {
  private let connection: SQLiteConnection
  private var numbers: [Digest: Int64] = [:]
  private var versions: [Digest: Int64] = [:]
  private var sources: [String: Int64] = [:]
  private var nextItem: Int64 = 0
  let path: String

  init(path: String) throws(EngineError) {
    self.path = path
    connection = try SQLiteConnection(path: path, mode: .readWrite)
    try connection.execute("PRAGMA synchronous = NORMAL")
    try connection.execute("PRAGMA wal_autocheckpoint = 4000")
  }

  /// What it commits is on the disk when it returns, so that a loss of power costs one batch. What is written outside a
  /// transaction comes there with the next one, or with the checkpoint at the run's end.
  func transaction(_ body: () throws -> Void) throws {
    try connection.execute("PRAGMA synchronous = FULL")
    defer { try? connection.execute("PRAGMA synchronous = NORMAL") }
    try connection.execute("BEGIN IMMEDIATE")
    do {
      try body()
      try connection.execute("COMMIT")
    } catch {
      // What SQLite has rolled back by itself cannot be rolled back again.
      try? connection.execute("ROLLBACK")
      throw error
    }
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

  func setMeta(_ name: String, _ value: [UInt8]?) throws(EngineError) {
    guard let value else {
      try connection.statement("DELETE FROM meta WHERE name = ?").bind(1, name).run()
      return
    }
    try connection.statement("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)")
      .bind(1, name).bind(2, value).run()
  }

  func number(of digest: Digest) throws(EngineError) -> Int64 {
    if let known = numbers[digest] { return known }
    let find = try connection.statement("SELECT id FROM digest WHERE bytes = ?").bind(1, digest)
    var number = try find.step() ? find.integer(0) : 0
    find.reset()
    if number == 0 {
      try connection.statement("INSERT INTO digest (bytes) VALUES (?)").bind(1, digest).run()
      number = connection.lastInsertedRow
    }
    // Only a cache: emptied rather than aged.
    if numbers.count > 20_000 { numbers.removeAll(keepingCapacity: true) }
    numbers[digest] = number
    return number
  }

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

  func newItemNumber() throws(EngineError) -> Int64 {
    if nextItem == 0 { nextItem = (try connection.integer("SELECT max(item) FROM chain") ?? 0) }
    nextItem += 1
    return nextItem
  }

  // MARK: Results

  func put(_ artifact: StoredArtifact) throws(EngineError) {
    let number = try number(of: artifact.digest)
    try connection.statement("INSERT OR REPLACE INTO artifact (digest, size, codec, data) VALUES (?, ?, ?, ?)")
      .bind(1, number).bind(2, Int64(artifact.size)).bind(3, artifact.isCompressed ? 1 : 0).bind(4, artifact.data)
      .run()
  }

  /// - Throws: ``EngineError`` where the same action made something else before.
  func put(_ trace: NewTrace, run: Int64) throws(EngineError) {
    var outputs = RecordWriter()
    outputs.write(trace.outputs)
    let find = try connection.statement("SELECT outputs, failure FROM trace WHERE key = ?").bind(1, trace.key)
    if try find.step() {
      let stored = find.bytes(0)
      let failed = !find.isNull(1)
      find.reset()
      if !failed, trace.failure == nil, stored != outputs.bytes {
        throw EngineError(
          .bug,
          place: "\(trace.version.stage) of \(trace.item)",
          cause: "the same action made something else before (key \(trace.key.short))"
        )
      }
      if failed == (trace.failure != nil) { return }
    }
    find.reset()
    try connection.statement(
      """
      INSERT OR REPLACE INTO trace (key, version, run, outputs, ending, failure, message, cost)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    .bind(1, trace.key).bind(2, try number(of: trace.version)).bind(3, run).bind(4, outputs.bytes)
    .bind(5, trace.end).bind(6, trace.failure?.code).bind(7, trace.failure?.message)
    .bind(8, trace.costNanoseconds).run()
  }

  func put(_ row: ItemRow) throws(EngineError) {
    var good: [UInt8]?
    if let digests = row.good {
      var writer = RecordWriter()
      writer.write(digests.map { $0 ?? Digest.none })
      good = writer.bytes
    }
    let statement = try connection.statement(
      """
      INSERT OR REPLACE INTO item (name, size, modified, changed, inode, checked, plan, source, state, id, content,
        load, reason, stage, transient, good, good_load, group_name)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    statement.bind(1, row.name).bind(2, row.stamp.size).bind(3, row.stamp.modifiedNanoseconds)
      .bind(4, row.stamp.changedNanoseconds).bind(5, row.stamp.inode).bind(6, row.checked).bind(7, row.plan)
      .bind(8, row.source).bind(9, Int64(row.state.rawValue)).bind(10, row.id).bind(11, row.content)
      .bind(12, row.load).bind(13, row.reason).bind(14, row.stage).bind(15, row.isTransient ? 1 : 0)
      .bind(17, row.goodLoad).bind(18, row.group)
    if let good { statement.bind(16, good) }
    try statement.run()
  }

  func restamp(_ name: String, _ stamp: FileStamp, checked: Int64) throws(EngineError) {
    try connection.statement(
      "UPDATE item SET size = ?, modified = ?, changed = ?, inode = ?, checked = ? WHERE name = ?"
    )
    .bind(1, stamp.size).bind(2, stamp.modifiedNanoseconds).bind(3, stamp.changedNanoseconds).bind(4, stamp.inode)
    .bind(5, checked).bind(6, name).run()
  }

  func putChain(_ steps: [StepRecord], of item: Int64) throws(EngineError) {
    try connection.statement("INSERT OR REPLACE INTO chain (item, steps) VALUES (?, ?)")
      .bind(1, item).bind(2, ChainCoding.encode(steps)).run()
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
    .bind(5, reason).bind(6, ChainCoding.encode(steps)).run()
  }

  func remove(_ row: ItemRow) throws(EngineError) {
    try connection.statement("DELETE FROM item WHERE name = ?").bind(1, row.name).run()
    try connection.statement("DELETE FROM chain WHERE item = ?").bind(1, row.id).run()
  }

  // MARK: Groups

  func setMember(_ item: String, of group: String, _ digest: Digest) throws(EngineError) {
    try connection.statement("INSERT OR REPLACE INTO member (group_name, item, digest) VALUES (?, ?, ?)")
      .bind(1, group).bind(2, item).bind(3, digest).run()
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
      .bind(1, version).bind(2, ChainCoding.encode([step])).bind(3, load).bind(4, name).run()
  }

  func removeGroup(_ name: String) throws(EngineError) {
    try connection.statement("DELETE FROM grouping WHERE name = ?").bind(1, name).run()
  }
}

/// An artifact as it goes into the store: compressed by the worker, not by the writer.
struct StoredArtifact: Sendable {
  let digest: Digest
  let size: Int
  let isCompressed: Bool
  let data: [UInt8]

  init(_ artifact: Artifact) {
    digest = artifact.digest
    size = artifact.bytes.count
    if let compressed = Compression.compress(artifact.bytes) {
      data = compressed
      isCompressed = true
    } else {
      data = artifact.bytes
      isCompressed = false
    }
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
