import Lexicon

/// What a segment without a number says of those behind it.
extension Sentence {
  /// 限额以上单位商品零售额中: the segment frames the names behind it.
  func frame(_ segment: Range<Int>) -> (prefix: [UInt8], noun: [UInt8])? {
    guard scan.ends(segment, with: "中") else { return nil }
    var clause = Clause(head: segment.lowerBound..<(segment.upperBound - 3))
    if scan.starts(clause.head, with: "在") { clause.head = (clause.head.lowerBound + 3)..<clause.head.upperBound }
    lead(&clause)
    let head = clause.head
    if ["限额以上单位", "限额以上企业", "限上单位"].contains(where: { (word: StaticString) in
      head.count == word.utf8CodeUnitCount && scan.starts(head, with: word)
    }) {
      return (scan.bytes(head), [])
    }
    guard let noun = scan.word(.measure, endingAt: head.upperBound, from: head.lowerBound) else { return nil }
    // 主要产品产量中，汽车3万辆: what of, and not whose.
    if scan.starts(head, with: "主要"), scan.ends(head, with: "产品产量") { return ([], scan.bytes(noun..<head.upperBound)) }
    for owner in ["企业", "单位", "机构", "工业"] as [StaticString] {
      guard let found = scan.find(owner, in: head) else { continue }
      return (
        scan.bytes(head.lowerBound..<(found + owner.utf8CodeUnitCount)), scan.bytes(noun..<head.upperBound)
      )
    }
    return nil
  }

  /// 动力电池产业 of 动力电池产业集聚了…, 食品产业 of 做强食品产业: whose the figures behind a stretch without a number may be.
  ///
  /// - Returns: the name, and whether the stretch does something to it.
  func topicalOwner(_ head: Range<Int>) -> (name: Range<Int>, isObject: Bool)? {
    // Most stretches have no such noun.
    guard scan.find(.owner, in: head) != nil else { return nil }
    if let name = owner(opening: head) { return (name, false) }
    let parts = split(head)
    guard parts.action != nil, let name = owner(opening: parts.object) else { return nil }
    return (name, true)
  }

  /// The noun that opens a stretch and may own something, before what is said of it.
  private func owner(opening head: Range<Int>) -> Range<Int>? {
    let end = min(head.upperBound, head.lowerBound + 60)
    var position = head.lowerBound
    while position < end {
      let scalar = scan.scalar(at: position, to: end)
      if scalar.isOne(of: "、的\"以把为") { return nil }
      if let noun = scan.word(.owner, at: position, to: head.upperBound) {
        if noun >= head.lowerBound + 6, isSaidOf(noun, head.upperBound) { return head.lowerBound..<noun }
        position = noun
      } else if let verb = scan.cue([.act, .rise, .fall, .preverb], at: position, to: end), verb.end >= position + 6,
        scan.word(.compound, at: position, to: end) == nil
      {
        return nil
      } else {
        position = scan.next(position, head.upperBound)
      }
    }
    return nil
  }

  /// Whether a stretch goes on with what is said of its noun, or ends.
  private func isSaidOf(_ start: Int, _ end: Int) -> Bool {
    if start == end || scan.scalar(at: start, to: end).isOne(of: "要将以为力在已均") { return true }
    if let said = scan.cue([.act, .rise, .fall, .adverb, .preverb, .manner], at: start, to: end), said.end >= start + 6
    {
      return true
    }
    return scan.word(.thriving, at: start, to: end) != nil || scan.word(.told, at: start, to: end) != nil
      || scan.word(.predicate, at: start, to: end) != nil
  }

  /// "散乱污"企业 of 强力整治小印花、塑料加工等"散乱污"企业: the things that a stretch without a number acts on.
  func acted(by head: Range<Int>) -> Range<Int>? {
    guard head.count <= 240, scan.ends(head, with: .doer) || scan.ends(head, with: "案件") else { return nil }
    let parts = split(head)
    guard parts.action != nil, !parts.object.isEmpty else { return nil }
    var object = parts.object
    if let list = scan.find("等", in: object), list + 9 <= object.upperBound { object = (list + 3)..<object.upperBound }
    return object.count >= 6 && object.count <= 60 && scan.find("、", in: object) == nil ? object : nil
  }

  /// 茶业博览会 of 成功举办第六届茶业博览会: an event that is told of without a number.
  func event(heldIn head: Range<Int>) -> Range<Int>? {
    guard
      ["会", "节", "展", "周", "论坛"].contains(where: { (word: StaticString) in scan.ends(head, with: word) }),
      let verb = (["举办", "承办", "举行", "召开", "协办"] as [StaticString]).lazy.compactMap({ self.scan.find($0, in: head) })
        .first
    else { return nil }
    var start = verb + 6
    if scan.has("了", at: start, to: head.upperBound) { start += 3 }
    let session = start..<min(head.upperBound, start + 21)
    if scan.has("第", at: start, to: head.upperBound) || scan.has("首届", at: start, to: head.upperBound),
      let mark = scan.find("届", in: session)
    {
      start = mark + 3
    }
    let name = start..<head.upperBound
    return name.count >= 9 && name.count <= 75 && scan.find("、", in: name) == nil ? name : nil
  }

  /// 支出进度持续高于同期水平, 前三季度快4.5个百分点: what stands before the first verb.
  func topic(_ head: Range<Int>) -> Range<Int>? {
    guard head.count <= 60, scan.find("、", in: head) == nil else { return nil }
    var end = head.lowerBound
    while end < head.upperBound,
      scan.cue([.rise, .fall, .compare, .manner], at: end, to: head.upperBound).map({ $0.end - end < 6 }) ?? true
    {
      end = scan.next(end, head.upperBound)
    }
    if let trend = scan.find(.trend, in: head.lowerBound..<end) { end = trend.lowerBound }
    // 油料在连续三年增产的基础上
    while end > head.lowerBound, scan.scalar(before: end, from: head.lowerBound).isOne(of: "在也又正已从由") { end -= 3 }
    guard end > head.lowerBound + 3, scan.cue(.act, at: head.lowerBound, to: end) == nil else { return nil }
    return scan.trimmed(head.lowerBound..<end)
  }

  /// 航空、新能源产业发展较快; 化学需氧量、二氧化硫排放量双下降: the names up to what is said of them.
  func topics(_ head: Range<Int>) -> Range<Int>? {
    guard head.count <= 240, let mark = scan.find("、", in: head) ?? scan.find("和", in: head) else { return nil }
    var end = mark
    while end < head.upperBound, scan.word(.predicate, at: end, to: head.upperBound) == nil {
      end = scan.next(end, head.upperBound)
    }
    guard end > mark + 6 else { return nil }
    // 强力推动甲、乙建设: what is acted on.
    var start = head.lowerBound
    var position = start
    while let word = scan.cue([.preverb, .adverb, .act], at: position, to: mark), word.end - position >= 6,
      word.end < mark, scan.indicatorEnd(at: position, to: mark) == nil
    {
      position = word.end
      if word.parts.contains(.act) { start = position }
    }
    return scan.trimmed(start..<end)
  }

  /// 专用设备制造业: nothing but an industry, behind 是 where the stretch says of what it is one.
  func industryName(_ head: Range<Int>) -> Range<Int>? {
    var start = head.lowerBound
    if let found = scan.find("是", in: head) { start = found + 3 }
    let name = scan.trimmed(start..<head.upperBound)
    guard name.count >= 9, name.count <= 75, scan.ends(name, with: "业"),
      scan.cue(.act, at: start, to: name.upperBound) == nil
    else { return nil }
    return name
  }

  /// A known name that is all of the stretch, or opens it before what is said of it: 一般公共预算收入剔除一次性因素.
  func headline(opening head: Range<Int>) -> Range<Int>? {
    if scan.isIndicator(head) { return head }
    guard let end = scan.indicatorEnd(at: head.lowerBound, to: head.upperBound), end < head.upperBound else {
      return nil
    }
    // 进出口总额逆势上扬，有望突破…
    return scan.word(.told, at: end, to: head.upperBound) != nil ? head.lowerBound..<end : nil
  }

  /// 粮食连续四年增产: the produce of which the clauses behind tell how much there was.
  func harvest(_ head: Range<Int>) -> Range<Int>? {
    guard scan.ends(head, with: "增产") || scan.ends(head, with: "丰收") || scan.ends(head, with: "连增") else { return nil }
    var end = scan.next(head.lowerBound, head.upperBound)
    while end < head.upperBound, !scan.scalar(at: end, to: head.upperBound).isOne(of: "连再喜实获又继生夺增丰全大") {
      end = scan.next(end, head.upperBound)
    }
    return end - head.lowerBound >= 6 && end - head.lowerBound <= 24 ? head.lowerBound..<end : nil
  }

  /// 1986年同1978年相比, 与2020年相比: the year that the figures behind are set against.
  func comparedYear(_ segment: Range<Int>) -> Int? {
    let base = periods.last {
      segment.contains($0.range.lowerBound) && $0.startMonth == nil && $0.startYear == $0.endYear
    }
    guard let base, scan.scalar(before: base.range.lowerBound, from: segment.lowerBound).isOne(of: "同与和跟比较"),
      base.range.upperBound == segment.upperBound
        || scan.has("相比", at: base.range.upperBound, to: segment.upperBound)
        || scan.has("比较", at: base.range.upperBound, to: segment.upperBound)
    else { return nil }
    return base.endYear
  }
}
