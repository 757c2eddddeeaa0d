import Lexicon

extension Lexer {
  /// A Chinese numeral at `start`: a year, a percentage, a fraction, a quantity, or a part of a word.
  mutating func chinese(_ start: Int, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    if let part = partOrNil(start, range) { return part }
    if let plan = planYears(start), !has("五届", at: plan.range.upperBound - 3, end: end) {
      periods.append(plan)
      tokens.append(Token(kind: .period, range: plan.range, index: periods.count - 1))
      return plan.range.upperBound
    }
    if has("百分之", at: start, end: end) { return percent(start, start + 9, .percent, range) }
    if has("千分之", at: start, end: end) { return percent(start, start + 9, UnitText("‰"), range) }
    guard let numeral = ChineseNumeral.read(text, at: start, end: end) else { return start + 3 }
    let next = numeral.range.upperBound

    if numeral.isDigits, numeral.characters == 4, has("年", at: next, end: end),
      (1900...2100).contains(numeral.value.digits)
    {
      let year = numeral.value.digits
      let period = NamedPeriod(startYear: year, endYear: year, range: start..<(next + 3))
      // 一九五三年至一九八○年
      let afterYear = next + 3
      if has("至", at: afterYear, end: end) || has("到", at: afterYear, end: end),
        let other = ChineseNumeral.read(text, at: afterYear + 3, end: end), other.isDigits, other.characters == 4,
        has("年", at: other.range.upperBound, end: end)
      {
        periods.append(
          NamedPeriod(startYear: year, endYear: other.value.digits, range: start..<(other.range.upperBound + 3))
        )
      } else {
        periods.append(period)
      }
      let place = periods[periods.count - 1].range
      tokens.append(Token(kind: .period, range: place, index: periods.count - 1))
      return place.upperBound
    }
    if has("分之", at: next, end: end) { return fraction(start, numeral, range) }
    if has("成", at: next, end: end), numeral.characters == 1, let tens = tenths(numeral, next, range) {
      return tens
    }
    // 占全国近一半
    if has("半", at: next, end: end), numeral.characters == 1, numeral.value.digits == 1, isShare(start, next + 3, range)
    {
      return addShare(ExactNumber(50), start..<(next + 3), range)
    }
    if numeral.characters == 1, numeral.value.digits == 0, isZero(start, next, range) {
      add(
        Quantity(kind: .zero, unitKind: nil, range: start..<next, quote: start..<next, value: ExactNumber(0), high: nil)
      )
      return next
    }
    return chineseQuantity(start, numeral, range)
  }

  private mutating func chineseQuantity(_ start: Int, _ first: ChineseNumeral, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    var numeral = first
    var value = first.value
    var high: ExactNumber?
    var next = numeral.range.upperBound
    if nextAfterName(start, next, range) || has("项规定", at: next, end: end) { return next }
    // 七十亿到一百亿元, 二三十
    if has("到", at: next, end: end) || has("至", at: next, end: end), !numeral.isBare,
      let other = ChineseNumeral.read(text, at: next + 3, end: end), !other.isBare,
      measure(other.range.upperBound, end, isChinese: true, unitPower: other.unitPower).hasUnit
    {
      high = other.value
      numeral = other
      next = other.range.upperBound
    }
    let measure = measure(next, end, isChinese: true, unitPower: numeral.unitPower)
    guard measure.hasUnit, let kind = measure.kind else { return next }
    if measure.tenPower > 0 { value = value.scaled(by: measure.tenPower) ?? value }
    if kind == .duration { return measure.end }
    guard
      measure.takesChinese || first.isBare || first.characters > 1 && kind == .percent
        || isHeld(start, next, range)
    else { return next }
    // 十 is a number of its own before a classifier, 百 and 千 are round ones.
    let isTen = has("十", at: start, end: next) && next == start + 3 && opensCount(start, next, range)
    if first.isBare, !isTen || !measure.takesChinese {
      // 千亩, 近亿元, 突破百条; 万人 and 万元 in a name are bases.
      let hasBound = boundEnding(at: start, from: range.lowerBound) != nil
      // 单位:万元
      if !hasBound, scalar(before: start, start: range.lowerBound).isOne(of: ":：") { return measure.end }
      guard hasBound || measure.isMore || kind == .measure && measure.takesChinese || kind == .money else {
        return measure.end
      }
      if !hasBound, has("国", at: next, end: end) { return next }
    } else if kind == .count, first.characters == 1, first.value.digits <= 1, !isSingle(start, next, measure.end, range)
    {
      return next
    } else if kind == .count,
      scalar(at: measure.end, end: end) == "一"
        || scalar(at: measure.end, end: end) == "百" && !has("百亿", at: measure.end, end: end)
          && !has("百万", at: measure.end, end: end)
    {
      return measure.end
    }
    return append(
      value,
      high,
      measure,
      start,
      numberEnd: next,
      range,
      isChinese: true,
      isBareMultiplier: first.isBare
    )
  }

  /// 十件实事全部办结, at the head of a clause; 十种有色金属 and 十家子 are names.
  private func opensCount(_ start: Int, _ next: Int, _ range: Range<Int>) -> Bool {
    guard
      start == range.lowerBound || isBoundary(start - 3, range.upperBound) || isBoundary(start - 1, range.upperBound),
      scalar(at: next, end: range.upperBound).isOne(of: "件项个座所")
    else { return false }
    return true
  }

  /// 新建变电站一座, at the end of a clause; 一家 before a noun, 第一名 and 其中的一个 count nothing.
  private func isSingle(_ start: Int, _ next: Int, _ stop: Int, _ range: Range<Int>) -> Bool {
    guard has("一", at: start, end: next), isBoundary(stop, range.upperBound),
      scalar(at: next, end: range.upperBound).isOne(of: "座处所条台套辆艘部个家")
    else { return false }
    let before = scalar(before: start, start: range.lowerBound)
    return before.isHan && !before.isOne(of: "第的唯此独同其另这那每任哪上下之逐又统专某有为是成")
  }

  /// 举办两次: times that something was held; 两次 elsewhere says how often.
  private func isHeld(_ start: Int, _ next: Int, _ range: Range<Int>) -> Bool {
    guard has("次", at: next, end: range.upperBound) else { return false }
    for word in ["举办", "召开", "举行", "开展", "组织", "承办"] as [StaticString]
    where endsWith(word, at: start, start: range.lowerBound) {
      return true
    }
    return false
  }

  /// 十九届, 第一: a numeral behind these is none.
  private func nextAfterName(_ start: Int, _ next: Int, _ range: Range<Int>) -> Bool {
    let before = scalar(before: start, start: range.lowerBound)
    if before == "第" || before == "数" || before == "几" { return true }
    if let byte = UInt8(exactly: before.value), isDigit(byte) || isLetter(byte) { return true }
    return false
  }

  /// 降为零, 保持动态为零: at a clause's end, behind 为, 至, 到 or 现.
  private func isZero(_ start: Int, _ next: Int, _ range: Range<Int>) -> Bool {
    guard isBoundary(next, range.upperBound) else { return false }
    let before = scalar(before: start, start: range.lowerBound)
    return before == "为" || before == "至" || before == "到" || before == "持"
  }

  /// 百分之十四点一, 百分之二、三.
  private mutating func percent(_ start: Int, _ numberStart: Int, _ unit: UnitText, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    var next = numberStart
    var value: ExactNumber
    if next < end, isDigit(text[next]), let number = digits(&next, end) {
      value = number
    } else if let numeral = ChineseNumeral.read(text, at: next, end: end) {
      value = numeral.value
      next = numeral.range.upperBound
    } else {
      return next
    }
    var high: ExactNumber?
    if has("、", at: next, end: end), let other = ChineseNumeral.read(text, at: next + 3, end: end),
      other.characters == 1, !other.isBare, other.value.digits == value.digits + 1
    {
      high = other.value
      next = other.range.upperBound
    } else if has("到百分之", at: next, end: end) || has("至百分之", at: next, end: end),
      let other = ChineseNumeral.read(text, at: next + 12, end: end)
    {
      high = other.value
      next = other.range.upperBound
    }
    if value.digits < 0 { value = value.negated }
    return addShare(value, high: high, start..<next, unit: unit, range)
  }

  /// A percentage in words; widens its quote over the bounds that touch it.
  private mutating func addShare(
    _ value: ExactNumber,
    high: ExactNumber? = nil,
    _ place: Range<Int>,
    unit: UnitText = .percent,
    _ range: Range<Int>
  ) -> Int {
    var quantity = Quantity(
      kind: .percent,
      unitKind: .percent,
      range: place,
      quote: place,
      value: value,
      high: high,
      unit: unit
    )
    quantity.isChinese = true
    bounds(&quantity, range)
    add(quantity)
    return quantity.quote.upperBound
  }

  /// 三分之二 is 66.67 %.
  private mutating func fraction(_ start: Int, _ below: ChineseNumeral, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    guard below.value.digits > 0, below.value.fraction == 0,
      let above = ChineseNumeral.read(text, at: below.range.upperBound + 6, end: end), above.value.fraction == 0,
      above.value.digits < below.value.digits, above.value.digits > 0
    else { return below.range.upperBound }
    let hundredths = (above.value.digits * 20_000 + below.value.digits) / (2 * below.value.digits)
    let value = hundredths % 100 == 0 ? ExactNumber(hundredths / 100) : ExactNumber(hundredths, fraction: 2)
    return addShare(value, start..<above.range.upperBound, range)
  }

  /// 七成以上; 三成员 and 一成立 are words.
  private mutating func tenths(_ numeral: ChineseNumeral, _ next: Int, _ range: Range<Int>) -> Int? {
    guard numeral.value.digits > 0, isShare(numeral.range.lowerBound, next + 3, range) else { return nil }
    return addShare(ExactNumber(numeral.value.digits * 10), numeral.range.lowerBound..<(next + 3), range)
  }

  /// Whether 八成 or 一半 stands by itself, or between a bound and what it is of (超九成政府采购份额).
  private func isShare(_ start: Int, _ after: Int, _ range: Range<Int>) -> Bool {
    let end = range.upperBound
    if isBoundary(after, end) || cueAfter(after, end) != nil || has("用于", at: after, end: end)
      || has("的", at: after, end: end) || has("多", at: after, end: end)
    {
      return true
    }
    let next = scalar(at: after, end: end)
    guard next.isHan, !next.isOne(of: "立员为功果品了型本份人就长熟交绩都分半不") else { return false }
    // 八成对外开放, at the head of a clause.
    let opens = start == range.lowerBound || isBoundary(start - 1, end) || start >= 3 && isBoundary(start - 3, end)
    return opens || scalar(before: start, start: range.lowerBound).isOne(of: "超近约逾")
  }
}
