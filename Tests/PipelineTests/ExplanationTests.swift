import Foundation
import Pipeline
import Testing

@Suite struct ExplanationTests {
  private func sandbox() async throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    try sandbox.write("docs/b.txt", workReport(city: "营口市", year: 2024))
    try await sandbox.run()
    return sandbox
  }

  private func stage(_ explanation: Explanation, _ name: StageName) throws -> Explanation.Stage {
    try #require(explanation.stages.first { $0.stage == name })
  }

  @Test func `An edit is told with what each stage read and made before`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023, revenue: "1.5"), at: 1_700_000_100)
    try await sandbox.run()
    let explanation = try sandbox.pipeline.explain("a.txt")
    #expect(explanation.lastRun?.run == 2)
    #expect(explanation.source == "files")
    #expect(explanation.file == Explanation.File(.asRead))
    let extract = try stage(explanation, .extract)
    #expect(extract.why?.kind == .inputChanged)
    #expect(extract.outputs.map(\.name) == ["report", "headlines"])
    #expect(extract.outputs.allSatisfy { $0.before != nil && $0.before != $0.digest })
    #expect(extract.version?.isPresent == true)
    #expect(extract.version?.lexicon.contains { $0.name.hasPrefix("indicators") } == true)
    #expect(explanation.history.map(\.run.run) == [2, 1])
    #expect(explanation.history.map(\.change) == [.changed, .added])
    #expect(explanation.history.first?.ran.contains(.extract) == true)
    #expect(explanation.isHistoryWhole)
    let other = try sandbox.pipeline.explain("b.txt")
    #expect(other.history.map(\.run.run) == [1])
    #expect(other.regionChecks?.documents == 2)
    #expect(other.regionChecks?.stage.ranIn == 2)
    #expect(other.regionChecks?.stage.why?.kind == .inputChanged)
    #expect(other.regionChecks?.isPending == false)
  }

  @Test func `A changed parameter is told with its old and its new value`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    func configure(_ depth: Int) throws {
      let text = #"{"sources": [{"files": ["docs/*.txt"]}], "clean": {"maximumDepth": \#(depth)}}"#
      try sandbox.write("pipeline.json", text)
      sandbox.configuration = try PipelineConfiguration.read(file: sandbox.path("pipeline.json"))
    }
    try configure(1000)
    try await sandbox.run()
    try configure(1001)
    let before = try stage(try sandbox.pipeline.explain("a.txt"), .clean)
    #expect(before.version?.isPresent == false)
    #expect(before.version?.since == nil)
    try await sandbox.run()
    let clean = try stage(try sandbox.pipeline.explain("a.txt"), .clean)
    let changed = try #require(clean.version?.parameters.first { $0.hasChanged })
    #expect(changed.name == "clean.maximumDepth")
    #expect(changed.value == "1001")
    #expect(changed.before == "1000")
    #expect(clean.version?.since == 2)
    #expect(clean.version?.isPresent == true)
    #expect(clean.version?.codeBefore == nil)
    #expect(clean.why?.kind == .parameterChanged)
  }

  @Test func `What the warehouse holds is held against the store`() async throws {
    let sandbox = try await sandbox()
    let loaded = try #require(try sandbox.pipeline.explain("a.txt").warehouse)
    #expect(loaded.isAsStored)
    #expect(loaded.state == "current")
    #expect(
      loaded.observations
        == (try sandbox.integers(
          "SELECT count(*) FROM observations WHERE document_uri = 'docs/a.txt'"
        ).first)
    )
    try sandbox.execute("DELETE FROM load_state WHERE key = 'docs/a.txt'")
    #expect(try sandbox.pipeline.explain("a.txt").warehouse?.state == nil)
    sandbox.remove(sandbox.configuration.warehousePath)
    #expect(try sandbox.pipeline.explain("a.txt").warehouse == nil)
  }

  @Test func `A failing document tells what it was before`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/a.txt", "", at: 1_700_000_100)
    try await sandbox.run()
    try await sandbox.run { $0.forceFrom = .fetch }
    let explanation = try sandbox.pipeline.explain("a.txt")
    #expect(explanation.state == .stale)
    #expect(explanation.warehouse?.state == "stale")
    #expect(explanation.warehouse?.isAsStored == true)
    let clean = try stage(explanation, .clean)
    #expect(clean.lastOutcome == .failed)
    #expect(clean.failure?.isEmpty == false)
    #expect(try stage(explanation, .extract).lastOutcome == .notReached)
    #expect(try stage(explanation, .extract).lastReason?.kind == .failedBefore)
  }

  @Test func `A file that changed since, or went, is told`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2022), at: 1_700_000_100)
    #expect(try sandbox.pipeline.explain("a.txt").file?.standing == .changed)
    try sandbox.delete("docs/a.txt")
    let gone = try #require(try sandbox.pipeline.explain("a.txt").file)
    #expect(gone.standing == .unreadable)
    #expect(gone.problem?.isEmpty == false)
  }

  @Test func `A deleted document keeps its history`() async throws {
    let sandbox = try await sandbox()
    try sandbox.delete("docs/a.txt")
    try await sandbox.run()
    let explanation = try sandbox.pipeline.explain("a.txt")
    #expect(explanation.state == nil)
    #expect(explanation.deletedIn?.run == 2)
    #expect(explanation.history.map(\.change) == [.deleted, .added])
    #expect(explanation.warehouse?.state == nil)
    #expect {
      try sandbox.pipeline.show("a.txt", stage: .clean)
    } throws: { ($0 as? PipelineError)?.code == .documentGone }
  }

  @Test func `A document that no run has seen is told apart from one that is nowhere`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/c.txt", "x")
    #expect {
      try sandbox.pipeline.explain("c.txt")
    } throws: { error in
      (error as? PipelineError)?.code == .nothingStored && (error as? PipelineError)?.place == "docs/c.txt"
    }
  }
}
