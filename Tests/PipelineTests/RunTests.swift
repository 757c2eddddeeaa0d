import Pipeline
import Testing

@Suite struct RunTests {
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a/2023.txt", workReport(city: "营口市", year: 2023))
    try sandbox.write("docs/a/2024.txt", workReport(city: "营口市", year: 2024, revenue: "55.1"))
    try sandbox.write("docs/b/2024 年 \"报告\".txt", workReport(city: "盘锦市", year: 2024))
    return sandbox
  }

  @Test func `A first run takes every document through every stage`() async throws {
    let sandbox = try sandbox()
    let summary = try await sandbox.run()
    #expect(summary.documents == 3)
    #expect(summary.added.count == 3)
    #expect(summary.exitCode(strict: true) == .ok)
    #expect(summary.wroteWarehouse)
    for stage in [StageName.fetch, .clean, .normalize, .extract, .validate, .load] {
      #expect(sandbox.stage(summary, stage).ran == 3, "\(stage)")
    }
  }

  @Test func `A second run does nothing and writes nothing`() async throws {
    let sandbox = try sandbox()
    try await sandbox.run()
    try await sandbox.run()
    let before = try sandbox.rows()
    let summary = try await sandbox.run()
    #expect(!summary.wroteWarehouse)
    for stage in StageName.allCases { #expect(sandbox.stage(summary, stage).ran == 0, "\(stage)") }
    #expect(try sandbox.rows() == before)
  }
}
