import Foundation
import Pipeline
import Synchronization
import Testing

/// Clocks that are wrong, go back or tick slowly: content decides, whatever the times say.
@Suite struct ClockTests {
  private static let year: Int64 = 365 * 86_400 * 1_000_000_000

  private func sandbox(clock: Clock = Clock()) async throws -> Sandbox {
    let sandbox = try Sandbox()
    sandbox.surroundings.now = { clock.time.load(ordering: .relaxed) }
    for year in 2022...2024 { try sandbox.write("docs/\(year).txt", workReport(city: "营口市", year: year)) }
    try await sandbox.run()
    return sandbox
  }

  /// Moved by hand.
  final class Clock: Sendable {
    let time = Atomic(Int64(Date().timeIntervalSince1970) * 1_000_000_000 + ClockTests.year)
  }

  @Test(arguments: [4_000_000_000, 0, -1_000_000_000, 1, 1_700_000_000.000_000_001])
  func `A file of any time is taken in, and what is written to it later as well`(time: Double) async throws {
    let sandbox = try await sandbox()
    let name = "docs/2023.txt"
    try sandbox.write(name, workReport(city: "营口市", year: 2023, revenue: "61.1"), at: time)
    let first = try await sandbox.run()
    #expect(first.changed.uris == [name])
    // The same length and the same time.
    try sandbox.write(name, workReport(city: "营口市", year: 2023, revenue: "62.2"), at: time)
    let second = try await sandbox.run()
    #expect(second.changed.uris == [name])
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
    let quiet = try await sandbox.run()
    #expect(quiet.stagesRun == 0)
    #expect(!quiet.wroteWarehouse)
  }

  @Test(arguments: [-10 * year, -60_000_000_000, -1, 50 * year])
  func `A clock that was set anew between runs changes nothing`(step: Int64) async throws {
    let clock = Clock()
    let sandbox = try await sandbox(clock: clock)
    clock.time.add(step, ordering: .relaxed)
    let quiet = try await sandbox.run()
    #expect(quiet.stagesRun == 0)
    #expect(!quiet.wroteWarehouse)
    try sandbox.write("docs/2023.txt", workReport(city: "营口市", year: 2023, revenue: "61.1"), at: 1_700_000_000)
    clock.time.add(step, ordering: .relaxed)
    #expect(try await sandbox.run().changed.count == 1)
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
    // The history is in the order of the runs, whatever their times.
    #expect(try sandbox.pipeline.runs().map(\.run) == [3, 2, 1])
    #expect(!(try await sandbox.run().wroteWarehouse))
  }

  @Test func `A clock that stands still sees every edit`() async throws {
    let clock = Clock()
    clock.time.store(1_700_000_000_000_000_000, ordering: .relaxed)
    let sandbox = try await sandbox(clock: clock)
    for revenue in ["61.1", "62.2", "63.3"] {
      let text = workReport(city: "营口市", year: 2023, revenue: revenue)
      try sandbox.write("docs/2023.txt", text, at: 1_700_000_000)
      #expect(try await sandbox.run().changed.count == 1)
      #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
    }
  }

  @Test func `A file that is only touched is read, and no stage runs`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/2023.txt", workReport(city: "营口市", year: 2023), at: 1_600_000_000)
    let summary = try await sandbox.run()
    #expect(sandbox.stage(summary, .fetch).ran == 1)
    #expect(summary.stagesRun == 0)
    #expect(!summary.wroteWarehouse)
  }
}
