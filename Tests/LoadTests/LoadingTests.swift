import Documents
import Foundation
import GRDB
import Testing

@testable import Load

@Suite("A document is loaded")
struct LoadingTests {
  private func example(uri: String = "samples/a.html") -> ReportBuilder {
    var document = ReportBuilder(uri: uri)
    document.section("2024年工作回顾")
    document.section("经济运行", level: 2, number: "(一)", parent: 0)
    document.sentence("全市生产总值 1234.5亿元，增长6%。")
    document.observe("1234.5亿元", value: "1234.5", base: 1234.5e8)
    document.observe("6%", value: "6", unit: "%", measure: .growth)
    document.tableRow(
      "税收收入\t3200",
      quote: "3200",
      cell: .init(caption: "收入表", rowPath: "税收收入", columnPath: "执行数", occurrence: 0),
      value: "3200"
    )
    document.term("绿色", count: 3, section: 0)
    document.findings = .init([.init(rule: "example", severity: .warning, message: "看看", observation: 1)])
    return document
  }

  @Test("Its observations lead back to sentence, section and page")
  func provenance() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/new/warehouse.sqlite"
      try load([.put(example().rows())], into: path)
      #expect(
        try query(
          path,
          """
          SELECT section, sentence_start, quote, quote_start, substr(sentence, quote_start + 1, length(quote)) = quote,
            substr(body, sentence_start + 1, length(sentence)) = sentence, value, value_text, base_value, period_start
          FROM observations o JOIN pages p USING (document_uri) ORDER BY ordinal
          """
        ) == [
          [
            "2024年工作回顾 / 经济运行", "15", "1234.5亿元", "7", "1", "1", "1234.5", "1234.5", "123450000000.0", "2024-01-01",
          ],
          ["2024年工作回顾 / 经济运行", "15", "6%", "18", "1", "1", "6.0", "6", "∅", "2024-01-01"],
          ["2024年工作回顾 / 经济运行", "∅", "3200", "5", "1", "∅", "3200.0", "3200", "∅", "∅"],
        ]
      )
      #expect(
        try query(path, "SELECT complete, as_of, generation FROM warehouse_info") == [
          ["1", "2025-03-01T02:00:00Z", "1"]
        ]
      )
      #expect(try query(path, "PRAGMA user_version") == [["1"]])
      #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }
  }

  @Test("How far two ways to its body agree stands beside the body")
  func confidence() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      var document = example()
      document.confidence(0.75)
      try load([.put(document.rows()), .put(example(uri: "samples/b.txt").rows())], into: path)
      #expect(try query(path, "SELECT body_confidence FROM pages ORDER BY document_uri") == [["0.75"], ["∅"]])
    }
  }

  @Test("A sentence is found by a phrase of two characters, in the stock shell as well")
  func search() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      try load([.put(example().rows())], into: path)
      let sql =
        "SELECT sentence FROM sentences WHERE sentence_id IN (SELECT rowid FROM sentence_search WHERE sentence_search MATCH '\"生 产\"')"
      #expect(try query(path, sql) == [["全市生产总值 1234.5亿元，增长6%。"]])
      #expect(try query(path, sql.replacing("生 产", with: "产 生")).isEmpty)
    }
  }

  @Test("What is loaded, and how many rows there are, can be asked")
  func states() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      let rows = example().rows(digest: 7)
      let group = GroupRows(
        key: "990100",
        outputDigest: [9],
        findings: .init([.init(rule: "gap", severity: .info, message: "2023年缺报告", document: "samples/a.html")])
      )
      try load([.put(rows), .putGroup(group)], into: path)
      let warehouse = try Warehouse(path: path, loaderFingerprint: "loader 1")
      defer { warehouse.close() }
      #expect(
        try warehouse.loadStates() == [
          LoadState(
            kind: .document,
            key: "samples/a.html",
            outputDigest: [7],
            state: .current,
            loaderFingerprint: "loader 1",
            rowCount: 1 + 2 + 2 + 3 + 1 + 1,
            rowDigest: rows.rowDigest
          ),
          LoadState(
            kind: .group,
            key: "990100",
            outputDigest: [9],
            state: .current,
            loaderFingerprint: "loader 1",
            rowCount: 1,
            rowDigest: group.rowDigest
          ),
        ]
      )
      #expect(
        try warehouse.rowCounts().map { "\($0.kind) \($0.key) \($0.count)" } == [
          "document samples/a.html 10", "group 990100 1",
        ]
      )
    }
  }

  @Test("The same rows again write nothing")
  func nothingToDo() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      try load([.put(example().rows())], into: path)
      let token = try Warehouse.token(path: path)
      #expect(token?.generation == 1)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(try load([.put(example().rows())], into: path, asOf: "later") == WriteCounts())
      #expect(try Warehouse.token(path: path) == token)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }
  }

  @Test("A better extractor mends the row in place, and only that row")
  func mend() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      try load([.put(example().rows())], into: path)
      let before = try query(path, "SELECT id, observation_id FROM observation ORDER BY ordinal")
      var better = example()
      better.edit { _, report in
        report.observations[1].measure = .averageGrowth
        report.observations[1].rule = "better"
      }
      // The observation and load_state.
      #expect(try load([.put(better.rows(digest: 2))], into: path).updated == 2)
      #expect(try query(path, "SELECT id, observation_id FROM observation ORDER BY ordinal") == before)
      #expect(try query(path, "SELECT measure FROM observation WHERE ordinal = 1") == [["avg_growth"]])
    }
  }

  @Test("What somebody's hand left of a document goes, the full-text index follows, and both count as written")
  func foreignHand() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      try load([.put(example().rows())], into: path)
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA foreign_keys = OFF; DELETE FROM document; DELETE FROM sentence")
      }
      try queue.close()
      let warehouse = try Warehouse(path: path, loaderFingerprint: "loader 1")
      #expect(try warehouse.mend())
      #expect(try warehouse.generation().count == 2)
      #expect(try !warehouse.mend())
      #expect(try warehouse.removeOrphans() == 2 + 3 + 1 + 1)
      #expect(try warehouse.removeOrphans() == 0)
      _ = try warehouse.finish(asOf: "later")
      for table in ["section", "observation", "finding", "term_count"] {
        #expect(try query(path, "SELECT count(*) FROM \(table)") == [["0"]])
      }
      try checkIntegrity(path)
    }
  }

  @Test("To remove what was left alone counts as a change of the warehouse")
  func orphansAlone() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      try load([], into: path)
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { database in
        try database.execute(
          sql: """
            PRAGMA foreign_keys = OFF;
            INSERT INTO term_count (document_id, ordinal, list, term, count) VALUES (7, 0, 'a', 'b', 1)
            """
        )
      }
      try queue.close()
      let warehouse = try Warehouse(path: path, loaderFingerprint: "loader 1")
      let before = try warehouse.generation().count
      #expect(try warehouse.removeOrphans() == 1)
      #expect(try warehouse.generation().count == before + 1)
      _ = try warehouse.finish(asOf: "later")
      #expect(try query(path, "SELECT complete, as_of FROM warehouse_info") == [["1", "later"]])
    }
  }

  @Test("A stale document keeps its rows; one that was never loaded cannot become stale")
  func stale() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      try load([.put(example().rows(digest: 7))], into: path)
      try load([.markStale(uri: "samples/a.html", reason: "empty")], into: path)
      #expect(try query(path, "SELECT DISTINCT document_state FROM observations") == [["stale"]])
      #expect(try query(path, "SELECT state, reason FROM documents") == [["stale", "empty"]])
      #expect(try query(path, "SELECT state, hex(output_digest) FROM load_state") == [["stale", "07"]])
      #expect(throws: WarehouseError(.notLoaded, path: path, cause: "samples/b.html")) {
        try load([.markStale(uri: "samples/b.html", reason: "empty")], into: path)
      }
    }
  }

  @Test("A document that fails from the start has its row and nothing else")
  func quarantined() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      let rows = DocumentRows(
        uri: "b.html",
        state: .quarantined,
        reason: "binary",
        outputDigest: [3],
        page: nil,
        report: nil,
        findings: .init()
      )
      try load([.put(rows)], into: path)
      #expect(try query(path, "SELECT state, reason, report_type FROM documents") == [["quarantined", "binary", "∅"]])
      #expect(try query(path, "SELECT * FROM pages").isEmpty)
    }
  }

  @Test("Removing a document removes all of it, its words in the index included; other documents stay")
  func removal() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      let other = folder + "/other.sqlite"
      try load([.put(example().rows()), .put(example(uri: "samples/b.html").rows())], into: path)
      try load([.remove(uri: "samples/a.html")], into: path)
      try load([.put(example(uri: "samples/b.html").rows())], into: other)
      #expect(try contents(path) == contents(other))
      try load([.remove(uri: "samples/b.html"), .remove(uri: "samples/b.html")], into: path)
      for (table, rows) in try contents(path) { #expect(rows.isEmpty, "\(table)") }
      #expect(throws: Never.self) { try checkIntegrity(path) }
    }
  }
}
