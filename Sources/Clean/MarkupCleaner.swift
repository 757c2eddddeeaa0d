internal import Documents

/// Makes a page of markup.
struct MarkupCleaner {
  let parameters: CleanParameters

  func clean(_ source: SourceDocument, _ text: DecodedText) throws(DocumentFailure) -> CleanOutput {
    let cut = text.bytes.withUnsafeBufferPointer {
      CutMarkup($0, maximumAttributes: parameters.maximumAttributes)
    }
    let tree = try MarkupParser.parse(cut.bytes, limits: parameters)
    let lines = LineBuilder.lines(of: tree, parameters: parameters)
    let rules = FurnitureRules.builtIn
    var verdicts = lines.lines.map { rules.verdict(lines.text[$0.range], units: $0.measure.units) }
    FactTables.mark(&verdicts, of: lines)
    var page = Page()
    var map = PageMap()
    map.charset = text.charset.name
    map.charsetEvidence = text.evidence
    map.replacedBytes = text.replaced
    page.hasReplacements = text.replaced > 0
    let body = BodyFinder(tree: tree, page: lines, verdicts: verdicts).find()
    if let body {
      let made = PageComposer.compose(body.lines, of: lines, into: &page) { range in
        let from = text.positions.source(of: cut.textOffset(of: range.lowerBound), in: source.bytes)
        let to = text.positions.source(of: cut.textOffset(of: range.upperBound), in: source.bytes)
        return from..<max(from, to)
      }
      map.segments = made.segments
      page.bodyConfidence = SecondOpinion(tree: tree, page: lines).agreement(with: body.lines)
      page.images = ImageTexts.images(of: body, blocks: made.blocks, in: lines, tree: tree)
    }
    page.metadata =
      MetadataReader(
        tree: tree,
        lines: lines,
        verdicts: verdicts,
        cut: cut,
        text: text.bytes,
        body: body,
        url: source.url
      ).metadata()
    page.statedLength = StatedLength.find(
      lines.lines.lazy.filter { $0.measure.units <= 60 }.map { Array(lines.text[$0.range]) }
    )
    page.isCutOff = PageEnd.isCutOff(page)
    let around = body?.span ?? 0..<lines.lines.count
    page.refusal = RefusalReader.refusal(
      of: page,
      linkUnits: around.reduce(0) { $0 + lines.lines[$1].linkUnits },
      hasEmbedded: !Attachments.embedded(in: tree).isEmpty,
      title: page.metadata.title?.value
    )
    return CleanOutput(page: page, map: map)
  }
}
