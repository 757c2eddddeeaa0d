package import Documents
import Lexicon

/// Brings a page's text into its normal form and finds its sections, paragraphs and sentences.
package struct Normalizer: Sendable {
  private let parameters: NormalizeParameters
  private let words: HeadingWords

  package init(parameters: NormalizeParameters = .init()) {
    self.parameters = parameters
    // Overlays with a fault never come here: the configuration has tried them.
    words = (try? HeadingWords(overlaidBy: parameters.overlays)) ?? .builtIn
  }

  /// - Complexity: O(n) in the page's text.
  package func normalize(_ page: Page) -> NormalText {
    page.text.bytes.withUnsafeBufferPointer { normalize(page, printed: $0) }
  }

  private func normalize(_ page: Page, printed: UnsafeBufferPointer<UInt8>) -> NormalText {
    var form = NormalForm(printed, parameters: parameters)
    var lines: [SectionReader.Line] = []
    // The printed offset up to which everything is written.
    var end = 0
    for (index, block) in page.blocks.enumerated() where block.kind != .tableRow {
      guard block.range.lowerBound >= end, block.range.upperBound <= page.text.count else { continue }
      // Where to go back to if nothing is left of what follows: before the line break in front of it.
      var mark = form.writer.mark()
      if !lines.isEmpty {
        form.lineBreak(printed: end..<block.range.lowerBound)
      } else if end < block.range.lowerBound {
        form.writer.delete(at: end)
      }
      var start = form.writer.bytes.count
      func close(_ form: inout NormalForm) -> Bool {
        let range = start..<form.writer.bytes.count
        guard !range.isEmpty else { return false }
        lines.append(.init(block: index, range: range, kind: block.kind))
        return true
      }
      form.write(block.range, start: start) { form, printed in
        guard close(&form) else {
          form.writer.delete(at: printed.lowerBound)
          return
        }
        mark = form.writer.mark()
        end = printed.lowerBound
        form.writer.replace(at: printed.lowerBound, with: UInt8(ascii: "\n"))
        start = form.writer.bytes.count
      }
      if close(&form) {
        end = block.range.upperBound
      } else {
        form.writer.rewind(to: mark)
      }
    }
    if end < page.text.count { form.writer.delete(at: end) }
    form.writer.finish(printedEnd: page.text.count)

    var result = NormalText()
    result.text = UTF8Text(form.writer.bytes)
    result.alignment = form.writer.alignment
    form.writer.bytes.withUnsafeBufferPointer { text in
      SectionReader(text: text, printed: printed, parameters: parameters, words: words).read(lines, into: &result)
    }
    return result
  }
}
