import Foundation
import Synchronization
import Testbed

@testable import Incremental

/// Three small stages over texts in memory: `trim` (drops white space, and notes how much), `words` (counts them) and
/// `shout`; groups by number of words; a sink in memory.
final class ToyPipeline: Sendable {
  struct File: Sendable {
    var text: String
    var stamp: FileStamp
  }

  private let folder: TemporaryFolder
  let files = Mutex<[String: File]>([:])
  let sink = ToySink()
  let bodies = Mutex<[String: Int]>([:])
  /// What `shout` adds without its key saying so: a stage that is no pure function.
  let salt = Mutex("")
  /// Larger files are not read.
  let limit = Mutex<Int64>(1_000)
  private let clock = Mutex<Int64>(2_000_000_000_000_000_000)
  /// How far each look at the clock moves it.
  private let step = Mutex<Int64>(10_000_000_001)

  init() throws {
    folder = try TemporaryFolder()
  }

  /// One that has run once, over three items in two groups.
  ///
  /// - Parameter more: texts of further items.
  static func afterRun(with more: KeyValuePairs<String, String> = [:]) async throws -> ToyPipeline {
    let toys = try ToyPipeline()
    toys.put("a", "one two")
    toys.put("b", "one two three")
    toys.put("c", "four five")
    for (name, text) in more { toys.put(name, text) }
    try await toys.run()
    return toys
  }

  var storePath: String { folder.path("store.sqlite") }

  func put(_ name: String, _ text: String) {
    let now = clock.withLock { time in
      time += 10_000_000_000
      return time
    }
    files.withLock { files in
      files[name] = File(
        text: text,
        stamp: FileStamp(
          size: Int64(text.utf8.count),
          modifiedNanoseconds: now,
          changedNanoseconds: now,
          inode: 1
        )
      )
    }
  }

  func loseArtifacts() throws {
    try SQLiteConnection(path: storePath, mode: .readWrite).execute("DELETE FROM artifact")
  }

  /// As somebody's hand would: the pages' sums are right.
  func damageArtifacts() throws {
    try SQLiteConnection(path: storePath, mode: .readWrite).execute("UPDATE pack SET data = zeroblob(length(data))")
  }

  func remove(_ name: String) { files.withLock { $0[name] = nil } }

  func tick(_ nanoseconds: Int64 = 10_000_000_001) { clock.withLock { $0 += nanoseconds } }

  /// The clock stands still from now on.
  func set(clock time: Int64) {
    clock.withLock { $0 = time }
    step.withLock { $0 = 0 }
  }

  struct Version {
    var code = "1"
    var suffix = "!"
  }

  func engine(_ version: Version = Version()) throws -> Engine {
    let graph = try StageGraph(
      stages: [trim(), words(), shout(version)],
      groupStage: GroupStageDefinition(
        version: StageVersion(stage: "total", code: "1"),
        member: "count",
        group: { ($0 as? [UInt8]).map { String(decoding: $0, as: UTF8.self) } },
        outputs: [output("sum")],
        body: { _, members in
          let lines = members.map {
            "\($0.name)=\(($0.value as? [UInt8]).map { String(decoding: $0, as: UTF8.self) } ?? "")"
          }
          return StageResult([artifact(lines.joined(separator: ","))])
        }
      )
    )
    return Engine(
      graph: graph,
      storePath: storePath,
      sources: [EngineSource(name: "toys", settings: "\(limit.withLock { $0 })")],
      access: ItemAccess(
        read: { name, _ in
          guard let file = self.files.withLock({ $0[name] }) else { throw Gone() }
          guard file.stamp.size <= self.limit.withLock({ $0 }) else {
            throw ItemFailure(code: "large", message: "large")
          }
          return (Array(file.text.utf8), file.stamp)
        },
        admits: { stamp in stamp.size <= self.limit.withLock { $0 } },
        now: {
          self.clock.withLock {
            $0 += self.step.withLock { $0 }
            return $0
          }
        }
      ),
      sink: sink
    )
  }

  struct Gone: Error {}

  @discardableResult
  func run(_ version: Version = Version(), _ change: (inout EngineOptions) -> Void = { _ in }) async throws
    -> EngineReport
  {
    var options = EngineOptions()
    options.jobs = 4
    change(&options)
    let engine = try engine(version)
    try engine.openStore()
    bodies.withLock { $0 = [:] }
    var listing = files.withLock { files in
      files.sorted { ByteOrder.compare($0.key, $1.key) < 0 }
        .map { ListedItem(name: $0.key, stamp: $0.value.stamp, source: 0) }
    }.makeIterator()
    return try await engine.run(options, listing: &listing) { ListingVerdict() }
  }

  /// How often a stage's body really ran in the last run.
  func ran(_ stage: String) -> Int { bodies.withLock { $0[stage] ?? 0 } }

  private func note(_ stage: String) { bodies.withLock { $0[stage, default: 0] += 1 } }

  private func trim() -> StageDefinition {
    StageDefinition(
      version: StageVersion(stage: "trim", code: "1"),
      inputs: [.content],
      outputs: [output("text"), output("blanks")]
    ) { arguments in
      self.note("trim")
      let bytes: [UInt8] = try arguments.value(0)
      let text = String(decoding: bytes, as: UTF8.self)
      if text.contains("BAD") { throw ItemFailure(code: "bad", message: "it says BAD") }
      let words = text.split(separator: " ").joined(separator: " ")
      let end = text.contains("END") ? "it says END" : nil
      return StageResult([artifact(words), artifact("\(text.utf8.count - words.utf8.count)")], end: end)
    }
  }

  private func words() -> StageDefinition {
    StageDefinition(
      version: StageVersion(stage: "words", code: "1"),
      inputs: [.output("text")],
      outputs: [output("count")]
    ) { arguments in
      self.note("words")
      let text: [UInt8] = try arguments.value(0)
      return StageResult([artifact("\(text.split(separator: 32).count)")])
    }
  }

  private func shout(_ version: Version) -> StageDefinition {
    StageDefinition(
      version: StageVersion(stage: "shout", code: version.code, parameters: [.init("shout.suffix", version.suffix)]),
      inputs: [.output("text"), .output("count")],
      outputs: [output("shouted")]
    ) { arguments in
      self.note("shout")
      let text: [UInt8] = try arguments.value(0)
      return StageResult([
        artifact(String(decoding: text, as: UTF8.self).uppercased() + version.suffix + self.salt.withLock { $0 })
      ])
    }
  }
}

private func output(_ name: String) -> StageOutput { StageOutput(name) { $0 } }

private func artifact(_ text: String) -> Artifact {
  let bytes = Array(text.utf8)
  return Artifact(bytes: bytes, value: bytes)
}

/// Keeps what it is given.
final class ToySink: ItemSink {
  struct Row: Sendable, Equatable {
    var text: String
    var state: ItemState
    var reason: String?
    var digest: Digest
  }

  struct Contents: Sendable {
    var items: [ItemName: Row] = [:]
    var groups: [ItemName: Row] = [:]
    var generation = 0
    /// Sessions that changed it.
    var sessions = 0
    var isOpen = false
  }

  /// A group on its way.
  final class Group: Sendable {
    let name: ItemName
    let row: Row
    private let alive: Alive

    init(name: ItemName, row: Row, _ alive: Alive) {
      (self.name, self.row, self.alive) = (name, row, alive)
      alive.add(1)
    }

    deinit { alive.add(-1) }
  }

  /// How many are in memory at once.
  final class Alive: Sendable {
    private let count = Mutex((now: 0, most: 0))

    var most: Int { count.withLock { $0.most } }

    func add(_ number: Int) {
      count.withLock { count in
        count.now += number
        count.most = max(count.most, count.now)
      }
    }
  }

  let alive = Alive()
  let contents = Mutex(Contents())
  /// How many changes each commit had.
  let commits = Mutex<[Int]>([])
  /// Which commit from now on ends with an error, as a kill between the store's commit and the sink's would; 0 for none.
  let breaks = Atomic(0)
  let name = "sink"
  let itemInputs = ["shouted"]
  let groupInputs = ["sum"]

  struct Broken: Error {}

  func token() throws -> [UInt8]? { contents.withLock { Array("\($0.generation)".utf8) } }

  func open(verifying: Bool) throws -> SinkContents {
    contents.withLock { held in
      var contents = SinkContents()
      held.isOpen = true
      contents.generation = SinkGeneration(identity: "toy", count: Int64(held.sessions))
      contents.groups = held.groups.mapValues { SinkRecord(digest: $0.digest, state: $0.state, isIntact: true) }
      return contents
    }
  }

  func names(after name: String, limit: Int) throws -> [String] {
    let names = contents.withLock { held in held.items.keys.map(\.text) }
    return Array(
      names.sorted { ByteOrder.compare($0, $1) < 0 }.filter { ByteOrder.compare($0, name) > 0 }.prefix(limit)
    )
  }

  func records(of names: [String], verifying: Bool) throws -> [ItemName: SinkRecord] {
    contents.withLock { held in
      var records: [ItemName: SinkRecord] = [:]
      for name in names.map({ ItemName($0) }) {
        records[name] = held.items[name].map { SinkRecord(digest: $0.digest, state: $0.state, isIntact: true) }
      }
      return records
    }
  }

  func prepare(_ item: SinkItem) throws -> any Sendable {
    let text = (item.values[0] as? [UInt8]).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return (ItemName(item.name), Row(text: text, state: item.state, reason: item.reason, digest: item.digest))
  }

  func prepare(group: String, digest: Digest, values: [any Sendable]) throws -> any Sendable {
    let text = (values.first as? [UInt8]).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return Group(name: ItemName(group), row: Row(text: text, state: .complete, reason: nil, digest: digest), alive)
  }

  func commit(_ changes: [SinkChange]) throws -> Bool {
    if breaks.load(ordering: .relaxed) > 0, breaks.subtract(1, ordering: .relaxed).newValue == 0 { throw Broken() }
    commits.withLock { $0.append(changes.count) }
    contents.withLock { held in
      held.generation += 1
      if held.isOpen { held.sessions += 1 }
      held.isOpen = false
      for change in changes {
        switch change {
        case .put(let row): if let (name, row) = row as? (ItemName, Row) { held.items[name] = row }
        case .markStale(let name, let reason):
          held.items[ItemName(name)]?.state = .stale
          held.items[ItemName(name)]?.reason = reason
        case .remove(let name): held.items[ItemName(name)] = nil
        case .putGroup(let group): if let group = group as? Group { held.groups[group.name] = group.row }
        case .removeGroup(let name): held.groups[ItemName(name)] = nil
        }
      }
    }
    return true
  }

  func finish() throws -> [UInt8]? { try token() }
  func abandon() {}

  /// As somebody's hand would, where `change` says more.
  func touch(_ change: (inout Contents) -> Void = { _ in }) {
    contents.withLock { held in
      held.generation += 1
      change(&held)
    }
  }

  func text(_ name: String) -> String? { contents.withLock { $0.items[ItemName(name)]?.text } }
  func group(_ name: String) -> String? { contents.withLock { $0.groups[ItemName(name)]?.text } }
}
