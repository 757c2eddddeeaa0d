import Documents

/// Finds the meeting before which a report was given, and the day: "2021年2月1日在怀宁县第十七届人民代表大会第五次会议上".
struct MeetingReader {
  struct Found: Equatable {
    var name: String
    /// Of the name in the text.
    var range: Range<Int>
    var day: CalendarDate?
    /// Whether the report was given there ("…会议上"), and not only adopted or submitted.
    var isDelivered: Bool
  }

  let text: [UInt8]

  /// The first meeting in the text.
  func meeting() -> Found? {
    let dates = DateReader.dates(in: text)
    var offset = 0
    var fallback: Found?
    while let session = text[offset...].firstRange(of: "届") {
      offset = session.upperBound
      guard let end = end(afterSession: session.upperBound), let start = start(beforeSession: session.lowerBound) else {
        continue
      }
      let isDelivered = text[end...].starts(with: "上")
      var found = Found(name: text[start..<end].string, range: start..<end, isDelivered: isDelivered)
      found.day = day(of: start..<end, isDelivered: isDelivered, dates: dates)
      if isDelivered { return found }
      if fallback == nil { fallback = found }
    }
    return fallback
  }

  /// The first meeting that a speech says the report is given to: "提请…会议审议", "在…会议上". Others that it names
  /// lie behind it ("圆满完成…会议确定的任务").
  func addressedMeeting() -> Found? {
    let dates = DateReader.dates(in: text)
    var offset = 0
    while let session = text[offset...].firstRange(of: "届") {
      offset = session.upperBound
      guard let end = end(afterSession: session.upperBound), let start = start(beforeSession: session.lowerBound) else {
        continue
      }
      let before = text[..<start].suffix(3).string
      let after = text[end...]
      // "…第五次会议第一次全体会议上": a sitting of it.
      let isThere = after.starts(with: "上") || after.starts(with: "第") && after.prefix(48).contains("会议上")
      let isDelivered = isThere && (before == "在" || before == "的")
      let isSubmitted =
        ["请", "交", "向"].contains(before)
        && (after.starts(with: "审") || after.starts(with: "提出") || after.starts(with: "提交") || after.starts(with: "报告")
          || after.starts(with: "作"))
      guard isDelivered || isSubmitted else { continue }
      var found = Found(name: text[start..<end].string, range: start..<end, isDelivered: isDelivered)
      found.day = isDelivered ? day(of: start..<end, isDelivered: true, dates: dates) : nil
      return found
    }
    return nil
  }

  /// Where a meeting's name ends that goes on behind "届".
  private func end(afterSession session: Int) -> Int? {
    var reader = Cursor(text: text, offset: session)
    _ = reader.take("全国")
    guard reader.take("人民代表大会") || reader.take("人大") else { return nil }
    _ = reader.take("常务委员会") || reader.take("常委会") || reader.take("常委")
    if reader.take("第") || true {
      guard reader.takeNumeral(), reader.take("次") else { return nil }
    }
    _ = reader.take("全体")
    guard reader.take("会议") || reader.take("大会") else { return nil }
    return reader.offset
  }

  /// Where the name begins: behind "在", a date, "提请", or with the line's first Han character.
  private func start(beforeSession session: Int) -> Int? {
    var offset = session
    // The numeral of the session.
    while offset >= 3, Cursor.isNumeral(text[offset - 3..<offset]) { offset -= 3 }
    while offset >= 1, (0x30...0x39).contains(text[offset - 1]) { offset -= 1 }
    guard offset < session else { return nil }
    if offset >= 3, text[offset - 3..<offset].elementsEqual("第".utf8) { offset -= 3 }
    let limit = max(0, offset - 60)
    var start = offset
    while start - 3 >= limit {
      let character = text[start - 3..<start]
      guard let first = character.first, (0xE4...0xE9).contains(first) else { break }
      if character.elementsEqual("在".utf8) || character.elementsEqual("于".utf8) { break }
      if character.elementsEqual("日".utf8), start >= 4, isEndOfDate(start) { break }
      if character.elementsEqual("请".utf8) || character.elementsEqual("交".utf8) || character.elementsEqual("的".utf8) {
        break
      }
      if character.elementsEqual("向".utf8) { break }
      start -= 3
    }
    return start
  }

  private func isEndOfDate(_ end: Int) -> Bool {
    let before = text[..<(end - 3)]
    guard let last = before.last else { return false }
    return (0x30...0x39).contains(last) || before.count >= 3 && Cursor.isNumeral(before.suffix(3))
  }

  /// The day in front of the name, or in brackets or on a line of its own behind it.
  private func day(of name: Range<Int>, isDelivered: Bool, dates: [DateReader.Found]) -> CalendarDate? {
    for date in dates {
      guard let day = date.day else { continue }
      if date.range.upperBound <= name.lowerBound, name.lowerBound - date.range.upperBound <= 3 {
        return isDelivered || !isAdoption(after: name.upperBound) ? day : nil
      }
      if date.range.lowerBound >= name.upperBound, date.range.lowerBound - name.upperBound <= 12 { return day }
    }
    return nil
  }

  private func isAdoption(after offset: Int) -> Bool {
    text[offset...].prefix(60).contains("通过")
  }
}

/// Steps over words of normalized text.
struct Cursor {
  let text: [UInt8]
  var offset: Int

  mutating func take(_ words: StaticString) -> Bool {
    guard offset <= text.count, text[offset...].starts(with: words) else { return false }
    offset += words.utf8CodeUnitCount
    return true
  }

  /// Steps over a whole number in Arabic or Han numerals, "第" before it included.
  mutating func takeNumeral() -> Bool {
    _ = take("第")
    let start = offset
    while offset < text.count, (0x30...0x39).contains(text[offset]) { offset += 1 }
    while offset + 3 <= text.count, Self.isNumeral(text[offset..<offset + 3]) { offset += 3 }
    return offset > start
  }

  static func isNumeral(_ character: ArraySlice<UInt8>) -> Bool {
    numerals.contains { character.elementsEqual($0) }
  }

  private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "〇"].map { Array($0.utf8) }
}
