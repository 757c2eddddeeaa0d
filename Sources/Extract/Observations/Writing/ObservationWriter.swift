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
    let unit = draft.unit.isEmpty ? nil : draft.unit.text()
    let (baseValue, baseUnit) = base(of: draft, unit: unit)
    return Observation(
      sentence: sentence,
      quote: alignment.printed(draft.quote, from: &place),
      indicator: String(decoding: draft.indicator, as: UTF8.self),
      code: draft.headline.map(indicators.code),
      action: draft.action.map { String(decoding: $0, as: UTF8.self) },
      measure: draft.measure,
      comparator: Self.comparator(draft.comparator),
      value: draft.value.text,
      valueHigh: draft.high?.text,
      unit: unit,
      baseValue: baseValue,
      baseUnit: baseUnit,
      status: draft.status,
      period: draft.period,
      rankScope: draft.rankScope.map { String(decoding: $0, as: UTF8.self) },
      rankOf: draft.rankOf,
      area: draft.area.map(Self.area),
      rule: draft.rule.rawValue,
      confidence: Confidence.of(
        draft,
        isKnown: draft.headline != nil || indicators.trie.value(of: draft.indicator) != nil,
        words
      )
    )
  }

  private static func comparator(_ comparator: Quantity.Comparator) -> Observation.Comparator {
    switch comparator {
    case .equal: .equal
    case .atLeast: .atLeast
    case .atMost: .atMost
    case .about: .about
    }
  }

  /// The value and the unit without a leading multiplier; a number without a unit has neither.
  private func base(of draft: Draft, unit: String?) -> (value: Double?, unit: String?) {
    guard let unit else { return (nil, nil) }
    guard let base = draft.unit.withBytes(conversions.base) else { return (draft.value.double, unit) }
    return (draft.value.double * base.factor, draft.unit.count > base.start ? draft.unit.text(from: base.start) : nil)
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
