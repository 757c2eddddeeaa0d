import Documents
import Normalize

/// A page of plain paragraphs, one a line.
func page(_ text: String, headings: Set<Int> = []) -> Page {
  var page = Page()
  page.text = UTF8Text(text)
  var start = 0
  for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    let isHeading = headings.contains(index)
    let range = start..<start + line.utf8.count
    page.blocks.append(Block(kind: isHeading ? .heading : .paragraph, level: isHeading ? 2 : 0, range: range))
    start = range.upperBound + 1
  }
  return page
}

func normalized(_ text: String) -> NormalText {
  Normalizer().normalize(page(text))
}

extension NormalText {
  /// What stands in print where the sentence stands here.
  func printed(_ range: Range<Int>, of page: Page) -> String {
    page.text[alignment.printed(range)]
  }
}
