import Incremental
import Pipeline
import Testing

/// Stages whose code is another one than before: with a key that says so, and without.
@Suite struct StageCodeTests {
  private func sandbox() async throws -> Sandbox {
    let sandbox = try Sandbox()
    for year in 2022...2024 { try sandbox.write("docs/\(year).txt", workReport(city: "营口市", year: year)) }
    try await sandbox.run()
    return sandbox
  }

  /// clean with a line more at the end of each document.
  private static func longer(_ stage: StageDefinition, code: String?) -> StageDefinition {
    guard stage.name == "clean" else { return stage }
    return stage.changed(code: code) { arguments in
      let bytes: [UInt8] = try arguments.value(0)
      let media: String = try arguments.value(1)
      return try stage.body(StageArguments([bytes + Array("城镇新增就业2.6万人。\n".utf8), media]))
    }
  }

  @Test func `Other bytes for a key that is known are a bug, and nothing of them stays`() async throws {
    let sandbox = try await sandbox()
    let rows = try sandbox.rows()
    sandbox.surroundings.stage = { Self.longer($0, code: nil) }
    await #expect {
      try await sandbox.run { $0.forceFrom = .clean }
    } throws: { error in
      guard let error = error as? PipelineError else { return false }
      return error.code == .bug && error.exitStatus == .software && error.place.hasPrefix("clean of docs/")
    }
    sandbox.surroundings = Surroundings()
    let summary = try await sandbox.run()
    #expect(sandbox.stage(summary, .clean).ran == 0)
    #expect(try sandbox.rows() == rows)
    #expect(!(try await sandbox.run().wroteWarehouse))
  }

  @Test func `Changed code runs for every document, and the old code's results are known when it comes back`()
    async throws
  {
    let sandbox = try await sandbox()
    let rows = try sandbox.rows()
    sandbox.surroundings.stage = { Self.longer($0, code: "other") }
    let changed = try await sandbox.run()
    #expect(sandbox.stage(changed, .clean).ran == 3)
    #expect(sandbox.stage(changed, .load).ran == 3)
    #expect(try sandbox.rows() != rows)
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
    sandbox.surroundings = Surroundings()
    let back = try await sandbox.run()
    #expect(sandbox.stage(back, .clean).ran == 0)
    #expect(sandbox.stage(back, .load).ran == 3)
    #expect(try sandbox.rows() == rows)
  }

  @Test func `Changed code that makes the same stops the wave at its stage`() async throws {
    let sandbox = try await sandbox()
    sandbox.surroundings.stage = { $0.name == "normalize" ? $0.changed(code: "other") : $0 }
    let summary = try await sandbox.run()
    #expect(sandbox.stage(summary, .normalize).ran == 3)
    for stage in [StageName.clean, .extract, .validate, .load] { #expect(sandbox.stage(summary, stage).ran == 0) }
    #expect(!summary.wroteWarehouse)
  }
}
