import Foundation
import Testing

@testable import Pipeline
@testable import gongbao

@Suite("An upgrade")
struct UpgradeTests {
  static let sample: UpgradeSample = {
    var sample = UpgradeSample(UpgradeSample.Draw(size: 200, seed: 1))
    sample.candidates = 12_345
    sample.sampled = 198
    sample.leftOut = 2
    sample.seconds = 2.5
    let code = Reason(.codeChanged, subject: "extract", old: "aaaaaaaaaaaa", new: "bbbbbbbbbbbb")
    let file = Reason(.lexiconChanged, subject: "units.tsv", old: "cccccccccccc", new: "dddddddddddd")
    sample.stages = [
      .init(stage: .extract, reason: code, documents: 198), .init(stage: .validate, reason: file, documents: 7),
    ]
    var observations = UpgradeSample.Observations()
    observations.before = 21_000
    observations.after = 21_010
    (observations.added, observations.removed, observations.changed, observations.relabelled) = (12, 2, 5300, 40)
    observations.share = 0.2529
    observations.margin = 0.031
    observations.estimate = 331_000
    observations.fields = [.init(field: "value", count: 5200), .init(field: "period", count: 120)]
    var level = UpgradeSample.RuleCount(rule: "level")
    (level.added, level.changed) = (12, 5300)
    observations.rules = [level] + (1...11).map { UpgradeSample.RuleCount(rule: "rule \($0)", removed: 1) }
    sample.observations = observations
    sample.documents.changed = 180
    sample.documents.share = 180.0 / 198
    sample.documents.estimate = 11_222
    sample.documents.facts = [.init(field: "region", count: 3)]
    sample.documents.states = [.init(old: .current, new: .stale, documents: 1)]
    sample.sentences.added = 4
    sample.findings.removed = 1
    var changed = UpgradeSample.Example(document: "docs/a.html")
    (changed.kind, changed.quote, changed.field, changed.old, changed.new) = (
      .changed, "812.6亿元", "value", "812.6", "8126"
    )
    var added = UpgradeSample.Example(document: "docs/b.html")
    (added.kind, added.quote, added.indicator, added.value, added.unit) = (.added, "5.8%", "地区生产总值", "5.8", "%")
    var fact = UpgradeSample.Example(document: "docs/c.html")
    (fact.field, fact.old, fact.new) = ("region", "营口市", "盘锦市")
    sample.examples = [fact, added, changed]
    sample.maximumChangedShare = 0.2
    return sample
  }()

  private func text(_ sample: UpgradeSample) -> String {
    SampleReport(sample: sample).lines(width: 100, style: .plain).map { $0 + "\n" }.joined()
  }

  @Test("A sample is told in tables")
  func report() throws {
    try Snapshot.expect(text(Self.sample), as: "sample")
    var whole = Self.sample
    whole.candidates = whole.sampled
    whole.maximumChangedShare = 1
    try Snapshot.expect(text(whole), as: "sample-whole")
    let none = UpgradeSample(UpgradeSample.Draw())
    var moved = none
    moved.leftOut = 3
    try Snapshot.expect([none, moved].map(text).joined(), as: "sample-nothing")
  }

  @Test("A run that is held says what, how much, how to look and how to go on")
  func held() throws {
    var error = PipelineError(.upgradeHeld, place: "upgrade.maximumChangedShare")
    error.sample = Self.sample
    var restated = error
    restated.sample?.documents.restatedShare = 0.5
    let text = [error, restated].map { "[exit \($0.exitStatus.rawValue)]\n\(Wording.of($0))\n" }
    try Snapshot.expect((text + [Wording.sampled(Self.sample) + "\n"]).joined(separator: "\n"), as: "wording-upgrade")
  }

  @Test("It is held, looked at and let go on")
  func command() throws {
    let limit = #", "upgrade": {"maximumChangedShare": 0}"#
    let sources = #"{"sources": [{"files": ["docs/**/*.html"]}]"#
    let workplace = try Workplace(
      samples: ["wuhu/wuhu_2023_statistical_bulletin.html"],
      configuration: sources + limit + "}"
    )
    #expect(try workplace.gongbao("run", "--quiet").text == "")
    try workplace.write(sources + limit + #", "extract": {"tables": false}}"#, to: "pipeline.json")
    let held = try workplace.gongbao("run", "--quiet", "--log", "nightly.log")
    #expect(held.exit == 74)
    #expect(held.output == "")
    #expect(held.errors.contains("gongbao plan --sample 200"))
    #expect(held.errors.contains("gongbao run --accept"))
    #expect(try workplace.text(of: "nightly.log").contains("exit 74"))
    let plan = try workplace.gongbao("plan", "--sample", "200")
    #expect(plan.exit == 74)
    #expect(plan.output.contains("extract.tables true → false"))
    #expect(plan.output.contains("removed"))
    #expect(try workplace.gongbao("plan", "--sample", "200", "--accept").exit == 0)
    let json = try workplace.gongbao("plan", "--sample", "200", "--seed", "2", "--json")
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let sample = try #require(object["sample"] as? [String: Any])
    #expect(sample["seed"] as? Int == 2)
    #expect(try workplace.gongbao("run", "--quiet", "--accept").text == "")
    #expect(try workplace.gongbao("run", "--quiet").text == "")
  }

  @Test("The limit lies between nothing and everything")
  func limit() throws {
    let text = #"{"sources": [{"files": ["a"]}], "upgrade": {"maximumChangedShare": 1.5, "sample": 0, "limit": 1}}"#
    let workplace = try Workplace(configuration: text)
    let result = try workplace.gongbao("run")
    #expect(result.exit == 78)
    for key in ["upgrade.maximumChangedShare", "upgrade.sample", "unknown key \"limit\""] {
      #expect(result.errors.contains(key), "\(key)")
    }
  }
}
