import Foundation
import Pipeline
import Testing

@testable import gongbao

@Suite("What gongbao diff prints")
struct DifferenceTests {
  @Test("Lines, observations and findings of two runs")
  func diff() throws {
    let workplace = try Workplace(samples: ["anqing/anqing_2024_work_report.txt"])
    try workplace.gongbao("run")
    try expect("diff-one-version", workplace, ["diff", "2024_work", "--stage", "clean"])
    let report = try workplace.text(of: "docs/anqing_2024_work_report.txt")
    try workplace.write(report.replacing("2878.3", with: "2879.3"), to: "docs/anqing_2024_work_report.txt")
    try workplace.gongbao("run")
    for stage in ["fetch", "clean", "extract", "validate"] {
      try expect("diff-\(stage)", workplace, ["diff", "2024_work", "--stage", stage, "--context", "1"])
    }
    try expect("diff-no-run", workplace, ["diff", "2024_work", "--stage", "clean", "--from", "7"])
    let json = try workplace.gongbao("diff", "2024_work", "--stage", "extract", "--json").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(Set(object.keys).isSuperset(of: ["uri", "stage", "old", "new", "observations", "facts", "versions"]))
  }

  @Test("What differs inside a line is found, and long lines are cut around it")
  func inline() throws {
    let inline = try #require(InlineDifference(old: "增长5.2%左右", new: "增长6.3%左右"))
    #expect(inline.old.map(\.text) == ["增长", "5.2", "%左右"])
    #expect(inline.new.map(\.isChanged) == [false, true, false])
    let long = String(repeating: "公", count: 40)
    let parts = InlineDifference.shortened(
      [.init(text: long, isChanged: false), .init(text: "x", isChanged: true), .init(text: long, isChanged: false)],
      around: 9
    )
    #expect(parts.map(\.text) == ["…公公公公", "x", "公公公公…"])
  }

  private func expect(
    _ name: String,
    _ workplace: Workplace,
    _ arguments: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try Workplace.gongbao(arguments, in: workplace.path)
    let text = "$ gongbao \(arguments.joined(separator: " "))\n\(result.text)"
    try Snapshot.expect(Snapshot.masked(text, folder: workplace.path), as: name, sourceLocation: sourceLocation)
  }
}
