import Lexicon

/// Cuts a sentence into quantities, periods and punctuation; what lies between is text.
///
/// Numbers inside names, quotation marks and titles are text.
struct Lexer {
  let text: UnsafeBufferPointer<UInt8>
  let units: Units
  let cues: Cues
  let words: WordClasses
  var tokens: [Token] = []
  var quantities: [Quantity] = []
  var periods: [NamedPeriod] = []

  init(text: UnsafeBufferPointer<UInt8>, lexicon: FigureLexicon = .builtIn) {
    self.text = text
    units = lexicon.units
    cues = lexicon.cues
    words = lexicon.words
  }

  mutating func read(_ range: Range<Int>) {
    if !tokens.isEmpty { tokens.removeAll(keepingCapacity: true) }
    if !quantities.isEmpty { quantities.removeAll(keepingCapacity: true) }
    if !periods.isEmpty { periods.removeAll(keepingCapacity: true) }
    let end = range.upperBound
    let telling = Self.telling
    var position = range.lowerBound
    while let next = telling.first(in: text, from: position, to: end) {
      position = step(next, range)
    }
    lendUnits()
  }

  private mutating func step(_ position: Int, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    let byte = text[position]
    if byte < 0x80 {
      switch byte {
      case 0x30...0x39: return number(position, range)
      case UInt8(ascii: ","): return mark(.comma, position, 1)
      case UInt8(ascii: ";"): return mark(.semicolon, position, 1)
      case UInt8(ascii: ":"): return mark(.colon, position, 1)
      case UInt8(ascii: "("): return bracket(position, range)
      case UInt8(ascii: ")"): return mark(.close, position, 1)
      case UInt8(ascii: "["):
        var close = position + 1
        while close < min(end, position + 6), text[close] != UInt8(ascii: "]") { close += 1 }
        return close < end && text[close] == UInt8(ascii: "]") ? close + 1 : position + 1
      case UInt8(ascii: "\""): return quoted(position, range)
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        if byte == UInt8(ascii: "-"), position + 1 < end, isDigit(text[position + 1]),
          position == range.lowerBound || text[position - 1] >= 0x80
        {
          return number(position, range)
        }
        return position + 1
      default:
        if isLetter(byte) { return letters(position, range) }
        return position + 1
      }
    }
    let (scalar, length) = CodePoint.at(position, in: text, end: end)
    switch scalar {
    case "、": return mark(.enumeration, position, length)
    case "，": return mark(.comma, position, length)
    case "；": return mark(.semicolon, position, length)
    case "：": return mark(.colon, position, length)
    case "〔": return skip(to: "〕", position, end, limit: 24)  // 〔24〕
    case "《": return skip(to: "》", position, end, limit: 240)
    case "“": return skip(to: "”", position, end, limit: 150)  // curly quotes
    case "第": return ordinal(position, length, range)
    case "前": return front(position, length, range)
    case "首", "榜": return head(position, length, range)  // 首位, 榜首
    case "翻": return doubling(position, length, range)
    case "上", "下", "全": return halfYear(position, length, range)
    default: break
    }
    if ChineseNumeral.digit(scalar) != nil || ChineseNumeral.power(scalar) != nil {
      return chinese(position, range)
    }
    return position + length
  }

  /// The code points at which something begins.
  private static let telling = ScalarSet(
    (0x30...0x39).map(CodePoint.init) + (0x41...0x5A).map(CodePoint.init) + (0x61...0x7A).map(CodePoint.init) + [
      ",", ";", ":", "(", ")", "[", "\"", "-", "+",
      "、", "，", "；", "：", "〔", "《", "“", "第", "前", "首", "榜", "翻", "上", "下", "全",
    ] + ChineseNumeral.characters
  )

  // MARK: Marks and names

  private mutating func mark(_ kind: Token.Kind, _ position: Int, _ length: Int) -> Int {
    tokens.append(Token(kind: kind, range: position..<(position + length)))
    return position + length
  }

  /// A bracket is read where it holds a number with a unit; else it is text.
  private mutating func bracket(_ position: Int, _ range: Range<Int>) -> Int {
    var close = position + 1
    var hasDigit = false
    while close < range.upperBound, text[close] != UInt8(ascii: ")") {
      if isDigit(text[close]) { hasDigit = true }
      close += 1
    }
    guard close < range.upperBound else { return position + 1 }
    if !hasDigit { return close + 1 }
    tokens.append(Token(kind: .open, range: position..<(position + 1)))
    return position + 1
  }

  private mutating func quoted(_ position: Int, _ range: Range<Int>) -> Int {
    var close = position + 1
    let limit = min(range.upperBound, position + 120)
    while close < limit, text[close] != UInt8(ascii: "\"") { close += 1 }
    guard close < limit else { return position + 1 }
    if close - position <= 10, let plan = planYears(position + 1, quoted: close), plan.range.upperBound == close {
      return append(plan, position..<(close + 1), range.upperBound)
    }
    return close + 1
  }

  /// A plan's years; "十二五"末 is the last of them.
  private mutating func append(_ plan: NamedPeriod, _ place: Range<Int>, _ end: Int) -> Int {
    var plan = plan
    plan.isEnd = has("末", at: place.upperBound, end: end)
    let range = place.lowerBound..<(plan.isEnd ? place.upperBound + 3 : place.upperBound)
    periods.append(plan.with(range: range))
    tokens.append(Token(kind: .period, range: range, index: periods.count - 1))
    return range.upperBound
  }

  private mutating func skip(to closing: CodePoint, _ position: Int, _ end: Int, limit: Int) -> Int {
    var next = position + 3
    let stop = min(end, position + limit)
    while next < stop {
      let (scalar, length) = CodePoint.at(next, in: text, end: end)
      next += length
      if scalar == closing {
        if next - position <= 15, let plan = planYears(position + 3, quoted: next - 3),
          plan.range.upperBound == next - 3
        {
          return append(plan, position..<next, end)
        }
        return next
      }
    }
    return position + 3
  }

  /// A name of letters, and the count of what it names: 充电桩DC80台. One letter with digits is a name (G318线, C919).
  private mutating func letters(_ position: Int, _ range: Range<Int>) -> Int {
    let end = latin(position, range.upperBound)
    var digits = position
    while digits < end, isLetter(text[digits]) { digits += 1 }
    guard digits - position > 1, digits < end, text[digits..<end].allSatisfy({ isDigit($0) }) else { return end }
    let measure = self.measure(end, range.upperBound, isChinese: false)
    guard measure.kind == .count || measure.kind == .money, measure.end > end else { return end }
    return number(digits, range, isBehindLetters: true)
  }

  /// Letters with the digits that hang on them: PM2.5, 5G is met at its digit.
  func latin(_ position: Int, _ end: Int) -> Int {
    var next = position
    while next < end {
      let byte = text[next]
      if isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "+") {
        next += 1
        continue
      }
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "&"), next + 1 < end,
        isDigit(text[next + 1]) || isLetter(text[next + 1])
      {
        next += 1
        continue
      }
      break
    }
    return next
  }

  // MARK: Small readers

  func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  /// Whether `word` stands at `position`.
  @inline(__always)
  func has(_ word: StaticString, at position: Int, end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position >= 0, position + count <= end else { return false }
    for offset in 0..<count where text[position + offset] != word.utf8Start[offset] { return false }
    return true
  }

  @inline(__always)
  func endsWith(_ word: StaticString, at end: Int, start: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    return end - count >= start && has(word, at: end - count, end: end)
  }

  func scalar(at position: Int, end: Int) -> CodePoint {
    position < end ? CodePoint.at(position, in: text, end: end).scalar : .none
  }

  func scalar(before position: Int, start: Int) -> CodePoint {
    position > start ? CodePoint.before(position, in: text, start: start).scalar : .none
  }

  /// Whether the text stops here: the end, or a mark.
  func isBoundary(_ position: Int, _ end: Int) -> Bool {
    guard position < end else { return true }
    switch scalar(at: position, end: end) {
    case ",", ";", ":", ")", "(", ".", "!", "?", "、", "。", "，", "；", "：", "！", "？", "\n":
      return true
    default: return false
    }
  }
}
