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
      words: FigureWords(item, clause, quantity)
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
    if measure == .level, clause.hasAverage || clause.isVoted || isDraftFigure(clause, quantity) { draft.code = nil }
    if measure == .level, quantity.unitKind == .count, let code = draft.code, Self.isMoney(code) { draft.code = nil }
    lastUnit = draft.unit
    drafts.append(draft)
    if measure == .level || measure == .growth, isWhole(draft.indicator) {
      measuredLast = (draft.indicator, draft.unit)
    }
    if measure == .share { lastShare = subject }
    lastMeasure = measure == .rank ? lastMeasure : measure
    if !keepsSubject {
      current = subject
      if recent.last?.indicator != subject.indicator { recent.append(subject) }
      if !group.isEmpty { group.removeAll(keepingCapacity: true) }
    } else if current == nil {
      current = subject
    }
  }

  /// 收入调整为, 支出预算为, 经汇总，收入为: what was voted, not what came of it.
  private func isDraftFigure(_ clause: Clause, _ quantity: Quantity) -> Bool {
    guard context.mood != .plan, clause.head.upperBound <= quantity.quote.lowerBound else { return false }
    let between = clause.head.upperBound..<quantity.quote.lowerBound
    for word in ["调整", "变动", "预算"] as [StaticString] where scan.find(word, in: between) != nil {
      return scan.find("完成", in: between) == nil && scan.find("执行", in: between) == nil
    }
    guard isOfBudget, scan.find("汇总", in: sentence.lowerBound..<clause.head.lowerBound) != nil else { return false }
    let verbs = sentence.lowerBound..<quantity.quote.lowerBound
    return scan.find("完成", in: verbs) == nil && scan.find("执行", in: verbs) == nil
  }

  private static func isMoney(_ code: String) -> Bool {
    ["gdp", "revenue", "expenditure", "tax", "fai", "retail", "income", "loans", "deposits"].contains(code)
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
}
