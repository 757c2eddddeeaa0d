import Documents
import Testing

@testable import Extract

/// How far 预计 reaches, what is asked for, and what only explains words.
@Suite("What governs a figure, and how far")
struct GoverningTests {
  @Test(
    "预计 behind other figures reaches no further than to the semicolon",
    arguments: SentenceRows.table(
      """
      财政收入7亿元，增长6%；生产总值预计完成60亿元，增长8%；工业投资完成31亿元，增长9%。
        7亿元 actual 2023
        6% actual 2023
        60亿元 estimated 2023
        8% estimated 2023
        31亿元 actual 2023
        9% actual 2023
      预计全年生产总值60亿元；财政收入7亿元。
        60亿元 estimated 2023
        7亿元 estimated 2023
      生产总值60亿元(预计数)，财政收入7亿元。
        60亿元 estimated 2023
        7亿元 estimated 2023
      """
    )
  )
  func estimates(sentence: SentenceRows) {
    sentence.check(\.statuses)
  }

  @Test(
    "What is asked for is the act, whoever is asked",
    arguments: SentenceRows.table(
      """
      提请市人大常委会审议地方性法规草案6件。
        6件|地方性法规草案|level 6 件|!审议
      提请市人大常委会审议6件地方性法规草案。
        6件|地方性法规草案|level 6 件|!审议
      """
    )
  )
  func submitted(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Of things counted before, what some of them do",
    arguments: SentenceRows.table(
      """
      新增省级创新联合体3家，总数达到14家（其中9家牵头组建、5家参与组建）。
        3家|省级创新联合体|level 3 家|!新增
        14家|省级创新联合体|level 14 家
        9家|省级创新联合体|level 9 家|!牵头组建
        5家|省级创新联合体|level 5 家|!参与组建
      36个主要行业大类中25个行业实现增长。
        36个|主要行业大类|level 36 个
        25个|行业|level 25 个|!实现增长
      """
    )
  )
  func amongThem(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Industries and firms leave out what was measured of the one before",
    arguments: SentenceRows.table(
      """
      食品行业营收达45亿元，建材行业达31亿元。
        食品行业营收
        建材行业营收
      甲药业集团年销售收入突破20亿元，乙化工达到12亿元。
        甲药业集团年销售收入
        乙化工销售收入
      夏粮平均亩产达到420公斤，总产达到90万吨。
        夏粮平均亩产
        夏粮总产
      """
    )
  )
  func leftOut(sentence: SentenceRows) {
    sentence.check(\.names)
  }

  @Test("Months that something takes are no count")
  func months() {
    #expect(ReadSentence("仅用三个多月就建成厂房5万平方米。").lines == ["5万平方米|厂房|level 5 万平方米|!建成"])
  }

  @Test("A glossary states nothing")
  func glossary() {
    let report = ReadSentence(
      report: "2024年政府工作报告\n一、2023年工作回顾\n全市粮食产量达到70亿斤。\n名词解释\n1.三线：划定的生态红线等三条控制线，面积不少于90万亩。"
    )
    #expect(report.observations.map(\.indicator) == ["粮食产量"])
  }
}
