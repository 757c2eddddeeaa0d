import Documents
import Lexicon

/// What the name and the words around a figure say of its years: whether it flows or stands, was reached or is a sum.
extension PeriodReader {
  /// 项目覆盖300个村: not done over the years, but so at their end.
  func isState(_ action: [UInt8]) -> Bool {
    scan.words.covers(action, .standing)
  }

  /// 粮食产量保持在12万吨左右, 民生支出占比稳定在80%以上: of what flows each year has had as much. 连续三年保持 has years of its own.
  var holds: Bool {
    guard clause.head.upperBound <= quantity.quote.lowerBound else { return false }
    let verb = clause.head.upperBound..<quantity.quote.lowerBound
    var start = verb.lowerBound
    while start > sentence.range.lowerBound, text[start - 1] != UInt8(ascii: ","), text[start - 1] != UInt8(ascii: ";")
    {
      start -= 1
    }
    guard ["保持", "稳定在", "维持"].contains(where: { (word: StaticString) in scan.find(word, in: verb) != nil }),
      scan.find("连续", in: start..<verb.upperBound) == nil
    else { return false }
    let name = subject.indicator
    if measure == .share { return name.holds("支出") || name.holds("投入") }
    if name.ends(with: "产量") || name.ends(with: "总产") { return true }
    return scan.indicators.trie.value(of: name).map { scan.indicators.all[Int($0)].kind == .flow } ?? false
  }

  /// 完成固定资产投资700亿元: what was done over the years, where 投资完成70亿元 is of the last.
  var isCompleted: Bool {
    (scan.starts(clause.head, with: "完成") || scan.starts(clause.head, with: "实现")) && isSum()
  }

  /// 达到, 突破, 跃上: a state at the end.
  var saysHeight: Bool {
    guard clause.head.upperBound <= quantity.quote.upperBound else { return false }
    let verb = clause.head.upperBound..<quantity.quote.upperBound
    var position = verb.lowerBound
    while position < verb.upperBound {
      switch scan.scalar(at: position, to: verb.upperBound) {
      case "达", "超", "跃", "迈", "上": return true
      case "突" where scan.has("突破", at: position, to: verb.upperBound): return true
      default: break
      }
      position = scan.next(position, verb.upperBound)
    }
    return false
  }

  /// Of several years a flow has all, a state the last.
  var isFlow: Bool {
    if subject.indicator.holds("累计") || subject.indicator.holds("用于") || moods.isAgainstPlan && isSum()
      || scan.find("累计", in: clause.head) != nil
    {
      return true
    }
    if subject.indicator.equals("投资") { return true }
    return scan.words.start(of: .flowing, ending: subject.indicator) != nil
  }

  /// A flow of money that is not said to have reached a height: over a plan's years it is their sum.
  func isSum(cumulates: Bool = false) -> Bool {
    guard let value = scan.indicators.trie.value(of: subject.indicator),
      scan.indicators.all[Int(value)].kind == .flow
    else { return false }
    return !saysHeight || cumulates || moods.isAgainstPlan
  }

  /// 同比, 比上年: of one year, whatever the section looks back on.
  var isAgainstYearBefore: Bool {
    guard clause.head.upperBound <= quantity.quote.lowerBound else { return false }
    let between = clause.head.upperBound..<quantity.quote.lowerBound
    return scan.find("同比", in: between) != nil || scan.find("上年", in: between) != nil
      || scan.find("去年", in: between) != nil
  }

  /// A level that is told with its average growth: 达到200亿元，年均增长8%.
  var isAveraged: Bool {
    var position = quantity.quote.upperBound
    while PhraseScanner.isMark(scan.scalar(at: position, to: sentence.range.upperBound)) {
      position = scan.next(position, sentence.range.upperBound)
    }
    return scan.has("年均", at: position, to: sentence.range.upperBound)
      || scan.has("平均每年", at: position, to: sentence.range.upperBound)
  }

  /// 已累计下降: what has come of it so far.
  var tellsDone: Bool {
    let start = clause.head.upperBound
    return start <= quantity.quote.lowerBound && scan.find("已", in: start..<quantity.quote.lowerBound) != nil
  }
}
