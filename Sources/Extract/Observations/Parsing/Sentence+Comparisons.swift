import Lexicon

/// What a figure is set against, and of what it is a share.
extension Sentence {
  /// Where 比 or 较 opens a comparison.
  func comparisonStart(_ range: Range<Int>) -> Int? {
    var position = range.upperBound
    while position > range.lowerBound {
      let (scalar, length) = CodePoint.before(position, in: text, start: range.lowerBound)
      position -= length
      guard scalar == "比" || scalar == "较" else { continue }
      let after = scan.scalar(at: position + 3, to: range.upperBound)
      let before = scan.scalar(before: position, from: range.lowerBound)
      // 比重比例比率比值, 占比, 同比 stays a word, 较好较强
      if after.isOne(of: "重例率值好强大小快") { continue }
      if before.isOne(of: "占对评类") { continue }
      // 城乡收入比由2.3缩小到2.2
      if scan.ends(range.lowerBound..<position, with: "收入"), after.isOne(of: "由从为达至缩降是") { continue }
      if after == .none { continue }
      if before == "相" { return position - 3 }  // 经费相比2020年
      return position
    }
    return nil
  }

  /// Cuts 比全省平均, 高于全国 and their like off the head.
  func comparison(_ clause: inout Clause, _ quantity: Quantity) {
    let head = clause.head
    defer { takeEndYear(&clause, quantity) }
    if clause.verb == .rise || clause.verb == .fall || quantity.kind == .ratio || quantity.kind == .point {
      if let cut = comparisonStart(head) {
        clause.hasCompare = true
        for period in periods where period.range.lowerBound >= cut && period.range.upperBound <= head.upperBound {
          clause.time.base = period.endYear
        }
        clause.head = head.lowerBound..<cut
        strip(&clause)
      }
    }
    // 产量比计划多5万吨: the goal is cut off already.
    if quantity.kind == .level, clause.verb == .rise || clause.verb == .fall,
      scan.ends(clause.head, with: "比") || scan.ends(clause.head, with: "较")
    {
      clause.hasCompare = true
      clause.head = head.lowerBound..<(clause.head.upperBound - 3)
    }
    // 增速比预期目标低1.3个百分点
    if quantity.kind == .point, isGrowthName(head.lowerBound..<max(head.lowerBound, head.upperBound - 3)),
      scan.ends(head, with: "比") || scan.ends(head, with: "较")
    {
      clause.hasCompare = true
      clause.head = head.lowerBound..<(head.upperBound - 3)
    }
    // 高于投资增幅8.7个百分点
    for (word, sign) in [("高于", 1), ("低于", -1), ("快于", 1), ("慢于", -1), ("高出", 1)] as [(StaticString, Int)]
    where quantity.kind == .point && scan.starts(clause.head, with: word) {
      clause.head = clause.head.lowerBound..<clause.head.lowerBound
      clause.verb = .none
      clause.sign = sign
      return
    }
    guard quantity.kind == .point, clause.verb != .rise, clause.verb != .fall || !clause.hasCompare else { return }
    for (word, sign) in [
      ("高于", 1), ("低于", -1), ("快于", 1), ("慢于", -1), ("高出", 1), ("低出", -1), ("超出", 1), ("优于", 1), ("好于", 1), ("超过", 1),
      ("领先", 1), ("超", 1),
    ] as [(StaticString, Int)] {
      if let cut = scan.find(word, in: clause.head) {
        clause.head = clause.head.lowerBound..<cut
        clause.sign = sign
        strip(&clause)
        return
      }
    }
  }

  /// 实现2035年人均地区生产总值比2020年翻一番: the year stands inside the head.
  private func takeEndYear(_ clause: inout Clause, _ quantity: Quantity) {
    guard quantity.kind == .ratio, clause.time.base != nil,
      let end = periods.last(where: {
        $0.range.lowerBound > clause.head.lowerBound && $0.range.upperBound + 6 <= clause.head.upperBound
          && $0.startMonth == nil
      })
    else { return }
    clause.time.named = end
    clause.head = end.range.upperBound..<clause.head.upperBound
  }

  /// Strips adverbs that a cut left at the end.
  func strip(_ clause: inout Clause) {
    var end = clause.head.upperBound
    let start = clause.head.lowerBound
    while end > start, let cue = scan.cue([.adverb, .compare, .both, .to], endingAt: end, from: start) {
      if end - cue.start == 3, !scan.scalar(at: cue.start, to: end).isOne(of: "均都也") { break }
      if scan.isIndicator(start..<end) { break }
      if cue.parts.contains(.to), end - cue.start > 3 { break }
      end = cue.start
    }
    clause.head = scan.trimmed(start..<end)
  }

  /// 占全省比重: the head before 占, and the share's own words.
  func whole(_ clause: inout Clause) {
    let head = clause.head
    var position = head.upperBound
    while position > head.lowerBound {
      let (scalar, length) = CodePoint.before(position, in: text, start: head.lowerBound)
      position -= length
      guard scalar == "占" else { continue }
      let before = scan.scalar(before: position, from: head.lowerBound)
      let after = scan.scalar(at: position + 3, to: head.upperBound)
      if before.isOne(of: "抢侵霸独强") { return }
      if after == "比" || after == "用" || after == "领"
        || after == "地" && !scan.has("地区", at: position + 3, to: head.upperBound)
          && !scan.has("地方", at: position + 3, to: head.upperBound)
      {
        return
      }  // 占比占地占用占领
      clause.share = position..<head.upperBound
      let isBounded = before.isOne(of: "仅只") && position >= head.lowerBound + 9  // 产业项目仅占
      clause.head = scan.trimmed(head.lowerBound..<(isBounded ? position - 3 : position))
      // 民生支出持续占一般公共预算支出的八成
      if scan.ends(clause.head, with: "持续"), clause.head.count > 12 {
        clause.head = clause.head.lowerBound..<(clause.head.upperBound - 6)
      }
      return
    }
  }
}
