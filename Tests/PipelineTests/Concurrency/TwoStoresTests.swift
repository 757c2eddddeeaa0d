import Foundation
import Pipeline
import Testing

/// Two stores that take turns at one warehouse: neither believes what it knows of it.
@Suite struct TwoStoresTests {
  @Test func `Stores that take turns leave what a clean run would`() async throws {
    let sandbox = try Sandbox()
    for year in 2022...2025 { try sandbox.write("docs/\(year).txt", workReport(city: "营口市", year: year)) }
    let stores = ["a", "b"].map { sandbox.path(".\($0)/store.sqlite") }
    for turn in 0..<6 {
      sandbox.configuration.storePath = stores[turn % 2]
      let text = workReport(city: "盘锦市", year: 2022 + turn % 4, revenue: "\(turn).5")
      try sandbox.write("docs/\(2022 + turn % 4).txt", text, at: 1_700_000_100 + Double(turn))
      if turn == 3 { try sandbox.delete("docs/2023.txt") }
      let summary = try await sandbox.run()
      #expect(summary.wroteWarehouse)
      #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
      #expect(!(try await sandbox.run().wroteWarehouse))
    }
  }

  @Test func `The rows that another store made of a document before it broke are kept`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023))
    try sandbox.write("docs/b.txt", workReport(city: "营口市", year: 2024))
    let stores = ["a", "b"].map { sandbox.path(".\($0)/store.sqlite") }
    sandbox.configuration.storePath = stores[0]
    try await sandbox.run()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2023, revenue: "99.9"), at: 1_700_000_100)
    sandbox.configuration.storePath = stores[1]
    try await sandbox.run()
    let newer = "SELECT count(*) FROM observation WHERE value_text LIKE '99.9%'"
    #expect(try sandbox.integers(newer) == [1])
    // The first store knows the older rows, and the document is broken when it comes back.
    try sandbox.write("docs/a.txt", "", at: 1_700_000_200)
    sandbox.configuration.storePath = stores[0]
    try await sandbox.run()
    #expect(try sandbox.integers(newer) == [1])
    #expect(try sandbox.integers("SELECT count(*) FROM document WHERE state = 'stale'") == [1])
    #expect(!(try await sandbox.run().wroteWarehouse))
  }
}
