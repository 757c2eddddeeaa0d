import Documents
import Lexicon

/// A figure with its subject becomes a draft.
extension FigureReader {
  /// What a figure's name is for the figures behind it.
  enum Role {
    /// They go on from it.
    case subject
    /// They go on from what was told before; where nothing was, from this one.
    case aside
  }

  /// Writes a draft, and keeps what the next items may take from it.
  ///
  /// - Parameters:
  ///   - sign: of a verb that is not the clause's own.
  ///   - rule: instead of the one that the clause and the measure tell.
  ///   - status: instead of the section's.
  ///   - period: instead of what the text says.
  mutating func emit(
    _ item: Item,
    _ clause: Clause,
    _ subject: Subject,
    _ measure: Observation.Measure,
    sign: Int = 0,
    as role: Role = .subject,
    rule: Draft.Rule? = nil,
    status: Observation.Status? = nil,
    period: Period? = nil
  ) {
    let quantity = item.quantity
    guard !subject.indicator.isEmpty, quantity.kind != .bare else { return }
    var measure = measure == .growth && clause.hasAverage ? .averageGrowth : measure
    if measure == .share, isOfIndex(subject, quantity) { measure = .growth }
    let changes = measure == .growth || measure == .averageGrowth || measure == .change
    let falls = changes && (clause.verb == .fall || clause.sign < 0 || sign < 0)
    var draft = Draft(
      quote: quantity.quote,
      measure: measure,
      comparator: comparator(quantity, clause),
      value: falls ? quantity.value.fallen : quantity.value,
      high: falls ? quantity.high?.fallen : quantity.high,
      unit: quantity.unit,
      indicator: Self.withoutNoteMarks(subject.indicator),
      headline: headline(of: subject, measure, quantity, clause),
      action: subject.action,
      area: subject.area,
      rule: rule ?? self.rule(clause, measure),
      words: .of(item, clause)
    )
    let last = drafts.count - 1
    var times = PeriodReader(
      sentence: sentence,
      context: context.years,
      moods: moods,
      paragraphAverages: paragraph.hasAverage,
      measure: measure,
      subject: subject,
      clause: clause,
      quantity: quantity,
      before: (
        memory.last.measure, last < 0 ? nil : drafts[last].period, last < 0 ? false : drafts[last].rule == .from
      ),
      times: memory.times
    )
    let told = times.period()
    memory.times = times.times
    draft.period = period ?? told
    draft.status = status ?? (memory.last.isGoal ? .target : self.status(quantity, told))
    if measure == .rank {
      draft.rankOf = clause.isFrom || memory.isRankFrom ? .level : rankBase(clause)
      memory.isRankFrom = clause.isFrom
      draft.rankScope =
        clause.rank.scope.map { scan.bytes($0) } ?? memory.rankScope
        // 中国品牌价值评价排名第6位
        ?? Array((draft.indicator.starts(with: "中国") ? "全国" : "全省").utf8)
      memory.rankScope = draft.rankScope
    }
    remember(draft, subject, role, isListed: item.isJoined)
    drafts.append(draft)
  }

  private mutating func remember(_ draft: Draft, _ subject: Subject, _ role: Role, isListed: Bool) {
    memory.unit = draft.unit
    // The amount's unit, and not that of its growth.
    if draft.measure == .level || draft.measure == .growth && paragraph.measured?.name != draft.indicator,
      isWhole(draft.indicator)
    {
      paragraph.measured = (draft.indicator, draft.unit)
    }
    if draft.measure == .share { memory.share = subject }
    if draft.headline != nil, draft.measure == .level || draft.measure == .growth {
      paragraph.headline = draft.indicator
    }
    if draft.measure != .rank { memory.last.measure = draft.measure }
    switch role {
    case .subject:
      memory.last.subject = subject
      if memory.last.subjects.last?.indicator != subject.indicator { memory.last.subjects.append(subject) }
      memory.last.listed = []
      if draft.measure != .rank, draft.measure != .share || isRateOfFirms(subject.indicator) {
        tellOwner(subject, draft.unit, isListed: isListed)
      }
      if traits.isBudget, draft.measure == .level,
        subject.indicator.ends(with: "收入") || subject.indicator.ends(with: "支出")
      {
        paragraph.accountTold = subject
      }
    case .aside:
      if memory.last.subject == nil { memory.last.subject = subject }
    }
  }

  private func comparator(_ quantity: Quantity, _ clause: Clause) -> Quantity.Comparator {
    let isAtLeast =
      clause.atLeast || memory.segment.isAtLeast && quantity.comparator == .equal
      || scan.ends(clause.head.lowerBound..<quantity.quote.lowerBound, with: "至少")
    return isAtLeast ? .atLeast : quantity.comparator
  }

  /// 居民消费价格指数控制在3%左右: by how much it rises, and not how high it stands.
  private func isOfIndex(_ subject: Subject, _ quantity: Quantity) -> Bool {
    guard quantity.kind == .percent, subject.headline != nil, quantity.value.double < 50,
      let value = scan.indicators.trie.value(of: subject.indicator)
    else { return false }
    return scan.indicators.all[Int(value)].kind == .index
  }

  private func headline(
    of subject: Subject,
    _ measure: Observation.Measure,
    _ quantity: Quantity,
    _ clause: Clause
  ) -> Indicators.Headline? {
    // 经济增长7%左右: what grows is the product.
    if subject.headline == nil, subject.action == nil, subject.area == nil,
      measure == .growth || measure == .averageGrowth,
      let grown = scan.words.argument(of: .growing, subject.indicator)
    {
      return scan.indicators.headline(of: grown)
    }
    guard isHeadline(subject, measure, quantity, clause) else { return nil }
    // 优良天数达到80%: the ratio of what is counted elsewhere.
    if measure == .share, quantity.kind == .percent,
      let ratio = scan.indicators.headline(of: subject.indicator + Array("比例".utf8))
    {
      return ratio
    }
    return subject.headline
  }

  /// Whether a figure is the headline that its name is.
  private func isHeadline(
    _ subject: Subject,
    _ measure: Observation.Measure,
    _ quantity: Quantity,
    _ clause: Clause
  ) -> Bool {
    guard let headline = subject.headline, subject.action == nil else { return false }
    let code = scan.indicators.code(of: headline)
    guard !isPart(subject, of: code) else { return false }
    guard measure == .level else { return true }
    // 研发强度等8项指标
    if quantity.unitKind == .count, scan.indicators.isRate(headline) { return false }
    return !clause.hasAverage && !isVoted(clause, quantity)
      && !(quantity.unitKind != .money && scan.indicators.isMoney(headline))
      && !isDraftFigure(clause, quantity) && !isAdded(clause, code)
  }

  /// 高新技术企业净增60户: by how many there are more, and not how many there are. New jobs are counted so.
  private func isAdded(_ clause: Clause, _ code: String) -> Bool {
    code != "jobs" && (scan.ends(clause.verbRange, with: "新增") || scan.ends(clause.verbRange, with: "净增"))
  }

  /// Whether a figure behind 其中 is less than the headline: 国内游客 of 接待游客, 第一产业增加值 of 民营经济增加值.
  private func isPart(_ subject: Subject, of code: String) -> Bool {
    guard memory.last.isPart, let whole = memory.whole, !whole.indicator.isEmpty,
      whole.indicator != subject.indicator
    else { return false }
    if subject.indicator.starts(with: "国内游") || subject.indicator.starts(with: "国内旅") { return true }
    guard whole.headline == nil, whole.action == nil else { return false }
    switch code {
    case "gdp_primary", "gdp_secondary", "gdp_tertiary": return whole.indicator.ends(with: "增加值")
    case "tax": return whole.indicator.ends(with: "各项收入")
    default: return false
    }
  }

  private func isVoted(_ clause: Clause, _ quantity: Quantity) -> Bool {
    if clause.isVoted { return true }
    guard memory.group.isVoted else { return false }
    let verbs = min(clause.head.lowerBound, quantity.quote.lowerBound)..<quantity.quote.lowerBound
    return !["完成", "执行", "实际"].contains { (word: StaticString) in scan.find(word, in: verbs) != nil }
  }

  /// 收入调整为, 支出预算为, 经汇总，收入为: what was voted, not what came of it.
  private func isDraftFigure(_ clause: Clause, _ quantity: Quantity) -> Bool {
    guard context.mood != .plan, clause.head.upperBound <= quantity.quote.lowerBound else { return false }
    // 支出年初预算80亿元
    if traits.isBudget, scan.ends(clause.head, with: "预算") { return true }
    let between = clause.head.upperBound..<quantity.quote.lowerBound
    for word in ["调整", "变动", "预算"] as [StaticString] where scan.find(word, in: between) != nil {
      return scan.find("完成", in: between) == nil && scan.find("执行", in: between) == nil
    }
    guard traits.isBudget, scan.find("汇总", in: sentence.range.lowerBound..<clause.head.lowerBound) != nil else {
      return false
    }
    let verbs = sentence.range.lowerBound..<quantity.quote.lowerBound
    return scan.find("完成", in: verbs) == nil && scan.find("执行", in: verbs) == nil
  }

  /// Without the numbers of footnotes: [4], 〔22〕.
  static func withoutNoteMarks(_ name: [UInt8]) -> [UInt8] {
    guard mayHoldNoteMark(name) else { return name }
    var result: [UInt8] = []
    var position = 0
    while position < name.count {
      // 社会保险基金预算(含职工医疗保险，下同)收入
      if name[position] == UInt8(ascii: "("), let close = name[position...].firstIndex(of: UInt8(ascii: ")")),
        Array(name[position..<close]).ends(with: "下同")
      {
        position = close + 1
        continue
      }
      var open = 0
      if name[position] == UInt8(ascii: "[") { open = 1 }
      if name.has("〔", at: position) { open = 3 }
      if open > 0 {
        var close = position + open
        while close < name.count, name[close] >= 0x30, name[close] <= 0x39 { close += 1 }
        let mark = open == 1 ? [UInt8(ascii: "]")] : [0xE3, 0x80, 0x95]
        // What closes it may have been trimmed from the name's end.
        if close > position + open, close == name.count || name[close...].starts(with: mark) {
          position = min(name.count, close + mark.count)
          continue
        }
      }
      result.append(name[position])
      position += 1
    }
    return result
  }

  /// Whether one of the brackets stands in it. One plain pass for the last byte of 〔 and for the others, which the compiler
  /// makes of wide instructions, tells most names.
  private static func mayHoldNoteMark(_ name: [UInt8]) -> Bool {
    var isPlain: UInt8 = 0
    var isWide: UInt8 = 0
    for byte in name {
      isPlain |= byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") ? 1 : 0
      isWide |= byte == 0x94 ? 1 : 0
    }
    return isPlain != 0 || isWide != 0 && name.holds("〔")
  }

  private func rule(_ clause: Clause, _ measure: Observation.Measure) -> Draft.Rule {
    if clause.isFrom { return .from }
    if clause.share != nil { return .share }
    if clause.head.isEmpty { return .inherited }
    switch measure {
    case .level: return .level
    case .growth, .averageGrowth: return .growth
    case .change: return .change
    case .share: return .rate
    case .ratio: return .ratio
    case .rank: return .rank
    }
  }

  private var tellsUntil: Bool {
    scan.starts(scan.trimmed(sentence.range), with: "截至") || scan.starts(scan.trimmed(sentence.range), with: "截止")
  }

  private func status(_ quantity: Quantity, _ period: Period?) -> Observation.Status {
    if context.mood == .plan {
      if let period, let year = context.reportYear {
        // 截至2026年1月31日: done by the day of the meeting.
        if period.endYear < year || period.startMonth != nil && period.endYear == year && tellsUntil { return .actual }
      }
      return .target
    }
    let year = context.reviewYear ?? context.reportYear
    if let period, let year, period.endYear > max(year, context.reportYear ?? year) { return .target }
    guard moods.isEstimated(at: quantity.quote.lowerBound) else { return .actual }
    // 2026年预计支出 in a part that looks back on 2025
    if traits.isBudget, let period, let year, period.endYear > year { return .target }
    return .estimated
  }
}
