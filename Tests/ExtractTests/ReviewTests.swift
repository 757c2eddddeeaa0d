import Documents
import Extract
import Testing

/// What reviews of several years, and the plans behind them, say in ways of their own.
@Suite("Sentences of reviews")
struct ReviewTests {
  @Test(
    "Two acts in a row before a number both act, a state behind it is an action",
    arguments: SentenceRows.table(
      """
      布局打造14个中试基地。
        14个|中试基地|level 14 个|!布局打造
      培育形成90项制度案例，52项获国家层面认可、30项向全国推广。
        90项|制度案例|level 90 项|!培育形成
        52项|制度案例|level 52 项|!获国家层面认可
        30项|制度案例|level 30 项|!向全国推广
      3家重点实验室获批建设。
        3家|重点实验室|level 3 家|!获批建设
      6家海上风场并网发电。
        6家|海上风场|level 6 家|!并网发电
      34款新药获批上市，16个区均被评为双拥城。
        34款|新药|level 34 款|!获批上市
        16个|区|level 16 个|!被评为双拥城
      财政支出八成以上投向民生领域，站点50米内换乘比例达91%。
        八成以上|财政支出投向民生领域|share 80 % >=
        91%|站点50米内换乘比例|share 91 %
      剩余9家纳入名单管理的平台全部退出。
        9家|纳入名单管理的平台|level 9 家|!退出
      """
    )
  )
  func acts(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "What is measured of the things counted is no part of their name",
    arguments: SentenceRows.table(
      """
      力争推动11个能源领域项目投资突破900亿元。
        11个|能源领域项目|level 11 个|!推动
        突破900亿元|能源领域项目投资|level 900 亿元 >=
      7条产业链产值突破300亿元。
        7条|产业链|level 7 条
        突破300亿元|产业链产值|level 300 亿元 >=
      4个县一般公共预算收入超过15亿元。
        4个|县|level 4 个
        超过15亿元|县一般公共预算收入|level 15 亿元 >=
      """
    )
  )
  func owners(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "A rate with 增长 behind it is a growth, 占比 is shared by a list",
    arguments: SentenceRows.table(
      """
      景区接待游客保持10%以上增长，外贸实现8%的增长。
        10%以上|景区接待游客|growth 10 % >=
        8%|外贸|growth 8 %
      炼铁、炼钢先进产能占比分别达到64%、62%。
        64%|炼铁先进产能占比|share 64 %
        62%|炼钢先进产能占比|share 62 %
      明确6个方面重点方向，提高残疾人两项补贴标准。
      """
    )
  )
  func rates(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test("The year that a growth is faster than is not its own, and 连续十五年 sums nothing up")
  func years() {
    let faster = ReadSentence("生产总值增长4%，快于2023年1.8个百分点，投资增速快于全国3.4个百分点。", year: 2025)
    #expect(faster.periods == ["2024", "2024", "2024"])
    let streak = ReadSentence("城镇、农村居民人均可支配收入分别增长3%、5%，农村收入增速连续十五年快于城镇。", year: 2026)
    #expect(streak.periods == ["2025", "2025"])
    let built = ReadSentence("桥梁于2023年建成，总投资3亿元。", year: 2025)
    #expect(built.periods == ["2023"])
  }

  @Test("One year's figure that opens a paragraph of a review of five is not the year of those behind it")
  func oneFigure() {
    let report = ReadSentence(
      report: """
        政府工作报告
        ——2026年1月20日在某省第十四届人民代表大会第四次会议上
        一、2025年和“十四五”时期工作回顾
        五年来，我们坚持发展，综合实力稳步提升。新增企业3万家。
        2025年主导产业占比较2020年提高9个百分点。新增景区12家。
        """,
      area: nil
    )
    #expect(report.periods == ["2021/2025", "2021/2025", "2021/2025"])
  }
}
