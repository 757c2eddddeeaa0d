import Lexicon

extension Sentence {
  /// Takes the stretch before a quantity apart: first what leads it, then what stands right before the number.
  func clause(_ range: Range<Int>, _ quantity: Quantity) -> Clause {
    var clause = Clause(head: withoutToldBefore(withoutNoteMarks(scan.trimmed(range))))
    lead(&clause, isRank: quantity.kind == .rank)
    trail(&clause, quantity)
    return clause
  }

  /// 瞪羚企业实现"零"的突破、高新技术企业突破90家: what was told without a number is no part of the name behind it.
  private func withoutToldBefore(_ head: Range<Int>) -> Range<Int> {
    guard head.count >= 42, scan.holds("、", in: head) else { return head }
    for word in ["的突破、", "前列、", "清零、", "全覆盖、", "双下降、", "双提升、"] as [StaticString] {
      if let found = scan.find(word, in: head) { return (found + word.utf8CodeUnitCount)..<head.upperBound }
    }
    return head
  }

  /// 2022年、2023年: the last `count` years before `end`, where only marks and 和 stand between them.
  func yearsInRow(_ count: Int, before end: Int) -> [Int]? {
    let named = periods.filter { $0.range.upperBound <= end }.suffix(count)
    guard named.count == count else { return nil }
    var years: [Int] = []
    var last: NamedPeriod?
    for period in named {
      guard let year = period.endYear, period.startYear == year, period.startMonth == nil, !period.isPlan else {
        return nil
      }
      if let last {
        let gap = scan.trimmed(last.range.upperBound..<period.range.lowerBound)
        guard gap.isEmpty || gap.count == 3 && scan.scalar(at: gap.lowerBound, to: gap.upperBound).isOne(of: "、和与及")
        else {
          return nil
        }
      }
      years.append(year)
      last = period
    }
    return years
  }

  /// 地区生产总值[2], "星创天地"〔22〕
  func withoutNoteMarks(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while scan.ends(range.lowerBound..<end, with: "〕"), let open = scan.find("〔", in: range.lowerBound..<end) {
      end = open
    }
    // "四上"企业(1)
    while end > range.lowerBound, text[end - 1] == UInt8(ascii: ")") {
      var open = end - 2
      while open > range.lowerBound, text[open] >= 0x30, text[open] <= 0x39 { open -= 1 }
      guard open > range.lowerBound, open < end - 2, text[open] == UInt8(ascii: "(") else { break }
      end = open
    }
    while end > range.lowerBound, text[end - 1] == UInt8(ascii: "]") {
      var open = end - 1
      while open > range.lowerBound, text[open] != UInt8(ascii: "[") { open -= 1 }
      end = open
    }
    return range.lowerBound..<end
  }
}
