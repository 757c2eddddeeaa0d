import Documents
import Lexicon

/// Reads the observations of a text's sentences.
struct ObservationReader: Sendable {
  private let lexicon: FigureLexicon
  private let writer: ObservationWriter

  init(lexicon: FigureLexicon = .builtIn) {
    self.lexicon = lexicon
    writer = ObservationWriter(
      indicators: lexicon.indicators,
      words: lexicon.words,
      conversions: UnitConversions(lexicon.units)
    )
  }

  var conversions: UnitConversions { writer.conversions }

  /// The observations of a text whose sentences all stand in one context: what `gongbao read` reads.
  func observations(in text: NormalText, context: SentenceContext) -> [Observation] {
    let region = context.area.flatMap { lexicon.regions.regions(named: $0).last?.code }
    return observations(in: text, below: region) { _ in context }
  }

  /// The observations of a report, in the order of the text.
  ///
  /// - Parameters:
  ///   - moods: where each sentence looks to is appended.
  ///   - parsed: called for each with how it was read, where somebody asks for that.
  func observations(
    in text: NormalText,
    facts: DocumentFacts,
    moods: inout [Report.Mood?],
    parsed: ((FigureParse) -> Void)? = nil
  ) -> [Observation] {
    var running = RunningContext(text: text, facts: facts, words: lexicon.sections)
    let isOfBudget = facts.reportType == .budgetReport
    return text.text.bytes.withUnsafeBufferPointer { bytes in
      observations(in: text, below: facts.region?.code, isOfBudget: isOfBudget, parsed: parsed) { sentence in
        let context = running.context(of: sentence, in: bytes)
        moods.append(context.mood)
        return context
      }
    }
  }

  private func observations(
    in text: NormalText,
    below region: String?,
    isOfBudget: Bool = false,
    parsed: ((FigureParse) -> Void)? = nil,
    context: (NormalText.Sentence) -> SentenceContext
  ) -> [Observation] {
    var result: [Observation] = []
    result.reserveCapacity(text.sentences.count)
    text.text.bytes.withUnsafeBufferPointer { bytes in
      let words = PhraseScanner(text: bytes, lexicon: lexicon)
      let traits = ReportTraits(
        text: words,
        places: Places(below: region, regions: lexicon.regions),
        isBudget: isOfBudget
      )
      var reader = SentenceReader(words, lexicon: lexicon, traits: traits)
      var paragraph = -1
      var section: Int?
      var looked = -1
      var isInNote = false
      var isInGlossary = false
      let explainsWords = explainsWords(in: text.sections)
      var place: Int?
      for (index, sentence) in text.sentences.enumerated() {
        let headings = text.paragraphs[sentence.paragraph].isHeading
        let context = context(sentence)
        if sentence.paragraph != looked {
          looked = sentence.paragraph
          isInNote = Prose.isNote(bytes, text.paragraphs[looked].range)
        }
        if sentence.section != section {
          reader.beginSection()
          section = sentence.section
          isInGlossary = section.map { explainsWords[$0] } ?? false
        }
        if headings || isInNote || isInGlossary { continue }
        if sentence.paragraph != paragraph {
          reader.beginParagraph()
          paragraph = sentence.paragraph
        }
        let drafts = reader.read(sentence.range, context)
        // By the buffer: a draft that an array hands out is copied.
        drafts.withUnsafeBufferPointer { drafts in
          for next in drafts.indices {
            result.append(writer.observation(drafts[next], sentence: index, text.alignment, from: &place))
            parsed?(FigureParse(words: drafts[next].words, context: context))
          }
        }
      }
    }
    return result
  }

  /// Of each section, whether it, or one that it is in, explains words of the report (附：名词解释).
  private func explainsWords(in sections: [NormalText.Section]) -> [Bool] {
    var result: [Bool] = []
    result.reserveCapacity(sections.count)
    for section in sections {
      let isInGlossary = section.parent.map { result[$0] } ?? false
      let title = section.title.utf8
      result.append(isInGlossary || title.count <= 45 && lexicon.sections.marks(of: Array(title)).has(.glossary))
    }
    return result
  }
}
