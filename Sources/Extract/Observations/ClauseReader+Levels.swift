import Documents
import Lexicon

/// Amounts and counts.
extension ClauseReader {
  mutating func readLevel(_ item: Item, _ clause: Clause, isFirst: Bool) {
    let quantity = lexer.quantities[item.quantity]
    var after = scan.trimmed(item.after)
    var measure = measureOf(quantity, clause)
    var clause = clause
    // 投入2亿元支持…: what the money does is not its name.
    if quantity.unitKind == .money, !clause.head.isEmpty,
      let verb = scan.cue([.act, .lightAct, .manner], at: after.lowerBound, to: after.upperBound),
      verb.end - after.lowerBound >= 6
    {
      after = after.upperBound..<after.upperBound
    }
    if measure == .change, !clause.hasCompare, clause.head.isEmpty, !after.isEmpty || current == nil {
      // 提升8条商业街区: the verb acts on what follows.
      measure = .level
      clause.head = clause.verbRange
    }
    if measure == .change, !clause.hasCompare, !after.isEmpty,
      let verb = scan.cue(.act, at: clause.head.lowerBound, to: clause.head.upperBound),
      verb.end == clause.head.upperBound
    {
      // 改造提升8条街巷
      measure = .level
      clause.head = clause.head.lowerBound..<clause.verbRange.upperBound
      clause.verbRange = clause.head
    }
    if measure == .change, scan.ends(clause.head, with: "均"), scan.ends(clause.verbRange, with: "增收") {
      measure = .level
      clause.head = clause.head.lowerBound..<clause.verbRange.upperBound
      clause.verb = .none
    }
    if measure == .change {
      emit(item, clause, subject(clause.head, clause), .change, keepsSubject: clause.head.isEmpty)
      return
    }
    var parts = split(clause.head)
    if parts.action == nil, clause.head == clause.verbRange, !clause.head.isEmpty {
      parts = ActionParts(action: scan.bytes(clause.head), object: clause.head.upperBound..<clause.head.upperBound)
    }
    let endsInList = scan.ends(clause.head, with: "等")
    if endsInList {
      parts.object =
        parts.object
        .lowerBound..<(after.isEmpty
        ? max(parts.object.lowerBound, parts.object.upperBound - 3) : parts.object.lowerBound)
    }
    if isPreposition(parts.object) { parts.object = parts.object.upperBound..<parts.object.upperBound }

    let has = scan.ends(clause.verbRange, with: "拥有") || scan.ends(clause.verbRange, with: "有")
    // 总投资12亿元的职教中心: what has a name of its own is not named by what it describes.
    let describes = scan.starts(after, with: "的") && !parts.object.isEmpty && !parts.isLight
    if !parts.object.isEmpty, parts.action == nil, isTerm(quantity), !after.isEmpty,
      scan.cue(.act, at: after.lowerBound, to: after.upperBound)?.end == after.upperBound
    {
      // 企业开办1天办结: within which time it is done.
      let subject = Subject(indicator: scan.bytes(parts.object), action: scan.bytes(after), code: nil, area: area)
      emit(item, clause, subject, .level)
      return
    }
    if after.isEmpty || isStep(after) || describes || clause.verb == .to && !parts.object.isEmpty && !has {
      readPlainLevel(item, clause, parts, isFirst: isFirst)
      return
    }
    // The number stands before its noun: 13个亿元以上项目签约.
    let tail = splitPredicate(after)
    let action = joined(parts.action, tail.predicate)
    if isListOfNames(parts.object) { parts.object = parts.object.upperBound..<parts.object.upperBound }
    var indicator = scan.bytes(parts.object) + scan.bytes(tail.noun)
    if let lent = item.lentNoun { indicator += scan.bytes(lent) }
    if tail.noun.isEmpty, parts.object.isEmpty {
      guard let predicate = tail.predicate else { return }
      let known = clause.isChild ? current?.indicator : nil
      emit(
        item,
        clause,
        Subject(indicator: known ?? predicate, action: known == nil ? nil : predicate, code: nil, area: area),
        .level
      )
      return
    }
    if let object = tail.object { indicator = object }
    let who = Subject(
      indicator: indicator,
      action: action
        ?? (item.isJoined || scan.ends(sentence.lowerBound..<quantity.quote.lowerBound, with: "的")
          ? sharedAction : nil),
      code: action == nil ? code(indicator, area: area) : nil,
      area: area
    )
    if let verb = parts.action { sharedAction = verb }
    emit(item, clause, who, .level)
  }

  /// 开复工 of 开复工千万元以上项目
  private func actOpening(_ name: [UInt8]) -> [UInt8]? {
    for act in ["开复工", "新开工", "签约"] where name.starts(with: act.utf8) && name.count > act.utf8.count + 6 {
      return Array(act.utf8)
    }
    return nil
  }

  private func isTerm(_ quantity: Quantity) -> Bool {
    ["天", "日", "小时", "分钟", "个工作日", "工作日"].contains { quantity.unit.elementsEqual($0.utf8) }
  }

  mutating func readPlainLevel(_ item: Item, _ clause: Clause, _ given: ActionParts, isFirst: Bool) {
    var parts = given
    var who: Subject
    if parts.object.isEmpty {
      if let action = parts.action, lexer.quantities[item.quantity].unitKind == .money, action.count > 3,
        !["投资", "结转", "融资", "贷款", "减税降费", "降费", "减税"].contains(where: { Array($0.utf8) == action })
      {
        let thing = action.elementsEqual("安排".utf8) ? purpose(behind: item) : nil
        who = Subject(indicator: thing ?? Array("资金".utf8), action: action, code: nil, area: area)
      } else if let action = parts.action {
        // 新开工312个: the noun is that of the whole.
        let unit = lexer.quantities[item.quantity].unit
        // 签约项目700个、金额4900亿元，开工400个: of the last things counted.
        let counted = drafts.last { $0.unit == unit && $0.measure == .level }?.indicator ?? []
        let noun = unit == lastUnit ? (inChild ? parent : current)?.indicator ?? [] : inChild ? [] : counted
        let isStage = lexer.quantities[item.quantity].unitKind == .count && !inChild && !clause.each && noun.count <= 60
        who = Subject(
          indicator: noun.isEmpty ? action : isStage ? noun : action + stem(noun),
          action: noun.isEmpty ? nil : action,
          code: nil,
          area: area
        )
        if noun.isEmpty { who.code = code(who.indicator, area: area) }
      } else if current != nil || topic != nil {
        who = subject(clause.head.upperBound..<clause.head.upperBound, clause)
        // 新建充电桩88个、达到773个: the second is how many there are, not what was built.
        if let action = who.action, reachesTotal(clause), Self.addsToStock(action) {
          who.action = nil
          who.code = code(who.indicator, area: area)
        }
      } else if !clause.verbRange.isEmpty {
        let isMoney = lexer.quantities[item.quantity].unitKind == .money
        let verb = scan.bytes(clause.verbRange)
        let thing = isMoney && verb.elementsEqual("安排".utf8) ? purpose(behind: item) : nil
        who = Subject(
          indicator: thing ?? (isMoney ? Array("资金".utf8) : verb),
          action: isMoney ? verb : nil,
          code: nil,
          area: area
        )
      } else {
        return
      }
      emit(item, clause, who, .level, keepsSubject: parts.action == nil)
      return
    }
    parts.object = withoutArea(parts.object)
    // 甲、乙等外贸企业5户: the kind of the things named.
    if let found = scan.find("等", in: parts.object), parts.object.upperBound - found >= 15,
      scan.find("、", in: parts.object.lowerBound..<found) != nil
        || scan.ends(parts.object.lowerBound..<found, with: "\"")
    {
      parts.object = (found + 3)..<parts.object.upperBound
    }
    // 新增47家、总数达到1771家
    if parts.action == nil, let known = current, isTotal(parts.object) {
      let name = known.indicator
      emit(item, clause, Subject(indicator: name, action: nil, code: code(name, area: area), area: area), .level)
      return
    }
    // 实施项目2000个，完成投资1万亿元: the investment of what was counted.
    let isInvestment = parts.isLight && scan.starts(parts.object, with: "投资") && parts.object.count == 6
    let invested = isInvestment && lexer.quantities[item.quantity].unitKind == .money ? current?.indicator ?? [] : []
    let quantity = lexer.quantities[item.quantity]
    // 总投资8亿元的水厂: of what it describes.
    let isCost = Self.costs.contains {
      parts.object.count == $0.utf8CodeUnitCount && scan.starts(parts.object, with: $0)
    }
    if isCost, let thing = described(behind: item) {
      let name = scan.bytes(thing) + scan.bytes(parts.object)
      if let action = parts.action { sharedAction = action }
      emit(item, clause, Subject(indicator: name, action: nil, code: nil, area: area), .level)
      return
    }
    // 亿元以上项目新签约513个
    if parts.action == nil, quantity.unitKind == .count, let stage = stage(endingAt: parts.object) {
      emit(
        item,
        clause,
        Subject(indicator: scan.bytes(stage.noun), action: scan.bytes(stage.verb), code: nil, area: area),
        .level
      )
      return
    }
    if let ranked = withRankedNoun(parts.object, quantity) {
      emit(
        item,
        clause,
        Subject(indicator: ranked, action: parts.action ?? (item.isJoined ? sharedAction : nil), code: nil, area: area),
        .level
      )
      return
    }
    let own = parts.owner.map { scan.bytes($0) } ?? []
    if !own.isEmpty { completion.groupOwner = own }
    let name = completed(own + withNoun(childName(parts.object, quantity), quantity, .level))
    if let action = parts.action { sharedAction = action }
    let whole = isInvestment && !Completion.ends(invested, "投资") ? invested + name : name
    who = Subject(indicator: whole, action: nil, code: code(whole, area: area), area: area)
    who.action = parts.action ?? (item.isJoined ? sharedAction : nil)
    // 新增科技型中小企业25家，高新技术企业2家: the verb reaches over the comma.
    if who.action == nil, isFirst, clause.verb == .none, let carried = carriedAction,
      carried.unit == lexer.quantities[item.quantity].unit,
      !Completion.isOfPersons(carried.unit), !namesAnAct(parts.object),
      clause.head.lowerBound == scan.trimmed(item.before).lowerBound
    {
      who.action = carried.action
    }
    // 实施项目72个，其中10亿元以上项目9个: what is done to the whole is done to its part.
    if who.action == nil, inChild, clause.verb == .none, let parent, quantity.unitKind == .count,
      scan.ends(parts.object, with: "项目"), Completion.ends(parent.indicator, "项目")
    {
      who.action = parent.action ?? actOpening(parent.indicator)
    }
    if who.action != nil {
      if scan.indicator(parts.object) != nil, parts.isLight {
        who.action = nil
      } else {
        who.code = nil
      }
      // 竣工投产项目, 新增创业: the verb is half of the name.
      if let action = who.action, isBareObject(parts.object) { who.indicator = action + who.indicator }
    }
    emit(item, clause, who, .level)
  }

  /// 减税降费, 发放贷款, 余额: a name that is an act or a state of its own takes no verb from another.
  private func namesAnAct(_ object: Range<Int>) -> Bool {
    for word in ["减税", "降费", "退税", "缓税", "降低", "减轻", "节约", "化解", "清偿", "带动", "惠及", "完成", "实现", "投放", "发放", "增收"]
      as [StaticString]
    where scan.starts(object, with: word) {
      return true
    }
    for word in ["余额", "总数", "总量", "总规模", "总额"] as [StaticString] where scan.ends(object, with: word) { return true }
    return false
  }

  /// 达到, 总数达, 增至: how many there are now.
  private func reachesTotal(_ clause: Clause) -> Bool {
    guard clause.verb == .to, clause.head.upperBound <= clause.verbRange.upperBound else { return false }
    let verb = clause.head.upperBound..<clause.verbRange.upperBound
    return ["达", "增至", "加到", "扩大到", "总数"].contains { (word: StaticString) in scan.find(word, in: verb) != nil }
  }

  /// 新建, 新增, 培育: an act by which there are more.
  private static func addsToStock(_ action: [UInt8]) -> Bool {
    if action.starts(with: "新".utf8) { return true }
    return ["建成", "建设", "增加", "培育", "引进", "认定", "创建", "入库", "增设", "布局", "设立", "开通", "打造", "投放"].contains {
      action.elementsEqual($0.utf8)
    }
  }

  /// 省级 behind 国家级自然保护区: a class of the same things.
  private func withRankedNoun(_ object: Range<Int>, _ quantity: Quantity) -> [UInt8]? {
    guard quantity.unitKind == .count,
      ["国家级", "省级", "市级", "县级", "区级", "州级", "部级", "自治区级"].contains(where: { $0.utf8.elementsEqual(scan.bytes(object)) }
      ),
      let last = drafts.last(where: { $0.measure == .level && $0.unit == quantity.unit })?.indicator
    else { return nil }
    // 全国重点文物保护单位14处，省级121处
    if last.starts(with: "全国重点".utf8) { return scan.bytes(object) + last.dropFirst(6) }
    guard
      let end = Completion.end(of: "级", in: last), end <= 15, end < last.count,
      // 国家级和省级…: the noun behind the second.
      end + 3 <= last.count
    else { return nil }
    return scan.bytes(object) + last[end...]
  }

  /// 安排3000万元，支持乡村教育: what the money is for.
  private func purpose(behind item: Item) -> [UInt8]? {
    let end = sentence.upperBound
    var start = lexer.quantities[item.quantity].quote.upperBound
    while start < end, scan.scalar(at: start, to: end).isOne(of: ",，") { start = scan.next(start, end) }
    var verbs = 0
    while start < end {
      if let word = scan.cue([.preverb, .adverb], at: start, to: end), word.end - start >= 6 {
        start = word.end
      } else if let verb = Self.purposes.first(where: { scan.has($0, at: start, to: end) }) {
        start += verb.utf8CodeUnitCount
        verbs += 1
        if scan.has("和", at: start, to: end) || scan.has("、", at: start, to: end) { start += 3 }
      } else {
        break
      }
    }
    guard verbs > 0 else { return nil }
    var stop = start
    while stop < end {
      let scalar = scan.scalar(at: stop, to: end)
      if scalar.isOne(of: ",;:。，；：") { break }
      if let token = lexer.tokens.first(where: { $0.kind == .quantity && $0.range.lowerBound == stop }) {
        // 支持11个项目: what is counted is its own figure.
        stop = token.range.lowerBound
        break
      }
      stop = scan.next(stop, end)
    }
    var thing = scan.trimmed(start..<stop)
    for word in ["提升", "等"] as [StaticString] where scan.ends(thing, with: word) {
      thing = thing.lowerBound..<(thing.upperBound - word.utf8CodeUnitCount)
    }
    return thing.count >= 6 && thing.count <= 150 ? scan.bytes(thing) : nil
  }

  private static let purposes: [StaticString] = [
    "支持", "用于", "主要用于", "推动", "推进", "强化", "健全", "提高", "促进", "保障", "确保", "落实", "加强", "优化", "完善", "提升", "实施", "开展", "加大",
    "助力",
    "深化", "巩固", "扩大", "改善", "加快", "培育", "发展", "做好", "重点用于", "专项用于", "全部用于", "重点支持", "重点保障", "统筹用于", "建设", "补助", "化解",
  ]
}
