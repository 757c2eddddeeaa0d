import Documents

/// What the rules over one document read.
struct DocumentContext {
  let page: Page
  let report: Report
  /// Prose and tables, in the report's order; those whose value is no number left out.
  let figures: [Stated]
  /// Of ``figures`` those with a headline code, of the document's own area.
  let headlines: [Stated]
  let lexicon: ValidationLexicon

  init(page: Page, report: Report, lexicon: ValidationLexicon = .builtIn) {
    self.lexicon = lexicon
    self.page = page
    self.report = report
    var figures: [Stated] = []
    figures.reserveCapacity(report.observations.count)
    for (index, observation) in report.observations.enumerated() {
      let quote = page.text[observation.quote.clamped(to: 0..<page.text.count)]
      let sentence = Self.sentence(of: observation, page: page, report: report)
      guard var stated = Stated(observation, quote: quote, sentence: sentence) else { continue }
      stated.index = index
      stated.wording = Self.wording(of: observation, page: page, report: report)
      figures.append(stated)
    }
    self.figures = figures
    headlines = figures.filter { figure in
      figure.observation.code != nil
        && (figure.observation.area == nil || figure.observation.area == report.facts.region?.name)
    }
  }

  var facts: DocumentFacts { report.facts }

  /// What a figure's sentence says around it; of a cell, nothing.
  private static func wording(of observation: Observation, page: Page, report: Report) -> Wording {
    guard observation.code != nil, let index = observation.sentence, report.sentences.indices.contains(index) else {
      return .plain
    }
    let bytes = page.text.bytes
    let quote = observation.quote.clamped(to: bytes.indices)
    let sentence = report.sentences[index].printed.clamped(to: bytes.indices)
    return Wording(
      before: bytes[min(sentence.lowerBound, quote.lowerBound)..<quote.lowerBound],
      after: bytes[quote.upperBound...]
    )
  }

  private static func sentence(of observation: Observation, page: Page, report: Report) -> String {
    guard let index = observation.sentence, report.sentences.indices.contains(index) else {
      return [observation.cell?.caption, observation.cell?.rowPath, observation.cell?.columnPath]
        .compactMap { $0 }.joined(separator: " / ")
    }
    return page.text[report.sentences[index].printed.clamped(to: 0..<page.text.count)]
  }
}
