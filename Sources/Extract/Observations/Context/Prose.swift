import Lexicon

/// What a page prints among its prose and is none.
enum Prose {
  /// [24]厕所革命: a footnote explains a word.
  static func isNote(_ bytes: UnsafeBufferPointer<UInt8>, _ paragraph: Range<Int>) -> Bool {
    guard paragraph.count > 4 else { return false }
    // 16.两个确保:指…
    let front = UnsafeBufferPointer(rebasing: bytes[paragraph.lowerBound..<paragraph.upperBound - 4].prefix(100))
    if let colon = front.first(UInt8(ascii: ":")) {
      let after = paragraph.lowerBound + colon + 1
      for word in ["指", "是指", "即"] as [StaticString] where bytes.has(word, at: after, to: paragraph.upperBound) {
        return true
      }
    }
    var position = paragraph.lowerBound
    if bytes[position] == UInt8(ascii: "[") {
      position += 1
    } else if bytes[position] == 0xE3, bytes[position + 1] == 0x80, bytes[position + 2] == 0x94 {
      position += 3  // 〔
    } else {
      return false
    }
    return bytes[position] >= 0x30 && bytes[position] <= 0x39
  }

  /// Whether a figure may stand right behind another one, or a bound be printed as a sign: one plain pass, which the
  /// compiler makes of wide instructions, tells nearly all sentences from rows of tables.
  private static func mayBeRowOfTable(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 1 else { return false }
    var found: UInt8 = 0
    for position in range.lowerBound..<(range.upperBound - 1) {
      let byte = bytes[position]
      let isBeforeDigit: UInt8 = bytes[position + 1] &- 0x30 < 10 ? 1 : 0
      found |= isBeforeDigit & (byte == 0x20 || byte == 0x25 ? 1 : 0) | (byte == 0xE2 ? 1 : 0)
    }
    return found != 0
  }

  /// 棚户区改造支出 1200 1350 112.5%: a row that a page prints without its table.
  static func isRowOfTable(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard mayBeRowOfTable(bytes, range) else { return false }
    var meetings = 0
    // Whether a comma stands in the sentence, or a full stop before its end.
    var hasMark = false
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte >= 0xE4 {
        position += byte < 0xF0 ? 3 : 4
        continue
      }
      switch byte {
      case 0x30...0x39:
        // A figure right behind another one: 1200 1350, 94.4%97.0%
        let previous = position > range.lowerBound ? bytes[position - 1] : 0
        if previous == UInt8(ascii: "%") { meetings += 1 }
        if previous == 0x20, position - 2 >= range.lowerBound, bytes[position - 2] >= 0x30, bytes[position - 2] <= 0x39
        {
          meetings += 1
        }
      case UInt8(ascii: ","):
        hasMark = true
      case 0xE2 where position + 2 < range.upperBound:
        let isBound = bytes[position + 1] == 0x89 && bytes[position + 2] >= 0xA4 && bytes[position + 2] <= 0xA7
        if isBound { meetings += 1 }  // 满意度≥90%: a table of goals
      case 0xE3 where position + 2 < range.upperBound:
        let isStop = bytes[position + 1] == 0x80 && bytes[position + 2] == 0x82
        if isStop, position + 3 < range.upperBound { hasMark = true }  // 。 within
      default: break
      }
      position += byte >= 0xE0 ? 3 : 1
    }
    return meetings >= 3 || meetings >= 1 && !hasMark
  }
}
