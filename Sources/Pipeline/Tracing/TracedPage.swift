import Clean
import Documents
import Extract
import Fetch
import Incremental
import Load
import Normalize

/// The page that an observation was read from, as the stages made it: what they stored, or what they make of the file now.
struct TracedPage {
  var page: Page
  var map: PageMap
  var text: NormalText?
  var report: Report?
  /// Of the bytes that the page was made of.
  var content: Digest?
  var hints: SourceHints

  /// - Returns: the stored page whose text is the warehouse's, of the present run or of one in the history; `nil` where
  ///   none is kept.
  static func stored(_ found: WarehousedObservation, _ configuration: Configuration) -> TracedPage? {
    guard let history = try? DocumentHistory(of: found.document.uri, configuration),
      ByteOrder.compare(history.name, found.document.uri) == 0
    else { return nil }
    func value<Value: ArtifactCodable>(_ digest: Digest?) -> Value? {
      guard let digest, let bytes = try? history.reader.artifact(digest) else { return nil }
      return try? Value(artifactBytes: bytes)
    }
    var first: TracedPage?
    for steps in [history.steps] + history.attempts.map(\.steps) {
      func outputs(_ stage: StageName) -> [Digest] { steps.first { $0.stage == stage.rawValue }?.outputs ?? [] }
      guard let page: Page = value(outputs(.clean).first), page.text.bytes == found.body,
        let map: PageMap = value(outputs(.clean).dropFirst().first)
      else { continue }
      let traced = TracedPage(
        page: page,
        map: map,
        text: value(outputs(.normalize).first),
        report: value(outputs(.extract).first),
        content: steps.first { $0.stage == StageName.clean.rawValue }?.inputs.first,
        hints: (try? Self.hints(history, configuration)) ?? PipelineEngine.hints(found.document.uri, .init())
      )
      if traced.quote(of: found) != nil { return traced }
      first = first ?? traced
    }
    return first
  }

  /// - Returns: `nil` where the file is no text any more.
  init?(_ bytes: [UInt8], uri: String, _ configuration: Configuration) {
    let source = SourceDocument(bytes: bytes, mediaType: .init(name: uri, bytes: bytes))
    guard let made = try? Cleaner(parameters: configuration.clean).clean(source) else { return nil }
    (page, map) = (made.page, made.map)
    let text = Normalizer(parameters: configuration.normalize).normalize(page)
    // Which source listed it the store alone knows.
    let history = (try? DocumentHistory(of: uri, configuration)).flatMap {
      ByteOrder.compare($0.name, uri) == 0 ? $0 : nil
    }
    hints = history.flatMap { try? Self.hints($0, configuration) } ?? PipelineEngine.hints(uri, .init())
    report = Extractor(parameters: configuration.extract).extract(page: page, text: text, hints: hints).report
    self.text = text
    content = Digest(of: bytes)
  }

  private init(
    page: Page,
    map: PageMap,
    text: NormalText?,
    report: Report?,
    content: Digest?,
    hints: SourceHints
  ) {
    (self.page, self.map, self.text, self.report, self.content) = (page, map, text, report, content)
    self.hints = hints
  }

  private static func hints(_ history: DocumentHistory, _ configuration: Configuration) throws -> SourceHints {
    let name = try history.row.flatMap { try history.reader.sources()[$0.source] }
    let source = configuration.sources.first { $0.name == name }
    return PipelineEngine.hints(history.name, source?.hints ?? .init())
  }

  /// How the figure is read, made again; `nil` for a table's, and where the sentence is read otherwise by now.
  func parse(of found: WarehousedObservation, _ configuration: Configuration) -> TextReader.Parse? {
    guard let text else { return nil }
    let made = Extractor(parameters: configuration.extract).explain(page: page, text: text, hints: hints)
    let ids = ObservationNames.ids(uri: found.document.uri, page: page, report: made.report)
    guard let index = ids.firstIndex(where: { $0 == found.reading.id }), index < made.parses.count,
      let reading = TextReader.Reading(made.report.observations[index], of: made.report, page: page, added: 0),
      reading.saysTheSame(as: found.reading)
    else { return nil }
    return TextReader.Parse(made.parses[index], in: text.text)
  }

  /// Byte range of the observation's words in the page's text.
  func quote(of found: WarehousedObservation) -> Range<Int>? {
    let reading = found.reading
    let wanted = Array(reading.quote.utf8)
    func checked(_ range: Range<Int>?) -> Range<Int>? {
      guard let range, range.upperBound <= page.text.count, page.text.bytes[range].elementsEqual(wanted) else {
        return nil
      }
      return range
    }
    if let start = reading.sentenceStart {
      return checked(page.text.bytes(ofCharacter: start + reading.quoteStart).map { $0..<($0 + wanted.count) })
    }
    if let report {
      let ids = ObservationNames.ids(uri: found.document.uri, page: page, report: report)
      if let index = ids.firstIndex(where: { $0 == reading.id }) { return checked(report.observations[index].quote) }
    }
    // A row that stands in the page once.
    let row = Array(reading.sentence.utf8)
    let rows = page.blocks.filter { page.text.bytes[$0.range].elementsEqual(row) }
    guard rows.count == 1, let block = rows.first else { return nil }
    let before = reading.sentence.unicodeScalars.prefix(reading.quoteStart).reduce(0) { $0 + UTF8.width($1) }
    return checked((block.range.lowerBound + before)..<(block.range.lowerBound + before + wanted.count))
  }

  /// Byte range of the sentence, or of the table's row, around a quote.
  func sentence(of found: WarehousedObservation, around quote: Range<Int>) -> Range<Int> {
    let before = found.reading.sentence.unicodeScalars.prefix(found.reading.quoteStart).reduce(0) {
      $0 + UTF8.width($1)
    }
    let start = quote.lowerBound - before
    let end = start + found.reading.sentence.utf8.count
    return start >= 0 && end <= page.text.count && end >= quote.upperBound ? start..<end : quote
  }

  func place(of quote: Range<Int>) -> FigureTrace.Place {
    let start = page.text.codePoints(in: 0..<quote.lowerBound)
    let line = page.text.bytes[..<quote.lowerBound].reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    return .init(start: start, end: page.text.codePoints(in: 0..<quote.upperBound), line: line)
  }

  func normalPlace(of quote: Range<Int>) -> FigureTrace.NormalPlace? {
    guard let text else { return nil }
    let range = text.alignment.normal(quote)
    guard !range.isEmpty, range.upperBound <= text.text.count,
      let sentence = text.sentences.first(where: {
        $0.range.lowerBound <= range.lowerBound && range.upperBound <= $0.range.upperBound
      })
    else { return nil }
    let back = text.alignment.printed(range)
    guard back.lowerBound <= quote.lowerBound, quote.upperBound <= back.upperBound else { return nil }
    return .init(
      start: text.text.codePoints(in: 0..<range.lowerBound),
      end: text.text.codePoints(in: 0..<range.upperBound),
      text: text.text[range],
      sentence: text.text[sentence.range]
    )
  }
}

extension UTF8Text {
  /// Where the code point with a number begins; `nil` behind the last one.
  func bytes(ofCharacter number: Int) -> Int? {
    var seen = -1
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      seen += 1
      if seen == number { return offset }
    }
    return nil
  }
}
