import Documents
import Testing

@testable import Clean

@Suite("Titles of pages that declare none")
struct TitleTests {
  private static let body = paragraphs.map { "<p>\($0)</p>" }.joined()

  /// A page whose title tag tells of the site alone.
  private func title(_ head: String, tag: String = "清河市人民政府门户网站", menu: String = "") throws -> String? {
    try clean(
      html: "<html><head><title>\(tag)</title></head><body><ul><li><a href='/'>首页</a></li>\(menu)</ul>"
        + "<div>\(head)<div>\(Self.body)</div></div></body></html>"
    ).page.metadata.title?.value
  }

  @Test(
    "Without heading and title tag the line above date and source is the title",
    arguments: [
      "<div>清河市二〇二四年政府工作报告</div><div>发布时间：2024-02-08 来源：市政府办</div>",
      "<div>清河市二〇二四年政府工作报告</div><div>字体：大 中 小</div><div>2024-02-08 10:30</div>",
      "<table><tr><td>清河市二〇二四年政府工作报告</td></tr><tr><td>来源：市政府办 日期：2024/2/8 浏览：12</td></tr></table>",
    ]
  )
  func aboveByline(head: String) throws {
    #expect(try title(head) == "清河市二〇二四年政府工作报告")
  }

  @Test("Names of meetings, offices and persons above the text are no title")
  func openings() throws {
    let head =
      "<div>清河市二〇二四年预算执行情况的报告</div><p>——2024年1月16日在清河市第十届人民代表大会第三次会议上</p><p>清河市财政局</p>"
    #expect(try title(head) == "清河市二〇二四年预算执行情况的报告")
    #expect(try title("<h2>清河市统计局</h2><p>清河市二〇二四年统计公报</p><p>（2024年4月3日）</p>") == "清河市二〇二四年统计公报")
  }

  @Test("A title that was set in two lines is one again")
  func twoLines() throws {
    let head = "<p>清河市二〇二四年国民经济和</p><p>社会发展统计公报</p><p>清河市统计局</p><p>2024年4月3日</p>"
    #expect(try title(head) == "清河市二〇二四年国民经济和社会发展统计公报")
  }

  @Test("A title tag that names an entry of the menu names a column")
  func column() throws {
    let head = "<div>清河市二〇二四年政府工作报告</div><div>发布时间：2024-02-08</div>"
    let menu = "<li><a href='/bg'>政府工作报告</a></li>"
    #expect(try title(head, tag: "政府工作报告_清河市人民政府", menu: menu) == "清河市二〇二四年政府工作报告")
  }

  @Test("Date and source in the title's own line are not the title's, and the year once more is no part of it")
  func ownLine() throws {
    let page = try clean(
      html: "<title>清河网</title><h1>清河市二〇二四年政府工作报告 2024-02-08 来源：市政府办</h1><div>\(Self.body)</div>"
    ).page.metadata
    #expect(page.title?.value == "清河市二〇二四年政府工作报告")
    #expect(page.publishedOn?.value.description == "2024-02-08")
    #expect(page.source?.value == "市政府办")
    #expect(try title("<h1><a href='#'>2024年清河市政府工作报告 <span>2024</span></a></h1>") == "2024年清河市政府工作报告")
  }

  @Test("Elements and comments in which systems keep title and date are read")
  func systems() throws {
    let elements = try clean(
      html: "<title>清河网</title><div><ucaptitle>清河市二〇二四年政府工作报告</ucaptitle></div>"
        + "<div>公开于 <publishtime>2024-02-08 10:00</publishtime></div><ucapcontent>\(Self.body)</ucapcontent>"
    ).page.metadata
    #expect(elements.title?.value == "清河市二〇二四年政府工作报告")
    #expect(elements.publishedOn?.value.description == "2024-02-08")
    let newspaper = try clean(
      html: "<title>清河日报数字报</title><p>市长在会上报告</p><p>清河市二〇二四年政府工作</p><div>\(Self.body)</div>"
        + "<!--enpproperty <date>2024-02-08 00:00:00</date><title>清河市二〇二四年政府工作</title>/enpproperty-->"
    ).page.metadata
    #expect(newspaper.title?.value == "清河市二〇二四年政府工作")
    #expect(newspaper.publishedOn?.value.description == "2024-02-08")
  }

  @Test("A site's name before the title goes like one behind it")
  func siteBefore() throws {
    #expect(TitleReader.withoutSite("清河日报数字报-春耕开始了，种子备足了") == "春耕开始了，种子备足了")
    #expect(TitleReader.withoutSite("清河市二〇二四年政府工作报告-清河市人民政府网") == "清河市二〇二四年政府工作报告")
  }

  @Test(
    "Letters that were set apart are one word in a title, a source and a name, and the text keeps them as printed",
    arguments: [
      ("政 府 工 作 报 告", "政府工作报告"), ("政　府　工　作　报　告", "政府工作报告"),
      ("二 ○ 二 四 年 政 府 工 作 报 告", "二○二四年政府工作报告"),
      ("2024 年 统 计 公 报", "2024年统计公报"), ("清河市 工 作 报 告", "清河市 工作报告"),
      ("于 群", "于群"), ("王 小明", "王 小明"), ("清河市政府工作报告 全 文", "清河市政府工作报告 全 文"),
      ("GDP 与 CPI", "GDP 与 CPI"), ("2023 2024 年 度 表", "2023 2024年度表"),
    ]
  )
  func spaced(printed: String, value: String) throws {
    #expect(TrimmedText.string(printed.utf8) == value)
  }

  @Test("A title set apart is found in a page and in a text, and where it was printed")
  func spacedTitles() throws {
    let printed = "政 府 工 作 报 告"
    #expect(
      try title("<div>\(printed)</div><div>发布时间：2024-02-08 来源：市 统 计 局</div>") == "政府工作报告"
    )
    let text = "\(printed)\n——2024年1月16日在清河市第十届人民代表大会第三次会议上\n清河市市长　于　群\n" + paragraphs.joined(separator: "\n")
    let made = try clean(text: text)
    #expect(made.page.metadata.title?.value == "政府工作报告")
    for (block, segment) in zip(made.page.blocks, made.map.segments) {
      #expect(Array(text.utf8)[segment.source].elementsEqual(Array(made.page.text.bytes[block.range])))
    }
    let source = try clean(html: page(byline: "<div>发布时间：2024-02-08 来源：清 河 市 统 计 局</div>")).page.metadata
    #expect(source.source?.value == "清河市统计局")
  }
}
