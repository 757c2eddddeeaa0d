package import Clean
import Documents

/// What holds of every page, however damaged the bytes are that it was made of.
package enum PageCheck {
  /// What is wrong with it; `nil` where nothing is.
  package static func problem(of output: CleanOutput, sourceCount: Int) -> String? {
    let page = output.page
    guard String(decoding: page.text.bytes, as: UTF8.self).utf8.elementsEqual(page.text.bytes) else {
      return "the text is no UTF-8"
    }
    var end = -1
    for block in page.blocks {
      guard block.range.lowerBound == end + 1, block.range.upperBound <= page.text.count else {
        return "blocks do not cover the text"
      }
      guard !page.text.bytes[block.range].contains(0x0A) else { return "a block holds a line end" }
      end = block.range.upperBound
    }
    guard page.blocks.isEmpty ? page.text.isEmpty : end == page.text.count else { return "text behind the last block" }
    for table in page.tables {
      guard table.rows.upperBound <= page.blocks.count else { return "a table's rows are no blocks" }
      guard table.cells.allSatisfy({ $0.range.upperBound <= page.text.count && $0.rowSpan >= 1 && $0.columnSpan >= 1 })
      else { return "a table's cells are no text" }
    }
    guard page.images.allSatisfy({ $0.block <= page.blocks.count }) else { return "a picture stands nowhere" }
    guard page.bodyConfidence.map({ (0...1).contains($0) }) ?? true else { return "the confidence is no share" }
    var last = -1
    for segment in output.map.segments {
      guard segment.textOffset >= last, segment.textOffset <= page.text.count,
        segment.source.upperBound <= sourceCount
      else { return "a segment leads out of the text or the source" }
      last = segment.textOffset
    }
    guard (try? Page(artifactBytes: page.artifactBytes())) == page else { return "the page is not what was written" }
    return nil
  }
}
