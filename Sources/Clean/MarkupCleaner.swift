internal import CLibXML2
internal import Documents

/// Makes a page of markup.
struct MarkupCleaner {
  let parameters: CleanParameters

  /// A page of tens of megabytes is held no more than three times: what the next step does not need is let go first.
  ///
  /// - Parameter text: decoded from `source`.
  func clean(_ source: SourceDocument, _ text: consuming DecodedText) throws(DocumentFailure) -> CleanOutput {
    var page = Page()
    var map = PageMap()
    map.charset = text.charset.name
    map.charsetEvidence = text.evidence
    map.replacedBytes = text.replaced
    page.hasReplacements = text.replaced > 0
    let positions = text.positions
    var cut = text.bytes.withUnsafeBufferPointer {
      CutMarkup($0, maximumAttributes: parameters.maximumAttributes)
    }
    text.bytes = []
    let isLarge = cut.bytes.count >= 4 << 20
    let tree = try MarkupParser.parse(cut.takeBytes(), limits: parameters)
    // What was let go lies between what is held: the allocator keeps it until it is asked.
    if isLarge { gongbao_give_back() }
    var lines = LineBuilder.lines(of: tree, parameters: parameters)
    let rules = FurnitureRules.builtIn
    var verdicts = lines.lines.map { rules.verdict(lines.text[$0.range], units: $0.measure.units) }
    FactTables.mark(&verdicts, of: lines)
    let body = BodyFinder(tree: tree, page: lines, verdicts: verdicts).find()
    page.metadata =
      MetadataReader(tree: tree, lines: lines, verdicts: verdicts, cut: cut, body: body, url: source.url).metadata()
    page.statedLength = StatedLength.find(
      lines.lines.lazy.filter { $0.measure.units <= 60 }.map { Array(lines.text[$0.range]) }
    )
    if let body {
      page.bodyConfidence = SecondOpinion(tree: tree, page: lines).agreement(with: body.lines)
      let made = PageComposer.compose(body.lines, of: &lines, into: &page) { range in
        let from = positions.source(of: cut.textOffset(of: range.lowerBound), in: source.bytes)
        let to = positions.source(of: cut.textOffset(of: range.upperBound), in: source.bytes)
        return from..<max(from, to)
      }
      map.segments = made.segments
      let title = page.metadata.title?.value
      page.images = ImageTexts.images(of: body, blocks: made.blocks, in: lines, tree: tree, title: title)
    }
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
