/// Who needs what in the store: one pass over every table that names artifacts.
///
/// Rows are marked in arrays by their number, some bytes each, so that memory stays small with millions of them.
struct StoreCensus {
  /// By number of the digest.
  private(set) var use: [ArtifactUse]
  /// The latest run that named it, and the nanoseconds that it took to make it.
  private(set) var run: [Int32]
  private(set) var cost: [Float]
  /// Digests that rows name which stay in any case, artifacts or not.
  private(set) var isNamed: [Bool]
  /// Attempts that the history drops.
  private(set) var attempts: [(item: String, run: Int64)] = []
  private(set) var keptRuns: Set<Int64> = []
  /// First bytes of the action keys that chains of today and the history name, sorted.
  private var keys: [UInt64] = []

  private let retention: Retention
  private let stages: Set<String>

  /// - Parameter oldest: attempts of items that are no more go when their run is older than this one.
  init(reader: StoreReader, retention: Retention, graph: StageGraph, oldest: Int64?) throws {
    self.retention = retention
    stages = Set(graph.stages.map(\.name))
    let digests = Int(try reader.connection.integer("SELECT max(id) FROM digest") ?? 0) + 1
    use = Array(repeating: .nobody, count: digests)
    run = Array(repeating: 0, count: digests)
    cost = Array(repeating: 0, count: digests)
    isNamed = Array(repeating: false, count: digests)
    try countItems(reader)
    try countGroups(reader)
    try countAttempts(reader, oldest: oldest)
    keys.sort()
    try countTraces(reader)
  }

  /// Whether a chain of today, a group's or one in the history names the action.
  func isNamed(key: Digest) -> Bool {
    let wanted = Self.head(key)
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = low + (high - low) / 2
      if keys[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == wanted
  }

  /// Two keys that begin alike would only keep a trace too long.
  private static func head(_ key: Digest) -> UInt64 {
    key.withBytes { $0.loadUnaligned(as: UInt64.self) }
  }

  private mutating func mark(_ number: Int64?, _ value: ArtifactUse, run: Int64) {
    guard let index = number.map({ Int($0) }), use.indices.contains(index) else { return }
    use[index] = max(use[index], value)
    self.run[index] = max(self.run[index], Int32(clamping: run))
    isNamed[index] = true
  }

  /// Steps with the numbers of all digests that their bytes name.
  private struct Chain {
    var run: Int64 = 0
    var steps: [StepRecord] = []
    var numbers: [Int64] = []

    init(_ bytes: [UInt8], _ reader: StoreReader) throws {
      var numbers: [Int64] = []
      let steps = try ChainCoding.decode(
        bytes,
        digest: { number throws(EngineError) in
          numbers.append(number)
          return try reader.digest(number)
        },
        version: reader.version
      )
      self.steps = steps ?? []
      self.numbers = numbers
    }
  }

  private mutating func keep(_ chain: Chain, _ value: ArtifactUse, _ reader: StoreReader) throws {
    for number in chain.numbers where isNamed.indices.contains(Int(number)) { isNamed[Int(number)] = true }
    for step in chain.steps {
      keys.append(Self.head(step.key))
      for output in step.outputs { mark(try reader.digestNumber(output), value, run: step.lastRun) }
    }
  }

  private mutating func countItems(_ reader: StoreReader) throws {
    let steps = try reader.connection.statement(
      "SELECT steps FROM attempt WHERE item = ? ORDER BY run DESC LIMIT 1"
    )
    var cursor = try ItemCursor(reader)
    while !cursor.isAtEnd {
      try Task.checkCancellation()
      let row = try cursor.row
      // Of a failing item nothing of what it last was can be made again.
      let value: ArtifactUse = row.state == .stale ? .lastGood : .current
      steps.bind(1, row.name)
      let bytes = try steps.step() ? steps.bytes(0) : nil
      steps.reset()
      if let bytes { try keep(try Chain(bytes, reader), value, reader) }
      for digest in row.good ?? [] {
        if let digest { mark(try reader.digestNumber(digest), value, run: .max) }
      }
      for number in [row.plan, try row.content.flatMap { content in try reader.digestNumber(content) }] {
        if let number, isNamed.indices.contains(Int(number)) { isNamed[Int(number)] = true }
      }
      try cursor.advance()
    }
  }

  private mutating func countGroups(_ reader: StoreReader) throws {
    let groups = try reader.connection.statement("SELECT step FROM grouping WHERE step IS NOT NULL")
    while try groups.step() { try keep(try Chain(groups.bytes(0), reader), .current, reader) }
    groups.reset()
    for name in try reader.connection.texts("SELECT DISTINCT group_name FROM member") {
      for member in try reader.members(of: name) {
        mark(try reader.digestNumber(member.digest), .current, run: .max)
      }
    }
  }

  private mutating func countAttempts(_ reader: StoreReader, oldest: Int64?) throws {
    let statement = try reader.connection.statement(
      "SELECT item, run, change, state, reason, steps FROM attempt ORDER BY item, run DESC"
    )
    defer { statement.reset() }
    var item = ""
    var marks: [AttemptMark] = []
    var chains: [Chain] = []
    while try statement.step() {
      let name = statement.text(0)
      if ByteOrder.compare(name, item) != 0 {
        try Task.checkCancellation()
        try settle(item, marks, chains, reader, oldest: oldest)
        item = name
        marks.removeAll(keepingCapacity: true)
        chains.removeAll(keepingCapacity: true)
      }
      var chain = try Chain(statement.bytes(5), reader)
      chain.run = statement.integer(1)
      marks.append(
        AttemptMark(
          change: ItemChange(rawValue: UInt8(truncatingIfNeeded: statement.integer(2))) ?? .unchanged,
          state: statement.optionalInteger(3).flatMap { ItemState(rawValue: UInt8(truncatingIfNeeded: $0)) },
          reason: statement.optionalText(4),
          steps: chain.steps,
          stages: stages
        )
      )
      chains.append(chain)
    }
    try settle(item, marks, chains, reader, oldest: oldest)
  }

  private mutating func settle(
    _ item: String,
    _ marks: [AttemptMark],
    _ chains: [Chain],
    _ reader: StoreReader,
    oldest: Int64?
  ) throws {
    guard let newest = chains.first else { return }
    var dropped = Set(retention.dropped(marks))
    if marks.first?.isDeleted == true, let oldest, newest.run < oldest { dropped = Set(marks.indices) }
    for (index, chain) in chains.enumerated() {
      if dropped.contains(index) {
        attempts.append((item, chain.run))
      } else {
        keptRuns.insert(chain.run)
        try keep(chain, .history, reader)
      }
    }
  }

  private mutating func countTraces(_ reader: StoreReader) throws {
    let statement = try reader.connection.statement("SELECT run, cost, outputs FROM trace")
    defer { statement.reset() }
    while try statement.step() {
      let outputs = try reader.outputNumbers(statement.bytes(2)).filter { use.indices.contains($0) }
      // What a failing item needs of a stage, it needs all of: its page without the page's map leads nowhere.
      let value: ArtifactUse = outputs.contains { use[$0] == .lastGood } ? .lastGood : .earlier
      for id in outputs {
        use[id] = max(use[id], value)
        run[id] = max(run[id], Int32(clamping: statement.integer(0)))
        cost[id] = max(cost[id], Float(statement.integer(1)))
      }
    }
  }
}

extension StoreReader {
  /// The numbers of a trace's outputs; none of a damaged row.
  func outputNumbers(_ bytes: [UInt8]) throws(EngineError) -> [Int] {
    var numbers: [Int] = []
    for digest in try outputs(bytes) ?? [] {
      if let number = try digestNumber(digest) { numbers.append(Int(number)) }
    }
    return numbers
  }
}
