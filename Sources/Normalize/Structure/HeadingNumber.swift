import Lexicon

/// The number that a paragraph begins with, as headings have them.
struct HeadingNumber: Equatable {
  /// From the outermost inwards, as most reports nest them.
  enum Style: Int, Comparable, CaseIterable {
    /// 第一部分, 第一章, 第一篇
    case part
    /// 第一节
    case division
    /// 一、
    case han
    /// (一)
    case hanInBrackets
    /// 1. and 1、
    case digits
    /// (1) and 1)
    case digitsInBrackets
    /// ①
    case circled
    /// 一是
    case ordinal

    static func < (left: Style, right: Style) -> Bool { left.rawValue < right.rawValue }
  }

  var style: Style
  var value: Int
  /// As it is shown: without the mark behind it.
  var number: Range<Int>
  /// Where the heading's words begin.
  var end: Int

  /// Reads the number at the start of `range` of normalized text.
  init?(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    guard Self.mayBegin(text, in: range) else { return nil }
    var reader = Reader(text: text, offset: range.lowerBound, end: range.upperBound)
    let start = range.lowerBound
    if reader.take("第") {
      guard let value = reader.hanNumeral() ?? reader.digits(), value > 0 else { return nil }
      let style: Style
      if reader.take("部分") || reader.take("章") || reader.take("篇") {
        style = .part
      } else if reader.take("节") {
        style = .division
      } else {
        return nil
      }
      self.init(style: style, value: value, number: start..<reader.offset, end: reader.offset)
      _ = reader.take(":") || reader.take("、") || reader.take(",") || reader.take(" ") || reader.take("　")
      end = reader.offset
      return
    }
    if reader.take("(") || reader.take("〔") || reader.take("[") {
      let han = reader.hanNumeral()
      guard let value = han ?? reader.digits(), value > 0 else { return nil }
      guard reader.take(")") || reader.take("〕") || reader.take("]") else { return nil }
      // "[1]" and "〔1〕" mark footnotes.
      if text[start] != UInt8(ascii: "("), han == nil { return nil }
      let number = start..<reader.offset
      _ = reader.take("、") || reader.take(".") || reader.take(",") || reader.take(":") || reader.take(" ")
      self.init(
        style: han == nil ? .digitsInBrackets : .hanInBrackets,
        value: value,
        number: number,
        end: reader.offset
      )
      return
    }
    if let value = reader.circled() {
      let number = start..<reader.offset
      _ = reader.take("、") || reader.take(".")
      self.init(style: .circled, value: value, number: number, end: reader.offset)
      return
    }
    if let value = reader.hanNumeral() {
      let number = start..<reader.offset
      if reader.take("是") {
        guard !reader.peek("否") else { return nil }
        self.init(style: .ordinal, value: value, number: start..<reader.offset, end: reader.offset)
        _ = reader.take(":") || reader.take(",")
        end = reader.offset
        return
      }
      guard reader.take("、") || reader.take(".") || reader.take(",") || reader.take(":") else { return nil }
      // 一、二季度
      guard !reader.isAtHanNumeral else { return nil }
      _ = reader.take("、") || reader.take(".")
      self.init(style: .han, value: value, number: number, end: reader.offset)
      return
    }
    if let value = reader.digits(), value < 100 {
      let number = start..<reader.offset
      if reader.take(")") {
        _ = reader.take("、")
        self.init(style: .digitsInBrackets, value: value, number: number, end: reader.offset)
        return
      }
      guard reader.take(".") || reader.take("、") else { return nil }
      // A decimal is no number of a heading, but a year may begin one.
      if reader.isAtDigit, !reader.isAtYear { return nil }
      _ = reader.take(" ")
      self.init(style: .digits, value: value, number: number, end: reader.offset)
      return
    }
    return nil
  }

  /// A look at the first bytes, which tells most sentences from numbers.
  private static func mayBegin(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    let second = range.count > 1 ? text[range.lowerBound + 1] : 0
    switch text[range.lowerBound] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "("), UInt8(ascii: "["): return true
    case 0xE2, 0xE3: return true  // ① ❶ 〔
    case 0xE4: return second >= 0xB8 && second <= 0xBA  // 一二三五七九
    case 0xE5: return second == 0x85 || second == 0x8D || second == 0x9B  // 六八 十 四
    case 0xE7: return second == 0xAC  // 第
    default: return false
    }
  }

  private init(style: Style, value: Int, number: Range<Int>, end: Int) {
    self.style = style
    self.value = value
    self.number = number
    self.end = end
  }
}

extension HeadingNumber {
  /// Steps over the pieces of a number.
  struct Reader {
    let text: UnsafeBufferPointer<UInt8>
    var offset: Int
    let end: Int

    func peek(_ wanted: StaticString) -> Bool { text.has(wanted, at: offset, to: end) }

    mutating func take(_ wanted: StaticString) -> Bool {
      guard peek(wanted) else { return false }
      offset += wanted.utf8CodeUnitCount
      return true
    }

    var isAtDigit: Bool { offset < end && isDigit(text[offset]) }

    var isAtYear: Bool {
      var probe = self
      guard let year = probe.digits(), (1900...2199).contains(year) else { return false }
      return probe.peek("年") || probe.peek("-") || probe.peek("—")
    }

    var isAtHanNumeral: Bool {
      var probe = self
      return probe.hanNumeral() != nil
    }

    mutating func digits() -> Int? {
      var value = 0
      let start = offset
      while offset < end, isDigit(text[offset]), offset - start < 6 {
        value = value * 10 + Int(text[offset] - UInt8(ascii: "0"))
        offset += 1
      }
      return offset > start ? value : nil
    }

    mutating func circled() -> Int? {
      guard offset + 3 <= end, text[offset] == 0xE2 else { return nil }
      let scalar = Int(text[offset] & 0x0F) << 12 | Int(text[offset + 1] & 0x3F) << 6 | Int(text[offset + 2] & 0x3F)
      let value: Int
      switch scalar {
      case 0x2460...0x2473: value = scalar - 0x245F
      case 0x2776...0x277F: value = scalar - 0x2775
      default: return nil
      }
      offset += 3
      return value
    }

    /// 一二三四五六七八九
    private static let digits: [UInt32] = [
      0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D,
    ]

    /// 一 to 九十九.
    mutating func hanNumeral() -> Int? {
      let start = offset
      var value = 0
      var hasTen = false
      while offset < end, offset - start < 9 {
        if take("十") {
          guard !hasTen else { break }
          hasTen = true
          value = max(value, 1) * 10
        } else if let digit = hanDigit() {
          guard hasTen || offset - start == 3 else {
            offset = start
            return nil
          }
          value += digit
          if hasTen { break }
        } else {
          break
        }
      }
      return offset > start ? value : nil
    }

    private mutating func hanDigit() -> Int? {
      guard offset + 3 <= end, (0xE4...0xE5).contains(text[offset]) else { return nil }
      let scalar =
        UInt32(text[offset] & 0x0F) << 12 | UInt32(text[offset + 1] & 0x3F) << 6 | UInt32(text[offset + 2] & 0x3F)
      guard let digit = Self.digits.firstIndex(of: scalar) else { return nil }
      offset += 3
      return digit + 1
    }
  }
}
