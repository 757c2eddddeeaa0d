import Lexicon

/// A head with its verb of acting cut off.
struct ActionParts {
  var action: [UInt8]?
  var object: Range<Int>
  /// 完成, 实施: the verb takes an activity.
  var isLight = false
  /// 水路 of 水路完成货运量.
  var owner: Range<Int>?
}

/// The stretch before a number as an act and its object.
extension Sentence {
  func split(_ head: Range<Int>) -> ActionParts {
    guard !head.isEmpty, !scan.isIndicator(head), partnerNoun(head) == nil else {
      return ActionParts(action: nil, object: head)
    }
    if isUseOfMoney(head) { return ActionParts(action: nil, object: head) }
    if let given = handedToUs(head) { return given }
    // 落实政策、为企业减负15亿元: what is done for them has the name of an act.
    for word in ["减负降本", "减负增效", "降本减负", "减负"] as [StaticString] where scan.ends(head, with: word) {
      let name = (head.upperBound - word.utf8CodeUnitCount)..<head.upperBound
      guard let found = scan.find("为", in: head), found < name.lowerBound,
        found == head.lowerBound || scan.scalar(before: found, from: head.lowerBound) == "、"
          || scan.ends(head.lowerBound..<found, with: "累计")
      else { break }
      return ActionParts(action: nil, object: name)
    }
    // 出台奖励方案并拿出1200万元: what is done last.
    if let verb = scan.cue(.act, endingAt: head.upperBound, from: head.lowerBound), head.upperBound - verb.start >= 6,
      verb.start >= head.lowerBound + 12, scan.scalar(before: verb.start, from: head.lowerBound) == "并"
    {
      return ActionParts(action: scan.bytes(verb.start..<head.upperBound), object: head.upperBound..<head.upperBound)
    }
    // 围绕重点群体开展培训: with regard to what, then the act.
    if opensWithRegard(head), let inner = innerAction(head), inner.action != nil, !inner.object.isEmpty { return inner }
    if let found = leadingAction(head) {
      if isOfAnAct(found) { return ActionParts(action: nil, object: head) }
      // 引导银行发放贷款: what is done stands behind whom.
      if let action = found.action,
        ["引导", "推动", "支持", "促进", "鼓励", "帮助", "提请"].contains(where: { (word: StaticString) in action.equals(word) }),
        let inner = innerAction(found.object), inner.action != nil, !inner.object.isEmpty
      {
        return inner
      }
      return submitted(found) ?? found
    }
    return innerAction(head) ?? ActionParts(action: nil, object: head)
  }

  /// 供电能力, 办事效率: how well something is done, in a name with what is done; 形成能力 is an act.
  private func isOfAnAct(_ parts: ActionParts) -> Bool {
    guard !parts.isLight, let action = parts.action, scan.covers(parts.object, .quality),
      !scan.words.covers(action, .adding)
    else { return false }
    return !["新增", "形成", "具备", "拥有", "释放", "增强"].contains { (word: StaticString) in action.equals(word) }
  }

  /// 省转贷我市政府债券, 争取上级下达我省资金: who gives what to the report's area is no part of what is given.
  private func handedToUs(_ head: Range<Int>) -> ActionParts? {
    guard let mark = scan.find("我", in: head), mark >= head.lowerBound + 6,
      let area = scan.cue(.ownArea, at: mark, to: head.upperBound), area.end < head.upperBound,
      Self.handing.contains(where: { scan.ends(head.lowerBound..<mark, with: $0) }),
      let verb = scan.cue(.act, endingAt: mark, from: head.lowerBound), mark - verb.start >= 6
    else { return nil }
    let object = withoutAdverbs(scan.trimmed(area.end..<head.upperBound))
    guard object.count >= 6, !scan.starts(object, with: "的") else { return nil }
    // 争取上级下达: what is done here comes first.
    let first = scan.cue(.act, at: head.lowerBound, to: verb.start)
    let action = first.map { $0.end - head.lowerBound >= 6 ? head.lowerBound..<$0.end : verb.start..<mark }
    return ActionParts(action: scan.bytes(action ?? verb.start..<mark), object: object)
  }

  private static let handing: [StaticString] = [
    "转贷", "下达", "核定", "分配", "批准", "收回", "拨付", "下拨", "安排", "赋予", "部署",
  ]

  /// 老旧电梯已更新60部: what is done stands right before the number.
  func accomplished(_ head: Range<Int>) -> ActionParts? {
    guard head.count >= 15, let verb = scan.cue(.act, endingAt: head.upperBound, from: head.lowerBound + 9),
      head.upperBound - verb.start >= 6, scan.has("已", at: verb.start - 3, to: verb.start)
    else { return nil }
    var end = verb.start - 3
    for word in ["目前", "现", "均", "累计"] as [StaticString] where scan.ends(head.lowerBound..<end, with: word) {
      end -= word.utf8CodeUnitCount
      break
    }
    guard end >= head.lowerBound + 6 else { return nil }
    return ActionParts(
      action: scan.bytes(verb.start..<head.upperBound),
      object: scan.trimmed(head.lowerBound..<end),
      isLight: verb.parts.contains(.lightAct)
    )
  }

  /// 提请市人大常委会审议 of 提请市人大常委会审议3件法规草案: what is asked for, and not the asking.
  private func submitted(_ parts: ActionParts) -> ActionParts? {
    let object = parts.object
    guard let action = parts.action, action.equals("提请"),
      let verb = scan.cue(.act, endingAt: object.upperBound, from: object.lowerBound), verb.start > object.lowerBound
    else { return nil }
    return ActionParts(
      action: scan.bytes(verb.start..<object.upperBound),
      object: object.upperBound..<object.upperBound
    )
  }

  private func leadingAction(_ head: Range<Int>) -> ActionParts? {
    let end = head.upperBound
    var head = head
    if (scan.cue(.act, at: head.lowerBound, to: end)?.end ?? 0) - head.lowerBound < 6 {
      // 重点培育, 累计引进
      var start = head.lowerBound
      while let word = scan.cue(.preverb, at: start, to: end), word.end < end { start = word.end }
      if start > head.lowerBound, scan.cue(.act, at: start, to: end) != nil { head = start..<end }
    }
    guard var verb = scan.cue(.act, at: head.lowerBound, to: end), !scan.has("的", at: verb.end, to: end) else {
      return nil
    }
    // 新增设施大棚, where 增设大棚 has another verb; 新增加油站
    let isHalved =
      scan.ends(head.lowerBound..<verb.end, with: "增设") && scan.has("施", at: verb.end, to: end)
      || scan.ends(head.lowerBound..<verb.end, with: "新增加")
        && scan.scalar(at: verb.end, to: end).isOne(of: "工油氢气盟固密")
    if isHalved {
      guard let shorter = scan.cue(.act, at: head.lowerBound, to: verb.end - 3) else { return nil }
      verb = shorter
    }
    // 安排就业专项资金: the fund is for jobs.
    if scan.has("安排就业", at: head.lowerBound, to: end), verb.end == head.lowerBound + 12, scan.ends(head, with: .fund) {
      verb.end -= 6
    }
    if isClassWord(verb.end, end) { return nil }
    if namesPersons(head) { return nil }
    if let known = scan.indicatorEnd(at: head.lowerBound, to: end), known > verb.end, known == end { return nil }
    if let word = scan.word(.compound, at: head.lowerBound, to: end),
      word > verb.end || word == verb.end && word >= head.lowerBound + 12
    {
      return nil
    }
    // 投资项目, 出口企业: a one-character verb is too weak to trust.
    if verb.end - head.lowerBound == 3, verb.end < end, !scan.has("了", at: verb.end, to: end),
      !isAward(verb.end..<end, of: head)
    {
      return nil
    }
    var actionEnd = verb.end
    var isLight = verb.parts.contains(.lightAct)
    // 谋划建设6个园区, 支持改造小区5个: to what end, or that it is done, then the act.
    if isLight, let more = secondAct(from: actionEnd, to: end) {
      actionEnd = more.end
      isLight = more.parts.contains(.lightAct)
    }
    if !isLight {
      while actionEnd < end {
        var next = actionEnd
        for word in ["、", "和", "及", "并", "或者", "或"] as [StaticString] where scan.has(word, at: next, to: end) {
          next += word.utf8CodeUnitCount
          break
        }
        guard let more = scan.cue(.act, at: next, to: end), more.end - next >= 6,
          !more.parts.contains(.lightAct), more.end < end || next == actionEnd
        else { break }
        // 发行新增专项债券: a term
        if scan.has("新增", at: next, to: end), scan.ends(head, with: "债券") || scan.ends(head, with: "债务限额") { break }
        // 建设改造项目 keeps 改造 with its noun where a name of three or more characters begins there.
        if scan.indicatorEnd(at: next, to: end) != nil { break }
        if next == actionEnd, more.end == end { break }
        // 新建供水管线: the second verb belongs to the noun.
        if next == actionEnd, scan.word(.half, at: next, to: more.end) != nil { break }
        // 安置退役军人
        if let word = scan.word(.compound, at: next, to: end), word > more.end { break }
        if nounFollows(more.end, end) { break }
        // 举办招聘会: the second verb is half of a word.
        if isHalfWord(more.end..<end) { break }
        actionEnd = more.end
      }
    }
    // 选拔培养的运动员共获得奖牌: they describe, as one would.
    if scan.has("的", at: actionEnd, to: end) { return nil }
    // 筹集(新开工)住房: another verb in brackets
    if actionEnd < end, text[actionEnd] == UInt8(ascii: "("),
      let close = scan.find(")", in: actionEnd..<min(end, actionEnd + 17)), close + 1 < end,
      scan.cue(.act, at: actionEnd + 1, to: close)?.end == close
    {
      actionEnd = close + 1
    }
    var object = scan.trimmed(actionEnd..<end)
    if scan.has("了", at: object.lowerBound, to: end) { object = (object.lowerBound + 3)..<end }
    object = withoutAdverbs(object)
    let action = scan.bytes(head.lowerBound..<actionEnd)
    if isGeneric(object) || isHalfWord(object) { return nil }
    return ActionParts(action: action, object: object, isLight: isLight)
  }

  private func withoutAdverbs(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound {
      if let period = period(startingAt: start), period.range.upperBound <= range.upperBound {
        start = period.range.upperBound
        continue
      }
      if scan.indicatorEnd(at: start, to: range.upperBound) != nil { break }
      guard let cue = scan.cue([.ownArea, .adverb], at: start, to: range.upperBound), cue.end < range.upperBound,
        scan.word(.adverbword, at: start, to: range.upperBound) == nil,
        cue.parts.contains(.ownArea) || scan.has("各类", at: start, to: range.upperBound)
          || scan.has("全年", at: start, to: range.upperBound)
      else { break }
      start = cue.end
      // 全市域
      if cue.parts.contains(.ownArea), scan.has("域", at: start, to: range.upperBound) { start += 3 }
    }
    for word in ["各类", "各级各类", "各种", "一批"] as [StaticString] where scan.has(word, at: start, to: range.upperBound) {
      if scan.indicatorEnd(at: start, to: range.upperBound) == nil { start += word.utf8CodeUnitCount }
    }
    return start..<range.upperBound
  }

  /// 为企业减税, 在全省率先完成改造: the verb stands behind whom or where.
  private func innerAction(_ head: Range<Int>) -> ActionParts? {
    let end = head.upperBound
    var position = text[head.lowerBound] == UInt8(ascii: "\"") ? head.lowerBound : scan.next(head.lowerBound, end)
    // 通过出租、出售等方式盘活资产: by what ways, then the act.
    if let ways = scan.find("方式", in: head), ways + 6 < end { position = ways + 6 }
    let hasPreposition =
      opensWithRegard(head)
      || scan.scalar(at: head.lowerBound, to: end).isOne(of: "为对在向通以从用将与由把")
    while position < end {
      if text[position] == UInt8(ascii: "\"") {
        var close = position + 1
        while close < end, text[close] != UInt8(ascii: "\"") { close += 1 }
        position = min(end, close + 1)
        continue
      }
      if let known = scan.indicatorEnd(at: position, to: end), known == end {
        // X实现Y, 全市完成Y: what stands before is who. 为企业减税降费: for whom.
        return hasPreposition ? ActionParts(action: nil, object: position..<end) : nil
      }
      // 生产 of 生产总值, 转移 of 转移支付 are no verbs.
      if let known = scan.indicatorEnd(at: position, to: end), known - position >= 12 {
        position = known
        continue
      }
      if let word = scan.word(.compound, at: position, to: end) {
        position = word
        continue
      }
      // 税务部门组织的各项收入: the verb describes.
      if let verb = scan.cue(.act, at: position, to: end), verb.end - position >= 6,
        !scan.has("的", at: verb.end, to: end), !scan.covers(verb.end..<end, "率")
      {
        let left = head.lowerBound..<position
        let who = withoutManner(left)
        let isDoneBySomebody =
          isAgent(left)
          || isAgent(who) && !scan.covers(position..<verb.end, .nominal) && !scan.covers(position..<verb.end, .tasked)
            && !scan.has("我", at: verb.end, to: end)
        if isReachVerb(position, verb.end) {
          let object = withoutAdverbs(scan.trimmed(verb.end..<end))
          if object.isEmpty { return nil }
          // 水路完成货运量: whose it is.
          if left.count <= 60, isMeasureNoun(object), !isAgent(who) && !hasPreposition || owns(who) {
            return ActionParts(action: nil, object: object, owner: who)
          }
          if isDoneBySomebody || hasPreposition {
            return ActionParts(action: scan.bytes(position..<verb.end), object: object, isLight: true)
          }
        } else if isDoneBySomebody || hasPreposition || isWinning(position, verb.end)
          || isAdding(position..<verb.end, end)
          || servesOthers(left) || isActor(who, before: position..<verb.end, end)
          // 中心城区实施城建项目46个: where, and no part of what is counted.
          || scan.ends(left, with: "城区") && verb.end - position >= 6 && !isMeasureNoun(scan.trimmed(verb.end..<end))
        {
          // 园区力争引进企业: both act.
          var verbEnd = verb.end
          if let more = secondAct(from: verbEnd, to: end)?.end,
            verb.parts.contains(.lightAct)
              || scan.covers(position..<verbEnd, .spending) && scan.covers(verbEnd..<more, .spending)
          {
            verbEnd = more
          }
          var object = withoutAdverbs(scan.trimmed(verbEnd..<end))
          if object.count > 6, scan.has("了", at: object.lowerBound, to: end),
            !scan.has("了解", at: object.lowerBound, to: end)
          {
            object = withoutAdverbs(object.lowerBound + 3..<object.upperBound)
          }
          let action = scan.bytes(position..<verbEnd)
          if isGeneric(object) || isHalfWord(object) { return nil }
          if object.isEmpty {
            // 从基金结余中拿出1000亿元
            // 教育经费累计投入 is a name.
            if scan.covers(position..<verb.end, .raise), !spendsItself(left) {
              return ActionParts(action: action, object: end..<end)
            }
            return hasPreposition ? ActionParts(action: nil, object: position..<verb.end) : nil
          }
          return ActionParts(
            action: action,
            object: object,
            isLight: verb.parts.contains(.lightAct)
          )
        }
      }
      position = scan.next(position, end)
    }
    return nil
  }
}
