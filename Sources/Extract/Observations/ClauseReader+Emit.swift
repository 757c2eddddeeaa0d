import Documents
import Lexicon

extension ClauseReader {
  /// Writes a draft, and keeps what the next items may take from it.
  mutating func emit(
    _ item: Item,
    _ clause: Clause,
    _ subject: Subject,
    _ measure: Observation.Measure,
    sign: Int = 0,
    keepsSubject: Bool = false,
    inList: Bool = false
  ) {
    let quantity = lexer.quantities[item.quantity]
    guard !subject.indicator.isEmpty, quantity.kind != .bare else { return }
    var measure = measure
    if measure == .growth, clause.hasAverage { measure = .averageGrowth }
    var value = quantity.value
    var high = quantity.high
    let falls = clause.verb == .fall || clause.sign < 0 || sign < 0
    if falls, measure == .growth || measure == .averageGrowth || measure == .change {
      if value.digits > 0 { value = value.negated }
      if let upper = high, upper.digits > 0 { high = upper.negated }
    }
    var draft = Draft(
      quote: quantity.quote,
      measure: measure,
      comparator: quantity.comparator,
      value: value,
      high: high,
      unit: quantity.unit,
      indicator: Self.withoutNoteMarks(subject.indicator),
      code: subject.action == nil ? subject.code : nil,
      action: subject.action,
      area: subject.area,
      rule: rule(clause, measure, inList),
      confidence: 0.9
    )
    if scan.ends(clause.head.lowerBound..<quantity.quote.lowerBound, with: "至少") || clause.atLeast
      || sharedAtLeast && draft.comparator == .equal
    {
      draft.comparator = .atLeast
    }
    draft.period = period(measure, subject, clause, quantity)
    draft.status = status(quantity, clause, draft.period)
    if measure == .rank {
      draft.rankOf = clause.isFrom || isRankFrom ? .level : rankBase(clause)
      isRankFrom = clause.isFrom
      draft.rankScope = clause.scope.map { scan.bytes($0) } ?? lastScope ?? Array("全省".utf8)
      lastScope = draft.rankScope
    }
    if measure == .level, clause.hasAverage { draft.code = nil }
    lastUnit = draft.unit
    drafts.append(draft)
    if measure == .share { lastShare = subject }
    lastMeasure = measure == .rank ? lastMeasure : measure
    if !keepsSubject {
      current = subject
      if recent.last?.indicator != subject.indicator { recent.append(subject) }
      group.removeAll(keepingCapacity: true)
    } else if current == nil {
      current = subject
    }
  }

  /// Without the numbers of footnotes: [4], 〔22〕.
  static func withoutNoteMarks(_ name: [UInt8]) -> [UInt8] {
    guard name.contains(UInt8(ascii: "[")) || name.contains(0x94) else { return name }
    var result: [UInt8] = []
    var position = 0
    while position < name.count {
      var open = 0
      if name[position] == UInt8(ascii: "[") { open = 1 }
      if name[position...].starts(with: [0xE3, 0x80, 0x94]) { open = 3 }
      if open > 0 {
        var close = position + open
        while close < name.count, name[close] >= 0x30, name[close] <= 0x39 { close += 1 }
        let mark = open == 1 ? [UInt8(ascii: "]")] : [0xE3, 0x80, 0x95]
        if close > position + open, name[close...].starts(with: mark) {
          position = close + mark.count
          continue
        }
      }
      result.append(name[position])
      position += 1
    }
    return result
  }

  private func rule(_ clause: Clause, _ measure: Observation.Measure, _ inList: Bool) -> StaticString {
    if inList { return "list" }
    if clause.isFrom { return "from" }
    if clause.share != nil { return "share" }
    if clause.head.isEmpty { return "inherited" }
    switch measure {
    case .level: return "level"
    case .growth, .averageGrowth: return "growth"
    case .change: return "change"
    case .share: return "rate"
    case .ratio: return "ratio"
    case .rank: return "rank"
    }
  }

  // MARK: Status and period

  private func status(_ quantity: Quantity, _ clause: Clause, _ period: Period?) -> Observation.Status {
    if context.mood == .plan {
      if let period, let year = context.reportYear, period.endYear < year { return .actual }
      return .target
    }
    let year = context.reviewYear ?? context.reportYear
    if let period, let year, period.endYear > max(year, context.reportYear ?? year) { return .target }
    return quantity.quote.lowerBound > estimatedFrom ? .estimated : .actual
  }

  private mutating func period(
    _ measure: Observation.Measure,
    _ subject: Subject,
    _ clause: Clause,
    _ quantity: Quantity
  ) -> Period? {
    guard let year = context.year else {
      return (clause.period ?? sentencePeriod).flatMap { resolve($0, year: $0.startYear ?? 0, measure, subject) }
    }
    let span = self.span()
    if clause.isFrom {
      if let named = clause.period { fromPeriod = resolve(named, year: year, measure, subject) }
      if let known = clause.period.flatMap({ resolve($0, year: year, measure, subject) }) ?? fromPeriod { return known }
      let start = span?.lowerBound ?? (context.mood == .review && year % 5 == 0 ? year - 4 : year)
      fromPeriod = Period(year: start - 1)
      return fromPeriod
    }
    var named = clause.period ?? sentencePeriod
    if let whole = sentencePeriod, whole.startMonth != nil, let own = named, own.startMonth == nil,
      own.startYear == whole.startYear
    {
      named = whole  // 截至2月2日，2026年…
    }
    if let from = fromPeriod, clause.verb == .to, clause.period != nil {
      toPeriod = named.flatMap { resolve($0, year: year, measure, subject) } ?? from
    }
    if measure == .averageGrowth, let from = fromPeriod, let to = toPeriod, to.endYear > from.endYear + 1 {
      return Period(years: from.endYear + 1, through: to.endYear)
    }
    // 从A增长到B，累计增长: over the years between.
    if let from = fromPeriod, measure == .growth || measure == .change || measure == .ratio, !clause.hasCompare,
      sentencePeriod == nil
    {
      let end = toPeriod?.endYear ?? year
      return from.endYear + 1 < end ? Period(years: from.endYear + 1, through: end) : Period(year: end)
    }
    if measure == .change, lastMeasure == .averageGrowth, clause.head.isEmpty, let last = drafts.last?.period {
      return last
    }
    if quantity.kind == .ratio, clause.baseYear != nil, clause.verb == .to {
      return Period(year: named?.endYear ?? span?.upperBound ?? year)
    }
    if measure == .level, clause.hasAverage {
      let years = span ?? averageSpan(year)
      return Period(years: years.lowerBound, through: years.upperBound)
    }
    if measure == .averageGrowth {
      if let named, let start = named.startYear, let end = named.endYear, start < end {
        return Period(years: start, through: end)
      }
      if let base = clause.baseYear {
        return Period(years: base + 1, through: named?.endYear ?? span?.upperBound ?? year)
      }
      let years = span ?? averageSpan(year)
      if let end = named?.endYear, named?.startMonth == nil, end > years.lowerBound,
        !(years ~= end && years.upperBound != end)
      {
        return Period(years: end - 4, through: end)
      }
      return Period(years: years.lowerBound, through: years.upperBound)
    }
    if let base = clause.baseYear,
      measure == .growth || measure == .change || quantity.kind == .ratio && clause.verb != .to
    {
      let end = named?.endYear ?? span?.upperBound ?? year
      return base + 1 < end ? Period(years: base + 1, through: end) : Period(year: end)
    }
    if let named { return resolve(named, year: year, measure, subject) }
    // A forecast is of the year that ends.
    if quantity.quote.lowerBound > estimatedFrom, context.mood != .plan { return Period(year: year) }
    if let span {
      switch measure {
      case .growth, .change, .ratio:
        return clause.hasCompare && context.span == nil
          ? Period(year: span.upperBound) : Period(years: span.lowerBound, through: span.upperBound)
      case .level where subject.action != nil || clause.isCumulative || isFlow(subject):
        return Period(years: span.lowerBound, through: span.upperBound)
      default: return Period(year: span.upperBound)
      }
    }
    return Period(year: year)
  }

  /// Of several years a flow has all, a state the last.
  private func isFlow(_ subject: Subject) -> Bool {
    false
  }

  /// The years that the sentence speaks of, where they are several.
  private func span() -> ClosedRange<Int>? {
    if let span = context.span { return span }
    guard let year = context.year else { return nil }
    return sentenceAverages || sentenceCumulates ? averageSpan(year) : nil
  }

  private func averageSpan(_ year: Int) -> ClosedRange<Int> {
    context.mood == .plan ? year...(year + 4) : (year - 4)...year
  }

  private func resolve(
    _ named: NamedPeriod,
    year: Int,
    _ measure: Observation.Measure,
    _ subject: Subject
  ) -> Period? {
    let start = named.startYear ?? year
    let end = named.endYear ?? year
    guard start > 0 else { return nil }
    if let low = named.startMonth, let high = named.endMonth {
      return Period(year: end, months: low...max(low, high))
    }
    if start == end || named.isEnd || named.isDeadline { return Period(year: end) }
    switch measure {
    case .growth, .averageGrowth, .change, .ratio: return Period(years: start, through: end)
    case .level where subject.action != nil: return Period(years: start, through: end)
    default: return named.isPlan ? Period(year: end) : Period(years: start, through: end)
    }
  }
}
