import Documents
import Testing

@testable import Clean

@Suite("Blocks")
struct BlocksTests {
  static let prose = paragraphs.map { "<p>\($0)</p>" }.joined()

  private func kinds(_ page: Page) -> [String] { page.blocks.map { "\($0.kind)" } }

  @Test("Headings, paragraphs, items, captions, rows and notes are told apart, in reading order")
  func kinds() throws {
    let body = """
      <h2>一、综合</h2><p>\(paragraphs[0])</p><h3>（一）农业</h3><p>\(paragraphs[1])</p>
      <ul><li>粮食产量一百二十万吨；</li><li>油料产量八万吨。</li></ul>
      <table><caption>表1 主要产品产量</caption><tr><th>产品</th><th>产量（万吨）</th></tr><tr><td>粮食</td><td>120</td></tr></table>
      <p>注：1.产量为初步统计数。</p><p>2.合计与分项之和不等是四舍五入所致。</p><p>资料来源：清河市统计局</p><p>\(paragraphs[2])</p>
      """
    let page = try clean(html: page(body: body)).page
    #expect(
      kinds(page) == [
        "heading", "paragraph", "heading", "paragraph", "listItem", "listItem", "caption", "tableRow", "tableRow",
        "note", "note", "note", "paragraph",
      ]
    )
    #expect(page.blocks.filter { $0.kind == .heading }.map(\.level) == [2, 3])
    let table = try #require(page.tables.first)
    #expect(table.caption == 6)
    #expect(table.rows == 7..<9)
    #expect(table.cells.map(\.isHeader) == [true, true, false, false])
    #expect(table.cells.map { page.text[$0.range] } == ["产品", "产量（万吨）", "粮食", "120"])
  }

  @Test("Footnotes under their own heading are notes to the end, whatever marks they have")
  func footnotes() throws {
    let body =
      Self.prose + "<p>注释：</p><p>[1] 生产总值为初步核算数。</p><p>②部分数据合计数由于单位取舍不同产生的计算误差，未作机械调整。</p><p>此外，各项指标以正式出版的年鉴为准。</p>"
    #expect(kinds(try clean(html: page(body: body)).page).suffix(4) == ["paragraph", "note", "note", "note"])
  }

  @Test(
    "A line is a note where it says so",
    arguments: [
      (["注：本表为快报数。", "全市工业增加值增长5%。"], [true, false]), (["注1：按可比价计算。", "2.含铁路。", "（3）同口径。"], [true, true, true]),
      (["注重保障和改善民生。", "说明了问题。"], [false, false]), (["资料来源：某市统计局"], [true]), (["9.5%的增速"], [false]),
      (["名词解释", "1.三公经费：指因公出国等经费。", "一、下一步工作"], [false, true, false]),
    ]
  )
  func notes(lines: [String], expected: [Bool]) {
    var notes = NoteLines()
    #expect(lines.map { notes.isNote(Array($0.utf8), isPlain: true) } == expected)
  }

  @Test("Pictures that say something are kept with their place; names of files, icons and pictures elsewhere are not")
  func images() throws {
    let body = """
      <p>\(paragraphs[0])</p><p><img src="1.png" alt="图1 2020—2024年生产总值及增速"></p><p>\(paragraphs[1])</p>
      <img src="2.png" alt="W020240208.png"><img src="3.png"><img src="i.gif" alt="打印"><p>\(paragraphs[2])</p>
      <p><img src="4.jpg" title="全市　常住人口构成"></p>
      """
    let logo = "<div><img src=\"logo.png\" alt=\"清河市人民政府门户网站\"></div>"
    let page = try clean(html: page(byline: logo, body: body)).page
    #expect(
      page.images == [
        PageImage(text: "图1 2020—2024年生产总值及增速", target: "1.png", block: 1),
        PageImage(text: "全市 常住人口构成", target: "4.jpg", block: 3),
      ]
    )
    #expect(page.lines == Array(paragraphs[0...2]))
  }

  @Test("Two ways to the body agree on a plain page, and part where another text is as long")
  func confidence() throws {
    #expect(try clean(html: page()).page.bodyConfidence == 1)
    let other = (0..<6).map { "<p>\(paragraphs[$0 % 4])\(paragraphs[($0 + 1) % 4])</p>" }.joined()
    let torn = try clean(
      html: """
        <html><head><title>清河市召开重点工作推进会议</title></head><body><div class="sidebar"><div>\(other)</div></div>
        <div><h1>清河市召开重点工作推进会议</h1><div>\(Self.prose)</div></div></body></html>
        """
    ).page
    #expect(torn.lines == paragraphs)
    #expect(try #require(torn.bodyConfidence) < 0.6)
    #expect(try clean(text: paragraphs.joined(separator: "\n")).page.bodyConfidence == nil)
  }

  @Test("What a page says of itself is kept with where it stood")
  func places() throws {
    let head = """
      <link rel="canonical" href="https://www.example.gov.cn/zw/1.html"><meta name="ColumnName" content="工作报告">
      <meta name="SiteName" content="清河市人民政府">
      """
    let facts = """
      <table><tr><td>索引号</td><td>000014349/2024-00012</td><td>发布时间</td><td>2024-02-08</td></tr>
      <tr><td>来源</td><td>清河日报</td><td>作者</td><td>江河</td></tr></table>
      """
    let metadata = try clean(html: page(head: head, byline: facts)).page.metadata
    #expect(metadata.title == Found("清河市二〇二四年政府工作报告", at: .heading))
    #expect(metadata.publishedOn.map { "\($0.value)" } == "2024-02-08")
    #expect(metadata.publishedOn?.place == .labelledLine)
    #expect(metadata.source == Found("清河日报", at: .labelledLine))
    #expect(metadata.author == Found("江河", at: .labelledLine))
    #expect(metadata.indexNumber == Found("000014349/2024-00012", at: .labelledLine))
    #expect(metadata.site == Found("清河市人民政府", at: .metaTag))
    #expect(metadata.column == Found("工作报告", at: .metaTag))
    #expect(metadata.breadcrumb == ["首页", "政务公开", "正文"])
    #expect(metadata.previous == Link(text: "上一年的报告", target: "/1.html"))
    #expect(metadata.next == Link(text: "计划报告", target: "/3.html"))
    #expect(metadata.canonicalURL == "https://www.example.gov.cn/zw/1.html")
  }
}
