import Documents
import Lexicon

/// Sums of budgets and debts: the figure that a growth is on, who spends, how far from a limit.
extension FigureReader {
  /// 比上年执行数5000万元增长1%: the figure of the year before, which the growth is on.
  mutating func readYearBefore(_ item: Item, _ clause: Clause) -> Bool {
    guard clause.hasCompare, clause.verb == .none, clause.head.isEmpty, let last = memory.last.subject,
      let year = context.year, clause.time.base == nil || clause.time.base == year - 1,
      scan.cue([.rise, .fall], at: item.after.lowerBound, to: sentence.range.upperBound) != nil
    else { return false }
    emit(item, clause, last, .level, as: .aside, status: .actual, period: Period(year: year - 1))
    return true
  }

  /// 中央财政安排429亿元，市财政拟投入2亿元: who spends is not what for.
  mutating func readSpender(_ item: Item, _ clause: Clause) -> Bool {
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
  mutating func readAgainstLimit(_ item: Item, _ clause: Clause, _ after: Range<Int>) -> Bool {
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
}
