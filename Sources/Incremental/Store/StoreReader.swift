/// Reads the store. One owner at a time; each worker has its own.
package final class StoreReader {
  let connection: SQLiteConnection
  private var versions: [Int64: StageVersion] = [:]
  private var digests: DigestTable
  /// The packs read last: neighbours are read one after the other.
  private var packs: [(id: Int64, bytes: [UInt8])] = []
  private static let keptPacks = 2

  package init(path: String) throws(EngineError) {
    connection = try SQLiteConnection(path: path, mode: .readOnly)
    digests = DigestTable(connection)
  }

  /// A store with nothing in it, for a question about a pipeline that never ran.
  package init() throws(EngineError) {
    connection = try SQLiteConnection(path: ":memory:", mode: .readWrite)
    digests = DigestTable(connection)
    try connection.execute(StoreSchema.all)
  }

  /// What an action made, as an earlier run stored it.
  struct Trace {
    var outputs: [Digest]
    var end: String?
    var failure: ItemFailure?
    var costNanoseconds: Int64
  }

  /// - Parameter run: traces of this run and later ones do not count, so that what is found does not depend on the
  ///   order in which the workers of a run end.
  func trace(_ key: Digest, before run: Int64) throws(EngineError) -> Trace? {
    let statement = try connection.statement(
      "SELECT outputs, ending, failure, message, cost FROM trace WHERE substr(key, 1, 6) = substr(?1, 1, 6) AND key = ?1 AND run < ?2"
    )
    statement.bind(1, key).bind(2, run)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    guard let outputs = try outputs(statement.bytes(0)) else { return nil }
    let failure = statement.optionalText(2).map { ItemFailure(code: $0, message: statement.text(3)) }
    return Trace(
      outputs: outputs,
      end: statement.optionalText(1),
      failure: failure,
      costNanoseconds: statement.integer(4)
    )
  }

  /// - Returns: `nil` where the artifact is not stored, or where its bytes are no longer those that its name says.
  package func artifact(_ digest: Digest) throws(EngineError) -> [UInt8]? {
    guard let number = try digests.number(of: digest) else { return nil }
    let statement = try connection.statement("SELECT pack, start, size FROM artifact WHERE digest = ?")
      .bind(1, number)
    defer { statement.reset() }
    guard try statement.step(), let start = Int(exactly: statement.integer(1)),
      let size = Int(exactly: statement.integer(2)), let pack = try pack(statement.integer(0)),
      start >= 0, size >= 0, start <= pack.count, size <= pack.count - start
    else { return nil }
    let bytes = Array(pack[start..<start + size])
    return Digest(of: bytes) == digest ? bytes : nil
  }

  private func pack(_ id: Int64) throws(EngineError) -> [UInt8]? {
    if let known = packs.first(where: { $0.id == id }) { return known.bytes }
    let statement = try connection.statement("SELECT size, data FROM pack WHERE id = ?").bind(1, id)
    defer { statement.reset() }
    guard try statement.step(), let size = Int(exactly: statement.integer(0)),
      let bytes = statement.withBytes(1, { Compression.decompress($0, size: size) })
    else { return nil }
    packs.insert((id, bytes), at: 0)
    if packs.count > Self.keptPacks { packs.removeLast() }
    return bytes
  }

  /// Whether the artifact is stored; its bytes are not looked at.
  package func holds(_ digest: Digest) throws(EngineError) -> Bool {
    guard let number = try digests.number(of: digest) else { return false }
    let statement = try connection.statement("SELECT 1 FROM artifact WHERE digest = ?").bind(1, number)
    defer { statement.reset() }
    return try statement.step()
  }

  func digest(_ number: Int64) throws(EngineError) -> Digest? { try digests.digest(number) }

  /// - Parameter bytes: a number's sealed record.
  func digest(sealed bytes: [UInt8]) throws(EngineError) -> Digest? {
    var reader = RecordReader(sealed: bytes)
    guard let number = reader?.integer() else { return nil }
    return try digest(number)
  }

  func digestNumber(_ digest: Digest) throws(EngineError) -> Int64? { try digests.number(of: digest) }

  /// What each stage last made of the item: its newest attempt.
  package func chain(of item: String) throws(EngineError) -> [StepRecord] {
    let statement = try connection.statement("SELECT steps FROM attempt WHERE item = ? ORDER BY run DESC LIMIT 1")
      .bind(1, item)
    defer { statement.reset() }
    return try statement.step() ? try steps(statement.bytes(0)) ?? [] : []
  }

  /// A trace's outputs; `nil` for damaged bytes, or where they name what the store has no more.
  func outputs(_ bytes: [UInt8]) throws(EngineError) -> [Digest]? {
    guard var reader = RecordReader(sealed: bytes), let numbers = reader.integers() else { return nil }
    var outputs: [Digest] = []
    for number in numbers {
      guard let output = try digests.digest(number) else { return nil }
      outputs.append(output)
    }
    return outputs
  }

  func steps(_ bytes: [UInt8]) throws(EngineError) -> [StepRecord]? {
    try ChainCoding.decode(bytes, digest: digest, version: version)
  }

  package func version(_ id: Int64) throws(EngineError) -> StageVersion? {
    if let known = versions[id] { return known }
    let statement = try connection.statement("SELECT stage, code, parameters, data FROM version WHERE id = ?")
      .bind(1, id)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    let version = StageVersion(
      stage: statement.text(0),
      code: statement.text(1),
      parameters: SettingCoding.decode(statement.bytes(2)),
      data: SettingCoding.decode(statement.bytes(3))
    )
    versions[id] = version
    return version
  }

  package func meta(_ name: String) throws(EngineError) -> [UInt8]? {
    try connection.meta(name)
  }

  func members(of group: String) throws(EngineError) -> [(name: String, digest: Digest)] {
    let statement = try connection.statement("SELECT item, digest FROM member WHERE group_name = ? ORDER BY item")
      .bind(1, group)
    defer { statement.reset() }
    var members: [(name: String, digest: Digest)] = []
    while try statement.step() {
      guard let digest = try digest(sealed: statement.bytes(1)) else { continue }
      members.append((statement.text(0), digest))
    }
    return members
  }

  /// What an item gives to its group.
  func member(_ item: String, of group: String) throws(EngineError) -> Digest? {
    let statement = try connection.statement("SELECT digest FROM member WHERE group_name = ? AND item = ?")
      .bind(1, group).bind(2, item)
    defer { statement.reset() }
    return try statement.step() ? try digest(sealed: statement.bytes(0)) : nil
  }

  struct Grouping {
    var name: String
    var isDirty: Bool
    var version: Digest?
    var step: StepRecord?
    var load: Digest?
  }

  /// In the order of their names.
  func groupings() throws(EngineError) -> [Grouping] {
    let statement = try connection.statement("SELECT name, dirty, version, step, load FROM grouping ORDER BY name")
    defer { statement.reset() }
    var groupings: [Grouping] = []
    while try statement.step() {
      groupings.append(
        Grouping(
          name: statement.text(0),
          isDirty: statement.integer(1) != 0,
          version: statement.digest(2),
          step: statement.isNull(3) ? nil : try steps(statement.bytes(3))?.first,
          load: statement.digest(4)
        )
      )
    }
    return groupings
  }

  package func sources() throws(EngineError) -> [Int64: String] {
    let statement = try connection.statement("SELECT id, name FROM source")
    defer { statement.reset() }
    var sources: [Int64: String] = [:]
    while try statement.step() { sources[statement.integer(0)] = statement.text(1) }
    return sources
  }
}

extension StoreReader {
  /// What the group's stage last made.
  package func groupStep(_ group: String) throws(EngineError) -> StepRecord? {
    let statement = try connection.statement("SELECT step FROM grouping WHERE name = ?").bind(1, group)
    defer { statement.reset() }
    return try statement.step() && !statement.isNull(0) ? try steps(statement.bytes(0))?.first : nil
  }
}
