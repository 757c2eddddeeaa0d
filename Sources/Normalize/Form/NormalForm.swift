import Documents

/// Brings printed text into the one normal form, in one pass over its bytes.
///
/// Widths become half, quotes straight, middle dots one; white space goes, but stays between Latin words and between
/// numbers; zero-width marks and the entities that some pages print literally go; thousands separators go; digits and
/// marks that were damaged on the way become what they were. Circled digits, units in one character (㎡, ℃) and
/// everything else stay: nothing is joined to a number that did not belong to it.
struct NormalForm {
  let printed: UnsafeBufferPointer<UInt8>
  let parameters: NormalizeParameters
  var writer: NormalFormWriter
  /// How many digits in a row were just written; the digits of one group of a number with separators.
  var digits = 0
  /// Whether the number being written has a separator or a point before its last digits.
  var isGrouped = false
  var hasPoint = false
  /// Where a number printed digit by digit ("5 1 6 0元") ends; spaces before it go.
  var spacedEnd = 0

  /// - Parameter printed: read while the value lives.
  init(_ printed: UnsafeBufferPointer<UInt8>, parameters: NormalizeParameters) {
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
    spacedEnd = 0
    while offset < range.upperBound {
      // U+4000...U+9FFF, 、 and 。: most of the text, never edited.
      var han = offset
      while han + 3 <= range.upperBound, isNormal(at: han) { han += 3 }
      if han > offset {
        writer.copy(printed, offset..<han)
        digits = 0
        isGrouped = false
        hasPoint = false
        offset = han
        continue
      }
      if let end = plainDigits(at: offset, to: range.upperBound) {
        writer.copy(printed, offset..<end)
        digits += end - offset
        offset = end
        continue
      }
      if let mark = wideMark(at: offset, to: range.upperBound) {
        writer.replace(at: offset, with: mark)
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
      let isDot = scalar.value == 0xB7 || scalar.form == .scalar(0xB7) || Self.isPrivate(scalar.value)
      // A font's own character may have a space behind its digits: "12?5 亿元".
      if isDot, isAfterDigits, !hasPoint,
        isFraction(from: next, in: range, overSpaces: Self.isPrivate(scalar.value))
      {
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

  /// Whether the three bytes at `offset` are a character that is always written as it is printed.
  @inline(__always)
  private func isNormal(at offset: Int) -> Bool {
    let first = printed[offset]
    if first >= 0xE4 { return first <= 0xE9 }
    return first == 0xE3 && printed[offset + 1] == 0x80 && (printed[offset + 2] == 0x81 || printed[offset + 2] == 0x82)
  }

  /// Where the digits at `offset` end, if they are written as printed: they go on a number, or nothing about them looks
  /// damaged. What begins with 0 may be the zero of 二00五.
  private func plainDigits(at offset: Int, to limit: Int) -> Int? {
    guard isDigit(printed[offset]) else { return nil }
    var end = offset + 1
    while end < limit, isDigit(printed[end]) { end += 1 }
    if digits > 0 || !parameters.repairsDigits { return end }
    guard printed[offset] != UInt8(ascii: "0") else { return nil }
    // A letter may be a damaged digit; those of full width begin with 0xEF.
    return end < limit && (isLetter(printed[end]) || printed[end] == 0xEF) ? nil : end
  }

  /// The narrow form of ，；：（）, the most frequent characters that are edited; they part numbers whatever stands around.
  private func wideMark(at offset: Int, to end: Int) -> UInt8? {
    guard printed[offset] == 0xEF, offset + 3 <= end, printed[offset + 1] == 0xBC else { return nil }
    switch printed[offset + 2] {
    case 0x8C: return UInt8(ascii: ",")
    case 0x9B: return UInt8(ascii: ";")
    case 0x9A: return UInt8(ascii: ":")
    case 0x88: return UInt8(ascii: "(")
    case 0x89: return UInt8(ascii: ")")
    default: return nil
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

  mutating func emit(_ scalar: PrintedScalar, at offset: Int) {
    switch scalar.form {
    case .same:
      if scalar.length == 1 {
        writer.copy(printed[offset], at: offset)
      } else {
        writer.copy(printed, offset..<offset + scalar.length)
      }
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

  /// A character of a font's own: between digits it stood for their point.
  static func isPrivate(_ value: UInt32) -> Bool {
    (0xE000...0xF8FF).contains(value) || value >= 0xF0000
  }

  /// Where `text` ends if it stands at `offset`.
  func end(of text: StaticString, at offset: Int, in range: Range<Int>) -> Int? {
    let count = text.utf8CodeUnitCount
    guard offset + count <= range.upperBound else { return nil }
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: count)
    return printed[offset..<offset + count].elementsEqual(wanted) ? offset + count : nil
  }
}
