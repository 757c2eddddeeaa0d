import Lexicon

/// Counts that announce or repeat what the text says elsewhere.
extension Sentence {
  /// 两件大事, 五个方面, 关键是三条: a count that announces what the text goes on to say.
  func isRhetorical(_ quantity: Quantity, _ after: Range<Int>) -> Bool {
    // 6个方面重点任务
    let behind = quantity.quote.upperBound + 6
    if quantity.unit.equals("个"), scan.has("方面", at: quantity.quote.upperBound, to: range.upperBound),
      !followsList(quantity.quote.lowerBound), !tokens.contains(where: { $0.range.lowerBound == behind })
    {
      return true
    }
    // 残疾人两项补贴
    if quantity.unit.equals("项"), scan.has("补贴", at: quantity.quote.upperBound, to: range.upperBound),
      scan.ends(range.lowerBound..<quantity.quote.lowerBound, with: "残疾人")
    {
      return true
    }
    guard quantity.isChinese, quantity.unitKind == .count, !quantity.boundBefore, !quantity.boundAfter,
      quantity.high == nil,
      quantity.value.fraction == 0, quantity.value.digits <= 12
    else { return false }
    let noun = scan.trimmed(after)
    if quantity.unit.equals("方面"), !followsList(quantity.quote.lowerBound) { return true }  // 做好六方面工作
    if !noun.isEmpty, scan.starts(noun, with: .figurative) { return true }
    // 两项工作均居前列, 三项指标增速均创新高: what was told before, said again.
    if quantity.unit.equals("项"), scan.starts(noun, with: "工作") || scan.starts(noun, with: "指标"),
      scan.find("均", in: noun) != nil || scan.find("都", in: noun) != nil || scan.find("分别", in: noun) != nil
    {
      return true
    }
    if followsList(quantity.quote.lowerBound) { return false }
    if noun.isEmpty {
      let start = quantity.quote.lowerBound
      return scan.scalar(before: start, from: range.lowerBound) == "是"
        || scan.scalar(at: quantity.quote.upperBound, to: range.upperBound) == ":"
    }
    let near = noun.lowerBound..<min(noun.upperBound, noun.lowerBound + 15)
    return scan.starts(near, with: .announced)
      || scan.starts(near, with: "重大") && scan.find(.announced, in: near) != nil
  }

  /// 交通、产业、环保三个领域: the things counted are named before.
  private func followsList(_ end: Int) -> Bool {
    var position = end
    while position > range.lowerBound {
      let (scalar, length) = CodePoint.before(position, in: text, start: range.lowerBound)
      if scalar == "、" || scalar == "\"" { return true }
      if scalar == "," || scalar == ";" || scalar == ":" { return false }
      position -= length
    }
    return false
  }
}
