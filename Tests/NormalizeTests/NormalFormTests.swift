import Documents
import Normalize
import Testbed
import Testing

@Suite("Text comes into one normal form")
struct NormalFormTests {
  @Test(
    "Widths, quotes, white space and marks",
    arguments: [
      ("增长７．５％（含）", "增长7.5%(含)"),
      ("ＧＤＰ达到１，２３４亿元", "GDP达到1,234亿元"),
      ("“十四五”‘双碳’", "\"十四五\"'双碳'"),
      ("全 年　增长 5.0 %，", "全年增长5.0%,"),
      ("China  Mobile 公司", "China Mobile公司"),
      ("25913 万吨", "25913万吨"),
      ("2025\u{A0}年\u{200B}预算\u{FEFF}", "2025年预算"),
      ("  首尾  ", "首尾"),
      ("增长&nbsp;&nbsp;5%", "增长5%"),
      ("库尔班・吐鲁木、艾力•买买提", "库尔班·吐鲁木、艾力·买买提"),
      ("㈠总量⑶结构⒓其他①项目", "(一)总量(3)结构12.其他①项目"),
      ("⼯作报告", "工作报告"),
      ("三次产业结构2.1∶1", "三次产业结构2.1:1"),
      ("面积100㎡、20℃", "面积100㎡、20℃"),
    ]
  )
  func forms(printed: String, normal: String) {
    #expect(normalized(printed).text.description == normal)
  }

  @Test(
    "Damaged digits and marks become what they were",
    arguments: [
      ("增长l3.6％", "增长13.6%"),
      ("实现利税2l.9亿元", "实现利税21.9亿元"),
      ("改造2l万亩", "改造21万亩"),
      ("生产总值增长1O％", "生产总值增长10%"),
      ("增长l.5%，下降O.3%", "增长1.5%,下降0.3%"),
      ("2O19年", "2019年"),
      ("二O一九年、二00三年、二○二一年、二0二0年", "二〇一九年、二〇〇三年、二〇二一年、二〇二〇年"),
      ("二○○○年、二OOO年", "二〇〇〇年、二〇〇〇年"),
      ("出口1?43亿美元", "出口1.43亿美元"),
      ("增长8·2％", "增长8.2%"),
      ("大集?凌海站活动", "大集·凌海站活动"),
      ("工作。?完成学前", "工作。完成学前"),
      ("县长??杨曙光????", "县长杨曙光"),
    ]
  )
  func repairs(printed: String, normal: String) {
    #expect(normalized(printed).text.description == normal)
  }

  @Test(
    "What only looks damaged stays",
    arguments: [
      "O2O平台", "CO2排放", "SO2、NO2", "通过ISO9001认证", "PM2.5浓度", "怎么办?我们干", "什么是高质量发展?我们认为", "\"5·12\"地震", "5l水", "H7N9",
      "A股", "5G基站", "国道G30线",
    ]
  )
  func unharmed(text: String) {
    #expect(normalized(text).text.description == text)
  }

  @Test(
    "Thousands separators and spaces inside one number go, others stay",
    arguments: [
      ("收入1,234.5亿元", "收入1234.5亿元"),
      ("收入12,345,678元", "收入12345678元"),
      ("增长3,200", "增长3200"),
      ("2019,2020年", "2019,2020年"),
      ("5.1,200个", "5.1,200个"),
      ("分别为12,5,300", "分别为12,5300"),
      ("收入1 234亿元", "收入1234亿元"), ("支出 3 1 4 , 1 5 9万元", "支出314159万元"), ("研究生2 7 ．5 万人", "研究生27.5万人"),
      ("增长率1 0 ．0 6 ‰", "增长率10.06‰"), ("开展“1 5”行动", "开展\"1 5\"行动"), ("1 2 , 3 4 5 . 6 万元", "12345.6万元"),
      ("债务 4 , 6 9 8 , 7 0 4万元", "债务4698704万元"),
      ("20 25年", "2025年"),
      ("3. 5%", "3.5%"),
      ("100 200 300", "100 200 300"),
    ]
  )
  func numbers(printed: String, normal: String) {
    #expect(normalized(printed).text.description == normal)
  }

  @Test("Escapes of line breaks part paragraphs, and empty blocks leave none")
  func breaks() {
    let text = normalized(#"一、回顾\r\n全年增长7%。\r\n\r\n"# + "\n\n \n完成。")
    #expect(text.text.description == "一、回顾\n全年增长7%。\n完成。")
    #expect(text.paragraphs.map(\.block) == [0, 0, 3])
  }

  @Test("Table rows stay out, and positions behind them lead back to print")
  func tables() {
    var page = page("前文１。\n指标\t数值\n后文。")
    page.blocks[1].kind = .tableRow
    let text = Normalizer().normalize(page)
    #expect(text.text.description == "前文1。\n后文。")
    #expect(text.sentences.map { text.printed($0.range, of: page) } == ["前文１。", "后文。"])
  }
}

@Suite("Every normalized stretch leads back to print")
struct NormalizedPositionsTests {
  private static let pieces = [
    "全年", "增长", "１２", "3.5", "%", "％", " ", "　", "，", ",", "。", "（", "）", "“", "”", "·", "•", "&nbsp;", "l00", "2O19",
    "年", "亿元", "\u{200B}", "1,234", "A", "Mobile", "㈠", "①", "⼯", "\n", #"\r\n"#, "?", "二O一九年", "\t", "é", "😀",
  ]

  /// What stands in print has the same normal form: tried on words between edits, since half a repaired number has none.
  @Test("Random texts", arguments: 0..<40)
  func random(round: Int) {
    let seed = UInt64.random(in: 0..<1 << 48) + UInt64(round)
    var generator = SeededNumbers(seed: seed)
    let count = Int.random(in: 1...60, using: &generator)
    let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
    let page = page(text)
    let normal = Normalizer().normalize(page)
    let alignment = normal.alignment
    #expect(alignment.normalEnd == normal.text.count && alignment.printedEnd == page.text.count, "seed \(seed)")
    for (run, next) in zip(alignment.runs, alignment.runs.dropFirst()) {
      #expect(run.normal <= next.normal && run.printed < next.printed, "seed \(seed)")
    }
    for sentence in normal.sentences + normal.paragraphs.map({ .init(paragraph: 0, section: nil, range: $0.range) }) {
      let printed = normal.printed(sentence.range, of: page)
      #expect(normalized(printed).text.description == normal.text[sentence.range], "seed \(seed), \(printed)")
      #expect(printed.first?.isWhitespace != true && printed.last?.isWhitespace != true, "seed \(seed)")
    }
  }
}
