import Documents
import Foundation
import Testing

@testable import Clean

@Suite("Metadata")
struct MetadataTests {
  @Test("A page in the usual form tells its title, date, source, site, place and neighbours")
  func usual() throws {
    let metadata = try clean(html: page()).page.metadata
    #expect(metadata.title == Found("清河市二〇二四年政府工作报告", at: .heading))
    #expect(metadata.publishedOn == CalendarDate(year: 2024, month: 2, day: 8).map { Found($0, at: .labelledLine) })
    #expect(metadata.source == Found("清河市政府办公室", at: .labelledLine))
    #expect(metadata.site == Found("清河市人民政府", at: .titleTag))
    #expect(metadata.breadcrumb == ["首页", "政务公开", "正文"])
    #expect(metadata.previous == Link(text: "上一年的报告", target: "/1.html"))
    #expect(metadata.next == Link(text: "计划报告", target: "/3.html"))
  }

  @Test("The first set of meta tags counts, and a printed line more than any tag")
  func order() throws {
    let tags = """
      <meta name="ArticleTitle" content="清河市二〇二四年政府工作报告"><meta name="PubDate" content="2024-03-01 09:00">
      <meta name="SiteName" content="清河政府网"><meta name="ContentSource" content="办公室">
      <meta name="ArticleTitle" content="别的文章"><meta name="PubDate" content="2025-01-01">
      """
    let printed = try clean(html: page(head: tags)).page.metadata
    #expect(printed.title?.value == "清河市二〇二四年政府工作报告")
    #expect(printed.title?.place == .metaTag)
    #expect(printed.publishedOn?.value.description == "2024-02-08")
    #expect(printed.source?.value == "清河市政府办公室")
    #expect(printed.site == Found("清河政府网", at: .metaTag))
    let silent = try clean(html: page(head: tags, byline: "")).page.metadata
    #expect(silent.publishedOn?.value.description == "2024-03-01")
    #expect(silent.source == Found("办公室", at: .metaTag))
  }

  @Test("A byline without a source has none, whatever a tag says")
  func noSource() throws {
    let metadata = try clean(
      html: page(head: "<meta name=\"ContentSource\" content=\"某科\">", byline: "<div>发布时间：2024-02-08 来源：</div>")
    ).page.metadata
    #expect(metadata.source == nil)
  }

  @Test(
    "Dates and sources are read in the forms that sites print",
    arguments: [
      ("<div>发布日期2024-02-08</div>", "2024-02-08", nil),
      ("<div>时间:2024/02/08/ 10:12 来源：《清河日报》</div>", "2024-02-08", "《清河日报》"),
      ("<p>来源：本站时间：2024-02-08 21:06</p>", "2024-02-08", "本站"),
      ("<table><tr><td>发布日期</td><td>2024年2月8日</td><td>来源</td><td>市财政局</td></tr></table>", "2024-02-08", "市财政局"),
      ("<span>2024-02-08 19:37:19</span> <span>来源：清河发布</span>", "2024-02-08", "清河发布"),
      ("<p>发布时间：2024-02-08 信息来源：综合科 【<a href=\"#\">大</a> <a href=\"#\">中</a> 小】【打印】</p>", "2024-02-08", "综合科"),
      ("<p>发布日期：2024-02-08来源：预算科<span>阅读次数：</span><a href=\"#\">T+</a><a href=\"#\">T-</a></p>", "2024-02-08", "预算科"),
      ("<p>发布日期：2024-02-08　来源：清河日报　打印　分享</p>", "2024-02-08", "清河日报"),
      ("<p>来源：发文单位：市财政局 时间：2024-02-08 10:00</p>", "2024-02-08", "市财政局"),
      ("<p>时间：2024-02-08????　作者：清河????　来源：政府官网????　阅读：270</p>", "2024-02-08", "政府官网"),
      ("<div>发布机构：</div><div>清河市统计局</div><div>发布时间：2024.02.08</div>", "2024-02-08", "清河市统计局"),
    ] as [(String, String, String?)]
  )
  func bylines(markup: String, date: String, source: String?) throws {
    let metadata = try clean(html: page(byline: markup)).page.metadata
    #expect(metadata.publishedOn?.value.description == date)
    #expect(metadata.source?.value == source)
  }

  @Test(
    "A source behind the text is the page's where its head has no label for one",
    arguments: [
      ("发布机构：某省统计局 发布时间：2024-02-08", "（信息来源：清河市统计局）", "某省统计局"), ("2024-02-08", "来源：清河日报", "清河日报"),
      ("发布时间：2024-02-08", "（信息来源：清河市统计局）", "清河市统计局"),
      ("发布时间：2024-02-08 来源：", "来源：清河日报", nil), ("发布时间：2024-02-08 来源：本站", "来源：清河日报", "本站"),
      ("发布机构：某省统计局 发布时间：2024-02-08", "编辑：江河", "某省统计局"),
    ] as [(String, String, String?)]
  )
  func sourceBehind(byline: String, foot: String, source: String?) throws {
    let body = paragraphs.map { "<p>\($0)</p>" }.joined() + "<p>\(foot)</p>"
    let page = try clean(html: page(byline: "<div>\(byline)</div>", body: body)).page
    #expect(page.metadata.source?.value == source)
    #expect(page.lines == paragraphs)
  }

  @Test("A date in the body or in the foot is no date of publication")
  func noDate() throws {
    let metadata = try clean(
      html: page(
        byline: "",
        body: "<p>2024年1月5日在清河市人民代表大会会议上</p>" + paragraphs.map { "<p>\($0)</p>" }.joined(),
        foot: "<div>版权所有 更新时间：2025-01-01</div>"
      )
    ).page.metadata
    #expect(metadata.publishedOn == nil)
  }

  @Test(
    "A date stands in an address",
    arguments: [
      ("https://a.gov.cn/202605/t20260521_33982654.html", "2026-05-21"),
      ("https://a.gov.cn/art/2024/2/8/art_1.html", nil),
      ("https://a.gov.cn/2024-02/08/c_1.htm", "2024-02-08"),
    ] as [(String, String?)]
  )
  func addresses(url: String, date: String?) {
    #expect(DateReader.inPath(url)?.description == date)
  }

  @Test(
    "A title is the article's, not the site's",
    arguments: [
      ("甲市预算执行情况的报告_财政局_甲市政府网", "甲市预算执行情况的报告"), ("甲市统计公报-甲市人民政府", "甲市统计公报"), ("甲市统计公报", "甲市统计公报"),
      ("2023-2024年工作报告-甲市统计局", "2023-2024年工作报告"),
    ]
  )
  func titles(tag: String, title: String) {
    #expect(TitleReader.withoutSite(tag) == title)
  }

  @Test(
    "The way to a page has many labels and many arrows",
    arguments: [
      "您当前所在位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>统计公报</a>", "\u{E62D} <a>首页</a>&gt;&gt;<a>政务公开</a>&gt;&gt;统计公报",
      "你目前所处的位置: <a>首页</a> -&gt; <a>政务公开</a> -&gt; 统计公报",
      "当前位置：<a>首页</a><a>政务公开</a><span>统计公报</span>", "当前位置：<a>首页</a> <a>政务公开</a>\u{3000}<a>统计公报</a>",
      "您的位置：首页 政务公开\u{3000}统计公报",
      "<ul class=\"page-breadCrumbs\"><li><a>首页</a></li><li><a>政务公开</a></li><li>统计公报</li></ul>",
      "当前位置：<a>首页</a> &amp;gt; <a>政务公开</a> &amp;gt <a>统计公报</a>", "首页&gt;政务公开&gt;统计公报",
      "位置：<a>首页</a> &gt; <a>政务公开</a> &gt; 统计公报",
    ]
  )
  func trails(markup: String) throws {
    let trail = markup.replacingOccurrences(of: "<a>", with: "<a href=\"/\">")
    let html = page().replacingOccurrences(
      of: "当前位置：<a href=\"/\">首页</a> &gt; <a href=\"/zw\">政务公开</a> &gt; 正文",
      with: trail
    )
    let metadata = try clean(html: html).page.metadata
    #expect(metadata.breadcrumb == ["首页", "政务公开", "统计公报"])
    #expect(metadata.column == Found("统计公报", at: .breadcrumb))
  }

  @Test(
    "A site's name is no event, no column and no pair of names",
    arguments: [
      ("<meta name=SiteName content='清河市第八次会议'>", "第八次会议_清河人大", "清河人大"),
      ("<meta name=SiteName content='清河市人民政府--清河市人民政府门户网站'>", "公报", "清河市人民政府"), ("", "清河市二〇二四年政府工作报告-政务公开", nil),
      ("", "清河日报数字报-清河市二〇二四年政府工作报告", "清河日报数字报"),
    ] as [(String, String, String?)]
  )
  func sites(head: String, tag: String, site: String?) throws {
    var html = page(head: head)
    html = html.replacingOccurrences(of: "清河市二〇二四年政府工作报告_清河市人民政府</title>", with: tag + "</title>")
    #expect(try clean(html: html).page.metadata.site?.value == site)
  }

  @Test("Without a title of its own a page has the line right before its text")
  func untitled() throws {
    let body = "<div><p>关于加快农业发展的几点意见</p></div><div id=zoom>\(paragraphs.map { "<p>\($0)</p>" }.joined())</div>"
    for tag in ["", "<title>清河网</title>", "<title>欢迎访问我们的主页</title>"] {
      let page = try clean(html: "<html><head>\(tag)</head><body>\(body)</body></html>").page
      #expect(page.metadata.title == Found("关于加快农业发展的几点意见", at: .heading))
    }
  }
}
