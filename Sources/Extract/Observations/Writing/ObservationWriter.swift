import Documents
import Lexicon

/// Makes observations of drafts: the printed quote, the figure in its base unit, how sure the reading is.
struct ObservationWriter: Sendable {
  let indicators: Indicators
  let words: WordClasses
  let conversions: UnitConversions

  /// - Parameters:
  ///   - sentence: its index in the report.
  ///   - place: where in the alignment the last one stood.
  func observation(
    _ draft: Draft,
    sentence: Int,
    _ alignment: Alignment,
    from place: inout Int?
  ) -> Observation {
    let unit = draft.unit
    var result = Observation(
      sentence: sentence,
      quote: alignment.printed(draft.quote, from: &place),
      indicator: String(decoding: draft.indicator, as: UTF8.self),
      measure: draft.measure,
      value: draft.value.text,
      unit: unit.isEmpty ? nil : unit.text(),
      status: draft.status,
      rule: draft.rule.rawValue,
      confidence: Confidence.of(
        draft,
        isKnown: draft.headline != nil || indicators.trie.value(of: draft.indicator) != nil,
        words
      )
    )
    switch draft.comparator {
    case .equal: result.comparator = .equal
    case .atLeast: result.comparator = .atLeast
    case .atMost: result.comparator = .atMost
    case .about: result.comparator = .about
    }
    result.valueHigh = draft.high?.text
    result.code = draft.headline.map(indicators.code)
    result.action = draft.action.map { String(decoding: $0, as: UTF8.self) }
    result.period = draft.period
    result.rankScope = draft.rankScope.map { String(decoding: $0, as: UTF8.self) }
    result.rankOf = draft.rankOf
    result.area = draft.area.map(Self.area)
    if let base = unit.withBytes(conversions.base) {
      result.baseValue = draft.value.double * base.factor
      result.baseUnit = unit.count > base.start ? unit.text(from: base.start) : nil
    } else if !unit.isEmpty {
      result.baseValue = draft.value.double
      result.baseUnit = result.unit
    }
    return result
  }

  /// 每个县（市、区）: brackets as reports print them.
  private static func area(_ bytes: [UInt8]) -> String {
    guard bytes.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let wide = bytes.flatMap { byte in
      byte == UInt8(ascii: "(") ? Array("（".utf8) : byte == UInt8(ascii: ")") ? Array("）".utf8) : [byte]
    }
    return String(decoding: wide, as: UTF8.self)
  }
}
