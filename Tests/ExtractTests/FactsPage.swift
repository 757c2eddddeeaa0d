import Documents
import Normalize

@testable import Extract

/// The facts of a page of plain paragraphs.
func facts(
  _ lines: String...,
  title: String? = nil,
  site: String? = nil,
  hints: SourceHints = SourceHints()
) -> DocumentFacts {
  var page = Page()
  page.text = UTF8Text(lines.joined(separator: "\n"))
  var start = 0
  for line in lines {
    page.blocks.append(Block(kind: .paragraph, range: start..<start + line.utf8.count))
    start += line.utf8.count + 1
  }
  page.metadata.title = title.map { Found($0, at: .heading) }
  page.metadata.site = site.map { Found($0, at: .metaTag) }
  return DocumentFactsReader().facts(page: page, text: Normalizer().normalize(page), hints: hints)
}
