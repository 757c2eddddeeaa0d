import Documents
import Lexicon

/// Several values that belong to several subjects, in order: "城镇、农村人均收入分别达到5万元、3万元".
extension FigureReader {
  mutating func readList(_ items: ArraySlice<Item>, _ given: Clause) {
    guard let quantity = items.first?.quantity else { return }
    var clause = given
    let roster = quantity.kind == .rank ? takeRoster(&clause) : nil
    var list = ListSubjects(head: clause.head, measure: Observation.Measure.of(quantity, clause), sign: clause.sign)
    if let roster {
      list.subjects = [uncoded(roster)]
    } else if let share = clause.share {
      list.measure = .share
      list.subjects = shares(share, clause, items.count)
    } else if !clause.head.isEmpty {
      name(&list, clause, quantity, items.count)
    } else if quantity.kind != .rank, items.count > 1, memory.group.places.count == items.count,
      let last = memory.last.subject
    {
      list.subjects = [last]
    } else if quantity.kind == .rank, !clause.rank.baseBefore.isEmpty, let last = memory.last.subject {
      list.subjects = [last]
    } else if quantity.kind == .rank || items.count > 1 || clause.each {
      list.subjects = lastSubjects(items.count)
    }
    // 城镇化率分别比全国、全省低16和7个百分点: one name against two areas.
    if items.count == 2, isAgainstTwoAreas(clause, quantity) {
      list.subjects = [subject(sentence.isGrowthName(list.head) ? sentence.withoutGrowthName(list.head) : list.head)]
    }
    if list.subjects.count != items.count {
      list.subjects = Array(repeating: list.subjects.first ?? subject(list.head), count: items.count)
    }
    // 分别恢复到2019年的98%、95%: shares of that year's, now.
    if quantity.kind == .percent, list.measure == .share, clause.share == nil, !clause.isFrom, let first = items.first,
      scan.ends(first.before, with: "的"),
      let base = sentence.earlierYear(endingAt: first.before.upperBound - 3, first.before, than: context.year)
    {
      for index in list.subjects.indices {
        let name = list.subjects[index].indicator + Array("相当于".utf8) + scan.bytes(base)
        list.subjects[index] = list.subjects[index].renamed(name)
      }
      list.period = context.year.map { Period(year: $0) }
    }
    // 改造老街6条、小区44个3000户: the verb of the first holds for the sizes behind it.
    if quantity.kind == .level, items.first?.isJoined == true, let action = memory.last.action, clause.verb == .none,
      !clause.each, list.subjects.allSatisfy({ $0.action == nil && $0.headline == nil })
    {
      for index in list.subjects.indices { list.subjects[index].action = action }
    }
    // 甲县、乙区分别…: to each its own.
    if memory.group.places.count == items.count, items.count > 1 {
      for index in list.subjects.indices {
        list.subjects[index].area = memory.group.places[index]
        list.subjects[index].headline = nil
      }
    }
    if quantity.kind == .rank {
      guard
        clause.verb == .rank || clause.rank.scope != nil || !clause.rank.base.isEmpty
          || scan.ends(quantity.quote, with: "位")
      else { return }
    }
    deal(list, to: items, clause)
    dealOutYears(list.subjects, before: quantity.quote.lowerBound)
  }

  private func isAgainstTwoAreas(_ clause: Clause, _ quantity: Quantity) -> Bool {
    guard quantity.kind == .point || quantity.kind == .percent, clause.head.lowerBound <= quantity.quote.lowerBound
    else {
      return false
    }
    let before = clause.head.lowerBound..<quantity.quote.lowerBound
    return ["比全国、全省", "比全国和全省", "比全省、全国", "于全国、全省", "于全国和全省", "较全国、全省", "比全国、全区", "于全国、全区"].contains {
      (word: StaticString) in scan.find(word, in: before) != nil
    }
  }

  private struct ListSubjects {
    var head: Range<Int>
    var measure: Observation.Measure
    var sign: Int
    var subjects: [Subject] = []
    /// Instead of what the text says.
    var period: Period?
  }

  private mutating func deal(_ list: ListSubjects, to items: ArraySlice<Item>, _ clause: Clause) {
    for (item, subject) in zip(items, list.subjects) {
      var who = subject
      if item.quantity.kind == .rank { who.action = nil }
      let isLikeFirst = item.quantity.kind == items.first?.quantity.kind
      let measure = isLikeFirst ? list.measure : Observation.Measure.of(item.quantity, clause)
      var clause = clause
      if items.count == 2, !clause.rank.baseBefore.isEmpty {
        // 总量及增速分别居第二位、第四位
        if item.quantity.quote == items.first?.quantity.quote { clause.rank.base = clause.rank.baseBefore }
        clause.rank.baseBefore = []
      }
      emit(item, clause, who, measure, sign: list.sign, as: .aside, rule: .list, period: list.period)
    }
    dealOutQuarters(list.subjects)
    if items.first?.quantity.kind != .rank || memory.last.listed.isEmpty { memory.last.listed = list.subjects }
    if !clause.head.isEmpty, clause.share == nil {
      memory.last.subjects.append(contentsOf: list.subjects)
      memory.last.subject = list.subjects.last
    }
  }

  /// 占…比重分别为: the whole is said once.
  private mutating func shares(_ share: Range<Int>, _ clause: Clause, _ count: Int) -> [Subject] {
    let words = share.count == 3 && !memory.shareOf.isEmpty ? memory.shareOf : scan.bytes(share)
    if share.count > 3 { memory.shareOf = words }
    // 甲产业、乙产业产值占工业比重分别达…
    let names =
      clause.head.isEmpty ? lastSubjects(count).map(\.indicator) : sentence.elided(clause.head, count)
    return names.map { coded($0 + words) }
  }

  private mutating func name(_ list: inout ListSubjects, _ clause: Clause, _ quantity: Quantity, _ count: Int) {
    let head = clause.head
    if let subjects = subjects(dealtBy: clause, list.measure, count) {
      list.subjects = subjects
      return
    }
    // 接待游客、旅游收入分别增长: a verb in what a rate is of is part of its name.
    let isRate = quantity.kind != .level && (clause.verb == .rise || clause.verb == .fall)
    var parts = isRate ? ActionParts(action: nil, object: sentence.withoutCause(head)) : sentence.split(head)
    // 接待游客人次、旅游收入分别恢复到…: a known name, whatever verb it opens with.
    if parts.action != nil, let first = sentence.elided(head, count).first, count > 1,
      scan.indicators.trie.value(of: first) != nil || scan.words.ownedKinds(first).contains(.any)
    {
      parts = ActionParts(action: nil, object: head)
    }
    // 计划总投资、完成投资额分别为: no verb, but the front of the second name.
    if !isRate, parts.object.lowerBound > head.lowerBound, parts.action == nil,
      sentence.elided(head, count).count == count
    {
      parts = ActionParts(action: nil, object: head)
    }
    if quantity.kind == .percent, list.measure == .share,
      let verb = scan.cue([.rise, .fall], at: head.lowerBound, to: head.upperBound),
      verb.end - head.lowerBound >= 6, verb.end < head.upperBound, !scan.isIndicator(head), parts.action != nil
    {
      list.measure = .growth
      if verb.parts.contains(.fall) { list.sign = -1 }
    }
    if !scan.ends(parts.object, with: "等"), !parts.object.isEmpty { list.head = parts.object }
    // 筹集1亿元、2亿元: what is raised is not said.
    if quantity.unitKind == .money, parts.action == nil, isRaising(list.head) {
      list.subjects = Array(repeating: uncoded(Array("资金".utf8), action: scan.bytes(list.head)), count: count)
      return
    }
    let measure = list.measure
    var names = sentence.elided(list.head, count)
    // 接待游客、实现旅游收入分别增长
    for index in names.indices.dropFirst() where names[index].starts(with: "实现") || names[index].starts(with: "完成") {
      let rest = Array(names[index].dropFirst(6))
      if scan.indicators.trie.value(of: rest) != nil { names[index] = rest }
    }
    // 甲、乙产业发展较快，规上工业增加值分别增长…
    let isDealt = clause.each || scan.find("分别", in: sentence.range.lowerBound..<quantity.quote.lowerBound) != nil
    if names.count == 1, isDealt, let topics = topics(count) {
      list.subjects = topics.map { uncoded($0 + names[0]) }
      return
    }
    // 甲类投资、乙类投资占比分别达到…: what share it is of each.
    if measure == .share, quantity.kind == .percent, let last = names.last,
      let ending = (["占比", "比重"] as [StaticString]).first(where: { last.ends(with: $0) })
    {
      for index in names.indices
      where !["占比", "比重", "率", "比例"].contains(where: { (word: StaticString) in names[index].ends(with: word) }) {
        names[index] += "\(ending)".utf8
      }
    }
    // 实施项目9个，开工率、完成率分别为…: of the things counted.
    let areOwned = names.count > 1 && names.allSatisfy { isOwned($0) }
    list.subjects = names.map { name in
      let owner = areOwned ? owner(of: name) ?? [] : []
      return coded(owner + withNoun(name, quantity, measure), action: parts.isLight ? nil : parts.action)
    }
  }

  private func isRaising(_ head: Range<Int>) -> Bool {
    guard let verb = scan.cue(.act, at: head.lowerBound, to: head.upperBound), verb.end == head.upperBound,
      !scan.isIndicator(head)
    else { return false }
    return scan.covers(head, .raise)
  }

  /// 前三季度分别居第3、第6和第6位: a value for each quarter.
  private mutating func dealOutQuarters(_ subjects: [Subject]) {
    guard subjects.count == 3, drafts.count >= 3,
      subjects.allSatisfy({ $0.indicator == subjects[0].indicator }),
      let period = drafts[drafts.count - 1].period, period.startMonth == 1, period.endMonth == 9
    else { return }
    for quarter in 0..<3 {
      drafts[drafts.count - 3 + quarter].period = Period(
        year: period.endYear,
        months: (quarter * 3 + 1)...(quarter * 3 + 3)
      )
    }
  }

  /// 2022年、2023年分别增长5%、6%: of one name a value for each year.
  private mutating func dealOutYears(_ subjects: [Subject], before end: Int) {
    let count = subjects.count
    guard count > 1, drafts.count >= count, subjects.allSatisfy({ $0.indicator == subjects[0].indicator }),
      let years = sentence.yearsInRow(count, before: end)
    else { return }
    for (index, year) in years.enumerated() { drafts[drafts.count - count + index].period = Period(year: year) }
  }

  func lastSubjects(_ count: Int) -> [Subject] {
    if let topics = topics(count) { return topics.map { coded($0) } }
    if memory.last.listed.count == count { return memory.last.listed }
    // 城乡居民人均可支配收入均居全省第二，分别增长…: two names in the last one.
    if count > 1, let last = memory.last.subject, last.action == nil {
      let names = Sentence.together(last.indicator, count)
      if names.count == count { return names.map { coded($0) } }
    }
    var found: [Subject] = []
    for subject in memory.last.subjects.reversed() {
      if found.contains(where: { $0.indicator == subject.indicator }) { continue }
      found.append(subject)
      if found.count == count { break }
    }
    return found.count == count ? found.reversed() : []
  }

  /// 甲、乙、丙发展较快，分别增长…: the names that a stretch without a number has listed right before.
  private func topics(_ count: Int) -> [[UInt8]]? {
    guard count > 1, let topics = memory.topics else { return nil }
    var names = sentence.elided(topics, count)
    guard names.count == count else { return nil }
    // 航空、新能源、电子信息产业链
    for noun in ["产业链", "产业集群", "产业", "制造业", "行业"] as [StaticString] where names[count - 1].ends(with: noun) {
      for index in names.indices where !names[index].ends(with: noun) && !names[index].ends(with: "业") {
        names[index] += "\(noun)".utf8
      }
      break
    }
    return names
  }

  // MARK: 三次产业结构

  /// 9.4:35.2:55.4, each part with its industry.
  mutating func readStructure(_ items: ArraySlice<Item>, _ clause: Clause) {
    let names = ["第一产业", "第二产业", "第三产业"]
    let isOfInvestment = scan.find("投资", in: clause.head) != nil
    let measured = isOfInvestment ? "投资占固定资产投资比重" : "增加值占生产总值比重"
    for (item, name) in zip(items, names) {
      emit(item, clause, uncoded(Array((name + measured).utf8)), .share, as: .aside)
    }
  }
}
