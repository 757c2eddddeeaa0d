import Lexicon

/// Ranks (第五, 前三, 榜首) and doublings (翻一番).
extension Lexer {
  private mutating func rank(
    _ value: Int,
    _ range: Range<Int>,
    comparator: Quantity.Comparator = .equal
  ) -> Int {
    add(
      Quantity(
        kind: .rank,
        unitKind: .count,
        range: range,
        quote: range,
        value: ExactNumber(value),
        high: nil,
        unit: UnitText("位"),
        comparator: comparator
      )
    )
    return range.upperBound
  }

  /// 第五, 第3位; 第六届 is a name.
  mutating func ordinal(_ position: Int, _ length: Int, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    var next = position + length
    var value = 0
    if next < end, isDigit(text[next]) {
      guard let number = digits(&next, end), number.fraction == 0 else { return next }
      value = number.digits
    } else if let numeral = ChineseNumeral.read(text, at: next, end: end), numeral.unitPower == 0,
      numeral.value.fraction == 0
    {
      value = numeral.value.digits
      if let part = partOrNil(position, range) { return part }
      next = numeral.range.upperBound
    } else {
      return next
    }
    guard value > 0, value < 3000, value > 1 || !isPriority(position, range) else { return next }
    for word in ["位", "名", "位次"] as [StaticString] where has(word, at: next, end: end) {
      let stop = next + word.utf8CodeUnitCount
      if word.utf8CodeUnitCount == 3, has("位次", at: next, end: end) { return rank(value, position..<(next + 6)) }
      // 第一名书记 is a name.
      return rank(value, position..<stop)
    }
    if isBoundary(next, end) || has("和第", at: next, end: end) || has("高", at: next, end: end)
      || has("大", at: next, end: end)
      || endsWith("以来", at: position, start: range.lowerBound) && scalar(at: next, end: end).isOne(of: "低多少好强长")
    {
      return rank(value, position..<next)
    }
    return next
  }

  /// 前三, 前10位; 前三季度 is a time.
  mutating func front(_ position: Int, _ length: Int, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    if let part = partOrNil(position, range) { return part }
    var next = position + length
    var value = 0
    if next < end, isDigit(text[next]) {
      guard let number = digits(&next, end), number.fraction == 0 else { return next }
      value = number.digits
      if has("个月", at: next, end: end), (1...12).contains(value) {
        return add(NamedPeriod(startMonth: 1, endMonth: value, range: position..<(next + 6)))
      }
      if has("月", at: next, end: end), (1...12).contains(value) {
        return add(NamedPeriod(startMonth: 1, endMonth: value, range: position..<(next + 3)))
      }
    } else if let numeral = ChineseNumeral.read(text, at: next, end: end), numeral.characters <= 3 {
      value = numeral.value.digits
      next = numeral.range.upperBound
    } else {
      return next
    }
    if has("位", at: next, end: end) || has("名", at: next, end: end) {
      return rank(value, position..<(next + 3), comparator: .atMost)
    }
    if isBoundary(next, end), value > 1 { return rank(value, position..<next, comparator: .atMost) }
    return next
  }

  /// 摆在首位, 把农业放在工作的首位, 放在第一位: what comes first is ordered, and not ranked.
  private func isPriority(_ position: Int, _ range: Range<Int>) -> Bool {
    if endsWith("作为", at: position, start: range.lowerBound) { return true }
    var start = position
    while start > range.lowerBound, start > position - 36, text[start - 1] != UInt8(ascii: ",") {
      for word in ["摆在", "放在", "置于", "放到", "摆到"] as [StaticString]
      where endsWith(word, at: start, start: range.lowerBound) {
        return true
      }
      start -= 1
    }
    return false
  }

  /// 首位, 榜首; 之首 at the end of a clause.
  mutating func head(_ position: Int, _ length: Int, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    if has("首位", at: position, end: end) || has("榜首", at: position, end: end) {
      if isPriority(position, range) { return position + 6 }
      // 上榜首批名单, 首位产业: the characters of other words.
      for word in ["批", "个", "次", "家", "产业", "度", "战略", "城市"] as [StaticString]
      where has(word, at: position + 6, end: end) {
        return position + 6
      }
      return rank(1, position..<(position + 6))
    }
    if has("首", at: position, end: end), isBoundary(position + 3, end),
      endsWith("之", at: position, start: range.lowerBound)
    {
      return rank(1, (position - 3)..<(position + 3))
    }
    return position + length
  }

  /// 翻一番, 翻了两番, 翻番.
  mutating func doubling(_ position: Int, _ length: Int, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    if has("翻番", at: position, end: end) {
      // 海洋经济翻番行动: a name.
      for word in ["行动", "计划", "工程"] as [StaticString] where has(word, at: position + 6, end: end) {
        return position + 6
      }
      addRatio(ExactNumber(1), position..<(position + 6), range)
      return position + 6
    }
    var next = position + length
    if has("了", at: next, end: end) { next += 3 }
    let start = next
    if next < end, isDigit(text[next]), let number = digits(&next, end), has("番", at: next, end: end) {
      addRatio(number, start..<(next + 3), range)
      return quantities.last?.quote.upperBound ?? next
    }
    if let numeral = ChineseNumeral.read(text, at: next, end: end), has("番", at: numeral.range.upperBound, end: end) {
      addRatio(numeral.value, start..<(numeral.range.upperBound + 3), range)
      return quantities.last?.quote.upperBound ?? next
    }
    return position + length
  }

  private mutating func addRatio(_ value: ExactNumber, _ place: Range<Int>, _ range: Range<Int>) {
    var quantity = Quantity(
      kind: .ratio,
      unitKind: .ratio,
      range: place,
      quote: place,
      value: value,
      high: nil,
      unit: UnitText("番")
    )
    quantity.isChinese = true
    let end = range.upperBound
    if has("多", at: place.upperBound, end: end) || has("以上", at: place.upperBound, end: end) {
      quantity.comparator = .atLeast
      quantity.quote = place.lowerBound..<(place.upperBound + (has("多", at: place.upperBound, end: end) ? 3 : 6))
    } else if has("左右", at: place.upperBound, end: end) {
      quantity.comparator = .about
      quantity.quote = place.lowerBound..<(place.upperBound + 6)
    }
    add(quantity)
  }
}
