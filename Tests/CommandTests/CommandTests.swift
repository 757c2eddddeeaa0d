import Foundation
import Testing

@Suite("What the command prints")
struct CommandTests {
  private static let samples = [
    "anqing/anqing_2024_work_report.txt", "anqing/anqing_2025_work_report.html",
    "anqing/anqing_2024_statistical_bulletin.html",
  ]

  @Test("A run, one with nothing to do, and one after changes")
  func runs() throws {
    let workplace = try Workplace(samples: Self.samples)
    try expect("run-first", workplace, "run")
    try expect("run-nothing", workplace, "run")
    let report = try workplace.text(of: "docs/anqing_2024_work_report.txt")
    try workplace.write(report + "\n\n", to: "docs/anqing_2024_work_report.txt")
    try workplace.remove("docs/anqing_2025_work_report.html")
    try workplace.write("", to: "docs/empty.html")
    try expect("run-changes", workplace, "run")
  }

  @Test("JSON is one object a line, or one object")
  func json() throws {
    let workplace = try Workplace(samples: Self.samples)
    let run = try workplace.gongbao("run", "--json")
    #expect(run.errors.isEmpty)
    let events = try run.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])["event"] as? String
    }
    #expect(events.first == "listed")
    #expect(events.last == "summary")
    #expect(events.filter { $0 == "document" }.count == 3)
  }

  @Test("A quiet run prints nothing, and leaves its records")
  func quiet() throws {
    let workplace = try Workplace(samples: Self.samples)
    let arguments = [
      "run", "--quiet", "--log", "r/nightly.log", "--summary", "r/last-run.json", "--metrics", "r/metrics.prom",
    ]
    for _ in 1...2 { #expect(try Workplace.gongbao(arguments, in: workplace.path).text == "") }
    let log = try workplace.text(of: "r/nightly.log")
    try Snapshot.expect(Snapshot.masked(log, folder: workplace.path), as: "nightly-log")
    _ = try JSONSerialization.jsonObject(with: Data(workplace.text(of: "r/last-run.json").utf8))
    #expect(try workplace.text(of: "r/metrics.prom").contains("gongbao_documents{state=\"current\"} 3\n"))
    try workplace.write("", to: "docs/empty.html")
    let failed = try Workplace.gongbao(arguments, in: workplace.path)
    #expect(failed.exit == 65)
    #expect(failed.output.isEmpty)
    #expect(failed.errors.contains("docs/empty.html"))
    #expect(try workplace.text(of: "r/metrics.prom").contains("gongbao_last_run_exit_code 65\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: workplace.path + "/r").count == 3)
  }

  @Test("SQL is answered in tables that align")
  func query() throws {
    let workplace = try Workplace(samples: Self.samples)
    try workplace.gongbao("run")
    try workplace.write(
      "-- Which documents there are\n-- by year\nselect report_year, title from documents order by 1, 2;\nselect 1.5 as x, null as y where 0",
      to: "q.sql"
    )
    try expect("query", workplace, "query", "q.sql")
    try workplace.write("select nothing from nowhere", to: "wrong.sql")
    try expect("query-wrong", workplace, "query", "wrong.sql")
    try expect("query-missing", workplace, "query", "missing.sql")
    #expect(try workplace.gongbao("query", input: "delete from document").errors.contains("readonly"))
    #expect(
      try workplace.gongbao("query", "--json", input: "select 1 as a, '公' as b").output == "{\"a\":1,\"b\":\"公\"}\n"
    )
  }

  private func expect(
    _ name: String,
    _ workplace: Workplace,
    _ arguments: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try Workplace.gongbao(arguments, in: workplace.path)
    let text = "$ gongbao \(arguments.joined(separator: " "))\n\(result.text)"
    try Snapshot.expect(Snapshot.masked(text, folder: workplace.path), as: name, sourceLocation: sourceLocation)
  }
}
