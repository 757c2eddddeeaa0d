import Lexicon

/// The text between the numbers of a segment, dealt out to them.
extension Sentence {
  /// Deals the text between the numbers of a segment out to them.
  func items(
    _ within: Range<Int>,
    _ range: Range<Int>,
    _ brackets: [(tokens: Range<Int>, range: Range<Int>)]
  ) -> [Item] {
    var items: [Item] = []
    let count = tokens[within].count { $0.kind == .quantity }
    guard count > 0 else { return [] }
    items.reserveCapacity(count)
    var start = range.lowerBound
    var joined = false
    for index in within
    where tokens[index].kind == .quantity && !brackets.contains(where: { $0.tokens.contains(index) }) {
      let place = tokens[index].range
      if !items.isEmpty {
        let gap = start..<max(start, place.lowerBound)
        let split = split(gap, after: items[items.count - 1], next: quantities[tokens[index].index])
        items[items.count - 1].after = gap.lowerBound..<split.after
        start = split.before
        joined = split.isJoined
      }
      items.append(
        Item(
          before: start..<max(start, place.lowerBound),
          quantity: quantities[tokens[index].index],
          after: place.upperBound..<place.upperBound,
          isJoined: joined,
          isFirst: items.isEmpty
        )
      )
      start = place.upperBound
    }
    if !items.isEmpty {
      let after = min(start, range.upperBound)..<range.upperBound
      // 事故1起、与上年持平: behind a mark nothing belongs to the number.
      let isCut = PhraseScanner.isMark(scan.scalar(at: after.lowerBound, to: after.upperBound))
      items[items.count - 1].after = isCut ? after.upperBound..<after.upperBound : after
    }
    for index in items.indices {
      let after = withoutBrackets(items[index].after)
      // 卫生技术人员600人(其中医师200人)医护比…: behind a bracket with figures of its own the number has no noun.
      let gap = items[index].after.lowerBound..<after.lowerBound
      let isCut =
        !gap.isEmpty && items[index].before.count > 6
        && tokens.contains { $0.kind == .quantity && gap.contains($0.range.lowerBound) }
      items[index].after = isCut ? after.upperBound..<after.upperBound : after
    }
    return items
  }

  /// Whether the things counted own what the next figure measures: nothing but times and areas stands before their number,
  /// or who makes them do it.
  private func isOwner(_ item: Item, _ next: Quantity) -> Bool {
    let before = scan.trimmed(item.before)
    if before.isEmpty { return true }
    if next.unitKind == .money, scan.ends(before, with: .leading) { return true }
    return next.kind == .percent && !item.quantity.isChinese && leadsOnly(before)
  }

  /// 领域项目 of 领域项目投资, 水源地 of 水源地水质达标率.
  private func countedOwnerEnd(_ text: Range<Int>) -> Int {
    if scan.ends(text, with: "贷款") { return text.upperBound }  // 8家企业获质押贷款
    // 4个县一般公共预算收入
    var position = scan.next(text.lowerBound, text.upperBound)
    while position < text.upperBound {
      if scan.indicatorEnd(at: position, to: text.upperBound) == text.upperBound { return position }
      position = scan.next(position, text.upperBound)
    }
    guard var end = scan.word(.measure, endingAt: text.upperBound, from: text.lowerBound + 6) else {
      return text.upperBound
    }
    for word in ["水质优良", "水质达标", "水质", "完成"] as [StaticString]
    where scan.ends(text.lowerBound..<end, with: word) && end - word.utf8CodeUnitCount >= text.lowerBound + 6 {
      end -= word.utf8CodeUnitCount
      break
    }
    // 8个园区2025年产值
    if let year = period(endingAt: end), year.range.lowerBound >= text.lowerBound + 6 { return year.range.lowerBound }
    return end
  }

  /// 全市, 年末: times, areas and adverbs, and nothing else.
  private func leadsOnly(_ before: Range<Int>) -> Bool {
    var clause = Clause(head: scan.trimmed(before))
    if !clause.head.isEmpty { lead(&clause) }
    return clause.head.isEmpty
  }

  /// A short noun without a verb and without anything measured, between a count and another measure of the same things.
  private func isThingBetween(_ gap: Range<Int>, _ next: Quantity) -> Bool {
    guard gap.count >= 3, gap.count <= (next.unitKind == .measure ? 24 : 9), !next.unit.equals("个") else {
      return false
    }
    var position = gap.lowerBound
    while position < gap.upperBound {
      if let cue = scan.cue(
        [.act, .to, .rise, .fall, .compare, .each, .both, .manner],
        at: position,
        to: gap.upperBound
      ),
        cue.end - position >= 6 || position == gap.lowerBound
      {
        return false
      }
      position = scan.next(position, gap.upperBound)
    }
    if scan.scalar(before: gap.upperBound, from: gap.lowerBound).isOne(of: "有达为约共近超的额量值积口度长") { return false }
    return !scan.ends(gap, with: .measure) && !scan.ends(gap, with: .measured) && !scan.isIndicator(gap)
  }

  /// 农民群众 of 农民群众报销医药费: where those end for whom something is done.
  private func personsEnd(_ gap: Range<Int>) -> Int? {
    guard var cut = scan.find(.doer, in: gap)?.upperBound, cut <= gap.lowerBound + 27 else { return nil }
    while let more = scan.word(.doer, at: cut, to: gap.upperBound) { cut = more }
    return gap.upperBound - cut >= 12 ? cut : nil
  }

  private func withoutBrackets(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, text[start] == UInt8(ascii: "(") {
      while start < range.upperBound, text[start] != UInt8(ascii: ")") { start += 1 }
      start = min(range.upperBound, start + 1)
    }
    return start..<range.upperBound
  }

  /// Where the text behind one number ends and that before the next begins.
  private func split(_ gap: Range<Int>, after item: Item, next: Quantity) -> (after: Int, before: Int, isJoined: Bool) {
    let text = withoutBrackets(gap)
    guard !text.isEmpty else { return (gap.lowerBound, gap.upperBound, true) }
    // The last 、 outside quotation marks parts the two.
    var position = text.lowerBound
    var mark: Int?
    var inQuotes = false
    while position < text.upperBound {
      if self.text[position] == UInt8(ascii: "\"") { inQuotes.toggle() }
      if !inQuotes, scan.has("、", at: position, to: text.upperBound) {
        if position == text.lowerBound { return (position, position + 3, true) }
        if mark == nil { mark = position }
      }
      position = scan.next(position, text.upperBound)
    }
    if let mark {
      // X、Y和5个: the noun before the mark belongs to the first number.
      return (mark, mark + 3, true)
    }
    for word in ["和", "及", "与", "以及", "或"] as [StaticString] {
      if scan.starts(text, with: word) { return (text.lowerBound, text.lowerBound + word.utf8CodeUnitCount, true) }
      if scan.ends(text, with: word) { return (text.upperBound - word.utf8CodeUnitCount, text.upperBound, true) }
    }
    // 省定20项民生工程和市定20项民生事项
    for word in ["和", "及", "与"] as [StaticString] {
      guard let found = scan.find(word, in: text), found > text.lowerBound + 3 else { continue }
      let next = (found + 3)..<text.upperBound
      if ["省定", "市定", "县定", "区定", "省级", "市级", "县级", "国家级", "省", "市", "县"].contains(where: { (tier: StaticString) in
        scan.covers(next, tier)
      }) {
        return (found, next.lowerBound, true)
      }
    }
    // 投资7亿元的水厂及投资6亿元的…
    if let cost = scan.word(.cost, endingAt: text.upperBound, from: text.lowerBound + 3),
      scan.scalar(before: cost, from: text.lowerBound).isOne(of: "和及与")
    {
      return (cost - 3, cost, true)
    }
    let quantity = item.quantity
    // 12个部门整合为9个: the verbs are of what is left.
    if quantity.kind == .level, next.unit == quantity.unit, let cut = merging(text) { return (cut, cut, false) }
    // 31个行业大类中20个行业…: among them.
    if quantity.unitKind == .count, next.unit == quantity.unit {
      for word in ["中有", "中"] as [StaticString]
      where text.count > word.utf8CodeUnitCount + 3 && scan.ends(text, with: word) {
        return (text.upperBound - word.utf8CodeUnitCount, text.upperBound, false)
      }
    }
    // 2万名干部服务7万家企业: who serves, and whom.
    if quantity.unitKind == .count, next.unitKind == .count, text.count <= 36,
      let verb = scan.word(.serving, endingAt: text.upperBound, from: text.lowerBound + 6),
      scan.ends(text.lowerBound..<verb, with: .doer)
    {
      return (verb, verb, false)
    }
    // 3个乡镇13个村: places in places.
    if quantity.unitKind == .count, next.unit == quantity.unit, quantity.unit.equals("个"),
      ["乡镇", "镇", "乡", "县", "县区", "区县", "县市区", "街道", "市"].contains(where: { (word: StaticString) in
        scan.covers(text, word)
      })
    {
      return (text.upperBound, text.upperBound, false)
    }
    // 改建8条乡道46公里, 解决9个村2万人…: the noun belongs to both.
    if quantity.kind == .level, quantity.unitKind == .count, next.kind == .level, next.unitKind != .money,
      !quantity.boundAfter, isThingBetween(text, next)
    {
      return (text.upperBound, text.upperBound, false)
    }
    let isOfPersons = quantity.unit.equals("万")
    if quantity.kind == .level, quantity.unitKind == .count || quantity.unitKind == .money || isOfPersons,
      !quantity.boundAfter
    {
      if !scan.starts(text, with: "低保"), scan.word(.adverbword, at: text.lowerBound, to: text.upperBound) == nil,
        scan.cue([.to, .rise, .fall, .compare, .manner, .each, .both], at: text.lowerBound, to: text.upperBound) != nil
      {
        return (text.lowerBound, text.lowerBound, false)
      }
      // 投资3亿元实施危房改造2万户: the next clause begins at once.
      if quantity.unitKind == .money, let verb = scan.cue(.act, at: text.lowerBound, to: text.upperBound),
        verb.end - text.lowerBound >= 6, verb.end < text.upperBound
      {
        return (text.lowerBound, text.lowerBound, false)
      }
      // 企业实现产值: a noun, then a clause of its own.
      position = scan.next(text.lowerBound, text.upperBound)
      while position < text.upperBound {
        // 40个计划竣工项目完成投资: the verb is half of the noun.
        if let verb = scan.cue([.act, .to], at: position, to: text.upperBound), verb.end - position >= 6,
          // 70个项目投资完成率138%, 重点实施类项目完成投资
          !scan.has("率", at: verb.end, to: text.upperBound), !scan.has("类", at: verb.end, to: text.upperBound),
          verb.parts.contains(.to) || position - text.lowerBound > 6 || !nounFollows(verb.end, text.upperBound)
        {
          // 371个重点项目分别完成投资, 80项工程已竣工
          for word in ["分别", "全部", "累计", "预计", "共计", "总共", "已", "均", "都", "共"] as [StaticString]
          where position - word.utf8CodeUnitCount > text.lowerBound && scan.ends(text.lowerBound..<position, with: word)
          {
            position -= word.utf8CodeUnitCount
            break
          }
          // 两家企业年产值
          if position > text.lowerBound + 3, scan.ends(text.lowerBound..<position, with: "企业年") { position -= 3 }
          return (position, position, false)
        }
        position = scan.next(position, text.upperBound)
      }
    }
    // 为31万农民群众报销医药费7亿元
    if quantity.kind == .level, isOfPersons || quantity.unit.isOfPersons, let cut = personsEnd(text) {
      return (cut, cut, false)
    }
    // 帮助300家企业应急还贷20亿元: who is helped, and to what.
    if next.unitKind == .money, quantity.kind == .level, quantity.unitKind == .count,
      ["帮助", "支持", "助力"].contains(where: { (word: StaticString) in scan.ends(item.before, with: word) }),
      let helped = scan.findInOrder(.counted, in: text), helped.upperBound < text.upperBound
    {
      return (helped.upperBound, helped.upperBound, false)
    }
    // 带动300户农户年均增收4000元: what each earns more.
    if next.unitKind == .money, quantity.kind == .level, quantity.unitKind == .count,
      let verb = scan.cue([.rise, .fall], endingAt: text.upperBound, from: text.lowerBound + 6),
      text.upperBound - verb.start >= 6
    {
      var cut = verb.start
      for word in ["年均", "户均", "人均", "平均", "均"] as [StaticString]
      where cut - word.utf8CodeUnitCount > text.lowerBound && scan.ends(text.lowerBound..<cut, with: word) {
        cut -= word.utf8CodeUnitCount
        break
      }
      return (cut, cut, false)
    }
    // 4个水源地水质达标率100%, 推动11个领域项目投资突破9亿元: what is counted is part of the name that follows.
    if quantity.kind == .level, quantity.unitKind == .count, text.count > 12, isOwner(item, next) {
      return (countedOwnerEnd(text), text.lowerBound, false)
    }
    return (text.lowerBound, text.lowerBound, false)
  }
}
