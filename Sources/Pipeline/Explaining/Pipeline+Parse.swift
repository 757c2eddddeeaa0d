import Documents
import Extract
import Incremental

extension Pipeline {
  /// How the sentences and table rows of a document that hold certain words are read: made again, nothing is stored.
  ///
  /// - Parameters:
  ///   - document: a URI or a part of exactly one.
  ///   - words: as printed or in normal form; white space does not count.
  package func parse(_ document: String, sentencesWith words: String) throws(PipelineError) -> ParsedSentences {
    do {
      let (engine, reader, row) = try known(document)
      return try StageOutputs(of: row.name, engine, reader, configuration).parsed(sentencesWith: words)
    } catch {
      throw PipelineError(error, configuration)
    }
  }
}

extension StageOutputs {
  /// - Parameter words: as printed or in normal form; white space does not count.
  func parsed(sentencesWith words: String) throws -> ParsedSentences {
    let (page, text, stored, hints) = try figuresRead()
    let made = Extractor(parameters: configuration.extract).explain(page: page, text: text, hints: hints)
    let parses = made.parses.map { TextReader.Parse($0, in: text.text) }
    let stated = StatedReport(uri: uri, page: page, report: made.report, parses: parses)
    let wanted = Self.solid(words)
    func holds(_ text: String) -> Bool { !wanted.isEmpty && Self.solid(text).contains(wanted) }
    var figures: [Int: [TextReader.Reading]] = [:]
    for (figure, sentence) in zip(stated.observations, stated.sentences) {
      if let sentence { figures[sentence, default: []].append(figure) }
    }
    var sentences: [ParsedSentence] = []
    for (index, sentence) in made.report.sentences.enumerated() {
      let printed = page.text[sentence.printed]
      guard holds(printed) || index < text.sentences.count && holds(text.text[text.sentences[index].range]) else {
        continue
      }
      let section = sentence.section.flatMap { $0 < stated.sections.count ? stated.sections[$0] : nil }
      sentences.append(ParsedSentence(section: section, sentence: printed, figures: figures[index] ?? []))
    }
    let cells = zip(stated.observations, stated.sentences).filter { $1 == nil && holds($0.sentence) }.map(\.0)
    return ParsedSentences(
      uri: uri,
      isAsStored: stored == made.report,
      sentences: sentences + ParsedSentence.sentences(of: cells)
    )
  }

  private static func solid(_ text: String) -> String {
    var solid = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isBlank { solid.append(scalar) }
    return String(solid)
  }
}
