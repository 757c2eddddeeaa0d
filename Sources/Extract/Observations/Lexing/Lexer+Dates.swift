import Lexicon

/// Times: years, months, spans of either, days, parts of the year and plans by their names.
extension Lexer {
  mutating func add(_ period: NamedPeriod) -> Int {
    periods.append(period)
    tokens.append(Token(kind: .period, range: period.range, index: periods.count - 1))
    return period.range.upperBound
  }

  /// A year, a month, a span of either, or a day, after the digits that end at `position`; `nil` for another number.
  mutating func date(_ start: Int, _ position: Int, _ first: ExactNumber, _ digitCount: Int, _ range: Range<Int>)
    -> Int?
  {
    let end = range.upperBound
    guard first.fraction == 0 else { return nil }
    let isYear = digitCount == 4 && (1900...2100).contains(first.digits)
    var next = position
    if isYear, has("年", at: next, end: end) {
      next += 3
      if has("度", at: next, end: end) { next += 3 }
      var month = next
      if let number = digits(&month, end), number.fraction == 0, (1...12).contains(number.digits) {
        if let span = months(next, month, number.digits, year: first.digits, start, range) { return span }
      }
      if let part = partOfYear(next, end) {
        return add(
          NamedPeriod(
            startYear: first.digits,
            startMonth: part.months.lowerBound,
            endYear: first.digits,
            endMonth: part.months.upperBound,
            range: start..<part.end
          )
        )
      }
      // 2016年至2020年, 2021年—2025年
      if let length = yearSeparator(next, end), next + length < end, isDigit(text[next + length]) {
        var second = next + length
        if let other = digits(&second, end), (1900...2100).contains(other.digits), has("年", at: second, end: end) {
          return add(
            NamedPeriod(startYear: first.digits, endYear: other.digits, range: start..<(second + 3))
          )
        }
      }
      return add(year(first.digits, start, next, range))
    }
    if isYear, let length = yearSeparator(next, end), next + length < end, isDigit(text[next + length]) {
      var second = next + length
      if let other = digits(&second, end), (1900...2100).contains(other.digits) {
        if has("年", at: second, end: end) {
          second += 3
          return add(NamedPeriod(startYear: first.digits, endYear: other.digits, range: start..<second))
        }
        return second
      }
    }
    if digitCount <= 2 {
      if let span = months(start, position, first.digits, year: nil, start, range) { return span }
      if has("日", at: position, end: end), !has("均", at: position + 3, end: end) { return position + 3 }
    }
    if has("号", at: position, end: end) || has("国道", at: position, end: end) || has("省道", at: position, end: end)
      || has("县道", at: position, end: end) || has("平台", at: position, end: end) || has("热线", at: position, end: end)
      || has("政务", at: position, end: end) || has("高速", at: position, end: end)
    {
      return position + 3
    }
    return nil
  }

  private func year(_ year: Int, _ start: Int, _ end: Int, _ range: Range<Int>) -> NamedPeriod {
    var period = NamedPeriod(startYear: year, endYear: year, range: start..<end)
    if has("末", at: end, end: range.upperBound) || has("底", at: end, end: range.upperBound) {
      period.isEnd = true
      period.range = start..<(end + 3)
    }
    if endsWith("到", at: start, start: range.lowerBound), !endsWith("达到", at: start, start: range.lowerBound),
      !endsWith("加到", at: start, start: range.lowerBound), !endsWith("高到", at: start, start: range.lowerBound)
    {
      period.isDeadline = true
    }
    return period
  }

  private func yearSeparator(_ position: Int, _ end: Int) -> Int? {
    switch scalar(at: position, end: end) {
    case "-", "~": 1
    case "–", "—", "～": scalar(at: position + 3, end: end) == "—" ? 6 : 3
    case "至", "到": 3
    default: nil
    }
  }

  /// 1-11月, 11月底, 3月15日; `start` is where the whole date began.
  private mutating func months(
    _ numberStart: Int,
    _ position: Int,
    _ first: Int,
    year: Int?,
    _ start: Int,
    _ range: Range<Int>
  ) -> Int? {
    let end = range.upperBound
    guard (1...12).contains(first) else { return nil }
    var low = first
    var high = first
    var next = position
    var isSpan = false
    if has("月", at: next, end: end), let length = yearSeparator(next + 3, end), next + 3 + length < end,
      isDigit(text[next + 3 + length])
    {
      var second = next + 3 + length
      if let other = digits(&second, end), other.fraction == 0, (1...12).contains(other.digits),
        has("月", at: second, end: end), other.digits > low
      {
        high = other.digits
        next = second
        isSpan = true
      }
    } else if let length = yearSeparator(next, end), next + length < end, isDigit(text[next + length]) {
      var second = next + length
      if let other = digits(&second, end), other.fraction == 0, (1...12).contains(other.digits),
        has("月", at: second, end: end), other.digits > low
      {
        high = other.digits
        next = second
        isSpan = true
      }
    }
    guard has("月", at: next, end: end) else { return nil }
    next += 3
    if has("份", at: next, end: end) { next += 3 }
    var isEnd = false
    if has("末", at: next, end: end) || has("底", at: next, end: end) {
      isEnd = true
      next += 3
    } else if !isSpan, next < end, isDigit(text[next]) {
      var day = next
      if digits(&day, end) != nil, has("日", at: day, end: end) {
        // 截至2月2日 reaches from the year's start; any other day is a date and no period.
        let until =
          endsWith("截至", at: start, start: range.lowerBound) || endsWith("截止", at: start, start: range.lowerBound)
        next = day + 3
        guard until else { return next }
        low = 1
      }
    }
    return add(
      NamedPeriod(
        startYear: year,
        startMonth: low,
        endYear: year,
        endMonth: high,
        range: start..<next,
        isEnd: isEnd
      )
    )
  }

  /// 上半年, 前三季度, 一季度 at `position`.
  private func partOfYear(_ position: Int, _ end: Int) -> (months: ClosedRange<Int>, end: Int)? {
    if has("上半年", at: position, end: end) { return (1...6, position + 9) }
    if has("下半年", at: position, end: end) { return (7...12, position + 9) }
    if has("前三季度", at: position, end: end) || has("前3季度", at: position, end: end) {
      return (1...9, position + (text[position + 3] < 0x80 ? 10 : 12))
    }
    var start = position
    if has("第", at: start, end: end) { start += 3 }
    if let digit = ChineseNumeral.digit(scalar(at: start, end: end)), (1...4).contains(digit),
      has("季度", at: start + 3, end: end)
    {
      return ((digit * 3 - 2)...(digit * 3), start + 9)
    }
    return nil
  }

  /// 上半年, 下半年, 全年 are plain text but the first two.
  mutating func halfYear(_ position: Int, _ length: Int, _ range: Range<Int>) -> Int {
    guard let part = partOfYear(position, range.upperBound) else { return position + length }
    return add(
      NamedPeriod(startMonth: part.months.lowerBound, endMonth: part.months.upperBound, range: position..<part.end)
    )
  }

  mutating func partOrNil(_ position: Int, _ range: Range<Int>) -> Int? {
    guard let part = partOfYear(position, range.upperBound) else { return nil }
    return add(
      NamedPeriod(startMonth: part.months.lowerBound, endMonth: part.months.upperBound, range: position..<part.end)
    )
  }

  /// 十四五 is 2021-2025. In quotation marks the older plans too: "九五", and "十五", the tenth.
  func planYears(_ position: Int, quoted: Int? = nil) -> NamedPeriod? {
    let end = quoted ?? min(text.count, position + 9)
    guard position + 6 <= end, let first = ChineseNumeral.read(text, at: position, end: end) else { return nil }
    var number = 0
    let count = first.range.upperBound - position
    if count == 9, has("十", at: position, end: end), has("五", at: position + 6, end: end) {
      number = 10 + (ChineseNumeral.digit(scalar(at: position + 3, end: end)) ?? 0)
    } else if quoted != nil, count == 6, has("五", at: position + 3, end: end) {
      number = has("十", at: position, end: end) ? 10 : ChineseNumeral.digit(scalar(at: position, end: end)) ?? 0
    }
    guard number > 0 else { return nil }
    let start = number == 1 ? 1953 : number == 2 ? 1958 : 1951 + number * 5
    return NamedPeriod(
      startYear: start,
      endYear: start + 4,
      range: position..<(position + count),
      isPlan: true
    )
  }

}
