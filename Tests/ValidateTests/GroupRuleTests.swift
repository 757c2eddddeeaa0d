import Documents
import Lexicon
import Testing

@testable import Validate

@Suite("Rules over a region's documents")
struct GroupRuleTests {
  /// The report for `year`, and what it says of the year before.
  private func report(_ year: Int, _ change: (inout Example) -> Void = { _ in }) -> (uri: String, headlines: Headlines)
  {
    var document = Example()
    document.report.observations = []
    document.report.facts.reportYear = year
    document.report.facts.title = "\(year)年政府工作报告"
    change(&document)
    return ("\(year).html", document.headlines())
  }

  private func findings(_ documents: [(uri: String, headlines: Headlines)], _ rule: String) -> [String] {
    let forwards = Validator().validate(group: "盘锦市", documents: documents)
    #expect(Validator().validate(group: "盘锦市", documents: documents.reversed()) == forwards)
    return forwards.findings.filter { $0.rule == rule }.map { "\($0.document ?? ""): \($0.message)" }
  }

  @Test("Two reports of one kind and year")
  func duplicates() {
    var second = report(2024)
    second.uri = "copy.html"
    #expect(
      findings([report(2024), second, report(2025)], "duplicate-report") == [
        "copy.html: a second work report of 盘锦市 for 2024, beside 2024.html; title: \"2024年政府工作报告\""
      ]
    )
    #expect(findings([report(2024), report(2025)], "duplicate-report").isEmpty)
  }

  @Test("A year without its report")
  func missingYears() {
    #expect(
      findings([report(2021), report(2024)], "missing-year") == [
        "2024.html: no work report of 盘锦市 for 2022, 2023, though there are those for 2021 and 2024"
      ]
    )
    #expect(findings([report(2023), report(2024)], "missing-year").isEmpty)
  }

  @Test("A figure that another document contradicts; a small revision does not")
  func contradiction() {
    let first = report(2024) {
      $0.say("2023年总值1000亿元。", ("1000亿元", figure("gdp", "1000", "亿元", base: 1000e8, year: 2023)))
    }
    func second(_ value: String, _ base: Double) -> (uri: String, headlines: Headlines) {
      report(2025) { $0.say("上年总值\(value)亿元。", ("\(value)亿元", figure("gdp", value, "亿元", base: base, year: 2023))) }
    }
    #expect(
      findings([first, second("1100", 1100e8)], "contradicts-other-document") == [
        "2025.html: gdp of 2023 is 1100亿元 here and 1000亿元 in 2024.html: \"上年总值1100亿元。\" and \"2023年总值1000亿元。\""
      ]
    )
    #expect(findings([first, second("1004", 1004e8)], "contradicts-other-document").isEmpty)
  }

  @Test("Growth that two years' levels do not bear out, and a level that jumps")
  func growthAgainstLevels() {
    func pair(_ now: String, _ base: Double) -> [(uri: String, headlines: Headlines)] {
      [
        report(2024) { $0.say("收入100亿元。", ("100亿元", figure("revenue", "100", "亿元", base: 100e8, year: 2023))) },
        report(2025) {
          $0.say(
            "收入\(now)亿元，增长6%。",
            ("\(now)亿元", figure("revenue", now, "亿元", base: base)),
            ("6%", growth("revenue", "6"))
          )
        },
      ]
    }
    #expect(
      findings(pair("140", 140e8), "growth-against-levels") == [
        "2025.html: revenue of 2024 is said to grow by 6%, but it went from 100亿元 (2024.html) to 140亿元, by 40 %: \"收入140亿元，增长6%。\""
      ]
    )
    #expect(findings(pair("106", 106e8), "growth-against-levels").isEmpty)
    #expect(
      findings(pair("1060", 1060e8), "level-jumps") == [
        "2025.html: revenue went from 100亿元 in 2023 (2024.html) to 1060亿元 in 2024, times 10.6: \"收入1060亿元，增长6%。\""
      ]
    )
    #expect(findings(pair("140", 140e8), "level-jumps").isEmpty)
  }

  @Test("A target and what became of it")
  func missedTarget() {
    func pair(_ actual: String) -> [(uri: String, headlines: Headlines)] {
      [
        report(2024) { $0.say("目标增长6%。", ("6%", growth("gdp", "6", year: 2024, status: .target))) },
        report(2025) { $0.say("总值增长\(actual)%。", ("\(actual)%", growth("gdp", actual, year: 2024))) },
      ]
    }
    #expect(
      findings(pair("5.1"), "target-missed") == [
        "2024.html: gdp was to grow by 6% in 2024 and grew by 5.1% (2025.html): \"目标增长6%。\""
      ]
    )
    #expect(findings(pair("6.1"), "target-missed").isEmpty)
  }

  @Test("An empty group has no findings")
  func empty() {
    #expect(Validator().validate(group: "盘锦市", documents: []) == Findings())
  }
}

@Suite("Data of the rules")
struct PlausibilityTests {
  @Test("The built-in files load, and a faulty row names its line")
  func files() throws {
    _ = try (Plausible(Plausible.table()), PartsOfTotal.All(PartsOfTotal.All.table()))
    _ = try (GrowthBasis(GrowthBasis.table()), Regions.table())
    #expect(PartsOfTotal.All.builtIn.relations.contains { $0.kind == .bound })
  }

  @Test("A prefecture that the user adds is one in titles, and counts among its siblings")
  func ownRegions() throws {
    let rows = (1...20).map { "2199\($0 + 10)\t第\($0)新区\tcounty\t2024\t\n" }.joined()
    let text = "code\tname\tlevel\tfirst_year\tlast_year\n219900\t红苇市\tprefecture\t2024\t\n" + rows
    let own = LexiconOverlay(name: "regions.tsv", path: "own/regions.tsv", bytes: Array(text.utf8))
    let siblings = try ValidationLexicon(overlaidBy: [own]).siblings
    #expect(SiblingRegions.builtIn.large(in: "红苇市与营口市") == ["营口市"])
    #expect(siblings.large(in: "红苇市与营口市") == ["红苇市", "营口市"])
    let county = DocumentFacts.Region(
      code: "219911",
      name: "第1新区",
      level: .county,
      province: "吉林省",
      prefecture: "红苇市"
    )
    #expect(SiblingRegions.builtIn.maximumRank(of: county, in: "全市") == nil)
    #expect(siblings.maximumRank(of: county, in: "全市") == 27)
  }

  @Test("Rule names are told apart and spelled alike")
  func names() {
    #expect(Set(Validator.ruleNames).count == Validator.ruleNames.count)
    #expect(Validator.ruleNames.count >= 20)
    #expect(Validator.ruleNames.allSatisfy { $0.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x2D...0x39 ~= $0 } })
  }

  @Test(
    "Figures in messages are short",
    arguments: [(1.0, 2, "1"), (12.345, 1, "12.3"), (-0.04, 1, "0"), (1e20, 2, "1e+20")]
  )
  func figures(value: Double, digits: Int, text: String) {
    #expect(Figures.text(value, digits: digits) == text)
  }

  @Test("A long sentence is cut around the quote")
  func quoting() {
    let sentence = String(repeating: "长", count: 300) + "7%" + String(repeating: "尾", count: 300)
    let quoted = Figures.quoted(sentence, around: "7%", limit: 20)
    #expect(quoted.contains("7%"))
    #expect(quoted.unicodeScalars.count == 24)
  }
}
