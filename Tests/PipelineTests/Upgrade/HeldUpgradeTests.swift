import Documents
import Foundation
import Incremental
import Pipeline
import Testing

/// A run is held before it writes where changed stages would change more than pipeline.json allows.
@Suite struct HeldUpgradeTests {
  private func sandbox(limit: Double = 0.2) async throws -> Sandbox {
    let sandbox = try Sandbox()
    sandbox.configuration.upgrade.maximumChangedShare = limit
    for year in 2021...2024 { try sandbox.write("docs/\(year).txt", workReport(city: "营口市", year: year)) }
    try await sandbox.run()
    return sandbox
  }

  private static let otherValues = ChangedExtraction.observations { $0.value = "1.5" }

  private func expectHeld(
    _ sandbox: Sandbox,
    _ change: @escaping (inout RunOptions) -> Void = { _ in }
  ) async throws {
    let before = try sandbox.files()
    await #expect {
      try await sandbox.run(change)
    } throws: { error in
      guard let error = error as? PipelineError else { return false }
      return error.code == .upgradeHeld && error.exitStatus == .inputOutput && error.sample?.isOverLimit == true
    }
    #expect(try sandbox.files() == before)
  }

  @Test func `It stops before any write, and everything waits`() async throws {
    let sandbox = try await sandbox()
    let rows = try sandbox.rows()
    try sandbox.write("docs/2030.txt", workReport(city: "盘锦市", year: 2030))
    sandbox.surroundings.stage = Self.otherValues
    try await expectHeld(sandbox)
    try await expectHeld(sandbox) { $0.forceFrom = .extract }
    #expect(try sandbox.rows() == rows)
    #expect(try sandbox.pipeline.runs().count == 1)
  }

  @Test func `It goes on when that is accepted, and needs no word again until the stages change again`() async throws {
    let sandbox = try await sandbox()
    sandbox.surroundings.stage = Self.otherValues
    let summary = try await sandbox.run { $0.accept = true }
    #expect(sandbox.stage(summary, .load).ran == 4)
    #expect(!(try await sandbox.run().wroteWarehouse))
    sandbox.surroundings = Surroundings()
    try await expectHeld(sandbox)
  }

  @Test func `What an accepted run leaves is done by the next`() async throws {
    let sandbox = try await sandbox()
    sandbox.surroundings.stage = Self.otherValues
    sandbox.surroundings.options = { options in
      options.batchSize = (items: 1, bytes: 1)
      options.chunkSize = (items: 1, bytes: 1)
    }
    let stop = StopRequest()
    var options = RunOptions()
    options.jobs = 1
    options.accept = true
    options.stop = stop
    let first = try await sandbox.pipeline.run(options) { if case .document = $0 { stop.ask() } }
    #expect((first.stopped?.left ?? 0) > 0)
    let second = try await sandbox.run()
    #expect(second.stopped == nil)
    #expect(sandbox.stage(second, .load).ran > 0)
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
  }

  @Test func `Less than the limit goes on by itself, and says what was tried`() async throws {
    let sandbox = try await sandbox()
    sandbox.surroundings.stage = ChangedExtraction.reports { report in
      if report.facts.reportYear == 2021 { report.observations[0].value = "1.5" }
    }
    let sampled = Collected<UpgradeSample>()
    let summary = try await sandbox.pipeline.run { if case .sampled(let sample) = $0 { sampled.add(sample) } }
    #expect(sandbox.stage(summary, .load).ran == 1)
    #expect(sampled.all.map(\.observations.changed) == [1])
  }

  @Test func `A share of facts and states counts as one of observations does`() async throws {
    let sandbox = try await sandbox()
    sandbox.surroundings.stage = ChangedExtraction.reports { _ in throw ItemFailure(code: "other", message: "refused") }
    try await expectHeld(sandbox)
  }

  @Test func `Without a limit nothing is held`() async throws {
    let sandbox = try await sandbox(limit: 1)
    sandbox.surroundings.stage = Self.otherValues
    let summary = try await sandbox.run()
    #expect(sandbox.stage(summary, .load).ran == 4)
  }

  @Test func `Somebody at work on one document, or short of load, is not held`() async throws {
    let sandbox = try await sandbox()
    sandbox.surroundings.stage = Self.otherValues
    try await sandbox.run { $0.until = .extract }
    let summary = try await sandbox.run { $0.documents = ["2023"] }
    #expect(sandbox.stage(summary, .load).ran == 1)
    try await expectHeld(sandbox)
  }

  @Test func `A first run, and one into an empty warehouse, have nothing to lose`() async throws {
    let sandbox = try await sandbox()
    sandbox.surroundings.stage = Self.otherValues
    sandbox.remove(sandbox.configuration.warehousePath)
    let again = try await sandbox.run()
    #expect(sandbox.stage(again, .load).ran == 4)
    sandbox.remove(sandbox.configuration.warehousePath)
    sandbox.remove(sandbox.configuration.storePath)
    sandbox.surroundings = Surroundings()
    let first = try await sandbox.run()
    #expect(sandbox.stage(first, .load).ran == 4)
  }

  @Test func `Where the store is gone the warehouse's rows are guarded all the same`() async throws {
    let sandbox = try await sandbox()
    sandbox.remove(sandbox.configuration.storePath)
    let same = try await sandbox.run()
    #expect(sandbox.stage(same, .extract).ran == 4)
    sandbox.remove(sandbox.configuration.storePath)
    sandbox.surroundings.stage = Self.otherValues
    await #expect {
      try await sandbox.run()
    } throws: { ($0 as? PipelineError)?.code == .upgradeHeld }
  }

  @Test func `A plan of it ends as the run would`() async throws {
    let sandbox = try await sandbox()
    sandbox.surroundings.stage = Self.otherValues
    var options = RunOptions()
    let plan = try await sandbox.pipeline.plan(options, sample: UpgradeSample.Draw())
    #expect(plan.exitCode(options) == .inputOutput)
    options.accept = true
    #expect(plan.exitCode(options) == .ok)
  }
}

/// What events brought, one at a time.
private final class Collected<Value: Sendable>: @unchecked Sendable {
  private(set) var all: [Value] = []

  func add(_ value: Value) { all.append(value) }
}
