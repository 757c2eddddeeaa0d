import Documents

extension TextReader {
  /// One observation, flat: keys as the view `observations` names its columns.
  package struct Reading: Equatable, Sendable, Encodable {
    /// As the warehouse names it; `nil` outside a pipeline.
    package var id: String?
    /// Heading texts from the top, joined by " / "; `nil` outside a pipeline.
    package var section: String?
    package var sentence: String
    /// Code points from the start of the text.
    package var sentenceStart: Int?
    package var quote: String
    /// Code points from the start of the sentence.
    package var quoteStart: Int
    package var indicator: String
    package var code: String?
    package var action: String?
    package var measure: String
    package var comparator: String
    package var status: String
    package var period: String?
    package var rankScope: String?
    package var rankOf: String?
    package var value: String
    package var valueHigh: String?
    package var unit: String?
    package var baseValue: Double?
    package var baseUnit: String?
    package var area: String?
    package var areaCode: String?
    package var origin: String
    package var rule: String
    package var confidence: Double
    package var tableCaption: String?
    package var rowPath: String?
    package var columnPath: String?
    /// Which of its words said what, where somebody asked for that; `nil` for a table's.
    package var parse: Parse?

    enum CodingKeys: String, CodingKey {
      case section, sentence, quote, indicator, action, measure, comparator, status, period, unit, area, origin, rule
      case confidence, parse
      case id = "observation_id"
      case sentenceStart = "sentence_start"
      case quoteStart = "quote_start"
      case code = "indicator_code"
      case rankScope = "rank_scope"
      case rankOf = "rank_of"
      case value = "value_text"
      case valueHigh = "value_high"
      case baseValue = "base_value"
      case baseUnit = "base_unit"
      case areaCode = "area_code"
      case tableCaption = "table_caption"
      case rowPath = "row_path"
      case columnPath = "column_path"
    }

    /// - Parameter added: bytes at the text's start that were not given.
    init?(_ observation: Observation, of report: Report, page: Page, added: Int) {
      let quoteRange = observation.quote
      guard quoteRange.upperBound <= page.text.count else { return nil }
      var range = quoteRange
      if let index = observation.sentence {
        guard index < report.sentences.count else { return nil }
        range = report.sentences[index].printed
        guard range.lowerBound >= added, range.upperBound <= page.text.count, range.lowerBound <= quoteRange.lowerBound
        else { return nil }
        sentenceStart = page.text.codePoints(in: added..<range.lowerBound)
      } else {
        range = Self.row(around: quoteRange, in: page)
      }
      sentence = page.text[range]
      quote = page.text[quoteRange]
      quoteStart = page.text.codePoints(in: range.lowerBound..<quoteRange.lowerBound)
      indicator = observation.indicator
      code = observation.code
      action = observation.action
      measure = observation.measure.name
      comparator = observation.comparator.name
      status = observation.status.name
      period = observation.period?.description
      rankScope = observation.rankScope
      rankOf = observation.rankOf?.name
      value = observation.value
      valueHigh = observation.valueHigh
      unit = observation.unit
      baseValue = observation.baseValue
      baseUnit = observation.baseUnit
      area = observation.area
      areaCode = observation.areaCode
      origin = observation.origin.name
      rule = observation.rule
      confidence = observation.confidence
      tableCaption = observation.cell?.caption
      rowPath = observation.cell?.rowPath
      columnPath = observation.cell?.columnPath
    }

    /// A table's figure stands in a row as others do in a sentence.
    private static func row(around quote: Range<Int>, in page: Page) -> Range<Int> {
      var (low, high) = (0, page.blocks.count)
      while low < high {
        let middle = (low + high) / 2
        if page.blocks[middle].range.lowerBound <= quote.lowerBound { low = middle + 1 } else { high = middle }
      }
      guard low > 0, page.blocks[low - 1].range.upperBound >= quote.upperBound else { return quote }
      return page.blocks[low - 1].range
    }
  }
}
