import Foundation
import Testing

@testable import Incremental
@testable import Pipeline

@Suite struct CollectionTests {
  private func sandbox() async throws -> Sandbox {
    let sandbox = try Sandbox()
    for year in 2021...2024 {
      try sandbox.write("docs/\(year).txt", workReport(city: "营口市", year: year))
    }
    try await sandbox.run()
    return sandbox
  }

  @Test func `A run ends within the size that is set, and says what it freed`() async throws {
    let sandbox = try await sandbox()
    let size = try Data(contentsOf: URL(filePath: sandbox.configuration.storePath)).count
    sandbox.configuration.retention.maximumSize = ByteCount(bytes: Int64(size) / 4 * 3)
    try sandbox.write("docs/2025.txt", workReport(city: "营口市", year: 2025))
    let summary = try await sandbox.run()
    let collected = try #require(summary.collected)
    #expect(collected.freed > 0)
    #expect(summary.collectionFailure == nil)
    #expect(summary.exitCode(strict: true) == .ok)
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
    // Nothing changed, so nothing is looked at.
    #expect(try await sandbox.run().collected == nil)
  }

  @Test func `A run without limits that matter collects nothing`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/2025.txt", workReport(city: "营口市", year: 2025))
    #expect(try await sandbox.run().collected == nil)
    let left = try FileManager.default.contentsOfDirectory(atPath: sandbox.path(".gongbao")).sorted()
    #expect(left == ["store.sqlite", "store.sqlite.lock"])
  }

  @Test func `A plan says which reports a region's check makes again after a collection, and the run counts them`()
    async throws
  {
    let sandbox = try await sandbox()
    var options = CollectOptions()
    options.maximumSize = ByteCount(bytes: 0)
    _ = try await sandbox.pipeline.collect(options)
    #expect(try await sandbox.pipeline.plan().stages.allSatisfy { $0.willRun + $0.mayRun == 0 })
    try sandbox.delete("docs/2021.txt")
    let plan = try await sandbox.pipeline.plan()
    let extract = try #require(plan.stages.first { $0.stage == .extract })
    #expect((extract.willRun, extract.mayRun) == (0, 3))
    #expect(extract.reasons.map(\.reason.kind) == [.outputMissing])
    let summary = try await sandbox.run()
    #expect(sandbox.stage(summary, .extract).ran == 3)
    #expect(sandbox.stage(summary, .extract).documents == 3)
    #expect(plan.faults(beside: summary, RunOptions()).isEmpty, "\(plan.faults(beside: summary, RunOptions()))")
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
    #expect(sandbox.stage(try await sandbox.run(), .extract).ran == 0)
  }

  @Test func `A collection while a run goes on is refused, and a dry one is not`() async throws {
    let sandbox = try await sandbox()
    let lock = try #require(try RunLock(path: sandbox.configuration.storePath + ".lock", now: 0))
    defer { lock.release() }
    await #expect {
      try await sandbox.pipeline.collect()
    } throws: { error in
      (error as? PipelineError)?.exitStatus == .temporaryFailure
    }
    var options = CollectOptions()
    options.isDryRun = true
    options.maximumSize = ByteCount(bytes: 0)
    let dry = try await sandbox.pipeline.collect(options)
    #expect(dry.freed > 0)
    #expect(try await sandbox.pipeline.verify().artifacts == dry.freed)
  }

  @Test func `A store without anything to spare keeps verify and doctor content, and the next run right`() async throws
  {
    let sandbox = try await sandbox()
    try sandbox.write("docs/2022.txt", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 0, 1, 2, 0, 0], at: 1_700_000_100)
    try await sandbox.run()
    var options = CollectOptions()
    options.maximumSize = ByteCount(bytes: 0)
    let collected = try await sandbox.pipeline.collect(options)
    #expect(collected.artifacts.first { $0.use == .lastGood }?.kept ?? 0 >= 3)
    let verification = try await sandbox.pipeline.verify()
    #expect(verification.exitStatus == .ok)
    let checkup = try sandbox.pipeline.examine(isDeep: true)
    #expect(checkup.troubles.isEmpty, "\(checkup.troubles)")
    #expect(!checkup.checks.contains { $0.code == .withoutLastGood })
    // The failing document's rows can still come from the store alone.
    let before = try sandbox.rows()
    sandbox.remove(sandbox.configuration.warehousePath)
    try await sandbox.run()
    #expect(try sandbox.rows() == before)
  }
}
