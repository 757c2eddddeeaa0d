import Documents
import Extract
import Testing

@Suite("What a document says of itself")
struct FactsTests {
  @Test("A work report with all of its head")
  func workReport() {
    let facts = facts(
      "政府工作报告",
      "——2024年1月23日在保定市清苑区第三届人民代表大会第四次会议上",
      "保定市清苑区人民政府区长　李英英",
      "各位代表：",
      "现在，我代表区人民政府向大会报告工作。",
      "一、2023年工作回顾",
      "全年增长7%。",
      "二、2024年工作安排",
      "力争增长8%。"
    )
    #expect(facts.title == "政府工作报告")
    #expect(facts.reportType == .workReport)
    #expect(facts.reportYear == 2024)
    #expect(facts.reviewYear == 2023)
    #expect(
      facts.region
        == .init(code: "130608", name: "清苑区", level: .county, province: "河北省", prefecture: "保定市")
    )
    #expect(facts.regionIsHint == false)
    #expect(facts.meeting == "保定市清苑区第三届人民代表大会第四次会议")
    #expect(facts.deliveredOn == CalendarDate(year: 2024, month: 1, day: 23))
    #expect(facts.speaker == "李英英")
    #expect(facts.office == "区长")
  }

  @Test("A word that is a county's name without its kind is no region where no report is named")
  func words() {
    #expect(facts("新建学校8所。").region == nil)
    #expect(facts("通道建成通车200公里。").region == nil)
    #expect(facts("盘锦2024年政府工作报告", "全年增长7%。").region?.name == "盘锦市")
  }

  @Test("A budget report whose lines are wrapped")
  func budgetReport() {
    let facts = facts(
      "关于深圳市 2025 年预算执行情况和",
      "2026 年预算草案的报告",
      "——2026 年 2 月 9 日在深圳市第七届",
      "人民代表大会第七次会议上",
      "深圳市财政局局长 赵忠良",
      "各位代表：",
      "受市政府委托，我向大会作报告。",
      "一、2025 年预算收支执行情况"
    )
    #expect(facts.title == "关于深圳市2025年预算执行情况和2026年预算草案的报告")
    #expect(facts.reportType == .budgetReport)
    #expect(facts.reportYear == 2026)
    #expect(facts.reviewYear == 2025)
    #expect(facts.meeting == "深圳市第七届人民代表大会第七次会议")
    #expect(facts.speaker == "赵忠良")
    #expect(facts.issuingBody == "深圳市财政局")
    #expect(facts.region?.code == "440300")
  }

  @Test(
    "A bulletin's later page is one by how it tells a year; where somebody speaks it is not",
    arguments: [("", true), ("我们", false)]
  )
  func laterPage(speaker: String, isBulletin: Bool) {
    let lines = (1...7).map { "\(speaker)全年粮食产量\($0)万吨，比上年增长\($0)%。" }
    let facts = facts("（上接06版）", lines.joined(), title: "（上接06版）")
    #expect((facts.reportType == .statisticalBulletin) == isBulletin)
  }

  @Test("A bulletin has one year, its bureau, and no meeting")
  func bulletin() {
    let facts = facts("2025年，全市上下齐心协力。", "一、综合", title: "2025年营口市国民经济和社会发展统计公报")
    #expect(facts.reportType == .statisticalBulletin)
    #expect(facts.reportYear == 2025)
    #expect(facts.reviewYear == 2025)
    #expect(facts.issuingBody == "营口市统计局")
    #expect(facts.meeting == nil)
    #expect(facts.speaker == nil)
  }
}
