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
    // 900名干部服务4000家企业: what those do who stand before.
    if !after.isEmpty, parts.action == nil, !item.isFirst, quantity.unitKind == .count,
      scan.covers(parts.object, .serving)
    {
      parts = ActionParts(action: scan.bytes(parts.object), object: parts.object.upperBound..<parts.object.upperBound)
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
        if readHandedOn(item, clause, parts) { return }
        readBareLevel(item, clause, parts)
      } else {
        readNamedLevel(item, clause, parts)
      }
    } else {
      readCount(item, clause, parts, after)
    }
  }

  /// What stands behind the number, as far as it can name what is counted.
  private func said(of item: Item, _ clause: Clause) -> Range<Int> {
    let after = scan.trimmed(item.after)
    // 加上结转资金3亿元后，总收入为…
    if item.quantity.unitKind == .money, scan.covers(after, "后") { return after.upperBound..<after.upperBound }
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
    // 耕地质量提升5万亩: over how much land it was done.
    if !clause.hasCompare, clause.verb == .rise, clause.head.upperBound == clause.verbRange.lowerBound,
      quantity.unit.ends(with: "亩") || quantity.unit.ends(with: "公顷"), scan.ends(clause.head, with: .quality)
    {
      clause.head = clause.head.lowerBound..<clause.verbRange.upperBound
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

}
