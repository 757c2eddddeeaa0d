import Foundation
import Testing

@Suite("What the command answers")
struct QuestionTests {
  private static let samples = [
    "anqing/anqing_2024_work_report.txt", "anqing/anqing_2025_work_report.html",
    "anqing/anqing_2024_statistical_bulletin.html",
  ]

  @Test("Plan, status, runs, explain and show, before and after changes")
  func questions() throws {
    let workplace = try Workplace(samples: Self.samples)
    try expect("plan-first", workplace, "plan")
    try expect("status-first", workplace, "status")
    try expect("runs-first", workplace, "runs")
    try workplace.gongbao("run")
    try expect("plan-nothing", workplace, "plan")
    let report = try workplace.text(of: "docs/anqing_2024_work_report.txt")
    try workplace.write(report + "\n\n", to: "docs/anqing_2024_work_report.txt")
    try workplace.remove("docs/anqing_2025_work_report.html")
    try workplace.write("", to: "docs/empty.html")
    try expect("plan-changes", workplace, "plan")
    try workplace.gongbao("run")
    try expect("status", workplace, "status")
    try expect("status-quarantined", workplace, "status", "--quarantined", "--stale")
    try expect("runs", workplace, "runs")
    try expect("explain", workplace, "explain", "2024_work")
    try expect("explain-failed", workplace, "explain", "empty")
    try expect("explain-deleted", workplace, "explain", "2025_work")
    try expect("show-deleted", workplace, "show", "2025_work", "--stage", "clean")
    try workplace.write(report, to: "docs/new.txt")
    try expect("explain-unseen", workplace, "explain", "new.txt")
    try expect("ambiguous", workplace, "explain", "2024")
    try expect("no-such-document", workplace, "show", "panjin", "--stage", "clean")
    let shown = try workplace.gongbao("show", "2024_work", "--stage", "clean")
    #expect(shown.output.hasPrefix("docs/anqing_2024_work_report.txt: clean\ntitle "))
    #expect(shown.output.contains("全年地区生产总值 2878.3 亿元"))
  }

  /// Small, so that what is shown changes only where the showing does.
  private static let page = """
    <html><head><title>2024年营口市政府工作报告</title><meta name="PubDate" content="2024-01-18"></head><body>
    <div class="nav"><a href="/">首页</a> <a href="/zw">政务公开</a> <a href="/fw">办事服务</a></div>
    <div class="content"><h1>2024年营口市政府工作报告</h1>
    <p>——2024年1月12日在营口市第八届人民代表大会第三次会议上</p><p>市长 王小明</p><p>各位代表：</p>
    <p>现在，我代表市人民政府，向大会报告政府工作，请予审议，并请市政协委员和列席人员提出意见。</p>
    <p>一、2023年工作回顾</p>
    <p>初步核算，全市地区生产总值812.6亿元，增长5.8%。一般公共预算收入52.3亿元，增长6.1%。</p>
    <table><tr><th>指标</th><th>2023年</th><th>增长%</th></tr>
    <tr><td>地区生产总值（亿元）</td><td>812.6</td><td>5.8</td></tr><tr><td>粮食产量（万吨）</td><td>1,302</td><td>-0.4</td></tr></table>
    <p>二、2024年工作安排</p>
    <p>今年经济社会发展的主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%以上，城镇新增就业2.5万人。</p>
    </div><div class="footer">主办：营口市人民政府办公室　辽ICP备05000000号</div></body></html>
    """

  @Test("Each stage's output is shown for reading", arguments: ["clean", "normalize", "extract", "validate", "load"])
  func show(stage: String) throws {
    let workplace = try Workplace()
    try workplace.write(Self.page, to: "docs/page.html")
    try workplace.gongbao("run")
    try expect("show-\(stage)", workplace, "show", "page", "--stage", stage)
  }

  @Test("Every document's output goes to a folder")
  func showAll() throws {
    let workplace = try Workplace(samples: Self.samples)
    try workplace.write("", to: "docs/empty.html")
    try expect("before-show-all", workplace, "show", "--all", "--stage", "clean", "--to", "pages")
    try workplace.gongbao("run")
    try expect("show-all", workplace, "show", "--all", "--stage", "clean", "--to", "pages")
    try expect("show-all-again", workplace, "show", "--all", "--stage", "clean", "--to", "pages/")
    try expect("show-all-in-the-way", workplace, "show", "--all", "--stage", "clean", "--to", "pipeline.json")
    try Snapshot.expect(try workplace.text(of: "pages/index.clean.tsv"), as: "show-all-index")
    let file = try workplace.text(of: "pages/docs/anqing_2024_work_report.txt.clean.txt")
    #expect(file == (try workplace.gongbao("show", "2024_work", "--stage", "clean").output))
  }

  @Test("What failed, and what is no report, say why a stage made nothing")
  func showNothing() throws {
    let workplace = try Workplace(samples: ["anqing/anqing_2024_work_report.txt"])
    try workplace.write("", to: "docs/empty.html")
    try workplace.write("<h1>404 Not Found</h1><p>页面不存在</p>", to: "docs/gone.html")
    try workplace.gongbao("run")
    try expect("show-failed", workplace, "show", "empty", "--stage", "extract")
    try expect("show-no-report", workplace, "show", "gone", "--stage", "extract")
    try expect("show-no-region", workplace, "show", "empty", "--stage", "regions")
    try workplace.remove("docs/empty.html")
    try expect("show-no-file", workplace, "show", "empty", "--stage", "fetch")
  }

  @Test("A figure leads back to its bytes")
  func trace() throws {
    let workplace = try Workplace(samples: Self.samples + ["bengbu/bengbu_2025_budget_report.html"])
    try expect("before-trace", workplace, "trace", "abc")
    try workplace.gongbao("run")
    func id(_ condition: String) throws -> String {
      let query = "select observation_id from observations where \(condition) order by document_uri, ordinal limit 1"
      let answer = try workplace.gongbao("query", "--json", input: query).output
      let object = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: String]
      return try #require(object?["observation_id"])
    }
    let prose = try id("quote = '2878.3 亿元'")
    try expect("trace-prose", workplace, "trace", prose)
    try expect("trace-table", workplace, "trace", try id("origin = 'table'"))
    try expect("trace-unknown", workplace, "trace", "anqing")
    let json = try workplace.gongbao("trace", prose, "--json").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["observation", "document", "page", "normal", "source"])
    let report = try workplace.text(of: "docs/anqing_2024_work_report.txt")
    try workplace.write(report.replacing("2878.3", with: "2879.3"), to: "docs/anqing_2024_work_report.txt")
    try expect("trace-changed", workplace, "trace", prose)
    try workplace.remove("docs/anqing_2024_work_report.txt")
    try expect("trace-gone", workplace, "trace", prose)
  }

  @Test("How a figure was read is shown by its words")
  func parse() throws {
    let workplace = try Workplace()
    try workplace.write(Self.page, to: "docs/page.html")
    try workplace.gongbao("run")
    try expect("explain-sentence", workplace, "explain", "page", "--sentence", "地区生产总值")
    try expect("explain-no-sentence", workplace, "explain", "page", "--sentence", "汽车产量")
    try workplace.write("name\tkind\tpower\tchinese\tseen\n!亿\t\t\t\t\n", to: "words/units.tsv")
    try workplace.write(#"{"sources": [{"files": ["docs/**"]}], "lexicon": ["words"]}"#, to: "pipeline.json")
    try expect("explain-sentence-otherwise", workplace, "explain", "page", "--sentence", "初步核算")
  }

  @Test("A sentence is read with the words of pipeline.json, where there is one or where it is named")
  func read() throws {
    let workplace = try Workplace()
    let sentence = "全市碧道建成120公里，增长6%以上。\n"
    func ask(_ name: String, _ arguments: String...) throws {
      let result = try Workplace.gongbao(["read"] + arguments, in: workplace.path, input: sentence)
      try Snapshot.expect("$ gongbao read \(arguments.joined(separator: " "))\n\(result.text)", as: name)
    }
    try ask("read", "--year", "2024", "--section", "plan")
    try ask("read-parse", "--parse", "--area", "营口市")
    let columns = "name\taliases\tunit\tkind\tgood\tcode\tnote\tseen\n"
    try workplace.write(columns + "碧道长度\t碧道建成\t公里\tstock\tup\tgreenway\t\ta plan\n", to: "words/indicators.tsv")
    try workplace.write(#"{"sources": [{"files": ["docs/**"]}], "lexicon": ["words"]}"#, to: "other.json")
    try ask("read-config", "--config", "other.json")
    try workplace.write(#"{"sources": [{"files": ["docs/**"]}], "lexicon": ["words"]}"#, to: "pipeline.json")
    try ask("read-here")
    try workplace.write("{", to: "pipeline.json")
    try ask("read-wrong-configuration")
  }

  @Test("JSON is one object")
  func json() throws {
    let workplace = try Workplace(samples: Self.samples)
    try workplace.gongbao("run")
    for arguments in [
      ["plan"], ["status"], ["runs"], ["explain", "2024_work"], ["show", "2024_work", "--stage", "extract"],
    ] {
      let result = try Workplace.gongbao(arguments + ["--json"], in: workplace.path)
      #expect(result.exit == 0)
      _ = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    }
  }

  @Test(
    "A question before the first run says what to do",
    arguments: [["explain", "anqing"], ["show", "anqing", "--stage", "clean"]]
  )
  func nothingThere(arguments: [String]) throws {
    let workplace = try Workplace(samples: Self.samples)
    let result = try Workplace.gongbao(arguments, in: workplace.path)
    #expect(result.exit != 0)
    try Snapshot.expect(Snapshot.masked(result.text, folder: workplace.path), as: "before-\(arguments[0])")
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
