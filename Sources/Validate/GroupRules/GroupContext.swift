import Documents

/// What the rules over a region's documents read.
struct GroupContext {
  struct Document {
    let uri: String
    let facts: DocumentFacts
    let figures: [Stated]
  }

  let region: String
  /// Ordered by URI (UTF-8), so that findings do not depend on the order in which they came.
  let documents: [Document]
  let lexicon: ValidationLexicon

  init(
    region: String,
    documents: [(uri: String, headlines: Headlines)],
    lexicon: ValidationLexicon = .builtIn
  ) {
    self.region = region
    self.lexicon = lexicon
    self.documents = documents.map { uri, headlines in
      Document(
        uri: uri,
        facts: headlines.facts,
        figures: headlines.observations.compactMap { headline in
          var figure = Stated(headline.observation, quote: headline.quote, sentence: headline.sentence)
          figure?.document = uri
          figure?.wording = Self.wording(of: headline)
          return figure
        }
      )
    }
    .sorted { $0.uri.utf8.lexicographicallyPrecedes($1.uri.utf8) }
  }

  private static func wording(of headline: Headlines.Headline) -> Wording {
    let scalars = headline.sentence.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: headline.quoteStart, limitedBy: scalars.endIndex)
    let place = start ?? scalars.endIndex
    let before = Array(headline.sentence[..<place].utf8)
    let after = Array(headline.sentence[place...].utf8.dropFirst(headline.quote.utf8.count))
    return Wording(before: before[...], after: after[...])
  }

  /// What is stated as done or expected, exactly, of whole years.
  var reached: [Stated] {
    documents.flatMap(\.figures).filter {
      $0.observation.status != .target && $0.isExact && !$0.wording.isHeight && $0.observation.period?.startMonth == nil
        && $0.observation.period.map { $0.startYear == $0.endYear } == true
    }
  }
}
