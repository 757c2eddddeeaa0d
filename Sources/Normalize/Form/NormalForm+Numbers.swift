/// White space and what belongs to one number.
extension NormalForm {
  mutating func space(
    at offset: Int,
    length: Int = 0,
    in range: Range<Int>,
    start: Int,
    digitsBefore: Int
  ) -> Int {
    var end = offset + length
    while end < range.upperBound {
      let scalar = PrintedScalar(printed, at: end)
      if scalar.form == .space || scalar.form == .nothing {
        end += scalar.length
      } else if let entity = self.end(of: "&nbsp;", at: end, in: range) {
        end = entity
      } else {
        break
      }
    }
    let before = writer.bytes.count > start ? writer.bytes.last ?? 0 : 0
    let after = end < range.upperBound ? PrintedScalar(printed, at: end).ascii : 0
    let isBetweenWords = isAlphanumeric(before) && isAlphanumeric(after)
    let isAfterComma = before == UInt8(ascii: ",") && isLetter(after)
    guard isBetweenWords || isAfterComma else {
      writer.delete(at: offset)
      // "3 .5" and "3. 5" are one number where a unit follows.
      if digitsBefore > 0, after == UInt8(ascii: "."), isFraction(from: end + 1, in: range) { digits = digitsBefore }
      return end
    }
    if isDigit(before), isDigit(after),
      isSpaced(from: end, in: range, digitsBefore: digitsBefore)
        || belongsToNumber(from: end, in: range, digitsBefore: digitsBefore)
    {
      writer.delete(at: offset)
      digits = digitsBefore
      return end
    }
    isGrouped = false
    hasPoint = false
    if end == offset + 1, printed[offset] == UInt8(ascii: " ") {
      writer.copy(UInt8(ascii: " "), at: offset)
    } else {
      writer.replace(at: offset, with: UInt8(ascii: " "))
    }
    return end
  }

  /// Whether the digit at `offset` continues a number that is printed digit by digit: "5 1 6 0元", three digits or
  /// more, or two before a unit.
  mutating func isSpaced(from offset: Int, in range: Range<Int>, digitsBefore: Int) -> Bool {
    if offset < spacedEnd { return true }
    guard digitsBefore == 1, !hasPoint else { return false }
    let first = writer.bytes.count - 2
    if first >= 0, isAlphanumeric(writer.bytes[first]) || writer.bytes[first] == UInt8(ascii: " ") { return false }
    var end = offset
    var count = 1
    var after = offset
    while end < range.upperBound, isDigit(PrintedScalar(printed, at: end).ascii) {
      end += PrintedScalar(printed, at: end).length
      count += 1
      after = end
      while after < range.upperBound, PrintedScalar(printed, at: after).form == .space {
        after += PrintedScalar(printed, at: after).length
      }
      guard after < range.upperBound, isDigit(PrintedScalar(printed, at: after).ascii) else { break }
      if after == end { return false }
      end = after
    }
    guard after < range.upperBound else { return false }
    let unit = PrintedScalar(printed, at: after)
    let isNumber =
      unit.ascii == UInt8(ascii: "%") || Self.units.contains(unit.value) || Self.dateUnits.contains(unit.value)
    let isPoint = unit.ascii == UInt8(ascii: ".") && isFraction(from: after + unit.length, in: range)
    guard count >= 3 && (unit.isHan || isNumber || isPoint) || count == 2 && (isNumber || isPoint) else { return false }
    spacedEnd = end
    return true
  }

  /// Whether the digits at `offset`, parted by a space from `digitsBefore` others, continue their number: a group of
  /// three before a unit ("1 234亿元"), or the rest of a year ("20 25年").
  func belongsToNumber(from offset: Int, in range: Range<Int>, digitsBefore: Int) -> Bool {
    guard !hasPoint, !isGrouped, !isAfterNumber(digitsBefore) else { return false }
    var end = offset
    while end < range.upperBound, isDigit(PrintedScalar(printed, at: end).ascii) {
      end += PrintedScalar(printed, at: end).length
    }
    let count = digitCount(from: offset, in: range)
    var after = end
    while after < range.upperBound, PrintedScalar(printed, at: after).form == .space {
      after += PrintedScalar(printed, at: after).length
    }
    guard after < range.upperBound else { return false }
    let unit = PrintedScalar(printed, at: after)
    if digitsBefore + count == 4, unit.value == 0x5E74, digitsBefore < 4 { return true }
    guard count == 3, digitsBefore <= 3, after == end || unit.isHan else { return false }
    return unit.isHan && unit.value != 0x5E74 || unit.ascii == UInt8(ascii: ".")
  }

  /// Whether the digits just written follow another number and a space: then they stand in a row of figures.
  func isAfterNumber(_ digitsBefore: Int) -> Bool {
    let at = writer.bytes.count - digitsBefore - 1
    return at >= 1 && writer.bytes[at] == UInt8(ascii: " ") && isDigit(writer.bytes[at - 1])
  }

  /// Writes a digit, or a whole token of digits and letters that begins with one.
  mutating func digitOrToken(at offset: Int, in range: Range<Int>) -> Int {
    let scalar = PrintedScalar(printed, at: offset)
    if digits == 0, parameters.repairsDigits {
      if scalar.ascii == UInt8(ascii: "0"), let end = numeralZeros(at: offset, in: range) { return end }
      if let end = damagedToken(at: offset, in: range) { return end }
    }
    emit(scalar, at: offset)
    digits += 1
    return offset + scalar.length
  }

  /// Whether a comma between digits parts thousands: one to three digits before it, groups of three behind.
  func isSeparator(after offset: Int, in range: Range<Int>, digitsBefore: Int) -> Bool {
    guard !hasPoint, isGrouped ? digitsBefore == 3 : digitsBefore <= 3 else { return false }
    return digitCount(from: offset, in: range) == 3
  }

  func digitCount(from offset: Int, in range: Range<Int>) -> Int {
    var offset = offset
    var count = 0
    while offset < range.upperBound, count < 32 {
      let scalar = PrintedScalar(printed, at: offset)
      guard isDigit(scalar.ascii) else { break }
      count += 1
      offset += scalar.length
    }
    return count
  }

  /// Whether digits and then a unit begin at `offset`: what stands before them was the point of a decimal.
  /// - Parameter overSpaces: whether white space may part them from the unit.
  func isFraction(from offset: Int, in range: Range<Int>, overSpaces: Bool = false) -> Bool {
    let count = digitCount(from: offset, in: range)
    guard (1...4).contains(count) else { return false }
    var end = offset
    for _ in 0..<count { end += PrintedScalar(printed, at: end).length }
    while overSpaces, end < range.upperBound, PrintedScalar(printed, at: end).form == .space {
      end += PrintedScalar(printed, at: end).length
    }
    guard end < range.upperBound else { return false }
    let unit = PrintedScalar(printed, at: end)
    return unit.ascii == UInt8(ascii: "%") || unit.value == 0x2030 || Self.units.contains(unit.value)
  }

  /// 亿 万 元 个 吨 倍 公 平 户 人 千 百 亩 斤 美 米 立 度 辆 家
  static let units: Set<UInt32> = Set("亿万元个吨倍公平户人千百亩斤美米立度辆家".unicodeScalars.map(\.value))
}
