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
      if digitsBefore > 0,
        offset < spacedEnd
          || after == UInt8(ascii: ".")
            && isFraction(from: end + PrintedScalar(printed, at: end).length, in: range, overSpaces: true)
      {
        digits = digitsBefore
      } else if digitsBefore == 1, after == UInt8(ascii: ",") {
        // "4 , 6 9 8 , 7 0 4万元"
        let group = skippingSpaces(end + PrintedScalar(printed, at: end).length, in: range)
        if opensSpacedGroup(group, in: range), let stop = spacedNumberEnd(from: group, group: 0, in: range) {
          spacedEnd = stop
          digits = digitsBefore
        }
      }
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
    guard let end = spacedNumberEnd(from: offset, in: range) else { return false }
    spacedEnd = end
    return true
  }

  /// Where a number ends that goes on at `offset` digit by digit, its commas and its point spaced too: "7 2 9 , 7 1 3万元",
  /// "1 0 . 0 6 ‰".
  ///
  /// - Parameter group: how many of its digits stand before `offset`, since the last comma.
  private func spacedNumberEnd(from offset: Int, group given: Int = 1, in range: Range<Int>) -> Int? {
    var end = offset
    var (count, group) = (1, given)
    var hasPoint = false
    while end < range.upperBound {
      let scalar = PrintedScalar(printed, at: end)
      guard isDigit(scalar.ascii), count < 24 else { return nil }
      end += scalar.length
      count += 1
      group += 1
      var after = skippingSpaces(end, in: range)
      guard after < range.upperBound else { return nil }
      let next = PrintedScalar(printed, at: after)
      if isDigit(next.ascii) {
        // 12 of one piece are no digits by themselves; behind a point they are.
        if after == end, !hasPoint { return nil }
        end = after
        continue
      }
      let isPoint = next.ascii == UInt8(ascii: ".")
      if !hasPoint, isPoint || next.ascii == UInt8(ascii: ",") && group <= 3 {
        after = skippingSpaces(after + next.length, in: range)
        if isPoint ? digitCount(from: after, in: range) > 0 : opensSpacedGroup(after, in: range) {
          hasPoint = isPoint
          group = 0
          end = after
          continue
        }
      }
      let isNumber =
        next.ascii == UInt8(ascii: "%") || next.value == 0x2030 || Self.units.contains(next.value)
        || Self.dateUnits.contains(next.value)
      return isNumber || count >= 3 && next.isHan ? end : nil
    }
    return nil
  }

  /// Three digits with spaces between them, and no fourth.
  private func opensSpacedGroup(_ offset: Int, in range: Range<Int>) -> Bool {
    var position = offset
    for _ in 0..<3 {
      guard digitCount(from: position, in: range) == 1 else { return false }
      position = skippingSpaces(position + PrintedScalar(printed, at: position).length, in: range)
    }
    return digitCount(from: position, in: range) == 0
  }

  private func skippingSpaces(_ offset: Int, in range: Range<Int>) -> Int {
    var offset = offset
    while offset < range.upperBound, PrintedScalar(printed, at: offset).form == .space {
      offset += PrintedScalar(printed, at: offset).length
    }
    return offset
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
    if offset < spacedEnd { return !hasPoint }
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
