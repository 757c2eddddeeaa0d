import Lexicon

/// A number in Chinese numerals: 七十亿, 三点五, 一九八一, 百.
struct ChineseNumeral {
  var value: ExactNumber
  var range: Range<Int>
  /// Of ten: the multiplier that a unit keeps (8 for 亿, 4 for 万, 12 for 万亿); the value is without it.
  var unitPower: Int
  /// Only multipliers, no digit: 千, 百万.
  var isBare: Bool
  /// Only digits, no multiplier: 一九八一.
  var isDigits: Bool
  var characters: Int

  @inline(__always)
  static func digit(_ scalar: CodePoint) -> Int? {
    switch scalar {
    case "零", "〇", "○": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  @inline(__always)
  static func power(_ scalar: CodePoint) -> Int? {
    switch scalar {
    case "十": 1
    case "百": 2
    case "千": 3
    case "万": 4
    case "亿": 8
    default: nil
    }
  }

  /// All that are a digit or a power.
  static let characters = (0x2500...0x9FFF).map(CodePoint.init).filter { digit($0) != nil || power($0) != nil }

  /// Reads the longest numeral that begins at `start`.
  static func read(_ text: UnsafeBufferPointer<UInt8>, at start: Int, end: Int) -> ChineseNumeral? {
    var position = start
    var total = 0  // below 万
    var pending: Int?
    var high = 0  // what 万 and 亿 gathered
    var fraction = 0
    var fractionDigits = 0
    var inFraction = false
    var unitPower = 0
    var characters = 0
    var digits = 0
    var multipliers = 0
    var plain = 0
    while position + 3 <= end {
      let (scalar, length) = CodePoint.at(position, in: text, end: end)
      if let digit = digit(scalar) {
        if inFraction {
          guard fractionDigits < 8 else { return nil }
          fraction = fraction * 10 + digit
          fractionDigits += 1
        } else {
          plain = plain &* 10 &+ digit
          if let before = pending, multipliers == 0 { pending = before &* 10 &+ digit } else { pending = digit }
        }
        digits += 1
        guard digits <= 12 else { return nil }
      } else if let power = power(scalar) {
        multipliers += 1
        if inFraction {
          // 一点五亿
          guard power >= 4 else { break }
          unitPower += power
        } else if power >= 4 {
          total += pending ?? 0
          pending = nil
          if high > 0 || total > 0 {
            if power == 8, high > 0, total == 0, unitPower == 4 {
              unitPower = 12
            } else if unitPower == 0 {
              high = total
              total = 0
              unitPower = power
            } else {
              // 一亿二千万: the lower multiplier is worked out, the unit keeps none.
              high = high * (unitPower == 8 ? 10_000 : 1) + total
              total = 0
              unitPower = min(unitPower, power)
            }
          } else {
            unitPower = unitPower == 4 && power == 8 ? 12 : power
            high = 0
          }
        } else {
          let factor = power == 1 ? 10 : power == 2 ? 100 : 1000
          if pending == nil, total > 0, total < factor { total *= factor } else { total += (pending ?? 1) * factor }
          pending = nil
        }
      } else if scalar == "点", !inFraction, digits + multipliers > 0, position + 6 <= end,
        Self.digit(CodePoint.at(position + 3, in: text, end: end).scalar) != nil
      {
        inFraction = true  // 点
      } else {
        break
      }
      position += length
      characters += 1
    }
    guard characters > 0 else { return nil }
    total += pending ?? 0
    let isBare = digits == 0
    var value: Int
    if unitPower > 0, !inFraction {
      if total > 0 {
        guard high < 1_000_000_000 else { return nil }
        value = high * (unitPower >= 8 ? 100_000_000 : 10_000) + total
        unitPower = 0
      } else {
        value = high
      }
      if isBare, value == 0 { value = 1 }
    } else {
      value = total
    }
    if multipliers == 0, !inFraction { value = plain }
    var number = ExactNumber(value)
    if inFraction {
      guard value < 1_000_000_000 else { return nil }
      for _ in 0..<fractionDigits { number.digits *= 10 }
      number.digits += fraction
      number.fraction = fractionDigits
    }
    return ChineseNumeral(
      value: number,
      range: start..<position,
      unitPower: unitPower,
      isBare: isBare,
      isDigits: multipliers == 0 && !inFraction,
      characters: characters
    )
  }
}
