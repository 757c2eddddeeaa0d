import Lexicon

extension Lexer {
  /// A run of ASCII digits: a date, a name, or a quantity.
  mutating func number(_ start: Int, _ range: Range<Int>, isBehindLetters: Bool = false) -> Int {
    let end = range.upperBound
    if start > range.lowerBound, !isBehindLetters {
      let before = text[start - 1]
      if isLetter(before) || before == UInt8(ascii: "+") || before == UInt8(ascii: "*") { return latin(start, end) }
    }
    var position = start
    // 36.5 9亿元: what stands behind the digits of another number is the rest of a broken one.
    if !isBehindLetters, start >= range.lowerBound + 2, text[start - 1] == UInt8(ascii: " "), isDigit(text[start - 2]),
      digits(&position, end) != nil
    {
      return measure(position, end, isChinese: false).end
    }
    position = start
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
    // 2×220吨锅炉: how large a thing is.
    if has("×", at: position, end: end), position + 2 < end, isDigit(text[position + 2]) {
      var other = position + 2
      if digits(&other, end) != nil { return other }
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
        let isYear = scalar(at: second, end: end) == "年" || scalar(at: second, end: end) == "月"
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
    var unit = UnitText()
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
      if next == "余" || next == "多" {
        result.isMore = true
        position += 3
      }
    }
    more()
    var unitPower = given
    var tens = 0
    var prefix = UnitText()
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
      prefix = tens == 3 ? UnitText("千") : tens == 2 ? UnitText("百") : UnitText()
      tens = 0
    }
    switch unitPower {
    case 4: prefix = UnitText("万")
    case 8: prefix = UnitText("亿")
    case 12: prefix = UnitText("万亿")
    default: break
    }
    result.unitPower = unitPower
    result.tenPower = tens
    result.end = position
    result.unit = prefix
    guard let match = units.trie.longest(in: text, from: position, to: end), !isWord(position..<match.end, end) else {
      if unitPower >= 8, isBoundary(position, end) || cueAfter(position, end) != nil || isStep(position, end) {
        result.unit = UnitText(unitPower == 8 ? "亿元" : unitPower == 12 ? "万亿元" : "元")
        result.kind = .money
        result.takesChinese = true
      } else if unitPower == 4, !isChinese, takesBareMultiplier(position, end) {
        // 惠及100万农村人口, 出游人次86.5万: no classifier is printed.
        result.kind = .measure
      }
      return result
    }
    let kind = units.all[Int(match.value)].kind
    result.kind = kind
    result.takesChinese = units.all[Int(match.value)].takesChinese
    var unitEnd = match.end
    // 元/月, 微克/立方米, 万元/人
    while unitEnd < end, text[unitEnd] == UInt8(ascii: "/") || has("·", at: unitEnd, end: end) {
      var next = unitEnd + (text[unitEnd] == UInt8(ascii: "/") ? 1 : 2)
      if let per = units.trie.longest(in: text, from: next, to: end) {
        next = per.end
      } else if has("月", at: next, end: end) || has("日", at: next, end: end) || has("户", at: next, end: end)
        || scalar(at: next, end: end).isOne(of: "百万")
      {
        next += 3
        if has("亿", at: next, end: end) { next += 3 }
        if let per = units.trie.longest(in: text, from: next, to: end) { next = per.end }
      } else {
        break
      }
      guard prefix.count + next - position <= UnitText.longest else { break }
      unitEnd = next
      if kind == .duration || kind == .time { result.kind = .measure }
    }
    if kind == .count, let twin = twinEnd(unitEnd, end), prefix.count + twin - position <= UnitText.longest {
      unitEnd = twin
    }
    // 近4000农户: the unit is 户.
    let named = (has("农户", at: position, end: unitEnd) ? position + 3 : position)..<unitEnd
    result.unit.append(UnsafeBufferPointer(rebasing: text[named]))
    result.end = unitEnd
    return result
  }

  /// 卷(件), 套(间): another unit of the same things, in brackets.
  private func twinEnd(_ start: Int, _ end: Int) -> Int? {
    guard start + 4 < end, text[start] == UInt8(ascii: "("),
      let twin = units.trie.longest(in: text, from: start + 1, to: end),
      units.all[Int(twin.value)].kind == .count, twin.end < end, text[twin.end] == UInt8(ascii: ")")
    else { return nil }
    return twin.end + 1
  }

  /// 项目, 台阶: the unit is the first character of a word; in 4所以上 a bound follows it.
  private func isWord(_ unit: Range<Int>, _ end: Int) -> Bool {
    unit.count == 3 && cueAfter(unit.upperBound, end) == nil
      && words.end(of: .unitword, in: text, from: unit.lowerBound, to: end) != nil
  }

  private func isStep(_ position: Int, _ end: Int) -> Bool {
    words.end(of: .step, in: text, from: position, to: end) != nil
  }

  private func takesBareMultiplier(_ position: Int, _ end: Int) -> Bool {
    if isBoundary(position, end) || cueAfter(position, end) != nil { return true }
    let next = scalar(at: position, end: end)
    return next.isHan && !next.isOne(of: "级伏到至里")
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
}
