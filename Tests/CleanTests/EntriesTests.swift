import Documents
import Testing

@testable import Clean

@Suite("Entries: posts, threads, comments")
struct EntriesTests {
  /// A page in the manner of a blog or a forum: entries one behind the other, each with its day and hour.
  private func entries(_ stamps: [String], name: (Int) -> String = { "<h4>第\($0)则</h4>" }) -> String {
    let boxes = stamps.enumerated().map { position, stamp in
      let text = paragraphs.indices.map { "<p>\(paragraphs[($0 + position) % 4])第\(position)则。</p>" }.joined()
      return "\(name(position))<div>\(stamp)</div>\(text)"
    }
    return "<html><head><title>某人的日志</title></head><body><div class=\"main\">\(boxes.joined())</div></body></html>"
  }

  @Test("Of several entries, each with its day and hour, the first is the page's text")
  func first() throws {
    let page = try clean(
      html: entries(["2024-02-08 10:00", "2024-02-06 21:15:08", "2024-01-31 09:02", "2024-01-30 08:00"])
    ).page
    #expect(page.lines == paragraphs.map { $0 + "第0则。" })
    #expect(page.metadata.publishedOn?.value.description == "2024-02-08")
  }

  @Test("An interview has the hour beside each answer, and is one text")
  func interview() throws {
    let stamps = (10...19).map { "2024-02-08 10:\($0)" }
    let page = try clean(html: entries(stamps) { _ in "" }).page
    #expect(page.blocks.count == 40)
  }

  @Test("Comments behind an article are not its text, in whatever element they stand")
  func comments() throws {
    let comments = (1...5).map {
      "<div><span>读者\($0)</span><div>2024-02-0\($0) 10:0\($0)</div><div>来自某省</div><p>\(paragraphs[$0 % 4])</p></div>"
    }.joined()
    let body = paragraphs.map { "<p>\($0)</p>" }.joined() + "<h3>评论 128</h3>" + comments
    #expect(try clean(html: page(body: body)).page.lines == paragraphs)
  }

  @Test("A day and hour between title and text, or right under it, is the day of publication, and no text")
  func stamps() throws {
    let body = paragraphs.map { "<p>\($0)</p>" }.joined()
    for (byline, after) in [
      ("<div>news.example.cn　2024年2月8日14:15</div>", ""), ("", "<div>发表于 2024-02-08 14:15 阅读(31) 评论(2)</div>"),
    ] {
      let page = try clean(html: page(byline: byline, body: body + after)).page
      #expect(page.lines == paragraphs)
      #expect(page.metadata.publishedOn?.value.description == "2024-02-08")
    }
  }

  @Test("A long notice of rights behind a text is not the text's")
  func notice() throws {
    let notice = (1...3).map { "<p>\($0)、未经许可，任何单位或者个人不得转载、摘编本社享有权利的作品，违反的将依法追究责任。</p>" }.joined()
    let body = paragraphs.map { "<p>\($0)</p>" }.joined() + "<p>版权声明：</p>" + notice
    #expect(try clean(html: page(body: body)).page.lines == paragraphs)
  }

  @Test("Switches beside headings and words for machines that read aloud are not shown")
  func hidden() throws {
    let heading = "<h2>沿革<span class=\"mw-editsection\">[<a href=\"/e\">编辑</a>]</span></h2>"
    let body = heading + "<span class=\"label sr-only\">跳到正文</span>" + paragraphs.map { "<p>\($0)</p>" }.joined()
    #expect(try clean(html: page(body: body)).page.lines == ["沿革"] + paragraphs)
  }

  @Test("A title that the page prints only in the text's element is the title; a second print is the text's")
  func titles() throws {
    let title = "清河市二〇二四年政府工作报告"
    let body = "<p>\(title)</p>" + paragraphs.map { "<p>\($0)</p>" }.joined()
    let only = "<html><head><title>\(title)_某网</title></head><body><td>首页</td><div>\(body)</div></body></html>"
    #expect(try clean(html: only).page.lines == paragraphs)
    #expect(try clean(html: only).page.metadata.title?.value == title)
    #expect(try clean(html: page(body: body)).page.lines == [title] + paragraphs)
  }

  @Test("A short text behind the heading counts more than the list of other articles behind it")
  func teasers() throws {
    let teasers = (0..<8).map {
      "<li><h4><a href=\"/\($0)\">另一篇文章的标题之\($0)</a></h4><p>\(paragraphs[$0 % 4].dropLast(3))...</p></li>"
    }.joined()
    let player = (0..<14).map { "<div>播放失败\($0)</div>" }.joined()
    let html = """
      <html><head><title>清河市召开重点工作推进会议</title></head><body><div><h1>清河市召开重点工作推进会议</h1>\(player)
      <div><p>\(paragraphs[0])\(paragraphs[1])</p></div></div><div><ul>\(teasers)</ul></div></body></html>
      """
    #expect(try clean(html: html).page.lines.last == paragraphs[0] + paragraphs[1])
  }
}
