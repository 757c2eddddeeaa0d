import Extract
import Testing

@Suite("Targets, as the main goals of a year are worded")
struct TargetTests {
  @Test(
    "Growth",
    arguments: [
      ("今年全市经济发展的主要预期目标：地区生产总值按增长5.5%安排。", ["5.5%|地区生产总值|growth 5.5 %|gdp"]),
      (
        "生产总值增长在7%左右，固定资产投资增长9%。",
        ["7%左右|生产总值|growth 7 % ~|gdp", "9%|固定资产投资|growth 9 %|fai"]
      ),
      (
        "财政收入增速快于全省2个百分点、6%左右。",
        ["2个百分点|财政收入增速|change 2 个百分点", "6%左右|财政收入|growth 6 % ~|revenue"]
      ),
      (
        "生产总值增长7%以上，力争达到8%，其中第一产业增长3%，第二产业增长9.5%。",
        [
          "7%以上|生产总值|growth 7 % >=|gdp", "8%|生产总值|growth 8 %|gdp", "3%|第一产业增加值|growth 3 %|gdp_primary",
          "9.5%|第二产业增加值|growth 9.5 %|gdp_secondary",
        ]
      ),
      (
        "其中三次产业分别增长3.5%、7%、8%以上。",
        [
          "3.5%|第一产业增加值|growth 3.5 % >=|gdp_primary", "7%|第二产业增加值|growth 7 % >=|gdp_secondary",
          "8%以上|第三产业增加值|growth 8 % >=|gdp_tertiary",
        ]
      ),
      // A rate has a level of its own.
      ("城镇登记失业率下降2%，控制在4%。", ["2%|城镇登记失业率|growth -2 %|unemployment", "4%|城镇登记失业率|share 4 %|unemployment"]),
    ] as [(String, [String])]
  )
  func growth(text: String, expected: [String]) {
    #expect(ReadSentence(text).lines == expected)
  }
}
