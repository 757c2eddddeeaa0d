import Documents
import Lexicon

/// Which years a part that reviews several years speaks of, sentence by sentence: 这五年 and 五年来 open a span,
/// a paragraph's 2020年 or 一年来 ends it, until the next such word.
struct ReviewedYears {
  private enum Said {
    case several, one
  }

  private var section: Int?
  private var paragraph = -1
  private var said: Said?
  /// What the paragraphs of a section itself said last.
  private var saidIn: [Int: Said] = [:]

  private let words: SectionWords

  init(words: SectionWords) {
    self.words = words
  }

  /// The context of a sentence, with the years that its paragraph or an earlier one has said.
  mutating func apply(
    to context: inout SentenceContext,
    _ sentence: NormalText.Sentence,
    in parent: Int?,
    _ text: UnsafeBufferPointer<UInt8>
  ) {
    if sentence.section != section {
      // What the part that holds this one has said of its years holds here too.
      section = sentence.section
      said = parent.flatMap { saidIn[$0] }
    }
    let opens = sentence.paragraph != paragraph
    paragraph = sentence.paragraph
    guard context.mood == .review, let year = context.reviewYear else { return }
    if let found = said(text, sentence.range, year: year, opensParagraph: opens) {
      said = found
      if let section { saidIn[section] = found }
    }
    switch said {
    case .several: context.span = context.span ?? (year - 4)...year
    case .one: context.span = nil
    case nil: break
    }
  }

  private static let plans = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// The years of the plan that ends in `year`, as such: with 时期, 期间 or 以来, and no 规划 or 纲要.
  private static func namesPlan(endingIn year: Int, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard year % 5 == 0, (2010...2050).contains(year) else { return false }
    let name = Array("十\(plans[(year - 2010) / 5])五".utf8)
    var position = range.lowerBound
    while position + name.count <= range.upperBound {
      if text[position] == name[0], text[position..<(position + name.count)].elementsEqual(name) {
        var after = position + name.count
        if after < text.count, text[after] == UInt8(ascii: "\"") { after += 1 }
        return ["时期", "期间", "以来", "五年"].contains { text[after..<min(text.count, after + 6)].elementsEqual($0.utf8) }
      }
      position += 1
    }
    return false
  }

  private func said(
    _ text: UnsafeBufferPointer<UInt8>,
    _ sentence: Range<Int>,
    year: Int,
    opensParagraph: Bool
  ) -> Said? {
    var start = sentence.lowerBound
    let salutation = Array("各位代表".utf8)
    if text[sentence].starts(with: salutation) { start += salutation.count + 1 }
    let end = sentence.upperBound
    // "十四五"时期是…, in a review of the plan's last year.
    if opensParagraph, Self.namesPlan(endingIn: year, text, start..<min(end, start + 36)) { return .several }
    // 刚刚过去的2025年, 过去的2025年
    for word in ["刚刚过去的\(year)年", "过去的\(year)年", "\(year)年是"]
    where opensParagraph && text[start..<min(end, start + word.utf8.count)].elementsEqual(word.utf8) {
      return .one
    }
    // Within the first words: 回顾这五年, 总的看，五年来
    var position = start
    while position < min(end, start + 24) {
      if words.severalYears.longest(in: text, from: position, to: end) != nil { return .several }
      if opensParagraph, position == start || position == start + 3 {
        if words.oneYear.longest(in: text, from: position, to: end) != nil { return .one }
      }
      let byte = text[position]
      position += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    if opensParagraph, start < end, text[start..<end].starts(with: "\(year)年".utf8) { return .one }
    return nil
  }
}
