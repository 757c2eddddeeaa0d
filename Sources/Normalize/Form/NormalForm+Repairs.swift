/// Digits and marks that were damaged on the way into print.
extension NormalForm {
  /// A token of digits and of letters that look like digits ("l00", "2O19", "2l亿元"), written as the number it was.
  mutating func damagedToken(at offset: Int, in range: Range<Int>) -> Int? {
    if let last = writer.bytes.last, isLetter(last) { return nil }
    var end = offset
    var count = 0
    var letters = 0
    while end < range.upperBound, count < 24 {
      let scalar = PrintedScalar(printed, at: end)
      let byte = scalar.ascii
      guard isAlphanumeric(byte) else { break }
      if !isDigit(byte) {
        guard Self.digit(lookingLike: byte) != nil else { return nil }
        letters += 1
      }
      count += 1
      end += scalar.length
    }
    guard letters > 0, letters <= 2 || letters * 2 <= count else { return nil }
    let hasDigit = count > letters
    let isWhole = hasDigit || hasFractionAround(offset: offset, end: end, in: range)
    guard isWhole, !Self.isWord(printed[offset..<end]) else { return nil }
    let last = end > offset ? printed[end - 1] : 0
    if isLetter(last), !isNumberContext(at: end, in: range) { return nil }
    var token: [UInt8] = []
    var position = offset
    while position < end {
      let scalar = PrintedScalar(printed, at: position)
      token.append(Self.digit(lookingLike: scalar.ascii) ?? scalar.ascii)
      position += scalar.length
    }
    writer.replace(at: offset, with: token)
    digits = count
    return end
  }

  mutating func letterToken(at offset: Int, in range: Range<Int>) -> Int {
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
  func hasFractionAround(offset: Int, end: Int, in range: Range<Int>) -> Bool {
    if end < range.upperBound, PrintedScalar(printed, at: end).ascii == UInt8(ascii: "."),
      isFraction(from: end + PrintedScalar(printed, at: end).length, in: range)
    {
      return true
    }
    let written = writer.bytes.suffix(2)
    return hasPoint && written.count == 2 && written.last == UInt8(ascii: ".")
  }

  func isNumberContext(at end: Int, in range: Range<Int>) -> Bool {
    guard end < range.upperBound else { return false }
    let scalar = PrintedScalar(printed, at: end)
    if scalar.ascii == UInt8(ascii: ".") || scalar.ascii == UInt8(ascii: "%") { return true }
    return Self.units.contains(scalar.value) || Self.dateUnits.contains(scalar.value)
  }

  /// 年 月 日 项 所 条 座 件 处
  static let dateUnits: Set<UInt32> = Set("年月日项所条座件处".unicodeScalars.map(\.value))

  static func digit(lookingLike byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
    case UInt8(ascii: "l"), UInt8(ascii: "I"): UInt8(ascii: "1")
    default: nil
    }
  }

  /// "O2O" and its like mean themselves.
  static func isWord(_ token: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    token.elementsEqual("O2O".utf8) || token.elementsEqual("o2o".utf8)
  }

  func isZeroLike(_ value: UInt32) -> Bool {
    switch value {
    case 0x25CB, 0x25EF, 0x3007, 0xFF10, 0xFF2F, 0x30, 0x4F, 0x6F, 0x041E, 0x039F, 0x96F6: true
    default: false
    }
  }

  /// Zeros of a year in Han numerals ("二O一九年", "二00三年", "二○○○年"), written as 〇. `nil` where the text has none here.
  mutating func numeralZeros(at offset: Int, in range: Range<Int>) -> Int? {
    guard isHanDigit(endingAt: writer.bytes.count) else { return nil }
    var end = offset
    var count = 0
    while end < range.upperBound, count < 3 {
      let scalar = PrintedScalar(printed, at: end)
      guard isZeroLike(scalar.value), scalar.value != 0x96F6 else { break }
      count += 1
      end += scalar.length
    }
    guard (1...3).contains(count), end < range.upperBound else { return nil }
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

  static let hanDigits: Set<UInt32> = Set("一二三四五六七八九".unicodeScalars.map(\.value))

  func isHanDigit(endingAt end: Int) -> Bool {
    guard end >= 3 else { return false }
    let scalar = PrintedScalar(writer.bytes, at: end - 3)
    return scalar.length == 3 && (Self.hanDigits.contains(scalar.value) || scalar.value == 0x3007)
  }

  /// A question mark that was another mark: "·" between names, the point of a decimal, a bullet behind a full stop.
  mutating func lonelyMark(at offset: Int, in range: Range<Int>, start: Int, isAfterDigits: Bool) -> Int? {
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
  func isQuestion(start: Int) -> Bool {
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
  static let asking: Set<UInt32> = Set("什怎何谁哪吗呢否吧几么".unicodeScalars.map(\.value))
}
