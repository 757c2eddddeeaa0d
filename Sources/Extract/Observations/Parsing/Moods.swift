import Lexicon

/// The words of a sentence that govern all its figures.
struct Moods {
  /// What 预计 governs: the rest of the sentence, or, where figures stand before it, no more than up to the next semicolon.
  var estimates: [Range<Int>] = []
  /// 年均, 平均每年.
  var averages = false
  /// 五年: what is told adds the years up.
  var cumulates = false
  /// 三年行动圆满收官: the years that the sentence sums up.
  var years: Int?
  /// 数量翻番, with nothing to say since when: at the end of a plan over its years.
  var doubles = false
  /// 较"十三五"增加: the sentence sums up a plan's years.
  var isAgainstPlan = false

  func isEstimated(at position: Int) -> Bool {
    estimates.contains { $0.contains(position) }
  }
}

extension Sentence {
  /// One pass for the words that govern a whole sentence.
  func moods() -> Moods {
    var moods = Moods()
    moods.isAgainstPlan = periods.contains {
      $0.isPlan && !$0.isEnd && !scan.has("末", at: $0.range.upperBound, to: range.upperBound)
        && scan.scalar(before: $0.range.lowerBound, from: range.lowerBound).isOne(of: "较比")
    }
    if moods.isAgainstPlan { moods.cumulates = true }
    var position = range.lowerBound
    let end = range.upperBound
    while position + 6 <= end {
      // The second byte tells more than the first, which a sixth of all characters share.
      let first = text[position]
      switch text[position + 1] {
      case 0xA2 where first == 0xE9 && !moods.isEstimated(at: position):  // 预
        if scan.has("预计", at: position, to: end), let estimated = estimated(by: position) {
          moods.estimates.append(estimated)
        }
      case 0xB9 where first == 0xE5:  // 年平
        if scan.has("年均", at: position, to: end), scan.word(.yearly, at: position + 6, to: end) == nil {
          moods.averages = true
        }
        if scan.has("平均每年", at: position, to: end) { moods.averages = true }
        if scan.has("年行动", at: position, to: end) {
          let years = ChineseNumeral.digit(scan.scalar(before: position, from: range.lowerBound)) ?? 0
          let rest = position..<min(end, position + 36)
          if years > 1, scan.find("收官", in: rest) != nil || scan.find("圆满完成", in: rest) != nil { moods.years = years }
        }
      case 0xBA where first == 0xE4:  // 五
        // 连续五年获评: how often it has been so, and no sum.
        if scan.has("五年", at: position, to: end),
          !scan.scalar(before: position, from: range.lowerBound).isOne(of: "续十"),
          scan.word(.yearsname, at: position + 6, to: end) == nil
        {
          moods.cumulates = true
        }
      case 0xBF where first == 0xE7 && periods.isEmpty:  // 翻
        if doubles(position, end) { moods.doubles = true }
      default: break
      }
      position += first < 0x80 ? 1 : 3
    }
    return moods
  }

  /// What the 预计 at `position` governs.
  private func estimated(by position: Int) -> Range<Int>? {
    let before = scan.scalar(before: position, from: range.lowerBound)
    // 好于预计, 超预计: what came is set against what was expected.
    if before.isOne(of: "于超比较") { return nil }
    // 收入9亿元(预计数)
    if before == "(",
      scan.has("数", at: position + 6, to: range.upperBound) || scan.has("完成数", at: position + 6, to: range.upperBound)
    {
      return range.lowerBound..<Int.max
    }
    guard tokens.contains(where: { $0.kind == .quantity && $0.range.upperBound <= position }) else {
      return position..<Int.max
    }
    return position..<(text[position..<range.upperBound].firstIndex(of: UInt8(ascii: ";")) ?? Int.max)
  }

  private func doubles(_ position: Int, _ end: Int) -> Bool {
    guard
      let word = (["翻番", "翻一番", "翻了一番"] as [StaticString]).first(where: { scan.has($0, at: position, to: end) }),
      !["同比", "上年", "去年", "上半年", "季度"].contains(where: { (word: StaticString) in scan.find(word, in: range) != nil })
    else { return false }
    let after = position + word.utf8CodeUnitCount
    return !["行动", "计划", "工程", "目标"].contains { (word: StaticString) in scan.has(word, at: after, to: end) }
  }
}
