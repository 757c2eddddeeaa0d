import Documents

/// One figure, or two that should be the same.
enum FigureRules {
  static let all = [implausible, shareOutOfRange, rankOutOfScope, futureActual, pastTarget, statedTwice]

  static let implausible = Rule<DocumentContext>(name: "implausible-value", severity: .warning) { context in
    context.headlines.compactMap { figure in
      let observation = figure.observation
      guard let code = observation.code, isOfAYear(observation.period),
        let range = context.lexicon.plausible.range(of: code, observation.measure, in: context.facts.region?.level),
        observation.measure != .level || observation.baseValue != nil, !range.contains(figure.value)
      else { return nil }
      let bounds = "\(figure.inOwnUnit(range.lowerBound)) to \(figure.inOwnUnit(range.upperBound))"
      return Remark(
        "\(observation.indicator) \(figure.text) is not within \(bounds): "
          + Figures.quoted(figure.sentence, around: figure.quote),
        observation: figure.index
      )
    }
  }

  static let shareOutOfRange = Rule<DocumentContext>(name: "share-out-of-range", severity: .warning) { context in
    context.figures.compactMap { figure in
      let observation = figure.observation
      guard observation.measure == .share, observation.unit == "%", observation.origin == .prose else { return nil }
      guard figure.value < 0 || (figure.value > 100 && isPartOfWhole(observation.indicator)) else { return nil }
      return Remark(
        "a share of \(figure.text) (\(observation.indicator)): "
          + Figures.quoted(figure.sentence, around: figure.quote),
        observation: figure.index
      )
    }
  }

  static let rankOutOfScope = Rule<DocumentContext>(name: "rank-out-of-scope", severity: .warning) { context in
    guard let region = context.facts.region else { return [] }
    return context.headlines.compactMap { figure in
      let observation = figure.observation
      guard observation.measure == .rank, let scope = observation.rankScope else { return nil }
      let most = context.lexicon.siblings.maximumRank(of: region, in: scope)
      guard figure.value < 1 || figure.value > Double(most ?? .max) else { return nil }
      return Remark(
        "\(observation.indicator) ranks \(observation.value) in \(scope), which has "
          + (most.map { "at most \($0) areas beside \(region.name)" } ?? "no such place") + ": "
          + Figures.quoted(figure.sentence, around: figure.quote),
        observation: figure.index
      )
    }
  }

  static let futureActual = Rule<DocumentContext>(name: "future-as-actual", severity: .warning) { context in
    context.headlines.compactMap { figure in
      let observation = figure.observation
      guard observation.status == .actual, let period = observation.period, let year = context.facts.reportYear
      else { return nil }
      let last = context.facts.reportType == .statisticalBulletin ? year : (context.facts.deliveredOn?.year ?? year)
      guard period.endYear > last else { return nil }
      return Remark(
        "\(observation.indicator) \(figure.text) of \(period) is stated as done in a report for \(year): "
          + Figures.quoted(figure.sentence, around: figure.quote),
        observation: figure.index
      )
    }
  }

  static let pastTarget = Rule<DocumentContext>(name: "target-in-the-past", severity: .info) { context in
    context.headlines.compactMap { figure in
      let observation = figure.observation
      guard observation.status == .target, let period = observation.period,
        let year = context.facts.reviewYear ?? context.facts.reportYear, period.endYear < year
      else { return nil }
      return Remark(
        "\(observation.indicator) \(figure.text) is a target for \(period), before the year reviewed (\(year)): "
          + Figures.quoted(figure.sentence, around: figure.quote),
        observation: figure.index
      )
    }
  }

  static let statedTwice = Rule<DocumentContext>(name: "stated-twice", severity: .warning) { context in
    var first: [FigureKey: Stated] = [:]
    var remarks: [Remark] = []
    for figure in context.headlines where figure.isExact && figure.observation.origin == .prose {
      guard !figure.wording.isHeight, figure.observation.measure != .change || !figure.wording.isAgainstOther,
        let key = FigureKey(figure)
      else { continue }
      guard let earlier = first[key] else {
        first[key] = figure
        continue
      }
      guard !earlier.agrees(with: figure), earlier.observation.baseUnit == figure.observation.baseUnit else { continue }
      remarks.append(
        Remark(
          "\(figure.observation.indicator) of \(key.period) is \(figure.text) here and \(earlier.text) before: "
            + "\(Figures.quoted(figure.sentence, around: figure.quote, limit: 80)) and "
            + Figures.quoted(earlier.sentence, around: earlier.quote, limit: 80),
          observation: figure.index
        )
      )
    }
    return remarks
  }

  /// "X占Y比重", where Y is a whole: a budget, a plan or a goal can be exceeded, and last year's figure outgrown.
  private static func isPartOfWhole(_ indicator: String) -> Bool {
    guard indicator.hasSuffix("比重"), let separator = indicator.firstRange(of: "占") else { return false }
    let whole = indicator[separator.upperBound...]
    return !["预算", "计划", "目标", "任务", "进度", "上年", "去年", "同期"].contains { whole.contains($0) }
  }

  /// Bounds are of a year's figure.
  private static func isOfAYear(_ period: Period?) -> Bool {
    guard let period else { return true }
    return period.startYear == period.endYear && period.startMonth == nil
  }
}

/// What two figures of one area must share to be comparable.
struct FigureKey: Hashable {
  var code: String
  var measure: Observation.Measure
  var period: Period
  var isTarget: Bool
  var rankScope: String?
  var rankOf: Observation.RankBase?
  var isComparable: Bool
  var isAmbition: Bool

  init?(_ figure: Stated) {
    let observation = figure.observation
    guard let code = observation.code, let period = observation.period else { return nil }
    self.code = code
    self.period = period
    measure = observation.measure
    isTarget = observation.status == .target
    rankScope = observation.rankScope
    rankOf = observation.rankOf
    isComparable = figure.wording.isComparable
    isAmbition = isTarget && figure.wording.isAmbition
  }
}
