import Documents
import Foundation
import GRDB
import Lexicon
import Testbed
import Testing

@testable import Load

@Suite("The schema is what the documentation says")
struct SchemaTests {
  /// Tables and views with their columns in order, out of docs/WAREHOUSE.md.
  private func documented() throws -> [String: [String]] {
    let text = try ProjectFolder.text("docs/WAREHOUSE.md")
    var columns: [String: [String]] = [:]
    var name: String?
    for line in text.split(separator: "\n") {
      if line.hasPrefix("### ") { name = String(line.dropFirst(4)) }
      guard let name, line.hasPrefix("| "), !line.hasPrefix("| column |") else { continue }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(cells.count == 2 && !cells[1].isEmpty, "\(line)")
      columns[name, default: []].append(cells[0])
    }
    return columns
  }

  @Test("Every table, view and column is documented, in order")
  func documentation() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      try load([], into: path)
      let names = try query(
        path,
        """
        SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view', 'virtual')
          AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
        """
      ).map { $0[0] }
      let documented = try documented()
      #expect(Set(documented.keys) == Set(names))
      for name in names {
        #expect(
          try query(path, "SELECT name FROM pragma_table_info('\(name)')").map { $0[0] } == documented[name],
          "\(name)"
        )
      }
    }
  }

  @Test(
    "The views that others read begin with fixed columns",
    arguments: [
      (
        "observations",
        """
        observation_id document_uri document_state title report_type report_year review_year region region_code section
        sentence sentence_start quote quote_start indicator indicator_code action measure comparator status period
        rank_scope rank_of value value_high value_text unit base_value base_unit period_start period_end area area_code
        origin rule confidence
        """
      ),
      (
        "documents",
        """
        document_uri title report_type report_year review_year region region_code region_level province prefecture
        meeting delivered_on published_on speaker issuing_body source site state reason
        """
      ),
      ("sections", "document_uri ordinal level number title"),
      ("pages", "document_uri title published_on source site body"),
    ]
  )
  func fixedColumns(view: String, columns: String) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      try load([], into: path)
      let expected = columns.split(whereSeparator: \.isWhitespace).map(String.init)
      let found = try query(path, "SELECT name FROM pragma_table_info('\(view)')").map { $0[0] }
      #expect(Array(found.prefix(expected.count)) == expected)
    }
  }

  @Test("Tables are strict")
  func strict() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      try load([], into: path)
      let loose = try query(
        path,
        """
        SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
          AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
        """
      )
      #expect(loose.isEmpty)
    }
  }

  @Test("A warehouse is opened again without a write, and its schema is of the last migration")
  func reopening() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      try load([], into: path)
      let token = try Warehouse.token(path: path)
      try load([], into: path)
      #expect(try Warehouse.token(path: path) == token)
      #expect(
        try query(path, "SELECT identifier FROM grdb_migrations").map { $0[0] }
          == WarehouseMigrations.migrator.migrations
      )
    }
  }
}

@Suite("A warehouse of an older program")
struct MigrationTests {
  @Test("Of the first version, it keeps its rows, and the body stays the last column; views of its user stay")
  func fromFirst() throws {
    try withTemporaryFolder { folder in
      let (path, new) = (folder + "/warehouse.sqlite", folder + "/new.sqlite")
      var document = ReportBuilder(uri: "samples/a.html")
      document.sentence("全市生产总值 1234.5亿元，增长6%。")
      let queue = try DatabaseQueue(path: path)
      try WarehouseMigrations.migrator.migrate(queue, upTo: "1")
      try queue.write { database in
        try database.execute(
          sql: """
            INSERT INTO document (id, uri, state, title, body) VALUES (7, 'samples/b.txt', 'current', '报告', '正文');
            INSERT INTO sentence (document_id, ordinal, origin, text) VALUES (7, 0, 'prose', '正文');
            CREATE VIEW mine AS SELECT d.title, d.body FROM pages JOIN document d ON d.uri = document_uri;
            """
        )
      }
      try queue.close()
      try load([.put(document.rows())], into: path)
      try load([.put(document.rows())], into: new)
      #expect(
        try query(path, "SELECT uri, body, body_confidence FROM document d JOIN sentence s ON d.id = s.document_id")
          == [["samples/b.txt", "正文", "∅"], ["samples/a.html", "全市生产总值 1234.5亿元，增长6%。", "∅"]]
      )
      #expect(try query(path, "SELECT count(*) FROM mine") == [["2"]])
      let tables = "SELECT name, sql FROM sqlite_schema WHERE name <> 'mine' ORDER BY name"
      #expect(try query(path, tables) == query(new, tables))
      #expect(try query(path, "SELECT name FROM pragma_table_info('document')").last == ["body"])
    }
  }
  @Test("Where it has been written it keeps no identity, as stores know it by none; a new one has its own")
  func identity() throws {
    try withTemporaryFolder { folder in
      func identity(generation: Int?) throws -> String {
        let path = "\(folder)/\(generation ?? -1).sqlite"
        if let generation {
          let queue = try DatabaseQueue(path: path)
          try WarehouseMigrations.migrator.migrate(queue, upTo: "4")
          try queue.write { try $0.execute(sql: "UPDATE warehouse_info SET generation = \(generation)") }
          try queue.close()
        }
        let opened = try Warehouse(path: path, loaderFingerprint: "loader 1")
        #expect(try opened.generation().count == Int64(generation ?? 0))
        return try opened.generation().identity
      }
      #expect(try identity(generation: 3).isEmpty)
      let new = try [identity(generation: nil), identity(generation: 0)]
      #expect(new.allSatisfy { $0.utf8.count == 32 } && Set(new).count == 2)
    }
  }
}

@Suite("Lists to join with")
struct ReferenceTableTests {
  @Test("Regions, indicators and units are those of the lexicon, and are written when they change")
  func lists() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      try load([.put(ReportBuilder(uri: "a").rows())], into: path)
      let sql =
        "SELECT (SELECT count(*) > 7000 FROM region), (SELECT name FROM indicator WHERE code = 'gdp'), (SELECT power FROM unit WHERE name = '亿')"
      #expect(try query(path, sql) == [["1", "地区生产总值", "8"]])

      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "UPDATE warehouse_info SET lexicon_digest = 'old'; DELETE FROM region") }
      try queue.close()
      try load([.put(ReportBuilder(uri: "b").rows())], into: path)
      #expect(try query(path, sql) == [["1", "地区生产总值", "8"]])
    }
  }

  @Test("They have the rows that the user lays over the lexicon, for as long as he does")
  func overlaid() throws {
    let files = [
      "units.tsv": "name\tkind\tpower\tchinese\tseen\n甑\tcount\t\tyes\town\n!公里\t\t\t\t\n",
      "regions.tsv": "code\tname\tlevel\tfirst_year\tlast_year\n210899\t红苇新区\tcounty\t2024\t\n",
      "cues.tsv": "",
    ]
    let overlays = files.map { LexiconOverlay(name: $0.key, path: $0.key, bytes: Array($0.value.utf8)) }
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      let sql = """
        SELECT (SELECT count(*) FROM unit WHERE name = '甑'), (SELECT count(*) FROM unit WHERE name = '公里'),
          (SELECT name FROM region WHERE code = '210899')
        """
      for lists in [ReferenceTables(overlaidBy: overlays), ReferenceTables()] {
        let warehouse = try Warehouse(path: path, loaderFingerprint: "loader 1", lists: lists)
        #expect(try warehouse.mend())
        #expect(try !warehouse.mend())
        _ = try warehouse.finish(asOf: "now")
        #expect(
          try query(path, sql)
            == (lists.digest == ReferenceTables().digest ? [["0", "1", "∅"]] : [["1", "0", "红苇新区"]])
        )
      }
    }
  }
}

@Suite("Views over several documents")
struct PanelViewTests {
  @Test("A target meets its actual, and a bulletin that says otherwise is a conflict")
  func panel() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      var plan = ReportBuilder(uri: "2024.html")
      plan.edit { $1.facts.reportYear = 2024 }
      plan.sentence("地区生产总值增长5.6%以上，达到10000001万元。")
      plan.observe("5.6%以上", value: "5.6", unit: "%", measure: .growth, status: .target) { $0.comparator = .atLeast }
      plan.observe("10000001万元", value: "10000001", unit: "万元", status: .target, base: 10_000_001e4)
      var review = ReportBuilder(uri: "2025.html")
      review.sentence("地区生产总值1000亿元，增长5.5%。")
      review.observe("1000亿元", value: "1000", base: 1000e8)
      review.observe("5.5%", value: "5.5", unit: "%", measure: .growth)
      var bulletin = ReportBuilder(uri: "bulletin.html", type: .statisticalBulletin)
      bulletin.edit { $1.facts.reportYear = 2024 }
      bulletin.sentence("全年地区生产总值1020亿元，增长5.5%。")
      bulletin.observe("1020亿元", value: "1020", base: 1020e8)
      bulletin.observe("5.5%", value: "5.5", unit: "%", measure: .growth)
      try load([plan, review, bulletin].map { .put($0.rows()) }, into: path)

      #expect(
        try query(path, "SELECT year, indicator_code, comparator, value FROM growth_targets") == [
          ["2024", "gdp", ">=", "5.6"]
        ]
      )
      #expect(
        try query(path, "SELECT year, measure, value, document_uri, figures FROM headline_panel ORDER BY measure") == [
          ["2024", "growth", "5.5", "bulletin.html", "2"], ["2024", "level", "1020.0", "bulletin.html", "2"],
        ]
      )
      #expect(
        try query(path, "SELECT year, target, actual, gap, met FROM target_vs_actual ORDER BY target") == [
          ["2024", "5.6", "5.5", "-0.1", "0"], ["2024", "10000001.0", "1020.0", "199999.0", "1"],
        ]
      )
      #expect(
        try query(path, "SELECT measure, value_a, value_b, document_uri_a, document_uri_b FROM conflicts") == [
          ["level", "1000.0", "1020.0", "2025.html", "bulletin.html"]
        ]
      )
    }
  }
}
