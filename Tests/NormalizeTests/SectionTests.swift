import Documents
import Normalize
import Testing

@Suite("Headings become a tree")
struct SectionTests {
  /// `level number title`, one a line.
  private func tree(_ text: String) -> [String] {
    normalized(text).sections.map { "\($0.level) \($0.number) \($0.title)" }
  }

  /// A paragraph that is prose beyond doubt.
  private static let prose = "全市上下坚持稳中求进工作总基调，扎实推动高质量发展，经济运行总体平稳，民生持续改善，社会大局稳定。"

  @Test(
    "Styles of number nest as the document nests them",
    arguments: [
      ("一、回顾\n（一）经济\n1.工业\n（1）企业\n二、安排", ["1 一 回顾", "2 (一) 经济", "3 1 工业", "4 (1) 企业", "1 二 安排"]),
      ("第一部分 回顾\n一、经济\n（一）工业\n第二部分 安排", ["1 第一部分 回顾", "2 一 经济", "3 (一) 工业", "1 第二部分 安排"]),
      ("（一）经济\n1、工业\n（二）民生", ["1 (一) 经济", "2 1 工业", "1 (二) 民生"]),
      ("第一章 总则\n第一节 目标", ["1 第一章 总则", "2 第一节 目标"]),
      ("十一、科学技术\n二十三、其他", ["1 十一 科学技术", "1 二十三 其他"]),
      ("㈠经济\n㈡民生", ["1 (一) 经济", "1 (二) 民生"]),
      ("一、2025年预算执行情况\n1.2025年收入\n2.2025年支出", ["1 一 2025年预算执行情况", "2 1 2025年收入", "2 2 2025年支出"]),
    ]
  )
  func levels(text: String, sections: [String]) {
    #expect(tree(text) == sections)
  }

  @Test("A number that is missing or given twice does not break the tree")
  func damagedNumbers() {
    #expect(
      tree("一、回顾\n（一）经济\n（三）民生\n（三）生态\n三、安排\n（一）项目")
        == ["1 一 回顾", "2 (一) 经济", "2 (三) 民生", "2 (三) 生态", "1 三 安排", "2 (一) 项目"]
    )
  }

  @Test("Where most lines end as the paper did, a short line is no heading", arguments: [(30, 2), (50, 1)])
  func wrapped(lines: Int, headings: Int) {
    let wrapped = [String](repeating: "全市上下坚持稳中求进工作总基调扎实推动高质量发展持续改善民生保持社会大局稳定", count: lines)
    let text = ["一、回顾"] + wrapped + [Self.prose, "产业发展取得新突破", Self.prose]
    #expect(tree(text.joined(separator: "\n")).count == headings)
  }

  @Test("A point behind the first words of a paragraph ends no sentence, and a later one does")
  func points() {
    #expect(normalized("注.全市情况稳定。").sentences.count == 1)
    #expect(normalized(Self.prose.dropLast() + ".投资增长5%。").sentences.count == 2)
  }

  @Test("The first sentence of a numbered paragraph is its heading")
  func runIn() {
    let text = normalized("一、回顾\n（一）经济运行稳中向好。全年增长7%。投资增长5%。\n1.抓实民生：投入5亿元。")
    #expect(text.sections.map(\.title) == ["回顾", "经济运行稳中向好", "抓实民生"])
    #expect(text.sections.map(\.isRunIn) == [false, true, true])
    #expect(
      text.sentences.map { text.text[$0.range] }.dropFirst() == [
        "(一)经济运行稳中向好。", "全年增长7%。", "投资增长5%。", "1.抓实民生:", "投入5亿元。",
      ]
    )
    #expect(text.sentences.map(\.section) == [0, 1, 1, 1, 2, 2])
    #expect(text.paragraphs.map(\.isHeading) == [true, false, false])
  }

  @Test("Items that count in sentences of their own are sections of the third level")
  func items() {
    #expect(
      tree("一、安排\n（一）产业。一是做强工业。投资5亿元。二是做优农业。三是做活商贸。")
        == ["1 一 安排", "2 (一) 产业", "3 一是 做强工业", "3 二是 做优农业", "3 三是 做活商贸"]
    )
  }

  @Test("Numbers inside a paragraph part it like items")
  func numberedItems() {
    #expect(
      tree("（一）产业发展。1.创新能力提升。研发投入5亿元。2.工业量质齐升。产值增长7%。")
        == ["1 (一) 产业发展", "2 1 创新能力提升", "2 2 工业量质齐升"]
    )
  }

  @Test(
    "Items inside a sentence, and an item alone, are none",
    arguments: ["（一）产业。一是做强工业；二是做优农业。", "（一）产业。重点是：一是做强工业，二是做优农业。", "（一）产业。一是做强工业。全年增长7%。", "（一）产业。一是否到位要看结果。二是。"]
  )
  func noItems(text: String) {
    #expect(tree(text) == ["1 (一) 产业"])
  }

  @Test(
    "Prose that begins with a number is no heading",
    arguments: [
      "一、二季度增长7%。", "1.5亿元投资到位。", "（一）全年一般公共预算收入150.1亿元，增长6.9%。", "1.完成投资120万元，增长3%；", "一要抓项目。", "2025年，全市增长7%。",
      "第一季度增长7%。",
    ]
  )
  func prose(text: String) {
    #expect(tree(text).isEmpty)
  }

  @Test("A year and a word such as 回顾 make a heading without a number; 一、 stands under it")
  func topHeadings() {
    #expect(
      tree("2023年工作回顾\n\(Self.prose)\n一、经济\n\(Self.prose)\n2024年重点工作\n一、项目\n\(Self.prose)")
        == ["1  2023年工作回顾", "2 一 经济", "1  2024年重点工作", "2 一 项目"]
    )
  }

  @Test("Short lines over prose are headings, wrapped lines and captions are none")
  func plainHeadings() {
    #expect(tree("一、回顾\n\(Self.prose)\n产业发展取得新突破\n\(Self.prose)") == ["1 一 回顾", "2  产业发展取得新突破"])
    #expect(tree("一、回顾\n\(Self.prose)\n全年实现地区生产总值，\n\(Self.prose)\n表1 主要指标\n\(Self.prose)") == ["1 一 回顾"])
    #expect(tree("政府工作报告\n市长 张三\n各位代表：\n\(Self.prose)").isEmpty)
  }

  @Test("Notes at the end have a heading, and their numbers are none")
  func notes() {
    #expect(
      tree("一、综合\n\(Self.prose)\n注释：\n1.本公报数据为初步统计数。\n2.增速按不变价计算。另有说明。\n资料来源：\n\(Self.prose)")
        == ["1 一 综合", "1  注释", "1  资料来源"]
    )
  }

  @Test("A heading without a line break behind it ends where prose begins")
  func glued() {
    #expect(
      tree("一、2005年工作回顾过去的一年，全市上下团结一心。\n二、2006年政府工作的主要目标和任务2006年是开局之年。")
        == ["1 一 2005年工作回顾", "1 二 2006年政府工作的主要目标和任务"]
    )
    #expect(tree("\(Self.prose)（一）狠抓项目。\(Self.prose)（二）改善民生。\(Self.prose)") == ["1 (一) 狠抓项目", "1 (二) 改善民生"])
  }

  @Test("A heading that runs into prose of which no beginning is known ends with its own words")
  func unknownBeginning() {
    let prose = "要立足区位优势，抓住难得机遇，坚持稳中求进，推动全市经济在转型升级的路上越走越稳，让人民群众过上更好的日子。"
    #expect(tree("一、2003年政府工作的总体要求和奋斗目标\(prose)") == ["1 一 2003年政府工作的总体要求和奋斗目标"])
    #expect(tree("二、“十四五”时期的主要目标和重点任务\(prose)") == ["1 二 “十四五”时期的主要目标和重点任务"])
    // A beginning that is known ends the heading, where the words before would end it sooner.
    #expect(
      tree("二、2023年工作总体要求和主要目标党的二十大描绘了蓝图，\(prose)") == ["1 二 2023年工作总体要求和主要目标"]
    )
    // A sentence of its own, of which such words are a part.
    #expect(tree("一、2003年政府工作的总体要求是，\(prose)").isEmpty)
    #expect(tree("一、政府工作的总体要求\(prose)").isEmpty)
  }

  @Test("Bulletins number their parts on lines of their own")
  func bareNumbers() {
    #expect(tree("\(Self.prose)\n01\n综合\n\(Self.prose)\n02\n农业\n\(Self.prose)") == ["1 01 综合", "1 02 农业"])
  }

  @Test("Titles keep the quotes of the print")
  func quotes() {
    #expect(normalized("一、兜牢“三保”底线").sections.map(\.title) == ["兜牢“三保”底线"])
    #expect(normalized("一、兜牢\"三保\"底线").sections.map(\.title) == ["兜牢\"三保\"底线"])
  }
}

@Suite("Paragraphs are cut into sentences")
struct SentenceTests {
  @Test(
    "Full stops end them, with what closes behind",
    arguments: [
      ("全年增长3.5%。投资增长5%！好吗？好。", ["全年增长3.5%。", "投资增长5%!", "好吗?", "好。"]),
      ("税收增长5%；非税下降3%。", ["税收增长5%;非税下降3%。"]),
      ("他说：“加快发展。改善民生。”大家同意。", ["他说:\"加快发展。改善民生。\"", "大家同意。"]),
      ("收入100亿元（不含开发区。下同）。支出50亿元。", ["收入100亿元(不含开发区。下同)。", "支出50亿元。"]),
      ("实施“放管服”改革。新增5户。", ["实施\"放管服\"改革。", "新增5户。"]),
      ("落实《条例》。》出台3项。", ["落实《条例》。》", "出台3项。"]),
      ("见www.gov.cn?id=5。完。", ["见www.gov.cn?id=5。", "完。"]),
      ("没有句号的一行", ["没有句号的一行"]),
      ("少了引号“的句子。下一句。再一句。", ["少了引号\"的句子。", "下一句。", "再一句。"]),
      ("少了括号（的句子。下一句。", ["少了括号(的句子。", "下一句。"]),
      ("好。。。下一句。", ["好。。。", "下一句。"]),
    ]
  )
  func sentences(printed: String, sentences: [String]) {
    let text = normalized(printed)
    #expect(text.sentences.map { text.text[$0.range] } == sentences)
  }
}
