import Foundation
import Pipeline
import Testing

@Suite struct QuestionTests {
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    try sandbox.write("docs/b.txt", workReport(city: "营口市", year: 2024))
    return sandbox
  }

  @Test func `A plan of a first run writes nothing`() async throws {
    let sandbox = try sandbox()
    let plan = try await sandbox.pipeline.plan()
    #expect(plan.documents == 2)
    #expect(plan.added.count == 2)
    #expect(plan.stages.first { $0.stage == .clean }?.willRun == 2)
    #expect(plan.stages.first { $0.stage == .extract }?.reasons.map(\.reason.kind) == [.neverRan])
    #expect(!FileManager.default.fileExists(atPath: sandbox.configuration.storePath))
    #expect(!FileManager.default.fileExists(atPath: sandbox.configuration.warehousePath))
  }

  @Test func `A plan tells an edit beforehand`() async throws {
    let sandbox = try sandbox()
    try await sandbox.run()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023, revenue: "1.5"), at: 1_700_000_100)
    let plan = try await sandbox.pipeline.plan()
    #expect(plan.changed.uris == ["docs/a.txt"])
    let clean = plan.stages.first { $0.stage == .clean }
    #expect(clean?.willRun == 1)
    #expect(clean?.upToDate == 1)
    #expect(clean?.reasons.first?.reason.kind == .inputChanged)
    #expect(plan.stages.first { $0.stage == .extract }?.mayRun == 1)
    #expect(plan.seconds != nil)
  }

  @Test func `A document's stages are explained`() async throws {
    let sandbox = try sandbox()
    try await sandbox.run()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023, revenue: "1.5"), at: 1_700_000_100)
    try await sandbox.run()
    let explanation = try sandbox.pipeline.explain("a.txt")
    #expect(explanation.uri == "docs/a.txt")
    #expect(explanation.state == .current)
    #expect(explanation.stages.map(\.stage) == [.fetch, .clean, .normalize, .extract, .validate, .load])
    let clean = try #require(explanation.stages.first { $0.stage == .clean })
    #expect(clean.ranIn == 2)
    #expect(clean.why?.kind == .inputChanged)
    #expect(clean.why?.subject == "content")
    #expect(clean.inputs.first?.before != nil)
    #expect(clean.outputs.map(\.name) == ["page", "page.map"])
    let other = try sandbox.pipeline.explain("docs/b.txt")
    #expect(other.stages.first { $0.stage == .clean }?.ranIn == 1)
    #expect(other.stages.first { $0.stage == .clean }?.why?.kind == .neverRan)
  }

  @Test func `Unknown and ambiguous documents are told apart`() async throws {
    let sandbox = try sandbox()
    try await sandbox.run()
    #expect {
      try sandbox.pipeline.explain("zzz")
    } throws: { ($0 as? PipelineError)?.code == .noSuchDocument }
    #expect {
      try sandbox.pipeline.explain("docs")
    } throws: { error in
      (error as? PipelineError)?.code == .ambiguousDocument
        && (error as? PipelineError)?.candidates == ["docs/a.txt", "docs/b.txt"]
    }
  }

  @Test(arguments: [StageName.fetch, .clean, .normalize, .extract, .validate])
  func `Each stage's output can be shown`(stage: StageName) async throws {
    let sandbox = try sandbox()
    try await sandbox.run()
    let shown = try sandbox.pipeline.show("a.txt", stage: stage)
    #expect(try JSONSerialization.jsonObject(with: JSONEncoder().encode(shown.json)) is [String: Any])
  }

  @Test func `The history lists the runs, newest first`() async throws {
    let sandbox = try sandbox()
    #expect(try sandbox.pipeline.runs().isEmpty)
    try await sandbox.run()
    try await sandbox.run()
    let runs = try sandbox.pipeline.runs()
    #expect(runs.map(\.run) == [2, 1])
    #expect(runs.map(\.outcome) == [.finished, .finished])
    #expect(runs.last?.added == 2)
    #expect(runs.last?.stages.first { $0.stage == .clean }?.ran == 2)
  }
}
