import Foundation
import Synchronization
import Testbed
import Testing

@testable import Incremental

@Suite struct CollectionTests {
  private func collect(
    _ toys: ToyPipeline,
    version: ToyPipeline.Version = .init(),
    isDry: Bool = false,
    _ change: (inout Retention) -> Void = { _ in }
  ) throws -> StoreCollection {
    var engine = try toys.engine(version)
    change(&engine.retention)
    return try #require(try engine.collect(isDry: isDry))
  }

  private func reader(_ toys: ToyPipeline) throws -> StoreReader { try StoreReader(path: toys.storePath) }

  @Test func `A store within its limits loses nothing`() async throws {
    let toys = try await ToyPipeline.afterRun()
    let collection = try collect(toys)
    #expect(collection.isEmpty, "\(collection)")
    #expect(collection.kept[.current]?.count ?? 0 > 0)
    try await toys.run { $0.forceFrom = "trim" }
    #expect(toys.sink.text("a") == "ONE TWO!")
  }

  @Test func `Without room for anything the next runs are right all the same`() async throws {
    let toys = try await ToyPipeline.afterRun()
    let collection = try collect(toys) { $0.maximumBytes = 0 }
    #expect(collection.kept.values.allSatisfy { $0.count == 0 })
    let quiet = try await toys.run()
    #expect(!quiet.wroteSink)
    #expect(toys.ran("trim") == 0)
    // One stage changes: what it reads is made again, and nothing else of the item.
    try await toys.run(.init(suffix: "?"))
    #expect(toys.sink.text("a") == "ONE TWO?")
    toys.put("c", "six")
    try await toys.run(.init(suffix: "?"))
    #expect(toys.sink.group("1") == "c=1")
    #expect(toys.sink.group("2") == "a=2")
    let found = try #require(try await toys.engine(.init(suffix: "?")).verify(VerifyOptions()))
    #expect(found.faults.isEmpty)
  }

  @Test func `Results of earlier inputs go first, then the history, and what is cheap to make before the rest`()
    async throws
  {
    let toys = try await ToyPipeline.afterRun()
    toys.put("a", "seven eight nine")
    try await toys.run()
    // The history names both versions of a.
    #expect(try collect(toys, isDry: true).kept[.history]?.count == 2)
    let short = try collect(toys) { $0.versions = 1 }
    #expect(short.attempts == 1)
    #expect(short.freed.isEmpty)
    // Now only a trace does.
    #expect(short.kept[.earlier]?.count == 4)
    let old = try collect(toys) {
      $0.versions = 1
      $0.maximumAgeNanoseconds = 1
    }
    #expect(old.freed[.earlier]?.count == 4)
    // Of the three stages of a, and of both groups.
    #expect(old.traces == 5)
    #expect(old.freed[.current] == nil)
    toys.put("a", "one two")
    try await toys.run()
    #expect(toys.ran("trim") == 1)
    #expect(toys.sink.text("a") == "ONE TWO!")
  }

  @Test func `The last good result of a failing item stays, with all that its stages made`() async throws {
    let toys = try await ToyPipeline.afterRun()
    toys.put("a", "BAD")
    try await toys.run()
    let collection = try collect(toys) { $0.maximumBytes = 0 }
    #expect(collection.kept[.lastGood]?.count ?? 0 > 0)
    let reader = try reader(toys)
    #expect(try reader.holds(Digest(of: "ONE TWO!")))
    // The sink is lost: its rows can come from the store alone.
    toys.sink.contents.withLock { $0 = ToySink.Contents() }
    try await toys.run()
    #expect(toys.sink.text("a") == "ONE TWO!")
    #expect(toys.sink.text("b") == "ONE TWO THREE!")
  }

  @Test func `The history keeps the last versions, and the last attempt in any case`() async throws {
    let toys = try ToyPipeline()
    for version in 0..<8 {
      toys.put("a", "version \(version)")
      toys.put("b", "always")
      try await toys.run()
    }
    // Nothing changes by these.
    for _ in 0..<3 {
      toys.put("a", "version 7")
      try await toys.run()
    }
    #expect(try reader(toys).attempts(of: "a").attempts.count == 11)
    _ = try collect(toys) { $0.versions = 3 }
    let past = try reader(toys).attempts(of: "a")
    #expect(past.attempts.map(\.run) == [11, 8, 7, 6])
    #expect(!past.isWhole)
    #expect(try reader(toys).attempts(of: "b").attempts.count == 2)
    #expect(try reader(toys).holds(Digest(of: "version 6")))
    _ = try collect(toys) {
      $0.versions = 1
      $0.runs = 2
    }
    #expect(try reader(toys).attempts(of: "a").attempts.map(\.run) == [11, 8])
    #expect(try reader(toys).runs(limit: 99).map(\.run) == [11, 10, 8, 1])
  }

  @Test func `A dry run tells the same and writes nothing`() async throws {
    let toys = try await ToyPipeline.afterRun()
    toys.put("a", "seven")
    try await toys.run()
    let before = try Data(contentsOf: URL(filePath: toys.storePath))
    let dry = try collect(toys, isDry: true) { $0.versions = 1 }
    #expect(try Data(contentsOf: URL(filePath: toys.storePath)) == before)
    let real = try collect(toys) { $0.versions = 1 }
    #expect(dry.attempts == real.attempts)
    #expect(dry.freed == real.freed)
    #expect(dry.traces == real.traces)
  }

  @Test func `Room is given back to the file system`() async throws {
    let toys = try ToyPipeline()
    var numbers = SystemRandomNumberGenerator()
    for index in 0..<80 {
      toys.put("\(index)", (0..<1500).map { _ in String(numbers.next(), radix: 36) }.joined(separator: " "))
    }
    toys.limit.withLock { $0 = 100_000 }
    try await toys.run()
    let collection = try collect(toys) { $0.maximumBytes = 300_000 }
    #expect(collection.bytesBefore > 1_000_000)
    #expect(collection.bytesAfter <= 300_000)
    #expect(collection.bytesFree == 0)
    let size = try FileManager.default.attributesOfItem(atPath: toys.storePath)[.size] as? Int ?? 0
    #expect(size == Int(collection.bytesAfter))
    let again = try collect(toys) { $0.maximumBytes = 300_000 }
    #expect(again.isEmpty)
  }

  @Test func `The end of a run collects when the store has grown beyond its limit, and not each time`() async throws {
    let toys = try await ToyPipeline.afterRun()
    var engine = try toys.engine()
    #expect(try engine.collectWhenDue() == nil)
    engine.retention.maximumBytes = 1
    #expect(try engine.collectWhenDue() != nil)
    // It cannot come down further, and does not try again before it has grown.
    #expect(try engine.collectWhenDue() == nil)
    engine.retention.maximumBytes = 1 << 40
    #expect(try engine.collectWhenDue() == nil)
    engine.retention.maximumAgeNanoseconds = 10 * 86_400_000_000_000
    #expect(try engine.collectWhenDue() == nil)
    toys.tick(2 * 86_400_000_000_000)
    #expect(try engine.collectWhenDue() != nil)
    #expect(try engine.collectWhenDue() == nil)
  }

  /// Seeds that failed once go into the arguments.
  @Test(arguments: 1...12) func `Random collections between runs never change what arrives`(seed: Int) async throws {
    var numbers = SeededNumbers(seed: seed)
    let toys = try ToyPipeline()
    let plain = try ToyPipeline()
    let texts = ["one two", "one  two", "three", "BAD", "four five six END", "seven eight nine", "BAD too"]
    var log: [String] = []
    for _ in 0..<12 {
      var version = ToyPipeline.Version()
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let name = ["a", "b", "c", "d", "e"].randomElement(using: &numbers) ?? "a"
        let text = texts.randomElement(using: &numbers) ?? ""
        log.append("\(name) \(text)")
        for pipeline in [toys, plain] {
          if text == "three" { pipeline.remove(name) } else { pipeline.put(name, text) }
        }
      }
      if Bool.random(using: &numbers) { version.suffix = "?" }
      let force = Int.random(in: 0..<8, using: &numbers) == 0 ? "words" : nil
      for pipeline in [toys, plain] {
        try await pipeline.run(version) {
          $0.allowDeletions = true
          $0.forceFrom = force
        }
      }
      let (found, wanted) = (toys.sink.contents.withLock { $0 }, plain.sink.contents.withLock { $0 })
      #expect(found.items == wanted.items, "seed \(seed): \(log)")
      #expect(found.groups == wanted.groups, "seed \(seed): \(log)")
      let quiet = try await toys.run(version)
      #expect(!quiet.wroteSink, "seed \(seed): \(log)")
      let size: Int64? = [nil, 0, 60_000, 90_000].randomElement(using: &numbers) ?? nil
      let age: Int64? = [nil, 1, 100_000_000_000].randomElement(using: &numbers) ?? nil
      let versions = Int.random(in: 1...3, using: &numbers)
      log.append("collect \(size ?? -1) \(age ?? -1) \(versions)")
      _ = try collect(toys, version: version) {
        $0.maximumBytes = size
        $0.maximumAgeNanoseconds = age
        $0.versions = versions
      }
      let found2 = try #require(try await toys.engine(version).verify(VerifyOptions()))
      #expect(found2.faults.isEmpty, "seed \(seed): \(found2.faults.list) \(log)")
    }
  }
}
