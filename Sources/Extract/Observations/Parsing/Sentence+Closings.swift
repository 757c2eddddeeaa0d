import Lexicon

/// Where what closes a stretch begins: a bracket that explains, the base of a rate or a sum, a goal, a span of years.
extension Sentence {
  /// Where a bracket begins that says how a word is used from here on: (下同), (以下简称"预算"), (同口径，下同).
  func asideStart(endingAt end: Int, from start: Int) -> Int? {
    guard let open = scan.find("(", in: max(start, end - 90)..<end), open > start else { return nil }
    let inside = open..<end
    return ["下同", "以下简称", "以下称", "简称", "同口径"].contains { (word: StaticString) in scan.find(word, in: inside) != nil }
      ? open : nil
  }

  /// 按 right before a rate that is set or followed: where the name ends, and the verb that stands behind the rate.
  func rateBase(endingAt end: Int, from start: Int) -> (end: Int, verb: Clause.Verb?)? {
    guard scan.scalar(before: end, from: start).isOne(of: "按照") else { return nil }
    for word in ["拟按照", "约按照", "拟按", "约按", "按照", "按"] as [StaticString] where scan.ends(start..<end, with: word) {
      let name = end - word.utf8CodeUnitCount
      guard name >= start + 6, let token = tokens.first(where: { $0.kind == .quantity && $0.range.lowerBound >= end })
      else { return nil }
      let behind = token.range.upperBound
      for verb in ["递增", "增长", "增加", "提高"] as [StaticString] where scan.has(verb, at: behind, to: range.upperBound) {
        return (name, .rise)
      }
      for verb in ["递减", "压减", "下降", "减少"] as [StaticString] where scan.has(verb, at: behind, to: range.upperBound) {
        return (name, .fall)
      }
      return scan.has("安排", at: behind, to: range.upperBound) ? (name, nil) : nil
    }
    return nil
  }

  func isShareOfPlan(_ head: Range<Int>) -> Bool {
    guard let goal = scan.word(.goal, endingAt: head.upperBound, from: head.lowerBound) else { return false }
    return scan.scalar(before: goal, from: head.lowerBound) == "占"
  }

  /// A span of years that 的N年间 follows.
  func yearsBetween(endingAt end: Int, from start: Int) -> NamedPeriod? {
    guard scan.ends(start..<end, with: "年间"),
      let found = periods.last(where: { $0.range.upperBound <= end - 6 && $0.range.lowerBound >= start }),
      found.startYear != found.endYear, scan.has("的", at: found.range.upperBound, to: end)
    else { return nil }
    return found
  }

  func isWholePlan(_ period: NamedPeriod) -> Bool {
    scan.has("时期", at: period.range.upperBound, to: range.upperBound)
      || scan.has("期间", at: period.range.upperBound, to: range.upperBound)
  }

  /// 断面比例连续两年为100%: how long it has held is no part of the name.
  func streak(endingAt end: Int, from start: Int) -> Int? {
    guard scan.scalar(before: end, from: start).isOne(of: "年度次月") else { return nil }
    let cut = withoutCount(start..<end)
    guard cut < end, cut > start, scan.has("连续", at: cut, to: end) || scan.has("已连续", at: cut, to: end) else {
      return nil
    }
    return cut
  }

  /// 超年度目标, 超额完成任务: by how much more there is than was planned.
  func overGoal(endingAt end: Int, from start: Int) -> Int? {
    guard scan.scalar(before: end, from: start).isOne(of: "标务划算"),
      let goal = scan.word(.goal, endingAt: end, from: start) ?? scan.word(.budget, endingAt: end, from: start)
    else { return nil }
    let before = start..<(scan.ends(start..<goal, with: "年初") ? goal - 6 : goal)
    for word in ["超额完成", "超过", "超出", "超"] as [StaticString] where scan.ends(before, with: word) {
      return before.upperBound - word.utf8CodeUnitCount
    }
    return nil
  }

  /// 每人每月, 每亩: the base of a sum that stands right before it.
  func perHead(endingAt end: Int, from start: Int) -> Int? {
    return scan.word(.perhead, endingAt: end, from: start + 1)
  }
}
