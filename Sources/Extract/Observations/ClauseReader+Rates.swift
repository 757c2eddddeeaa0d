import Documents
import Lexicon

/// Percentages, points and multiples.
extension ClauseReader {
  /// Percentages, points and multiples.
  mutating func readRate(_ item: Item, _ clause: Clause) {
    let quantity = lexer.quantities[item.quantity]
    let after = scan.trimmed(item.after)
    var head = clause.head
    if let share = clause.share {
      var base = head.isEmpty ? (current?.indicator ?? []) : scan.bytes(head)
      let subjectArea = area
      if !head.isEmpty {
        let owner = subject(head, clause)
        base = owner.indicator
      }
      var tail = scan.bytes(share)
      if share.count > 3 {
        shareOf = tail
      } else if !shareOf.isEmpty {
        tail = shareOf
      } else if inChild, let parent, !parent.indicator.isEmpty {
        tail += parent.indicator + Array("的比重".utf8)
      }
      let indicator = base + tail
      let share = Subject(
        indicator: indicator,
        action: nil,
        code: code(indicator, area: subjectArea),
        area: subjectArea
      )
      let measure = quantity.kind == .percent ? Observation.Measure.share : measureOf(quantity, clause)
      emit(item, clause, share, measure, keepsSubject: true)
      if measure != .share { current = share }
      return
    }
    // 超额完成75%的要求: a goal for what the sentence speaks of.
    if quantity.kind == .percent, let current,
      scan.starts(after, with: "的要求") || scan.starts(after, with: "的目标") || scan.starts(after, with: "的任务")
    {
      emit(item, clause, current, .share, keepsSubject: true)
      if let last = drafts.indices.last { drafts[last].status = .target }
      return
    }
    // 财政支出的八成用于民生: the predicate says what the share is of.
    if quantity.kind == .percent, clause.verb == .none, !after.isEmpty, !head.isEmpty,
      scan.starts(after, with: "用于") || scan.starts(after, with: "的人口")
    {
      let indicator = scan.bytes(head) + scan.bytes(after)
      emit(
        item,
        clause,
        Subject(indicator: indicator, action: nil, code: code(indicator, area: area), area: area),
        .share
      )
      return
    }
    // 不足全省的三分之一: against what it is measured.
    if quantity.kind == .percent, quantity.isChinese, let current, scan.ends(item.before, with: "的"),
      let base = comparedWhole(head)
    {
      if let comparator = base.comparator { lexer.quantities[item.quantity].comparator = comparator }
      let name = current.indicator + Array("相当于".utf8) + scan.bytes(base.range)
      emit(item, clause, Subject(indicator: name, action: nil, code: nil, area: area), .share, keepsSubject: true)
      return
    }
    // 低于13%左右的预期目标: a goal of what the sentence speaks of.
    if quantity.kind == .percent, let current, isExpected(after) {
      let isGrowth = lastMeasure == .growth || lastMeasure == .averageGrowth
      emit(item, clause, current, isGrowth ? .growth : .share, keepsSubject: true)
      if let last = drafts.indices.last { drafts[last].status = .target }
      return
    }
    // 支出20亿元，是全年收入的6倍: a multiple of something else.
    if quantity.kind == .ratio, let current, scan.ends(item.before, with: "的"), clause.baseYear == nil,
      clause.basePlan == nil,
      ["是", "为", "相当于", "达到"].contains(where: { (word: StaticString) in scan.starts(head, with: word) })
    {
      emit(
        item,
        clause,
        Subject(indicator: current.indicator, action: nil, code: nil, area: area),
        .ratio,
        keepsSubject: true
      )
      return
    }
    var measure = measureOf(quantity, clause)
    var sign = 0
    var action: [UInt8]?
    if quantity.kind == .percent, clause.verb == .none || clause.verb == .to, !head.isEmpty {
      // 压缩一般性支出15%: a verb of change leads.
      if scan.indicator(head) == nil, !scan.starts(head, with: "增长面"),
        let verb = scan.cue([.rise, .fall], at: head.lowerBound, to: head.upperBound),
        verb.end - head.lowerBound >= 6, verb.end < head.upperBound, !scan.starts(head, with: "新增"),
        !scan.ends(head, with: "率"), !scan.ends(head, with: "比重"), !scan.ends(head, with: "比例")
      {
        measure = .growth
        sign = verb.parts.contains(.fall) ? -1 : 1
        action = scan.bytes(head.lowerBound..<verb.end)
        head = scan.trimmed(verb.end..<head.upperBound)
      } else if isGrowthName(head) {
        measure = .growth
        head = withoutGrowthName(head)
      }
    }
    if head.isEmpty, clause.both, measure == .growth || measure == .averageGrowth, let both = bothBefore() {
      emit(item, clause, both, measure, sign: sign, keepsSubject: true)
      return
    }
    if head.isEmpty, measure == .share, clause.verb == .none || clause.verb == .to, let current {
      measure = inheritedRate(current)
    }
    var who: Subject
    if head.isEmpty, clause.verb == .none || clause.verb == .to, measure == .share, !after.isEmpty,
      quantity.kind == .percent
    {
      who = Subject(indicator: scan.bytes(after), action: nil, code: nil, area: area)
    } else {
      who = rated(head, clause, quantity)
      if head.isEmpty, measure == .growth, let name = Self.withoutGrowthName(who.indicator) {
        who.indicator = name
        who.code = code(name, area: area)
      }
    }
    // 恢复到2019年的108%: a share of an earlier year.
    if quantity.kind == .percent, measure == .share, !clause.isFrom, scan.ends(item.before, with: "的"),
      let base = earlierYear(endingAt: item.before.upperBound - 3, item.before)
    {
      who.indicator += Array("相当于".utf8) + scan.bytes(base)
      who.code = nil
      who.action = nil
      emit(item, clause, who, .share, keepsSubject: true)
      if let last = drafts.indices.last, let year = context.year { drafts[last].period = Period(year: year) }
      return
    }
    // 完成全年目标的111.2%
    if quantity.kind == .percent, measure == .share, head.isEmpty, scan.ends(item.before, with: "的") {
      for base in ["全年目标", "年度目标", "目标", "全年任务", "年度任务", "任务", "全年计划", "年度计划", "计划"] as [StaticString]
      where scan.ends(item.before.lowerBound..<(item.before.upperBound - 3), with: base) {
        who.indicator += Array("占\(base)比重".utf8)
        who.code = nil
        who.action = nil
        emit(item, clause, who, .share, keepsSubject: true)
        return
      }
    }
    if let action {
      who.action = action
      who.code = nil
    }
    // 为预算的98%, 占比5%: a share of what the sentence goes on to speak of.
    let isAside =
      measure == .share
      && current.map { who.indicator.count > $0.indicator.count && who.indicator.starts(with: $0.indicator) } ?? false
      && budgetBase(head) != nil || scan.starts(head, with: "占比")
    emit(item, clause, who, measure, sign: sign, keepsSubject: head.isEmpty || isAside)
  }

  /// 接待游客30万人次、旅游收入2亿元，均增长20%以上: the two that were told last, together.
  private func bothBefore() -> Subject? {
    guard recent.count > 1, let last = drafts.last, last.measure == .level, drafts.count > 1,
      drafts[drafts.count - 2].measure == .level
    else { return nil }
    let names = recent.suffix(2)
    guard let first = names.first, let second = names.last, first.indicator != second.indicator,
      last.indicator == second.indicator, drafts[drafts.count - 2].indicator == first.indicator
    else { return nil }
    return Subject(indicator: first.indicator + Array("、".utf8) + second.indicator, action: nil, code: nil, area: area)
  }

  /// What a bare percentage is when the figure before it was of the same thing: 增长7%以上，力争达到8% is a growth, 增速高于全省1个百分点、7%左右
  /// too. A rate has a level of its own.
  private func inheritedRate(_ current: Subject) -> Observation.Measure {
    let name = current.indicator
    if ["增速", "增幅", "涨幅"].contains(where: { Completion.ends(name, $0) }) { return .growth }
    guard lastMeasure == .growth || lastMeasure == .averageGrowth, code(name, area: nil) != nil,
      !["率", "比重", "占比", "比例"].contains(where: { Completion.ends(name, $0) })
    else { return .share }
    return lastMeasure ?? .growth
  }

  private func isExpected(_ after: Range<Int>) -> Bool {
    for word in ["的预期", "的年度目标", "的年初预期", "的年度预期", "的预定目标", "的全年目标", "的计划目标", "的既定目标"] as [StaticString]
    where scan.starts(after, with: word) {
      return true
    }
    return false
  }

  /// 不足全省, 约占全国: an area, with the bound before it.
  private func comparedWhole(_ head: Range<Int>) -> (range: Range<Int>, comparator: Quantity.Comparator?)? {
    var start = head.lowerBound
    var comparator: Quantity.Comparator?
    if let bound = scan.cue(.before, at: start, to: head.upperBound) {
      start = bound.end
      comparator =
        bound.parts.contains(.atMostBefore) ? .atMost : bound.parts.contains(.atLeastBefore) ? .atLeast : .about
    }
    for word in ["全国", "全省", "全市", "世界", "全球", "全区", "全自治区"] as [StaticString]
    where scan.has(word, at: start, to: head.upperBound) {
      return (start..<head.upperBound, comparator)
    }
    return nil
  }

  /// 设备更新带动工业技改投资: what is measured stands behind the verb.
  func withoutCause(_ head: Range<Int>) -> Range<Int> {
    guard scan.indicator(head) == nil else { return head }
    for word in ["带动", "拉动", "撬动", "助推", "建议今年", "吸引"] as [StaticString] {
      guard let found = scan.find(word, in: head), found > head.lowerBound else { continue }
      let object = (found + word.utf8CodeUnitCount)..<head.upperBound
      if object.count >= 6, !scan.starts(object, with: "作用"), !scan.starts(object, with: "率") { return object }
    }
    return head
  }

  /// What a rate is of. A verb in its name is part of it: 引进省外资金增长5%.
  mutating func rated(_ head: Range<Int>, _ clause: Clause, _ quantity: Quantity) -> Subject {
    var head = head
    for word in ["实现", "完成", "推动", "力促", "促进", "确保", "保持", "带动", "全力推动"] as [StaticString]
    where scan.starts(head, with: word) && scan.indicator(head) == nil && head.count > word.utf8CodeUnitCount {
      head = (head.lowerBound + word.utf8CodeUnitCount)..<head.upperBound
      break
    }
    head = withoutCause(head)
    if head.isEmpty, quantity.kind == .point, lastMeasure == .share, let lastShare { return lastShare }
    guard !head.isEmpty else { return subject(head, clause) }
    if let current, scan.starts(head, with: "占比") && head.count == 6 || scan.starts(head, with: "比重") && head.count == 6
    {
      return Subject(indicator: current.indicator + scan.bytes(head), action: nil, code: nil, area: area)
    }
    head = withoutArea(head)
    let isGrowth = clause.verb == .rise || clause.verb == .fall
    let child = childName(head, quantity)
    let whole = isGrowth ? withNoun(child, quantity, .growth) : child
    // 传统产业 of 规模以上工业增加值 is no 规模以上 of its own; 集体企业 is.
    let isBranch = whole != child && Completion.ends(whole, "增加值") && !Self.contains(child, "企业")
    var name = isBranch ? whole : completed(whole)
    let isPartOfPrices = whole != child && Completion.ends(whole, "消费价格")
    // 为年初预算的98%: of what the sentence speaks of.
    if quantity.kind == .percent, let current, let base = budgetBase(head) { name = current.indicator + base }
    // 第二产业增加值比重 after 第一产业增加值占地区生产总值比重
    if quantity.kind == .percent, !shareOf.isEmpty, clause.share == nil, scan.ends(head, with: "比重"), shareOf.count > 9
    {
      name = scan.bytes(head.lowerBound..<(head.upperBound - 6)) + shareOf
    }
    return Subject(indicator: name, action: nil, code: isPartOfPrices ? nil : code(name, area: area), area: area)
  }

  /// 高新区一般公共预算收入, 批准市本级一般公共预算支出: the area before a known name is noted and cut off.
  mutating func withoutArea(_ head: Range<Int>) -> Range<Int> {
    guard scan.indicator(head) == nil else { return head }
    var position = scan.next(head.lowerBound, head.upperBound)
    while position < head.upperBound, position - head.lowerBound <= 42 {
      if scan.indicatorEnd(at: position, to: head.upperBound) == head.upperBound {
        let front = head.lowerBound..<position
        if scan.ends(front, with: "本级") {
          area = Array("市本级".utf8)
          return position..<head.upperBound
        }
        let isPlace = scan.ends(front, with: "区") || scan.ends(front, with: "县") || scan.ends(front, with: "旗")
        let isNone = ["园区", "景区", "社区", "小区", "地区", "山区", "库区", "牧区", "灾区", "校区", "城区", "全区", "全县", "农区", "郊区", "片区"]
          .contains {
            Completion.ends(scan.bytes(front), $0)
          }
        if isPlace, !isNone, front.count >= 9 {
          area = scan.bytes(front)
          return position..<head.upperBound
        }
        return head
      }
      position = scan.next(position, head.upperBound)
    }
    return head
  }

  /// 2019年, 2019年同期 where a share of it is told.
  func earlierYear(endingAt end: Int, _ range: Range<Int>) -> Range<Int>? {
    var end = end
    if scan.ends(range.lowerBound..<end, with: "同期") { end -= 6 }
    guard let period = period(endingAt: end), let year = period.endYear, period.startMonth == nil,
      let own = context.year, year < own
    else { return nil }
    return period.range
  }

  func budgetBase(_ head: Range<Int>) -> [UInt8]? {
    var start = head.lowerBound
    for word in ["为", "完成", "达到", "是", "达"] as [StaticString] where scan.has(word, at: start, to: head.upperBound) {
      start += word.utf8CodeUnitCount
      break
    }
    let base = start..<head.upperBound
    let isBudget = scan.ends(base, with: "预算") || scan.ends(base, with: "预算数") || scan.ends(base, with: "决算数")
    guard isBudget, base.count <= 30, scan.find("收入", in: base) == nil, scan.find("支出", in: base) == nil,
      start > head.lowerBound || base.count <= 18
    else { return nil }
    return Array("占".utf8) + scan.bytes(base) + Array((scan.ends(base, with: "数") ? "比重" : "数比重").utf8)
  }

  func isGrowthName(_ head: Range<Int>) -> Bool {
    for word in ["增速", "增幅", "增长率", "涨幅", "降幅", "增长速度", "降低率"] as [StaticString] where scan.ends(head, with: word) {
      return !scan.ends(head, with: "自然增长率")
    }
    return false
  }

  func withoutGrowthName(_ head: Range<Int>) -> Range<Int> {
    if scan.indicator(head) != nil { return head }
    for word in ["增长速度", "年均增速", "增长率", "降低率", "增速", "增幅", "涨幅", "降幅"] as [StaticString]
    where scan.ends(head, with: word) {
      return scan.trimmed(head.lowerBound..<(head.upperBound - word.utf8CodeUnitCount))
    }
    return head
  }

  private static func withoutGrowthName(_ name: [UInt8]) -> [UInt8]? {
    for word in ["增速", "增幅", "涨幅"] where Completion.ends(name, word) && name.count > word.utf8.count {
      return Array(name.dropLast(word.utf8.count))
    }
    return nil
  }

  func measureOf(_ quantity: Quantity, _ clause: Clause) -> Observation.Measure {
    switch quantity.kind {
    case .ratio: .ratio
    case .point: .change
    case .rank: .rank
    case .structure: .share
    case .zero: .level
    case .percent, .bare:
      clause.hasAverage ? .averageGrowth : clause.verb == .rise || clause.verb == .fall ? .growth : .share
    case .level:
      clause.verb == .rise || clause.verb == .fall ? .change : .level
    }
  }
}
