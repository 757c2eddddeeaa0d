internal import Documents

/// Makes a page of plain text, often text that was saved from a page.
struct PlainTextCleaner {
  let parameters: CleanParameters

  func clean(_ source: SourceDocument, _ text: DecodedText) throws(DocumentFailure) -> CleanOutput {
    var page = Page()
    var map = PageMap()
    map.charset = text.charset.name
    map.charsetEvidence = text.evidence
    map.replacedBytes = text.replaced
    page.hasReplacements = text.replaced > 0
    let rules = FurnitureRules.builtIn
    var body: [UInt8] = []
    var start = 0
    while start < text.bytes.count {
      var end = start
      while end < text.bytes.count, text.bytes[end] != 0x0A, text.bytes[end] != 0x0D { end += 1 }
      let line = TrimmedText.bytes(text.bytes[start..<end])
      let measure = line.withUnsafeBufferPointer { TextMeasure($0) }
      if !line.isEmpty, !rules.verdict(line, units: measure.units).contains(.furniture) {
        if !page.blocks.isEmpty { body.append(0x0A) }
        let from = body.count
        body.append(contentsOf: line)
        page.blocks.append(Block(kind: .paragraph, range: from..<body.count))
        let begin = text.positions.source(of: start, in: source.bytes)
        map.segments.append(
          PageMap.Segment(
            textOffset: from,
            source: begin..<max(begin, text.positions.source(of: end, in: source.bytes))
          )
        )
      }
      start = end + 1
    }
    page.text = UTF8Text(body)
    return CleanOutput(page: page, map: map)
  }
}
