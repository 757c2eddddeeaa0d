import Lexicon

/// Numbers that only bound or describe what is counted.
extension Sentence {
  /// A quantity and what stands around it.
  private struct Place {
    let index: Int
    let quantity: Quantity
    let unit: Units.Kind
    let start: Int
    let end: Int
    /// Up to the next token.
    let after: Range<Int>

    var isMeasure: Bool { unit == .money || unit == .measure || unit == .time }
    var isBounded: Bool { quantity.boundBefore || quantity.boundAfter }
  }

  /// Whether a quantity says how large, how often or of which class something is, and is no figure of its own.
  func isAttribute(_ index: Int) -> Bool {
    let token = tokens[index]
    let quantity = quantities[token.index]
    guard let unit = quantity.unitKind else { return false }
    switch unit {
    case .class, .roster: return true
    case .duration: return !isDurationMeasured(token)
    default: break
    }
    let (start, end) = (token.range.lowerBound, token.range.upperBound)
    if scan.scalar(before: start, from: range.lowerBound) == "每" { return true }
    if scan.ends(range.lowerBound..<start, with: "连续") { return true }
    guard quantity.kind == .level else { return false }
    let limit = index + 1 < tokens.count ? tokens[index + 1].range.lowerBound : range.upperBound
    let after = end..<max(end, limit)
    let place = Place(index: index, quantity: quantity, unit: unit, start: start, end: end, after: after)
    if isFramed(place) || isThreshold(place) || isRhetorical(quantity, after) { return true }
    // All else describes the noun behind it.
    let touches = !scan.trimmed(after).isEmpty && scan.trimmed(after).lowerBound == end
    guard touches || scan.has("的", at: end, to: range.upperBound) else { return false }
    let verb = scan.cue([.to, .rise, .fall, .compare, .manner], at: end, to: after.upperBound)
    if let verb, verb.end - end >= 6 { return false }
    return describesNoun(place)
  }

  /// What the words around a number make of it, whatever its bounds.
  private func isFramed(_ place: Place) -> Bool {
    let (start, end, after) = (place.start, place.end, place.after)
    switch place.unit {
    case .count:
      // 在全国168个重点城市中排名第20位
      if isRankField(place.index, after) { return true }
      // 全国5个试点城市之一
      if scan.find("之一", in: end..<min(after.upperBound, end + 48)) != nil { return true }
      // 连续迈上4个万亿元台阶
      if let step = scan.find("台阶", in: end..<min(after.upperBound, end + 24)), step > end { return true }
    case .time:
      // 利用20天时间
      let before = range.lowerBound..<start
      if scan.has("时间", at: end, to: range.upperBound),
        scan.ends(before, with: "用") || scan.ends(before, with: "历时")
      {
        return true
      }
    case .measure:
      // 50米内换乘比例
      if scan.has("内", at: end, to: range.upperBound), scan.scalar(at: end + 3, to: range.upperBound).isHan {
        return true
      }
    default: break
    }
    // 建设110千伏、220千伏输变电工程
    if place.quantity.unit.ends(with: "千伏"), scan.has("、", at: end, to: range.upperBound) { return true }
    if place.unit != .count, scan.has("级", at: end, to: range.upperBound) { return true }
    // 以1万元为阶梯, 以1条产业链为切入点
    return scan.scalar(before: start, from: range.lowerBound) == "以"
      && (scan.has("为", at: end, to: range.upperBound) || scan.find("为切入点", in: after) != nil
        || scan.find("为抓手", in: after) != nil)
  }

  /// What bounds a class, and leaves its noun to another number or says it of places and shares.
  private func isThreshold(_ place: Place) -> Bool {
    let (index, quantity, end, after) = (place.index, place.quantity, place.end, place.after)
    // 30万人口以上的县
    if quantity.unit.equals("万"), scan.has("人口以上", at: end, to: range.upperBound) { return true }
    // 300户以上自然村, 3000人以上安置点: a class of places, where nothing acts on it.
    if quantity.boundAfter, quantity.unit.equals("户") || quantity.unit.equals("人"), isClassOfPlaces(end),
      scan.cue(.act, endingAt: quantity.quote.lowerBound, from: range.lowerBound) == nil
    {
      return true
    }
    // 70%的村集体收入超过10万元: said of those whose share it is.
    if quantity.boundBefore, place.unit == .money || place.unit == .measure, index > 0, isShareOfThings(index - 1),
      scan.trimmed(after).isEmpty
    {
      return true
    }
    guard place.unit == .money else { return false }
    // 百亿元以上集群3个、50亿元以上4个: a class that leaves its noun to the one before.
    if quantity.boundAfter, countFollows(index), tokens[index + 1].range.lowerBound == end { return true }
    // 7个过百亿、12个过50亿项目签约: right behind what is counted.
    if quantity.boundBefore, countPrecedes(index), scan.has("、", at: end, to: range.upperBound) { return true }
    // 年收入超过10万元的占比, 年收入10万—50万元的群体占比达到48%
    if quantity.boundBefore || quantity.high != nil, scan.has("的", at: end, to: range.upperBound),
      scan.ends(after, with: "占比") || scan.ends(after, with: "占比达") || scan.ends(after, with: "占比达到")
        || scan.has("的占比", at: end, to: range.upperBound)
    {
      return true
    }
    return isThresholdInBrackets(place.start..<end)
  }

  /// Whether a number right before a noun, or before 的, says what kind of thing it is.
  private func describesNoun(_ place: Place) -> Bool {
    let (quantity, end, after) = (place.quantity, place.end, place.after)
    if quantity.isBareMultiplier, !quantity.boundBefore {
      // 营收迈上万亿台阶
      if place.unit == .money { return !reachesStep(place) }
      // 新增千亿斤粮食田间工程
      if place.unit == .measure, scan.has("粮", at: end, to: after.upperBound) { return true }
    }
    if quantity.isBareMultiplier, quantity.unit.isOne(of: ["万人", "千人"]) { return true }
    // 13个亿元以上项目; 120户4.3万群众 counts both.
    if place.isMeasure, countPrecedes(place.index), !quantity.unit.equals("万") { return true }
    // 建成3亩左右的游园: about so large is each of them; 300亩以上的基地 are a class.
    if place.isMeasure, quantity.boundAfter, !quantity.boundBefore, quantity.comparator == .about,
      scan.cue(.act, endingAt: quantity.quote.lowerBound, from: range.lowerBound) != nil
    {
      return false
    }
    if place.isMeasure || place.unit == .percent, quantity.boundAfter,
      !scan.has("和", at: end, to: range.upperBound)
    {
      return true
    }
    // 五百亿元园区: a class of things by its round number. 产值超亿元村, 超百亿元企业: by a bound.
    let isRound = place.unit == .money && quantity.isChinese && !quantity.boundAfter
    if isRound || place.isMeasure && quantity.boundBefore, opensClass(end, after.upperBound) { return true }
    return isYielded(place.start, after) || !place.isBounded && isSizeOfThing(place) || isSaidOfCounted(place)
  }

  /// How large a thing is, or one of those that a list names.
  private func isSizeOfThing(_ place: Place) -> Bool {
    let (index, end, after) = (place.index, place.end, place.after)
    // 220千伏变电站, 30万吨原油码头, 15分钟生活圈
    if isSize(place.quantity, after) { return true }
    // 甲厂6万吨钛白粉等12个项目: the size is part of a thing's name.
    if place.isMeasure, countFollows(index), scan.ends(after, with: "等"), !scan.has("的", at: end, to: after.upperBound)
    {
      return true
    }
    // 甲厂12万吨乙烯等一批项目; 甲厂2万吨钠电池、乙厂10万吨磷酸铁等7个项目, 100万羽蛋鸡养殖等项目
    return place.unit == .measure && isSizeInRoster(end, closedBy: "等一批")
      || isOfCapacity(place.quantity.unit) && isSizeInRoster(end, closedBy: "等")
  }

  /// What the things have that are counted right behind it.
  private func isSaidOfCounted(_ place: Place) -> Bool {
    let (index, quantity, end, after) = (place.index, place.quantity, place.end, place.after)
    guard place.isMeasure, quantity.boundBefore else { return false }
    // 超10亿元企业4家, 营业收入超亿元的工业企业达827户
    if countFollows(index) {
      // 总投资超30亿元的20个项目: what all of them cost.
      let isCost =
        place.unit == .money && tokens[index + 1].range.lowerBound == end + 3
        && scan.word(.cost, endingAt: quantity.quote.lowerBound, from: range.lowerBound) != nil
      return !isCost
    }
    // 年收入超50万元的村达到60%
    return scan.has("的", at: end, to: after.upperBound) && index + 1 < tokens.count
      && tokens[index + 1].kind == .quantity && quantities[tokens[index + 1].index].kind == .percent
      && scan.cue(.to, endingAt: after.upperBound, from: end) != nil
  }

  /// 迈上万亿台阶: the step is what was reached.
  private func reachesStep(_ place: Place) -> Bool {
    scan.word(.step, at: place.end, to: range.upperBound) != nil
      && ["迈上", "跃上", "登上", "站上", "跨上"].contains { (word: StaticString) in
        scan.ends(range.lowerBound..<place.start, with: word)
      }
  }

  private func countFollows(_ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].kind == .quantity
      && quantities[tokens[index + 1].index].unitKind == .count
  }

  /// Whether a count stands right before a number, with nothing between.
  private func countPrecedes(_ index: Int) -> Bool {
    index > 0 && tokens[index - 1].kind == .quantity
      && tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
      && quantities[tokens[index - 1].index].unitKind == .count
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
