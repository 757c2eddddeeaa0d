import Documents
import Testing

@testable import Clean

@Suite("Plain text")
struct PlainTextTests {
  @Test("Head and foot of a saved page go, title and site stay known")
  func saved() throws {
    let text = """
      清河人大信息网欢迎您!
      搜索:
      当前位置: 首页 >人代会 >会议报告

      清河市2024年预算执行情况的报告

      \(paragraphs.joined(separator: "\n\n"))

      关闭 打印
      上一篇: 政府工作报告
      下一篇: 计划报告
      版权所有:清河市人民代表大会 建议使用IE7.0,1024*768分辨率以上浏览本站
      """
    let page = try clean(text: text).page
    #expect(page.lines == ["清河市2024年预算执行情况的报告"] + paragraphs)
    #expect(page.metadata.title?.value == "清河市2024年预算执行情况的报告")
    #expect(page.metadata.site?.value == "清河人大信息网")
    #expect(page.metadata.breadcrumb == ["首页", "人代会", "会议报告"])
  }

  @Test("Line ends and entities that stand as letters are what they mean, and words hung behind the text go")
  func letters() throws {
    let text = "各位代表：\\r\\n" + paragraphs.joined(separator: "\\r\\n&nbsp;\\r\\n") + "    搜索清 河 数 据 网"
    let page = try clean(text: text).page
    #expect(page.lines == ["各位代表："] + paragraphs)
  }

  @Test("Paragraphs that a PDF broke over lines are one block again, without page numbers")
  func hardBreaks() throws {
    let source = String(repeating: "全市上下同心协力推动经济社会发展各项事业取得新的进步和新的成效", count: 6)
    var lines: [String] = ["一、二〇二四年工作回顾"]
    for _ in 0..<4 {
      let paragraph = Array(source + "。")
      var index = 0
      while index < paragraph.count {
        lines.append(String(paragraph[index..<min(index + 28, paragraph.count)]))
        index += 28
        if lines.count % 9 == 0 { lines += ["", "— \(lines.count) —", ""] }
      }
    }
    let page = try clean(text: lines.joined(separator: "\n")).page
    #expect(page.lines == ["一、二〇二四年工作回顾"] + Array(repeating: source + "。", count: 4))
  }

  @Test("Every source line of a block is a segment, and its bytes are the text's")
  func segments() throws {
    let text = "标题行\r\n\u{FEFF}　　\(paragraphs[0])\r\n\t\(paragraphs[1])  \r\n"
    let output = try clean(text: text)
    let source = Array(text.utf8)
    #expect(output.map.segments.count == 3)
    for (index, segment) in output.map.segments.enumerated() {
      let end =
        index + 1 < output.map.segments.count ? output.map.segments[index + 1].textOffset - 1 : output.page.text.count
      #expect(source[segment.source].elementsEqual(output.page.text.bytes[segment.textOffset..<end]))
    }
  }

  @Test("A stated length and an end in the middle of a sentence are told")
  func facts() throws {
    let page = try clean(
      text: "admin 时间: 加入收藏 共计13074个字,预计阅读时长44分钟\n\n\(paragraphs[0])\n\n\(paragraphs[1].dropLast(4))，我们"
    ).page
    #expect(page.statedLength == 13074)
    #expect(page.isCutOff)
  }

  @Test(
    "What is no report is refused with its kind, and its text stands",
    arguments: [
      ("欢迎访问", Page.Refusal.emptyShell), ("404 页面不存在，请返回首页。", .errorPage),
      (String(repeating: "全市生产总值达到XX亿元，增长X%，新增就业XX万人。", count: 6), .template),
    ]
  )
  func refusals(text: String, refusal: Page.Refusal) throws {
    let page = try clean(text: text).page
    #expect(page.refusal == refusal)
    #expect(!page.text.isEmpty)
  }

  @Test("A page of links is refused as a list")
  func links() throws {
    let list = (1...40).map { "<li><a href=\"\($0).html\">清河市二〇二四年第\($0)号文件的通知</a></li>" }.joined()
    let page = try clean(html: "<html><body><div><ul>\(list)</ul></div></body></html>").page
    #expect(page.refusal == .listOfLinks)
  }

  @Test("Greeting, day and menu above a title are neither title nor text")
  func menus() throws {
    let text = """
      清河政务网欢迎您!
      今天是:2025年1月20日 星期一
      首页 | 走进清河 | 政务公开 | 办事服务
      首页　走进清河　政务公开　办事服务
      当前位置: 首页 >政务公开 >政府工作报告
      清河市2025年政府工作报告
      发布时间:2025-01-17 09:05 来源:清河日报 浏览次数:31次
      字号:[大 中 小] 打印 收藏
      --2025年1月8日在清河市第七届人民代表大会第四次会议上
      市长 江河

      \(paragraphs.joined(separator: "\n\n"))
      """
    let page = try clean(text: text).page
    #expect(page.lines == ["--2025年1月8日在清河市第七届人民代表大会第四次会议上", "市长 江河"] + paragraphs)
    #expect(page.metadata.title?.value == "清河市2025年政府工作报告")
    #expect(page.metadata.site?.value == "清河政务网")
    #expect(page.metadata.source?.value == "清河日报")
    #expect(page.metadata.publishedOn?.value.description == "2025-01-17")
  }

  @Test("The meeting and the speaker stand in the text though labelled lines stand between them")
  func openingAroundByline() throws {
    let text = """
      收藏
      【字号：
      加大
      】
      2026年清河省政府工作报告
      ——2026年1月25日在清河省第十四届人民代表大会第四次会议上
      来源：清河日报
      时间：2026-02-02
      清河省省长 江河
      各位代表：
      \(paragraphs.joined(separator: "\n"))
      """
    let page = try clean(text: text).page
    #expect(page.lines == ["——2026年1月25日在清河省第十四届人民代表大会第四次会议上", "清河省省长 江河", "各位代表："] + paragraphs)
    #expect(page.metadata.title?.value == "2026年清河省政府工作报告")
  }

  @Test(
    "A greeting's name is the site's",
    arguments: [
      ("欢迎访问清河市发展和改革委员会网站", "清河市发展和改革委员会"), ("欢迎光临清河市统计局网站", "清河市统计局"), ("清河政务网欢迎您", "清河政务网"),
      ("清河市政府网站", "清河市政府网站"), ("欢迎访问清河在线", "清河在线"), ("a欢迎", "a欢迎"), ("欢迎", "欢迎"),
    ]
  )
  func greetings(line: String, site: String) {
    #expect(String(decoding: SiteReader.withoutWelcome(Array(line.utf8)), as: UTF8.self) == site)
  }

  @Test(
    "What the saved page hung behind the last sentence goes, in brackets or with a stop of its own",
    arguments: [
      "扫一扫在手机打开当前页【关闭当前页面】", "（图解）清河市政府工作报告", "相关解读：图解清河市政府工作报告视频解读：清河市政府工作报告", "下一篇：计划报告",
      "打印 关闭", "更多内容请搜索清河数据网",
    ]
  )
  func trailers(rest: String) throws {
    #expect(try clean(text: paragraphs.joined(separator: "\n") + rest).page.lines == paragraphs)
  }

  @Test("Words behind the last sentence that are the text's own stay")
  func ownEnd() throws {
    let text = paragraphs.joined(separator: "\n") + "（解读：见附件说明的各项指标口径，以统计部门解释为准，详见有关文件的具体规定与要求，如有疑问请联系有关部门予以说明解答处理。）"
    #expect(try clean(text: text).page.lines.last?.hasSuffix("处理。）") == true)
  }

  @Test("A text saved as one line is cut where sections begin")
  func oneLine() throws {
    let long = String(repeating: paragraphs.joined(), count: 20)
    let page = try clean(text: "各位代表：\(long)二、三产业比重提高。（二）改革开放。\(long)一、总体要求。\(long)各位代表！蓝图已绘就。").page
    #expect(page.lines.map { String($0.prefix(6)) } == ["各位代表：过", "（二）改革开", "一、总体要求", "各位代表！蓝"])
    let output = try clean(text: "x\n\(long)（二）改革开放。\(long)")
    #expect(output.map.segments.map(\.textOffset) == output.page.blocks.map(\.range.lowerBound))
  }

  @Test("Labels and values that were run together are a head: date and source are read from it")
  func runTogether() throws {
    let head = "政府工作报告发布时间：2003-02-2116:02信息来源：清河日报打印分享到：发布时间：2003-02-2116:02信息来源：清河日报分享到："
    let page = try clean(text: "标题：清河市政府工作报告\n\n\(head)\n\n" + paragraphs.joined(separator: "\n")).page
    #expect(page.lines == paragraphs)
    #expect(page.metadata.publishedOn?.value.description == "2003-02-21")
    #expect(page.metadata.source?.value == "清河日报")
  }

  @Test(
    "White space that became question marks is white space again, questions stay",
    arguments: [
      ("清河市人民政府市长?? 代某某", "清河市人民政府市长 代某某"), ("政??府??工??作??报??告", "政 府 工 作 报 告"),
      ("路在何方??我们要问自己", "路在何方??我们要问自己"), ("这样可以吗??各位代表", "这样可以吗??各位代表"),
      ("工作做得好不好??群众说了算，数据说了算。", "工作做得好不好??群众说了算，数据说了算。"), ("收入?上年", "收入?上年"),
    ]
  )
  func lostSpace(line: String, expected: String) throws {
    let page = try clean(text: "\(line)\n\(paragraphs.joined(separator: "\n"))").page
    #expect(page.lines == [expected] + paragraphs)
  }

  @Test("A heading's last character in a line of its own comes back, a numeral does not")
  func lastCharacter() throws {
    let rest = paragraphs.joined(separator: "\n")
    #expect(try clean(text: "清河市政府工作报\n告\n\(rest)").page.lines == ["清河市政府工作报告"] + paragraphs)
    #expect(try clean(text: "关于当前形势和任务\n一\n\(rest)").page.lines == ["关于当前形势和任务", "一"] + paragraphs)
    #expect(try clean(text: "单位：亿元\n市\n\(rest)").page.lines == ["单位：亿元", "市"] + paragraphs)
  }

  @Test("A line of nothing but characters without width does not end a sentence")
  func withoutWidth() throws {
    let text = "全面推开改革试点，上年\n\u{200B}\n降低企业税负五千多万元。\n\(paragraphs.joined(separator: "\n"))"
    #expect(try clean(text: text).page.lines == ["全面推开改革试点，上年降低企业税负五千多万元。"] + paragraphs)
  }

  @Test("Over the tables of a paper the unit stays, however often it stands beside a page number")
  func units() throws {
    let rows = (1...4).map { "单位：万元\n项目\($0) \($0)00 \($0)50 8.5\n— \($0) —" }.joined(separator: "\n")
    let lines = try clean(text: "\(paragraphs.joined(separator: "\n"))\n\(rows)").page.lines
    #expect(lines.count { $0 == "单位：万元" } == 4)
    #expect(!lines.contains { $0.hasPrefix("—") })
  }

  @Test("A sentence goes on in a line of sums")
  func sums() throws {
    let text =
      paragraphs.joined(separator: "\n")
      + "\n支出七百万元，为预算的百分之七十六，加上上解上级支出\n195613 万元、补助下级支出 1938409 万元、年终结余 229042 万元、调出 2 万元。"
    #expect(try clean(text: text).page.lines.count == 5)
  }
}
