import Documents
import Testing

@testable import Validate

@Suite("How far figures may be apart")
struct BoundTests {
  /// A report that says one thing; its number in a row of reports is its name.
  private func document(_ number: Int, _ observation: Observation, isBulletin: Bool = false) -> (
    uri: String, headlines: Headlines
  ) {
    var document = Example()
    document.report.observations = []
    if isBulletin { document.report.facts.reportType = .statisticalBulletin }
    document.say("数为\(observation.value)。", (observation.value, observation))
    return ("\(number).html", document.headlines())
  }

  private func speaks(_ rule: String, _ documents: [(uri: String, headlines: Headlines)]) -> Bool {
    Validator().validate(group: "盘锦市", documents: documents).findings.contains { $0.rule == rule }
  }

  private func speaks(_ rule: String, _ change: (inout Example) -> Void) -> Bool {
    var document = Example()
    change(&document)
    return Validator().validate(page: document.page, report: document.report).findings.contains { $0.rule == rule }
  }

  private func level(_ value: Int, year: Int = 2024, status: Observation.Status = .actual) -> Observation {
    figure("revenue", "\(value)", "亿元", base: Double(value) * 1e8, year: year, status: status)
  }

  @Test(
    "An estimate may be revised by more than what was done",
    arguments: [
      (1009, Observation.Status.actual, false), (1040, .actual, true), (1040, .estimated, false),
      (1060, .estimated, true),
    ]
  )
  func revisedLevels(second: Int, status: Observation.Status, isTold: Bool) {
    let documents = [document(0, level(1000)), document(1, level(second, status: status))]
    #expect(speaks("contradicts-other-document", documents) == isTold)
  }

  @Test(
    "So may a rate",
    arguments: [
      ("6.2", Observation.Status.actual, false), ("6.8", .actual, true), ("6.8", .estimated, false),
      ("7.5", .estimated, true),
    ]
  )
  func revisedRates(second: String, status: Observation.Status, isTold: Bool) {
    let documents = [document(0, growth("revenue", "6.0")), document(1, growth("revenue", second, status: status))]
    #expect(speaks("contradicts-other-document", documents) == isTold)
  }

  @Test(
    "A level may more than double or halve, and no more",
    arguments: [(260, true), (240, false), (45, false), (35, true)]
  )
  func jumps(value: Int, isTold: Bool) {
    #expect(speaks("level-jumps", [document(0, level(100, year: 2023)), document(1, level(value))]) == isTold)
  }

  @Test("A bulletin's figure counts before a report's", arguments: [(false, true), (true, false)])
  func bulletin(isBulletin: Bool, isTold: Bool) {
    let documents = [
      document(0, level(100, year: 2023)), document(1, level(300)), document(2, level(110), isBulletin: isBulletin),
    ]
    #expect(speaks("level-jumps", documents) == isTold)
  }

  @Test(
    "A target is missed by its own bound",
    arguments: [
      (Observation.Comparator.equal, "5.6", true), (.equal, "6.4", false), (.about, "5.6", false),
      (.about, "5.4", true),
      (.atMost, "5.0", false), (.atMost, "6.4", true),
    ]
  )
  func targets(comparator: Observation.Comparator, actual: String, isMissed: Bool) {
    let target = figure("revenue", "6.0", "%", measure: .growth, status: .target) { $0.comparator = comparator }
    #expect(speaks("target-missed", [document(0, target), document(1, growth("revenue", actual))]) == isMissed)
  }

  private func parts(_ total: Observation, _ values: Int...) -> (inout Example) -> Void {
    { document in
      document.say("总值\(total.value)。", (total.value, total))
      for (code, value) in zip(["gdp_primary", "gdp_secondary", "gdp_tertiary"], values) {
        let part = figure(code, "\(value)", "亿元", base: Double(value) * 1e8, year: 2023)
        document.say("部分\(value)。", ("\(value)", part))
      }
    }
  }

  @Test("Parts may be off by what was rounded, and are of what was done where their total is")
  func sums() {
    let rule = "parts-differ-from-total"
    let total = figure("gdp", "7", "亿元", base: 7e8, year: 2023)
    #expect(!speaks(rule, parts(total, 2, 2, 2)))
    #expect(speaks(rule, parts(total, 2, 1, 1)))
    let target = figure("gdp", "7", "亿元", base: 7e8, year: 2023, status: .target)
    #expect(!speaks(rule, parts(target, 2, 1, 1)))
  }

  @Test(
    "A part may be more than its total by what was rounded",
    arguments: [("1401", 1401e8, false), ("1402", 1402e8, true)]
  )
  func partAboveTotal(value: String, base: Double, isTold: Bool) {
    let part = figure("revenue", value, "亿元", base: base)
    #expect(speaks("part-above-total") { $0.say("收入\(value)亿元。", ("\(value)亿元", part)) } == isTold)
  }

  @Test("Shares with any colon between them are of one whole", arguments: [":", "：", "∶"])
  func colons(mark: String) {
    let told = speaks("structure-not-100") {
      $0.say(
        "三次产业结构9.4\(mark)35.2\(mark)45.4。",
        ("9.4", share("第一产业", "9.4")),
        ("35.2", share("第二产业", "35.2")),
        ("45.4", share("第三产业", "45.4"))
      )
    }
    #expect(told)
  }

  @Test("What is done may be of the year in which a report was delivered", arguments: [(2025, true), (2026, false)])
  func delivered(year: Int, isTold: Bool) {
    let told = speaks("future-as-actual") {
      $0.report.facts.deliveredOn = CalendarDate(year: year, month: 1, day: 10)
      $0.say("收入增长7%。", ("7%", growth("income", "7", year: 2026)))
    }
    #expect(told == isTold)
  }
}
