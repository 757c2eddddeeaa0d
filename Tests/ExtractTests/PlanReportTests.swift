import Documents
import Extract
import Testing

/// What reports on the plan of a year say in ways of their own: results against goals, and projects with what they cost.
@Suite("Sentences of plan reports")
struct PlanReportTests {
  @Test(
    "A share of the goal is no growth, whatever stood before it",
    arguments: SentenceRows.table(
      """
      生产总值增长5.5%，完成年度目标的98%。
        5.5%|生产总值|growth 5.5 %|gdp
        98%|生产总值占年度目标比重|share 98 %
      税收收入增长4%，为年度计划的101%。
        4%|税收收入|growth 4 %|tax
        101%|税收收入占年度计划比重|share 101 %
      进出口总额仅完成计划的76%。
        76%|进出口总额占计划比重|share 76 %
      亿元项目仅占项目总数的18%。
        18%|亿元项目占项目总数|share 18 %
      26项主要指标中，20项完成目标，4项基本完成，2项未完成。
        26项|主要指标|level 26 项
        20项|主要指标|level 20 项|!完成目标
        4项|主要指标|level 4 项|!基本完成
        2项|主要指标|level 2 项|!未完成
      """
    )
  )
  func goals(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Costs are of the project that they stand behind, investments of the projects counted",
    arguments: SentenceRows.table(
      """
      推进北山水库(总投资8亿元，年度投资2亿元)、东岭公路(总投资9亿元)等项目。
        北山水库总投资
        北山水库年度投资
        东岭公路总投资
      实施重点项目90个，年度计划投资98亿元，完成投资102亿元。
        重点项目
        重点项目年度计划投资
        重点项目投资
      引进亿元以上项目20个(其中10亿元以上2个)。
        亿元以上项目
        10亿元以上项目
      打造百亿元以上产业集群3个、50亿元以上6个。
        百亿元以上产业集群
        50亿元以上产业集群
      招商引资签约项目48个，协议资金90亿元。
        招商引资签约项目
        招商引资签约项目协议资金
      """
    )
  )
  func projects(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test(
    "What an industry drives, what a total grew by, and a share's points have their names",
    arguments: SentenceRows.table(
      """
      第三产业增加值增长6%，拉动经济增长3个百分点，对经济增长的贡献率达到52%。
        第三产业增加值 gdp_tertiary
        第三产业拉动经济增长
        第三产业对经济增长的贡献率
      新增经营主体2万户，总量达到12万户，增长9%。
        经营主体
        经营主体 entities
        经营主体 entities
      工业投资增长9%，占固定资产投资比重提高3个百分点。
        工业投资
        工业投资占固定资产投资比重
      限额以上批发业、零售业销售额(营业额)分别增长9%、8%。
        限额以上批发业销售额(营业额)
        零售业销售额(营业额)
      东山镇、西河镇分别新建停车位90个、80个。
        停车位 @东山镇
        停车位 @西河镇
      """
    )
  )
  func names(sentence: SentenceRows) {
    sentence.check(\.names)
  }

  @Test("What a bracket says was planned is a target")
  func planned() {
    let read = ReadSentence("生产总值完成90亿元，增长6%（计划增长6.5%）。")
    #expect(read.statuses == ["90亿元 actual 2023", "6% actual 2023", "6.5% target 2023"])
  }
}
