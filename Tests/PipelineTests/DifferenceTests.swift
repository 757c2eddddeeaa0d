import Foundation
import GRDB
import Pipeline
import Testing

@testable import Incremental

@Suite struct DifferenceTests {
  /// Runs with three versions of one document: the revenue changes, then a sentence comes.
  private func sandbox() async throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    try await sandbox.run()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023, revenue: "53.3"), at: 1_700_000_100)
    try await sandbox.run()
    let extra = "粮食产量达到14亿斤。"
    let text = workReport(city: "营口市", year: 2023, revenue: "53.3", extra: extra)
    try sandbox.write("docs/a.txt", text, at: 1_700_000_200)
    try await sandbox.run()
    return sandbox
  }

  @Test func `The two latest versions are compared, line by line`() async throws {
    let sandbox = try await sandbox()
    let difference = try sandbox.pipeline.diff("a.txt", stage: .clean)
    #expect(difference.old?.run.run == 2)
    #expect(difference.new.run.run == 3)
    #expect(difference.versions.map(\.run) == [3, 2, 1])
    let lines = try #require(difference.hunks).flatMap(\.lines)
    #expect(lines.filter { $0.kind == .removed }.count == 1)
    #expect(lines.filter { $0.kind == .added }.count == 1)
    #expect(lines.first { $0.kind == .added }?.text.hasSuffix("14亿斤。") == true)
  }

  @Test func `A changed figure is one observation with changed fields`() async throws {
    let sandbox = try await sandbox()
    let difference = try sandbox.pipeline.diff("a.txt", stage: .extract, to: 2)
    #expect(difference.old?.run.run == 1)
    let observations = try #require(difference.observations)
    #expect(observations.added.isEmpty)
    #expect(observations.removed.isEmpty)
    let changed = try #require(observations.changed.first { $0.fields.contains { $0.field == "value_text" } })
    #expect(changed.old.value == "52.3")
    #expect(changed.new.value == "53.3")
    #expect(changed.fields.first { $0.field == "value_text" } == .init("value_text", old: "52.3", new: "53.3"))
    #expect(changed.new.id?.count == 26)
    #expect(observations.same > 0)
  }

  @Test func `Any two runs can be named; one that did nothing stands for what stood then`() async throws {
    let sandbox = try await sandbox()
    try await sandbox.run()
    let difference = try sandbox.pipeline.diff("a.txt", stage: .extract, from: 1, to: 4)
    #expect(difference.old?.run.run == 1)
    #expect(difference.new.run.run == 3)
    #expect(try #require(difference.observations).added.count == 1)
    #expect(try sandbox.pipeline.diff("a.txt", stage: .clean, from: 3, to: 4).isSame)
  }

  @Test func `The ids are those of the warehouse`() async throws {
    let sandbox = try await sandbox()
    let added = try #require(try sandbox.pipeline.diff("a.txt", stage: .extract).observations?.added.first?.id)
    let queue = try DatabaseQueue(path: sandbox.configuration.warehousePath)
    let quotes = try await queue.read {
      try String.fetchAll($0, sql: "SELECT quote FROM observations WHERE observation_id = ?", arguments: [added])
    }
    #expect(quotes == ["14亿斤"])
  }

  @Test func `One version alone has nothing to be compared with`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    try await sandbox.run()
    let difference = try sandbox.pipeline.diff("a.txt", stage: .normalize)
    #expect(difference.old == nil)
    #expect(difference.isHistoryWhole)
  }

  @Test func `Findings that came and went are told`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    try await sandbox.run()
    let text = workReport(city: "营口市", year: 2023).replacing("增长5.8%", with: "增长580%")
    try sandbox.write("docs/a.txt", text, at: 1_700_000_100)
    try await sandbox.run()
    let findings = try #require(try sandbox.pipeline.diff("a.txt", stage: .validate).findings)
    #expect(findings.added.contains { $0.message.contains("580") && $0.observation?.count == 26 })
  }

  @Test func `What the history does not reach is said`() async throws {
    let sandbox = try await sandbox()
    func code(_ body: () throws -> StageDifference) -> PipelineError.Code? {
      do {
        _ = try body()
        return nil
      } catch {
        return (error as? PipelineError)?.code
      }
    }
    #expect(code { try sandbox.pipeline.diff("a.txt", stage: .clean, to: 9) } == .noSuchRun)
    #expect(code { try sandbox.pipeline.diff("a.txt", stage: .clean, to: 0) } == .noSuchRun)
    try sandbox.write("docs/b.txt", workReport(city: "营口市", year: 2024))
    try await sandbox.run()
    #expect(code { try sandbox.pipeline.diff("b.txt", stage: .clean, from: 2) } == .historyEnds)
    let store = try SQLiteConnection(path: sandbox.configuration.storePath, mode: .readWrite)
    try store.execute("DELETE FROM artifact")
    #expect(code { try sandbox.pipeline.diff("a.txt", stage: .extract) } == .historyEnds)
  }

  @Test func `A deleted document's versions can still be compared`() async throws {
    let sandbox = try await sandbox()
    try sandbox.delete("docs/a.txt")
    try await sandbox.run()
    #expect(try sandbox.pipeline.diff("a.txt", stage: .clean).hunks?.isEmpty == false)
  }
}
