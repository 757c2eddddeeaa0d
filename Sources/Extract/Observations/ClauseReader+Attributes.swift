import Lexicon

extension ClauseReader {
  /// Takes the numbers out of the tokens that only bound or describe what is counted: 千万元以上 of 千万元以上项目93个.
  mutating func demoteAttributes(_ range: Range<Int>) {
    var kept: [Token] = []
    kept.reserveCapacity(lexer.tokens.count)
    for (index, token) in lexer.tokens.enumerated() {
      if token.kind == .quantity, isAttribute(index, range) { continue }
      kept.append(token)
    }
    lexer.tokens = kept
  }

  private func isAttribute(_ index: Int, _ range: Range<Int>) -> Bool {
    let token = lexer.tokens[index]
    let quantity = lexer.quantities[token.index]
    let end = token.range.upperBound
    let limit = index + 1 < lexer.tokens.count ? lexer.tokens[index + 1].range.lowerBound : range.upperBound
    let after = end..<max(end, limit)
    let before = scan.scalar(before: token.range.lowerBound, from: range.lowerBound)
    guard let unit = quantity.unitKind else { return false }
    switch unit {
    case .class, .roster: return true
    case .duration:
      return !isDurationMeasured(token, range)
    default: break
    }
    if before == 0x6BCF { return true }  // 每
    if scan.has("连续", at: token.range.lowerBound - 6, to: range.upperBound),
      token.range.lowerBound - 6 >= range.lowerBound
    {
      return true
    }
    guard quantity.kind == .level else { return false }
    let next = scan.scalar(at: end, to: range.upperBound)
    if next == 0x7EA7, unit != .count { return true }  // 级
    let touches = !scan.trimmed(after).isEmpty && scan.trimmed(after).lowerBound == end
    guard touches || scan.has("的", at: end, to: range.upperBound) else { return false }
    let opensVerb =
      scan.cue([.to, .rise, .fall, .compare, .manner], at: end, to: after.upperBound).map { $0.end - end >= 6 } ?? false
    if opensVerb { return false }
    let isMeasure = unit == .money || unit == .measure || unit == .time
    if quantity.isBareMultiplier, unit == .money, !quantity.boundBefore { return true }
    if quantity.unit == Array("万人".utf8) || quantity.unit == Array("千人".utf8), quantity.isBareMultiplier { return true }
    // 13个亿元以上项目
    if isMeasure, index > 0, lexer.tokens[index - 1].kind == .quantity,
      lexer.tokens[index - 1].range.upperBound == token.range.lowerBound,
      lexer.quantities[lexer.tokens[index - 1].index].unitKind == .count
    {
      return true
    }
    if isMeasure || unit == .percent, quantity.boundAfter, next != 0x548C { return true }
    // 220千伏变电站, 30万吨原油码头, 15分钟生活圈: how large a thing is.
    if !quantity.boundBefore, !quantity.boundAfter, isSize(quantity, after) { return true }
    // 甲厂6万吨钛白粉等12个项目: the size is part of a thing's name.
    if isMeasure, !quantity.boundBefore, !quantity.boundAfter, index + 1 < lexer.tokens.count,
      scan.ends(after, with: "等"), lexer.tokens[index + 1].kind == .quantity,
      lexer.quantities[lexer.tokens[index + 1].index].unitKind == .count
    {
      return true
    }
    // 90家工业企业营业收入超百亿元: said of the things counted.
    // 超10亿元企业4家, 营业收入超亿元的工业企业达827户
    if isMeasure, quantity.boundBefore, index + 1 < lexer.tokens.count, lexer.tokens[index + 1].kind == .quantity,
      lexer.quantities[lexer.tokens[index + 1].index].unitKind == .count
    {
      return true
    }
    return false
  }

  private func isSize(_ quantity: Quantity, _ after: Range<Int>) -> Bool {
    let unit = quantity.unit
    if Completion.ends(unit, "千伏") || unit.suffix(2).elementsEqual([0x6B, 0x56])
      || unit.suffix(2).elementsEqual([0x4B, 0x56])
    {
      return true
    }
    let near = after.lowerBound..<min(after.upperBound, after.lowerBound + 36)
    if Completion.ends(unit, "分钟") || Completion.ends(unit, "小时") {
      return scan.find("圈", in: near) != nil || scan.find("通勤", in: near) != nil
    }
    guard
      Completion.ends(unit, "吨") || Completion.ends(unit, "千瓦") || Completion.ends(unit, "兆瓦")
        || Completion.ends(unit, "立方米")
    else {
      return false
    }
    for word in ["码头", "机组", "泊位", "电站", "水库", "生产线", "航道", "装置", "储罐", "冷库", "处理厂", "热电联产"] as [StaticString]
    where scan.find(word, in: near) != nil {
      return true
    }
    return false
  }

  /// 平均受教育年限9.6年 is measured in years; 连续15年 and 三年行动 are not.
  private func isDurationMeasured(_ token: Token, _ range: Range<Int>) -> Bool {
    let start = max(range.lowerBound, token.range.lowerBound - 60)
    for word in ["年限", "寿命", "期限", "工期", "时限"] as [StaticString]
    where scan.find(word, in: start..<token.range.lowerBound) != nil {
      return true
    }
    return false
  }
}
