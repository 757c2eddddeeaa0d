import Lexicon

/// Things counted: where their noun ends, and what begins to say something of them.
extension Sentence {
  /// Where the verbs begin that lead from a count to how many are left: 整合为 of 12个部门整合为9个.
  func merging(_ gap: Range<Int>) -> Int? {
    guard scan.scalar(before: gap.upperBound, from: gap.lowerBound).isOne(of: "为到至成") else { return nil }
    var end = gap.upperBound - 3
    while let verb = scan.word(.merging, endingAt: end, from: gap.lowerBound) { end = verb }
    if end == gap.upperBound - 3, let verb = scan.cue([.rise, .fall], endingAt: end, from: gap.lowerBound),
      end - verb.start >= 6
    {
      end = verb.start
    }
    return end < gap.upperBound - 3 ? end : nil
  }

  /// 部门 of 12个部门整合为9个: what there were 12 of.
  func mergedNoun(behind quantity: Quantity) -> Range<Int>? {
    let start = quantity.quote.upperBound
    guard let next = tokens.first(where: { $0.range.lowerBound >= start }), next.kind == .quantity,
      quantities[next.index].unit == quantity.unit, let end = merging(start..<next.range.lowerBound), end >= start + 6
    else { return nil }
    return scan.trimmed(start..<end)
  }

  func opensCaused(_ noun: Range<Int>, _ verb: Int, _ end: Int) -> Bool {
    noun.count >= 6 && end - verb >= 6 && scan.ends(noun, with: .doer) && !nounFollows(verb, end)
  }

  func opensRelation(_ position: Int, _ end: Int) -> Bool {
    switch scan.scalar(at: position, to: end) {
    case "对", "向":
      let next = scan.scalar(at: position + 3, to: end)
      return next.isHan && !next.isOne(of: "象接口应标导日")
    case "与":
      return ["合作", "共建", "对接", "联动", "结对"].contains { (word: StaticString) in
        scan.find(word, in: position..<end) != nil
      }
    default: return false
    }
  }

  func isPerson(endingAt end: Int, from start: Int) -> Bool {
    scan.scalar(before: end, from: start).isOne(of: "员师生医")
      || ["干部", "人才", "专家", "群众", "青年"].contains {
        (word: StaticString) in scan.ends(start..<end, with: word)
      }
  }

  /// 提质强能, 扩容增效: two verbs of one character, each with its object.
  private func pairOfActs(endingAt end: Int, from start: Int) -> Int? {
    let cut = end - 12
    guard cut >= start + 6 else { return nil }
    let acts: StaticString = "提扩增强优补降减改升延壮活"
    guard scan.scalar(at: cut, to: end).isOne(of: acts), scan.scalar(at: cut + 6, to: end).isOne(of: acts),
      scan.scalar(at: cut + 3, to: end).isHan, scan.scalar(at: cut + 9, to: end).isHan,
      scan.cue(.act, at: cut - 3, to: end).map({ $0.end > cut }) != true
    else { return nil }
    return cut
  }

  /// 27个片区城市更新: what is done to the things counted has a noun's form.
  func activityStart(_ after: Range<Int>) -> Int? {
    let pair = pairOfActs(endingAt: after.upperBound, from: after.lowerBound)
    let word = scan.word(.activity, endingAt: after.upperBound, from: after.lowerBound + 6)
    let found = pair.map { min($0, word ?? $0) } ?? word
    guard let found, !scan.ends(after.lowerBound..<found, with: "、"), !scan.ends(after.lowerBound..<found, with: "和")
    else { return nil }
    return found
  }

  /// 7家化工园区安全风险等级达到D级: a grade that the things counted have reached.
  func gradeStart(_ after: Range<Int>) -> Int? {
    guard
      let reach = scan.find("达到", in: after) ?? scan.find("达标", in: after) ?? scan.find("提升至", in: after)
        ?? scan.find("实现全", in: after)
    else { return nil }
    guard let cut = scan.find(.graded, in: after.lowerBound..<reach)?.upperBound else { return nil }
    return cut
  }

  /// 已 of 已签约项目: what stands before the verb is no noun.
  func isHalfNoun(_ range: Range<Int>) -> Bool {
    guard range.count == 3 else { return false }
    // 已拟待新未在被
    return scan.scalar(at: range.lowerBound, to: range.upperBound).isOne(of: "已拟待新未在被")
  }

  func isPredicate(_ position: Int, _ cue: (end: Int, parts: Cues.Parts), _ noun: Range<Int>, _ end: Int)
    -> Bool
  {
    if isClassWord(cue.end, end) { return false }
    if cue.parts.contains(.manner) { return true }
    if cue.end == end { return true }
    // 10个乡村建设示范乡镇: the verb is half of the name.
    if scan.word(.pioneer, at: cue.end, to: end) != nil { return false }
    if scan.word(.outcome, at: position, to: end) != nil { return true }
    if scan.cue(.manner, at: cue.end, to: end)?.end == end { return true }
    // 20个县深化…, 5个村建立…: the noun is one character.
    let isPlace = noun.count == 3 && scan.scalar(at: noun.lowerBound, to: noun.upperBound).isOne(of: "县市区镇乡村州")
    if nounFollows(cue.end, end) || end - cue.end <= 6 { return false }
    if isPlace { return true }
    if scan.cue(.manner, at: cue.end, to: end) != nil { return true }
    return scan.ends(noun, with: .doer)
  }

  /// Where the noun of things counted ends before a predicate whose verb no list has: 9名医护人员奔赴….
  func countedEnd(_ after: Range<Int>) -> Int? {
    // "一村一品"示范村: a word of a name in quotation marks.
    let after = after.lowerBound..<(text[after].firstIndex(of: UInt8(ascii: "\"")) ?? after.upperBound)
    guard let noun = scan.findInOrder(.counted, in: after), noun.upperBound + 6 <= after.upperBound,
      noun.count > 3 || !scan.scalar(before: noun.lowerBound, from: after.lowerBound).isOne(of: "农乡")
    else { return nil }
    // 村集体经济收入: whose it is.
    guard
      scan.word(.suffix, at: noun.upperBound, to: after.upperBound) == nil
        || noun.count == 3 && scan.has("集体经", at: noun.upperBound, to: after.upperBound)
    else { return nil }
    return noun.upperBound
  }
}
