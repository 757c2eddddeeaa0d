import Documents
import Testing

@testable import Lexicon

@Suite("Regions through the years")
struct RegionsTests {
  private let regions = Regions.builtIn

  @Test(
    "A name has the code of its year",
    arguments: [
      ("大洼县", 2014, "211121"), ("大洼区", 2020, "211104"), ("凌海市", 2020, "210781"), ("徐水县", 2013, "130625"),
      ("徐水区", 2019, "130609"), ("密云县", 2000, "110228"), ("密云区", 2020, "110118"), ("天门市", 2024, "429006"),
    ]
  )
  func codes(name: String, year: Int, code: String) {
    #expect(regions.nearest(regions.regions(named: name), to: year)?.code == code)
  }

  @Test(
    "A code has its parents",
    arguments: [
      ("210781", "辽宁省", "锦州市"), ("211100", "辽宁省", "盘锦市"), ("429006", "湖北省", nil), ("110118", "北京市", nil),
      ("513400", "四川省", "凉山彝族自治州"), ("540000", "西藏自治区", nil),
    ] as [(String, String, String?)]
  )
  func parents(code: String, province: String, prefecture: String?) {
    #expect(regions.province(of: code, in: 2024)?.name == province)
    #expect(regions.prefecture(of: code, in: 2024)?.name == prefecture)
  }

  @Test(
    "Short names stand for the official ones",
    arguments: [
      ("凉山", "凉山彝族自治州"), ("凉山州", "凉山彝族自治州"), ("克州", "克孜勒苏柯尔克孜自治州"), ("恩施州", "恩施土家族苗族自治州"), ("广西", "广西壮族自治区"),
      ("内蒙古", "内蒙古自治区"), ("围场", "围场满族蒙古族自治县"), ("黔南州", "黔南布依族苗族自治州"), ("锡林郭勒", "锡林郭勒盟"),
    ]
  )
  func shortNames(short: String, name: String) {
    #expect(regions.regions(named: short).contains { $0.name == name })
  }

  @Test("The longest name counts, from left to right")
  func matches() {
    let text = Array("保定市满城区和米易县、高唐县".utf8)
    let names = regions.matches(in: text, range: 0..<text.count).map { String(decoding: text[$0.range], as: UTF8.self) }
    #expect(names == ["保定市", "满城区", "米易县", "高唐县"])
  }

  @Test("Zones that the statistics count are no counties")
  func zones() {
    #expect(regions.region(code: "130171", in: 2024)?.isZone == true)
    #expect(regions.region(code: "130102", in: 2024)?.isZone == false)
  }
}

@Suite("Kinds of reports by their words")
struct ReportKindsTests {
  @Test(
    "Titles",
    arguments: [
      ("2020年凌海市人民政府工作报告(全文)", "work_report"), ("关于盘锦市2025年预算执行情况和2026年预算草案的报告", "budget_report"),
      ("关于盘锦市2020年国民经济和社会发展计划执行情况与2021年国民经济和社会发展计划(草案)的报告", "plan_report"),
      ("2025年营口市国民经济和社会发展统计公报", "statistical_bulletin"), ("关于抚顺市2025年财政决算的报告", "budget_report"),
      ("盘锦市中级人民法院工作报告", "other"), ("汕头市2025年预算执行情况和2026年预算草案的审查结果报告", "other"),
      ("2023年工作回顾", nil),
    ] as [(String, String?)]
  )
  func titles(title: String, type: String?) {
    #expect(ReportKinds.builtIn.type(of: title.utf8, in: .title)?.name == type)
  }
}
