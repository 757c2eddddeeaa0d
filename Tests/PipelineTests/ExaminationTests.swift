import Foundation
import Testing

@testable import Incremental
@testable import Pipeline

/// Each way to break something: doctor finds it, says it under its name, and what it advises heals it.
@Suite struct ExaminationTests {
  private func sandbox() async throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    try sandbox.write("docs/b.txt", workReport(city: "营口市", year: 2024))
    try sandbox.write("docs/c.txt", workReport(city: "盘锦市", year: 2024))
    try await sandbox.run()
    return sandbox
  }

  private func codes(_ checkup: Checkup) -> [Checkup.Code] { checkup.troubles.map(\.code) }

  private func store(_ sandbox: Sandbox, _ sql: String) throws {
    try SQLiteConnection(path: sandbox.configuration.storePath, mode: .readWrite).execute(sql)
  }

  @Test func `All is well after a run, and nothing is written`() async throws {
    let sandbox = try await sandbox()
    let files = [sandbox.configuration.storePath, sandbox.configuration.warehousePath]
    let before = try files.map { try Data(contentsOf: URL(filePath: $0)) }
    let checkup = try sandbox.pipeline.examine(isDeep: true)
    #expect(checkup.troubles.isEmpty, "\(checkup.troubles)")
    #expect(!checkup.checks.contains { $0.verdict == .note }, "\(checkup.checks)")
    #expect(checkup.exitStatus == .ok)
    #expect(Set(checkup.checks.map(\.code)).isSuperset(of: [.storeWhole, .warehouseWhole, .digestsWhole, .lockFree]))
    #expect(try files.map { try Data(contentsOf: URL(filePath: $0)) } == before)
    #expect(try await sandbox.run().wroteWarehouse == false)
  }

  @Test func `Before the first run nothing is wrong`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    let checkup = try sandbox.pipeline.examine()
    #expect(checkup.exitStatus == .ok)
    #expect(checkup.checks.filter { $0.verdict == .note }.map(\.code) == [.noStore, .noWarehouse])
    #expect(!FileManager.default.fileExists(atPath: sandbox.path(".gongbao")))
  }

  @Test(
    arguments: [
      ("DELETE FROM observation WHERE id % 2 = 0", [Checkup.Code.otherCounts]),
      ("DELETE FROM document WHERE uri = 'docs/a.txt'", [.brokenReferences, .otherCounts]),
      ("DELETE FROM load_state WHERE key = 'docs/a.txt'", [.withoutState, .disagrees]),
      ("UPDATE load_state SET state = 'stale' WHERE key = 'docs/a.txt'", [.disagrees]),
      ("UPDATE load_state SET row_count = 1 WHERE key = 'docs/a.txt'", [.otherCounts]),
      ("DELETE FROM sentence_search_docsize WHERE id = 1", [.searchIndex]),
      ("DROP VIEW observations", [.warehouseSchema]),
      ("UPDATE warehouse_info SET complete = 0", [.warehouseIncomplete]),
    ]
  ) func `A warehouse that somebody edited is told, and the advice heals it`(
    sql: String,
    expected: [Checkup.Code]
  ) async throws {
    let sandbox = try await sandbox()
    try sandbox.execute(sql)
    let checkup = try sandbox.pipeline.examine()
    #expect(Set(expected).isSubset(of: codes(checkup)), "\(codes(checkup))")
    #expect(checkup.exitStatus == .inputOutput)
    if expected.contains(.warehouseSchema) {
      sandbox.remove(sandbox.configuration.warehousePath)
      try await sandbox.run()
    } else {
      try await sandbox.run { $0.forceFrom = .load }
    }
    let healed = try sandbox.pipeline.examine(isDeep: true)
    #expect(healed.troubles.isEmpty, "\(healed.troubles)")
  }

  @Test func `A figure that somebody changed is found by looking deep, and healed`() async throws {
    let sandbox = try await sandbox()
    try sandbox.execute("UPDATE observation SET value = value + 1 WHERE id = 2")
    #expect(try sandbox.pipeline.examine().troubles.isEmpty)
    let deep = try sandbox.pipeline.examine(isDeep: true)
    #expect(codes(deep) == [.otherDigests])
    #expect(deep.troubles.first?.examples == ["docs/a.txt"])
    try await sandbox.run { $0.forceFrom = .load }
    #expect(try sandbox.pipeline.examine(isDeep: true).troubles.isEmpty)
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
  }

  @Test func `A file that is no database, or damaged, is told and stops only its own part`() async throws {
    for place in ["store", "warehouse"] {
      let sandbox = try await sandbox()
      let path = place == "store" ? sandbox.configuration.storePath : sandbox.configuration.warehousePath
      var bytes = try Data(contentsOf: URL(filePath: path))
      for index in stride(from: 4096, to: bytes.count, by: 4096) {
        bytes.replaceSubrange(index..<index + 64, with: Data(repeating: 0xEE, count: 64))
      }
      try bytes.write(to: URL(filePath: path))
      let damaged: Checkup.Code = place == "store" ? .storeDamaged : .warehouseDamaged
      let whole: Checkup.Code = place == "store" ? .warehouseWhole : .storeWhole
      let checkup = try sandbox.pipeline.examine()
      #expect(codes(checkup) == [damaged])
      #expect(checkup.checks.contains { $0.code == whole })
      try Data("no database at all".utf8).write(to: URL(filePath: path))
      // A store that is none is somebody's own file: nobody is told to delete it.
      #expect(try codes(sandbox.pipeline.examine()) == [place == "store" ? .storeForeign : damaged])
    }
  }

  @Test(
    arguments: [
      "DELETE FROM attempt WHERE item = 'docs/a.txt'; DELETE FROM member WHERE item = 'docs/b.txt'",
      "INSERT INTO member SELECT group_name, 'docs/nobody.txt', digest FROM member LIMIT 1",
    ]
  ) func `Orphans in the store are told`(sql: String) async throws {
    let sandbox = try await sandbox()
    try store(sandbox, sql)
    let checkup = try sandbox.pipeline.examine()
    #expect(!codes(checkup).isEmpty)
    #expect(codes(checkup).allSatisfy { $0 == .storeOrphans })
  }

  @Test func `A store without a table of this program is told`() async throws {
    let sandbox = try await sandbox()
    try store(sandbox, "ALTER TABLE member ADD COLUMN note TEXT")
    #expect(try codes(sandbox.pipeline.examine()) == [.storeSchema])
  }

  @Test func `A lost warehouse is told once there was one`() async throws {
    let sandbox = try await sandbox()
    sandbox.remove(sandbox.configuration.warehousePath)
    #expect(try codes(sandbox.pipeline.examine()) == [.noWarehouse])
  }

  @Test func `Settings that match nothing are the configuration's fault`() async throws {
    let sandbox = try await sandbox()
    sandbox.configuration.sources.append(.init(name: "two", files: ["reports/*.pdf"], hints: .init(region: "哪儿市")))
    let checkup = try sandbox.pipeline.examine()
    #expect(codes(checkup) == [.noMatch, .unknownRegion])
    #expect(checkup.exitStatus == .configuration)
    #expect(checkup.troubles.map(\.detail) == ["reports/*.pdf", "哪儿市"])
    sandbox.configuration.sources[1] = .init(name: "two", files: ["docs/a*"], hints: .init(region: "211100"))
    #expect(try codes(sandbox.pipeline.examine()) == [.conflict])
  }

  @Test func `A run that goes on is told, and its half-written state is no trouble`() async throws {
    let sandbox = try await sandbox()
    try sandbox.execute("UPDATE warehouse_info SET complete = 0")
    let lock = try #require(try RunLock(path: sandbox.configuration.storePath + ".lock", now: 0))
    defer { lock.release() }
    let checkup = try sandbox.pipeline.examine()
    #expect(checkup.troubles.isEmpty)
    #expect(checkup.checks.contains { $0.code == .lockHeld && $0.holder?.process == Int(getpid()) })
  }

  @Test func `A killed run's log and its missing end are notes`() async throws {
    let sandbox = try await sandbox()
    try store(sandbox, "UPDATE run SET finished = NULL")
    try Data(repeating: 0, count: 100).write(to: URL(filePath: sandbox.configuration.storePath + "-wal"))
    let checkup = try sandbox.pipeline.examine()
    #expect(checkup.exitStatus == .ok)
    #expect(Set(checkup.checks.filter { $0.verdict == .note }.map(\.code)).isSuperset(of: [.storeLog, .runUnfinished]))
  }

  @Test(.disabled(if: getuid() == 0, "root may write everything")) func `A folder without rights is told`() async throws
  {
    let sandbox = try await sandbox()
    chmod(sandbox.path(".gongbao"), 0o555)
    defer { chmod(sandbox.path(".gongbao"), 0o755) }
    #expect(try codes(sandbox.pipeline.examine()).contains(.noRights))
  }
}
