internal import Documents

/// Makes a page of markup.
struct MarkupCleaner {
  let parameters: CleanParameters
  let lexicon: CleanLexicon

  /// What is read from a page's tree, which is then let go: with its texts it is larger than all of this.
  private struct Reading {
    var lines: PageLines
    var body: BodyFinder.Body?
    /// Where each of the body's lines stood in the cut markup, from its first text to the end of its last.
    var sources: [Range<Int32>] = []
    var metadata: PageMetadata
    var images: [PageImage] = []
    var confidence: Double?
    var statedLength: Int?
    /// Units of links in the element that holds the body.
    var linkUnits = 0
    /// Lines right behind the number of a paper's page, which is left out.
    var pageBreaks: Set<Int> = []
    /// Whether the page shows a file in a frame.
    var hasEmbedded: Bool
  }

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
    var reading = try read(&cut, url: source.url)
    page.metadata = reading.metadata
    page.statedLength = reading.statedLength
    page.bodyConfidence = reading.confidence
    if let body = reading.body {
      let made = PageComposer.compose(body.lines, behindPages: reading.pageBreaks, of: &reading.lines, into: &page) {
        place in
        let range = reading.sources[place]
        let from = positions.source(of: cut.textOffset(of: Int(range.lowerBound)), in: source.bytes)
        let to = positions.source(of: cut.textOffset(of: Int(range.upperBound)), in: source.bytes)
        return from..<max(from, to)
      }
      map.segments = made.segments
      page.images = ImageTexts.placed(reading.images, blocks: made.blocks)
    }
    page.isCutOff = PageEnd.isCutOff(page)
    page.refusal = RefusalReader.refusal(
      of: page,
      linkUnits: reading.linkUnits,
      hasEmbedded: reading.hasEmbedded,
      title: page.metadata.title?.value
    )
    return CleanOutput(page: page, map: map)
  }

  private func read(_ cut: inout CutMarkup, url: String?) throws(DocumentFailure) -> Reading {
    var tree = try MarkupParser.parse(cut.takeBytes(), nodeCount: cut.nodeCount, limits: parameters)
    let lines = try LineBuilder.lines(of: tree, parameters: parameters, lexicon: lexicon)
    var verdicts = lines.lines.map { lexicon.furniture.verdict(lines.text[$0.range], units: $0.measure.units) }
    FactTables.mark(&verdicts, of: lines)
    var body = BodyFinder(tree: tree, page: lines, verdicts: verdicts).find()
    let pages = body.map { pageNumbers(among: $0.lines, of: lines) } ?? []
    if !pages.isEmpty { body?.lines.removeAll { pages.contains($0) } }
    let metadata = MetadataReader(tree: tree, lines: lines, verdicts: verdicts, cut: cut, body: body, url: url)
      .metadata()
    var reading = Reading(
      lines: lines,
      body: body,
      metadata: metadata,
      hasEmbedded: !Attachments.embedded(in: tree).isEmpty
    )
    reading.pageBreaks = Set(pages.map { $0 + 1 })
    reading.statedLength = StatedLength.find(
      lines.lines.lazy.filter { $0.measure.units <= 60 }.map { Array(lines.text[$0.range]) }
    )
    for line in body?.span ?? 0..<lines.lines.count { reading.linkUnits += lines.lines[line].linkUnits }
    if let body {
      reading.images = ImageTexts.images(of: body, in: lines, tree: tree, title: metadata.title?.value)
      // Only the form of the tree is asked from here on.
      tree.pool = []
      reading.confidence = SecondOpinion(tree: tree, page: lines).agreement(with: body.lines)
      reading.sources = body.lines.map { line in
        let nodes = lines.lines[line].nodes
        return tree.nodes[nodes.lowerBound].source.lowerBound..<tree.nodes[nodes.upperBound - 1].source.upperBound
      }
    }
    return reading
  }

  /// Lines that number the pages of the paper from which a page was made.
  private func pageNumbers(among chosen: [Int], of lines: PageLines) -> Set<Int> {
    var found: [(line: Int, value: Int)] = []
    for index in chosen {
      let line = lines.lines[index]
      guard line.range.count <= 30, line.measure.digits > 0, line.measure.units <= 4, line.table == nil,
        let value = PageNumbers.marked(Array(lines.text[line.range]))
      else { continue }
      found.append((index, value))
    }
    return PageNumbers.countUp(found.map(\.value)) ? Set(found.map(\.line)) : []
  }
}
