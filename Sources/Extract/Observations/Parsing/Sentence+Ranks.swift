import Lexicon

/// What is ranked, and among whom.
extension Sentence {
  /// 总量全省: what is ranked, and among whom.
  func rankParts(_ clause: inout Clause) {
    var end = clause.head.upperBound
    let start = clause.head.lowerBound
    var field: RankField?
    var isWithin = false
    while end > start {
      if clause.rank.scope == nil, field == nil, let found = rankField(endingAt: end, from: start) {
        field = found
        clause.rank.scope = found.scope
        end = found.scope.lowerBound
        continue
      }
      if clause.rank.scope == nil, let scope = scopeEnding(at: end, from: start) {
        clause.rank.scope = scope..<end
        end = scope
        continue
      }
      // 综合考核我市列第3位
      if end - start > 6, CodePoint.before(end - 3, in: text, start: start).scalar == "我",
        CodePoint.before(end, in: text, start: start).scalar.isOne(of: "市县区省州")
      {
        end -= 6
        continue
      }
      let last = CodePoint.before(end, in: text, start: start)
      let isJoint =
        last.scalar.isOne(of: "及和与") && !clause.rank.base.isEmpty
        && scan.cue([.rankOfLevel, .rankOfGrowth], endingAt: end - last.length, from: start) != nil
      if PhraseScanner.isMark(last.scalar) || last.scalar == "的" || last.scalar == "在" || last.scalar == "中" || isJoint
      {
        isWithin = last.scalar == "中"
        end -= last.length
        continue
      }
      guard
        let cue = scan.cue([.rankVerb, .rankOfLevel, .rankOfGrowth, .each, .both, .adverb], endingAt: end, from: start)
      else { break }
      if !cue.parts.isDisjoint(with: [.rankOfLevel, .rankOfGrowth]) {
        guard clause.rank.base.isEmpty else {
          // 总量及增速分别居第二位、第四位
          if end < clause.rank.baseWords.lowerBound, clause.rank.baseBefore.isEmpty {
            clause.rank.baseBefore = cue.parts.intersection([.rankOfLevel, .rankOfGrowth])
            end = cue.start
            continue
          }
          break
        }
        if scan.isIndicator(start..<end) { break }
        clause.rank.base = cue.parts.intersection([.rankOfLevel, .rankOfGrowth])
        clause.rank.baseWords = cue.start..<end
      } else if cue.parts.contains(.each) {
        clause.each = true
      } else if cue.parts.contains(.both) {
        clause.both = true
      } else if cue.parts.contains(.rankVerb) {
        // 在创新能力排名中居第三, 综合排名居第三: the noun is the name's own.
        if isWithin && scan.ends(cue.start..<end, with: "排名")
          || clause.verb == .rank && scan.ends(cue.start..<end, with: "综合排名")
        {
          break
        }
        clause.verb = .rank
        // 分列, 分居
        if end - cue.start == 6, scan.scalar(at: cue.start, to: end) == "分" { clause.each = true }
        if end - cue.start == 3, scan.scalar(at: cue.start, to: end).isOne(of: "从由") {
          clause.isFrom = true
        }
      } else if end - cue.start == 3 {
        break
      }
      end = cue.start
    }
    end = withoutCount(start..<end)
    // 从世界第六位上升到第四位
    if end == start + 3, scan.scalar(at: start, to: end).isOne(of: "从由") {
      clause.isFrom = true
      end = start
    }
    clause.head = scan.trimmed(start..<end)
    contest(&clause, field)
    // 名列专科医院全国第七: the rest of among whom.
    if let scope = clause.rank.scope,
      let verb = ["名列", "位列", "位居", "排名", "跻身"].first(where: { (word: StaticString) in
        scan.starts(clause.head, with: word)
      })
    {
      clause.verb = .rank
      clause.rank.scope = (clause.head.lowerBound + verb.utf8CodeUnitCount)..<scope.upperBound
      clause.head = clause.head.upperBound..<clause.head.upperBound
    }
    if clause.rank.scope == nil, let found = scan.find("在", in: clause.head) {
      // 总量在投资中跃居第二位
      let front = clause.head.lowerBound..<found
      let base = scan.cue([.rankOfLevel, .rankOfGrowth], at: front.lowerBound, to: front.upperBound)
      if front.isEmpty || base?.end == front.upperBound {
        clause.rank.scope = (found + 3)..<clause.head.upperBound
        if let base { clause.rank.base = base.parts.intersection([.rankOfLevel, .rankOfGrowth]) }
        clause.head = clause.head.lowerBound..<clause.head.lowerBound
      }
    }
    if clause.rank.scope == nil, clause.verb != .rank { innerScope(&clause) }
    // 绩效评价在全省同类地区排名第2
    if clause.verb == .rank, clause.rank.scope == nil, let found = scan.find("在全", in: clause.head),
      found > clause.head.lowerBound
    {
      clause.rank.scope = (found + 3)..<clause.head.upperBound
      clause.head = clause.head.lowerBound..<found
    }
    // 重点项目考评第三
    if scan.ends(clause.head, with: .contest) { clause.verb = .rank }
  }

  /// 营商环境连续5个季度, 各2次: how often a rank was held is no part of what is ranked.
  func withoutCount(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    var start = end
    for unit in ["个季度", "季度", "年", "次", "个月", "届"] as [StaticString] where scan.ends(range, with: unit) {
      start = end - unit.utf8CodeUnitCount
      break
    }
    guard start < end else { return end }
    var digit = start
    while digit > range.lowerBound {
      let (scalar, length) = CodePoint.before(digit, in: text, start: range.lowerBound)
      guard scalar >= "0" && scalar <= "9" || ChineseNumeral.digit(scalar) != nil else { break }
      digit -= length
    }
    guard digit < start else { return end }
    end = digit
    for word in ["连续", "已连续", "均连续", "连续第", "各"] as [StaticString] where scan.ends(range.lowerBound..<end, with: word) {
      return end - word.utf8CodeUnitCount
    }
    return end
  }

  /// 居自主品牌车企之首: among whom stands between the verb and the rank.
  func innerScope(_ clause: inout Clause) {
    let head = clause.head
    for word in ["位居", "位列", "名列", "排名", "跃居", "晋升至", "升至", "居", "列", "排"] as [StaticString] {
      guard let found = scan.find(word, in: head) else { continue }
      let scope = scan.trimmed((found + word.utf8CodeUnitCount)..<head.upperBound)
      guard !scope.isEmpty else { continue }
      clause.rank.scope = scope
      clause.verb = .rank
      clause.head = scan.trimmed(head.lowerBound..<withoutCount(scan.trimmed(head.lowerBound..<found)))
      if scan.ends(clause.head, with: "均") {
        clause.both = true
        clause.head = clause.head.lowerBound..<(clause.head.upperBound - 3)
      }
      return
    }
  }

  func scopeEnding(at end: Int, from start: Int) -> Int? {
    if let cue = scan.cue(.scope, endingAt: end, from: start) {
      return cue.start
    }
    return nil
  }
}
