import Foundation
import Pipeline
import Testing

@Suite("How things stand, and the list of runs")
struct StandingTests {
  private func sandbox() async throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    try sandbox.write("docs/bad.txt", "")
    try configure(sandbox, depth: 1000)
    try await sandbox.run()
    return sandbox
  }

  private func configure(_ sandbox: Sandbox, depth: Int) throws {
    let text = #"{"sources": [{"files": ["docs/*.txt"]}], "clean": {"maximumDepth": \#(depth)}}"#
    try sandbox.write("pipeline.json", text)
    sandbox.configuration = try PipelineConfiguration.read(file: sandbox.path("pipeline.json"))
  }

  @Test("A failing document says since when, and when it is tried again")
  func since() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/a.txt", "", at: 1_700_000_100)
    try await sandbox.run()
    try sandbox.write("docs/a.txt", "  ", at: 1_700_000_200)
    try await sandbox.run()
    let problems = try sandbox.pipeline.status().problems
    #expect(problems.map(\.uri) == ["docs/a.txt", "docs/bad.txt"])
    #expect(problems.map(\.state) == [.stale, .quarantined])
    #expect(problems.map(\.since?.run) == [2, 1])
    #expect(problems.allSatisfy { $0.retry == .whenChanged && !$0.isSinceLonger && $0.stage == .clean })
    // Mended and bad again: it begins anew.
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023), at: 1_700_000_300)
    try await sandbox.run()
    try sandbox.write("docs/a.txt", "", at: 1_700_000_400)
    try await sandbox.run()
    #expect(try sandbox.pipeline.status().problems.first?.since?.run == 5)
  }

  @Test("A stage that is another now is tried in the next run, as the plan says")
  func stageChanged() async throws {
    let sandbox = try await sandbox()
    try configure(sandbox, depth: 1001)
    #expect(try sandbox.pipeline.status().problems.map(\.retry) == [.stageChanged])
    let plan = try await sandbox.pipeline.plan()
    #expect(plan.stages.first { $0.stage == .clean }?.willRun == 2)
    try await sandbox.run()
    let problem = try #require(try sandbox.pipeline.status().problems.first)
    #expect(problem.retry == .whenChanged)
    #expect(problem.since?.run == 1)
  }

  @Test("Runs tell which stages were others than before")
  func versions() async throws {
    let sandbox = try await sandbox()
    try configure(sandbox, depth: 1001)
    try await sandbox.run()
    try await sandbox.run()
    let runs = try sandbox.pipeline.runs()
    #expect(runs.map(\.newVersions) == [[], [.clean], []])
    #expect(Set(runs[0].versions.keys) == ["clean", "normalize", "extract", "validate", "load", "regions"])
    #expect(try sandbox.pipeline.runs(limit: 2).map(\.newVersions) == [[], [.clean]])
    #expect(runs.allSatisfy { $0.stopped == nil && $0.outcome == .finished })
  }

  @Test("A run that was told to stop says how many are left")
  func stopped() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/c.txt", workReport(city: "营口市", year: 2024))
    try await sandbox.run { $0.deadline = 0 }
    let run = try #require(try sandbox.pipeline.runs().first)
    #expect(run.outcome == .stopped)
    #expect(run.stopped?.cause == .deadline)
    #expect((run.stopped?.left ?? 0) >= 1)
  }
}
