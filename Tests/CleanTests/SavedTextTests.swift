import Documents
import Testing

@testable import Clean

@Suite("Texts saved from pages and made from papers")
struct SavedTextTests {
  @Test("A text that was saved twice stands once, without the foot and the head between the two")
  func secondPrint() throws {
    let text = paragraphs + paragraphs.map { "\($0)同时，\(paragraphs[1])" } + ["谢谢大家！"]
    let between = ["清河新闻网", "关于本站", "主办：清河市人民政府办公室", "清河市人民政府微信", "政府工作报告", "2024年02月08日"]
    #expect(try clean(text: (text + between + text).joined(separator: "\n")).page.lines == text)
  }

  @Test("A paragraph that comes back is no second print, and neither is a text that goes on behind one")
  func noSecondPrint() throws {
    let text = paragraphs + [paragraphs[0]] + paragraphs.map { "\($0)同时，\(paragraphs[2])" }
    #expect(try clean(text: text.joined(separator: "\n")).page.lines == text)
  }

  @Test("A stretch that stands twice in a row stands once, and the text goes on behind it")
  func echo() throws {
    let more = paragraphs.map { "\($0)同时，\(paragraphs[2])" }
    let before = paragraphs.map { "\($0)此外，\(paragraphs[3])" }
    let stretch = paragraphs + ["名词解释"] + more
    let text = before + stretch + ["谢谢大家，祝愿全市人民幸福安康！"]
    #expect(try clean(text: (before + stretch + stretch + text.suffix(1)).joined(separator: "\n")).page.lines == text)
    // One that differs in a line is another, and four paragraphs are no part of a text.
    let other = before + stretch + Array(stretch.dropLast()) + [paragraphs[0] + paragraphs[1]] + text.suffix(1)
    #expect(try clean(text: other.joined(separator: "\n")).page.lines == other)
    let short = before + paragraphs + paragraphs + more
    #expect(try clean(text: short.joined(separator: "\n")).page.lines == short)
  }

  @Test("A running head goes with the bare number beside it, and the paragraph goes on behind them")
  func runningHeads() throws {
    let paragraphs = (60..<66).map {
      String(repeating: "全市\($0)家企业同心协力，推动经济社会发展各项事业取得新的进步", count: 5) + "，成效明显。"
    }
    var lines: [String] = []
    for (number, paragraph) in paragraphs.enumerated() {
      let pieces = Self.cut(paragraph)
      lines += pieces[..<4] + ["清河市人民政府公报2026年第10期", "\(60 + number)"] + pieces[4...]
    }
    #expect(try clean(text: lines.joined(separator: "\n")).page.lines == paragraphs)
  }

  /// As a paper's edge does.
  private static func cut(_ text: String) -> [String] {
    let characters = Array(text)
    return stride(from: 0, to: characters.count, by: 28).map {
      String(characters[$0..<min($0 + 28, characters.count)])
    }
  }

  @Test("Numbers that do not grow, or stand beside other lines, are a text's own")
  func ownNumbers() throws {
    let lines = paragraphs.flatMap { [$0, "合计", "12"] } + [paragraphs[0]]
    #expect(try clean(text: lines.joined(separator: "\n\n")).page.lines == lines)
  }

  @Test(
    "A sentence goes on behind a mark that opens, in a bracket, behind the words of a link, in half a sum",
    arguments: [
      ["我国第一部《", "国防法", "》开始实施，全民国防观念进一步增强。"], ["全市基金收入77.08亿元，增长3.1%，结余9.96亿元，拟结转下年使用（表", "十二）。"],
      ["各项收入与支出相抵，实现收支平衡，结余全部结转下年使用。（详见", "附表11）"], ["市县为企业解决困难，退减", "缓税费超", "1430亿元、惠及四百二十七万户经营主体。"],
      ["全县工业用电量增长9%，货运量增长3%，增速分居全市第二、", "第一、成绩来之不易。"],
    ]
  )
  func goesOn(pieces: [String]) throws {
    let text = paragraphs[0] + "\n\n" + pieces.joined(separator: "\n") + "\n\n" + paragraphs[1]
    #expect(try clean(text: text).page.lines == [paragraphs[0], pieces.joined(), paragraphs[1]])
  }

  @Test("Where an empty line stands behind every line, it divides nothing")
  func spaced() throws {
    let texts = ["全市", "全县"].map {
      String(repeating: $0 + "上下同心协力推动经济社会发展，各项事业取得新的进步和新的成效", count: 8) + "。"
    }
    // The second line is narrower, as letters of another script make it.
    let lines = texts.flatMap {
      [String($0.prefix(28)), String($0.dropFirst(28).prefix(24))] + Self.cut(String($0.dropFirst(52)))
    }
    #expect(try clean(text: lines.joined(separator: "\n\n")).page.lines == texts)
  }

  @Test("A line that ends in the middle of a sum with its unit is no row of figures")
  func halfSum() {
    func isTabular(_ text: String) -> Bool? { TextLines.lines(of: Array(text.utf8), limit: 9)?.first?.isTabular }
    #expect(isTabular("2019 年全市汇总的收入预算为 1093814 万") == false)
    #expect(isTabular("一般公共服务支出 3429 3471") == true)
  }

  @Test("Styles that the saved page hung behind its text go")
  func styles() throws {
    for rest in [".footer {display: block !important;}", ".share a{display:none}\n.foot{display:block}"] {
      #expect(try clean(text: (paragraphs + [rest]).joined(separator: "\n")).page.lines == paragraphs)
    }
  }

  @Test("A text whose last words are signed behind a dash is whole")
  func signed() throws {
    let quote = "“等一切都过去了，我们都安好的话，我希望能够多陪陪自己的家人和朋友”。——江河"
    #expect(try !clean(text: paragraphs.joined(separator: "\n") + "\n" + quote).page.isCutOff)
  }
}
