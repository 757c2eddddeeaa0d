import Testing

@testable import Pipeline
@testable import gongbao

@Suite("Figures and tables")
struct PresentationTests {
  @Test(
    "A Han character takes two columns, a combining mark none",
    arguments: [
      ("abc", 3), ("公报", 4), ("增长7%。", 8), ("e\u{301}", 1), ("", 0), ("ｱ", 1), ("Ａ", 2), ("→", 1), ("“引号”", 6),
      ("𠀀", 2),
    ]
  )
  func width(text: String, expected: Int) {
    #expect(TextWidth.of(text) == expected)
  }

  @Test(
    "A text is cut to columns, not to characters",
    arguments: [
      ("公报公报", 8, "公报公报"), ("公报公报", 7, "公报公…"), ("公报公报", 6, "公报…"), ("abcdef", 4, "abc…"), ("公", 1, "…"),
    ]
  )
  func cut(text: String, width: Int, expected: String) {
    #expect(TextWidth.cut(text, to: width) == expected)
  }

  @Test(
    "Numbers have thousands separators",
    arguments: [
      (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "-1,000"),
      (.min, "-9,223,372,036,854,775,808"),
    ]
  )
  func count(number: Int, expected: String) {
    #expect(Figures.count(number) == expected)
  }

  @Test(
    "Durations are readable at every size",
    arguments: [
      (0, "0 ms"), (0.000_4, "0.4 ms"), (0.009_9, "9.9 ms"), (0.009_96, "10 ms"), (0.035, "35 ms"), (0.999_7, "1.00 s"),
      (1.239, "1.24 s"),
      (9.996, "10.0 s"), (59.96, "1 min 00 s"), (185, "3 min 05 s"), (3599.7, "1 h 00 min"), (7620, "2 h 07 min"),
      (1e12, "277,777,777 h 46 min"),
    ]
  )
  func duration(seconds: Double, expected: String) {
    #expect(Figures.duration(seconds) == expected)
  }

  @Test(
    "Sizes are readable",
    arguments: [(0, "0 B"), (999, "999 B"), (1400, "1.4 kB"), (38_000_000, "38 MB"), (2_500_000_000_000, "2.5 TB")]
  )
  func bytes(count: Int, expected: String) {
    #expect(Figures.bytes(count) == expected)
  }

  @Test("Columns align whatever the script, and a wide column gives way")
  func table() {
    var table = Table([.init("region"), .init("value", .right), .init("sentence", isFlexible: true)])
    table.add(["盘锦市", "7", "全市地区生产总值增长7%左右，固定资产投资增长8%。"])
    table.add(["Panjin", "1,234", "a\nb"])
    #expect(
      table.lines(width: nil, style: .plain) == [
        "region  value  sentence",
        "盘锦市      7  全市地区生产总值增长7%左右，固定资产投资增长8%。",
        "Panjin  1,234  a\\nb",
      ]
    )
    #expect(
      table.lines(width: 30, style: .plain) == [
        "region  value  sentence", "盘锦市      7  全市地区生产总…", "Panjin  1,234  a\\nb",
      ]
    )
  }

  @Test("The last column can go on in further lines")
  func wrapping() {
    var table = Table([.init("what"), .init("it is", isFlexible: true)])
    table.wrapsLastColumn = true
    table.add(["sentence", "全市地区生产总值增长7%左右。"])
    let lines = ["what      it is", "sentence  全市地区生产总", "          值增长7%左右。"]
    #expect(table.lines(width: 24, style: .plain) == lines)
  }

  @Test("An answer whose columns find no room on the terminal has a line a column instead")
  func records() {
    let columns = ["region", "target", "actual", "target_sentence", "document"]
    let row: [WarehouseAnswer.Value] = [.text("盘锦市"), .real(7), .null, .text("全市地区生产总值增长7%左右。"), .text("a.html")]
    let report = AnswerReport(answer: WarehouseAnswer(title: ["Targets"], columns: columns, rows: [row]))
    #expect(report.lines(width: nil, style: .plain).count == 3)
    #expect(report.lines(width: 46, style: .plain).count == 3)
    #expect(
      report.lines(width: 40, style: .plain) == [
        "Targets", "row 1 of 1", "region           盘锦市", "target           7", "actual",
        "target_sentence  全市地区生产总值增长7%", "                 左右。", "document         a.html",
      ]
    )
  }

  @Test(
    "A paragraph breaks at spaces, between Han characters, and inside what is too wide",
    arguments: [
      ("one two three", 8, ["one two", "three"]), ("one two", 7, ["one two"]), ("", 5, [""]),
      ("abcdefgh ij", 4, ["abcd", "efgh", "ij"]), ("增长7%左右", 6, ["增长7%", "左右"]),
      ("增长7%左右。", 10, ["增长7%左", "右。"]),
      ("地区生产总值 878.4", 12, ["地区生产总值", "878.4"]), ("公", 1, ["公"]),
    ] as [(String, Int, [String])]
  )
  func words(text: String, width: Int, expected: [String]) {
    #expect(TextWidth.words(of: text, width: width) == expected)
  }

  @Test("Control characters in a name cannot move the cursor")
  func printable() {
    #expect("a\u{1B}[2Jb\r\nc\u{9B}".printable == "a\\u{1b}[2Jb\\r\\nc\\u{9b}")
  }

  @Test("Colour is nothing in a plain style")
  func style() {
    #expect(Style.plain.bad("x") == "x")
    #expect(Style(isColoured: true).bad("x") == "\u{1B}[31mx\u{1B}[0m")
  }
}
