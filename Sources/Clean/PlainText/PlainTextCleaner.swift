internal import Documents

/// Makes a page of plain text, often text that was saved from a page or made from a PDF.
struct PlainTextCleaner {
  let parameters: CleanParameters
  let lexicon: CleanLexicon

  func clean(_ source: SourceDocument, _ text: DecodedText) throws(DocumentFailure) -> CleanOutput {
    var page = Page()
    var map = PageMap()
    map.charset = text.charset.name
    map.charsetEvidence = text.evidence
    map.replacedBytes = text.replaced
    page.hasReplacements = text.replaced > 0

    guard let made = TextLines.lines(of: text.bytes, limit: parameters.maximumNodes) else {
      throw DocumentFailure(.tooManyNodes, found: "more than \(parameters.maximumNodes) lines")
    }
    var lines = PageNumbers.detached(LongLines.cut(made))
    let rules = lexicon.furniture
    for index in lines.indices {
      lines[index].verdict = rules.verdict(lines[index].bytes, units: lines[index].measure.units)
      // A sentence is not the switch that hangs behind it.
      let bytes = lines[index].bytes
      if lines[index].verdict.contains(.furniture), let end = Trailer.end(of: bytes, in: 0..<bytes.count),
        let own = lines[index].cut(at: [end]).first
      {
        lines[index] = own
        lines[index].verdict = rules.verdict(own.bytes, units: own.measure.units)
      }
      if index < 40, isByline(lines[index]) { lines[index].verdict.insert(.furniture) }
    }
    let frame = TextFrame(lines)
    let pages = HardBreaks.pageFurniture(lines)
    let own = (frame.opening + Array(frame.body)).filter {
      !pages.contains($0) && !lines[$0].verdict.contains(.furniture)
        && (lines[$0].measure.units > 0 || lines[$0].width > 4)
    }
    let body = SecondPrint.without(own, of: lines)
    let breaks = HardBreaks(body.lazy.map { lines[$0] })
    let tables = PrintedTables(lines, body: body, words: lexicon.tables).find()
    let captions = Set(tables.compactMap(\.caption))
    var table = 0
    // By place in the body: where the line begins in the page's text, and its block.
    var starts: [Int] = []
    var blocks: [Int] = []

    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.reduce(0) { $0 + lines[$1].bytes.count + 1 })
    page.blocks.reserveCapacity(body.count)
    map.segments.reserveCapacity(body.count)
    var previous: TextLine?
    // Whether the line before is a piece in the middle of a sentence.
    var isInside = false
    var notes = NoteLines()
    for (place, index) in body.enumerated() {
      let line = lines[index]
      var start = bytes.count
      while table < tables.count, tables[table].lines.upperBound <= place { table += 1 }
      let isOfTable = table < tables.count && tables[table].lines.contains(place)
      let isCaption = captions.contains(place)
      if isCaption || captions.contains(place - 1) { previous = nil }
      if isOfTable || tables.indices.contains(table - 1) && tables[table - 1].lines.upperBound == place {
        previous = nil
      }
      if let previous, breaks.joins(previous, line, isInside: isInside) {
        isInside = breaks.goesOn(previous, isInside: isInside)
        if Self.needsSpace(bytes.last, line.bytes.first) { bytes.append(0x20) }
        start = bytes.count
        bytes.append(contentsOf: line.bytes)
        let last = page.blocks.count - 1
        page.blocks[last].range = page.blocks[last].range.lowerBound..<bytes.count
      } else {
        isInside = false
        if !page.blocks.isEmpty { bytes.append(0x0A) }
        start = bytes.count
        bytes.append(contentsOf: line.bytes)
        let isNote = !isOfTable && !isCaption && notes.isNote(line.bytes, isPlain: !line.isTabular)
        let kind: Block.Kind = isOfTable ? .tableRow : isCaption ? .caption : isNote ? .note : .paragraph
        page.blocks.append(Block(kind: kind, range: start..<bytes.count))
      }
      starts.append(start)
      blocks.append(page.blocks.count - 1)
      for piece in line.pieces {
        let from = text.positions.source(of: piece.source.lowerBound, in: source.bytes)
        let to = text.positions.source(of: piece.source.upperBound, in: source.bytes)
        map.segments.append(PageMap.Segment(textOffset: start + piece.offset, source: from..<max(from, to)))
      }
      previous = line
    }
    page.tables = tables.compactMap { $0.table(starts: starts, blocks: blocks) }
    Trailer.cut(&bytes, &page.blocks, &map.segments, isSaved: true)
    page.text = UTF8Text(bytes)
    page.metadata = TextMetadata(lines: lines, frame: frame, body: body, lexicon: lexicon).metadata(url: source.url)
    page.statedLength = StatedLength.find(lines.lazy.filter { $0.measure.units <= 60 }.map { $0.bytes })
    page.isCutOff = PageEnd.isCutOff(page)
    page.refusal = RefusalReader.refusal(of: page, linkUnits: 0, hasEmbedded: false, title: page.metadata.title?.value)
    return CleanOutput(page: page, map: map)
  }

  /// A head whose labels and values were run together when the page was saved.
  private func isByline(_ line: TextLine) -> Bool {
    guard line.measure.units <= 120, line.measure.stops == 0, line.measure.digits >= 6 else { return false }
    let values = LabelledValues([(0, line.bytes[...])], lexicon)
    return values.best(.published) != nil && values.best(.source) != nil
  }

  /// Words of Latin letters stay apart where their line ended.
  private static func needsSpace(_ last: UInt8?, _ first: UInt8?) -> Bool {
    guard let last, let first else { return false }
    func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    return isLetter(last) && isLetter(first)
  }
}
