import Documents
import Lexicon

/// Amounts and counts.
extension FigureReader {
  mutating func readLevel(_ item: Item, _ given: Clause) {
    let quantity = item.quantity
    var after = said(of: item, given)
    var clause = given
    // 12个部门整合为9个: what is left of them.
    if clause.verb == .to, let last = drafts.last, last.rule == .from, last.unit == quantity.unit,
      sentence.merging(item.before) == scan.trimmed(item.before).lowerBound
    {
      clause.head = clause.head.lowerBound..<clause.head.lowerBound
    }
    if traits.isBudget, quantity.unitKind == .money, clause.head.count > 24, let added = sentence.added(in: clause.head)
    {
      clause.head = added
    }
    guard actsRatherThanChanges(&clause, quantity, after) else {
      emit(item, clause, subject(clause.head), .change, as: clause.head.isEmpty ? .aside : .subject)
      return
    }
    var parts = sentence.split(clause.head)
    // 汽车保有量13万辆，净增2万辆: how many more of them there are.
    if scan.covers(clause.head, "净增"), after.isEmpty, let last = drafts.last, last.measure == .level,
      last.action == nil,
      last.unit == quantity.unit
    {
      clause.head = clause.head.lowerBound..<clause.head.lowerBound
      clause.verb = .rise
      emit(item, clause, subject(clause.head), .change, as: .aside)
      return
    }
    if quantity.unitKind == .money, let action = parts.action, scan.ends(parts.object, with: .fund),
      scan.words.end(of: .spending, beginning: action) == nil
    {
      // 扶持村集体经济发展资金9万元: what the money is for is part of its name.
      parts = ActionParts(action: nil, object: clause.head)
    }
    if after.isEmpty, parts.action == nil, let done = sentence.accomplished(clause.head) { parts = done }
    if quantity.unitKind == .money, scan.starts(clause.head, with: "为") || scan.starts(clause.head, with: "完成"),
      let last = memory.last.subject, let base = sentence.budgetBase(clause.head)
    {
      // 为年初预算5000万元的98%: what was voted for what the sentence speaks of.
      let name = base.dropFirst(3).dropLast(6)
      emit(item, clause, uncoded(last.indicator + name), .level, as: .aside)
      return
    }
    if readYearBefore(item, clause) || readSpender(item, clause) || readAgainstLimit(item, clause, after) { return }
    if parts.action == nil, clause.head == clause.verbRange, !clause.head.isEmpty {
      parts = ActionParts(action: scan.bytes(clause.head), object: clause.head.upperBound..<clause.head.upperBound)
    }
    if scan.ends(clause.head, with: "等") {
      if !after.isEmpty, parts.action == nil, quantity.unitKind == .count {
        noteRoster(parts.object.lowerBound..<max(parts.object.lowerBound, parts.object.upperBound - 3), quantity)
      }
      let start = parts.object.lowerBound
      parts.object = start..<(after.isEmpty ? max(start, parts.object.upperBound - 3) : start)
    }
    // 布局打造14个中心: both act.
    if !after.isEmpty, let action = parts.action, parts.object.count >= 6,
      scan.cue(.act, at: parts.object.lowerBound, to: parts.object.upperBound)?.end == parts.object.upperBound,
      parts.object.lowerBound - action.count >= clause.head.lowerBound,
      scan.bytes((parts.object.lowerBound - action.count)..<parts.object.lowerBound) == action
    {
      parts.action = action + scan.bytes(parts.object)
      parts.object = parts.object.upperBound..<parts.object.upperBound
    }
    // 剩余3亿元按规定结转下年: what is left is told by its own word.
    let isRest =
      quantity.unitKind == .money && (scan.covers(parts.object, "剩余") || scan.covers(parts.object, "结余"))
    if isRest { after = after.upperBound..<after.upperBound }
    // 推动将甲、乙等15个事项列入计划: what is led to names nothing of its own.
    if !after.isEmpty, sentence.isMoved(item.before), scan.find("等", in: item.before) != nil {
      parts = ActionParts(action: nil, object: clause.head.upperBound..<clause.head.upperBound)
    }
    // 安排2亿元用于乡村教育: the purpose is the sum's name.
    if quantity.unitKind == .money, parts.object.isEmpty,
      scan.word(.purpose, at: after.lowerBound, to: after.upperBound) != nil,
      scan.covers(clause.verbRange, "安排") || parts.action?.equals("安排") == true
    {
      after = after.upperBound..<after.upperBound
    }
    if !after.isEmpty {
      let isPlain = quantity.unitKind == .count && clause.verb == .none
      parts = sentence.beforeCounted(parts, unit: isPlain ? quantity.unit : nil)
    }
    // 以优惠价为9个县供应煤炭2万吨: by what means.
    if !after.isEmpty, parts.action == nil, scan.starts(parts.object, with: "以"), scan.ends(item.before, with: "为") {
      parts.object = parts.object.upperBound..<parts.object.upperBound
    }
    if !isRest, sentence.isPreposition(parts.object) {
      parts.object = parts.object.upperBound..<parts.object.upperBound
    }

    let has = scan.ends(clause.verbRange, with: "拥有") || scan.ends(clause.verbRange, with: "有")
    // 总投资12亿元的职教中心: what has a name of its own is not named by what it describes.
    let describes =
      scan.starts(after, with: "的") && !parts.object.isEmpty
      && (!parts.isLight || sentence.cost(endingAt: parts.object) != nil)
    if quantity.unitKind == .money, !after.isEmpty, isGiven(clause) {
      // 对购房者给予2万元补贴: what it is given as.
      emit(item, clause, uncoded(scan.bytes(after), action: Array("给予".utf8)), .level)
      return
    }
    if !parts.object.isEmpty, parts.action == nil, quantity.unit.isTerm, !after.isEmpty,
      scan.cue(.act, at: after.lowerBound, to: after.upperBound)?.end == after.upperBound
    {
      // 企业开办1天办结: within which time it is done.
      emit(item, clause, uncoded(scan.bytes(parts.object), action: scan.bytes(after)), .level)
    } else if after.isEmpty || sentence.isStep(after) || describes
      || clause.verb == .to && !parts.object.isEmpty && !has
    {
      if parts.object.isEmpty {
        readBareLevel(item, clause, parts)
      } else {
        readNamedLevel(item, clause, parts)
      }
    } else {
      readCount(item, clause, parts, after)
    }
  }

  /// 比上年执行数5000万元增长1%: the figure of the year before, which the growth is on.
  private mutating func readYearBefore(_ item: Item, _ clause: Clause) -> Bool {
    guard clause.hasCompare, clause.verb == .none, clause.head.isEmpty, let last = memory.last.subject,
      let year = context.year, clause.time.base == nil || clause.time.base == year - 1,
      scan.cue([.rise, .fall], at: item.after.lowerBound, to: sentence.range.upperBound) != nil
    else { return false }
    emit(item, clause, last, .level, as: .aside, status: .actual, period: Period(year: year - 1))
    return true
  }

  /// 中央财政安排429亿元，市财政拟投入2亿元: who spends is not what for.
  private mutating func readSpender(_ item: Item, _ clause: Clause) -> Bool {
    guard item.quantity.unitKind == .money else { return false }
    var head = clause.head
    var verb: Range<Int>?
    if clause.verb == .to, scan.ends(clause.verbRange, with: "安排") {
      verb = clause.verbRange
    } else if let start = scan.word(.raise, endingAt: head.upperBound, from: head.lowerBound), start > head.lowerBound {
      verb = start..<head.upperBound
      head = head.lowerBound..<start
    }
    for word in ["拟", "共", "已", "累计"] as [StaticString] where scan.ends(head, with: word) {
      head = head.lowerBound..<(head.upperBound - word.utf8CodeUnitCount)
    }
    guard let verb, head.count <= 36, scan.ends(head, with: "财政") else { return false }
    let isPlan = scan.starts(verb, with: "拟")
    let name = scan.ends(verb, with: "安排") ? sentence.purpose(behind: item) : nil
    emit(item, clause, uncoded(name ?? Array("资金".utf8), action: isPlan ? nil : scan.bytes(verb)), .level)
    return true
  }

  /// 债务余额90亿元，低于债务限额3亿元: how far what was told stands from what was set.
  private mutating func readAgainstLimit(_ item: Item, _ clause: Clause, _ after: Range<Int>) -> Bool {
    guard after.isEmpty, !clause.hasCompare, clause.head.count <= 36, let last = memory.last.subject,
      drafts.last?.unit == item.quantity.unit,
      ["限额", "预算", "预算数", "目标", "任务"].contains(where: { (word: StaticString) in scan.ends(clause.head, with: word) })
    else { return false }
    let isBelow = scan.starts(clause.head, with: "低于")
    guard
      isBelow || ["超过", "高于", "超出"].contains(where: { (word: StaticString) in scan.starts(clause.head, with: word) })
    else { return false }
    emit(item, clause, last, .change, sign: isBelow ? -1 : 1, as: .aside)
    return true
  }

  /// What stands behind the number, as far as it can name what is counted.
  private func said(of item: Item, _ clause: Clause) -> Range<Int> {
    let after = scan.trimmed(item.after)
    // 拍卖款6000万元为一次性因素
    if item.quantity.unitKind == .money, !clause.head.isEmpty,
      scan.starts(after, with: "为") || scan.starts(after, with: "是")
    {
      return after.upperBound..<after.upperBound
    }
    // 投入2亿元支持…: what the money does is not its name.
    if item.quantity.unitKind == .money, scan.ends(clause.head, with: .fund), !scan.starts(after, with: "的") {
      return after.upperBound..<after.upperBound
    }
    if item.quantity.unitKind == .money, !clause.head.isEmpty, !isGiven(clause),
      let verb = scan.cue([.act, .lightAct, .manner], at: after.lowerBound, to: after.upperBound),
      verb.end - after.lowerBound >= 6
    {
      return after.upperBound..<after.upperBound
    }
    // 投资2亿元进行街区改造, 投资7亿元由某集团建设的…
    if item.quantity.unitKind == .money, !clause.head.isEmpty,
      ["进行", "由", "用于"].contains(where: { (word: StaticString) in scan.starts(after, with: word) })
    {
      return after.upperBound..<after.upperBound
    }
    return after
  }

  private func isGiven(_ clause: Clause) -> Bool {
    scan.ends(clause.head, with: "给予") || scan.ends(clause.verbRange, with: "给予")
  }

  /// Whether the figure is a level. A verb of change right before it acts on what is counted where nothing is compared;
  /// the clause's head then ends with the verb.
  private func actsRatherThanChanges(_ clause: inout Clause, _ quantity: Quantity, _ after: Range<Int>) -> Bool {
    guard Observation.Measure.of(quantity, clause) == .change else { return true }
    // 提升8条商业街区
    if !clause.hasCompare, clause.head.isEmpty, !after.isEmpty || memory.last.subject == nil {
      clause.head = clause.verbRange
      return true
    }
    // "一业一策"提升12条产业链: how it is done is no part of what is done.
    if !clause.hasCompare, !after.isEmpty, scan.ends(clause.head, with: "\"") {
      clause.head = clause.verbRange
      return true
    }
    // 改造提升8条街巷
    if !clause.hasCompare, !after.isEmpty || quantity.unitKind == .count && memory.unit == quantity.unit,
      let verb = scan.cue(.act, at: clause.head.lowerBound, to: clause.head.upperBound),
      verb.end == clause.head.upperBound
    {
      clause.head = clause.head.lowerBound..<clause.verbRange.upperBound
      clause.verbRange = clause.head
      return true
    }
    // 户均增收2000元
    if scan.ends(clause.head, with: "均") || scan.ends(clause.head, with: "均年"),
      scan.ends(clause.verbRange, with: "增收")
    {
      clause.head = clause.head.lowerBound..<clause.verbRange.upperBound
      clause.verb = .none
      return true
    }
    return false
  }

  /// A number before its noun: 13个亿元以上项目签约.
  private mutating func readCount(_ item: Item, _ given: Clause, _ found: ActionParts, _ after: Range<Int>) {
    var clause = given
    var parts = found
    // 12个部门整合为9个: what there was before.
    if parts.object.isEmpty, parts.action == nil, let noun = sentence.mergedNoun(behind: item.quantity) {
      var left = clause
      left.isFrom = true
      emit(item, left, uncoded(scan.bytes(noun)), .level)
      return
    }
    // 支持打造10个片区: two verbs, and what stands behind the number.
    if let action = parts.action, parts.object.count >= 6,
      scan.cue(.act, at: parts.object.lowerBound, to: parts.object.upperBound)?.end == parts.object.upperBound
    {
      parts.action = action + scan.bytes(parts.object)
      parts.object = parts.object.upperBound..<parts.object.upperBound
    }
    // 以优惠价为9个县供应煤炭2万吨: by what means, for whom.
    let isServed = parts.object.isEmpty && scan.ends(item.before, with: "为")
    // 6批次重大项目集中开工: what is held is named by all that follows.
    var tail =
      item.quantity.unit.isOfEvents && !scan.starts(after, with: "的")
      ? PredicateParts(noun: after, predicate: nil, object: nil)
      : sentence.splitPredicate(
        after,
        isCaused: isServed || Self.causes(parts.action),
        isMoved: parts.action == nil && sentence.isMoved(item.before)
      )
    // 在36个大类行业中，25个…: among those.
    if tail.object == nil, scan.ends(item.before, with: "在"), scan.ends(tail.noun, with: "中"), tail.noun.count > 6 {
      tail.noun = tail.noun.lowerBound..<(tail.noun.upperBound - 3)
    }
    if let time = tail.time, clause.time.named == nil { clause.time.named = time }
    // 4个断面水质达标率100%: what was measured of them is no act of theirs.
    let isMeasured = tail.predicate.map { $0.ends(with: "率") || $0.ends(with: "比例") || $0.equals("水质") } ?? false
    var action = isMeasured ? nil : tail.predicate ?? item.lentPredicate
    if parts.action == nil { parts.action = completing(item, clause) }
    if let first = parts.action { action = action.map { first + $0 } ?? first }
    if isServed, action == nil, parts.object.isEmpty,
      let verb = scan.cue(.act, at: after.upperBound, to: sentence.range.upperBound)
    {
      action = scan.bytes(after.upperBound..<verb.end)
    }
    if sentence.isListOfNames(parts.object) {
      if item.quantity.isChinese, parts.action == nil, noteRoster(parts.object, item.quantity) {
        memory.segment.roster = parts.object.lowerBound..<tail.noun.upperBound
      }
      parts.object = parts.object.upperBound..<parts.object.upperBound
    }
    if tail.noun.isEmpty, tail.object == nil, parts.object.isEmpty {
      guard let predicate = tail.predicate else { return }
      // 总量达到10家(其中6家牵头建设、4家参与建设)
      if clause.isChild || item.quantity.unit == memory.unit, let known = memory.last.subject?.indicator {
        emit(item, clause, uncoded(known, action: predicate), .level)
      } else {
        emit(item, clause, uncoded(predicate), .level)
      }
      return
    }
    var indicator = tail.object ?? scan.bytes(parts.object)
    if tail.object == nil {
      indicator += scan.text[tail.noun]
      if let lent = item.lentNoun { indicator += scan.text[lent] }
    }
    var who = coded(indicator, action: action)
    if action == nil,
      item.isJoined || scan.ends(sentence.range.lowerBound..<item.quantity.quote.lowerBound, with: "的")
    {
      who.action = memory.last.action
    }
    if let verb = parts.action { memory.last.action = verb }
    emit(item, clause, who, .level)
  }

  /// 完成9个村的规划, 推进3个园区和4个镇的建设: the verb before the number, or before the first of a list, acts on what is
  /// counted.
  private func completing(_ item: Item, _ clause: Clause) -> [UInt8]? {
    guard item.quantity.unitKind == .count || item.quantity.unitKind == .measure, clause.head.isEmpty else {
      return nil
    }
    if item.isJoined, let shared = memory.last.action {
      return ["完成", "推进", "实施", "启动", "开展", "推动", "支持", "抓好", "确保"].contains { (verb: StaticString) in
        shared.equals(verb)
      } ? shared : nil
    }
    return clause.verb == .to && !clause.isChild && scan.covers(clause.verbRange, "完成")
      ? scan.bytes(clause.verbRange) : nil
  }

  /// 甲公司、乙公司两户, 甲业、乙业等2个: as many names as are counted.
  @discardableResult
  private mutating func noteRoster(_ names: Range<Int>, _ quantity: Quantity) -> Bool {
    let count = quantity.value.digits
    guard count > 1, count < 10, quantity.value.fraction == 0, quantity.high == nil,
      sentence.elided(names, count).count == count
    else { return false }
    memory.topics = names
    return true
  }

  /// 推动9个县开展试点: who is led to do something, and what.
  private static func causes(_ action: [UInt8]?) -> Bool {
    guard let action else { return false }
    return ["推动", "支持", "鼓励", "引导", "组织", "帮助", "助力", "指导", "督促", "带动", "促进"].contains { (word: StaticString) in
      action.equals(word)
    }
  }

  // MARK: Without a name

  /// A figure with at most a verb before it and nothing behind it.
  private mutating func readBareLevel(_ item: Item, _ clause: Clause, _ parts: ActionParts) {
    let isMoney = item.quantity.unitKind == .money
    var who: Subject
    if isMoney, traits.isBudget, drafts.isEmpty, var told = paragraph.accountTold,
      case let verb = parts.action ?? scan.bytes(clause.verbRange), verb.equals("完成") || verb.equals("执行")
    {
      // 支出预算调整为80亿元。实际完成75亿元: of the account that the sentence before has told.
      told.action = nil
      memory.last.area = told.area
      told.headline = headline(told.indicator, area: told.area)
      who = told
    } else if let action = parts.action, isMoney, action.count > 3, !scan.words.covers(action, .ownsum) {
      who = uncoded(purpose(of: action, behind: item) ?? Array("资金".utf8), action: action)
    } else if let action = parts.action, scan.ends(item.quantity.quote, with: "农户") {
      who = uncoded(Array("农户".utf8), action: action)  // 带动4000农户
    } else if let action = parts.action, let acted = memory.segment.acted, item.quantity.unitKind == .count,
      !item.quantity.unit.isOfPersons
    {
      who = uncoded(scan.bytes(acted), action: action)
    } else if let action = parts.action {
      who = stage(action, item, clause)
    } else if isMoney, scan.covers(clause.verbRange, "安排"), let thing = sentence.purpose(behind: item) {
      // 其中：安排7亿元，支持…: each sum has a purpose of its own.
      who = uncoded(thing, action: scan.bytes(clause.verbRange))
    } else if sumsUp(item) {
      who = uncoded(Array("合计".utf8))
    } else if memory.last.subject != nil || memory.topic != nil {
      who = subject(clause.head.upperBound..<clause.head.upperBound)
      // 新建充电桩88个、达到773个: the second is how many there are, not what was built.
      if let action = who.action, sentence.reachesTotal(clause), addsToStock(action) {
        who.action = nil
        who.headline = headline(who.indicator, area: memory.last.area)
        memory.last.subject = who  // 总量达到12万户，增长9%
      }
    } else if !clause.verbRange.isEmpty {
      let verb = scan.bytes(clause.verbRange)
      who =
        isMoney ? uncoded(purpose(of: verb, behind: item) ?? Array("资金".utf8), action: verb) : uncoded(verb)
    } else {
      return
    }
    // 总量达到: over the years from and to which the sentence has told.
    let sums = scan.find("总量", in: clause.verbRange) != nil
    let period = sums ? sumOfYears(who, item.quantity) : nil
    emit(item, clause, who, .level, as: parts.action == nil ? .aside : .subject, period: period)
  }

  /// 甲3亿元、乙2亿元，合计5亿元: of all that was told before, under no name of its own.
  private func sumsUp(_ item: Item) -> Bool {
    let stretch = scan.trimmed(item.before)
    guard ["合计", "总计", "共计"].contains(where: { (word: StaticString) in scan.starts(stretch, with: word) }) else {
      return false
    }
    let told = drafts.filter { $0.measure == .level && $0.unit == item.quantity.unit }
    guard told.count > 1, Set(told.map(\.indicator)).count == told.count else { return false }
    let sum = told.reduce(0) { $0 + $1.value.double }
    return abs(sum - item.quantity.value.double) < 0.11
  }

  private func purpose(of action: [UInt8], behind item: Item) -> [UInt8]? {
    action.equals("安排") ? sentence.purpose(behind: item) : nil
  }

  /// 新开工312个: the noun is that of the whole, or of the last things counted.
  private func stage(_ action: [UInt8], _ item: Item, _ clause: Clause) -> Subject {
    let isPart = memory.last.isPart
    let unit = item.quantity.unit
    var noun: [UInt8] = []
    let known = isPart ? memory.whole : memory.last.subject
    let follows = unit == memory.unit || isPart && drafts.last(where: { $0.measure == .level })?.unit == unit
    let isAlike = !isPart || drafts.last(where: { $0.indicator == known?.indicator })?.unit ?? unit == unit
    if follows, isAlike {
      noun = known?.indicator ?? []
    } else {
      // 签约项目700个、金额4900亿元，开工400个; 其中新建300个
      noun = drafts.last { $0.unit == unit && $0.measure == .level }?.indicator ?? []
    }
    // 重大项目建设提速，新开工30个
    if noun.isEmpty || noun == action { noun = sentence.projectsOpening(item.quantity) ?? [] }
    guard !noun.isEmpty else { return coded(action) }
    let isStage = item.quantity.unitKind == .count && !isPart && !clause.each && noun.count <= 60
    return uncoded(isStage ? noun : action + Self.stem(noun), action: action)
  }

  /// 新开工水利项目 -> 项目: the last noun of a longer name.
  private static func stem(_ name: [UInt8]) -> [UInt8] {
    for word in ["项目", "企业", "面积", "机构", "工程", "合同额", "经营主体", "市场主体", "个体经营户", "个体工商户"]
    where name.count > word.utf8.count {
      if name.ends(with: Array(word.utf8)) { return Array(word.utf8) }
    }
    return name
  }

  /// 新建, 新增, 培育: an act by which there are more.
  func addsToStock(_ action: [UInt8]) -> Bool {
    action.starts(with: "新") || scan.words.covers(action, .adding)
  }
}
