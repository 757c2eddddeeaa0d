import Documents
import Testing

@testable import Validate

@Suite("Rules over one document")
struct DocumentRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    /// Makes the rule speak.
    let spoil: @Sendable (inout Example) -> Void
    /// Comes near and leaves it silent.
    let near: @Sendable (inout Example) -> Void
    let message: String

    var testDescription: String { rule }
  }

  static let cases = [
    Case(
      rule: "no-observations",
      spoil: { $0.report.observations = [] },
      near: { _ in },
      message: "no figure was found in a text of 1 sentence"
    ),
    Case(
      rule: "no-year",
      spoil: { $0.report.facts.reportYear = nil },
      near: { _ in },
      message: "the year is not known; title: \"2025年政府工作报告\""
    ),
    Case(
      rule: "no-region",
      spoil: { $0.report.facts.region = nil },
      near: { _ in },
      message: "the region is not known; title: \"2025年政府工作报告\""
    ),
    Case(
      rule: "region-from-hint",
      spoil: { $0.report.facts.regionIsHint = true },
      near: { _ in },
      message: "the region 盘锦市 rests on the source's hints; the text does not name it"
    ),
    Case(
      rule: "region-differs",
      spoil: { $0.page.metadata.title?.value = "营口市2025年政府工作报告" },
      near: { $0.page.metadata.title?.value = "辽宁省盘锦市2025年政府工作报告" },
      message: "the document is filed under 盘锦市, its page's title names 营口市: \"营口市2025年政府工作报告\""
    ),
    Case(
      rule: "year-against-date",
      spoil: { $0.report.facts.deliveredOn = CalendarDate(year: 2022, month: 1, day: 10) },
      near: { $0.report.facts.deliveredOn = CalendarDate(year: 2024, month: 12, day: 28) },
      message: "a report for 2025 that was delivered on 2022-01-10; title: \"2025年政府工作报告\""
    ),
    Case(
      rule: "body-uncertain",
      spoil: { $0.page.bodyConfidence = 0.42 },
      near: { $0.page.bodyConfidence = 0.6 },
      message: "two ways to the page's text agree on 42 % of it; the text begins with \"全市地区生产总值1400亿元，增长5%。\""
    ),
    Case(
      rule: "text-cut-off",
      spoil: { $0.page.isCutOff = true },
      near: { _ in },
      message: "the text breaks off: \"全市地区生产总值1400亿元，增长5%。\""
    ),
    Case(
      rule: "length-differs",
      spoil: { $0.page.statedLength = 13074 },
      near: { $0.page.statedLength = 21 },
      message:
        "the page states a length of 13074 characters, the text has 20; it ends with \"全市地区生产总值1400亿元，增长5%。\""
    ),
    Case(
      rule: "replaced-characters",
      spoil: {
        $0.say("全力推进\u{FFFD}革。")
        $0.page.hasReplacements = true
      },
      near: { $0.say("全力推进改革。") },
      message: "bytes that are no text were replaced, first in \"全力推进\u{FFFD}革。\""
    ),
    Case(
      rule: "repaired-digits",
      spoil: { $0.say("修路l00公里。", ("l00公里", figure(nil, "100", "公里", indicator: "路"))) },
      near: { $0.say("修路100公里。", ("100公里", figure(nil, "100", "公里", indicator: "路"))) },
      message: "\"l00公里\" was read as 100公里: \"修路l00公里。\""
    ),
    Case(
      rule: "implausible-value",
      spoil: { $0.say("全市生产总值1400万元。", ("1400万元", figure("gdp", "1400", "万元", base: 1400e4, year: 2023))) },
      near: { $0.say("全市生产总值140亿元。", ("140亿元", figure("gdp", "140", "亿元", base: 140e8, year: 2023))) },
      message: "gdp 1400万元 is not within 50000万元 to 800000000万元: \"全市生产总值1400万元。\""
    ),
    Case(
      rule: "share-out-of-range",
      spoil: { $0.say("税收占财政收入比重172%。", ("172%", share("税收占财政收入比重", "172"))) },
      near: { $0.say("税收占预算数的172%。", ("172%", share("税收占预算数比重", "172"))) },
      message: "a share of 172% (税收占财政收入比重): \"税收占财政收入比重172%。\""
    ),
    Case(
      rule: "rank-out-of-scope",
      spoil: {
        $0.say("增速居全省第41位。", ("41", figure("gdp", "41", "位", measure: .rank) { $0.rankScope = "全省" }))
      },
      near: { $0.say("增速居全省第14位。", ("14", figure("gdp", "14", "位", measure: .rank) { $0.rankScope = "全省" })) },
      message: "gdp ranks 41 in 全省, which has at most 19 areas beside 盘锦市: \"增速居全省第41位。\""
    ),
    Case(
      rule: "future-as-actual",
      spoil: { $0.say("收入增长7%。", ("7%", growth("income", "7", year: 2026))) },
      near: { $0.say("收入增长7%。", ("7%", growth("income", "7", year: 2026, status: .target))) },
      message: "income 7% of 2026 is stated as done in a report for 2025: \"收入增长7%。\""
    ),
    Case(
      rule: "target-in-the-past",
      spoil: { $0.say("目标增长7%。", ("7%", growth("income", "7", year: 2022, status: .target))) },
      near: { $0.say("目标增长7%。", ("7%", growth("income", "7", year: 2024, status: .target))) },
      message: "income 7% is a target for 2022, before the year reviewed (2024): \"目标增长7%。\""
    ),
    Case(
      rule: "stated-twice",
      spoil: { $0.say("生产总值增长5.6%。", ("5.6%", growth("gdp", "5.6"))) },
      near: { $0.say("生产总值增长5.2%。", ("5.2%", growth("gdp", "5.2"))) },
      message: "gdp of 2024 is 5.6% here and 5% before: \"生产总值增长5.6%。\" and \"全市地区生产总值1400亿元，增长5%。\""
    ),
    Case(
      rule: "parts-differ-from-total",
      spoil: {
        $0.say(
          "三次产业增加值100、600、600亿元。",
          ("100", figure("gdp_primary", "100", "亿元", base: 100e8)),
          ("600", figure("gdp_secondary", "600", "亿元", base: 600e8)),
          ("600", figure("gdp_tertiary", "600", "亿元", base: 600e8))
        )
      },
      near: {
        $0.say(
          "三次产业增加值100、600、701亿元。",
          ("100", figure("gdp_primary", "100", "亿元", base: 100e8)),
          ("600", figure("gdp_secondary", "600", "亿元", base: 600e8)),
          ("701", figure("gdp_tertiary", "701", "亿元", base: 701e8))
        )
      },
      message:
        "gdp_primary 100亿元 + gdp_secondary 600亿元 + gdp_tertiary 600亿元 is 1300亿元, not gdp 1400亿元: \"全市地区生产总值1400亿元，增长5%。\""
    ),
    Case(
      rule: "part-above-total",
      spoil: { $0.say("一般公共预算收入1500亿元。", ("1500亿元", figure("revenue", "1500", "亿元", base: 1500e8))) },
      near: { $0.say("一般公共预算收入150亿元。", ("150亿元", figure("revenue", "150", "亿元", base: 150e8))) },
      message: "revenue 1500亿元 is more than gdp 1400亿元: \"一般公共预算收入1500亿元。\""
    ),
    Case(
      rule: "structure-not-100",
      spoil: {
        $0.say(
          "三次产业结构9.4:35.2:45.4。",
          ("9.4", share("第一产业", "9.4")),
          ("35.2", share("第二产业", "35.2")),
          ("45.4", share("第三产业", "45.4"))
        )
      },
      near: {
        $0.say(
          "三次产业结构9.4:35.2:55.5。",
          ("9.4", share("第一产业", "9.4")),
          ("35.2", share("第二产业", "35.2")),
          ("55.5", share("第三产业", "55.5"))
        )
      },
      message: "the shares 9.4:35.2:45.4 make 90 %, not 100 %: \"三次产业结构9.4:35.2:45.4。\""
    ),
  ]

  @Test("A rule speaks where it should", arguments: cases)
  func speaks(example: Case) {
    var document = Example()
    example.spoil(&document)
    let findings = Validator().validate(page: document.page, report: document.report).findings
    #expect(findings.filter { $0.rule == example.rule }.map(\.message) == [example.message])
  }

  @Test("A rule is silent where all is well", arguments: cases)
  func silent(example: Case) {
    var document = Example()
    example.near(&document)
    let findings = Validator().validate(page: document.page, report: document.report).findings
    #expect(findings.filter { $0.rule == example.rule }.isEmpty)
  }

  @Test("Every rule over a document has its case, and a good document has no finding")
  func complete() {
    #expect(Set(Self.cases.map(\.rule)) == Set(Validator.documentRules.map(\.name)))
    let document = Example()
    #expect(Validator().validate(page: document.page, report: document.report) == Findings())
  }

  @Test(
    "A figure by another definition, a height passed, an ambition and a change against others are no second telling",
    arguments: [
      ("增长5.6%。", "5.6%", growth("gdp", "5.6"), true), ("可比增长5.6%。", "5.6%", growth("gdp", "5.6"), false),
      ("剔除一次性因素后，增长5.6%。", "5.6%", growth("gdp", "5.6"), false),
      ("可比增长6%；增长5.6%。", "5.6%", growth("gdp", "5.6"), true),
      ("迈上1000亿元台阶。", "1000亿元", figure("gdp", "1000", "亿元", base: 1000e8), false),
      ("迈上1000亿元、1200亿元两个台阶。", "1000亿元", figure("gdp", "1000", "亿元", base: 1000e8), false),
      ("迈上1000亿元新高地。", "1000亿元", figure("gdp", "1000", "亿元", base: 1000e8), true),
      ("力争增长5.6%。", "5.6%", growth("gdp", "5.6"), true),
    ]
  )
  func secondTelling(text: String, quote: String, observation: Observation, speaks: Bool) {
    var document = Example()
    document.say(text, (quote, observation))
    let findings = Validator().validate(page: document.page, report: document.report).findings
    #expect(findings.contains { $0.rule == "stated-twice" } == speaks)
  }

  @Test(
    "Of two goals one may be the ambition, and a change against the province says nothing of one against the year before"
  )
  func goalsAndChanges() {
    var goals = Example()
    goals.say(
      "确保增长6%、力争8%。",
      ("6%", growth("revenue", "6", year: 2025, status: .target)),
      ("8%", growth("revenue", "8", year: 2025, status: .target))
    )
    #expect(Validator().validate(page: goals.page, report: goals.report) == Findings())
    var changes = Example()
    let points = { (value: String) in figure("gdp", value, "个百分点", measure: .change) }
    changes.say("比全国、全省分别高1.4、0.6个百分点。", ("1.4", points("1.4")), ("0.6", points("0.6")))
    #expect(Validator().validate(page: changes.page, report: changes.report) == Findings())
  }

  @Test(
    "A final account is delivered in the year after the one it is of",
    arguments: [(2025, false), (2026, false), (2027, true)]
  )
  func finalAccount(year: Int, speaks: Bool) {
    var document = Example()
    document.report.facts.reportType = .budgetReport
    document.report.facts.reviewYear = 2025
    document.report.facts.deliveredOn = CalendarDate(year: year, month: 6, day: 23)
    let findings = Validator().validate(page: document.page, report: document.report).findings
    #expect(findings.contains { $0.rule == "year-against-date" } == speaks)
  }

  @Test(
    "What the nation can have is more than what a province can",
    arguments: [
      ("gdp", 134.9e12, nil), ("gdp_primary", 9.1e12, nil), ("retail", 48.3e12, nil), ("revenue", 22e12, nil),
      ("expenditure", 28.5e12, nil), ("population", 1.408e9, nil), ("jobs", 12.56e6, nil),
      ("gdp", 13.49e9, "gdp 13490000000元 is not within 50000000000元 to 500000000000000元: \"全国。\""),
      ("jobs", 1256e6, "jobs 1256000000元 is not within 1000000元 to 20000000元: \"全国。\""),
    ] as [(String, Double, String?)]
  )
  func nation(code: String, value: Double, message: String?) {
    var document = Example()
    document.report.facts.region = .init(code: nil, name: "全国", level: .nation, province: nil, prefecture: nil)
    document.say("全国。", ("全国", figure(code, "\(Int(value))", "元", base: value)))
    let findings = Validator().validate(page: document.page, report: document.report).findings
    #expect(findings.first { $0.rule == "implausible-value" }?.message == message)
  }

  @Test("A finding of a figure points at its observation")
  func observation() {
    var document = Example()
    document.say("收入增长7%。", ("7%", growth("income", "7", year: 2026)))
    #expect(Validator().validate(page: document.page, report: document.report).findings.map(\.observation) == [2])
  }

  @Test("pipeline.json can change a severity or switch a rule off")
  func parameters() {
    var document = Example()
    document.page.isCutOff = true
    func severities(_ setting: ValidateParameters.Setting?) -> [Finding.Severity] {
      let parameters = ValidateParameters(rules: setting.map { ["text-cut-off": $0] } ?? [:])
      return Validator(parameters: parameters).validate(page: document.page, report: document.report).findings
        .map(\.severity)
    }
    #expect(severities(nil) == [.warning])
    #expect(severities(.severity(.error)) == [.error])
    #expect(severities(.off) == [])
    #expect(ValidateParameters.Setting(name: "loud") == nil)
  }
}
