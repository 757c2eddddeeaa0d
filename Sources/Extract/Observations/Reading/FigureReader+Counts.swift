import Documents
import Lexicon

/// Numbers before their noun, and what the things counted do.
extension FigureReader {
  /// A number before its noun: 13个亿元以上项目签约.
  mutating func readCount(_ item: Item, _ given: Clause, _ found: ActionParts, _ after: Range<Int>) {
    var clause = given
    var parts = found
    // 12个部门整合为9个: what there was before.
    if parts.object.isEmpty, parts.action == nil, let noun = sentence.mergedNoun(behind: item.quantity) {
      var left = clause
      left.isFrom = true
      emit(item, left, uncoded(scan.bytes(noun)), .level)
      return
    }
    // 以优惠价为9个县供应煤炭2万吨: by what means, for whom.
    let isServed = parts.object.isEmpty && scan.ends(item.before, with: "为")
    // 6批次重大项目集中开工: what is held is named by all that follows.
    var tail =
      item.quantity.unit.isOfEvents && !scan.starts(after, with: "的")
      ? PredicateParts(noun: after, predicate: nil, object: nil)
      : sentence.splitPredicate(
        after,
        isCaused: isServed || parts.action.map { scan.words.covers($0, .leading) } ?? false,
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
      return scan.words.covers(shared, .carrying) ? shared : nil
    }
    return clause.verb == .to && !clause.isChild && scan.covers(clause.verbRange, "完成")
      ? scan.bytes(clause.verbRange) : nil
  }

  /// 甲公司、乙公司两户, 甲业、乙业等2个: as many names as are counted.
  @discardableResult
  mutating func noteRoster(_ names: Range<Int>, _ quantity: Quantity) -> Bool {
    let count = quantity.value.digits
    guard count > 1, count < 10, quantity.value.fraction == 0, quantity.high == nil,
      sentence.elided(names, count).count == count
    else { return false }
    memory.topics = names
    return true
  }
}
