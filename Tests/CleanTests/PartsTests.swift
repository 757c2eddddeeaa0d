import Documents
import Testing

@testable import Clean

@Suite("Parts whose names mislead")
struct PartsTests {
  private static let prose = paragraphs.map { "<p>\($0)</p>" }.joined()

  @Test(
    "A part that is named like a menu and holds the text is the text",
    arguments: ["nav-content", "share", "footerBox"]
  )
  func misnamed(name: String) throws {
    let output = try clean(html: page(body: "<div class='\(name)'>\(Self.prose)</div>"))
    #expect(output.page.lines == paragraphs)
  }

  @Test("Text goes on behind a long part that is none")
  func between() throws {
    let menu = "<div class='navbox'>" + (1...200).map { "<p>往年的数据，第\($0)条</p>" }.joined() + "</div>"
    let more = (1...12).map { "<p>第\($0)个区县的生产总值继续增长，固定资产投资稳中有升，居民收入稳步提高，就业形势总体稳定。</p>" }.joined()
    let lines = try clean(html: page(body: Self.prose + menu + more)).page.lines
    #expect(lines.first == paragraphs.first)
    #expect(lines.count == 16)
    #expect(!lines.contains { $0.hasPrefix("往年的数据") })
  }

  @Test("A table with names that are links is a table; one of links alone is a menu")
  func linkedNames() throws {
    let rows = (1...8).map {
      "<tr><td><a href='/\($0)'>清河市第\($0)开发区</a></td><td>\($0 * 11).5</td><td>增长\($0)%</td></tr>"
    }
    let table = "<table><tr><th>地区</th><th>生产总值（亿元）</th><th>比上年</th></tr>\(rows.joined())</table>"
    let output = try clean(html: page(body: Self.prose + table))
    #expect(output.page.lines.count == 13)
    #expect(output.page.tables.first?.cells.count == 27)
    let links = (1...8).map {
      "<tr><td><a href='/\($0)'>部门名称第\($0)号</a></td><td><a href='/x'>友情网站第\($0)号</a></td></tr>"
    }
    #expect(try clean(html: page(body: Self.prose + "<table>\(links.joined())</table>")).page.lines == paragraphs)
  }

  @Test("A post's line with day, hour and counters is no text, and tells the day")
  func counters() throws {
    let output = try clean(
      html:
        "<title>今年的打算和去年的收成</title><div><h2>今年的打算和去年的收成</h2>\(Self.prose)<p>发表于 2004年12月27日 12:40 - (阅读:37;评论:6)</p></div>"
    )
    #expect(output.page.lines == paragraphs)
    #expect(output.page.metadata.publishedOn?.value.description == "2004-12-27")
  }

  @Test("The one heading of the first level is the title, however short; the site's name behind it is not")
  func shortName() throws {
    let html = "<title>清河 - 某某百科，自由的百科全书</title><body><h1>清河</h1><div>某某百科，自由的百科全书</div>\(Self.prose)"
    #expect(try clean(html: html).page.metadata.title?.value == "清河")
  }

  @Test("Behind the line with author and editor nothing is text")
  func editors() throws {
    let foot = "<p>作者：王某 责任编辑：李某</p><p>打开清河客户端，查看更多精彩内容</p><p>清河</p><p>6.4</p><p>2530人参与</p>"
    #expect(try clean(html: page(body: Self.prose + foot)).page.lines == paragraphs)
  }
}
