import Lexicon

/// What a stretch is, by its own words.
extension Sentence {
  /// 突破1000亿元大关, 迈上3万亿元台阶
  func isStep(_ after: Range<Int>) -> Bool {
    scan.covers(after, .height)
  }

  /// 县区总数 of 达到县区总数的: what a share is of.
  func reachedTotal(_ before: Range<Int>) -> Range<Int>? {
    let head = scan.trimmed(before.lowerBound..<(before.upperBound - 3))
    for verb in ["达到", "达", "约为", "为", "相当于"] as [StaticString] where scan.starts(head, with: verb) {
      let total = (head.lowerBound + verb.utf8CodeUnitCount)..<head.upperBound
      guard total.count >= 9, total.count <= 60,
        ["总数", "总人口", "总户数", "总量", "总额"].contains(where: { (word: StaticString) in scan.ends(total, with: word) })
      else { return nil }
      return total
    }
    return nil
  }

  func isTotal(_ object: Range<Int>) -> Bool {
    scan.covers(object, .total)
  }

  /// 甲公司、乙公司、丙厂3户: names of the things counted.
  func isListOfNames(_ object: Range<Int>) -> Bool {
    scan.find("、", in: object) != nil || scan.ends(object, with: "\"")
  }

  /// 第一产业, without what is measured of it.
  func isIndustry(_ object: Range<Int>) -> Bool {
    guard object.count == 12 || object.count == 6 else { return false }
    return scan.ends(object, with: "产业") && scan.starts(object, with: "第")
  }

  func isPreposition(_ range: Range<Int>) -> Bool {
    guard range.count == 3 || range.count == 6 else { return false }
    let scalar = scan.scalar(at: range.lowerBound, to: range.upperBound)
    if range.count == 3 {
      return scalar.isOne(of: "为对将把向使让以剩这")
    }
    return scan.has("剩余", at: range.lowerBound, to: range.upperBound)
      || scan.has("最后", at: range.lowerBound, to: range.upperBound)
      || scan.has("其他", at: range.lowerBound, to: range.upperBound)
  }

  /// 减税降费, 发放贷款, 余额: a name that is an act or a state of its own takes no verb from another.
  func namesAnAct(_ object: Range<Int>) -> Bool {
    scan.starts(object, with: .deed) || scan.ends(object, with: .undone)
  }

  /// 重大项目 of 重大项目建设提速，新开工30个: what the sentence opens with, where things are counted that it may be.
  func projectsOpening(_ quantity: Quantity) -> [UInt8]? {
    guard quantity.unit.equals("个"), quantity.quote.lowerBound > range.lowerBound,
      let comma = text[range.lowerBound..<quantity.quote.lowerBound].firstIndex(of: UInt8(ascii: ",")),
      let found = scan.find("项目", in: range.lowerBound..<min(comma, range.lowerBound + 24)),
      scan.cue([.act, .manner], at: found + 6, to: comma) != nil
    else { return nil }
    return scan.bytes(range.lowerBound..<(found + 6))
  }

  /// 达到, 总数达, 增至: how many there are now.
  func reachesTotal(_ clause: Clause) -> Bool {
    guard clause.verb == .to, clause.head.upperBound <= clause.verbRange.upperBound else { return false }
    let verb = clause.head.upperBound..<clause.verbRange.upperBound
    return ["达", "增至", "加到", "扩大到", "总数"].contains { (word: StaticString) in scan.find(word, in: verb) != nil }
  }

  /// Whether the stretch is such a noun, and nothing else.
  func isDependent(_ range: Range<Int>) -> Bool {
    scan.covers(range, .owned)
  }

  /// Whether an account of the budget, or what it is spent or taken in, begins at `position`.
  func isAccount(_ position: Int, _ end: Int) -> Bool {
    scan.word(.budget, at: position, to: end) != nil
  }

  /// Whether a sentence of a budget tells an account: 一般公共预算支出, 支出, 税收收入, or what is added to one.
  func opensAccount(_ head: Range<Int>) -> Bool {
    let opening = scan.trimmed(range)
    let isAdded =
      ["加", "扣除", "减去", "减"].contains { (word: StaticString) in scan.starts(opening, with: word) }
      && ["收入", "支出", "转移支付", "结转", "结余", "资金", "债务", "补助"].contains { (word: StaticString) in
        scan.find(word, in: head) != nil
      }
    let isBalance = scan.starts(head, with: .balanced)
    return isAdded || isBalance || scan.starts(head, with: "税收收入") || scan.starts(head, with: "非税收入")
      || !scan.starts(head, with: "财政") && isAccount(head.lowerBound, head.upperBound)
  }

  /// 上级补助收入 of 一般公共预算收入加上上级补助收入: what the clause adds to an account that it names again.
  func added(in head: Range<Int>) -> Range<Int>? {
    for word in ["加上", "减去", "扣除"] as [StaticString] {
      guard let found = scan.find(word, in: head) else { continue }
      let account = head.lowerBound..<found
      guard
        ["收入", "支出", "预算"].contains(where: { (end: StaticString) in scan.ends(account, with: end) }),
        found + 12 <= head.upperBound
      else { continue }
      // 一般公共预算收入加上转移性收入后总收入: the sum of both.
      for sum in ["后总收入", "后收入总", "后总支出", "后支出总"] as [StaticString] {
        if let behind = scan.find(sum, in: found..<head.upperBound) { return behind + 3..<head.upperBound }
      }
      return scan.trimmed(found + word.utf8CodeUnitCount..<head.upperBound)
    }
    return nil
  }

  func isExpected(_ after: Range<Int>) -> Bool {
    scan.starts(after, with: .expected)
  }

  /// 不足全省, 约占全国: an area, with the bound before it.
  func comparedWhole(_ head: Range<Int>) -> (range: Range<Int>, comparator: Quantity.Comparator?)? {
    var start = head.lowerBound
    var comparator: Quantity.Comparator?
    if let bound = scan.cue(.before, at: start, to: head.upperBound) {
      start = bound.end
      comparator =
        bound.parts.contains(.atMostBefore) ? .atMost : bound.parts.contains(.atLeastBefore) ? .atLeast : .about
    }
    guard opensWhole(start, head.upperBound) else { return nil }
    return (start..<head.upperBound, comparator)
  }

  /// 亩均税收不到全市平均: the name, and behind a bound or a verb of reaching what it is measured against.
  func comparedName(_ head: Range<Int>) -> (name: Range<Int>, range: Range<Int>, comparator: Quantity.Comparator?)? {
    var position = head.upperBound - 6
    while position > head.lowerBound {
      if opensWhole(position, head.upperBound),
        let cue = scan.cue([.before, .to], endingAt: position, from: head.lowerBound), cue.start > head.lowerBound
      {
        let comparator: Quantity.Comparator? =
          cue.parts.contains(.atMostBefore) ? .atMost : cue.parts.contains(.atLeastBefore) ? .atLeast : nil
        return (scan.trimmed(head.lowerBound..<cue.start), position..<head.upperBound, comparator)
      }
      position -= 1
    }
    return nil
  }

  /// 不低于 and its like between a name and what a share of it is of.
  func boundInside(_ head: Range<Int>) -> Quantity.Comparator? {
    for (word, comparator) in [
      ("不低于", .atLeast), ("不少于", .atLeast), ("不高于", .atMost), ("不超过", .atMost), ("不足", .atMost), ("不到", .atMost),
    ] as [(StaticString, Quantity.Comparator)] {
      if let found = scan.find(word, in: head), found > head.lowerBound { return comparator }
    }
    return nil
  }

  private func opensWhole(_ position: Int, _ end: Int) -> Bool {
    ["全国", "全省", "全市", "世界", "全球", "全区", "全自治区"].contains { (word: StaticString) in
      scan.has(word, at: position, to: end)
    }
  }

  /// 设备更新带动工业技改投资, 确保进出口: what a rate is of stands behind the verb.
  func withoutCause(_ head: Range<Int>) -> Range<Int> {
    var head = head
    guard !scan.isIndicator(head) else { return head }
    for word in ["实现", "完成", "推动", "力促", "促进", "确保", "保持", "带动", "全力推动"] as [StaticString]
    where scan.starts(head, with: word) && head.count > word.utf8CodeUnitCount
      // 年度完成率
      && !scan.has("率", at: head.lowerBound + word.utf8CodeUnitCount, to: head.upperBound)
    {
      head = (head.lowerBound + word.utf8CodeUnitCount)..<head.upperBound
      break
    }
    for word in ["带动", "拉动", "撬动", "助推", "建议今年", "吸引", "支撑"] as [StaticString] {
      guard let found = scan.find(word, in: head), found > head.lowerBound else { continue }
      let object = (found + word.utf8CodeUnitCount)..<head.upperBound
      if object.count >= 6, !scan.starts(object, with: "作用"), !scan.starts(object, with: "率") { return object }
    }
    return head
  }

  /// 2019年, 2019年同期 where a share of it is told.
  func earlierYear(endingAt end: Int, _ range: Range<Int>, than own: Int?) -> Range<Int>? {
    var end = end
    if scan.ends(range.lowerBound..<end, with: "同期") { end -= 6 }
    guard let period = period(endingAt: end), let year = period.endYear, period.startMonth == nil,
      let own, year < own
    else { return nil }
    return period.range
  }

  func budgetBase(_ head: Range<Int>) -> [UInt8]? {
    var start = head.lowerBound
    for word in ["为", "完成", "达到", "是", "达"] as [StaticString] where scan.has(word, at: start, to: head.upperBound) {
      start += word.utf8CodeUnitCount
      break
    }
    let base = start..<head.upperBound
    let isBudget = scan.ends(base, with: "预算") || scan.ends(base, with: "预算数") || scan.ends(base, with: "决算数")
    guard isBudget, base.count <= 30, scan.find("收入", in: base) == nil, scan.find("支出", in: base) == nil,
      start > head.lowerBound || base.count <= 18
    else { return nil }
    return Array("占".utf8) + scan.bytes(base) + Array((scan.ends(base, with: "数") ? "比重" : "数比重").utf8)
  }

  /// 增长, 的增速 behind a rate: what the rate is.
  func isGrowthBehind(_ after: Range<Int>) -> Bool {
    ["增长", "的增长", "增速", "的增速", "的增幅", "的涨幅", "的速度增长", "的增长速度", "的速度递增"].contains { (word: StaticString) in
      scan.covers(after, word)
    }
  }

  func isGrowthName(_ head: Range<Int>) -> Bool {
    scan.ends(head, with: .growthname) && !scan.ends(head, with: "自然增长率")
  }

  /// 压减率: a rate whose name says that it is one of falling. 降幅 is a verb of its own among the cues.
  func isFallName(_ head: Range<Int>) -> Bool {
    ["压减率", "压缩率", "下降率", "降低率"].contains { (word: StaticString) in scan.ends(head, with: word) }
  }

  func withoutGrowthName(_ head: Range<Int>) -> Range<Int> {
    guard !scan.isIndicator(head),
      let name = scan.word(.growthname, endingAt: head.upperBound, from: head.lowerBound)
    else { return head }
    return scan.trimmed(head.lowerBound..<name)
  }
}
