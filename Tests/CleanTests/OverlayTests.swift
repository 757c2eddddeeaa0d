import Documents
import Lexicon
import Testing

@testable import Clean

@Suite("The user's words over those of clean")
struct OverlayTests {
  /// A file with the columns of the built-in one; " | " stands between its cells.
  private func overlay(_ name: String, _ lines: String...) -> LexiconOverlay {
    let text = lines.map { $0.replacing(" | ", with: "\t") }.joined(separator: "\n") + "\n"
    return LexiconOverlay(name: name, path: "own/\(name)", bytes: Array(text.utf8))
  }

  private static let furniture = "match | words | limit | place | cuts | seen"

  private func clean(_ html: String, _ overlays: LexiconOverlay...) throws -> Page {
    var parameters = CleanParameters()
    parameters.overlays = overlays
    return try Cleaner(parameters: parameters).clean(SourceDocument(bytes: Array(html.utf8), mediaType: .html)).page
  }

  private let html = page(
    byline: "<div>签批日：2024-02-08 来源：清河市政府办公室</div>",
    body: paragraphs[..<2].map { "<p>\($0)</p>" }.joined() + "<p>扫描左侧图案</p><p class=\"tip-box\">温馨告知一则</p>"
      + paragraphs[2...].map { "<p>\($0)</p>" }.joined()
  )

  @Test("A row of furniture.tsv takes a line from the text, of pages and of plain texts")
  func furniture() throws {
    let own = overlay("furniture.tsv", Self.furniture, "word | 扫描左侧图案 | 20 | any | no | own")
    #expect(try clean(html).lines.contains("扫描左侧图案"))
    #expect(try clean(html, own).lines == [paragraphs[0], paragraphs[1], "温馨告知一则", paragraphs[2], paragraphs[3]])
    var parameters = CleanParameters()
    parameters.overlays = [own]
    let bytes = Array((paragraphs[...1] + ["扫描左侧图案"] + paragraphs[2...]).joined(separator: "\n").utf8)
    let source = SourceDocument(bytes: bytes, mediaType: .plainText)
    #expect(try Cleaner().clean(source).page.lines.contains("扫描左侧图案"))
    #expect(try Cleaner(parameters: parameters).clean(source).page.lines == paragraphs)
  }

  @Test("A row that is disabled leaves its line in the text")
  func disabled() throws {
    let html = page(body: (paragraphs[...1] + ["分享到"] + paragraphs[2...]).map { "<p>\($0)</p>" }.joined())
    #expect(try clean(html).lines == paragraphs)
    let own = overlay("furniture.tsv", Self.furniture, "!word | 分享到 |  | any |  | ", "!label | 分享到 |  | any |  | ")
    #expect(try clean(html, own).lines.contains("分享到"))
  }

  @Test("A row of page-labels.tsv tells what the value behind it is")
  func labels() throws {
    #expect(try clean(html).metadata.publishedOn == nil)
    let own = overlay("page-labels.tsv", "label | field | rank | seen", "签批日 | published | 1 | own")
    #expect(try clean(html, own).metadata.publishedOn?.value == CalendarDate(year: 2024, month: 2, day: 8))
  }

  @Test("A row of page-parts.tsv tells what an element holds")
  func parts() throws {
    #expect(try clean(html).lines.contains("温馨告知一则"))
    let own = overlay("page-parts.tsv", "part | name | seen", "hidden | tip-box | own")
    #expect(try !clean(html, own).lines.contains("温馨告知一则"))
  }

  @Test(
    "A fault names the user's file and its line",
    arguments: [
      ("furniture.tsv", "word | 扫 描 | 20 | any | no | own"), ("furniture.tsv", "word | 扫描 | many | any | no | own"),
      ("furniture.tsv", "!word | 没有这一行 |  | any |  | "),
    ]
  )
  func faults(name: String, row: String) throws {
    let own = overlay(name, Self.furniture, row)
    let error = try #require(throws: LexiconError.self) { try CleanLexicon(overlaidBy: [own]) }
    #expect(error.file == "own/\(name)")
    #expect(error.line == 2)
  }
}
