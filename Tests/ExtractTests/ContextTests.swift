import Documents
import Extract
import Testing

/// What a clause leaves to its heading, its paragraph or the clause before it.
@Suite("What clauses leave unsaid")
struct ContextTests {
  @Test(
    "Places named as the subject are the area of their figures, each by itself after 分别",
    arguments: SentenceRows.table(
      """
      全市地区生产总值900亿元，其中太湖县地区生产总值80亿元。
        地区生产总值 gdp
        地区生产总值 @太湖县
      其中，岳西县地方财政收入8亿元，宿松、望江等地9亿元。
        地方财政收入 @岳西县
        地方财政收入 @宿松、望江
      宿松县、望江县分别新建水库3座、2座。
        水库 @宿松县
        水库 @望江县
      安庆高新区工业总产值增长8%。
        工业总产值 @安庆高新区
      安庆经开区要做强主业，力争工业总产值增长8%。
        工业总产值 @安庆经开区
      高新区要做强主业，力争工业总产值增长8%。
        工业总产值 @高新区
      力争岳西、怀宁两地经济增速高于全市，粮食产量增长3%。
        粮食产量 @岳西、怀宁
      岳西县委召开会议，全市新建水库3座。
        水库
      怀宁规上工业增加值增长9%；全市增长6%。
        规上工业增加值 @怀宁
        规上工业增加值
      """
    )
  )
  func places(sentence: SentenceRows) {
    sentence.check(\.names, area: "安庆市")
  }

  @Test(
    "A bare 收入 or 支出 is of the account that an earlier clause names",
    arguments: SentenceRows.table(
      """
      全市政府性基金收入30亿元，增长2%；支出41亿元，下降5%。
        政府性基金收入
        政府性基金收入
        政府性基金支出
        政府性基金支出
      全市一般公共预算收入60亿元，支出90亿元。
        一般公共预算收入
        一般公共预算支出
      """
    )
  )
  func accounts(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test(
    "The economy that grows is the product, a part of it is not",
    arguments: SentenceRows.table(
      """
      经济增长7%左右，民营经济增长8%。
        经济 gdp
        民营经济
      五年来，全市经济年均增长6.1%。
        经济 gdp
      安庆经济技术开发区新建厂房3座。
        厂房 @安庆经济技术开发区
      """
    )
  )
  func economy(sentence: SentenceRows) {
    sentence.check(\.names, area: "安庆市")
  }

  @Test("A sum with transfers and a voted figure are no headline")
  func drafts() {
    let sum = ReadSentence("一般公共预算收入60亿元，加上调入资金8亿元，收入合计68亿元。").observations
    #expect(sum.map(\.code) == ["revenue", nil, nil])
    #expect(ReadSentence("一般公共预算收入调整为62亿元。").observations.map(\.code) == [nil])
  }

  @Test("The city's own household is the area of 本级")
  func household() {
    let observations = ReadSentence("本级一般公共预算收入12亿元。", area: "安庆市").observations
    #expect(observations.map(\.area) == ["市本级"])
    #expect(observations.map(\.code) == [nil])
  }

  @Test(
    "Parts take the noun of measure from the whole",
    arguments: SentenceRows.table(
      """
      粮食产量300万吨，其中夏粮120万吨、秋粮160万吨。
        粮食产量
        夏粮产量
        秋粮产量
      规模以上工业增加值增长7%，医药制造业增长12%。
        规模以上工业增加值
        医药制造业增加值
      限额以上单位中，家电类零售额增长5%，服装类下降2%。
        限额以上单位家电类零售额
        限额以上单位服装类零售额
      亿元以上项目新开工90个、竣工60个。
        亿元以上项目
        亿元以上项目
      总投资20亿元的水厂扩建工程竣工。
        水厂扩建工程总投资
      35名医护人员奔赴一线。
        医护人员
      旅游收入200亿元，恢复到2019年的108%。
        旅游收入
        旅游收入相当于2019年
      夜市开放带动餐饮收入增长9%。
        餐饮收入
      """
    )
  )
  func nouns(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test(
    "Years hold for what they are said of",
    arguments: SentenceRows.table(
      """
      PM2.5年均浓度31微克/立方米，下降4%。
        2023
        2023
      上半年出口下降4%，全年出口增长3%。
        2023-01/2023-06
        2023
      低保标准由每人每月700元提高到740元。
        2022
        2023
      """
    )
  )
  func years(sentence: SentenceRows) {
    sentence.check(\.periods)
  }

  @Test(
    "Years of a plan hold for what they are said of",
    arguments: SentenceRows.table(
      """
      到2027年，森林覆盖率达到40%，年均提高0.5个百分点。
        2027
        2024/2027
      做好“十五五”规划编制，储备项目70个。
        2024
      自3月起施行新办法，办公经费压减5%。
        2024
      """
    )
  )
  func plannedYears(sentence: SentenceRows) {
    sentence.check(\.periods, mood: .plan)
  }

  @Test("A plan's document looks back where a heading names the plan that has ended")
  func pastPlan() {
    let read = ReadSentence(
      report: """
        某市2011年政府工作报告
        一、2010年工作回顾
        新建水库3座。
        二、2011年主要任务
        新建水库2座。
        三、关于规划纲要的说明
        （一）“十一五”时期经济社会发展情况
        新建水库9座，地区生产总值年均增长9%。
        （二）“十二五”发展的主要目标
        地区生产总值年均增长8%。
        """
    )
    #expect(
      read.statuses == [
        "3座 actual 2010", "2座 target 2011", "9座 actual 2006/2010", "9% actual 2006/2010", "8% target 2011/2015",
      ]
    )
  }

  @Test("A review of several years holds until a paragraph says one year")
  func reviewedYears() {
    let read = ReadSentence(
      report: """
        某市2021年政府工作报告
        一、2020年及“十三五”时期工作回顾
        一年来，我们新建水库3座。
        五年来，我们新建公园8座，累计争取资金60亿元。
        这五年，我们改造小区40个。
        2020年，我们新建学校5所。
        """
    )
    #expect(read.periods == ["2020", "2016/2020", "2016/2020", "2016/2020", "2020"])
  }

  @Test("Parts without a telling title look back until the part that looks ahead")
  func silentParts() {
    let report = """
      政府工作报告
      ——2021年2月1日在怀宁县第十七届人民代表大会第五次会议上
      各位代表：现在，我代表县人民政府，向大会报告工作。
      一、防风险守底线，三大攻坚战成效显著
      全县新建公厕120座。
      二、抓统筹提品质，城乡面貌焕然一新
      全县新建公园8个。
      三、办实事暖民心，人民生活更有保障
      全县新建学校6所。
      2021年目标任务和重点工作
      全县新建桥梁9座。
      一、坚定不移抓改革
      全县新建泵站7座。
      """
    #expect(
      ReadSentence(report: report).statuses == [
        "120座 actual 2020", "8个 actual 2020", "6所 actual 2020", "9座 target 2021", "7座 target 2021",
      ]
    )
  }
}
