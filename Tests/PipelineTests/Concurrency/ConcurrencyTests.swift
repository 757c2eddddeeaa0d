import Foundation
import GRDB
import Pipeline
import Synchronization
import Testing

/// Several processes at one store and one warehouse.
@Suite struct ConcurrencyTests {
  private func sandbox() async throws -> Sandbox {
    let sandbox = try Sandbox()
    for year in 2022...2024 { try sandbox.write("docs/\(year).txt", workReport(city: "营口市", year: year)) }
    try await sandbox.run()
    for year in 2022...2025 {
      let text = workReport(city: "盘锦市", year: year, revenue: "7.7")
      try sandbox.write("docs/\(year).txt", text, at: 1_700_000_100)
    }
    return sandbox
  }

  @Test func `A second run is told which process holds the lock, and nothing is changed by it`() async throws {
    let sandbox = try await sandbox()
    let rows = try sandbox.rows()
    let first = try PausedRun(sandbox)
    await #expect {
      try await sandbox.run()
    } throws: { error in
      guard let error = error as? PipelineError else { return false }
      return error.code == .lockHeld && error.exitStatus == .temporaryFailure
        && error.holder?.process == first.identifier && (error.holder?.since ?? 0) > 1_700_000_000
    }
    #expect(try sandbox.pipeline.status().holder?.process == first.identifier)
    #expect(try sandbox.rows() == rows)
    #expect(first.finish() == 0)
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
    #expect(!(try await sandbox.run().wroteWarehouse))
  }

  @Test func `A run that waits goes on when the other has ended, and finds nothing left to do`() async throws {
    let sandbox = try await sandbox()
    let first = try PausedRun(sandbox)
    let holder = Mutex<Int?>(nil)
    var options = RunOptions()
    options.wait = true
    let summary = try await sandbox.pipeline.run(options) { event in
      guard case .waiting(let found) = event else { return }
      holder.withLock { $0 = found.process }
      first.goOn()
    }
    #expect(holder.withLock { $0 } == first.identifier)
    #expect(first.finish() == 0)
    #expect(!summary.wroteWarehouse)
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
  }

  @Test func `Runs that start at once end well or are told that another runs`() async throws {
    let sandbox = try await sandbox()
    let exits = try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 0..<4 { group.addTask { try KilledRun.child(sandbox, .nothing).exit } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(exits.contains(0))
    #expect(Set(exits).isSubset(of: [0, ExitStatus.temporaryFailure.rawValue]))
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
    #expect(!(try await sandbox.run().wroteWarehouse))
  }

  @Test func `A lock of a process that was killed holds nobody up`() async throws {
    let sandbox = try await sandbox()
    let first = try PausedRun(sandbox)
    first.kill()
    let lock = try String(contentsOfFile: sandbox.configuration.storePath + ".lock", encoding: .utf8)
    #expect(lock.hasPrefix("\(first.identifier) "))
    #expect(try sandbox.pipeline.status().holder == nil)
    try await sandbox.run()
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
  }

  @Test(arguments: [false, true])
  func `Somebody who reads in one long transaction sees what was, and the log goes when he is done`(
    isLink: Bool
  ) async throws {
    let sandbox = try await sandbox()
    let path = sandbox.configuration.warehousePath
    if isLink {
      sandbox.configuration.warehousePath = sandbox.path("link.sqlite")
      try FileManager.default.createSymbolicLink(atPath: sandbox.path("link.sqlite"), withDestinationPath: path)
    }
    let reader = try LongReader(path)
    let before = try reader.seen()
    let summary = try await sandbox.run()
    #expect(summary.exitCode(strict: true) == .ok)
    #expect(summary.changed.count == 3)
    #expect(try reader.seen() == before)
    #expect(Self.size(path + "-wal") > 0)
    // Nothing is to do, and the reader is still there.
    #expect(!(try await sandbox.run().wroteWarehouse))
    #expect(try reader.seen() == before)
    try reader.execute("COMMIT")
    #expect(try reader.seen() != before)
    #expect(!(try await sandbox.run().wroteWarehouse))
    #expect(Self.size(path + "-wal") == 0)
    try reader.queue.close()
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
    #expect(!(try await sandbox.run().wroteWarehouse))
  }

  @Test func `A log that a killed reader left is emptied by the next run`() async throws {
    let sandbox = try await sandbox()
    #expect(try KilledRun.child(sandbox, .nothing, isRead: true).exit == 0)
    #expect(Self.size(sandbox.configuration.warehousePath + "-wal") > 0)
    #expect(!(try await sandbox.run().wroteWarehouse))
    #expect(Self.size(sandbox.configuration.warehousePath + "-wal") == 0)
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
  }

  /// Somebody in a transaction.
  private struct LongReader {
    let queue: DatabaseQueue

    init(_ path: String) throws {
      var configuration = GRDB.Configuration()
      configuration.allowsUnsafeTransactions = true
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try execute("BEGIN")
    }

    func execute(_ sql: String) throws { try queue.writeWithoutTransaction { try $0.execute(sql: sql) } }

    func seen() throws -> String? {
      let sql = "SELECT group_concat(uri || region) FROM (SELECT * FROM document ORDER BY uri)"
      return try queue.unsafeRead { try String.fetchOne($0, sql: sql) }
    }
  }

  private static func size(_ path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }
}
