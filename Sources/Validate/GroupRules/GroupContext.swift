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

  init(region: String, documents: [(uri: String, headlines: Headlines)]) {
    self.region = region
    self.documents = documents.map { uri, headlines in
      Document(
        uri: uri,
        facts: headlines.facts,
        figures: headlines.observations.compactMap { headline in
          var figure = Stated(headline.observation, quote: headline.quote, sentence: headline.sentence)
          figure?.document = uri
          return figure
        }
      )
    }
    .sorted { $0.uri.utf8.lexicographicallyPrecedes($1.uri.utf8) }
  }

  /// What is stated as done or expected, exactly, of whole years.
  var reached: [Stated] {
    documents.flatMap(\.figures).filter {
      $0.observation.status != .target && $0.isExact && $0.observation.period?.startMonth == nil
        && $0.observation.period.map { $0.startYear == $0.endYear } == true
    }
  }
}
