import Documents
import Lexicon
import Testing

@testable import Clean

@Suite("Furniture")
struct FurnitureTests {
  @Test(
    "Lines of a page's head and foot are known",
    arguments: [
      "当前位置：首页 > 政务公开", "发布时间：2024-02-08 10:00", "来源：清河市统计局", "【字号： 大 中 小 】", "打印 关闭", "【打印本页】 【关闭窗口】", "分享到：",
      "扫一扫在手机打开当前页", "责任编辑：某某", "上一篇：没有了", "版权所有：清河市人民政府", "某ICP备00000000号", "网站标识码：0000000000", "浏览次数：1024",
      "发布日期2026-01-09", "（附表与附图略，请访问原文地址查阅）", "RSS订阅服务",
    ]
  )
  func known(line: String) {
    let measure = Array(line.utf8).withUnsafeBufferPointer { TextMeasure($0) }
    #expect(FurnitureRules.builtIn.verdict(line.utf8, units: measure.units).contains(.furniture))
  }

  @Test(
    "Lines of a report are not taken for them",
    arguments: [
      "资料来源：财政收支的数取自财政部门。", "一、综合", "各位代表：", "注：1.本公报数据为初步数。", "表1 2024年主要产品产量", "来源多元的增长格局正在形成", "打印设备产量增长3%",
      "清河市统计局", "2024年3月20日", "时间过半，任务过半。",
    ]
  )
  func unknown(line: String) {
    let measure = Array(line.utf8).withUnsafeBufferPointer { TextMeasure($0) }
    #expect(FurnitureRules.builtIn.verdict(line.utf8, units: measure.units).isEmpty)
  }

  @Test(
    "Words beside counts are a page's where there are several, or a long one; one beside figures can be a table's",
    arguments: [
      ("中 12 35", false), ("打印 120", false), ("打印 3 分享 15", true), ("打印", true), ("打印 分享", true),
    ]
  )
  func counts(line: String, isKnown: Bool) {
    let verdict = FurnitureRules.builtIn.verdict(line.utf8, units: 4)
    #expect(verdict.contains(.furniture) == isKnown)
  }

  @Test(
    "A label that ends a text does so with a count behind it, and not with a figure of the text's",
    arguments: [("回复25", true), ("评论 13", true), ("回复", true), ("回复2025年代表建议", false), ("评论员文章", false)]
  )
  func countedLabels(line: String, cuts: Bool) {
    #expect(FurnitureRules.builtIn.verdict(line.utf8, units: 6).contains(.cuts) == cuts)
  }

  @Test("A table of labels is the page's where it tells a day or an index number, and else the text's")
  func factTables() throws {
    func lines(_ third: String) throws -> [String] {
      let rows = "<tr><td>来源</td><td>清河市</td></tr><tr><td>作者</td><td>张小明</td></tr>\(third)"
      let body = "<p>\(paragraphs[0])</p><table>\(rows)</table>" + paragraphs[1...].map { "<p>\($0)</p>" }.joined()
      return try clean(html: page(body: body)).page.lines
    }
    #expect(try lines("") == [paragraphs[0], "来源\t清河市", "作者\t张小明"] + paragraphs[1...])
    #expect(try lines("<tr><td>索引号</td><td>A01-2024</td></tr>") == paragraphs)
  }

  @Test("The rules hold no double, no empty and no unreachable row")
  func load() throws {
    _ = try FurnitureRules(FurnitureRules.table())
    _ = try PageLabels(PageLabels.table())
    _ = try PagePartNames(PagePartNames.table())
  }

  @Test("The page is its text and nothing of what stands around it")
  func whole() throws {
    let page = try clean(html: page()).page
    #expect(page.lines == paragraphs)
    #expect(page.refusal == nil)
    #expect(!page.isCutOff)
  }

  @Test("A text in two boxes one behind the other is one text")
  func twoBoxes() throws {
    let shown = "<p>\(paragraphs[0])</p>"
    let folded = paragraphs[1...].map { "<p>\($0)</p>" }.joined()
    let page = try clean(
      html: page(
        body: "<div class=\"shown\">\(shown)</div><div class=\"hide\">\(String(repeating: folded, count: 8))</div>"
      )
    ).page
    #expect(page.lines.first == paragraphs[0])
  }

  @Test("Links to files behind the text are attachments, not text")
  func attachments() throws {
    let files = "<p>附件：<a href=\"a/1.pdf\">清河市预算表.pdf</a></p><p><a href=\"2.docx\">说明.docx</a></p>"
    let page = try clean(html: page(body: paragraphs.map { "<p>\($0)</p>" }.joined() + files)).page
    #expect(page.lines == paragraphs)
    #expect(page.metadata.attachments.map(\.target) == ["a/1.pdf", "2.docx"])
  }

  @Test(
    "A file is an attachment where a program or a script hands it out, and where it is only named",
    arguments: [
      ("<a href=\"/download.jsp?id=7\">清河市预算表.xlsx</a>", "清河市预算表.xlsx", "/download.jsp?id=7"),
      ("<a href=\"javascript:fetchFile('/f/7.doc', 1)\">预算表下载</a>", "预算表下载", "/f/7.doc"),
      ("附件：清河市预算表.docx", "附件：清河市预算表.docx", ""),
    ]
  )
  func attachmentsWithoutAddress(markup: String, text: String, target: String) throws {
    let page = try clean(html: page(body: paragraphs.map { "<p>\($0)</p>" }.joined() + "<p>\(markup)</p>")).page
    #expect(page.metadata.attachments == [Link(text: text, target: target)])
    #expect(Array(page.lines.prefix(paragraphs.count)) == paragraphs)
  }

  @Test("Only the text and the place of a short page are told, however little it is")
  func short() throws {
    let page = try clean(html: page(body: "<p>\(paragraphs[0])</p><p>\(paragraphs[1])</p>")).page
    #expect(page.lines == Array(paragraphs[0...1]))
  }

  @Test("A sentence that the markup ends behind a number is one block")
  func brokenSentence() throws {
    let broken = "<p>\(paragraphs[0])初步核算，全年完成生产总值2191.5</p><p>亿元，增长5.7%。</p>"
    let page = try clean(html: page(body: broken + paragraphs[1...].map { "<p>\($0)</p>" }.joined())).page
    #expect(page.lines.first == "\(paragraphs[0])初步核算，全年完成生产总值2191.5亿元，增长5.7%。")
  }

  @Test("Title and byline inside of the text's element are no text; a date of the document's own is")
  func bylineInside() throws {
    let body = paragraphs.map { "<p>\($0)</p>" }.joined()
    let inside = try clean(
      html: page(byline: "", body: "<p>清河市公报</p><p>2024-04-09　出处：清河市统计局</p><p>2024年4月1日</p>" + body)
    ).page
    #expect(inside.lines == ["2024年4月1日"] + paragraphs)
  }

  @Test("A stream of other articles behind the page's own is not its text")
  func stream() throws {
    let other = (1...12).map {
      "<li><h4><a href=\"/\($0)\">另一篇文章的标题之\($0)</a></h4><p>\(paragraphs[$0 % 4])</p></li>"
    }.joined()
    let html = """
      <html><head><title>清河市召开重点工作推进会议</title></head><body><div class="page"><article>
      <h1>清河市召开重点工作推进会议</h1><p>\(paragraphs[0])</p><p>\(paragraphs[2])</p></article>
      <div class="recommend-list"><ul>\(other)</ul></div></div></body></html>
      """
    #expect(try clean(html: html).page.lines == [paragraphs[0], paragraphs[2]])
  }

  @Test(
    "The meeting, the day, the speaker and the issuer between title and text are the document's own",
    arguments: [
      ["——2024年1月16日在清河市第七届人民代表大会第三次会议上", "市长 江河"],
      ["（2024年1月16日在清河市第七届人民代表大会第三次会议上）", "清河市人民政府代市长　江　河"],
      ["在清河市第七届人民代表大会第三次会议上", "（2024年1月16日）", "清河市财政局局长", "江河"],
      ["——二〇二四年一月十六日在清河市", "第七届人民代表大会第三次会议上", "清河市发展和改革委员会"],
      ["清河市统计局", "国家统计局清河调查队", "（2024年4月3日）"],
    ]
  )
  func opening(lines: [String]) throws {
    let rows = lines.map { "<tr><td align=\"center\">\($0)</td></tr>" }.joined()
    let body = paragraphs.map { "&nbsp;&nbsp;\($0)<br>" }.joined()
    let html = """
      <html><head><title>清河市2024年政府工作报告-会议文件-清河人大网</title></head><body>
      <table><tr><td><a href="/">网站首页</a> | <a href="/jg">机构设置</a></td></tr></table>
      <table><tr><td width="700"><table><tr><td class="bt">清河市2024年政府工作报告</td></tr>
      <tr><td>来源：清河日报　发布日期：2024-01-23　点击数：28</td></tr>\(rows)
      <tr><td class="zw">\(body)</td></tr><tr><td>上一篇：没有了</td></tr></table></td>
      <td><table><tr><td><a href="/1">会议文件</a></td></tr></table></td></tr></table></body></html>
      """
    let page = try clean(html: html).page
    #expect(page.lines == lines + paragraphs)
    #expect(page.metadata.publishedOn?.value.description == "2024-01-23")
    #expect(page.metadata.source?.value == "清河日报")
  }

  @Test("A line that only looks like an opening is none")
  func noOpening() throws {
    let byline = "<div>清河市统计局</div><div>2024年4月3日</div><div>市长江河参加代表团审议</div>"
    let page = try clean(html: page(byline: byline)).page
    #expect(page.lines == paragraphs)
  }

  @Test("A page whose text is a file in a frame is an empty shell, and the file is its attachment")
  func framed() throws {
    let places = (1...40).map { "<a href=\"/\($0)\">第\($0)县</a>" }.joined(separator: " ")
    let frame = "<iframe src=\"/viewer.html?file=/files/2024/gb.pdf&amp;print=1\"></iframe>"
    let page = try clean(html: page(body: "<p>选择区域：\(places)</p>\(frame)")).page
    #expect(page.refusal == .emptyShell)
    #expect(page.metadata.attachments == [Link(text: "gb.pdf", target: "/files/2024/gb.pdf")])
    #expect(page.metadata.title?.value == "清河市二〇二四年政府工作报告")
  }

  @Test("The entries of a menu are no text of a page that has none")
  func menuOnly() throws {
    let tabs = ["各县区网站", "媒体", "市政府部门", "省政府部门"].map { "<li>\($0)</li>" }.joined()
    let page = try clean(html: page(body: "", foot: "<ul>\(tabs)</ul>")).page
    #expect(page.lines == [])
    #expect(page.refusal == .emptyShell)
    #expect(page.metadata.publishedOn?.value.description == "2024-02-08")
  }

  @Test("A table of the page's own facts is no text, and a table of figures is none of facts")
  func factTable() throws {
    let facts = """
      <table><tr><td>索 引 号</td><td>0104/2026-1</td><td>主题分类</td><td></td></tr><tr><td>发布机构</td>
      <td>清河市统计局</td><td>发布日期</td><td>2026-06-02</td></tr><tr><td>名　称</td><td>公报</td></tr></table>
      """
    let figures = "<table><tr><td>名称</td><td>产量</td></tr><tr><td>粮食</td><td>12万吨</td></tr></table>"
    let shell = try clean(html: page(byline: facts, body: "")).page
    #expect(shell.refusal == .emptyShell)
    let whole = try clean(html: page(byline: facts, body: paragraphs.map { "<p>\($0)</p>" }.joined() + figures)).page
    #expect(whole.lines == paragraphs + ["名称\t产量", "粮食\t12万吨"])
    #expect(whole.metadata.source?.value == "清河市统计局")
  }

  @Test("An article in an element with a misleading name is found, and what streams behind it is not its text")
  func misnamed() throws {
    let other = (1...12).map { "<li><p>\(paragraphs[$0 % 4])\(paragraphs[1])</p></li>" }.joined()
    let html = """
      <html><head><title>清河市召开重点工作推进会议</title></head><body><div class="modal-page"><article>
      <h1>清河市召开重点工作推进会议</h1><p>\(paragraphs[0])</p><p>\(paragraphs[2])</p></article>
      <div><ul>\(other)</ul></div></div></body></html>
      """
    #expect(try clean(html: html).page.lines == [paragraphs[0], paragraphs[2]])
  }

  @Test("A key of a piece that ends inside of a character is that of the whole characters")
  func cutKey() {
    let line = Array("注：ａｂｃ、ｄ𠀀".utf8)
    for count in line.indices { #expect(Array("注:abc、d".utf8).starts(with: LineKey(line.prefix(count)).bytes)) }
    #expect(LineKey(tracking: Array(line.dropLast())).bytes == Array("注:abc、d".utf8))
  }
}
