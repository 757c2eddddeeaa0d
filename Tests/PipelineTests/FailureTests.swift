import Foundation
import Pipeline
import Testing

@Suite struct FailureTests {
  private func sandbox() async throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    try sandbox.write("docs/b.txt", workReport(city: "营口市", year: 2024))
    try await sandbox.run()
    return sandbox
  }

  private let binary: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13] + (0..<200).map { UInt8($0 % 7) }

  @Test func `A document that never was good is quarantined, and the others are loaded`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/c.txt", "")
    let summary = try await sandbox.run()
    #expect(summary.newlyFailed.map(\.uri) == ["docs/c.txt"])
    #expect(summary.newlyFailed.first?.state == .quarantined)
    #expect(summary.newlyFailed.first?.stage == .clean)
    #expect(summary.newlyFailed.first?.reason.contains("empty") == true)
    #expect(summary.exitCode(strict: false) == .dataError)
    let again = try await sandbox.run()
    #expect(again.newlyFailed.isEmpty)
    #expect(again.exitCode(strict: false) == .ok)
    #expect(again.exitCode(strict: true) == .dataError)
    #expect(!again.wroteWarehouse)
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
    #expect(try sandbox.pipeline.status().problems.map(\.uri) == ["docs/c.txt"])
  }

  @Test func `The rows of a document that breaks stay as they were, and it comes back when it is mended`() async throws
  {
    let sandbox = try await sandbox()
    let before = try sandbox.rows().filter { $0.hasPrefix("observations") && $0.contains("docs/a.txt") }
    try sandbox.write("docs/a.txt", binary, at: 1_700_000_100)
    let broken = try await sandbox.run()
    #expect(broken.newlyFailed.map(\.state) == [.stale])
    let stale = try sandbox.rows().filter { $0.hasPrefix("observations") && $0.contains("docs/a.txt") }
    #expect(before.count > 5)
    #expect(stale.map { $0.replacing("stale", with: "current") } == before)
    #expect(broken.states == ["current": 1, "stale": 1])
    let quiet = try await sandbox.run()
    #expect(!quiet.wroteWarehouse)
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023), at: 1_700_000_200)
    let mended = try await sandbox.run()
    #expect(mended.states == ["current": 2])
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
  }

  @Test func `A document deleted by hand without its rows is loaded again, and none of them stays`() async throws {
    let sandbox = try await sandbox()
    let before = try sandbox.rows()
    try sandbox.execute("DELETE FROM document WHERE uri = 'docs/b.txt'")
    let summary = try await sandbox.run()
    #expect(summary.wroteWarehouse)
    #expect(try sandbox.rows() == before)
    let again = try await sandbox.run()
    #expect(!again.wroteWarehouse)
  }

  @Test(arguments: ["region", "indicator", "unit"])
  func `A list to join with that was emptied by hand is written again`(table: String) async throws {
    let sandbox = try await sandbox()
    let count = "SELECT count(*) FROM \(table)"
    let before = try sandbox.integers(count)
    try sandbox.execute("DELETE FROM \(table)")
    try await sandbox.run()
    #expect(before != [0])
    #expect(try sandbox.integers(count) == before)
    let again = try await sandbox.run()
    #expect(!again.wroteWarehouse)
  }

  @Test(arguments: ["DROP VIEW observations", "DROP TABLE term_count"])
  func `A warehouse whose tables or views were changed by hand is told as damaged`(sql: String) async throws {
    let sandbox = try await sandbox()
    try sandbox.execute(sql)
    await #expect { try await sandbox.run() } throws: { error in
      (error as? PipelineError)?.code == .warehouseDamaged
    }
    sandbox.remove(sandbox.configuration.warehousePath)
    try await sandbox.run()
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
  }

  @Test func `All documents deleted by hand, with findings of regions left, are loaded again`() async throws {
    let sandbox = try Sandbox()
    for name in ["one", "two"] { try sandbox.write("docs/\(name).txt", workReport(city: "营口市", year: 2024)) }
    try await sandbox.run()
    #expect(try sandbox.integers("SELECT count(*) FROM finding WHERE document_id IS NULL") != [0])
    try sandbox.execute("DELETE FROM document")
    try await sandbox.run()
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
    #expect(!(try await sandbox.run().wroteWarehouse))
  }

  @Test func `A view of one's own beside the warehouse's is no damage`() async throws {
    let sandbox = try await sandbox()
    try sandbox.execute("CREATE VIEW mine AS SELECT 1 AS a")
    let summary = try await sandbox.run()
    #expect(summary.exitCode(strict: false) == .ok)
  }

  @Test func `A file that is no warehouse is told as such, and left alone`() async throws {
    let sandbox = try await sandbox()
    let path = sandbox.path("notes.sqlite")
    let text = String(repeating: "notes of mine, longer than a header ", count: 20)
    try sandbox.write("notes.sqlite", text)
    sandbox.configuration.warehousePath = path
    await #expect { try await sandbox.run() } throws: { error in
      guard let error = error as? PipelineError else { return false }
      return error.code == .noWarehouse && error.exitStatus == .configuration
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func `The rows of a stale document come back with a deleted warehouse`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/a.txt", binary, at: 1_700_000_100)
    try await sandbox.run()
    let before = try sandbox.rows()
    sandbox.remove(sandbox.configuration.warehousePath)
    try await sandbox.run()
    #expect(try sandbox.rows() == before)
  }

  @Test func `A failed document is tried again when asked, and only then`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/c.txt", "")
    try await sandbox.run()
    let quiet = try await sandbox.run()
    #expect(sandbox.stage(quiet, .clean).failed == 1)
    let retried = try await sandbox.run { $0.retry = true }
    #expect(sandbox.stage(retried, .clean).failed == 1)
    #expect(try sandbox.pipeline.explain("c.txt").stages.first { $0.stage == .clean }?.lastReason?.kind == .retried)
  }

  @Test func `Many documents vanishing at once are kept until deletions are allowed`() async throws {
    let sandbox = try await sandbox()
    for index in 0..<30 { try sandbox.write("docs/x\(index).txt", workReport(city: "盘锦市", year: 1990 + index)) }
    try await sandbox.run()
    let before = try sandbox.rows()
    for index in 0..<20 { try sandbox.delete("docs/x\(index).txt") }
    let withheld = try await sandbox.run()
    #expect(withheld.withheld.map(\.vanished) == [20])
    #expect(withheld.exitCode(strict: false) == .inputOutput)
    #expect(try sandbox.rows() == before)
    let plan = try await sandbox.pipeline.plan()
    #expect(plan.withheld.map(\.vanished) == [20])
    let allowed = try await sandbox.run { $0.allowDeletions = true }
    #expect(allowed.deleted.count == 20)
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
  }

  @Test func `A folder renamed is no loss of documents`() async throws {
    let sandbox = try await sandbox()
    for index in 0..<30 { try sandbox.write("docs/x/\(index).txt", workReport(city: "盘锦市", year: 1990 + index)) }
    try await sandbox.run()
    try sandbox.rename("docs/x", "docs/y")
    let summary = try await sandbox.run()
    #expect(summary.withheld.isEmpty)
    #expect(summary.deleted.count == 30)
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
  }

  @Test func `A pattern that matches nothing is told, and the rest runs`() async throws {
    let sandbox = try await sandbox()
    sandbox.configuration.sources.append(.init(name: "other", files: ["nothing/*.html"]))
    let summary = try await sandbox.run()
    #expect(summary.missing.map(\.pattern) == ["nothing/*.html"])
    #expect(summary.exitCode(strict: false) == .noInput)
  }

  @Test func `A document of two sources belongs to the first`() async throws {
    let sandbox = try await sandbox()
    sandbox.configuration.sources.append(.init(name: "other", files: ["docs/a.txt"]))
    let summary = try await sandbox.run()
    #expect(summary.documents == 2)
    #expect(summary.duplicates.map(\.second) == ["other"])
    #expect(summary.exitCode(strict: true) == .ok)
    sandbox.configuration.sources[1].hints.region = "盘锦市"
    await #expect {
      try await sandbox.run()
    } throws: { error in
      (error as? PipelineError)?.exitStatus == .configuration
    }
  }

  @Test func `Sources that contradict each other leave no trace of a first run`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    sandbox.configuration.sources.append(.init(name: "other", files: ["docs/a.txt"], hints: .init(region: "盘锦市")))
    await #expect(throws: PipelineError.self) { try await sandbox.run() }
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.root) == ["docs"])
  }

  @Test func `A stale document's reason follows, whatever warehouse comes back`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/a.txt", binary, at: 1_700_000_100)
    try await sandbox.run()
    let copy = try Data(contentsOf: URL(filePath: sandbox.configuration.warehousePath))
    try sandbox.write("docs/a.txt", "", at: 1_700_000_200)
    try await sandbox.run()
    let rows = try sandbox.rows()
    sandbox.remove(sandbox.configuration.warehousePath)
    try copy.write(to: URL(filePath: sandbox.configuration.warehousePath))
    try await sandbox.run()
    #expect(try sandbox.rows() == rows)
  }

  @Test func `A stale document that store and warehouse have lost is quarantined`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/a.txt", binary, at: 1_700_000_100)
    try await sandbox.run()
    sandbox.remove(sandbox.configuration.storePath)
    try sandbox.execute("DELETE FROM document WHERE uri = 'docs/a.txt'")
    #expect(try await sandbox.run().states == ["current": 1, "quarantined": 1])
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
  }

  @Test func `A stale document whose good rows the warehouse alone has is stale after a run that does not load, too`()
    async throws
  {
    let sandbox = try await sandbox()
    try sandbox.write("docs/a.txt", binary, at: 1_700_000_100)
    try await sandbox.run()
    sandbox.remove(sandbox.configuration.storePath)
    let states = try await sandbox.run().states
    #expect(states == ["current": 1, "stale": 1])
    try sandbox.write("docs/a.txt", binary, at: 1_700_000_200)
    try await sandbox.run { $0.until = .clean }
    #expect(try sandbox.pipeline.status().states == states)
    let plan = try await sandbox.pipeline.plan()
    #expect(plan.stages.first { $0.stage == .load }?.willRun == 0)
    #expect(try await !sandbox.run().wroteWarehouse)
  }

  @Test func `Sentences that somebody removed are found again, and only where they stand`() async throws {
    let sandbox = try await sandbox()
    let question = "SELECT rowid FROM sentence_search WHERE sentence_search MATCH '\"生 产 总 值\"'"
    let before = try sandbox.integers(question)
    #expect(!before.isEmpty)
    try sandbox.execute("DELETE FROM document")
    try sandbox.write("docs/0.txt", workReport(city: "盘锦市", year: 2020))
    try sandbox.delete("docs/a.txt")
    try await sandbox.run()
    let wanted = try sandbox.integers("SELECT id FROM sentence WHERE text LIKE '%生产总值%'")
    #expect(try sandbox.integers(question).sorted() == wanted.sorted())
  }

  @Test func `A second run is told who holds the lock`() async throws {
    let sandbox = try await sandbox()
    let lock = open(sandbox.configuration.storePath + ".lock", O_RDWR | O_CREAT, 0o644)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let text = Array("4711 1700000000000000000\n".utf8)
    _ = pwrite(lock, text, text.count, 0)
    await #expect {
      try await sandbox.run()
    } throws: { error in
      guard let error = error as? PipelineError else { return false }
      return error.code == .lockHeld && error.exitStatus == .temporaryFailure && error.holder?.process == 4711
        && error.holder?.since == 1_700_000_000
    }
    // The store and the warehouse can be asked meanwhile.
    #expect(try sandbox.pipeline.status().holder?.process == 4711)
  }

  @Test(arguments: ["", "link.sqlite", "link/warehouse.sqlite"])
  func `Runs of two stores never write one warehouse at once, whatever links lead to it`(link: String) async throws {
    let sandbox = try await sandbox()
    let rows = try sandbox.rows()
    let path = sandbox.configuration.warehousePath
    let lock = open(path + ".lock", O_RDWR | O_CREAT, 0o644)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    if !link.isEmpty {
      let isFolder = link.contains("/")
      let target = isFolder ? (path as NSString).deletingLastPathComponent : path
      let name = isFolder ? (link as NSString).deletingLastPathComponent : link
      try FileManager.default.createSymbolicLink(atPath: sandbox.path(name), withDestinationPath: target)
      sandbox.configuration.warehousePath = sandbox.path(link)
    }
    sandbox.configuration.storePath = sandbox.path("other.sqlite")
    try sandbox.delete("docs/a.txt")
    await #expect {
      try await sandbox.run()
    } throws: { error in
      (error as? PipelineError)?.exitStatus == .temporaryFailure
    }
    #expect(try sandbox.rows() == rows)
    close(lock)
    try await sandbox.run()
    #expect(try sandbox.rows() != rows)
  }

  @Test func `A lock left by a dead process holds nobody up`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write(".gongbao/store.sqlite.lock", "999999 1\n")
    try await sandbox.run()
  }

  @Test func `A warehouse that somebody edited is mended`() async throws {
    let sandbox = try await sandbox()
    let before = try sandbox.rows()
    try sandbox.execute("DELETE FROM load_state WHERE key = 'docs/a.txt'")
    try await sandbox.run()
    #expect(try sandbox.rows() == before)
  }

  @Test func `A warehouse without a document left is filled again, and findings of regions do not hinder it`()
    async throws
  {
    let sandbox = try await sandbox()
    try sandbox.write("docs/again.txt", workReport(city: "营口市", year: 2023, revenue: "11.1"))
    try await sandbox.run()
    let before = try sandbox.rows()
    #expect(before.contains { $0.hasPrefix("finding") })
    try sandbox.execute("DELETE FROM document")
    try await sandbox.run()
    #expect(try sandbox.rows() == before)
    #expect(!(try await sandbox.run().wroteWarehouse))
  }

  @Test(.enabled(if: getuid() != 0, "root reads every file"))
  func `A file that cannot be read keeps its rows and is tried again each time`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2020), at: 1_700_000_100)
    chmod(sandbox.path("docs/a.txt"), 0)
    let summary = try await sandbox.run()
    #expect(summary.newlyFailed.map(\.isTransient) == [true])
    #expect(summary.states["stale"] == 1)
    chmod(sandbox.path("docs/a.txt"), 0o644)
    try await sandbox.run()
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
  }
}
