import Foundation
import Testing

@testable import Incremental
@testable import Pipeline
@testable import gongbao

@Suite("Upkeep of store and warehouse")
struct UpkeepTests {
  private static let samples = [
    "anqing/anqing_2024_work_report.txt", "anqing/anqing_2025_work_report.html",
    "anqing/anqing_2024_statistical_bulletin.html",
  ]

  private func workplace() throws -> Workplace {
    let workplace = try Workplace(samples: Self.samples)
    #expect(try workplace.gongbao("run", "--quiet").exit == 0)
    return workplace
  }

  private func execute(_ workplace: Workplace, _ sql: String) throws {
    try SQLiteConnection(path: workplace.path + "/.gongbao/store.sqlite", mode: .readWrite).execute(sql)
  }

  @Test("verify finds a whole store whole")
  func verify() throws {
    let workplace = try workplace()
    try expect("verify", workplace, "verify", "--seed", "7")
    let json = try workplace.gongbao("verify", "--json", "--sample", "1")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["same"] as? Int == 1)
    #expect(json.errors.isEmpty)
  }

  @Test("verify names what is damaged, and is exit 74")
  func verifyDamaged() throws {
    let workplace = try workplace()
    try execute(
      workplace,
      """
      UPDATE artifact SET start = start + 1 WHERE size = (SELECT max(size) FROM artifact);
      UPDATE attempt SET steps = x'0909' WHERE item LIKE '%anqing_2024_work_report.txt';
      """
    )
    #expect(try expect("verify-damaged", workplace, "verify", "--sample", "none").exit == 74)
    let json = try workplace.gongbao("verify", "--json", "--sample", "none")
    #expect(json.exit == 74)
    #expect(json.output.contains("\"kind\" : \"artifactDamaged\""))
  }

  @Test("verify before the first run says what to do")
  func verifyNothing() throws {
    let workplace = try Workplace(samples: Self.samples)
    #expect(try expect("before-verify", workplace, "verify").exit == 64)
  }

  @Test("gc frees what it may, says what it kept and why, and a run is right afterwards")
  func gc() throws {
    let workplace = try workplace()
    try expect("gc-dry-run", workplace, "gc", "--dry-run", "--max-size", "1MB")
    try expect("gc", workplace, "gc", "--max-size", "0B")
    #expect(try workplace.gongbao("verify").exit == 0)
    #expect(try workplace.gongbao("run", "--force-from", "load").output.contains("nothing changed; 3 current"))
    let json = try workplace.gongbao("gc", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["isDryRun"] as? Bool == false)
  }

  @Test("A run that collects at its end says so")
  func runCollects() throws {
    let text = #"{"sources": [{"files": ["docs/*"]}], "retention": {"maximumSize": "1kB"}}"#
    let workplace = try Workplace(samples: Self.samples, configuration: text)
    try expect("run-collects", workplace, "run")
  }

  @Test("A limit that is no size or no age is named with line and column")
  func retention() throws {
    let text = """
      {"sources": [{"files": ["docs/*"]}],
       "retention": {"maximumSize": "2 gigs", "maximumAge": 90, "versions": 0, "maxAge": "1d"}}
      """
    let workplace = try Workplace(samples: Self.samples, configuration: text)
    #expect(try expect("configuration-retention", workplace, "gc").exit == 78)
  }

  @Test("doctor finds all well after a run")
  func doctor() throws {
    let workplace = try Workplace(samples: Self.samples)
    try expect("doctor-first", workplace, "doctor")
    try workplace.gongbao("run", "--quiet")
    try expect("doctor", workplace, "doctor", "--deep")
    #expect(try workplace.gongbao("doctor", "--quiet").text.isEmpty)
    #expect(try workplace.gongbao("verify", "--quiet").text.isEmpty)
    let json = try workplace.gongbao("doctor", "--json")
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
  }

  @Test("doctor says under each trouble what to do, and that heals it")
  func doctorTroubles() throws {
    let workplace = try workplace()
    try SQLiteConnection(path: workplace.path + "/build/warehouse.sqlite", mode: .readWrite).execute(
      "UPDATE observation SET value = 7 WHERE id = 3; DELETE FROM observation WHERE document_id = 2 AND id % 2 = 0;"
    )
    try workplace.write(
      #"{"sources": [{"files": ["docs/**/*.html", "docs/**/*.txt", "reports/*"], "hints": {"region": "哪儿市"}}]}"#,
      to: "pipeline.json"
    )
    #expect(try expect("doctor-troubles", workplace, "doctor", "--deep").exit == 74)
    try workplace.write(#"{"sources": [{"files": ["docs/**/*.html", "docs/**/*.txt"]}]}"#, to: "pipeline.json")
    #expect(try workplace.gongbao("doctor", "--deep").exit == 74)
    try workplace.gongbao("run", "--force-from", "load")
    #expect(try workplace.gongbao("doctor", "--deep").exit == 0)
    try workplace.write(
      #"{"sources": [{"files": ["docs/**/*.html", "docs/**/*.txt", "reports/*"]}]}"#,
      to: "pipeline.json"
    )
    #expect(try workplace.gongbao("doctor").exit == 78)
    try workplace.write("no database at all, but some text instead", to: ".gongbao/store.sqlite")
    try expect("doctor-no-store", workplace, "doctor")
    try expect("verify-no-store", workplace, "verify")
  }

  @Test("Everything that doctor can find is told, troubles with a way out")
  func checks() throws {
    var text = ""
    for code in Checkup.Code.allCases {
      var check = Checkup.Check(.store, code, .trouble, place: "/data/x.sqlite")
      check.count = 12_345_678
      check.detail = code == .storeOrphans ? "itemWithoutMember" : "5000000"
      check.examples = ["docs/a.html", "docs/b.html"]
      check.holder = LockHolder(process: 4711, since: nil, file: "/data/x.sqlite.lock")
      text += "\(code.rawValue): \(Wording.of(check))\n"
      if let remedy = Wording.remedy(check) { text += "  do: \(remedy)\n" }
    }
    try Snapshot.expect(text, as: "wording-doctor")
  }

  @Test("Every fault of a store is told with document, stage and key")
  func faults() throws {
    var faults: [Verification.Fault] = []
    func add(_ kind: Verification.Fault.Kind, _ change: (inout Verification.Fault) -> Void) {
      var fault = Verification.Fault(kind)
      fault.key = "0123456789abcdef"
      change(&fault)
      faults.append(fault)
    }
    add(.artifactDamaged) { ($0.document, $0.stage, $0.output) = ("docs/a.html", "clean", "page") }
    add(.artifactDamaged) { _ in }
    add(.rowDamaged) { ($0.document, $0.table) = ("docs/a.html", "chain") }
    add(.rowDamaged) { ($0.table, $0.found) = ("artifact", "row 7 has no digest") }
    add(.rowDamaged) { ($0.document, $0.table, $0.stored, $0.found) = ("a", "trace", "aaaa", "bbbb") }
    add(.tableUnreadable) { ($0.table, $0.found) = ("trace", "database disk image is malformed") }
    add(.otherOutput) {
      ($0.document, $0.stage, $0.output) = ("docs/a.html", "extract", "report")
      ($0.stored, $0.found) = ("aaaaaaaaaaaa", "bbbbbbbbbbbb")
    }
    add(.otherOutcome) {
      ($0.document, $0.stage) = ("docs/a.html", "clean")
      ($0.stored, $0.found) = ("aaaaaaaaaaaa", "failure tooDeep: the elements lie too deep")
    }
    var verification = Verification()
    verification.storePath = "/data/store.sqlite"
    verification.seed = 42
    verification.faults = faults
    verification.faultsOfTheStore = 5
    verification.faultsOfTheStages = 1200
    #expect(verification.exitStatus == .inputOutput)
    let problems = VerificationReport(verification: verification).problems
    try Snapshot.expect(problems.joined(separator: "\n") + "\n", as: "wording-faults")
    verification.faultsOfTheStore = 0
    #expect(verification.exitStatus == .software)
  }

  @discardableResult
  private func expect(
    _ name: String,
    _ workplace: Workplace,
    _ arguments: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Workplace.Result {
    let result = try Workplace.gongbao(arguments, in: workplace.path)
    let text = "$ gongbao \(arguments.joined(separator: " "))\n\(result.text)"
    try Snapshot.expect(Snapshot.masked(text, folder: workplace.path), as: name, sourceLocation: sourceLocation)
    return result
  }
}
