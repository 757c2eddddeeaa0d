/// Reads the store. One owner at a time; each worker has its own.
package final class StoreReader {
  let connection: SQLiteConnection
  private var versions: [Int64: StageVersion] = [:]

  package init(path: String) throws(EngineError) {
    connection = try SQLiteConnection(path: path, mode: .readOnly)
  }

  /// A store with nothing in it, for a question about a pipeline that never ran.
  package init() throws(EngineError) {
    connection = try SQLiteConnection(path: ":memory:", mode: .readWrite)
    try connection.execute(StoreSchema.first)
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
      "SELECT outputs, ending, failure, message, cost FROM trace WHERE key = ? AND run < ?"
    )
    statement.bind(1, key).bind(2, run)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    var reader = RecordReader(statement.bytes(0))
    guard let outputs = reader.digests() else { return nil }
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
    let statement = try connection.statement(
      """
      SELECT artifact.size, artifact.codec, artifact.data FROM digest
      JOIN artifact ON artifact.digest = digest.id WHERE digest.bytes = ?
      """
    )
    statement.bind(1, digest)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    let size = Int(statement.integer(0))
    let bytes: [UInt8]?
    switch statement.integer(1) {
    case 0: bytes = statement.bytes(2)
    case 1: bytes = statement.withBytes(2) { Compression.decompress($0, size: size) }
    default: bytes = nil
    }
    guard let bytes, Digest(of: bytes) == digest else { return nil }
    return bytes
  }

  package func chain(of item: Int64) throws(EngineError) -> [StepRecord] {
    let statement = try connection.statement("SELECT steps FROM chain WHERE item = ?").bind(1, item)
    defer { statement.reset() }
    guard try statement.step() else { return [] }
    return ChainCoding.decode(statement.bytes(0)) ?? []
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
    let statement = try connection.statement("SELECT value FROM meta WHERE name = ?").bind(1, name)
    defer { statement.reset() }
    return try statement.step() ? statement.bytes(0) : nil
  }

  func digestNumber(_ digest: Digest) throws(EngineError) -> Int64? {
    let statement = try connection.statement("SELECT id FROM digest WHERE bytes = ?").bind(1, digest)
    defer { statement.reset() }
    return try statement.step() ? statement.integer(0) : nil
  }

  func members(of group: String) throws(EngineError) -> [(name: String, digest: Digest)] {
    let statement = try connection.statement("SELECT item, digest FROM member WHERE group_name = ? ORDER BY item")
      .bind(1, group)
    defer { statement.reset() }
    var members: [(name: String, digest: Digest)] = []
    while try statement.step() {
      guard let digest = statement.digest(1) else { continue }
      members.append((statement.text(0), digest))
    }
    return members
  }

  /// What an item gives to its group.
  func member(_ item: String, of group: String) throws(EngineError) -> Digest? {
    let statement = try connection.statement("SELECT digest FROM member WHERE group_name = ? AND item = ?")
      .bind(1, group).bind(2, item)
    defer { statement.reset() }
    return try statement.step() ? statement.digest(0) : nil
  }

  struct Grouping {
    var name: String
    var isDirty: Bool
    var version: Digest?
    var step: StepRecord?
    var load: Digest?
  }

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
          step: statement.isNull(3) ? nil : ChainCoding.decode(statement.bytes(3))?.first,
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

/// A version's settings as they lie in its row.
enum SettingCoding {
  static func encode(_ settings: [StageVersion.Setting]) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(UInt64(settings.count))
    for setting in settings {
      writer.write(setting.name)
      writer.write(setting.value)
    }
    return writer.bytes
  }

  static func decode(_ bytes: [UInt8]) -> [StageVersion.Setting] {
    var reader = RecordReader(bytes)
    var settings: [StageVersion.Setting] = []
    for _ in 0..<(reader.count() ?? 0) {
      guard let name = reader.text(), let value = reader.text() else { break }
      settings.append(StageVersion.Setting(name, value))
    }
    return settings
  }
}

extension StoreReader {
  /// What the group's stage last made.
  package func groupStep(_ group: String) throws(EngineError) -> StepRecord? {
    try groupings().first { ByteOrder.compare($0.name, group) == 0 }?.step
  }
}
