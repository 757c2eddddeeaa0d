import Documents
import Lexicon

/// Finds years and days in normalized text, in Arabic and in Han numerals.
struct DateReader {
  struct Found: Equatable {
    var range: Range<Int>
    var year: Int
    /// `nil` where only a year stands there.
    var day: CalendarDate?
  }

  /// "2021年1月15日", "二〇一九年一月十四日", "2026-01-09", "2025年"; from left to right.
  static func dates(in text: some RandomAccessCollection<UInt8>) -> [Found] {
    let text = Array(text)
    var found: [Found] = []
    var offset = 0
    while offset < text.count {
      guard Reader.mayBegin(text[offset]) else {
        offset += 1
        continue
      }
      var reader = Reader(text: text, offset: offset)
      guard let year = reader.year() else {
        offset += 1
        continue
      }
      var date: CalendarDate?
      var end = reader.offset
      if reader.take("年") {
        end = reader.offset
        if let month = reader.number(), reader.take("月"), let day = reader.number(), reader.take("日") {
          date = CalendarDate(year: year, month: month, day: day)
          if date != nil { end = reader.offset }
        }
      } else if reader.take("-") || reader.take("/") || reader.take(".") {
        guard let month = reader.number(), reader.take("-") || reader.take("/") || reader.take("."),
          let day = reader.number(), let whole = CalendarDate(year: year, month: month, day: day)
        else {
          offset = end
          continue
        }
        date = whole
        end = reader.offset
      } else {
        offset = end
        continue
      }
      found.append(Found(range: offset..<end, year: year, day: date))
      offset = end
    }
    return found
  }

  private struct Reader {
    let text: [UInt8]
    var offset: Int

    /// With which bytes a year can begin: a digit, or one of 〇零一二三四五六七八九.
    static func mayBegin(_ byte: UInt8) -> Bool {
      byte >= 0x30 && byte <= 0x39 || byte >= 0xE3 && byte <= 0xE5 || byte == 0xE9
    }

    mutating func take(_ words: StaticString) -> Bool {
      guard text[offset...].starts(with: words) else { return false }
      offset += words.utf8CodeUnitCount
      return true
    }

    /// Four digits that are a year, no part of a longer number.
    mutating func year() -> Int? {
      let start = offset
      if let digits = digits() {
        let isPart = start > 0 && (isDigit(text[start - 1]) || text[start - 1] == UInt8(ascii: "."))
        if !isPart, offset - start == 4, (1949...2199).contains(digits) { return digits }
        return nil
      }
      var value = 0
      var count = 0
      while count < 4, let digit = hanDigit() {
        value = value * 10 + digit
        count += 1
      }
      if count == 4, (1949...2199).contains(value) { return value }
      offset = start
      return nil
    }

    /// A month or a day: "12", "十二", "二十".
    mutating func number() -> Int? {
      if let digits = digits() { return digits }
      let start = offset
      var value = 0
      var hasTen = false
      while offset - start < 9 {
        if take("十") {
          guard !hasTen else { return nil }
          hasTen = true
          value = max(value, 1) * 10
        } else if let digit = hanDigit() {
          value += hasTen ? digit : value * 10 + digit
        } else {
          break
        }
      }
      return offset > start ? value : nil
    }

    private mutating func digits() -> Int? {
      let start = offset
      var value = 0
      while offset < text.count, offset - start < 5, isDigit(text[offset]) {
        value = value * 10 + Int(text[offset] & 0x0F)
        offset += 1
      }
      return offset > start ? value : nil
    }

    private mutating func hanDigit() -> Int? {
      guard offset + 3 <= text.count, text[offset] >= 0xE3 else { return nil }
      let scalar = text.withUnsafeBufferPointer { CodePoint.at(offset, in: $0, end: $0.count).scalar }
      guard let digit = ChineseNumeral.digit(scalar), scalar != "两", scalar != "○" else { return nil }
      offset += 3
      return digit
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  }
}
