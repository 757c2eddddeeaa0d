import Documents
import Testing

@testable import Clean

@Suite("Traps of markup")
struct MarkupTrapTests {
  static let first = paragraphs[0]
  static let second = paragraphs[1]

  @Test(
    "Markup that browsers forgive loses no text",
    arguments: [
      "<p>\(first)</p><!--><p>\(second)</p>", "<p>\(first)</p><!---><p>\(second)</p>",
      "<p>\(first)<o:p></o:p></p><p><o:p>\(second)</o:p></p>",
      "<p>\(first)</p></body></html><html><body><p>\(second)</p></body></html>",
      "<p>\(first)</p></body></html><p>\(second)</p>",
      "<p>\(first)</p><?xml:namespace prefix = o ns = \"urn\" /><p>\(second)</p>",
      "<p>\(first)</p><![if !supportLists]><p>\(second)</p><![endif]>",
      "<p>\(first)\0</p><p>\(second)</p>", "<p>\(first)</p>\r\n<p>\(second)</p>\r", "<p>\(first)<p>\(second)",
      "<p>\(first)</p><script>var a = '<p>x</p>';</script><p>\(second)</p>",
      "<p>\(first)</p><style>p { color: red }</style><p>\(second)</p>",
      "<p>\(first)</p><svg><text>图</text></svg><p>\(second)</p>",
      "<p title='a > b'>\(first)</p><p class=x id=y>\(second)</p>",
      "<div><p>\(first)</div></p><p>\(second)</p>", "<p>\(first)</p><p>\(second)</p><!-- open",
    ]
  )
  func forgiving(body: String) throws {
    let page = try clean(html: "<html><body>\(body)").page
    #expect(page.lines.map { $0.filter { $0 != "\u{FFFD}" } } == [Self.first, Self.second])
  }

  @Test("Zero-width characters are left out, white space is collapsed, a line break is a block of its own")
  func whiteSpace() throws {
    let page = try clean(
      html:
        "<html><body><p>\u{FEFF}　　\(Self.first)\u{200B}</p>\n<p>全市\n\t 工作&nbsp;会议，\(Self.second)<br/>\(paragraphs[2])</p>"
    ).page
    #expect(page.lines == [Self.first, "全市 工作\u{A0}会议，\(Self.second)", paragraphs[2]])
    #expect(!page.text.bytes.contains(0x09))
  }

  @Test("Nesting deeper than the limit fails, and no stack is used up")
  func deep() {
    let html = String(repeating: "<div>", count: 100_000) + Self.first + String(repeating: "</div>", count: 100_000)
    let failure = #expect(throws: DocumentFailure.self) { try clean(html: html) }
    #expect(failure?.code == .tooDeep)
  }

  @Test("Drawings that nothing closes are passed once, not once each")
  func openDrawings() throws {
    let page = try clean(html: "<html><body>" + String(repeating: "<svg>", count: 20_000) + "<p>\(Self.first)</p>").page
    #expect(page.lines == [Self.first])
  }

  @Test("More nodes than the limit fail")
  func nodes() {
    var parameters = CleanParameters()
    parameters.maximumNodes = 100
    let html = String(repeating: "<p>一</p>", count: 100)
    let failure = #expect(throws: DocumentFailure.self) {
      try Cleaner(parameters: parameters).clean(SourceDocument(bytes: Array(html.utf8), mediaType: .html))
    }
    #expect(failure?.code == .tooManyNodes)
  }

  @Test("Twenty thousand attributes on a tag are cut to the limit")
  func attributes() throws {
    let many = (0..<20_000).map { "a\($0)='x'" }.joined(separator: " ")
    let page = try clean(html: "<html><body><p \(many)>\(Self.first)</p><p id='b'>\(Self.second)</p>").page
    #expect(page.lines == [Self.first, Self.second])
  }

  @Test("A colspan of 10^15 is capped")
  func spans() throws {
    let page = try clean(
      html: """
        <html><body><p>\(Self.first)</p><table><tr><th colspan="1000000000000000">指标</th><td>合计</td></tr>
        <tr><td rowspan="2">粮食</td><td>120</td></tr><tr><td>130</td></tr></table><p>\(Self.second)</p>
        """
    ).page
    let table = try #require(page.tables.first)
    #expect(table.cells.map(\.columnSpan).max() == CleanParameters().maximumSpan)
    #expect(table.cells[0].isHeader)
    #expect(page.lines[table.rows.lowerBound] == "指标\t合计")
    // The cell of two rows stands before the row below as well.
    #expect(table.cells.last?.column == 1)
  }

  @Test("Nested tables: the outer one that only puts text in its place is no table")
  func nestedTables() throws {
    let page = try clean(
      html: """
        <html><body><table><tr><td><p>\(paragraphs.joined())</p><table><tr><td>年份</td><td>产量</td></tr>
        <tr><td>2023</td><td>118</td></tr></table><p>\(Self.second)</p></td></tr></table>
        """
    ).page
    #expect(page.tables.count == 1)
    #expect(page.lines == [paragraphs.joined(), "年份\t产量", "2023\t118", Self.second])
    let texts = page.tables[0].cells.map { page.text[$0.range] }
    #expect(texts == ["年份", "产量", "2023", "118"])
  }

  @Test("Blocks cover the text, and each leads to its markup")
  func segments() throws {
    let html = page()
    let output = try clean(html: html)
    #expect(output.page.blocks.count == output.map.segments.count)
    var end = -1
    for (block, segment) in zip(output.page.blocks, output.map.segments) {
      #expect(block.range.lowerBound == end + 1)
      #expect(segment.textOffset == block.range.lowerBound)
      let source = String(decoding: Array(html.utf8)[segment.source], as: UTF8.self)
      #expect(source.contains(output.page.text[block.range]))
      end = block.range.upperBound
    }
    #expect(end == output.page.text.count)
  }

  @Test("In GB18030 each block leads to its own bytes")
  func segmentsOfGB() throws {
    let bytes =
      Array("<html><meta charset=gbk><body><p>".utf8) + DecodingTests.gb + Array("</p><p>x".utf8) + DecodingTests.gb
    let output = try clean(bytes: bytes)
    let segment = try #require(output.map.segments.first)
    #expect(Array(bytes[segment.source].drop { $0 == 0x3E }).starts(with: DecodingTests.gb))
  }

  @Test("Documents cleaned side by side give what they give one by one")
  func sideBySide() async throws {
    let pages = (0..<40).map {
      page(title: "清河市二〇二四年第\($0)号工作报告", body: "<p>\(paragraphs[$0 % 4])</p><p>\(paragraphs[1])")
    }
    let alone = try pages.map { try clean(html: $0) }
    let together = try await withThrowingTaskGroup(of: (Int, CleanOutput).self) { group in
      for (index, html) in pages.enumerated() { group.addTask { (index, try clean(html: html)) } }
      return try await group.reduce(into: [Int: CleanOutput]()) { $0[$1.0] = $1.1 }
    }
    for (index, output) in alone.enumerated() { #expect(together[index] == output) }
  }

  @Test(
    "End tags that close nothing are dropped before the parser looks for what they close",
    arguments: [
      ("<div></b></x>甲</div>", "<div>甲</div>"), ("<span><td>甲</span></td>乙", "<span><td>甲</td>乙"),
      ("甲</p>乙</br>丙", "甲<br>乙<br>丙"), ("<DIV>甲</div>", "<DIV>甲</div>"), ("<x/>甲</x>", "<x/>甲"),
      ("<table><tr><td>甲</div></table>", "<table><tr><td>甲</table>"), ("<b><i>甲</b></i>", "<b><i>甲</b>"),
      ("<br>甲</br>", "<br>甲<br>"), ("<p>甲<p>乙</p></p></p>", "<p>甲<p>乙</p></p><br>"),
    ]
  )
  func unmatched(markup: String, left: String) {
    let cut = Array(markup.utf8).withUnsafeBufferPointer { CutMarkup($0, maximumAttributes: 100) }
    #expect(String(decoding: cut.bytes, as: UTF8.self) == left)
  }

  @Test("Spans over rows and columns put each cell in its own column")
  func cellColumns() throws {
    let table = """
      <table><tr><td rowspan="3">指标</td><td colspan="2">2023年</td></tr><tr><td rowspan="2">总量</td><td>增速1</td></tr>
      <tr><td>增速2</td></tr><tr><td>产值</td><td>12</td><td>3</td></tr></table>
      """
    let page = try clean(html: page(body: paragraphs.map { "<p>\($0)</p>" }.joined() + table)).page
    let cells = try #require(page.tables.first).cells.map { "\(page.text[$0.range]) \($0.row) \($0.column)" }
    #expect(cells == ["指标 0 0", "2023年 0 1", "总量 1 1", "增速1 1 2", "增速2 2 2", "产值 3 0", "12 3 1", "3 3 2"])
  }

  @Test("A large page comes out whole, line by line")
  func large() throws {
    let count = 6_000
    let body = (0..<count).map { "<p class='c\($0)'>第\($0)段：\(paragraphs[$0 % 4])</p>\n" }.joined()
    let lines = try clean(html: page(body: body)).page.lines
    #expect(lines.count == count)
    #expect(lines.last == "第\(count - 1)段：\(paragraphs[(count - 1) % 4])")
  }

  @Test(
    "Line ends of every kind, zeros and characters without width are no text",
    arguments: ["\r\n", "\r", "\n", "\0", "\u{200B}", "\u{FEFF}", "\u{2060}", "\u{200E}"]
  )
  func nothing(mark: String) throws {
    let page = try clean(html: page(body: "<p>\(mark)\(Self.first)\(mark)</p>\(mark)<p>\(Self.second)\(mark)</p>")).page
    #expect(page.lines == [Self.first, Self.second])
  }

  @Test(
    "Damage that repeats itself costs what its length costs",
    arguments: [
      "<div", "<!--", "</b>", "<a href='", "&#x", "<table><td>", "<svg", "<script>", "<p title=\"", "<![CDATA[",
      "<font><p>",
      "<li><ul>", "<b><i><u>", "<select><option>", "＜", "<td></tr>",
    ]
  )
  func repeated(piece: String) throws {
    let html = page(body: "<p>\(Self.first)</p>" + String(repeating: piece, count: 20_000))
    do {
      _ = try clean(html: html)
    } catch let failure as DocumentFailure {
      #expect(failure.code == .tooDeep || failure.code == .tooManyNodes)
    }
  }
}
