internal import Lexicon

/// A word of a line of a printed table: what stands between two spaces.
struct PrintedToken {
  /// Place of the line among those of the text.
  let line: Int
  /// In the line's bytes.
  var range: Range<Int>
  /// In normal form.
  var words: [UInt8]

  /// A number, or a dash in the place of one.
  var isValue: Bool { isNumber || isDash }

  private var isDash: Bool {
    !words.isEmpty && words.count <= 2 && words.allSatisfy { $0 == UInt8(ascii: "-") } || words.elementsEqual("净增".utf8)
  }

  private(set) var isNumber = false

  init(line: Int, range: Range<Int>, words: [UInt8]) {
    self.line = line
    self.range = range
    self.words = words
    isNumber = Self.isNumber(words)
  }

  /// 科目编码: digits without a mark.
  var isCode: Bool { (3...9).contains(words.count) && words.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }

  private var isYear: Bool {
    words.count == 4 && isCode && (words.starts(with: "19".utf8) || words.starts(with: "20".utf8))
  }

  private var isHanCharacter: Bool { words.count == 3 && words[0] >= 0xE4 && words[0] <= 0xE9 }

  private static func isNumber(_ words: [UInt8]) -> Bool {
    guard words.count <= 20 else { return false }
    var digits = 0
    for (index, byte) in words.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"): if index > 0 { return false }
      case UInt8(ascii: "."), UInt8(ascii: ","): if digits == 0 { return false }
      case UInt8(ascii: "%"): if index + 1 < words.count { return false }
      default: return false
      }
    }
    return digits > 0
  }

  /// The tokens of a line; single characters in a row are one up to the end of a word: 项 目, 单 位.
  static func tokens(of line: TextLine, at index: Int, words: TableWords) -> [PrintedToken] {
    var tokens: [PrintedToken] = []
    var start = 0
    let bytes = line.bytes
    func finish(_ end: Int) {
      guard start < end else { return }
      let token = PrintedToken(line: index, range: start..<end, words: TableWords.normal(bytes[start..<end]))
      // 2024 年
      if let last = tokens.last, last.isYear, token.words.starts(with: "年".utf8) {
        tokens[tokens.count - 1] = PrintedToken(
          line: index,
          range: last.range.lowerBound..<end,
          words: last.words + token.words
        )
      } else if let last = tokens.last, token.isHanCharacter, last.isSpread, words.roles(of: last.words) == nil,
        !token.words.isEmpty
      {
        tokens[tokens.count - 1].range = last.range.lowerBound..<end
        tokens[tokens.count - 1].words += token.words
      } else if !token.words.isEmpty {
        tokens.append(token)
        tokens[tokens.count - 1].isSpread = token.isHanCharacter
      }
    }
    var position = 0
    while position < bytes.count {
      let length = spaceLength(bytes, at: position)
      if length > 0 {
        finish(position)
        position += length
        start = position
      } else {
        position += 1
      }
    }
    finish(bytes.count)
    return tokens
  }

  private static func spaceLength(_ bytes: [UInt8], at position: Int) -> Int {
    switch bytes[position] {
    case 0x20: 1
    case 0xC2: position + 1 < bytes.count && bytes[position + 1] == 0xA0 ? 2 : 0
    case 0xE2, 0xE3: position + 2 < bytes.count && LineBuilder.isWideSpace(bytes, position, 3) ? 3 : 0
    default: 0
    }
  }

  /// Whether it is made of characters that stand apart.
  private var isSpread = false
}
