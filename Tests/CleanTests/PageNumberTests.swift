import Documents
import Testing

@testable import Clean

@Suite("Numbers of a paper's pages")
struct PageNumberTests {
  /// A line as wide as the paper, that ends in the middle of its sentence.
  private static let line = "持续优化支出结构，加大民生领域投入力度，推动城乡基本公共服务均等化，巩固拓展脱贫攻坚成果，全"

  /// Pages of a paper, the last line of each cut in the middle of a sentence.
  private func paper(pages: Int, number: (Int) -> String) -> String {
    (1...pages).map { page in
      "第\(page)项工作总体平稳，" + Self.line + "\n" + String(repeating: Self.line + "\n", count: 9)
        + "面完成年度目标任务，第\(page)次调度投入资金达到\n" + number(page) + "\n\(page)2.5亿元，增长\(page)%。"
    }.joined(separator: "\n")
  }

  private func body(_ text: String) throws -> (page: Page, map: PageMap) {
    let made = try Cleaner().clean(SourceDocument(bytes: Array(text.utf8), mediaType: .plainText))
    return (made.page, made.map)
  }

  @Test(
    "A number that counts up page by page is no part of the sentence around it, with marks, bare or printed twice",
    arguments: [0, 1, 2, 3]
  )
  func counted(form: Int) throws {
    let text = paper(pages: 6) { page in
      switch form {
      case 0: "— \(page) —"
      case 1: "\(page)"
      case 2: "\(page)\(page)"
      default: "\(page) \(page)"
      }
    }
    let (page, map) = try body(text)
    for number in 1...6 { #expect(page.text.description.contains("投入资金达到\(number)2.5亿元，增长\(number)%。")) }
    // Each piece is the document's own bytes.
    let bytes = Array(text.utf8)
    for (index, segment) in map.segments.enumerated() {
      let end = index + 1 < map.segments.count ? map.segments[index + 1].textOffset : page.text.count
      let own = page.text.bytes[segment.textOffset..<end].filter { $0 != 0x0A }
      #expect(Array(own) == bytes[segment.source].filter { $0 != 0x0A })
    }
  }

  @Test("A number before a page's first words is cut off, where the pages beside it have theirs")
  func detached() throws {
    let text = paper(pages: 5) { $0 == 3 ? "— 3 — " : "— \($0) —" }.replacing("— 3 — \n", with: "— 3 — ")
    let (page, _) = try body(text)
    #expect(page.text.description.contains("投入资金达到32.5亿元"))
  }

  @Test("Numbers in lines of their own that do not count up, stand close together or begin parts of a text stay")
  func kept() throws {
    let jumping = try body(paper(pages: 6) { "\($0 * 37 % 100)" }).page
    #expect(jumping.text.description.contains("37"))
    let list = (1...30).map { "\($0)\n第\($0)批设备更新项目有序推进，成效明显。" }.joined(separator: "\n")
    let close = try body(paper(pages: 3) { _ in "以及" } + "\n" + list).page
    #expect(close.text.description.contains("17\n第17批"))
    let parts = try body((1...5).map { "\($0)\n" + String(repeating: "全市经济平稳运行，各项工作有序推进。\n", count: 12) }.joined()).page
    #expect(parts.text.description.contains("3"))
  }

  @Test("A web page made of a paper leaves its numbers out, and a sentence goes on behind them")
  func markup() throws {
    let paragraphs = (1...5).map { page in
      "<p>第\(page)项重点工作有序推进，全市上下攻坚克难，各项任务取得新的成效。</p><p>其中，全年累计投入各类资金，达到</p>"
        + "<p>— \(page) —</p><p>\(page)8.5亿元，增长\(page)%。</p>"
    }
    let made = try Cleaner().clean(SourceDocument(bytes: Array(paragraphs.joined().utf8), mediaType: .html))
    let text = made.page.text.description
    for number in 1...5 { #expect(text.contains("各类资金，达到\(number)8.5亿元，增长\(number)%。")) }
    #expect(!text.contains("—"))
  }
}
