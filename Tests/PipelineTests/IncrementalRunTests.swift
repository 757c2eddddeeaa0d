import Foundation
import Pipeline
import Testing

/// After every change the warehouse is that of a clean run, and a further run does nothing.
@Suite struct IncrementalRunTests {
  private func sandbox() async throws -> Sandbox {
    let sandbox = try Sandbox()
    for year in 2021...2024 {
      try sandbox.write("docs/营口/\(year).txt", workReport(city: "营口市", year: year, revenue: "5\(year % 10).1"))
    }
    try sandbox.write("docs/盘锦/2024.txt", workReport(city: "盘锦市", year: 2024))
    try await sandbox.run()
    return sandbox
  }

  private func expectCleanAndQuiet(_ sandbox: Sandbox) async throws {
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
    let quiet = try await sandbox.run()
    #expect(!quiet.wroteWarehouse)
    for stage in [StageName.clean, .normalize, .extract, .validate, .load, .regions] {
      #expect(sandbox.stage(quiet, stage).ran == 0, "\(stage)")
    }
  }

  @Test func `An edit runs the stages of its document alone`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/营口/2023.txt", workReport(city: "营口市", year: 2023, revenue: "77.7"), at: 1_700_000_100)
    let summary = try await sandbox.run()
    #expect(summary.changed.uris == ["docs/营口/2023.txt"])
    #expect(sandbox.stage(summary, .clean).ran == 1)
    #expect(sandbox.stage(summary, .extract).ran == 1)
    #expect(sandbox.stage(summary, .load).ran == 1)
    #expect(sandbox.stage(summary, .clean).reused == 4)
    try await expectCleanAndQuiet(sandbox)
  }

  @Test func `White space changed in a page runs clean and nothing else`() async throws {
    let sandbox = try await sandbox()
    let html = """
      <html><head><title>t</title></head><body><h1>2024年营口市人民政府工作报告</h1>
      <p>初步核算，全市地区生产总值完成812.6亿元，增长5.8%。</p></body></html>
      """
    sandbox.configuration.sources[0].files = ["docs/**/*.html", "docs/**/*.txt"]
    try sandbox.write("docs/page.html", html)
    try await sandbox.run()
    try sandbox.write("docs/page.html", html.replacing("<p>", with: "\n\n   <p>"), at: 1_700_000_100)
    let summary = try await sandbox.run()
    #expect(sandbox.stage(summary, .clean).ran == 1)
    for stage in [StageName.normalize, .extract, .validate, .load, .regions] {
      #expect(sandbox.stage(summary, stage).ran == 0, "\(stage)")
    }
    #expect(!summary.wroteWarehouse)
    try await expectCleanAndQuiet(sandbox)
  }

  @Test func `A touched file is read and no stage runs`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/营口/2023.txt", workReport(city: "营口市", year: 2023, revenue: "53.1"), at: 1_700_000_500)
    let summary = try await sandbox.run()
    #expect(sandbox.stage(summary, .fetch).ran >= 1)
    #expect(summary.changed.count == 0)
    for stage in [StageName.clean, .normalize, .extract, .validate, .load, .regions] {
      #expect(sandbox.stage(summary, stage).ran == 0, "\(stage)")
    }
    try await expectCleanAndQuiet(sandbox)
  }

  @Test func `A deleted document leaves the warehouse`() async throws {
    let sandbox = try await sandbox()
    try sandbox.delete("docs/盘锦/2024.txt")
    let summary = try await sandbox.run()
    #expect(summary.deleted.uris == ["docs/盘锦/2024.txt"])
    #expect(try sandbox.rows().allSatisfy { !$0.contains("盘锦/2024") })
    try await expectCleanAndQuiet(sandbox)
  }

  @Test func `A new document comes in`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/盘锦/2025 年.txt", workReport(city: "盘锦市", year: 2025))
    let summary = try await sandbox.run()
    #expect(summary.added.uris == ["docs/盘锦/2025 年.txt"])
    try await expectCleanAndQuiet(sandbox)
  }

  @Test func `A renamed document is an old one gone and a new one, and clean does not run again`() async throws {
    let sandbox = try await sandbox()
    try sandbox.rename("docs/盘锦/2024.txt", "docs/盘锦/new.txt")
    let summary = try await sandbox.run()
    #expect(summary.deleted.count == 1)
    #expect(summary.added.count == 1)
    #expect(sandbox.stage(summary, .clean).ran == 0)
    try await expectCleanAndQuiet(sandbox)
  }

  @Test func `An input that goes back to an older version costs a look-up`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/盘锦/2024.txt", workReport(city: "盘锦市", year: 2024, revenue: "1.1"), at: 1_700_000_100)
    try await sandbox.run()
    try sandbox.write("docs/盘锦/2024.txt", workReport(city: "盘锦市", year: 2024), at: 1_700_000_200)
    let summary = try await sandbox.run()
    #expect(sandbox.stage(summary, .clean).ran == 0)
    #expect(sandbox.stage(summary, .load).ran == 1)
    try await expectCleanAndQuiet(sandbox)
  }

  @Test func `The result does not depend on the number of workers`() async throws {
    let sandbox = try Sandbox()
    for index in 0..<60 { try sandbox.write("docs/\(index).txt", workReport(city: "营口市", year: 1960 + index)) }
    try await sandbox.run { $0.jobs = 1 }
    let one = try sandbox.rows()
    sandbox.remove(sandbox.configuration.storePath)
    sandbox.remove(sandbox.configuration.warehousePath)
    let summary = try await sandbox.run { $0.jobs = 8 }
    #expect(summary.documents == 60)
    #expect(try sandbox.rows() == one)
  }

  @Test func `A deleted store is made again and the warehouse stays as it is`() async throws {
    let sandbox = try await sandbox()
    let before = try sandbox.rows()
    sandbox.remove(sandbox.configuration.storePath)
    let summary = try await sandbox.run()
    #expect(sandbox.stage(summary, .extract).ran == 5)
    #expect(try sandbox.rows() == before)
    try await expectCleanAndQuiet(sandbox)
  }

  @Test func `A deleted warehouse is loaded again and no stage runs`() async throws {
    let sandbox = try await sandbox()
    let before = try sandbox.rows()
    sandbox.remove(sandbox.configuration.warehousePath)
    let summary = try await sandbox.run()
    #expect(sandbox.stage(summary, .load).ran == 5)
    #expect(sandbox.stage(summary, .clean).ran == 0)
    #expect(try sandbox.rows() == before)
    try await expectCleanAndQuiet(sandbox)
  }

  @Test func `A document that the store knew and the warehouse alone has goes when its source no longer lists it`()
    async throws
  {
    let sandbox = try await sandbox()
    sandbox.remove(sandbox.configuration.storePath)
    try sandbox.delete("docs/盘锦/2024.txt")
    try await sandbox.run()
    try await expectCleanAndQuiet(sandbox)
  }

  @Test func `A stopped run is taken up by the next`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/盘锦/2025.txt", workReport(city: "盘锦市", year: 2025))
    let early = try await sandbox.run { $0.until = .clean }
    #expect(sandbox.stage(early, .clean).ran == 1)
    #expect(sandbox.stage(early, .normalize).ran == 0)
    #expect(!early.wroteWarehouse)
    let late = try await sandbox.run()
    #expect(sandbox.stage(late, .clean).ran == 0)
    #expect(sandbox.stage(late, .normalize).ran == 1)
    try await expectCleanAndQuiet(sandbox)
  }

  @Test func `A run that stops before loading removes nothing, and its groups are settled by the next`() async throws {
    let sandbox = try await sandbox()
    let before = try sandbox.rows()
    try sandbox.delete("docs/盘锦/2024.txt")
    try sandbox.write("docs/营口/2023.txt", workReport(city: "营口市", year: 2023, revenue: "999.9"), at: 1_700_000_100)
    let early = try await sandbox.run { $0.until = .extract }
    #expect(!early.wroteWarehouse)
    #expect(try sandbox.rows() == before)
    let late = try await sandbox.run()
    #expect(sandbox.stage(late, .regions).ran == 1)
    try await expectCleanAndQuiet(sandbox)
  }

  @Test func `A new document is no failure where the run stops before loading`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/2020.txt", workReport(city: "营口市", year: 2020))
    let early = try await sandbox.run { $0.until = .normalize }
    #expect(early.exitCode(strict: false) == .ok)
    #expect(early.newlyFailed.isEmpty)
    #expect(try sandbox.pipeline.status().states == ["current": 5, "unfinished": 1])
    #expect(try sandbox.pipeline.explain("docs/2020.txt").state == .unfinished)
    #expect(try await sandbox.run().states == ["current": 6])
    try await expectCleanAndQuiet(sandbox)
  }

  @Test func `A forced stage runs again, and makes the same`() async throws {
    let sandbox = try await sandbox()
    let before = try sandbox.rows()
    let summary = try await sandbox.run { $0.forceFrom = .extract }
    #expect(sandbox.stage(summary, .clean).ran == 0)
    #expect(sandbox.stage(summary, .extract).ran == 5)
    #expect(sandbox.stage(summary, .validate).ran == 5)
    #expect(try sandbox.rows() == before)
  }

  @Test func `Only the named document is looked at`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/营口/2022.txt", workReport(city: "营口市", year: 2022, revenue: "9.1"), at: 1_700_000_100)
    try sandbox.write("docs/营口/2023.txt", workReport(city: "营口市", year: 2023, revenue: "9.2"), at: 1_700_000_100)
    let summary = try await sandbox.run { $0.documents = ["2023"] }
    #expect(summary.changed.uris == ["docs/营口/2023.txt"])
    let rest = try await sandbox.run()
    #expect(rest.changed.uris == ["docs/营口/2022.txt"])
    try await expectCleanAndQuiet(sandbox)
  }

  @Test func `Where documents stay that nobody lists, run and status count alike`() async throws {
    let sandbox = try await sandbox()
    for year in 2001...2015 { try sandbox.write("docs/\(year).txt", workReport(city: "抚顺市", year: year)) }
    try await sandbox.run()
    for year in 2001...2015 { try sandbox.delete("docs/\(year).txt") }
    let run = try await sandbox.run()
    #expect(run.documents == 5)
    #expect(run.kept == 15)
    let status = try sandbox.pipeline.status()
    #expect(run.states == status.states)
    #expect(status.documents == run.documents + run.kept)
    let part = try await sandbox.run { $0.until = .clean }
    #expect(part.kept == 15)
    #expect(part.deleted.count == 0)
    #expect(part.states == status.states)
  }
}
