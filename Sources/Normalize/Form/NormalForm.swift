import Documents

/// Brings printed text into the one normal form, in one pass over its bytes.
///
/// Widths become half, quotes straight, middle dots one; white space goes, but stays between Latin words and between
/// numbers; zero-width marks and the entities that some pages print literally go; thousands separators go; digits and
/// marks that were damaged on the way become what they were. Circled digits, units in one character (㎡, ℃) and
/// everything else stay: nothing is joined to a number that did not belong to it.
struct NormalForm {
  let printed: [UInt8]
  let parameters: NormalizeParameters
  var writer: NormalFormWriter
  /// How many digits in a row were just written; the digits of one group of a number with separators.
  private var digits = 0
  /// Whether the number being written has a separator or a point before its last digits.
  private var isGrouped = false
  private var hasPoint = false

  init(_ printed: [UInt8], parameters: NormalizeParameters) {
    self.printed = printed
    self.parameters = parameters
    writer = NormalFormWriter(capacity: printed.count)
  }

  /// Writes the normal form of `range`, which holds no line break, and calls `paragraphBreak` where the text prints the
  /// escape of one.
  mutating func write(_ range: Range<Int>, start: Int, paragraphBreak: (inout NormalForm, Range<Int>) -> Void) {
    var start = start
    var offset = range.lowerBound
    digits = 0
    isGrouped = false
    hasPoint = false
    while offset < range.upperBound {
      // U+4000...U+9FFF: most of the text, never edited.
      if (0xE4...0xE9).contains(printed[offset]), offset + 3 <= range.upperBound {
        writer.copyThree(from: printed, at: offset)
        digits = 0
        isGrouped = false
        hasPoint = false
        offset += 3
        continue
      }
      let scalar = PrintedScalar(printed, at: offset)
      let next = offset + scalar.length
      let byte = scalar.ascii

      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        offset = digitOrToken(at: offset, in: range)
        continue
      }
      let isAfterDigits = digits > 0
      let digitsBefore = digits
      digits = 0

      switch scalar.form {
      case .nothing:
        writer.delete(at: offset)
        digits = digitsBefore
        offset = next
        continue
      case .space:
        offset = space(at: offset, in: range, start: start, digitsBefore: digitsBefore)
        continue
      default: break
      }

      if byte != 0 {
        if byte == UInt8(ascii: "\\"), let end = end(of: "\\r\\n", at: offset, in: range) {
          paragraphBreak(&self, offset..<end)
          offset = end
          start = writer.bytes.count
          isGrouped = false
          hasPoint = false
          continue
        }
        if byte == UInt8(ascii: "&"), let end = end(of: "&nbsp;", at: offset, in: range) {
          offset = space(at: offset, length: end - offset, in: range, start: start, digitsBefore: digitsBefore)
          continue
        }
        if byte == UInt8(ascii: ","), isAfterDigits, scalar.length == 1,
          isSeparator(after: next, in: range, digitsBefore: digitsBefore)
        {
          writer.delete(at: offset)
          isGrouped = true
          offset = next
          continue
        }
        if byte == UInt8(ascii: "."), isAfterDigits {
          hasPoint = true
        } else {
          hasPoint = false
        }
        isGrouped = false
        if byte == UInt8(ascii: "?"), scalar.length == 1, parameters.repairsMarks,
          let end = lonelyMark(at: offset, in: range, start: start, isAfterDigits: isAfterDigits)
        {
          offset = end
          continue
        }
        if isLetter(byte) {
          offset = letterToken(at: offset, in: range)
          continue
        }
        emit(scalar, at: offset)
        offset = next
        continue
      }

      isGrouped = false
      let isDot = scalar.value == 0xB7 || scalar.form == .scalar(0xB7)
      if isDot, isAfterDigits, !hasPoint, isFraction(from: next, in: range) {
        writer.replace(at: offset, with: UInt8(ascii: "."))
        hasPoint = true
        offset = next
        continue
      }
      hasPoint = false
      if parameters.repairsDigits, isZeroLike(scalar.value), let count = numeralZeros(at: offset, in: range) {
        offset = count
        continue
      }
      emit(scalar, at: offset)
      offset = next
    }
  }

  /// The line break between two paragraphs, and what stood between them in print.
  mutating func lineBreak(printed range: Range<Int>) {
    if range.count == 1, printed[range.lowerBound] == UInt8(ascii: "\n") {
      writer.copy(UInt8(ascii: "\n"), at: range.lowerBound)
    } else {
      writer.replace(at: range.lowerBound, with: UInt8(ascii: "\n"))
    }
  }

  // MARK: White space

  private mutating func space(
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
    if isDigit(before), isDigit(after), belongsToNumber(from: end, in: range, digitsBefore: digitsBefore) {
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

  /// Whether the digits at `offset`, parted by a space from `digitsBefore` others, continue their number: a group of
  /// three before a unit ("1 234亿元"), or the rest of a year ("20 25年").
  private func belongsToNumber(from offset: Int, in range: Range<Int>, digitsBefore: Int) -> Bool {
    guard !hasPoint, !isAfterNumber(digitsBefore) else { return false }
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
  private func isAfterNumber(_ digitsBefore: Int) -> Bool {
    let at = writer.bytes.count - digitsBefore - 1
    return at >= 1 && writer.bytes[at] == UInt8(ascii: " ") && isDigit(writer.bytes[at - 1])
  }

  // MARK: Numbers

  /// Writes a digit, or a whole token of digits and letters that begins with one.
  private mutating func digitOrToken(at offset: Int, in range: Range<Int>) -> Int {
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
  private func isSeparator(after offset: Int, in range: Range<Int>, digitsBefore: Int) -> Bool {
    guard !hasPoint, isGrouped ? digitsBefore == 3 : digitsBefore <= 3 else { return false }
    return digitCount(from: offset, in: range) == 3
  }

  private func digitCount(from offset: Int, in range: Range<Int>) -> Int {
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
  private func isFraction(from offset: Int, in range: Range<Int>) -> Bool {
    let count = digitCount(from: offset, in: range)
    guard (1...4).contains(count) else { return false }
    var end = offset
    for _ in 0..<count { end += PrintedScalar(printed, at: end).length }
    guard end < range.upperBound else { return false }
    let unit = PrintedScalar(printed, at: end)
    return unit.ascii == UInt8(ascii: "%") || unit.value == 0x2030 || Self.units.contains(unit.value)
  }

  /// 亿 万 元 个 吨 倍 公 平 户 人 千 百 亩 斤 美 米 立 度 辆 家
  private static let units: Set<UInt32> = Set("亿万元个吨倍公平户人千百亩斤美米立度辆家".unicodeScalars.map(\.value))

  // MARK: Repairs

  /// A token of digits and of letters that look like digits ("l00", "2O19", "2l亿元"), written as the number it was.
  private mutating func damagedToken(at offset: Int, in range: Range<Int>) -> Int? {
    if let last = writer.bytes.last, isLetter(last) { return nil }
    var end = offset
    var token: [UInt8] = []
    var letters = 0
    var hasDigit = false
    while end < range.upperBound, token.count < 24 {
      let scalar = PrintedScalar(printed, at: end)
      let byte = scalar.ascii
      guard isAlphanumeric(byte) else { break }
      if isDigit(byte) {
        hasDigit = true
        token.append(byte)
      } else if let digit = Self.digit(lookingLike: byte) {
        letters += 1
        token.append(digit)
      } else {
        return nil
      }
      end += scalar.length
    }
    guard letters > 0, letters <= 2 || letters * 2 <= token.count else { return nil }
    let isWhole = hasDigit || hasFractionAround(offset: offset, end: end, in: range)
    guard isWhole, !Self.isWord(printed[offset..<end]) else { return nil }
    let last = end > offset ? printed[end - 1] : 0
    if isLetter(last), !isNumberContext(at: end, in: range) { return nil }
    writer.replace(at: offset, with: token)
    digits = token.count
    return end
  }

  private mutating func letterToken(at offset: Int, in range: Range<Int>) -> Int {
    if parameters.repairsDigits {
      let byte = PrintedScalar(printed, at: offset).ascii
      if Self.digit(lookingLike: byte) != nil {
        if let end = damagedToken(at: offset, in: range) { return end }
        if byte == UInt8(ascii: "O") || byte == UInt8(ascii: "o"),
          let end = numeralZeros(at: offset, in: range)
        {
          return end
        }
      }
    }
    var end = offset
    while end < range.upperBound {
      let scalar = PrintedScalar(printed, at: end)
      guard isAlphanumeric(scalar.ascii) else { break }
      emit(scalar, at: end)
      end += scalar.length
    }
    return end
  }

  /// "l.5%" and "5.O%": a letter alone is a digit where the other side of a point has digits.
  private func hasFractionAround(offset: Int, end: Int, in range: Range<Int>) -> Bool {
    if end < range.upperBound, PrintedScalar(printed, at: end).ascii == UInt8(ascii: "."),
      isFraction(from: end + PrintedScalar(printed, at: end).length, in: range)
    {
      return true
    }
    let written = writer.bytes.suffix(2)
    return hasPoint && written.count == 2 && written.last == UInt8(ascii: ".")
  }

  private func isNumberContext(at end: Int, in range: Range<Int>) -> Bool {
    guard end < range.upperBound else { return false }
    let scalar = PrintedScalar(printed, at: end)
    if scalar.ascii == UInt8(ascii: ".") || scalar.ascii == UInt8(ascii: "%") { return true }
    return Self.units.contains(scalar.value) || Self.dateUnits.contains(scalar.value)
  }

  /// 年 月 日 项 所 条 座 件 处
  private static let dateUnits: Set<UInt32> = Set("年月日项所条座件处".unicodeScalars.map(\.value))

  private static func digit(lookingLike byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
    case UInt8(ascii: "l"), UInt8(ascii: "I"): UInt8(ascii: "1")
    default: nil
    }
  }

  /// "O2O" and its like mean themselves.
  private static func isWord(_ token: ArraySlice<UInt8>) -> Bool {
    token.elementsEqual("O2O".utf8) || token.elementsEqual("o2o".utf8)
  }

  private func isZeroLike(_ value: UInt32) -> Bool {
    switch value {
    case 0x25CB, 0x25EF, 0x3007, 0xFF10, 0xFF2F, 0x30, 0x4F, 0x6F, 0x041E, 0x039F, 0x96F6: true
    default: false
    }
  }

  /// Zeros of a year in Han numerals ("二O一九年", "二00三年"), written as 〇. `nil` where the text has none here.
  private mutating func numeralZeros(at offset: Int, in range: Range<Int>) -> Int? {
    guard isHanDigit(endingAt: writer.bytes.count) else { return nil }
    var end = offset
    var count = 0
    while end < range.upperBound, count < 3 {
      let scalar = PrintedScalar(printed, at: end)
      guard isZeroLike(scalar.value), scalar.value != 0x96F6 else { break }
      count += 1
      end += scalar.length
    }
    guard (1...2).contains(count), end < range.upperBound else { return nil }
    let next = PrintedScalar(printed, at: end).value
    guard Self.hanDigits.contains(next) || next == 0x5E74 else { return nil }
    var at = offset
    for _ in 0..<count {
      let scalar = PrintedScalar(printed, at: at)
      if scalar.value == 0x3007 { emit(scalar, at: at) } else { writer.replace(at: at, with: "〇".utf8) }
      at += scalar.length
    }
    return end
  }

  private static let hanDigits: Set<UInt32> = Set("一二三四五六七八九".unicodeScalars.map(\.value))

  private func isHanDigit(endingAt end: Int) -> Bool {
    guard end >= 3 else { return false }
    let scalar = PrintedScalar(writer.bytes, at: end - 3)
    return scalar.length == 3 && (Self.hanDigits.contains(scalar.value) || scalar.value == 0x3007)
  }

  /// A question mark that was another mark: "·" between names, the point of a decimal, a bullet behind a full stop.
  private mutating func lonelyMark(at offset: Int, in range: Range<Int>, start: Int, isAfterDigits: Bool) -> Int? {
    var next = offset + 1
    while next < range.upperBound, printed[next] == UInt8(ascii: "?") { next += 1 }
    if next > offset + 1 {
      // A run of them was white space.
      guard !isQuestion(start: start) else { return nil }
      writer.delete(at: offset)
      return next
    }
    guard next < range.upperBound else { return nil }
    if isAfterDigits {
      guard isFraction(from: next, in: range) else { return nil }
      writer.replace(at: offset, with: UInt8(ascii: "."))
      hasPoint = true
      return next
    }
    guard PrintedScalar(printed, at: next).isHan, writer.bytes.count - start >= 3 else { return nil }
    let before = PrintedScalar(writer.bytes, at: writer.bytes.count - 3)
    if before.value == 0x3002 {
      writer.delete(at: offset)
      return next
    }
    guard before.length == 3, before.isHan, !isQuestion(start: start) else { return nil }
    writer.replace(at: offset, with: "·".utf8)
    return next
  }

  /// Whether the words just written ask something.
  private func isQuestion(start: Int) -> Bool {
    var at = writer.bytes.count - 3
    var count = 0
    while at >= start, count < 16 {
      let scalar = PrintedScalar(writer.bytes, at: at)
      guard scalar.length == 3, scalar.isHan else { return false }
      if Self.asking.contains(scalar.value) { return true }
      at -= 3
      count += 1
    }
    return false
  }

  /// 什 怎 何 谁 哪 吗 呢 否 吧 几 么
  private static let asking: Set<UInt32> = Set("什怎何谁哪吗呢否吧几么".unicodeScalars.map(\.value))

  // MARK: Bytes

  private mutating func emit(_ scalar: PrintedScalar, at offset: Int) {
    switch scalar.form {
    case .same:
      for index in offset..<offset + scalar.length { writer.copy(printed[index], at: index) }
    case .ascii(let byte):
      writer.replace(at: offset, with: byte)
    case .scalar(let value):
      writer.replace(
        at: offset,
        with: UTF8.encode(UnicodeScalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
      )
    case .enclosedHan(let number):
      let numerals = Array("一二三四五六七八九十".utf8)
      writer.replace(
        at: offset,
        with: [UInt8(ascii: "(")] + numerals[number * 3 - 3..<number * 3] + [UInt8(ascii: ")")]
      )
    case .numbered(let opening, let number, let closing):
      var text: [UInt8] = opening ? [UInt8(ascii: "(")] : []
      if number >= 10 { text.append(UInt8(ascii: "0") + number / 10) }
      text.append(UInt8(ascii: "0") + number % 10)
      text.append(closing)
      writer.replace(at: offset, with: text)
    case .space, .nothing:
      writer.delete(at: offset)
    }
  }

  /// Where `text` ends if it stands at `offset`.
  private func end(of text: StaticString, at offset: Int, in range: Range<Int>) -> Int? {
    let count = text.utf8CodeUnitCount
    guard offset + count <= range.upperBound else { return nil }
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: count)
    return printed[offset..<offset + count].elementsEqual(wanted) ? offset + count : nil
  }
}

func isDigit(_ byte: UInt8) -> Bool {
  byte &- UInt8(ascii: "0") < 10
}

func isLetter(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- UInt8(ascii: "a") < 26
}

func isAlphanumeric(_ byte: UInt8) -> Bool {
  isDigit(byte) || isLetter(byte)
}
