/// Reads every row of the store once and says which are not as they must be; offers the current stages to the sample on
/// the way.
struct StoreScan {
  let engine: Engine
  let reader: StoreReader
  var sample: TraceSample
  private(set) var result = StoreVerification()
  private var damaged: Set<Digest> = []
  private var isCurrent: [Int64: Bool] = [:]

  init(engine: Engine, reader: StoreReader, sample: TraceSample) {
    self.engine = engine
    self.reader = reader
    self.sample = sample
  }

  mutating func run(_ events: (VerifyEvent) -> Void) throws {
    let reader = reader
    try part("artifact") { try $0.readArtifacts(events) }
    try part("version") { try $0.readVersions() }
    try part("trace") {
      try $0.readRows("trace", "key, outputs") { try $0.digest(0) != nil && reader.outputs($0.bytes(1)) != nil }
    }
    try part("attempt") {
      try $0.readRows("attempt", "run, item, steps", name: 1) { try reader.steps($0.bytes(2)) != nil }
    }
    try part("run") {
      try $0.readRows("run", "id, summary") { $0.isNull(1) || RunSummaryCoding.decode($0.bytes(1)) != nil }
    }
    try part("member") {
      try $0.readRows("member", "item, digest", name: 0) { try reader.digest(sealed: $0.bytes(1)) != nil }
    }
    try part("item") { try $0.readItems(events) }
    try part("grouping") { try $0.readGroups() }
  }

  /// A table that SQLite cannot read to its end is a fault, and the others are read all the same.
  private mutating func part(_ table: String, _ body: (inout StoreScan) throws -> Void) throws {
    do {
      try body(&self)
    } catch let error as EngineError where error.code == .storeDamaged {
      result.faults.add(StoreFault(.tableUnreadable, table: table, found: error.cause))
    }
  }

  private mutating func readArtifacts(_ events: (VerifyEvent) -> Void) throws {
    let all = Int(try reader.connection.integer("SELECT count(*) FROM artifact") ?? 0)
    let statement = try reader.connection.statement(
      """
      SELECT digest.bytes, artifact.size, artifact.digest FROM artifact
      LEFT JOIN digest ON digest.id = artifact.digest ORDER BY artifact.digest
      """
    )
    defer { statement.reset() }
    while try statement.step() {
      if result.artifacts % 64 == 0 {
        try Task.checkCancellation()
        events(.progress(.artifacts, done: result.artifacts, of: all))
      }
      result.artifacts += 1
      guard let digest = DigestTable.digest(statement.bytes(0)) else {
        result.faults.add(
          StoreFault(.rowDamaged, table: "artifact", found: "row \(statement.integer(2)) has no digest")
        )
        continue
      }
      guard let bytes = try reader.artifact(digest) else {
        damaged.insert(digest)
        result.faults.add(StoreFault(.artifactDamaged, table: "artifact", digest: digest))
        continue
      }
      result.bytes += Int64(bytes.count)
    }
  }

  private mutating func readVersions() throws {
    let statement = try reader.connection.statement("SELECT id, digest FROM version")
    defer { statement.reset() }
    while try statement.step() {
      result.rows += 1
      let id = statement.integer(0)
      guard let version = try reader.version(id), version.digest == statement.digest(1) else {
        result.faults.add(StoreFault(.rowDamaged, table: "version", found: "row \(id)"))
        continue
      }
      isCurrent[id] = engine.graph.stages.contains { $0.version == version }
    }
  }

  /// - Parameter name: the column that names the item.
  private mutating func readRows(
    _ table: String,
    _ columns: String,
    name: Int32? = nil,
    isWhole: (SQLiteStatement) throws -> Bool
  ) throws {
    let statement = try reader.connection.statement("SELECT \(columns) FROM \(table)")
    defer { statement.reset() }
    while try statement.step() {
      result.rows += 1
      if try isWhole(statement) { continue }
      let item = name.map { statement.text($0) }
      let key = name == nil ? statement.digest(0) : nil
      result.faults.add(StoreFault(.rowDamaged, table: table, item: item, digest: key))
    }
  }

  private mutating func readItems(_ events: (VerifyEvent) -> Void) throws {
    let all = Int(try reader.connection.integer("SELECT count(*) FROM item") ?? 0)
    var cursor = try ItemCursor(reader)
    while !cursor.isAtEnd {
      let row = try cursor.row
      if result.items % 256 == 0 { events(.progress(.rows, done: result.items, of: all)) }
      result.items += 1
      result.rows += 1
      offer(row, try reader.chain(of: row.name))
      try cursor.advance()
    }
  }

  private mutating func offer(_ row: ItemRow, _ steps: [StepRecord]) {
    for step in steps {
      guard let index = engine.graph.stages.firstIndex(where: { $0.name == step.stage }) else { continue }
      let stage = engine.graph.stages[index]
      if !damaged.isEmpty {
        for (position, digest) in step.outputs.enumerated() where damaged.contains(digest) {
          let output = stage.outputs.indices.contains(position) ? stage.outputs[position].name : nil
          result.faults.name(digest, item: row.name, stage: step.stage, output: output)
        }
      }
      // Made by other code than this program's: it cannot be made again here.
      if isCurrent[step.version] == true { sample.offer(row.name, stage: index) }
    }
  }

  private mutating func readGroups() throws {
    let statement = try reader.connection.statement("SELECT name, step FROM grouping ORDER BY name")
    defer { statement.reset() }
    while try statement.step() {
      result.rows += 1
      guard !statement.isNull(1) else { continue }
      let name = statement.text(0)
      guard let step = try reader.steps(statement.bytes(1))?.first else {
        result.faults.add(StoreFault(.rowDamaged, table: "grouping", item: name))
        continue
      }
      for digest in step.outputs where damaged.contains(digest) {
        result.faults.name(digest, item: name, stage: step.stage, output: nil)
      }
      if try reader.version(step.version) == engine.graph.groupStage?.version { sample.offer(name, stage: nil) }
    }
  }
}
