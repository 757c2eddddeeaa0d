import Foundation
import Testing

@testable import Incremental

@Suite struct StoreTests {
  private func execute(_ toys: ToyPipeline, _ sql: String) throws {
    try SQLiteConnection(path: toys.storePath, mode: .readWrite).execute(sql)
  }

  private func count(_ toys: ToyPipeline, _ question: String) throws -> Int64? {
    try SQLiteConnection(path: toys.storePath, mode: .readOnly).integer(question)
  }

  @Test func `A store of version 1 keeps its runs, and the rest is made again`() async throws {
    let toys = try ToyPipeline()
    toys.put("a", "one two")
    try await toys.run()
    try execute(
      toys,
      """
      DROP TABLE pack;
      CREATE TABLE chain (item INTEGER PRIMARY KEY, steps BLOB NOT NULL) STRICT;
      PRAGMA user_version = 1;
      """
    )
    #expect(try toys.engine().existingStore() == nil)
    let report = try await toys.run()
    #expect(report.run == 2)
    #expect(toys.ran("trim") == 1)
    #expect(!report.wroteSink)
    #expect(try count(toys, "SELECT count(*) FROM run") == 2)
    #expect(try count(toys, "SELECT count(*) FROM sqlite_schema WHERE name = 'chain'") == 0)
  }

  @Test func `What neighbours made lies together, and what groups read apart from it`() async throws {
    let toys = try ToyPipeline()
    for index in 0..<8 { toys.put("\(index)", String(repeating: "word ", count: index + 1)) }
    try await toys.run { $0.jobs = 1 }
    // One of the items' outputs, one of the counts, one of the groups' sums.
    #expect(try count(toys, "SELECT count(*) FROM pack") == 3)
    let reader = try StoreReader(path: toys.storePath)
    for index in 0..<8 {
      let text = Array(repeating: "word", count: index + 1).joined(separator: " ")
      #expect(try reader.artifact(Digest(of: text)) == Array(text.utf8))
      #expect(try reader.artifact(Digest(of: "\(index + 1)")) == Array("\(index + 1)".utf8))
    }
    #expect(try reader.artifact(Digest(of: "nothing")) == nil)
  }

  @Test func `A text that the store has is not stored again`() async throws {
    let toys = try ToyPipeline()
    toys.put("a", "one two")
    try await toys.run()
    let before = try count(toys, "SELECT sum(size) FROM pack")
    toys.put("b", "one two")
    try await toys.run()
    // The sum of the group is new.
    #expect(try count(toys, "SELECT sum(size) FROM pack") == (before ?? 0) + 7)
  }

  @Test func `A sweep removes packs without artifacts, and makes those smaller of which little is left`() async throws {
    let toys = try ToyPipeline()
    for index in 0..<8 { toys.put("\(index)", "word \(index) " + String(repeating: "\(index)", count: 200)) }
    try await toys.run { $0.jobs = 1 }
    let kept = Digest(of: "word 5 " + String(repeating: "5", count: 200))
    try execute(
      toys,
      "DELETE FROM artifact WHERE digest <> (SELECT id FROM digest WHERE hex(bytes) LIKE '\(kept.hex.uppercased())%')"
    )
    let sweep = PackSweep(connection: try SQLiteConnection(path: toys.storePath, mode: .readWrite))
    #expect(try sweep.run() > 0)
    #expect(try count(toys, "SELECT count(*) FROM pack") == 1)
    #expect(try count(toys, "SELECT size FROM pack") == 207)
    #expect(try StoreReader(path: toys.storePath).artifact(kept)?.count == 207)
    #expect(try sweep.run() == 0)
    // What went is made again where it is needed.
    try await toys.run(.init(code: "2"))
    #expect(toys.sink.text("3")?.hasPrefix("WORD 3 3333") == true)
  }

  @Test(arguments: [0, 2, 9])
  func `Another program's database in the store's place keeps its tables, whatever version it says`(
    version: Int
  ) throws {
    let toys = try ToyPipeline()
    let connection = try SQLiteConnection(path: toys.storePath, mode: .create)
    // Two names that a store has too.
    try connection.execute(
      """
      CREATE TABLE item (name TEXT); CREATE TABLE source (name TEXT); CREATE TABLE price (name TEXT);
      INSERT INTO item VALUES ('a'); PRAGMA user_version = \(version)
      """
    )
    let engine = try toys.engine()
    for open in [{ try engine.openStore() }, { _ = try engine.existingStore() }] as [() throws -> Void] {
      do {
        try open()
        Issue.record("it was taken for a store")
      } catch let error as EngineError {
        #expect(error.code == .storeForeign && error.cause == "its tables are not a store's")
      }
    }
    #expect(try connection.integer("SELECT count(*) FROM item") == 1)
    #expect(try connection.integer("SELECT count(*) FROM sqlite_schema") == 3)
  }
}
