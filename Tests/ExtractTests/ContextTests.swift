import Documents
import Extract
import Normalize
import Testing

/// What a clause leaves to its heading, its paragraph or the clause before it.
@Suite("What clauses leave unsaid")
struct ContextTests {
  @Test(
    "Places named as the subject are the area of their figures, each by itself after 分别",
    arguments: [
      ("全市地区生产总值900亿元，其中太湖县地区生产总值80亿元。", ["安庆市", "太湖县"]),
      ("宿松县、望江县分别新建水库3座、2座。", ["宿松县", "望江县"]),
      ("安庆高新区工业总产值增长8%。", ["安庆高新区"]),
      ("安庆经开区要做强主业，力争工业总产值增长8%。", ["安庆经开区"]),
      ("高新区要做强主业，力争工业总产值增长8%。", ["高新区"]),
      ("力争岳西、怀宁两地经济增速高于全市，粮食产量增长3%。", ["岳西、怀宁"]),
      ("岳西县委召开会议，全市新建水库3座。", ["安庆市"]),
      ("怀宁规上工业增加值增长9%；全市增长6%。", ["怀宁", "安庆市"]),
    ] as [(String, [String])]
  )
  func places(text: String, expected: [String]) {
    let observations = ReadSentence(text, area: "安庆市").observations
    #expect(observations.map(\.area) == expected)
    #expect(observations.allSatisfy { $0.area == "安庆市" || $0.code == nil })
  }

  @Test(
    "A bare 收入 or 支出 is of the account that an earlier clause names",
    arguments: [
      (
        "全市政府性基金收入30亿元，增长2%；支出41亿元，下降5%。",
        ["政府性基金收入", "政府性基金收入", "政府性基金支出", "政府性基金支出"]
      ),
      ("全市一般公共预算收入60亿元，支出90亿元。", ["一般公共预算收入", "一般公共预算支出"]),
    ] as [(String, [String])]
  )
  func accounts(text: String, expected: [String]) {
    #expect(ReadSentence(text).observations.map(\.indicator) == expected)
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
    arguments: [
      ("粮食产量300万吨，其中夏粮120万吨、秋粮160万吨。", ["粮食产量", "夏粮产量", "秋粮产量"]),
      ("规模以上工业增加值增长7%，医药制造业增长12%。", ["规模以上工业增加值", "医药制造业增加值"]),
      ("限额以上单位中，家电类零售额增长5%，服装类下降2%。", ["限额以上单位家电类零售额", "限额以上单位服装类零售额"]),
      ("亿元以上项目新开工90个、竣工60个。", ["亿元以上项目", "亿元以上项目"]),
      ("总投资20亿元的水厂扩建工程竣工。", ["水厂扩建工程总投资"]),
      ("35名医护人员奔赴一线。", ["医护人员"]),
      ("旅游收入200亿元，恢复到2019年的108%。", ["旅游收入", "旅游收入相当于2019年"]),
      ("夜市开放带动餐饮收入增长9%。", ["餐饮收入"]),
    ] as [(String, [String])]
  )
  func nouns(text: String, expected: [String]) {
    #expect(ReadSentence(text).observations.map(\.indicator) == expected)
  }

  @Test(
    "Years hold for what they are said of",
    arguments: [
      ("PM2.5年均浓度31微克/立方米，下降4%。", SentenceContext.Mood.review, ["2023", "2023"]),
      ("到2027年，森林覆盖率达到40%，年均提高0.5个百分点。", .plan, ["2027", "2024/2027"]),
      ("做好“十五五”规划编制，储备项目70个。", .plan, ["2024"]),
      ("自3月起施行新办法，办公经费压减5%。", .plan, ["2024"]),
      ("上半年出口下降4%，全年出口增长3%。", .review, ["2023-01/2023-06", "2023"]),
      ("低保标准由每人每月700元提高到740元。", .review, ["2022", "2023"]),
    ] as [(String, SentenceContext.Mood, [String])]
  )
  func years(text: String, mood: SentenceContext.Mood, expected: [String]) {
    #expect(ReadSentence(text, mood: mood).observations.map { $0.period?.description } == expected)
  }

  @Test("A plan's document looks back where a heading names the plan that has ended")
  func pastPlan() {
    var page = Page()
    let paragraphs = [
      "某市2011年政府工作报告", "一、2010年工作回顾", "新建水库3座。", "二、2011年主要任务", "新建水库2座。", "三、关于规划纲要的说明",
      "（一）“十一五”时期经济社会发展情况", "新建水库9座，地区生产总值年均增长9%。", "（二）“十二五”发展的主要目标", "地区生产总值年均增长8%。",
    ]
    page.text = UTF8Text(paragraphs.joined(separator: "\n"))
    var start = 0
    for paragraph in paragraphs {
      page.blocks.append(Block(kind: .paragraph, range: start..<(start + paragraph.utf8.count)))
      start += paragraph.utf8.count + 1
    }
    let output = Extractor().extract(page: page, text: Normalizer().normalize(page), hints: SourceHints(name: ""))
    #expect(
      output.report.observations.map { "\($0.period?.description ?? "-") \($0.status.name)" }
        == ["2010 actual", "2011 target", "2006/2010 actual", "2006/2010 actual", "2011/2015 target"]
    )
  }

  @Test("A review of several years holds until a paragraph says one year")
  func reviewedYears() {
    var page = Page()
    let paragraphs = [
      "某市2021年政府工作报告", "一、2020年及“十三五”时期工作回顾", "一年来，我们新建水库3座。", "五年来，我们新建公园8座，累计争取资金60亿元。", "这五年，我们改造小区40个。",
      "2020年，我们新建学校5所。",
    ]
    page.text = UTF8Text(paragraphs.joined(separator: "\n"))
    var start = 0
    for paragraph in paragraphs {
      page.blocks.append(Block(kind: .paragraph, range: start..<(start + paragraph.utf8.count)))
      start += paragraph.utf8.count + 1
    }
    let output = Extractor().extract(page: page, text: Normalizer().normalize(page), hints: SourceHints(name: ""))
    #expect(
      output.report.observations.map { $0.period?.description }
        == ["2020", "2016/2020", "2016/2020", "2016/2020", "2020"]
    )
  }
}
