import Lexicon

extension Lexer {
  /// A run of ASCII digits: a date, a name, or a quantity.
  mutating func number(_ start: Int, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    if start > range.lowerBound {
      let before = text[start - 1]
      if isLetter(before) || before == UInt8(ascii: "+") || before == UInt8(ascii: "*") { return latin(start, end) }
    }
    var position = start
    // 14.2026年商业服务业支出: an item's number before a year.
    if start == range.lowerBound, let year = yearBehindOrdinal(start, end) { return year }
    let isNegative = text[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    guard let first = digits(&position, end) else { return position + 1 }
    let wholeDigits = position - start - (isNegative ? 1 : 0)
    if let next = date(start, position, first, wholeDigits, range) { return next }

    if position < end {
      let next = text[position]
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "*") { return latin(position, end) }
      if isLetter(next), units.trie.longest(in: text, from: position, to: end) == nil { return latin(position, end) }
    }
    if let next = proportion(start, position, first, range) { return next }

    var value = isNegative ? first.negated : first
    var high: ExactNumber?
    var measure = self.measure(position, end, isChinese: false)
    // A range: the second number brings the unit.
    let separatorStart = measure.hasUnit || measure.unitPower > 0 || measure.tenPower > 0 ? measure.end : position
    if !isNegative, let length = rangeSeparator(separatorStart, range), separatorStart + length < end,
      isDigit(text[separatorStart + length])
    {
      var second = separatorStart + length
      if let other = digits(&second, end) {
        let otherMeasure = self.measure(second, end, isChinese: false)
        let isYear = scalar(at: second, end: end) == 0x5E74 || scalar(at: second, end: end) == 0x6708
        if !isYear, otherMeasure.hasUnit,
          !measure.hasUnit || measure.unit == otherMeasure.unit || measure.kind == otherMeasure.kind
        {
          if measure.hasUnit || measure.tenPower == 0, measure.tenPower > 0 || otherMeasure.tenPower > 0 {
            value = value.scaled(by: measure.hasUnit ? measure.tenPower : otherMeasure.tenPower) ?? value
            high = other.scaled(by: otherMeasure.tenPower)
          } else {
            high = other
          }
          if !measure.hasUnit || measure.unit == otherMeasure.unit { measure = otherMeasure } else { high = nil }
        }
      }
    }
    if high == nil, measure.tenPower > 0 { value = value.scaled(by: measure.tenPower) ?? value }
    return append(value, high, measure, start, numberEnd: position, range, isChinese: false)
  }

  private func yearBehindOrdinal(_ start: Int, _ end: Int) -> Int? {
    var position = start
    while position < end, isDigit(text[position]), position - start < 3 { position += 1 }
    guard position < end, text[position] == UInt8(ascii: "."), position + 8 <= end,
      (position + 1..<position + 5).allSatisfy({ isDigit(text[$0]) }), has("年", at: position + 5, end: end)
    else { return nil }
    return position + 1
  }

  /// What follows a number: 余, a multiplier, a unit.
  struct Measure {
    var end: Int
    var unit: [UInt8] = []
    var kind: Units.Kind?
    var unitPower = 0
    /// Of ten: the multiplier that goes into the value (千 of 9千亿).
    var tenPower = 0
    var isMore = false
    var hasUnit: Bool { kind != nil }
    var takesChinese = false
  }

  func measure(_ start: Int, _ end: Int, isChinese: Bool, unitPower given: Int = 0) -> Measure {
    var position = start
    var result = Measure(end: start)
    func more() {
      let next = scalar(at: position, end: end)
      if next == 0x4F59 || next == 0x591A {  // 余多
        result.isMore = true
        position += 3
      }
    }
    more()
    var unitPower = given
    var tens = 0
    var prefix: [UInt8] = []
    while position + 3 <= end {
      let next = scalar(at: position, end: end)
      guard let power = ChineseNumeral.power(next), power > 1 else { break }
      if power < 4, let match = units.trie.longest(in: text, from: position, to: end), match.end > position + 3,
        units.all[Int(match.value)].kind == .measure
      {
        break
      }
      if power >= 4 {
        unitPower = unitPower == 4 && power == 8 ? 12 : unitPower == 0 ? power : unitPower + power
      } else if unitPower == 0 {
        tens += power
      } else {
        break
      }
      position += 3
    }
    if result.end == position || !result.isMore { more() }
    if tens > 0, unitPower == 0, !isChinese {
      // 93.3千公顷 keeps its 千.
      prefix = tens == 3 ? Array("千".utf8) : tens == 2 ? Array("百".utf8) : []
      tens = 0
    }
    switch unitPower {
    case 4: prefix = Array("万".utf8)
    case 8: prefix = Array("亿".utf8)
    case 12: prefix = Array("万亿".utf8)
    default: break
    }
    result.unitPower = unitPower
    result.tenPower = tens
    result.end = position
    result.unit = prefix
    guard let match = units.trie.longest(in: text, from: position, to: end), !isWord(position..<match.end, end) else {
      if unitPower >= 8, isBoundary(position, end) || cueAfter(position, end) != nil || isStep(position, end) {
        result.unit += Array("元".utf8)
        result.kind = .money
        result.takesChinese = true
      } else if unitPower == 4, !isChinese, takesBareMultiplier(position, end) {
        // 惠及100万农村人口, 出游人次86.5万: no classifier is printed.
        result.kind = .measure
      }
      return result
    }
    let unit = units.all[Int(match.value)]
    result.kind = unit.kind
    result.takesChinese = unit.takesChinese
    var unitEnd = match.end
    // 元/月, 微克/立方米, 万元/人
    while unitEnd < end, text[unitEnd] == UInt8(ascii: "/") || has("·", at: unitEnd, end: end) {
      let length = text[unitEnd] == UInt8(ascii: "/") ? 1 : 2
      if let per = units.trie.longest(in: text, from: unitEnd + length, to: end) {
        unitEnd = per.end
      } else if has("月", at: unitEnd + length, end: end) || has("日", at: unitEnd + length, end: end)
        || has("户", at: unitEnd + length, end: end) || has("万", at: unitEnd + length, end: end)
      {
        unitEnd += length + 3
        if let per = units.trie.longest(in: text, from: unitEnd, to: end) { unitEnd = per.end }
      } else {
        break
      }
      if unit.kind == .duration || unit.kind == .time { result.kind = .measure }
    }
    // 近4000农户: the unit is 户.
    result.unit += text[(has("农户", at: position, end: unitEnd) ? position + 3 : position)..<unitEnd]
    result.end = unitEnd
    return result
  }

  /// 项目, 台阶: the unit is the first character of a word.
  private func isWord(_ unit: Range<Int>, _ end: Int) -> Bool {
    unit.count == 3
      && UnitWords.opensWord(scalar(at: unit.lowerBound, end: end), before: scalar(at: unit.upperBound, end: end))
  }

  private func isStep(_ position: Int, _ end: Int) -> Bool {
    for word in ["台阶", "大关", "关口", "门槛"] as [StaticString] where has(word, at: position, end: end) { return true }
    return false
  }

  private func takesBareMultiplier(_ position: Int, _ end: Int) -> Bool {
    if isBoundary(position, end) || cueAfter(position, end) != nil { return true }
    let next = scalar(at: position, end: end)
    return next >= 0x4E00 && next <= 0x9FFF && ![0x7EA7, 0x4F0F, 0x5230, 0x81F3, 0x91CC].contains(next)  // 级伏到至里
  }

  /// Digits with at most one point.
  func digits(_ position: inout Int, _ end: Int) -> ExactNumber? {
    var value = 0
    var fraction = 0
    var count = 0
    var seenPoint = false
    while position < end {
      let byte = text[position]
      if isDigit(byte) {
        guard count < 17 else { return nil }
        value = value * 10 + Int(byte - 0x30)
        count += 1
        if seenPoint { fraction += 1 }
      } else if byte == UInt8(ascii: "."), !seenPoint, position + 1 < end, isDigit(text[position + 1]), count > 0 {
        seenPoint = true
      } else {
        break
      }
      position += 1
    }
    return count > 0 ? ExactNumber(value, fraction: fraction) : nil
  }

  func rangeSeparator(_ position: Int, _ range: Range<Int>) -> Int? {
    let end = range.upperBound
    guard position < end else { return nil }
    switch scalar(at: position, end: end) {
    case 0x2D, 0x7E: return 1
    case 0x2013, 0x2014, 0x2015, 0xFF5E, 0x2212, 0x301C, 0x2500:
      return scalar(at: position + 3, end: end) == 0x2014 ? 6 : 3
    case 0x81F3, 0x5230:  // 至到
      return fromBefore(position, range) ? nil : 3
    default: return nil
    }
  }

  /// Whether 从 or 由 opens the stretch before: then two numbers are two figures.
  private func fromBefore(_ position: Int, _ range: Range<Int>) -> Bool {
    var place = position
    var count = 0
    while place > range.lowerBound, count < 14 {
      let (scalar, length) = UTF8Scalar.before(place, in: text, start: range.lowerBound)
      if scalar == 0x4ECE || scalar == 0x7531 { return true }
      if scalar == 0x2C || scalar == 0x3001 || scalar == 0x3B { return false }
      place -= length
      count += 1
    }
    return false
  }

  /// 9.4:35.2:55.4 and 2.1:1.
  private mutating func proportion(_ start: Int, _ first: Int, _ value: ExactNumber, _ range: Range<Int>) -> Int? {
    let end = range.upperBound
    var numbers = [value]
    var places = [start..<first]
    var position = first
    while position < end, let length = colon(position, end), position + length < end, isDigit(text[position + length]) {
      var next = position + length
      let numberStart = next
      guard let number = digits(&next, end) else { break }
      numbers.append(number)
      places.append(numberStart..<next)
      position = next
    }
    guard numbers.count > 1 else { return nil }
    if numbers.count == 2 {
      guard numbers[1].digits < 100 else { return position }
      var quantity = Quantity(
        kind: .ratio,
        unitKind: nil,
        range: start..<position,
        quote: start..<position,
        value: numbers[0],
        high: nil
      )
      bounds(&quantity, range)
      add(quantity)
      return quantity.quote.upperBound
    }
    for (number, place) in zip(numbers, places) {
      add(
        Quantity(
          kind: .structure,
          unitKind: .percent,
          range: place,
          quote: place,
          value: number,
          high: nil,
          unit: [0x25]
        )
      )
    }
    return position
  }

  private func colon(_ position: Int, _ end: Int) -> Int? {
    switch scalar(at: position, end: end) {
    case 0x3A: 1
    case 0x2236, 0xFF1A: 3
    default: nil
    }
  }

  // MARK: Making quantities

  mutating func add(_ quantity: Quantity) {
    tokens.append(Token(kind: .quantity, range: quantity.quote, index: quantities.count))
    quantities.append(quantity)
  }

  func cueAfter(_ position: Int, _ end: Int) -> (end: Int, comparator: Quantity.Comparator)? {
    guard
      let match = cues.forwards.longest(
        in: text,
        from: position,
        to: end,
        where: {
          !cues.parts[Int($0)].intersection(.after).isEmpty
        }
      )
    else { return nil }
    let parts = cues.parts[Int(match.value)]
    return (match.end, parts.contains(.atLeastAfter) ? .atLeast : parts.contains(.atMostAfter) ? .atMost : .about)
  }

  /// Widens a quantity's quote over the bounds that touch it.
  mutating func bounds(_ quantity: inout Quantity, _ range: Range<Int>) {
    let end = range.upperBound
    if let after = cueAfter(quantity.quote.upperBound, end),
      after.end - quantity.quote.upperBound > 3 || scalar(at: quantity.quote.upperBound, end: end) != 0x5F3A,
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
    if let match = cues.backwards.longest(
      in: text,
      endingAt: start,
      from: floor,
      where: {
        !cues.parts[Int($0)].intersection(.before).isEmpty
      }
    ), acceptsBound(match.start, start, floor, quantity) {
      let parts = cues.parts[Int(match.value)]
      let found: Quantity.Comparator =
        parts.contains(.atLeastBefore) ? .atLeast : parts.contains(.atMostBefore) ? .atMost : .about
      if !quantity.boundAfter { quantity.comparator = found }
      quantity.boundBefore = true
      quantity.quote = match.start..<quantity.quote.upperBound
    }
  }

  /// 签约, 附近, 通过 and 同比上 end in a character that is no bound there.
  private func acceptsBound(_ start: Int, _ end: Int, _ floor: Int, _ quantity: Quantity) -> Bool {
    let before = scalar(before: start, start: floor)
    switch scalar(at: start, end: end) {
    case 0x7EA6 where end - start == 3:  // 约: 签节合预违条集公
      return ![0x7B7E, 0x8282, 0x5408, 0x9884, 0x8FDD, 0x6761, 0x96C6, 0x516C, 0x5927].contains(before)
    case 0x8FD1 where end - start == 3:  // 近: 附最邻就
      return ![0x9644, 0x6700, 0x90BB, 0x5C31, 0x63A5, 0x903C].contains(before)
    case 0x8FC7 where end - start == 3:  // 过: 通经
      return quantity.isBareMultiplier || quantity.unitKind == .money
        ? ![0x901A, 0x7ECF].contains(before) : false
    case 0x4E0A where end - start == 3:  // 上百亿元
      return quantity.isBareMultiplier
    case 0x8D85 where end - start == 3, 0x903E where end - start == 3: return true
    case 0x9650 where end - start == 3, 0x7834 where end - start == 3: return before == 0
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
    guard let kind = measure.kind else {
      // A number of a road, a hotline, a document, or one whose unit another lends.
      let next = scalar(at: numberEnd, end: end)
      let lends = isBoundary(numberEnd, end) || next == 0x548C || next == 0x53CA  // 和及
      if lends, !isChinese, measure.end == numberEnd {
        var quantity = Quantity(
          kind: .bare,
          unitKind: nil,
          range: start..<numberEnd,
          quote: start..<numberEnd,
          value: value,
          high: nil
        )
        quantity.unit = []
        add(quantity)
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
    let more = quantity.boundAfter
    quantity.boundAfter = false
    bounds(&quantity, range)
    if more, quantity.comparator == .equal { quantity.comparator = .atLeast }
    add(quantity)
    return quantity.quote.upperBound
  }

  /// "11.7和9.6个百分点", "42个、23个百分点": a number takes the unit of the next in its list.
  mutating func lendUnits() {
    guard quantities.count > 1 else { return }
    for index in tokens.indices.reversed() where tokens[index].kind == .quantity {
      let quantity = quantities[tokens[index].index]
      let isShort = quantity.kind == .level && quantity.unit == Array("个".utf8)
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
