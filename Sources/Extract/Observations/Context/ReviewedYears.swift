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
  private let reviewYear: ReviewYear?

  init(words: SectionWords, reviewYear: Int?) {
    self.words = words
    self.reviewYear = reviewYear.map(ReviewYear.init)
  }

  /// The year that is reviewed, in the words by which a paragraph opens with it.
  private struct ReviewYear {
    let year: Int
    /// 2025年
    let name: [UInt8]
    /// 刚刚过去的2025年, 过去的2025年, 2025年是
    let openings: [[UInt8]]
    /// The plan that ends with it, 十四五; empty where none does.
    let plan: [UInt8]

    init(_ year: Int) {
      self.year = year
      name = Array("\(year)年".utf8)
      openings = ["刚刚过去的\(year)年", "过去的\(year)年", "\(year)年是"].map { Array($0.utf8) }
      plan = year % 5 == 0 && (2010...2050).contains(year) ? Array("十\(Self.plans[(year - 2010) / 5])五".utf8) : []
    }

    private static let plans = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
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
    guard context.mood == .review, let reviewYear else { return }
    let year = reviewYear.year
    if let found = said(text, sentence.range, reviewYear, opensParagraph: opens) {
      said = found
      if let section { saidIn[section] = found }
    }
    switch said {
    case .several: context.span = context.span ?? (year - 4)...year
    case .one:
      context.span = nil
      context.isOfOneYear = true
    case nil: break
    }
  }

  /// The years of the plan that ends in the year, as such: with 时期, 期间 or 以来, and no 规划 or 纲要.
  private static func isNamed(_ plan: [UInt8], _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = plan.first else { return false }
    var position = range.lowerBound
    while position + plan.count <= range.upperBound {
      if text[position] == first, text[position..<(position + plan.count)].elementsEqual(plan) {
        var after = position + plan.count
        if after < text.count, text[after] == UInt8(ascii: "\"") { after += 1 }
        return ["时期", "期间", "以来", "五年"].contains { text[after..<min(text.count, after + 6)].elementsEqual($0.utf8) }
      }
      position += 1
    }
    return false
  }

  /// 2025年人均产值较2020年增加: one figure among those of five years, and not the year of all that follow.
  private static func comparesYears(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    range.contains { text.has("较20", at: $0, to: range.upperBound) || text.has("比20", at: $0, to: range.upperBound) }
  }

  private static let salutation = Array("各位代表".utf8)

  private func said(
    _ text: UnsafeBufferPointer<UInt8>,
    _ sentence: Range<Int>,
    _ year: ReviewYear,
    opensParagraph: Bool
  ) -> Said? {
    var start = sentence.lowerBound
    let end = sentence.upperBound
    // With the mark behind it, where one is printed.
    if text[sentence].starts(with: Self.salutation) { start = min(end, start + Self.salutation.count + 1) }
    if opensParagraph {
      // "十四五"时期是…, in a review of the plan's last year.
      if Self.isNamed(year.plan, text, start..<min(end, start + 36)) { return .several }
      // 刚刚过去的2025年, 过去的2025年
      for words in year.openings where text[start..<end].starts(with: words) { return .one }
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
    guard opensParagraph, text[start..<end].starts(with: year.name) else { return nil }
    return said == .several && Self.comparesYears(text, start..<end) ? nil : .one
  }
}
