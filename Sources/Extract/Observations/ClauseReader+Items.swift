import Documents
import Lexicon

extension ClauseReader {
  mutating func readItems(_ items: [Item]) {
    var index = 0
    while index < items.count {
      let item = items[index]
      let quantity = lexer.quantities[item.quantity]
      let clause = clause(item.before, quantity)
      if let area = clause.area { self.area = area.isEmpty ? nil : area }
      if clause.isChild, parent == nil || !inChild {
        parent = recent.last(where: { $0.area == self.area }) ?? current ?? parent
        inChild = true
      }
      // Values that only marks join share what stands before the first.
      var last = index
      while last + 1 < items.count, items[last + 1].isJoined, scan.trimmed(items[last + 1].before).isEmpty,
        isAlike(quantity, lexer.quantities[items[last + 1].quantity]),
        scan.trimmed(items[last].after).isEmpty
      {
        last += 1
      }
      if quantity.kind == .structure {
        var end = index
        while end + 1 < items.count, lexer.quantities[items[end + 1].quantity].kind == .structure, end - index < 2 {
          end += 1
        }
        readStructure(Array(items[index...end]), clause)
        index = end + 1
        continue
      }
      spreadBounds(items[index...last])
      // 525户、1002人全部达到标准: what stands behind the last is said of all.
      if last > index, quantity.kind == .level, clause.head.isEmpty, clause.verb == .none,
        !scan.trimmed(items[last].after).isEmpty
      {
        for place in index...last {
          var whole = items[place]
          whole.after = items[last].after
          readItem(whole, clause, isFirst: place == 0)
        }
        index = last + 1
        continue
      }
      if last > index || clause.each {
        readList(items[index...last], clause)
      } else {
        readItem(item, clause, isFirst: index == 0)
      }
      index = last + 1
    }
    carriedAction = drafts.last.flatMap { last in last.action.map { ($0, last.unit) } }
    sharedAction = nil
    sharedAtLeast = false
  }

  private func isAlike(_ a: Quantity, _ b: Quantity) -> Bool {
    a.kind == b.kind && (a.kind != .level || a.unitKind == b.unitKind)
  }

  /// "分别增长5%、6.5%左右", "分别突破9千亿元、3万亿元": one bound governs all values of the list.
  private mutating func spreadBounds(_ items: ArraySlice<Item>) {
    guard items.count > 1, let first = items.first, let last = items.last else { return }
    let head = lexer.quantities[first.quantity]
    let tail = lexer.quantities[last.quantity]
    if tail.boundAfter, items.dropLast().allSatisfy({ !lexer.quantities[$0.quantity].boundAfter }) {
      for item in items.dropLast() where lexer.quantities[item.quantity].comparator == .equal {
        lexer.quantities[item.quantity].comparator = tail.comparator
      }
    }
    if head.boundBefore, items.dropFirst().allSatisfy({ !lexer.quantities[$0.quantity].boundBefore }) {
      for item in items.dropFirst() where lexer.quantities[item.quantity].comparator == .equal {
        lexer.quantities[item.quantity].comparator = head.comparator
      }
    }
  }

  // MARK: One value

  private mutating func readItem(_ item: Item, _ clause: Clause, isFirst: Bool) {
    if clause.atLeast { sharedAtLeast = true }
    let quantity = lexer.quantities[item.quantity]
    switch quantity.kind {
    case .rank: readRank(item, clause)
    case .bare:
      guard clause.verb == .rise || clause.verb == .fall else { return }
      lexer.quantities[item.quantity].kind = .percent
      lexer.quantities[item.quantity].unit = [0x25]
      emit(item, clause, subject(clause.head, clause), measureOf(lexer.quantities[item.quantity], clause))
    case .structure: break
    case .percent, .point, .ratio: readRate(item, clause)
    case .level, .zero: readLevel(item, clause, isFirst: isFirst)
    }
  }

  /// Percentages, points and multiples.
  private mutating func readRate(_ item: Item, _ clause: Clause) {
    let quantity = lexer.quantities[item.quantity]
    let after = scan.trimmed(item.after)
    var head = clause.head
    if let share = clause.share {
      var base = head.isEmpty ? (current?.indicator ?? []) : indicatorBytes(head, clause)
      let subjectArea = area
      if !head.isEmpty {
        let owner = subject(head, clause)
        base = owner.indicator
      }
      var tail = scan.bytes(share)
      if share.count > 3 {
        shareOf = tail
      } else if !shareOf.isEmpty {
        tail = shareOf
      } else if inChild, let parent, !parent.indicator.isEmpty {
        tail += parent.indicator + Array("的比重".utf8)
      }
      let indicator = base + tail
      let share = Subject(
        indicator: indicator,
        action: nil,
        code: code(indicator, area: subjectArea),
        area: subjectArea
      )
      let measure = quantity.kind == .percent ? Observation.Measure.share : measureOf(quantity, clause)
      emit(item, clause, share, measure, keepsSubject: true)
      if measure != .share { current = share }
      return
    }
    // 超额完成75%的要求: a goal for what the sentence speaks of.
    if quantity.kind == .percent, let current,
      scan.starts(after, with: "的要求") || scan.starts(after, with: "的目标") || scan.starts(after, with: "的任务")
    {
      emit(item, clause, current, .share, keepsSubject: true)
      if let last = drafts.indices.last { drafts[last].status = .target }
      return
    }
    // 财政支出的七成以上用于民生事业: the predicate says what the share is of.
    if quantity.kind == .percent, clause.verb == .none, !after.isEmpty, !head.isEmpty,
      scan.starts(after, with: "用于") || scan.starts(after, with: "的人口")
    {
      let indicator = scan.bytes(head) + scan.bytes(after)
      emit(
        item,
        clause,
        Subject(indicator: indicator, action: nil, code: code(indicator, area: area), area: area),
        .share
      )
      return
    }
    var measure = measureOf(quantity, clause)
    var sign = 0
    var action: [UInt8]?
    if quantity.kind == .percent, clause.verb == .none || clause.verb == .to, !head.isEmpty {
      // 压缩一般性支出15%: a verb of change leads.
      if scan.indicator(head) == nil, let verb = scan.cue([.rise, .fall], at: head.lowerBound, to: head.upperBound),
        verb.end - head.lowerBound >= 6, verb.end < head.upperBound, !scan.starts(head, with: "新增"),
        !scan.ends(head, with: "率"), !scan.ends(head, with: "比重"), !scan.ends(head, with: "比例")
      {
        measure = .growth
        sign = verb.parts.contains(.fall) ? -1 : 1
        action = scan.bytes(head.lowerBound..<verb.end)
        head = scan.trimmed(verb.end..<head.upperBound)
      } else if isGrowthName(head) {
        measure = .growth
        head = withoutGrowthName(head)
      }
    }
    var who: Subject
    if head.isEmpty, clause.verb == .none || clause.verb == .to, measure == .share, !after.isEmpty,
      quantity.kind == .percent
    {
      who = Subject(indicator: scan.bytes(after), action: nil, code: nil, area: area)
    } else {
      who = rated(head, clause, quantity)
    }
    // 完成全年目标的111.2%
    if quantity.kind == .percent, measure == .share, head.isEmpty, scan.ends(item.before, with: "的") {
      for base in ["全年目标", "年度目标", "目标", "全年任务", "年度任务", "任务", "全年计划", "年度计划", "计划"] as [StaticString]
      where scan.ends(item.before.lowerBound..<(item.before.upperBound - 3), with: base) {
        who.indicator += Array("占\(base)比重".utf8)
        who.code = nil
        who.action = nil
        emit(item, clause, who, .share, keepsSubject: true)
        return
      }
    }
    if let action {
      who.action = action
      who.code = nil
    }
    // 为预算的98%, 占比5%: a share of what the sentence goes on to speak of.
    let isAside =
      measure == .share
      && current.map { who.indicator.count > $0.indicator.count && who.indicator.starts(with: $0.indicator) } ?? false
      && budgetBase(head) != nil || scan.starts(head, with: "占比")
    emit(item, clause, who, measure, sign: sign, keepsSubject: head.isEmpty || isAside)
  }

  /// What a rate is of. A verb in its name is part of it: 引进省外资金增长5%.
  mutating func rated(_ head: Range<Int>, _ clause: Clause, _ quantity: Quantity) -> Subject {
    var head = head
    for word in ["实现", "完成", "推动", "力促", "促进", "确保", "保持", "带动", "全力推动"] as [StaticString]
    where scan.starts(head, with: word) && scan.indicator(head) == nil && head.count > word.utf8CodeUnitCount {
      head = (head.lowerBound + word.utf8CodeUnitCount)..<head.upperBound
      break
    }
    if head.isEmpty, quantity.kind == .point, lastMeasure == .share, let lastShare { return lastShare }
    guard !head.isEmpty else { return subject(head, clause) }
    if let current, scan.starts(head, with: "占比") && head.count == 6 || scan.starts(head, with: "比重") && head.count == 6
    {
      return Subject(indicator: current.indicator + scan.bytes(head), action: nil, code: nil, area: area)
    }
    head = withoutArea(head)
    var name = completed(childName(head, quantity))
    // 为年初预算的98%: of what the sentence speaks of.
    if quantity.kind == .percent, let current, let base = budgetBase(head) { name = current.indicator + base }
    // 第二产业增加值比重 after 第一产业增加值占地区生产总值比重
    if quantity.kind == .percent, !shareOf.isEmpty, clause.share == nil, scan.ends(head, with: "比重"), shareOf.count > 9
    {
      name = scan.bytes(head.lowerBound..<(head.upperBound - 6)) + shareOf
    }
    return Subject(indicator: name, action: nil, code: code(name, area: area), area: area)
  }

  /// 高新区一般公共预算收入, 批准市本级一般公共预算支出: the area before a known name is noted and cut off.
  mutating func withoutArea(_ head: Range<Int>) -> Range<Int> {
    guard scan.indicator(head) == nil else { return head }
    var position = scan.next(head.lowerBound, head.upperBound)
    while position < head.upperBound, position - head.lowerBound <= 42 {
      if scan.indicatorEnd(at: position, to: head.upperBound) == head.upperBound {
        let front = head.lowerBound..<position
        if scan.ends(front, with: "本级") {
          area = Array("市本级".utf8)
          return position..<head.upperBound
        }
        let isPlace = scan.ends(front, with: "区") || scan.ends(front, with: "县") || scan.ends(front, with: "旗")
        let isNone = ["园区", "景区", "社区", "小区", "地区", "山区", "库区", "牧区", "灾区", "校区", "城区", "全区", "全县", "农区", "郊区", "片区"]
          .contains {
            Completion.ends(scan.bytes(front), $0)
          }
        if isPlace, !isNone, front.count >= 9 {
          area = scan.bytes(front)
          return position..<head.upperBound
        }
        return head
      }
      position = scan.next(position, head.upperBound)
    }
    return head
  }

  private func budgetBase(_ head: Range<Int>) -> [UInt8]? {
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

  private func isGrowthName(_ head: Range<Int>) -> Bool {
    for word in ["增速", "增幅", "增长率", "涨幅", "降幅", "增长速度", "降低率"] as [StaticString] where scan.ends(head, with: word) {
      return !scan.ends(head, with: "自然增长率")
    }
    return false
  }

  private func withoutGrowthName(_ head: Range<Int>) -> Range<Int> {
    if scan.indicator(head) != nil { return head }
    for word in ["增长速度", "年均增速", "增长率", "降低率", "增速", "增幅", "涨幅", "降幅"] as [StaticString]
    where scan.ends(head, with: word) {
      return scan.trimmed(head.lowerBound..<(head.upperBound - word.utf8CodeUnitCount))
    }
    return head
  }

  func measureOf(_ quantity: Quantity, _ clause: Clause) -> Observation.Measure {
    switch quantity.kind {
    case .ratio: .ratio
    case .point: .change
    case .rank: .rank
    case .structure: .share
    case .zero: .level
    case .percent, .bare:
      clause.hasAverage ? .averageGrowth : clause.verb == .rise || clause.verb == .fall ? .growth : .share
    case .level:
      clause.verb == .rise || clause.verb == .fall ? .change : .level
    }
  }

  // MARK: Ranks

  private mutating func readRank(_ item: Item, _ clause: Clause) {
    let quantity = lexer.quantities[item.quantity]
    let printsUnit =
      quantity.quote.count > 3
      && (scan.ends(quantity.quote, with: "位") || scan.ends(quantity.quote, with: "名")
        || scan.ends(quantity.quote, with: "首"))
    guard clause.verb == .rank || clause.scope != nil || !clause.rankBase.isEmpty || printsUnit else { return }
    var who = clause.head.isEmpty ? subject(clause.head, clause) : rated(clause.head, clause, quantity)
    if who.indicator.isEmpty {
      // 总分位列全国第二: what is ranked is all that is said.
      guard !clause.baseRange.isEmpty else { return }
      who.indicator = scan.bytes(clause.baseRange)
    }
    if !clause.head.isEmpty {
      current = who
    }
    if clause.both, recent.count > 1, clause.head.isEmpty {
      let names = Array(recent.suffix(2))
      who = Subject(
        indicator: names.map(\.indicator).joined(separator: Array("、".utf8)).map { $0 },
        action: nil,
        code: nil,
        area: who.area
      )
      recent.removeAll()
    }
    who.action = nil
    emit(item, clause, who, .rank, keepsSubject: true)
  }

  func rankBase(_ clause: Clause) -> Observation.RankBase {
    if clause.rankBase.contains(.rankOfGrowth) { return .growth }
    if clause.rankBase.contains(.rankOfLevel) { return .level }
    return clause.head.isEmpty && (lastMeasure == .growth || lastMeasure == .averageGrowth) ? .growth : .level
  }

  // MARK: Amounts and counts

  private mutating func readLevel(_ item: Item, _ clause: Clause, isFirst: Bool) {
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
      // 提升8条夜经济街区: the verb acts on what follows.
      measure = .level
      clause.head = clause.verbRange
    }
    if measure == .change, !clause.hasCompare, !after.isEmpty,
      let verb = scan.cue(.act, at: clause.head.lowerBound, to: clause.head.upperBound),
      verb.end == clause.head.upperBound
    {
      // 改造提升8条小街小巷
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
    if after.isEmpty || isStep(after) || describes || clause.verb == .to && !parts.object.isEmpty && !has {
      readPlainLevel(item, clause, parts, isFirst: isFirst)
      return
    }
    // The number stands before its noun: 13个亿元以上项目签约.
    let tail = splitPredicate(after)
    let action = joined(parts.action, tail.predicate)
    if isListOfNames(parts.object) { parts.object = parts.object.upperBound..<parts.object.upperBound }
    var indicator = scan.bytes(parts.object) + scan.bytes(tail.noun)
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
      action: action ?? (item.isJoined ? sharedAction : nil),
      code: action == nil ? code(indicator, area: area) : nil,
      area: area
    )
    if let verb = parts.action { sharedAction = verb }
    emit(item, clause, who, .level)
  }

  private mutating func readPlainLevel(_ item: Item, _ clause: Clause, _ given: ActionParts, isFirst: Bool) {
    var parts = given
    var who: Subject
    if parts.object.isEmpty {
      if let action = parts.action, lexer.quantities[item.quantity].unitKind == .money, action.count > 3,
        !["投资", "结转", "融资", "贷款", "减税降费", "降费", "减税"].contains(where: { Array($0.utf8) == action })
      {
        who = Subject(indicator: Array("资金".utf8), action: action, code: nil, area: area)
      } else if let action = parts.action {
        // 新开工312个: the noun is that of the whole.
        let unit = lexer.quantities[item.quantity].unit
        let noun = unit == lastUnit ? (inChild ? parent : current)?.indicator ?? [] : []
        who = Subject(
          indicator: noun.isEmpty ? action : action + stem(noun),
          action: noun.isEmpty ? nil : action,
          code: nil,
          area: area
        )
        if noun.isEmpty { who.code = code(who.indicator, area: area) }
      } else if current != nil || topic != nil {
        who = subject(clause.head.upperBound..<clause.head.upperBound, clause)
      } else if !clause.verbRange.isEmpty {
        let isMoney = lexer.quantities[item.quantity].unitKind == .money
        let verb = scan.bytes(clause.verbRange)
        who = Subject(indicator: isMoney ? Array("资金".utf8) : verb, action: isMoney ? verb : nil, code: nil, area: area)
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
    let name = completed(childName(parts.object, lexer.quantities[item.quantity]))
    if let action = parts.action { sharedAction = action }
    let whole = isInvestment && !Completion.ends(invested, "投资") ? invested + name : name
    who = Subject(indicator: whole, action: nil, code: code(whole, area: area), area: area)
    who.action = parts.action ?? (item.isJoined ? sharedAction : nil)
    // 新增科技型中小企业25家，高新技术企业2家: the verb reaches over the comma.
    if who.action == nil, isFirst, clause.verb == .none, let carried = carriedAction,
      carried.unit == lexer.quantities[item.quantity].unit,
      !Completion.isOfPersons(carried.unit),
      clause.head.lowerBound == scan.trimmed(item.before).lowerBound
    {
      who.action = carried.action
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

  /// 开复工千万元以上项目 -> 项目: the last noun of a longer name.
  private func stem(_ name: [UInt8]) -> [UInt8] {
    for word in ["项目", "企业", "面积", "机构", "工程", "合同额"] where name.count > word.utf8.count {
      if Array(name.suffix(word.utf8.count)) == Array(word.utf8) { return Array(word.utf8) }
    }
    return name
  }

  /// 突破1000亿元大关, 迈上3万亿元台阶
  private func isStep(_ after: Range<Int>) -> Bool {
    for word in ["台阶", "新台阶", "大关", "关口", "目标", "新高", "规模"] as [StaticString]
    where scan.starts(after, with: word) && after.count == word.utf8CodeUnitCount {
      return true
    }
    return false
  }

  private func isTotal(_ object: Range<Int>) -> Bool {
    for word in ["总数", "总量", "数量", "总数量", "累计总数", "总户数"] as [StaticString]
    where object.count == word.utf8CodeUnitCount && scan.starts(object, with: word) {
      return true
    }
    return false
  }

  /// 北燃公司、宝来能源、浩业化工3户: names of the things counted.
  private func isListOfNames(_ object: Range<Int>) -> Bool {
    scan.find("、", in: object) != nil || scan.ends(object, with: "\"")
  }

  private func isBareObject(_ object: Range<Int>) -> Bool {
    for word in ["项目", "创业", "就业", "面积", "工程"] as [StaticString]
    where scan.starts(object, with: word) && object.count == word.utf8CodeUnitCount {
      if word.utf8CodeUnitCount == 6, scan.starts(object, with: "项目") {
        return ["开工", "竣工", "投产", "续建", "引进", "注册", "实施", "签约"].contains { ending in
          let verb = sharedAction ?? []
          return verb.count > 6 && Array(verb.suffix(6)) == Array(ending.utf8)
        }
      }
      return true
    }
    return false
  }

  /// The name of a part after 其中, with the noun that it leaves to the whole: 4A级 of A级景区.
  func childName(_ object: Range<Int>, _ quantity: Quantity) -> [UInt8] {
    let own = scan.bytes(object)
    guard inChild, let whole = parent?.indicator, !whole.isEmpty else { return own }
    if quantity.unitKind == .count {
      guard scan.ends(object, with: "级") || scan.ends(object, with: "以上") || scan.ends(object, with: "的") else {
        return own
      }
      return own + Array(whole.suffix(6))
    }
    if scan.ends(object, with: "类") || isIndustry(object) { return own + whole }
    return own
  }

  /// 第一产业, without what is measured of it.
  private func isIndustry(_ object: Range<Int>) -> Bool {
    guard object.count == 12 || object.count == 6 else { return false }
    return scan.ends(object, with: "产业") && scan.starts(object, with: "第")
  }

  private func isPreposition(_ range: Range<Int>) -> Bool {
    guard range.count == 3 || range.count == 6 else { return false }
    let scalar = scan.scalar(at: range.lowerBound, to: range.upperBound)
    if range.count == 3 {
      return [0x4E3A, 0x5BF9, 0x5C06, 0x628A, 0x5411, 0x4F7F, 0x8BA9, 0x4EE5, 0x5269, 0x8FD9].contains(scalar)
    }
    return scan.has("剩余", at: range.lowerBound, to: range.upperBound)
      || scan.has("其他", at: range.lowerBound, to: range.upperBound)
  }

  private func joined(_ a: [UInt8]?, _ b: [UInt8]?) -> [UInt8]? {
    guard let a else { return b }
    return b.map { a + $0 } ?? a
  }

  // MARK: Names

  func indicatorBytes(_ head: Range<Int>, _ clause: Clause) -> [UInt8] {
    scan.bytes(head)
  }

  /// The subject that a head names; an empty head is the subject before.
  mutating func subject(_ head: Range<Int>, _ clause: Clause) -> Subject {
    guard !head.isEmpty else {
      if var known = current {
        known.area = area
        if area != nil { known.code = nil }
        return known
      }
      if let topic {
        let name = scan.bytes(topic)
        return Subject(indicator: name, action: nil, code: code(name, area: area), area: area)
      }
      return Subject(indicator: [], action: nil, code: nil, area: area)
    }
    let parts = split(head)
    let object = parts.object.isEmpty ? head : parts.object
    let action = parts.object.isEmpty ? nil : parts.action
    let indicator = scan.bytes(object)
    return Subject(
      indicator: indicator,
      action: action,
      code: action == nil || parts.isLight ? code(indicator, area: area) : nil,
      area: area
    )
  }

  /// The headline code of a name, where it is of the whole area.
  func code(_ name: [UInt8], area: [UInt8]?) -> String? {
    guard area == nil else { return nil }
    if let value = scan.indicators.trie.value(of: name) { return scan.indicators.all[Int(value)].code }
    // 固定资产投资(不含农户)
    if name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")),
      let value = scan.indicators.trie.value(of: Array(name[..<open]))
    {
      return scan.indicators.all[Int(value)].code
    }
    return nil
  }
}
