import Documents
import Extract
import Normalize

/// A sentence read the way `gongbao read` reads it.
struct ReadSentence {
  let page: Page
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
    observations = Extractor().read(
      Normalizer().normalize(page),
      context: SentenceContext(area: area, reportYear: year, reviewYear: year - 1, mood: mood, span: span)
    )
  }

  /// One line an observation: quote | indicator | measure value unit comparator | period status, and what is not ordinary.
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
}
