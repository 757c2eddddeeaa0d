import Documents
import Testing

@testable import Clean

@Suite("Portals, forums and blogs")
struct PortalTests {
  private static let prose = paragraphs.map { "<p>\($0)</p>" }.joined()

  @Test("What readers say can be longer than the article, and is not its text")
  func longComments() throws {
    let comments = (1...30).map { "<li><p>读者\($0)</p><p>\(paragraphs[$0 % 4])</p><p>昨天 19:1\($0 % 10)</p></li>" }
      .joined()
    let body = "\(Self.prose)<div class='gc-comment'><ul>\(comments)</ul></div>"
    #expect(try clean(html: page(body: body)).page.lines == paragraphs)
  }

  @Test("A part named after comments that holds all of the text is misnamed")
  func misnamedComments() throws {
    #expect(try clean(html: page(body: "<div class='commentBox'>\(Self.prose)</div>")).page.lines == paragraphs)
  }

  @Test("A part named after comments is misnamed where hardly any text stands outside of it")
  func nearlyAllComments() throws {
    let texts = (1...12).flatMap { number in paragraphs.map { "\($0)第\(number)项工作按时完成。" } }
    let body = "<p>\(paragraphs[0])</p><div class='commentBox'>\(texts.map { "<p>\($0)</p>" }.joined())</div>"
    #expect(try clean(html: page(body: body)).page.lines == [paragraphs[0]] + texts)
  }

  @Test(
    "Switches, counters and where the writer is stand around a text without being it",
    arguments: [
      "T + -", "4", "+1", "9 23", "图集", "- THE END -", "来自某省", "1 2 下一页 余下全文", "（本文来自清河网，更多原创资讯请下载客户端）",
      "长按识别二维码",
      "扫描二维码，在手机上查看",
      "扫一扫，手机浏览",
      "编辑丨张三 审核丨李四",
      "编辑 张三 校对 李四",
      "责任编辑 王五",
      "一审：王五 二审：李四 三审：张三",
      "来源丨清河日报",
      "点赞 12 收藏 3",
      "128条评论",
      "解读链接：一图读懂",
      "声明：本文由作者撰写，不代表本站立场。",
      "阅读 10万+",
      "打开APP阅读全文",
    ]
  )
  func around(line: String) throws {
    #expect(try clean(html: page(body: "<p>\(line)</p>\(Self.prose)<p>\(line)</p>")).page.lines == paragraphs)
  }

  @Test("A heading whose list is gone goes with it; one before text stays")
  func bareHeading() throws {
    let output = try clean(
      html: page(body: "<h3>经济运行</h3>\(Self.prose)<h3>小编最近文章</h3><ul><li><a href='/1'>另一则消息</a></li></ul>")
    )
    #expect(output.page.lines == ["经济运行"] + paragraphs)
  }

  @Test("A list that only puts a text in its place has no items")
  func layoutList() throws {
    let text = (0..<12).map { "<p>\(paragraphs[$0 % 4])</p>" }.joined()
    let laid = try clean(html: page(body: "<ul><li>\(text)</li></ul>")).page
    #expect(laid.blocks.map(\.kind) == [Block.Kind](repeating: .paragraph, count: 12))
    let items = try clean(html: page(body: "<ul>\(paragraphs.map { "<li>\($0)</li>" }.joined())</ul>")).page
    #expect(items.blocks.map(\.kind) == [Block.Kind](repeating: .listItem, count: 4))
  }

  @Test("A caption that repeats the title, and a picture's text that does, say nothing")
  func captions() throws {
    let title = "清河市二〇二四年政府工作报告"
    let figure = "<figure><img src='1.jpg' alt='\(title)'><figcaption>\(title)</figcaption></figure>"
    let pictures = (1...3).map { "<img src='\($0).jpg' alt='清河日报社'>" }.joined()
    let page = try clean(html: page(title: title, body: figure + Self.prose + pictures)).page
    #expect(page.lines == paragraphs)
    #expect(page.images.isEmpty)
  }

  @Test("A link back in the last paragraph is no end of it")
  func linkBack() throws {
    let last = "<p>\(paragraphs[3])<a href='/'>返回清河网首页&gt;&gt;</a></p>"
    let page = try clean(html: page(body: paragraphs.dropLast().map { "<p>\($0)</p>" }.joined() + last)).page
    #expect(page.lines == paragraphs)
    #expect(!page.isCutOff)
  }

  @Test("An entry's title and hour in a table of one row are its head, and the next entry is another")
  func blog() throws {
    let entries = ["2024-02-08 10:20:30", "2024-02-06 21:15:08"].map { stamp in
      "<table><tr><td>河边的早晨 (图)</td><td>\(stamp)</td></tr></table><div>\(Self.prose)</div>"
    }
    let page = try clean(html: "<title>某人的博客</title><body>\(entries.joined())").page
    #expect(page.lines == paragraphs)
    #expect(page.metadata.publishedOn?.value.description == "2024-02-08")
  }

  @Test("A source and an author without a space between them are two")
  func gluedAuthor() throws {
    let byline = "<div>2024-02-08 12:11来源：清河日报网作者：李某</div>"
    let metadata = try clean(html: page(byline: byline)).page.metadata
    #expect(metadata.source?.value == "清河日报网")
    #expect(metadata.author?.value == "李某")
  }

  @Test("A heading right before the byline is the title, of whatever level; a way to the page is none")
  func deepHeading() throws {
    let html = """
      <title>新闻动态--清河学会官网</title><body><ul><li><a href='/'>首页</a></li></ul><h3>首页 - 新闻动态</h3>
      <h5>清河学会二〇二四年年会在本市举行</h5><p>发布时间：2024-02-08 来源：清河学会</p><div>\(Self.prose)</div>
      """
    #expect(try clean(html: html).page.metadata.title?.value == "清河学会二〇二四年年会在本市举行")
  }

  @Test("Under a line that only says so numbered lines are notes")
  func remarks() throws {
    let notes = ["说明：", "1、本公报数据均为初步统计数。", "2、绝对数按现价计算。"]
    let page = try clean(html: page(body: Self.prose + notes.map { "<p>\($0)</p>" }.joined())).page
    #expect(page.blocks.suffix(3).map(\.kind) == [.note, .note, .note])
  }
}
