import Clean
import Foundation
import Pipeline
import Testing

/// A plan ends as the run would, and tells what it would look at.
@Suite struct PlanTests {
  private func sandbox(_ count: Int = 4) async throws -> Sandbox {
    let sandbox = try Sandbox()
    for year in 2001..<2001 + count {
      try sandbox.write("docs/\(year).txt", workReport(city: "营口市", year: year))
    }
    try sandbox.write("docs/panjin.txt", workReport(city: "盘锦市", year: 2024))
    try await sandbox.run()
    return sandbox
  }

  private func expectSame(
    _ sandbox: Sandbox,
    _ status: Int32,
    _ change: (inout RunOptions) -> Void = { _ in }
  ) async throws {
    var options = RunOptions()
    change(&options)
    let plan = try await sandbox.pipeline.plan(options)
    #expect(plan.exitCode(options).rawValue == status)
    #expect(try await sandbox.pipeline.run(options).exitCode(strict: options.strict).rawValue == status)
  }

  @Test func `A pattern that matches nothing`() async throws {
    let sandbox = try await sandbox()
    try await expectSame(sandbox, 0)
    sandbox.configuration.sources[0].files.append("none/*.txt")
    try await expectSame(sandbox, 66)
  }

  @Test func `Deletions that are withheld, and allowed`() async throws {
    let sandbox = try await sandbox(20)
    for year in 2001...2015 { try sandbox.delete("docs/\(year).txt") }
    try await expectSame(sandbox, 74)
    #expect(try await sandbox.pipeline.plan().withheld.first?.vanished == 15)
    var options = RunOptions()
    options.allowDeletions = true
    #expect(try await sandbox.pipeline.plan(options).deleted.count == 15)
    try await expectSame(sandbox, 0) { $0.allowDeletions = true }
  }

  @Test func `A document that fails newly, goes on failing, and is looked at strictly`() async throws {
    let sandbox = try await sandbox()
    sandbox.configuration.clean.maximumBytes = 3000
    try await sandbox.run()
    try sandbox.write("docs/large.txt", String(repeating: "公报", count: 1000))
    try await expectSame(sandbox, 65)
    try await expectSame(sandbox, 0)
    try await expectSame(sandbox, 65) { $0.strict = true }
  }

  @Test func `The regions that are checked again are named`() async throws {
    let sandbox = try await sandbox()
    #expect(try await sandbox.pipeline.plan().regions.isEmpty)
    try sandbox.write("docs/panjin.txt", workReport(city: "盘锦市", year: 2024, revenue: "9.9"), at: 1_700_000_100)
    try sandbox.delete("docs/2001.txt")
    try sandbox.write("docs/new.txt", workReport(city: "抚顺市", year: 2024))
    let plan = try await sandbox.pipeline.plan()
    #expect(plan.regions.map(\.region).contains { $0.hasSuffix("盘锦市") })
    #expect(plan.regions.filter(\.isCertain).map(\.region).allSatisfy { $0.hasSuffix("营口市") })
    #expect(plan.regions.count == 2)
    #expect(plan.withoutRegion == 1)
  }

  @Test func `What earlier runs may have made already is not promised`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/copy.txt", workReport(city: "盘锦市", year: 2024))
    try sandbox.write("docs/new.txt", workReport(city: "抚顺市", year: 2024))
    let plan = try await sandbox.pipeline.plan()
    func stage(_ name: StageName) -> StagePlan { plan.stages.first { $0.stage == name } ?? StagePlan(stage: name) }
    #expect(stage(.clean).willRun == 1)
    #expect(stage(.normalize).willRun == 0)
    #expect(stage(.normalize).mayRun == 1)
    let summary = try await sandbox.run()
    #expect(plan.faults(beside: summary, RunOptions()).isEmpty)
  }

  @Test func `A region that goes back to what it was is not checked again`() async throws {
    let sandbox = try await sandbox()
    let text = workReport(city: "盘锦市", year: 2024)
    try sandbox.write("docs/panjin.txt", text.replacing("812.6", with: "813.6"), at: 1_700_000_100)
    try await sandbox.run()
    try sandbox.write("docs/panjin.txt", text, at: 1_700_000_200)
    let plan = try await sandbox.pipeline.plan()
    #expect(plan.regions.allSatisfy { !$0.isCertain })
    let summary = try await sandbox.run()
    #expect(sandbox.stage(summary, .regions).ran == 0)
    #expect(sandbox.stage(summary, .load).ran == 1)
    #expect(plan.faults(beside: summary, RunOptions()).isEmpty)
  }

  @Test(arguments: [
    "DROP TABLE observation", "DROP TABLE load_state", "DROP TABLE region", "DROP VIEW observations",
    "DROP INDEX observation_on_code", "PRAGMA application_id = 1",
  ])
  func `A warehouse that a run refuses is refused by its plan, in the same words`(statement: String) async throws {
    let sandbox = try await sandbox()
    try sandbox.execute(statement)
    try await expectSameError(sandbox)
  }

  @Test func `A folder in the warehouse's place is refused by both`() async throws {
    let sandbox = try await sandbox()
    sandbox.remove(sandbox.configuration.warehousePath)
    try FileManager.default.createDirectory(
      atPath: sandbox.configuration.warehousePath,
      withIntermediateDirectories: true
    )
    try await expectSameError(sandbox)
  }

  private func expectSameError(_ sandbox: Sandbox) async throws {
    let planned = await #expect(throws: PipelineError.self) { try await sandbox.pipeline.plan() }
    let run = await #expect(throws: PipelineError.self) { try await sandbox.run() }
    #expect(planned?.code == run?.code)
    #expect(planned?.cause == run?.cause)
    #expect(planned?.exitStatus == run?.exitStatus)
  }

  @Test func `What load has to do is known where the warehouse is gone or was edited`() async throws {
    let sandbox = try await sandbox()
    try sandbox.execute("DELETE FROM observation WHERE document_id = 1")
    let edited = try await sandbox.pipeline.plan().stages.first { $0.stage == .load }
    #expect(edited?.willRun == 1)
    #expect(edited?.upToDate == 4)
    sandbox.remove(sandbox.configuration.warehousePath)
    let gone = try await sandbox.pipeline.plan().stages.first { $0.stage == .load }
    #expect(gone?.willRun == 5)
    #expect(gone?.reasons.map(\.reason.kind) == [.outputMissing])
  }

  @Test(
    arguments: [
      "DELETE FROM region WHERE code = '210800'", "INSERT INTO sentence_search (sentence_search) VALUES ('delete-all')",
      "INSERT INTO term_count (document_id, ordinal, list, term, count) VALUES (77, 0, 'a', 'b', 1)",
    ]
  )
  func `That the warehouse is mended where no document has anything to do`(edit: String) async throws {
    let sandbox = try await sandbox()
    #expect(try await !sandbox.pipeline.plan().mendsWarehouse)
    try sandbox.execute(edit)
    let plan = try await sandbox.pipeline.plan()
    #expect(plan.mendsWarehouse && plan.stages.allSatisfy { $0.willRun == 0 })
    #expect(try await sandbox.run().wroteWarehouse)
    #expect(try await !sandbox.pipeline.plan().mendsWarehouse)
    #expect(try await !sandbox.run().wroteWarehouse)
  }
}
