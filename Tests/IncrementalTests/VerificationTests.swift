import Foundation
import Synchronization
import Testing

@testable import Incremental

@Suite struct VerificationTests {
  private func toys() async throws -> ToyPipeline {
    try await ToyPipeline.afterRun(with: ["d": "BAD", "e": "END"])
  }

  private func verify(
    _ toys: ToyPipeline,
    sample: TraceSample.Size = .share(1),
    seed: UInt64 = 1
  ) async throws -> StoreVerification {
    var options = VerifyOptions()
    options.sample = sample
    options.seed = seed
    return try #require(try await toys.engine().verify(options))
  }

  private func execute(_ toys: ToyPipeline, _ sql: String) throws {
    try SQLiteConnection(path: toys.storePath, mode: .readWrite).execute(sql)
  }

  @Test func `A whole store is whole, failures and ends included`() async throws {
    let toys = try await toys()
    let found = try await verify(toys)
    #expect(found.faults.isEmpty, "\(found.faults.list)")
    #expect(found.items == 5)
    #expect(found.artifacts > 5)
    // Three whole items of three stages, one failure, one end, two groups.
    #expect(found.offered == 13)
    #expect(found.chosen == 13)
    #expect(found.same == 13)
    #expect(found.skipped.isEmpty)
  }

  @Test func `Nothing is written`() async throws {
    let toys = try await toys()
    let before = try Data(contentsOf: URL(filePath: toys.storePath))
    _ = try await verify(toys)
    #expect(try Data(contentsOf: URL(filePath: toys.storePath)) == before)
  }

  @Test func `The same seed chooses the same, another one others`() async throws {
    let toys = try ToyPipeline()
    for index in 0..<60 { toys.put("\(index)", "word \(index)") }
    try await toys.run()
    func chosen(_ seed: UInt64, _ size: TraceSample.Size) throws -> [String] {
      let reader = try StoreReader(path: toys.storePath)
      var scan = StoreScan(engine: try toys.engine(), reader: reader, sample: TraceSample(size: size, seed: seed))
      try scan.run { _ in }
      return scan.sample.choices().map { "\($0.name) \($0.stage ?? -1)" }
    }
    #expect(try chosen(7, .count(10)) == chosen(7, .count(10)))
    #expect(try chosen(7, .count(10)).count == 10)
    #expect(try chosen(7, .count(10)) != chosen(8, .count(10)))
    #expect(try (10...70).contains(chosen(7, .share(0.2)).count))
    #expect(try chosen(7, .share(0)).isEmpty)
  }

  @Test func `A damaged artifact is named with the item, the stage and the output that need it`() async throws {
    let toys = try await toys()
    let count = Digest(of: "3").hex.uppercased()
    try execute(
      toys,
      "UPDATE artifact SET start = start + 1 WHERE digest = (SELECT id FROM digest WHERE hex(bytes) LIKE '\(count)%')"
    )
    let found = try await verify(toys)
    #expect(found.faults.ofTheStore == 1)
    let fault = try #require(found.faults.list.first)
    #expect(fault.kind == .artifactDamaged)
    #expect(fault.item == "b")
    #expect(fault.stage == "words")
    #expect(fault.output == "count")
    // What read it is run again all the same: the damaged bytes are made anew on the way.
    #expect(found.same == 13)
  }

  @Test(
    arguments: [
      ("attempt", "UPDATE attempt SET steps = x'05ff' WHERE item = 'a'"),
      ("version", "UPDATE version SET code = 'other' WHERE id = 1"), ("trace", "UPDATE trace SET outputs = x'09'"),
      ("run", "UPDATE run SET summary = x'ff'"), ("member", "UPDATE member SET digest = x'00'"),
      ("grouping", "UPDATE grouping SET step = x'03'"),
      ("artifact", "INSERT INTO artifact (digest, pack, start, size) VALUES (9999, 1, 0, 1)"),
    ]
  ) func `A damaged row is a fault of its table`(table: String, sql: String) async throws {
    let toys = try await toys()
    try execute(toys, sql)
    let found = try await verify(toys, sample: .count(0))
    #expect(found.faults.ofTheStore > 0)
    #expect(found.faults.ofTheCode == 0)
    #expect(found.faults.list.allSatisfy { $0.kind == .rowDamaged && $0.table == table }, "\(found.faults.list)")
  }

  @Test func `A trace that says other outputs than the chain is a fault of the store, not of the stage`() async throws {
    let toys = try await toys()
    try execute(
      toys,
      """
      UPDATE trace SET outputs = (SELECT outputs FROM trace t WHERE t.id = 1)
      WHERE version = (SELECT id FROM version WHERE stage = 'shout')
      """
    )
    let found = try await verify(toys)
    #expect(found.faults.ofTheStore > 0)
    #expect(found.faults.ofTheCode == 0)
  }

  @Test func `A stage that is no pure function is told with item, stage and key`() async throws {
    let toys = try await toys()
    toys.salt.withLock { $0 = "?" }
    let found = try await verify(toys)
    #expect(found.faults.ofTheStore == 0)
    #expect(found.faults.ofTheCode == 3)
    let fault = try #require(found.faults.list.min { ($0.item ?? "") < ($1.item ?? "") })
    #expect(fault.kind == .otherOutput)
    #expect(fault.item == "a")
    #expect(fault.stage == "shout")
    #expect(fault.output == "shouted")
    #expect(fault.stored == Digest(of: "ONE TWO!").short)
    #expect(fault.found == Digest(of: "ONE TWO!?").short)
  }

  @Test func `What cannot be run again is no fault`() async throws {
    let toys = try await toys()
    // Another version of a stage: what was made with the old one is not to be had again.
    var options = VerifyOptions()
    options.sample = .share(1)
    let older = try #require(try await toys.engine(.init(code: "2")).verify(options))
    #expect(older.faults.isEmpty)
    #expect(older.offered == 10)
    // The item has changed, and nothing has run since.
    toys.put("a", "six")
    let changed = try await verify(toys)
    #expect(changed.faults.isEmpty)
    #expect(changed.skipped[.changed] == 1)
    // Gone artifacts are made on the way, where the item is as it was.
    try toys.loseArtifacts()
    let lost = try await verify(toys)
    #expect(lost.faults.isEmpty)
    #expect(lost.skipped[.changed] ?? 0 > 0)
    #expect(lost.same > 5)
  }

  @Test func `A table that cannot be read to its end is told, and the others are read`() async throws {
    let toys = try await toys()
    for index in 0..<300 { toys.put("x\(index)", "text \(index) " + String(repeating: "\(index * 7) ", count: 90)) }
    try await toys.run()
    // A page of the artifacts' tree.
    let connection = try SQLiteConnection(path: toys.storePath, mode: .readWrite)
    let root = try #require(try connection.integer("SELECT rootpage FROM sqlite_schema WHERE name = 'artifact'"))
    let size = try #require(try connection.integer("PRAGMA page_size"))
    let file = try FileHandle(forUpdating: URL(filePath: toys.storePath))
    try file.seek(toOffset: UInt64((root - 1) * size))
    try file.write(contentsOf: Data(repeating: 0xEE, count: 40))
    try file.close()
    let found = try await verify(toys, sample: .count(0))
    #expect(found.faults.list.contains { $0.kind == .tableUnreadable && $0.table == "artifact" })
    #expect(found.items == 305)
  }
}
