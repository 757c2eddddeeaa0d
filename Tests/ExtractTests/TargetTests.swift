import Documents
import Extract
import Testing

@Suite("Targets, as the main goals of a year are worded")
struct TargetTests {
  @Test(
    "Growth",
    arguments: SentenceRows.table(
      """
      今年全市经济发展的主要预期目标：地区生产总值按增长5.5%安排。
        5.5%|地区生产总值|growth 5.5 %|gdp
      生产总值增长在7%左右，固定资产投资增长9%。
        7%左右|生产总值|growth 7 % ~|gdp
        9%|固定资产投资|growth 9 %|fai
      财政收入增速快于全省2个百分点、6%左右。
        2个百分点|财政收入|change 2 个百分点
        6%左右|财政收入|growth 6 % ~
      生产总值增长7%以上，力争达到8%，其中第一产业增长3%，第二产业增长9.5%。
        7%以上|生产总值|growth 7 % >=|gdp
        8%|生产总值|growth 8 %|gdp
        3%|第一产业增加值|growth 3 %|gdp_primary
        9.5%|第二产业增加值|growth 9.5 %|gdp_secondary
      其中三次产业分别增长3.5%、7%、8%以上。
        3.5%|第一产业增加值|growth 3.5 % >=|gdp_primary
        7%|第二产业增加值|growth 7 % >=|gdp_secondary
        8%以上|第三产业增加值|growth 8 % >=|gdp_tertiary
      # A rate has a level of its own.
      城镇登记失业率下降2%，控制在4%。
        2%|城镇登记失业率|growth -2 %|unemployment
        4%|城镇登记失业率|share 4 %|unemployment
      """
    )
  )
  func growth(sentence: SentenceRows) {
    sentence.check(\.lines)
  }
}

@Suite("A part that looks back on one plan and ahead to the next")
struct ComingPlanTests {
  @Test("It turns ahead where it first names the coming plan")
  func turns() {
    let read = ReadSentence(
      report: """
        2026年某市人民政府工作报告

        ——2026年1月12日在某市第八届人民代表大会第六次会议上

        市长 王小明

        各位代表：

        现在，我代表市人民政府，向大会报告政府工作，请予审议。

        一、2025年工作回顾

        全市地区生产总值增长5.2%，一般公共预算收入增长4.1%。

        二、“十四五”时期发展成就和“十五五”时期主要目标任务

        过去五年，全市地区生产总值年均增长5.6%，新建水库12座。

        我们编制了“十五五”规划纲要草案。提出地区生产总值年均增长5%左右，城镇化率达到68%。

        三、2026年重点工作

        今年的主要预期目标是：地区生产总值增长5.5%左右。
        """
    )
    #expect(
      read.statuses == [
        "5.2% actual 2025", "4.1% actual 2025", "5.6% actual 2021/2025", "12座 actual 2021/2025",
        "5%左右 target 2026/2030", "68% target 2030", "5.5%左右 target 2026",
      ]
    )
  }
}
