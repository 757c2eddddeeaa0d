internal import Documents

/// Reads days as pages print them: 2026-04-27, 2026/4/27, 2026.04.27, 2026年4月27日, 20260427.
enum DateReader {
  static func first(in text: String) -> CalendarDate? {
    first(in: Array(text.utf8))
  }

  /// The first day in the text.
  static func first(in text: [UInt8]) -> CalendarDate? {
    var index = 0
    while index + 8 <= text.count {
      defer { index += 1 }
      guard text[index] == UInt8(ascii: "1") || text[index] == UInt8(ascii: "2") else { continue }
      if index > 0, isDigit(text[index - 1]) { continue }
      if let date = date(in: text, at: index) { return date }
    }
    return nil
  }

  /// Where the first day begins.
  static func position(in text: [UInt8]) -> Int? {
    var index = 0
    while index + 8 <= text.count {
      defer { index += 1 }
      guard text[index] == UInt8(ascii: "1") || text[index] == UInt8(ascii: "2") else { continue }
      if index > 0, isDigit(text[index - 1]) { continue }
      if date(in: text, at: index) != nil { return index }
    }
    return nil
  }

  /// The day with which a short text begins, marks before it aside.
  static func leading(in text: [UInt8]) -> CalendarDate? {
    guard let start = position(in: text), text[..<start].allSatisfy({ $0 < 0x30 || $0 == 0x5B || $0 >= 0x80 }),
      start <= 6
    else { return nil }
    return date(in: text, at: start)
  }

  /// The day with which a short line ends, a weekday behind it aside.
  static func closing(in text: [UInt8]) -> CalendarDate? {
    guard let start = position(in: text) else { return nil }
    let rest = Array(text[min(start + 8, text.count)...]).withUnsafeBufferPointer { TextMeasure($0) }
    return rest.units <= 8 ? date(in: text, at: start) : nil
  }

  /// The day in the path of an address: `/202605/t20260521_33982654.html`, `/2026/0521/`, `/2026-05/21/`.
  static func inPath(_ url: String) -> CalendarDate? {
    let text = Array(url.utf8)
    for index in text.indices
    where text[index] == UInt8(ascii: "t") && index > 0 && text[index - 1] == UInt8(ascii: "/") {
      if index + 9 <= text.count, let date = date(in: text, at: index + 1) { return date }
    }
    for index in text.indices where text[index] == UInt8(ascii: "/") && index + 9 <= text.count {
      var at = index + 1
      guard let year = number(text, &at, digits: 4), (1990...2100).contains(year), at < text.count else { continue }
      if text[at] == UInt8(ascii: "/") || text[at] == UInt8(ascii: "-") { at += 1 }
      guard let month = number(text, &at, digits: 2), at < text.count else { continue }
      if text[at] == UInt8(ascii: "/") || text[at] == UInt8(ascii: "-") { at += 1 }
      guard let day = number(text, &at, digits: 2), at >= text.count || !isDigit(text[at]) else { continue }
      if let date = CalendarDate(year: year, month: month, day: day) { return date }
    }
    return nil
  }

  private static func date(in text: [UInt8], at start: Int) -> CalendarDate? {
    var index = start
    guard let year = number(text, &index, digits: 4) else { return nil }
    // All digits in a row.
    if index + 4 <= text.count, isDigit(text[index]) {
      guard let month = number(text, &index, digits: 2), let day = number(text, &index, digits: 2) else { return nil }
      if index < text.count, isDigit(text[index]), index - start == 8, !(index + 5 < text.count) { return nil }
      return CalendarDate(year: year, month: month, day: day)
    }
    guard separator(text, &index), let month = upToTwo(text, &index), separator(text, &index),
      let day = upToTwo(text, &index)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func separator(_ text: [UInt8], _ index: inout Int) -> Bool {
    skipSpace(text, &index)
    guard index < text.count else { return false }
    switch text[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
      index += 1
    case 0xE5, 0xE6:
      // 年 E5 B9 B4, 月 E6 9C 88
      guard index + 2 < text.count,
        text[index + 1] == 0xB9 && text[index + 2] == 0xB4
          || text[index + 1] == 0x9C && text[index + 2] == 0x88
      else { return false }
      index += 3
    default: return false
    }
    skipSpace(text, &index)
    return true
  }

  private static func skipSpace(_ text: [UInt8], _ index: inout Int) {
    while index < text.count, text[index] <= 0x20 { index += 1 }
  }

  private static func number(_ text: [UInt8], _ index: inout Int, digits: Int) -> Int? {
    guard index + digits <= text.count else { return nil }
    var value = 0
    for _ in 0..<digits {
      guard isDigit(text[index]) else { return nil }
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
    }
    return value
  }

  private static func upToTwo(_ text: [UInt8], _ index: inout Int) -> Int? {
    var value = 0
    var count = 0
    while index < text.count, isDigit(text[index]), count < 2 {
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
      count += 1
    }
    return count > 0 ? value : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
