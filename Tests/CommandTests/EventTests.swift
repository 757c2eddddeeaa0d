import Foundation
import Pipeline
import Testbed
import Testing

@testable import gongbao

@Suite("What run --json prints fits docs/events.schema.json")
struct EventTests {
  private static let samples = [
    "anqing/anqing_2024_work_report.txt", "anqing/anqing_2025_work_report.html",
    "anqing/anqing_2024_statistical_bulletin.html",
  ]

  private static var schema: JSONSchema {
    get throws { try JSONSchema(file: ProjectFolder.file("docs/events.schema.json")) }
  }

  /// - Returns: the events' names.
  @discardableResult
  private func check(_ result: Workplace.Result, exit: Int32 = 0) throws -> [String] {
    #expect(result.exit == exit)
    let schema = try Self.schema
    var names: [String] = []
    var last: [String: Any] = [:]
    for line in result.output.split(separator: "\n") {
      last = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let faults = schema.faults(in: last)
      #expect(faults.isEmpty, "\(faults.joined(separator: "; ")) in \(line)")
      names.append(last["event"] as? String ?? "")
    }
    #expect(names.last == "summary")
    #expect(names.count { $0 == "summary" } == 1)
    #expect(last["exitCode"] as? Int == Int(exit))
    return names
  }

  @Test("Runs that do all, nothing, a part, and that meet failures, deletions and what is no report")
  func runs() throws {
    let workplace = try Workplace(samples: Self.samples)
    let first = try check(try workplace.gongbao("run", "--json"))
    #expect(first.prefix(2) == ["listed", "started"])
    #expect(first.count { $0 == "document" } == 3)
    #expect(first.contains("region") && first.contains("progress"))
    try check(try workplace.gongbao("run", "--json"))
    let report = try workplace.text(of: "docs/anqing_2024_work_report.txt")
    try workplace.write(report + "\n\n", to: "docs/anqing_2024_work_report.txt")
    try workplace.remove("docs/anqing_2025_work_report.html")
    try workplace.write("", to: "docs/empty.html")
    try workplace.write("<h1>404 Not Found</h1><p>页面不存在</p>", to: "docs/gone.html")
    try check(try workplace.gongbao("run", "--json"), exit: 65)
    try check(
      try workplace.gongbao("run", "--json", "--doc", "2024_work", "--force-from", "extract", "--until", "extract")
    )
    try workplace.write(
      #"""
      {"sources": [
        {"name": "a", "files": ["docs/**/*.html", "docs/**/*.txt"]},
        {"name": "b", "files": ["docs/anqing*"]},
        {"name": "c", "files": ["none/*.txt"]}
      ], "validate": {"rules": {}}, "clean": {"maximumBytes": 900000}}
      """#,
      to: "pipeline.json"
    )
    try check(try workplace.gongbao("run", "--json"), exit: 66)
  }

  @Test("A run that cannot begin ends with a summary all the same")
  func failures() throws {
    let text = #"{"sources": [{"files": ["docs/*.txt"]}]}"#
    let workplace = try Workplace(samples: [Self.samples[0]], configuration: text)
    try check(try workplace.gongbao("run", "--json", "--config", "none.json"), exit: 78)
    try check(try workplace.gongbao("run", "--json", "--doc", "nowhere"), exit: 64)
    try check(try workplace.gongbao("run", "--json"))
    let held = try workplace.whileHeld { try workplace.gongbao("run", "--json") }
    try check(held, exit: 75)
    #expect(held.output.contains("\"code\":\"lockHeld\""))
    try workplace.write("no database", to: "build/warehouse.sqlite")
    try check(try workplace.gongbao("run", "--json"), exit: 78)
  }

  @Test("A run that waits and is stopped ends with a summary")
  func stopped() throws {
    let workplace = try Workplace(samples: [Self.samples[0]])
    try workplace.gongbao("run")
    let (status, text) = try workplace.stoppedRun("--json", by: SIGTERM)
    let result = Workplace.Result(exit: status, output: text, errors: "")
    #expect(try check(result, exit: 75) == ["waiting", "summary"])
  }

  @Test("A sample's event fits, every list of it filled, and that of a run that an upgrade holds")
  func sampled() throws {
    let line = try JSONText.line(UpgradeTests.sample)
    var object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    object["event"] = "sampled"
    #expect(try Self.schema.faults(in: object) == [])
    let sources = #""sources": [{"files": ["docs/*.html"]}], "upgrade": {"maximumChangedShare": 0}"#
    let workplace = try Workplace(samples: ["bengbu/bengbu_2025_budget_report.html"], configuration: "{\(sources)}")
    try workplace.gongbao("run")
    try workplace.write("{\(sources), \"extract\": {\"tables\": false}}", to: "pipeline.json")
    let held = try workplace.gongbao("run", "--json")
    #expect(held.output.contains("\"code\":\"upgradeHeld\""))
    try check(held, exit: 74)
    let wider = sources.replacing("Share\": 0", with: "Share\": 0.99")
    try workplace.write("{\(wider), \"extract\": {\"tables\": false}}", to: "pipeline.json")
    #expect(try check(try workplace.gongbao("run", "--json")).first == "sampled")
  }

  @Test("docs/EVENTS.md tells of every field")
  func documentation() throws {
    let text = try ProjectFolder.text("docs/EVENTS.md")
    let words = Set(text.split { !($0.isLetter || $0 == "_") }.map(String.init))
    for name in try Self.schema.properties where name != "event" {
      #expect(words.contains(name), "\(name)")
    }
  }

  @Test(
    "The checker sees what does not fit",
    arguments: [
      #"{"event": "listed", "source": "a"}"#, #"{"event": "listed", "source": "a", "documents": -1}"#,
      #"{"event": "listed", "source": "a", "documents": 1.5}"#, #"{"event": "listed", "source": 1, "documents": 1}"#,
      #"{"event": "listed", "source": "a", "documents": 1, "more": 1}"#, #"{"event": "other"}"#,
      #"{"event": "summary", "exitCode": 1, "error": {"code": "a", "message": "b"}}"#, #"{}"#,
      #"{"event": "listed", "source": "a", "documents": true, "x": null}"#,
    ]
  )
  func checker(line: String) throws {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
    #expect(try !Self.schema.faults(in: object).isEmpty)
  }
}
