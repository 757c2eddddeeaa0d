package import Documents
import Lexicon

/// Reads a document's facts, sections and observations out of its normal text.
package struct Extractor: Sendable {
  package let parameters: ExtractParameters
  private let reader: ObservationReader
  private let lexicon: FigureLexicon
  private let terms: TermCounter

  package init(parameters: ExtractParameters = .init()) {
    self.parameters = parameters
    // Overlays with a fault never come here: the configuration has tried them.
    lexicon = (try? FigureLexicon(overlaidBy: parameters.overlays)) ?? .builtIn
    reader = ObservationReader(lexicon: lexicon)
    terms = TermCounter(parameters.terms)
  }

  /// - Parameters:
  ///   - page: the printed page; observations point into its text.
  ///   - text: the same page in normal form.
  package func extract(page: Page, text: NormalText, hints: SourceHints) -> ExtractOutput {
    extract(page, text, hints)
  }

  /// The same, with how each figure of the prose was read: these come first among the observations, in this order.
  package func explain(
    page: Page,
    text: NormalText,
    hints: SourceHints
  ) -> (report: Report, parses: [FigureParse]) {
    var parses: [FigureParse] = []
    let made = extract(page, text, hints) { parses.append($0) }
    return (made.report, parses)
  }

  private func extract(
    _ page: Page,
    _ text: NormalText,
    _ hints: SourceHints,
    parsed: ((FigureParse) -> Void)? = nil
  ) -> ExtractOutput {
    var report = Report()
    let facts = DocumentFactsReader(kinds: lexicon.kinds, regions: lexicon.regions)
    report.facts = facts.facts(page: page, text: text, hints: hints)
    report.refusal = facts.refusal(facts: report.facts, text: text)
    report.sections = text.sections.map {
      Report.Section(level: $0.level, number: $0.number, title: $0.title, parent: $0.parent)
    }
    var moods: [Report.Mood?] = []
    var found = reader.observations(in: text, facts: report.facts, moods: &moods, parsed: parsed)
    var place: Int?
    report.sentences = zip(text.sentences, moods).map { sentence, mood in
      Report.Sentence(
        printed: text.alignment.printed(sentence.range, from: &place),
        section: sentence.section,
        mood: mood
      )
    }
    if parameters.tables {
      found += TableReader(page: page, facts: report.facts, conversions: reader.conversions, lexicon: lexicon)
        .observations()
    }
    for index in found.indices where found[index].area == nil {
      found[index].area = report.facts.region?.name
      found[index].areaCode = report.facts.region?.code
    }
    report.observations = found
    report.terms = terms.counts(in: text, moods: moods)
    return ExtractOutput(report: report, headlines: headlines(of: report, page))
  }

  /// The observations of a text whose sentences all stand in one context.
  package func read(_ text: NormalText, context: SentenceContext) -> [Observation] {
    reader.observations(in: text, context: context).map { observation in
      var located = observation
      located.area = located.area ?? context.area
      return located
    }
  }

  /// The coded observations of the document's own area, each with its sentence.
  private func headlines(of report: Report, _ page: Page) -> Headlines {
    var headlines: [Headlines.Headline] = []
    let region = report.facts.region?.name
    for index in report.observations.indices where report.observations[index].code != nil {
      let observation = report.observations[index]
      guard observation.area == region, let place = observation.sentence else { continue }
      let sentence = report.sentences[place].printed
      headlines.append(
        Headlines.Headline(
          observation: observation,
          sentence: page.text[sentence],
          quoteStart: page.text.codePoints(
            in: sentence.lowerBound..<max(sentence.lowerBound, observation.quote.lowerBound)
          ),
          quote: page.text[observation.quote]
        )
      )
    }
    return Headlines(facts: report.facts, observations: headlines)
  }
}
