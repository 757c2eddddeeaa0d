import Documents

/// A region's figures over the years.
enum SeriesRules {
  static let all = [contradiction, growthAgainstLevels, levelJumps, missedTarget]

  static let contradiction = Rule<GroupContext>(name: "contradicts-other-document", severity: .warning) { context in
    var first: [FigureKey: Stated] = [:]
    var remarks: [Remark] = []
    for figure in context.reached where comparable.contains(figure.observation.measure) {
      guard let key = FigureKey(figure) else { continue }
      guard let earlier = first[key] else {
        first[key] = figure
        continue
      }
      guard earlier.document != figure.document, !earlier.agrees(with: figure),
        earlier.observation.baseUnit == figure.observation.baseUnit,
        abs(earlier.value - figure.value) > allowance(earlier, figure)
      else { continue }
      remarks.append(
        Remark(
          "\(figure.observation.indicator) of \(key.period) is \(figure.text) here and \(earlier.text) in "
            + "\(earlier.document ?? ""): \(Figures.quoted(figure.sentence, around: figure.quote, limit: 80)) and "
            + Figures.quoted(earlier.sentence, around: earlier.quote, limit: 80),
          document: figure.document
        )
      )
    }
    return remarks
  }

  private static let comparable: Set<Observation.Measure> = [.level, .growth, .share]

  /// Revisions are ordinary: 1 % of a level, 0.3 points of a rate; more where one of the two is an estimate.
  private static func allowance(_ left: Stated, _ right: Stated) -> Double {
    let isEstimate = left.observation.status == .estimated || right.observation.status == .estimated
    guard left.observation.measure == .level else { return isEstimate ? 1 : 0.3 }
    return (isEstimate ? 0.05 : 0.01) * max(abs(left.value), abs(right.value))
  }

  static let growthAgainstLevels = Rule<GroupContext>(name: "growth-against-levels", severity: .warning) { context in
    let levels = yearly(.level, in: context)
    return yearly(.growth, in: context).values.sorted(by: order).compactMap { growth in
      guard let code = growth.observation.code, let year = growth.observation.period?.endYear,
        let tolerance = context.lexicon.growth.tolerances[code],
        let now = levels[SeriesKey(code: code, year: year)], let before = levels[SeriesKey(code: code, year: year - 1)],
        before.value > 0, now.observation.baseUnit == before.observation.baseUnit
      else { return nil }
      let computed = (now.value / before.value - 1) * 100
      guard abs(computed - growth.value) > tolerance else { return nil }
      return Remark(
        "\(growth.observation.indicator) of \(year) is said to grow by \(growth.text), but it went from \(before.text) "
          + "(\(before.document ?? "")) to \(now.text), by \(Figures.text(computed, digits: 1)) %: "
          + Figures.quoted(growth.sentence, around: growth.quote),
        document: growth.document
      )
    }
  }

  static let levelJumps = Rule<GroupContext>(name: "level-jumps", severity: .warning) { context in
    let levels = yearly(.level, in: context)
    return levels.values.sorted(by: order).compactMap { now in
      guard let code = now.observation.code, let year = now.observation.period?.endYear,
        steady.contains(code), let before = levels[SeriesKey(code: code, year: year - 1)], before.value > 0,
        now.value > 0,
        now.observation.baseUnit == before.observation.baseUnit
      else { return nil }
      let ratio = now.value / before.value
      guard ratio > 2.5 || ratio < 0.4 else { return nil }
      return Remark(
        "\(now.observation.indicator) went from \(before.text) in \(year - 1) (\(before.document ?? "")) to \(now.text) "
          + "in \(year), times \(Figures.text(ratio, digits: 2)): "
          + Figures.quoted(now.sentence, around: now.quote),
        document: now.document
      )
    }
  }

  /// What does not double within a year.
  private static let steady: Set<String> = [
    "gdp", "gdp_primary", "gdp_secondary", "gdp_tertiary", "retail", "revenue", "expenditure", "tax", "income",
    "income_urban", "income_rural", "population", "loans", "deposits", "grain",
  ]

  static let missedTarget = Rule<GroupContext>(name: "target-missed", severity: .info) { context in
    let growth = yearly(.growth, in: context)
    var remarks: [Remark] = []
    for target in context.documents.flatMap(\.figures) {
      guard target.observation.status == .target, target.observation.measure == .growth,
        let code = target.observation.code, let period = target.observation.period, period.startMonth == nil,
        period.startYear == period.endYear, let actual = growth[SeriesKey(code: code, year: period.endYear)]
      else { continue }
      let isMissed =
        target.observation.comparator == .atMost
        ? actual.value > target.value + 0.05 : actual.value < target.value - (target.isExact ? 0.05 : 0.5)
      guard isMissed else { continue }
      remarks.append(
        Remark(
          "\(target.observation.indicator) was to grow by \(target.quote) in \(period.endYear) and grew by "
            + "\(actual.text) (\(actual.document ?? "")): \(Figures.quoted(target.sentence, around: target.quote))",
          document: target.document
        )
      )
    }
    return remarks
  }

  private struct SeriesKey: Hashable {
    var code: String
    var year: Int
  }

  /// One figure a code and year: what is done before what is expected, a bulletin before a report, else the first.
  private static func yearly(_ measure: Observation.Measure, in context: GroupContext) -> [SeriesKey: Stated] {
    let bulletins = Set(context.documents.filter { $0.facts.reportType == .statisticalBulletin }.map(\.uri))
    func weight(_ figure: Stated) -> Int {
      (figure.observation.status == .actual ? 2 : 0) + (bulletins.contains(figure.document ?? "") ? 1 : 0)
    }
    var best: [SeriesKey: Stated] = [:]
    for figure in context.reached where figure.observation.measure == measure && !figure.wording.isComparable {
      guard let code = figure.observation.code, let year = figure.observation.period?.endYear else { continue }
      let key = SeriesKey(code: code, year: year)
      if let known = best[key], weight(known) >= weight(figure) { continue }
      best[key] = figure
    }
    return best
  }

  private static func order(_ left: Stated, _ right: Stated) -> Bool {
    (left.observation.period?.endYear ?? 0, left.observation.code ?? "")
      < (right.observation.period?.endYear ?? 0, right.observation.code ?? "")
  }
}
