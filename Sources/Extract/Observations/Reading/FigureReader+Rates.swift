import Documents
import Lexicon

/// Percentages, points and multiples.
extension FigureReader {
  mutating func readRate(_ item: Item, _ given: Clause) {
    var clause = given
    // 保持10%以上增长, 实现8%的增长
    if item.quantity.kind == .percent, clause.verb == .none || clause.verb == .to, clause.share == nil,
      sentence.isGrowthBehind(scan.trimmed(item.after))
    {
      clause.verb = .rise
    }
    if let share = clause.share {
      readShare(item, clause, share)
    } else if !readGoal(item, clause), !readAgainst(item, clause) {
      readPlainRate(item, clause)
    }
  }

  /// 占工业比重40%: the name, and the share's own words.
  private mutating func readShare(_ item: Item, _ clause: Clause, _ share: Range<Int>) {
    let owner = clause.head.isEmpty ? memory.last.subject : subject(clause.head)
    var words = scan.bytes(share)
    if share.count > 3 {
      memory.shareOf = words
    } else if !memory.shareOf.isEmpty {
      words = memory.shareOf
    } else if memory.last.isPart, let whole = memory.whole, !whole.indicator.isEmpty {
      words += whole.indicator + Array("的比重".utf8)
    } else if let owner, let whole = headline(ofPart: owner.indicator) {
      words += whole + Array("的比重".utf8)
    } else {
      words = Array("占比".utf8)
    }
    let who = coded((owner?.indicator ?? []) + words)
    let measure = item.quantity.kind == .percent ? Observation.Measure.share : .of(item.quantity, clause)
    emit(item, clause, who, measure, as: .aside)
    if measure != .share || clause.isFrom { memory.last.subject = who }
  }

  /// 分经济类型看，民间投资下降9%，占72%: of the headline that has the same noun.
  private func headline(ofPart name: [UInt8]) -> [UInt8]? {
    guard let whole = paragraph.headline, whole != name, let noun = scan.words.start(of: .measure, ending: whole),
      noun > 0,
      name.ends(with: Array(whole[noun...])), name.count > whole.count - noun
    else { return nil }
    return whole
  }

  /// A percentage that is a goal of what the sentence speaks of.
  private mutating func readGoal(_ item: Item, _ clause: Clause) -> Bool {
    guard item.quantity.kind == .percent, let last = memory.last.subject else { return false }
    let after = scan.trimmed(item.after)
    // 超额完成75%的要求
    let isDemanded = ["的要求", "的目标", "的任务"].contains { (word: StaticString) in scan.starts(after, with: word) }
    // 低于13%左右的预期目标
    guard isDemanded || sentence.isExpected(after) && whole(of: item, clause) == nil else { return false }
    emit(item, clause, last, !isDemanded && hasGrown ? .growth : .share, as: .aside, status: .target)
    return true
  }

  /// A percentage or a multiple of something that the clause names itself.
  private mutating func readAgainst(_ item: Item, _ clause: Clause) -> Bool {
    let after = scan.trimmed(item.after)
    // 财政支出的八成用于民生, 负责人100%出庭应诉: the predicate says what the share is of.
    if item.quantity.kind == .percent, isUse(clause, after, isWhole: item.quantity.value.double == 100) {
      emit(item, clause, coded(scan.bytes(sentence.withoutCause(clause.head)) + scan.bytes(after)), .share)
      return true
    }
    // 亩均税收不到全市平均的一半
    if item.quantity.kind == .percent, item.quantity.isChinese, scan.ends(item.before, with: "的"),
      let against = sentence.comparedName(clause.head)
    {
      var item = item
      if let comparator = against.comparator { item.quantity.comparator = comparator }
      let who = subject(against.name)
      emit(
        item,
        clause,
        uncoded(who.indicator + Array("相当于".utf8) + scan.bytes(against.range)),
        .share,
        as: .aside
      )
      memory.last.subject = who
      return true
    }
    guard let last = memory.last.subject, scan.ends(item.before, with: "的") else { return false }
    // 达到县区总数的80%: a share of all of them.
    if item.quantity.kind == .percent, let total = sentence.reachedTotal(item.before) {
      emit(
        item,
        clause,
        uncoded(last.indicator + Array("占".utf8) + scan.bytes(total) + Array("比重".utf8)),
        .share,
        as: .aside
      )
      return true
    }
    // 为年初预算5000万元的98%: of the sum that was told right before.
    if item.quantity.kind == .percent, clause.head.isEmpty, scan.trimmed(item.before).count == 3,
      let draft = drafts.last,
      draft.measure == .level, draft.indicator.count > last.indicator.count,
      draft.indicator.starts(with: last.indicator),
      draft.indicator.ends(with: "预算数") || draft.indicator.ends(with: "决算数")
    {
      let base = draft.indicator.dropFirst(last.indicator.count)
      emit(item, clause, uncoded(last.indicator + Array("占".utf8) + base + Array("比重".utf8)), .share, as: .aside)
      return true
    }
    // 不足全省的三分之一: against what it is measured.
    if let base = whole(of: item, clause) {
      var item = item
      if let comparator = base.comparator {
        item.quantity.comparator = comparator
      } else if item.isJoined, let before = drafts.last, before.indicator.holds("相当于") {
        // 不足全国的五分之一和全省的四分之一: the bound is said once.
        item.quantity.comparator = before.comparator
      }
      emit(item, clause, uncoded(last.indicator + Array("相当于".utf8) + scan.bytes(base.range)), .share, as: .aside)
      return true
    }
    // 支出20亿元，是全年收入的6倍: a multiple of something else.
    guard item.quantity.kind == .ratio, clause.time.base == nil, clause.time.basePlanEnd == nil,
      ["是", "为", "相当于", "达到"].contains(where: { (word: StaticString) in scan.starts(clause.head, with: word) })
    else { return false }
    emit(item, clause, uncoded(last.indicator), .ratio, as: .aside)
    return true
  }

  /// - Parameter isWhole: whether the share is all of it: then what stands behind is what all of them do.
  private func isUse(_ clause: Clause, _ after: Range<Int>, isWhole: Bool) -> Bool {
    guard clause.verb == .none, !after.isEmpty, !clause.head.isEmpty else { return false }
    if isWhole {
      return !scan.starts(after, with: "的") && !scan.ends(clause.head, with: .measure)
        && !scan.ends(clause.head, with: "按")
    }
    return scan.starts(after, with: "用于") || scan.starts(after, with: "投向") || scan.starts(after, with: "的人口")
  }

  /// 全省的三分之一. Of a second one, 全省 alone is no head.
  private func whole(of item: Item, _ clause: Clause) -> (range: Range<Int>, comparator: Quantity.Comparator?)? {
    guard item.quantity.kind == .percent, item.quantity.isChinese, scan.ends(item.before, with: "的") else { return nil }
    let isAlone = item.isJoined && clause.head.isEmpty
    return sentence.comparedWhole(isAlone ? item.before.lowerBound..<item.before.upperBound - 3 : clause.head)
  }

  // MARK: The rate of a name

  private mutating func readPlainRate(_ item: Item, _ clause: Clause) {
    let quantity = item.quantity
    let isPlain = clause.verb == .none || clause.verb == .to
    var measure = Observation.Measure.of(quantity, clause)
    var head = clause.head
    var sign = 0
    var action: [UInt8]?
    var item = item
    // 标准不低于最低工资的10%: the bound stands before what the share is of.
    if quantity.kind == .percent, quantity.comparator == .equal, scan.ends(item.before, with: "的"),
      let bound = sentence.boundInside(head)
    {
      item.quantity.comparator = bound
    }
    if quantity.kind == .percent, isPlain, !head.isEmpty {
      if let verb = leadingChange(head) {
        measure = .growth
        sign = verb.parts.contains(.fall) ? -1 : 1
        action = scan.bytes(head.lowerBound..<verb.end)
        head = scan.trimmed(verb.end..<head.upperBound)
      } else if sentence.isGrowthName(head) {
        measure = .growth
        if sentence.isFallName(head) { sign = -1 }
        head = sentence.withoutGrowthName(head)
      }
    }
    if head.isEmpty, clause.both, measure == .growth || measure == .averageGrowth, let both = bothBefore() {
      emit(item, clause, both, measure, sign: sign, as: .aside)
      return
    }
    // 增长5%，三成的企业没有研发机构: what the clause goes on to say is of its own.
    let opensClause = !item.isJoined && scan.trimmed(item.before).isEmpty && !scan.trimmed(item.after).isEmpty
    if head.isEmpty, measure == .share, isPlain, !opensClause, !isOfGoal(item), let last = memory.last.subject {
      measure = inheritedRate(last)
    }
    var who = rateSubject(item, clause, head, measure)
    if readAgainstBase(item, clause, head, measure, &who) { return }
    if let action {
      who.action = action
      who.headline = nil
    } else if measure == .growth, who.headline == nil, scan.find("比", in: item.before) == nil,
      scan.find("较", in: item.before) == nil,
      scan.ends(clause.verbRange, with: "压减") || scan.ends(clause.verbRange, with: "压缩")
    {
      // 一般性支出再压减5%
      who.action = Array((scan.ends(clause.verbRange, with: "压减") ? "压减" : "压缩").utf8)
    }
    // 为预算的98%, 占比5%: a share of what the sentence goes on to speak of.
    let isAside =
      measure == .share && extendsLast(who.indicator) && sentence.budgetBase(head) != nil
      || scan.starts(head, with: "占比")
    emit(item, clause, who, measure, sign: sign, as: head.isEmpty || isAside ? .aside : .subject)
  }

  /// 压缩一般性支出15%: a verb of change leads.
  private func leadingChange(_ head: Range<Int>) -> (end: Int, parts: Cues.Parts)? {
    guard !scan.isIndicator(head), !scan.starts(head, with: "增长面"),
      let verb = scan.cue([.rise, .fall], at: head.lowerBound, to: head.upperBound),
      verb.end - head.lowerBound >= 6, verb.end < head.upperBound, !scan.starts(head, with: "新增"),
      !scan.ends(head, with: "率"), !scan.ends(head, with: "比重"), !scan.ends(head, with: "比例")
    else { return nil }
    return verb
  }

  private mutating func rateSubject(
    _ item: Item,
    _ clause: Clause,
    _ head: Range<Int>,
    _ measure: Observation.Measure
  ) -> Subject {
    let after = scan.trimmed(item.after)
    let isBareVerb = head.count >= 6 && scan.cue(.act, at: head.lowerBound, to: head.upperBound)?.end == head.upperBound
    if head.isEmpty || isBareVerb, clause.verb == .none || clause.verb == .to, measure == .share, !after.isEmpty,
      item.quantity.kind == .percent
    {
      // 80%的企业落户园区: what they do says of which the share is.
      return uncoded(scan.bytes(scan.starts(after, with: "的") ? (after.lowerBound + 3)..<after.upperBound : after))
    }
    var who = rated(head, clause, item.quantity)
    if head.isEmpty, measure == .growth, let name = Self.withoutGrowthName(who.indicator) {
      who.indicator = name
      who.headline = headline(name, area: memory.last.area)
    }
    return who
  }

  private static func withoutGrowthName(_ name: [UInt8]) -> [UInt8]? {
    guard name.count > 6, name.ends(with: "增速") || name.ends(with: "增幅") || name.ends(with: "涨幅") else { return nil }
    return Array(name.dropLast(6))
  }

  /// A share of an earlier year, or of a goal.
  private mutating func readAgainstBase(
    _ item: Item,
    _ clause: Clause,
    _ head: Range<Int>,
    _ measure: Observation.Measure,
    _ who: inout Subject
  ) -> Bool {
    guard item.quantity.kind == .percent, measure == .share, scan.ends(item.before, with: "的") else { return false }
    let before = item.before.lowerBound..<(item.before.upperBound - 3)
    // 恢复到2019年的108%
    if !clause.isFrom, let base = sentence.earlierYear(endingAt: before.upperBound, before, than: context.year) {
      who = who.renamed(who.indicator + Array("相当于".utf8) + scan.bytes(base))
      emit(item, clause, who, .share, as: .aside, period: context.year.map { Period(year: $0) })
      return true
    }
    // 完成全年目标的111.2%
    let isOfGoal = head.isEmpty || ["为", "达到", "完成"].contains { (word: StaticString) in scan.starts(head, with: word) }
    guard let start = scan.word(.goal, endingAt: before.upperBound, from: before.lowerBound) else { return false }
    // 进出口总额仅完成计划的76%: of what the clause itself names.
    let isOwn = ["完成", "达到", "实现", "为"].contains { (word: StaticString) in
      scan.ends(before.lowerBound..<start, with: word)
    }
    guard isOfGoal && head.count <= 30 || isOwn else { return false }
    let owner = head.isEmpty || !isOfGoal ? who : memory.last.subject ?? who
    who = owner.renamed(goalShare(owner.indicator, start..<before.upperBound))
    emit(item, clause, who, .share, as: .aside)
    return true
  }

  /// 增长5%，完成年度目标的98%: a share, whatever stood before.
  private func isOfGoal(_ item: Item) -> Bool {
    scan.ends(item.before, with: "的")
      && scan.word(.goal, endingAt: item.before.upperBound - 3, from: item.before.lowerBound) != nil
  }

  private func extendsLast(_ name: [UInt8]) -> Bool {
    guard let last = memory.last.subject else { return false }
    return name.count > last.indicator.count && name.starts(with: last.indicator)
  }

  /// 接待游客30万人次、旅游收入2亿元，均增长20%以上: the two that were told last, together.
  private func bothBefore() -> Subject? {
    guard memory.last.subjects.count > 1, let last = drafts.last, last.measure == .level, drafts.count > 1,
      drafts[drafts.count - 2].measure == .level
    else { return nil }
    let names = memory.last.subjects.suffix(2)
    guard let first = names.first, let second = names.last, first.indicator != second.indicator,
      last.indicator == second.indicator, drafts[drafts.count - 2].indicator == first.indicator
    else { return nil }
    return uncoded(first.indicator + Array("、".utf8) + second.indicator)
  }

  /// Whether the figure before was a growth.
  var hasGrown: Bool { memory.last.measure == .growth || memory.last.measure == .averageGrowth }

  /// What a bare percentage is when the figure before it was of the same thing: 增长7%以上，力争达到8% is a growth,
  /// 增速高于全省1个百分点、7%左右 too. A rate has a level of its own.
  private func inheritedRate(_ subject: Subject) -> Observation.Measure {
    let name = subject.indicator
    func ends(_ words: [StaticString]) -> Bool { words.contains { name.ends(with: $0) } }
    if ends(["增速", "增幅", "涨幅"]) || name == memory.grown { return .growth }
    guard hasGrown, headline(name, area: nil) != nil, !ends(["率", "比重", "占比", "比例"]) else { return .share }
    return memory.last.measure ?? .growth
  }
}
