import Documents
import Extract
import Normalize

/// A sentence read the way `gongbao read` reads it.
struct ReadSentence {
  let page: Page
  let area: String?
  let observations: [Observation]

  init(
    _ text: String,
    area: String? = "某市",
    year: Int = 2024,
    mood: SentenceContext.Mood? = .review,
    span: ClosedRange<Int>? = nil
  ) {
    var page = Page()
    page.text = UTF8Text(text)
    page.blocks = [Block(kind: .paragraph, range: 0..<page.text.count)]
    self.page = page
    self.area = area
    observations = Extractor().read(
      Normalizer().normalize(page),
      context: SentenceContext(area: area, reportYear: year, reviewYear: year - 1, mood: mood, span: span)
    )
  }

  /// A whole report of plain paragraphs, a line each.
  init(report: String, area: String? = nil) {
    page = FactsPage.page(report)
    self.area = area
    observations =
      Extractor().extract(page: page, text: Normalizer().normalize(page), hints: SourceHints()).report.observations
  }

  /// One line an observation: quote | indicator | measure value unit comparator, and what is not ordinary.
  var lines: [String] {
    observations.map { observation in
      var line =
        "\(page.text[observation.quote])|\(observation.indicator)|\(observation.measure.name) \(observation.value)"
      if let high = observation.valueHigh { line += "..\(high)" }
      line += " \(observation.unit ?? "-")"
      if observation.comparator != .equal { line += " \(observation.comparator.name)" }
      if let code = observation.code { line += "|\(code)" }
      if let action = observation.action { line += "|!\(action)" }
      if let scope = observation.rankScope { line += "|@\(scope) \(observation.rankOf?.name ?? "-")" }
      return line
    }
  }

  /// Indicators, with the code and the area where they are not ordinary.
  var names: [String] {
    observations.map { observation in
      var line = observation.indicator
      if let code = observation.code { line += " \(code)" }
      if let place = observation.area, place != area { line += " @\(place)" }
      return line
    }
  }

  var quotes: [String] { observations.map { page.text[$0.quote] } }
  var quotedNames: [String] { zip(quotes, names).map { "\($0) \($1)" } }
  var indicators: [String] { observations.map(\.indicator) }
  var actionsAndNames: [String] { observations.map { "\($0.action ?? "-")|\($0.indicator)" } }
  var codes: [String] { observations.map { $0.code ?? "-" } }
  var periods: [String] { observations.map { $0.period.map { "\($0)" } ?? "-" } }
  var statuses: [String] { zip(quotes, zip(observations, periods)).map { "\($0) \($1.0.status.name) \($1.1)" } }
  var datedIndicators: [String] { zip(indicators, periods).map { "\($0) \($1)" } }
}
