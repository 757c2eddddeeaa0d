import Lexicon

/// Numbers that only bound or describe what is counted.
extension Sentence {
  func isAttribute(_ index: Int) -> Bool {
    let token = tokens[index]
    let quantity = quantities[token.index]
    let end = token.range.upperBound
    let limit = index + 1 < tokens.count ? tokens[index + 1].range.lowerBound : range.upperBound
    let after = end..<max(end, limit)
    let before = scan.scalar(before: token.range.lowerBound, from: range.lowerBound)
    guard let unit = quantity.unitKind else { return false }
    switch unit {
    case .class, .roster: return true
    case .duration:
      return !isDurationMeasured(token)
    default: break
    }
    if before == "每" { return true }
    if scan.has("连续", at: token.range.lowerBound - 6, to: range.upperBound),
      token.range.lowerBound - 6 >= range.lowerBound
    {
      return true
    }
    guard quantity.kind == .level else { return false }
    // 全国5个试点城市之一
    if unit == .count, let among = scan.find("之一", in: end..<min(after.upperBound, end + 48)), among >= end {
      return true
    }
    // 建设110千伏、220千伏输变电工程
    if quantity.unit.ends(with: "千伏"), scan.has("、", at: end, to: range.upperBound) { return true }
    // 利用20天时间
    if unit == .time, scan.has("时间", at: end, to: range.upperBound),
      ["利用", "用", "历时"].contains(where: { (word: StaticString) in
        scan.ends(range.lowerBound..<token.range.lowerBound, with: word)
      })
    {
      return true
    }
    // 30万人口以上的县
    if quantity.unit.equals("万"), scan.has("人口以上", at: end, to: range.upperBound) { return true }
    // 300户以上自然村, 3000人以上安置点: a class of places, where nothing acts on it.
    if quantity.boundAfter, quantity.unit.equals("户") || quantity.unit.equals("人"), isClassOfPlaces(end),
      scan.cue(.act, endingAt: quantity.quote.lowerBound, from: range.lowerBound) == nil
    {
      return true
    }
    // 以1万元为阶梯, 以1条产业链为切入点
    if before == "以",
      scan.has("为", at: end, to: range.upperBound) || scan.find("为切入点", in: after) != nil
        || scan.find("为抓手", in: after) != nil
    {
      return true
    }
    // 百亿元以上集群3个、50亿元以上4个: a class that leaves its noun to the one before.
    if unit == .money, quantity.boundAfter, index + 1 < tokens.count, tokens[index + 1].kind == .quantity,
      tokens[index + 1].range.lowerBound == end, quantities[tokens[index + 1].index].unitKind == .count
    {
      return true
    }
    // 年收入超过10万元的占比, 年收入10万—50万元的群体占比达到48%
    if unit == .money, quantity.boundBefore || quantity.high != nil, scan.has("的", at: end, to: range.upperBound),
      scan.ends(after, with: "占比") || scan.ends(after, with: "占比达") || scan.ends(after, with: "占比达到")
        || scan.has("的占比", at: end, to: range.upperBound)
    {
      return true
    }
    // 连续迈上4个万亿元台阶
    if unit == .count, let step = scan.find("台阶", in: after.lowerBound..<min(after.upperBound, after.lowerBound + 24)),
      step > after.lowerBound
    {
      return true
    }
    if isRhetorical(quantity, after) || unit == .money && isThresholdInBrackets(token.range) { return true }
    // 70%的村集体收入超过10万元: said of those whose share it is.
    if quantity.boundBefore, unit == .money || unit == .measure, index > 0, isShareOfThings(index - 1),
      scan.trimmed(after).isEmpty
    {
      return true
    }
    // 50米内换乘比例
    if unit == .measure, scan.has("内", at: end, to: range.upperBound),
      scan.scalar(at: end + 3, to: range.upperBound).isHan
    {
      return true
    }
    // 其中10亿元以上2个
    if unit == .money, quantity.boundAfter, !quantity.boundBefore, index + 1 < tokens.count,
      tokens[index + 1].kind == .quantity, tokens[index + 1].range.lowerBound == end,
      quantities[tokens[index + 1].index].unitKind == .count
    {
      return true
    }
    let next = scan.scalar(at: end, to: range.upperBound)
    if next == "级", unit != .count { return true }
    // 7个过百亿、12个过50亿项目签约: thresholds right behind what is counted.
    if unit == .money, quantity.boundBefore, index > 0, tokens[index - 1].kind == .quantity, next == "、",
      tokens[index - 1].range.upperBound == token.range.lowerBound,
      quantities[tokens[index - 1].index].unitKind == .count
    {
      return true
    }
    let touches = !scan.trimmed(after).isEmpty && scan.trimmed(after).lowerBound == end
    guard touches || scan.has("的", at: end, to: range.upperBound) else { return false }
    let opensVerb =
      scan.cue([.to, .rise, .fall, .compare, .manner], at: end, to: after.upperBound).map { $0.end - end >= 6 } ?? false
    if opensVerb { return false }
    let isMeasure = unit == .money || unit == .measure || unit == .time
    if quantity.isBareMultiplier, unit == .money, !quantity.boundBefore {
      // 营收迈上万亿台阶
      let isStep = ["台阶", "新台阶", "大关"].contains { (word: StaticString) in scan.has(word, at: end, to: range.upperBound)
      }
      let reaches = ["迈上", "跃上", "登上", "站上", "跨上"].contains { (word: StaticString) in
        scan.ends(range.lowerBound..<token.range.lowerBound, with: word)
      }
      return !(isStep && reaches)
    }
    // 新增千亿斤粮食田间工程
    if quantity.isBareMultiplier, unit == .measure, !quantity.boundBefore, scan.has("粮", at: end, to: after.upperBound)
    {
      return true
    }
    if quantity.isBareMultiplier, quantity.unit.isOne(of: ["万人", "千人"]) { return true }
    // 13个亿元以上项目
    if isMeasure, index > 0, tokens[index - 1].kind == .quantity,
      tokens[index - 1].range.upperBound == token.range.lowerBound,
      quantities[tokens[index - 1].index].unitKind == .count
    {
      return true
    }
    // 建成3亩左右的游园: about so large is each of them; 300亩以上的基地 are a class.
    if isMeasure, quantity.boundAfter, !quantity.boundBefore, quantity.comparator == .about,
      scan.cue(.act, endingAt: quantity.quote.lowerBound, from: range.lowerBound) != nil
    {
      return false
    }
    if isMeasure || unit == .percent, quantity.boundAfter, next != "和" { return true }
    // 五百亿元园区: a class of things by its round number.
    if unit == .money, quantity.isChinese, !quantity.boundAfter, opensClass(end, after.upperBound) { return true }
    // 产值超亿元村, 超百亿元企业: a class of things.
    if isMeasure, quantity.boundBefore, opensClass(end, after.upperBound) { return true }
    // 年产5万台电机项目: what a plant is to yield.
    if isYield(token.range.lowerBound),
      scan.ends(after, with: "等") || scan.find(.plant, in: after) != nil
    {
      return true
    }
    // 220千伏变电站, 30万吨原油码头, 15分钟生活圈: how large a thing is.
    if !quantity.boundBefore, !quantity.boundAfter, isSize(quantity, after) { return true }
    // 甲厂6万吨钛白粉等12个项目: the size is part of a thing's name.
    if isMeasure, !quantity.boundBefore, !quantity.boundAfter, index + 1 < tokens.count,
      scan.ends(after, with: "等"), !scan.has("的", at: end, to: after.upperBound), tokens[index + 1].kind == .quantity,
      quantities[tokens[index + 1].index].unitKind == .count
    {
      return true
    }
    // 甲厂12万吨乙烯等一批项目
    if unit == .measure, !quantity.boundBefore, !quantity.boundAfter, isSizeInRoster(end) { return true }
    // 甲厂2万吨钠电池、乙厂10万吨磷酸铁等7个项目, 100万羽蛋鸡养殖等项目
    if !quantity.boundBefore, !quantity.boundAfter, isOfCapacity(quantity.unit), isSizeInCountedRoster(end) {
      return true
    }
    // 90家工业企业营业收入超百亿元: said of the things counted.
    // 超10亿元企业4家, 营业收入超亿元的工业企业达827户
    if isMeasure, quantity.boundBefore, index + 1 < tokens.count, tokens[index + 1].kind == .quantity,
      quantities[tokens[index + 1].index].unitKind == .count
    {
      // 总投资超30亿元的20个项目: what all of them cost.
      let isCost =
        unit == .money && tokens[index + 1].range.lowerBound == end + 3
        && scan.word(.cost, endingAt: quantity.quote.lowerBound, from: range.lowerBound) != nil
      return !isCost
    }
    // 年收入超50万元的村达到60%
    if isMeasure, quantity.boundBefore, scan.has("的", at: end, to: after.upperBound), index + 1 < tokens.count,
      tokens[index + 1].kind == .quantity, quantities[tokens[index + 1].index].kind == .percent,
      scan.cue(.to, endingAt: after.upperBound, from: end) != nil
    {
      return true
    }
    return false
  }

  /// 5亿元(3000万美元)以上项目: one threshold, in two currencies.
  private func isThresholdInBrackets(_ number: Range<Int>) -> Bool {
    var close = number.upperBound
    guard close < range.upperBound else { return false }
    if text[close] == UInt8(ascii: "(") {
      while close < range.upperBound, close < number.upperBound + 40, text[close] != UInt8(ascii: ")") { close += 1 }
    }
    guard close < range.upperBound, text[close] == UInt8(ascii: ")") else { return false }
    return scan.has("以上", at: close + 1, to: range.upperBound) || scan.has("及以上", at: close + 1, to: range.upperBound)
  }

  /// 70%的村: a share with which a clause opens, of the things behind it.
  private func isShareOfThings(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .quantity, quantities[token.index].kind == .percent,
      scan.has("的", at: token.range.upperBound, to: range.upperBound)
    else { return false }
    let before = scan.scalar(before: token.range.lowerBound, from: range.lowerBound)
    return before == .none || PhraseScanner.isMark(before)
  }

  private func isClassOfPlaces(_ start: Int) -> Bool {
    guard scan.scalar(at: start, to: range.upperBound).isHan else { return false }
    var stop = start
    while stop < min(range.upperBound, start + 30), scan.scalar(at: stop, to: range.upperBound).isHan { stop += 3 }
    return scan.find(.settlement, in: start..<min(stop, range.upperBound)) != nil
  }

  private func opensClass(_ start: Int, _ end: Int) -> Bool {
    scan.word(.kind, at: start, to: end).map { !scan.has("化", at: $0, to: end) } ?? false
  }

  /// 平均受教育年限9.6年 is measured in years; 连续15年 and 三年行动 are not.
  private func isDurationMeasured(_ token: Token) -> Bool {
    let start = max(range.lowerBound, token.range.lowerBound - 60)
    for word in ["年限", "寿命", "期限", "工期", "时限"] as [StaticString]
    where scan.find(word, in: start..<token.range.lowerBound) != nil {
      return true
    }
    return false
  }
}
