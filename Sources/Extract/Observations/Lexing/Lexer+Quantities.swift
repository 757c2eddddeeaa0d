import Lexicon

/// A number with its unit becomes a quantity: the bounds that touch it, the unit that a list shares.
extension Lexer {
  mutating func add(_ quantity: Quantity) {
    tokens.append(Token(kind: .quantity, range: quantity.quote, index: quantities.count))
    quantities.append(quantity)
  }

  func cueAfter(_ position: Int, _ end: Int) -> (end: Int, comparator: Quantity.Comparator)? {
    guard cues.mayBegin(.after, in: text, at: position, to: end),
      let match = cues.forwards.longest(
        in: text,
        from: position,
        to: end,
        where: { !cues.parts[Int($0)].isDisjoint(with: .after) }
      )
    else { return nil }
    let parts = cues.parts[Int(match.value)]
    return (match.end, parts.contains(.atLeastAfter) ? .atLeast : parts.contains(.atMostAfter) ? .atMost : .about)
  }

  /// Widens a quantity's quote over the bounds that touch it.
  mutating func bounds(_ quantity: inout Quantity, _ range: Range<Int>) {
    let end = range.upperBound
    if let after = cueAfter(quantity.quote.upperBound, end),
      after.end - quantity.quote.upperBound > 3 || scalar(at: quantity.quote.upperBound, end: end) != "强",
      !(after.end - quantity.quote.upperBound == 3 && !isBoundary(after.end, end))
    {
      var stop = after.end
      if endsWith("以上的", at: stop, start: quantity.quote.upperBound) { stop -= 3 }
      quantity.comparator = after.comparator
      quantity.boundAfter = true
      quantity.quote = quantity.quote.lowerBound..<stop
    }
    let start = quantity.quote.lowerBound
    var floor = range.lowerBound
    if let last = tokens.last { floor = max(floor, last.range.upperBound) }
    if let match = boundEnding(at: start, from: floor), acceptsBound(match.start, start, floor, quantity) {
      let parts = cues.parts[Int(match.value)]
      let found: Quantity.Comparator =
        parts.contains(.atLeastBefore) ? .atLeast : parts.contains(.atMostBefore) ? .atMost : .about
      if !quantity.boundAfter { quantity.comparator = found }
      quantity.boundBefore = true
      quantity.quote = match.start..<quantity.quote.upperBound
    }
  }

  /// The bound right before a number.
  func boundEnding(at end: Int, from start: Int) -> (start: Int, value: Int32)? {
    guard cues.mayEnd(.before, in: text, at: end, from: start) else { return nil }
    return cues.backwards.longest(in: text, endingAt: end, from: start) {
      !cues.parts[Int($0)].isDisjoint(with: .before)
    }
  }

  /// 签约, 附近, 通过 and 同比上 end in a character that is no bound there.
  private func acceptsBound(_ start: Int, _ end: Int, _ floor: Int, _ quantity: Quantity) -> Bool {
    let before = scalar(before: start, start: floor)
    switch scalar(at: start, end: end) {
    case "约" where end - start == 3:
      return !before.isOne(of: "签节合预违条集公大")
    case "近" where end - start == 3:
      return !before.isOne(of: "附最邻就接逼")
    case "过" where end - start == 3:
      return quantity.isBareMultiplier || quantity.unitKind == .money
        ? !before.isOne(of: "通经") : false
    case "最" where has("最高", at: start, end: end):  // 给予最高5万元奖励, but 单日最高900架次
      return quantity.unitKind == .money || quantity.unitKind == .percent
    case "上" where end - start == 3:  // 上百亿元; 迈上, 跃上
      return quantity.isBareMultiplier && !before.isOne(of: "迈跃登跨")
    case "超" where end - start == 3, "逾" where end - start == 3: return true
    case "限" where end - start == 3, "破" where end - start == 3: return before == .none
    default: return true
    }
  }

  mutating func append(
    _ value: ExactNumber,
    _ high: ExactNumber?,
    _ measure: Measure,
    _ start: Int,
    numberEnd: Int,
    _ range: Range<Int>,
    isChinese: Bool,
    isBareMultiplier: Bool = false
  ) -> Int {
    let end = range.upperBound
    // 3人制, 六年制: how a thing is arranged; 5家制药厂 are counted.
    if has("制", at: measure.end, end: end), measure.unit.count == 3,
      scalar(at: numberEnd, end: end).isOne(of: "人年天级"),
      !scalar(at: measure.end + 3, end: end).isOne(of: "造定药品成冷备作度约种售")
    {
      return measure.end + 3
    }
    guard let kind = measure.kind else {
      // A number of a road, a hotline, a document, or one whose unit another lends.
      let next = scalar(at: numberEnd, end: end)
      let lends = isBoundary(numberEnd, end) || next == "和" || next == "及" || isOfIncomes(start, from: range.lowerBound)
      if lends, !isChinese, measure.end == numberEnd {
        let place = start..<numberEnd
        add(Quantity(kind: .bare, unitKind: nil, range: place, quote: place, value: value, high: nil))
      } else if !isChinese, measure.end == numberEnd, cueAfter(numberEnd, end) != nil,
        isOfIndex(start, from: range.lowerBound)
      {
        let place = start..<numberEnd
        var index = Quantity(kind: .bare, unitKind: nil, range: place, quote: place, value: value, high: nil)
        bounds(&index, range)
        add(index)
        return index.quote.upperBound
      }
      return max(numberEnd, measure.end)
    }
    var quantity = Quantity(
      kind: .level,
      unitKind: kind,
      range: start..<measure.end,
      quote: start..<measure.end,
      value: value,
      high: high,
      unit: measure.unit
    )
    switch kind {
    case .percent: quantity.kind = .percent
    case .point: quantity.kind = .point
    case .ratio: quantity.kind = .ratio
    default: break
    }
    quantity.isChinese = isChinese
    quantity.isBareMultiplier = isBareMultiplier
    if measure.isMore {
      quantity.comparator = .atLeast
      quantity.boundAfter = true
    }
    // 第3、5位: the ordinal is said once.
    if kind == .count, measure.unit.equals("位"), tokens.count > 1,
      tokens[tokens.count - 1].kind == .enumeration,
      tokens[tokens.count - 2].kind == .quantity, quantities[tokens[tokens.count - 2].index].kind == .rank,
      tokens[tokens.count - 1].range.upperBound == start
    {
      quantity.kind = .rank
      quantity.unitKind = quantities[tokens[tokens.count - 2].index].unitKind
      add(quantity)
      return quantity.quote.upperBound
    }
    let more = quantity.boundAfter
    quantity.boundAfter = false
    bounds(&quantity, range)
    if more, quantity.comparator == .equal { quantity.comparator = .atLeast }
    add(quantity)
    return quantity.quote.upperBound
  }

  /// 城乡收入比由上年的2.31, 收入倍差缩小到2.05: a proportion has no unit.
  private func isOfIncomes(_ start: Int, from low: Int) -> Bool {
    var position = max(low, start - 48)
    while position < start, !has("收入比", at: position, end: start) || has("收入比重", at: position, end: start),
      !has("收入倍差", at: position, end: start)
    {
      position += 1
    }
    return position < start
  }

  /// 价格指数控制在103左右
  private func isOfIndex(_ start: Int, from low: Int) -> Bool {
    var position = max(low, start - 30)
    while position < start, !has("指数", at: position, end: start) { position += 1 }
    return position < start
  }

  /// "11.7和9.6个百分点", "42个、23个百分点": a number takes the unit of the next in its list.
  mutating func lendUnits() {
    guard quantities.count > 1 else { return }
    for index in tokens.indices.reversed() where tokens[index].kind == .quantity {
      let quantity = quantities[tokens[index].index]
      let isShort = quantity.kind == .level && quantity.unit.equals("个")
      guard quantity.kind == .bare || isShort else { continue }
      var next = index + 1
      if next < tokens.count, tokens[next].kind == .enumeration || tokens[next].kind == .comma { next += 1 }
      guard next < tokens.count, tokens[next].kind == .quantity else { continue }
      let other = quantities[tokens[next].index]
      let gap = tokens[next].range.lowerBound - quantity.quote.upperBound
      guard other.kind != .bare, other.kind != .rank, gap <= 3, !isShort || other.kind == .point else { continue }
      quantities[tokens[index].index].kind = other.kind
      quantities[tokens[index].index].unit = other.unit
      quantities[tokens[index].index].unitKind = other.unitKind
    }
  }
}
