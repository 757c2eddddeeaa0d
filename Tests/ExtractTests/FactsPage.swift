import Documents
import Normalize

@testable import Extract

/// Pages of plain paragraphs, and their facts.
enum FactsPage {
  static func page(_ text: String) -> Page {
    var page = Page()
    page.text = UTF8Text(text)
    var start = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      page.blocks.append(Block(kind: .paragraph, range: start..<start + line.count))
      start += line.count + 1
    }
    return page
  }

  static func normal(_ page: Page) -> NormalText {
    Normalizer().normalize(page)
  }
}

/// The facts of a page of plain paragraphs.
func facts(
  _ lines: String...,
  title: String? = nil,
  site: String? = nil,
  hints: SourceHints = SourceHints()
) -> DocumentFacts {
  facts(lines: lines.joined(separator: "\n"), title: title, site: site, hints: hints)
}

func facts(
  lines: String,
  title: String? = nil,
  site: String? = nil,
  hints: SourceHints = SourceHints()
) -> DocumentFacts {
  var page = FactsPage.page(lines)
  page.metadata.title = title.map { Found($0, at: .heading) }
  page.metadata.site = site.map { Found($0, at: .metaTag) }
  return DocumentFactsReader().facts(page: page, text: FactsPage.normal(page), hints: hints)
}
