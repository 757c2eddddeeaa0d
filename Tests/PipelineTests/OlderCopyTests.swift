import Foundation
import Pipeline
import Testing

@Suite("An older copy of the store or of the warehouse is put back, and a document breaks")
struct OlderCopyTests {
  /// What befalls the two files, a run with another revenue after each `run`.
  enum Event: CustomTestStringConvertible, Equatable {
    case run, loseStore, loseWarehouse
    case restoreStore(run: Int)
    case restoreWarehouse(run: Int)

    var testDescription: String { "\(self)" }
  }

  @Test(
    "Its rows stay those of the last run that the warehouse saw, or where that is older, the store",
    arguments: [
      ([.run, .run, .restoreStore(run: 1)], 2),
      ([.run, .run, .restoreWarehouse(run: 1)], 2),
      // Counts of two warehouses, which say nothing of each other.
      ([.run, .run, .loseStore, .loseWarehouse, .run, .restoreStore(run: 2)], 3),
      ([.run, .run, .loseStore, .loseWarehouse, .run, .run, .run, .restoreStore(run: 2)], 5),
      ([.run, .loseWarehouse, .run, .restoreWarehouse(run: 1)], 2),
      ([.run, .run, .loseWarehouse, .run, .run, .run, .restoreWarehouse(run: 2)], 5),
      ([.run, .loseWarehouse, .run, .loseWarehouse], 2),
      ([.run, .loseStore, .run, .restoreWarehouse(run: 1)], 2),
    ] as [([Event], Int)]
  )
  func rows(_ events: [Event], _ last: Int) async throws {
    let sandbox = try Sandbox()
    let (store, warehouse) = (sandbox.configuration.storePath, sandbox.configuration.warehousePath)
    var copies: [(store: Data, warehouse: Data)] = []
    func change(_ text: String) throws {
      try sandbox.write("docs/a.txt", text, at: 1_700_000_000 + Double(text.utf8.count) + Double(copies.count) * 100)
    }
    func restore(_ bytes: Data, _ path: String) throws {
      sandbox.remove(path)
      try bytes.write(to: URL(filePath: path))
    }
    for event in events {
      switch event {
      case .run:
        try change(workReport(city: "营口市", year: 2024, revenue: "\(copies.count + 1).5"))
        try await sandbox.run()
        copies.append((try Data(contentsOf: URL(filePath: store)), try Data(contentsOf: URL(filePath: warehouse))))
      case .loseStore: sandbox.remove(store)
      case .loseWarehouse: sandbox.remove(warehouse)
      case .restoreStore(let run): try restore(copies[run - 1].store, store)
      case .restoreWarehouse(let run): try restore(copies[run - 1].warehouse, warehouse)
      }
    }
    try change("")
    try await sandbox.run()
    let sql = "SELECT CAST(value * 10 AS INTEGER) FROM observation WHERE indicator_code = 'revenue' AND unit = '亿元'"
    #expect(try sandbox.integers(sql) == [last * 10 + 5])
    #expect(try sandbox.integers("SELECT count(*) FROM document WHERE state = 'stale'") == [1])
  }
}
