import Documents
import Testing

@testable import Extract

@Suite("The head of a report")
struct FactsHeadTests {
  @Test(
    "Days in Arabic and in Han numerals",
    arguments: [
      ("2021年1月15日", "2021-01-15"), ("二〇二〇年一月十二日", "2020-01-12"), ("二〇一九年十二月二十日", "2019-12-20"),
      ("二〇一九年十月三十一日", "2019-10-31"),
      ("2026-01-09", "2026-01-09"), ("2026/1/9", "2026-01-09"), ("2026年2月30日", nil), ("2026年", nil),
      ("12345年1月1日", nil),
    ] as [(String, String?)]
  )
  func days(text: String, day: String?) {
    #expect(DateReader.dates(in: Array(text.utf8)).first?.day?.description == day)
  }

  @Test(
    "The meeting and the day, however they are set",
    arguments: [
      ("——2026年1月9日在盘锦市第九届人民代表大会第五次会议上", "盘锦市第九届人民代表大会第五次会议", "2026-01-09"),
      ("(2022年1月24日在米易县第十九届人民代表大会第二次会议上)", "米易县第十九届人民代表大会第二次会议", "2022-01-24"),
      ("二〇一九年一月十四日在河北省第十三届人民代表大会第二次会议上", "河北省第十三届人民代表大会第二次会议", "2019-01-14"),
      ("——在阜平县第十七届人民代表大会第一次会议上(2017年2月26日)", "阜平县第十七届人民代表大会第一次会议", "2017-02-26"),
      ("2021年2月5日在易县十七届人民代表大会第六次会议上", "易县十七届人民代表大会第六次会议", "2021-02-05"),
      ("2019年1月29日保定市徐水区第二届人民代表大会第三次会议", "保定市徐水区第二届人民代表大会第三次会议", "2019-01-29"),
      ("2026年6月23日在抚顺市第十七届人民代表大会常务委员会第三十四次会议上", "抚顺市第十七届人民代表大会常务委员会第三十四次会议", "2026-06-23"),
      ("2026年1月20日在日照市第十九届人民代表大会第五次会议上", "日照市第十九届人民代表大会第五次会议", "2026-01-20"),
      ("——2026年2月7日上海市第十六届人民代表大会第四次会议通过", "上海市第十六届人民代表大会第四次会议", nil),
      ("2017年3月5日在第十二届全国人民代表大会第五次会议上", "第十二届全国人民代表大会第五次会议", "2017-03-05"),
      ("现在我向大会报告工作", nil, nil),
    ] as [(String, String?, String?)]
  )
  func meetings(text: String, name: String?, day: String?) {
    let found = MeetingReader(text: Array(text.utf8)).meeting()
    #expect(found?.name == name)
    #expect(found?.day?.description == day)
  }

  @Test(
    "In a speech only the meeting it is given to counts",
    arguments: [
      ("基本办完市七届人大二次会议交办的事项。", nil), ("现提请临河市第三届人民代表大会第二次会议审查。", "临河市第三届人民代表大会第二次会议"),
      ("在3月2日举行的市十一届人大四次会议上,局长作了报告。", "市十一届人大四次会议"), ("自八届人大一次会议以来,", nil),
    ] as [(String, String?)]
  )
  func addressed(text: String, name: String?) {
    #expect(MeetingReader(text: Array(text.utf8)).addressedMeeting()?.name == name)
  }

  @Test(
    "The speaker and the office, with lost spaces and prefixes",
    arguments: [
      ("市长巩建波", "巩建波", "市长"), ("市长　巩建波", "巩建波", "市长"), ("代市长 张三", "张三", "代市长"), ("凌海市人民政府代理县长 黄 伟", "黄伟", "代理县长"),
      ("——市长　张三", "张三", "市长"), ("驻马店市人民政府市长李跃勇", "李跃勇", "市长"), ("新疆维吾尔自治区主席 雪克来提·扎克尔", "雪克来提·扎克尔", "主席"),
      ("深圳市财政局局长 赵忠良", "赵忠良", "局长"), ("省长刘小涛代表省人民政府作报告", "刘小涛", "省长"), ("国务院总理 李克强", "李克强", "总理"),
      ("市长热线电话", nil, nil), ("市发展和改革委员会主任会议", nil, nil), ("盘锦市财政局", nil, nil),
    ] as [(String, String?, String?)]
  )
  func speakers(line: String, name: String?, office: String?) {
    let facts = facts("政府工作报告", "——2024年1月5日在凌海市第七届人民代表大会第三次会议上", line, "各位代表：", "现在，我报告工作。")
    #expect(facts.speaker == name)
    #expect(facts.office == office)
  }

  @Test("A speaker without an office, and an office whose name stands below")
  func looseSpeakers() {
    let meeting = "——2024年1月5日在凌海市第七届人民代表大会第三次会议上"
    #expect(facts("政府工作报告", meeting, "巩建波", "各位代表：").speaker == "巩建波")
    #expect(facts("政府工作报告", meeting, "凌海市人民政府市长", "巩建波", "各位代表：").speaker == "巩建波")
    #expect(facts("预算报告", meeting, "凌海市财政局", "各位代表：").speaker == nil)
  }

  @Test(
    "Who issues it",
    arguments: [
      (["——2026年1月9日在盘锦市第九届人民代表大会第五次会议上", "盘锦市财政局"], "盘锦市财政局"),
      (["——2026年1月9日在盘锦市第九届人民代表大会第五次会议上市财政局"], "盘锦市财政局"),
      (["盘锦市统计局　国家统计局盘锦调查队"], "盘锦市统计局、国家统计局盘锦调查队"), (["盘 锦 市 统 计 局", "国家统计局盘锦调查队"], "盘锦市统计局、国家统计局盘锦调查队"),
      (["市发展和改革委员会"], "盘锦市发展和改革委员会"),
    ] as [([String], String)]
  )
  func issuers(lines: [String], body: String) {
    let text = (["关于盘锦市的报告"] + lines + ["各位代表：", "现在报告。"]).joined(separator: "\n")
    #expect(facts(lines: text, title: "关于盘锦市2025年预算执行情况和2026年预算草案的报告").issuingBody == body)
  }
}

@Suite("The region, the year and the kind")
struct FactsPlaceTests {
  @Test(
    "Titles of many kinds",
    arguments: [
      ("2020年凌海市人民政府工作报告(全文)", "work_report", 2020, "210781"),
      ("关于盘锦市2020年国民经济和社会发展计划执行情况与2021年国民经济和社会发展计划(草案)的报告", "plan_report", 2021, "211100"),
      ("关于盘锦市2025年预算执行情况和2026年预算草案的报告", "budget_report", 2026, "211100"),
      ("2025年营口市国民经济和社会发展统计公报", "statistical_bulletin", 2025, "210800"),
      ("关于抚顺市2025年财政决算的报告", "budget_report", 2025, "210400"),
      ("大洼县2014年政府工作报告", "work_report", 2014, "211121"), ("大洼区2020年政府工作报告", "work_report", 2020, "211104"),
      ("保定市满城区2021年政府工作报告", "work_report", 2021, "130607"), ("2023年高唐县政府工作报告", "work_report", 2023, "371526"),
      ("(黑龙江省)2025年哈尔滨市国民经济和社会发展统计公报", "statistical_bulletin", 2025, "230100"),
      ("二〇一二年驻马店市政府工作报告", "work_report", 2012, "411700"),
      ("克孜勒苏柯尔克孜自治州2025年国民经济和社会发展统计公报", "statistical_bulletin", 2025, "653000"),
    ]
  )
  func titles(title: String, type: String, year: Int, code: String) {
    let facts = facts("各位代表：", "现在报告工作。", title: title)
    #expect(facts.reportType.name == type)
    #expect(facts.reportYear == year)
    #expect(facts.region?.code == code)
  }

  @Test("A county's name that several have is told by what stands around")
  func homonyms() {
    #expect(facts("各位代表：", title: "长春市朝阳区2024年政府工作报告").region?.code == "220104")
    #expect(facts("各位代表：", title: "朝阳区2024年政府工作报告", site: "北京市朝阳区人民政府").region?.code == "110105")
    #expect(
      facts("各位代表：", title: "鼓楼区2024年政府工作报告", hints: .init(region: "南京市", name: "x")).region?.code == "320106"
    )
  }

  @Test("Where the text names no region the hint does, and the facts say so")
  func hints() {
    let facts = facts("各位代表：", "现在，我代表市人民政府向大会报告工作。", "一、2023年工作回顾", hints: .init(name: "恩施"))
    #expect(facts.region?.code == "422801")
    #expect(facts.regionIsHint)
    let own = gaotang(hint: "唐县")
    #expect(own.region?.name == "高唐县")
    #expect(own.regionIsHint == false)
  }

  private func gaotang(hint: String) -> DocumentFacts {
    facts("——2021年3月11日在高唐县第十七届人民代表大会第五次会议上", "各位代表：", hints: .init(name: hint))
  }

  @Test("The State Council speaks for the nation, and a zone for itself")
  func otherLevels() {
    #expect(facts("各位代表：", "现在，我代表国务院，向大会报告政府工作。").region?.level == .nation)
    let zone = facts("各位代表：", title: "营口经济技术开发区2024年政府工作报告").region
    #expect(zone?.level == .zone)
    #expect(zone?.name == "营口经济技术开发区")
    #expect(zone?.code == nil)
  }

  @Test("A session in December plans the next year; accounts of one year plan none")
  func years() {
    let december = facts("政府工作报告", "——2019年12月22日在凌海市第六届人民代表大会第三次会议上", "各位代表：")
    #expect(december.reportYear == 2020)
    #expect(december.reviewYear == 2019)
    let pair = facts("各位代表：", "现在报告工作。", "一、2023年工作回顾", "二、2024年工作安排")
    #expect(pair.reportYear == 2024)
    #expect(pair.reviewYear == 2023)
  }

  @Test("News is refused, an unknown report with headings and figures is not")
  func refusal() {
    func refusal(_ text: String) -> Page.Refusal? {
      let page = FactsPage.page(text)
      let normal = FactsPage.normal(page)
      let reader = DocumentFactsReader()
      return reader.refusal(facts: reader.facts(page: page, text: normal, hints: .init()), text: normal)
    }
    #expect(refusal("某球队昨晚获胜\n本场比赛双方战成2比1，球迷欢呼。\n记者 张三") == .otherText)
    let figures = (1...24).map { "第\($0)项投入\($0 * 3)万元。" }.joined()
    #expect(refusal("某局工作总结\n一、总体情况\n\(figures)\n二、主要做法\n全年办理。\n三、下步打算\n继续。") == nil)
  }
}

@Suite("The year of a report that does not say it")
struct YearTests {
  @Test(
    "A page of the year's last months is of the next year's report",
    arguments: [(1, 2024), (9, 2024), (10, 2025), (12, 2025)]
  )
  func published(month: Int, year: Int) {
    var evidence = YearReader.Evidence(type: .workReport)
    evidence.publishedOn = CalendarDate(year: 2024, month: month, day: 20)
    #expect(YearReader.years(evidence) == .init(report: year, review: year - 1))
  }

  @Test("A year that the text names again and again is the one reviewed, one that it names once is not")
  func named() {
    var evidence = YearReader.Evidence(type: .workReport)
    evidence.body = Array("自2019年起施行。".utf8)
    #expect(YearReader.years(evidence) == .init())
    evidence.body = Array("自2019年起施行。2023年增长5%，2023年底完成。".utf8)
    #expect(YearReader.years(evidence) == .init(report: 2024, review: 2023))
  }
}
