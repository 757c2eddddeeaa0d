import Documents
import Lexicon

/// When a figure is of: what its clause says, else the sentence, the section, the report.
struct PeriodReader {
  let sentence: Sentence
  let context: SentenceContext.Years
  let moods: Moods
  /// Whether the paragraph has told an average of the plan's years.
  let paragraphAverages: Bool
  let measure: Observation.Measure
  let subject: Subject
  let clause: Clause
  let quantity: Quantity
  /// The measure and the period of the figure before, and whether it was one that was left (从3%).
  let before: (measure: Observation.Measure?, period: Period?, isFrom: Bool)
  /// What the sentence has named so far.
  var times: Times
  var scan: PhraseScanner { sentence.scan }
  var text: UnsafeBufferPointer<UInt8> { sentence.scan.text }
  private var periods: [NamedPeriod] { sentence.periods }

  mutating func period() -> Period? {
    guard let year = context.year else {
      return (clause.time.named ?? times.named).flatMap { resolve($0, year: $0.startYear ?? 0) }
    }
    let span = self.span
    if let count = clause.time.taken, count > 1, clause.time.named == nil, !clause.isFrom {
      return context.mood == .plan
        ? Period(years: year, through: year + count - 1) : Period(years: year - count + 1, through: year)
    }
    // 2020年到2025年，占比从3%提高到5%: the ends of the years are the years of the ends.
    if let ends = times.named, clause.time.named == nil, !ends.isPlan, ends.startMonth == nil, let low = ends.startYear,
      let high = ends.endYear, low < high, clause.isFrom || clause.verb == .to && before.isFrom
    {
      if clause.isFrom { times.from = Period(year: low) }
      return Period(year: clause.isFrom ? low : high)
    }
    if clause.isFrom {
      if let named = clause.time.named { times.from = resolve(named, year: year) }
      if let known = clause.time.named.flatMap({ resolve($0, year: year) }) ?? times.from { return known }
      // 由上年的1.84缩小至1.82
      if clause.hasCompare, clause.time.base == nil, !clause.time.isFromYearStart {
        times.from = Period(year: year - 1)
        return times.from
      }
      // 由年初的400万人
      if clause.time.isFromYearStart {
        times.from = Period(year: year, months: 1...1)
        return times.from
      }
      if let base = times.against ?? times.baseYear, base < year {
        times.from = Period(year: base)
        return times.from
      }
      let isOfFiveYears = context.mood == .review && year % 5 == 0 && !context.isOfOneYear
      let start = span?.lowerBound ?? (isOfFiveYears ? year - 4 : year)
      times.from = Period(year: start - 1)
      return times.from
    }
    var named = clause.time.named ?? times.named
    // 上半年下降4%，全年增长9%
    if clause.time.isWholeYear, clause.time.named == nil, named?.startMonth != nil {
      named =
        named?.startYear == nil
        ? nil : named.map { NamedPeriod(startYear: $0.startYear, endYear: $0.endYear, range: $0.range) }
      times.named = named
    }
    if let whole = times.named, whole.startMonth != nil, let own = named, own.startMonth == nil,
      own.startYear == whole.startYear
    {
      named = whole  // 截至2月2日，2026年…
    }
    if let from = times.from, clause.verb == .to, clause.time.named != nil {
      times.to = named.flatMap { resolve($0, year: year) } ?? from
    }
    if measure == .averageGrowth, let from = times.from, let to = times.to, to.endYear > from.endYear + 1 {
      return Period(years: from.endYear + 1, through: to.endYear)
    }
    // 与2020年相比，…增长35%
    if let base = times.against, measure == .growth || measure == .change || measure == .ratio,
      !isAgainstYearBefore, clause.time.named == nil
    {
      let end = times.named?.endYear ?? year
      return base + 1 < end ? Period(years: base + 1, through: end) : Period(year: end)
    }
    // 从A增长到B，累计增长: over the years between.
    if let from = times.from, measure == .growth || measure == .change || measure == .ratio && clause.verb != .to,
      !clause.hasCompare, times.named == nil, clause.time.named == nil
    {
      let end = times.to?.endYear ?? year
      return from.endYear + 1 < end ? Period(years: from.endYear + 1, through: end) : Period(year: end)
    }
    if measure == .change, before.measure == .averageGrowth, clause.head.isEmpty, let last = before.period {
      return last
    }
    if let last = clause.time.basePlanEnd { return Period(years: last + 1, through: last + 5) }
    if quantity.kind == .ratio, clause.time.base != nil, clause.verb == .to {
      return Period(year: named?.endYear ?? span?.upperBound ?? year)
    }
    // 到2027年，年均提高0.6个百分点: over the years until then.
    if clause.hasAverage, context.mood == .plan, let end = named?.endYear ?? deadline, end > year,
      named?.startYear == nil || named?.startYear == end, clause.time.base == nil
    {
      return Period(years: year, through: end)
    }
    if measure == .level, clause.hasAverage {
      let years = span ?? averageSpan(year)
      return Period(years: years.lowerBound, through: years.upperBound)
    }
    if measure == .averageGrowth {
      if let named, let start = named.startYear, let end = named.endYear, start < end {
        return Period(years: start, through: end)
      }
      if let count = clause.time.averaged, context.span == nil {
        let end =
          periods.filter { $0.range.upperBound <= quantity.quote.lowerBound }.compactMap(\.endYear).max() ?? year
        return Period(years: end - count + 1, through: end)
      }
      if let base = clause.time.base {
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
    // 比1957年增长4倍，…增长12倍: one base for all multiples.
    if let base = clause.time.base
      ?? (quantity.kind == .ratio && clause.verb == .rise && !clause.hasCompare ? times.baseYear : nil),
      measure == .growth || measure == .change || quantity.kind == .ratio && clause.verb != .to
    {
      times.baseYear = base
      let end = named?.endYear ?? span?.upperBound ?? year
      return base + 1 < end ? Period(years: base + 1, through: end) : Period(year: end)
    }
    // 累计完成1100亿元，从2020年的200亿元增加到2025年的239亿元: over the years between.
    if measure == .level, clause.time.isCumulative, clause.time.named == nil, let ends = sentenceEnds,
      ends.upperBound <= year
    {
      return Period(years: ends.lowerBound + 1, through: ends.upperBound)
    }
    if let named { return resolve(named, year: year, cumulates: clause.time.isCumulative) }
    // A forecast is of the year that ends.
    if moods.isEstimated(at: quantity.quote.lowerBound), context.mood != .plan { return Period(year: year) }
    // 五年生产原煤65亿吨，占全国近三成: the share of what was just told.
    if measure == .share, clause.head.isEmpty, clause.share != nil, moods.cumulates, let last = before.period,
      last.startYear < last.endYear
    {
      return last
    }
    if let span {
      switch measure {
      case .growth, .change, .ratio:
        return clause.hasCompare && (context.span == nil || isAgainstYearBefore)
          ? Period(year: span.upperBound) : Period(years: span.lowerBound, through: span.upperBound)
      case .level
      where subject.action.map { !isState($0) } ?? false || clause.time.isCumulative || isFlow
        || subject.headline == nil && scan.ends(clause.verbRange, with: "完成")
        || scan.find("累计", in: clause.verbRange) != nil || isCompleted:
        return Period(years: span.lowerBound, through: span.upperBound)
      case .share where subject.indicator.ends(with: "贡献率"):  // of the growth of all years
        return Period(years: span.lowerBound, through: span.upperBound)
      case .level where holds, .share where holds: return Period(years: span.lowerBound, through: span.upperBound)
      default: return Period(year: span.upperBound)
      }
    }
    // 下半年重点工作: of what the section is, but by the year's end.
    if let months = context.months, context.mood == .plan,
      scan.find("年内", in: sentence.range) == nil, scan.find("年底", in: sentence.range) == nil
    {
      return Period(year: year, months: months)
    }
    return Period(year: year)
  }

  /// 从2020年…到2025年: the years that the sentence compares, where they are three or more apart.
  private var sentenceEnds: ClosedRange<Int>? {
    for (index, period) in periods.enumerated() where index + 1 < periods.count {
      let before = scan.scalar(before: period.range.lowerBound, from: sentence.range.lowerBound)
      guard before == "从" || before == "由", period.startMonth == nil, let low = period.endYear,
        let high = periods[index + 1].endYear, low + 3 <= high,
        scan.scalar(before: periods[index + 1].range.lowerBound, from: sentence.range.lowerBound) == "到"
      else { continue }
      return low...high
    }
    return nil
  }

  /// The years that the sentence speaks of, where they are several.
  private var span: ClosedRange<Int>? {
    if let span = context.span { return span }
    guard let year = context.year else { return nil }
    if let years = moods.years, context.mood != .plan { return (year - years + 1)...year }
    if moods.doubles, context.mood == .review, year % 5 == 0, !context.isOfOneYear { return averageSpan(year) }
    if paragraphAverages, context.mood == .plan, year % 5 == 1, saysHeight, times.named == nil {
      return averageSpan(year)
    }
    // In a plan's first year a sentence with an average is of all its years.
    if context.mood == .plan, !moods.cumulates, year % 5 != 1 {
      return moods.averages && isAveraged ? averageSpan(year) : nil
    }
    return moods.averages || moods.cumulates ? averageSpan(year) : nil
  }

  /// 年均增长20%、到2027年达到300亿元: the end of the years is said behind the rate.
  private var deadline: Int? {
    periods.first {
      $0.isDeadline && $0.range.lowerBound > quantity.quote.upperBound
        && $0.range.lowerBound < quantity.quote.upperBound + 18
    }?.endYear
  }

  private func averageSpan(_ year: Int) -> ClosedRange<Int> {
    context.mood == .plan ? year...(year + 4) : (year - 4)...year
  }

  private func resolve(
    _ named: NamedPeriod,
    year: Int,
    cumulates: Bool = false
  ) -> Period? {
    let start = named.startYear ?? year
    let end = named.endYear ?? year
    guard start > 0 else { return nil }
    if let low = named.startMonth, let high = named.endMonth {
      return Period(year: end, months: low...max(low, high))
    }
    if start == end || named.isEnd || named.isDeadline { return Period(year: end) }
    // “十四五”已累计下降11%, told in the plan's third year.
    if named.isPlan, context.mood == .review, year < end, start <= year, tellsDone {
      return Period(years: start, through: year)
    }
    switch measure {
    case .growth, .averageGrowth, .change, .ratio: return Period(years: start, through: end)
    case .level
    where subject.action != nil || subject.indicator.holds("用于")
      || named.isPlan && context.mood != .plan && isSum(cumulates: cumulates):
      return Period(years: start, through: end)
    default: return named.isPlan ? Period(year: end) : Period(years: start, through: end)
    }
  }
}
