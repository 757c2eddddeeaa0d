import Documents
import Lexicon

/// Amounts and counts whose name stands before the number.
extension FigureReader {
  mutating func readNamedLevel(_ item: Item, _ clause: Clause, _ given: ActionParts) {
    let quantity = item.quantity
    var parts = given
    parts.object = takeArea(of: parts.object)
    // 甲、乙等外贸企业5户: the kind of the things named. Of 供水、燃气等管网60公里 the list says of which kinds.
    if let found = scan.find("等", in: parts.object),
      parts.object.upperBound - found >= 15 || closesList(found + 3, parts.object.upperBound),
      scan.find("、", in: parts.object.lowerBound..<found) != nil
        || scan.ends(parts.object.lowerBound..<found, with: "\"")
    {
      let kind = (found + 3)..<parts.object.upperBound
      // 加上债务还本、上解支出等支出总量
      let isTotal = ["收入总", "支出总", "总收入", "总支出"].contains { (word: StaticString) in scan.starts(kind, with: word) }
      if quantity.unitKind == .count || isTotal { parts.object = kind }
    }
    // 发放养老金2亿元，人均1800元: of what was told right before.
    if parts.action == nil, let known = memory.last.subject,
      ["人均", "户均", "亩均", "村均"].contains(where: { (word: StaticString) in scan.covers(parts.object, word) })
    {
      emit(item, clause, coded(scan.bytes(parts.object) + known.indicator), .level, as: .aside)
      return
    }
    // 新增47家、总数达到1771家
    if parts.action == nil, let known = memory.last.subject, sentence.isTotal(parts.object) {
      emit(item, clause, coded(known.indicator), .level, period: sumOfYears(known, quantity))
      return
    }
    // 外贸进出口增长9%，总额突破70亿元
    if parts.action == nil, let known = memory.last.subject?.indicator,
      known.ends(with: "进出口") || known.ends(with: "收入"),
      scan.covers(parts.object, "总额")
    {
      emit(item, clause, coded(known.ends(with: "收入") ? known : known + scan.bytes(parts.object)), .level)
      return
    }
    if readHandedOn(item, clause, parts) { return }
    // 医院100个，其中市区60个: of what was told, in a part of the area.
    if memory.last.isPart, parts.action == nil, quantity.unitKind != .money, let known = memory.whole,
      ["市区", "城区", "主城区", "中心城区"].contains(where: { (word: StaticString) in scan.covers(parts.object, word) })
    {
      memory.last.area = scan.bytes(parts.object)
      emit(item, clause, uncoded(known.indicator, action: known.action), .level)
      return
    }
    // 全市政府债务限额90亿元，其中市级30亿元
    if traits.isBudget, memory.last.isPart, parts.action == nil, quantity.unitKind == .money,
      scan.covers(parts.object, "市级") || scan.covers(parts.object, "市直"), let known = memory.whole
    {
      memory.last.area = Array("市本级".utf8)
      emit(item, clause, uncoded(known.indicator, action: known.action), .level)
      return
    }
    // 总投资8亿元的水厂: of what it describes.
    if let cost = sentence.cost(endingAt: parts.object), let thing = sentence.described(behind: item) {
      if let action = parts.action { memory.last.action = action }
      emit(item, clause, uncoded(scan.bytes(thing) + scan.bytes(cost)), .level)
      return
    }
    // 亿元以上项目新签约513个
    if parts.action == nil, quantity.unitKind == .count, let stage = sentence.stage(endingAt: parts.object) {
      emit(item, clause, uncoded(scan.bytes(stage.noun), action: scan.bytes(stage.verb)), .level)
      return
    }
    // 甲公司、乙公司两户企业实现产值: of those who have just been named.
    if let roster = memory.segment.roster, parts.action == nil || parts.isLight, sentence.isMeasureNoun(parts.object) {
      emit(item, clause, uncoded(scan.bytes(roster) + scan.bytes(parts.object)), .level)
      return
    }
    // 6条产业链实现产值700亿元: of the things that have just been counted.
    if parts.isLight, parts.owner == nil, sentence.isMeasureNoun(parts.object), !scan.starts(parts.object, with: "投资"),
      let owner = countedOwner(of: clause)
    {
      emit(item, clause, uncoded(owner + scan.bytes(parts.object)), .level)
      return
    }
    // 新增贷款9亿元、余额达到80亿元: how much there is was not done.
    let shared = item.isJoined && !scan.ends(parts.object, with: "余额") ? memory.last.action : nil
    if let ranked = withRankedNoun(parts.object, quantity) {
      emit(item, clause, uncoded(ranked, action: parts.action ?? shared), .level)
      return
    }
    // By itself: as an argument it would change the reader of which coded already holds a copy.
    var name = levelName(parts, quantity)
    // 中心城区达到100万人口
    if quantity.unit.equals("万"), scan.covers(scan.trimmed(item.after), "人口"), !name.ends(with: "人口") {
      name += Array("人口".utf8)
    }
    var who = coded(name)
    if let action = parts.action { memory.last.action = action }
    who.action = parts.action ?? shared ?? item.lentPredicate
    // What ?? asks for later would hold a copy of the reader.
    if who.action == nil { who.action = carriedAction(item, clause, parts) }
    if let action = who.action {
      // 带动社会消费品零售总额完成600亿元: the second verb tells the figure.
      let tells = parts.isLight || clause.verb == .to && parts.object.count > 6
      if tells, scan.isIndicator(parts.object) || parts.isLight && who.headline != nil {
        who.action = nil
      } else {
        who.headline = nil
        // 竣工投产项目, 新增创业: the verb is half of the name.
        if isBareObject(parts.object) { who.indicator = action + who.indicator }
      }
    }
    emit(item, clause, who, .level)
  }

  /// 项目 of 甲、乙等项目20个: a short noun of what lists name.
  private func closesList(_ start: Int, _ end: Int) -> Bool {
    let noun = start..<end
    return scan.covers(noun, .doer) || scan.covers(noun, "活动") || scan.covers(noun, "赛事") || scan.covers(noun, "案件")
  }

  /// What was counted right before the clause, with no mark between.
  private func countedOwner(of clause: Clause) -> [UInt8]? {
    guard let counted = drafts.last, counted.measure == .level, clause.head.lowerBound > counted.quote.upperBound
    else { return nil }
    let between = scan.bytes(counted.quote.upperBound..<clause.head.lowerBound)
    guard between.starts(with: counted.indicator), between.count <= counted.indicator.count + 6,
      !between.contains(UInt8(ascii: ","))
    else { return nil }
    return counted.indicator
  }

  private mutating func levelName(_ parts: ActionParts, _ quantity: Quantity) -> [UInt8] {
    let own = parts.owner.map { scan.bytes($0) } ?? []
    if !own.isEmpty { memory.group.owners.replace(by: own, scan.words.ownerKinds(ending: own)) }
    // 实施项目2000个，完成投资1万亿元: the investment of what was counted.
    var invested: [UInt8] = []
    if parts.isLight, parts.object.count == 6, scan.starts(parts.object, with: "投资"), quantity.unitKind == .money {
      invested = memory.last.subject?.indicator ?? []
      if invested.ends(with: "投资") || invested.holds("占") {
        // 重点项目90个，年度计划投资98亿元，完成投资102亿元
        invested = invested.ends(with: "投资") ? memory.group.owners.nearest(.project, to: []) ?? [] : []
      }
    }
    let child = childName(parts.object, quantity)
    let whole = withNoun(child, quantity, .level)
    // 采矿业 behind 规模以上工业企业利润总额: the branch is no 规模以上 of its own.
    let isBranch = own.isEmpty && whole != child && whole.ends(with: "利润总额") && !child.holds("企业")
    let name = isBranch ? whole : completed(own.isEmpty ? whole : own + whole, isOwned: !own.isEmpty)
    return invested.isEmpty ? name : invested + name
  }

  /// The verb of an item before, where that holds for this one too.
  private func carriedAction(_ item: Item, _ clause: Clause, _ parts: ActionParts) -> [UInt8]? {
    // 新增平台5家，合作企业超过90家: how many there are is no act's.
    guard clause.verb == .none, !clause.isFrom,
      !["超过", "突破"].contains(where: { (word: StaticString) in scan.starts(item.quantity.quote, with: word) }),
      !isExtentThatWas(parts.object, item.quantity)
    else { return nil }
    // 新增科技型中小企业25家，高新技术企业2家: the verb reaches over the comma.
    if item.isFirst, let carried = memory.segment.actionBefore, carried.unit == item.quantity.unit,
      !carried.unit.isOfPersons, !sentence.namesAnAct(parts.object),
      // 推动企业增资3亿美元，实际利用外资10亿美元: a sum with a name of its own.
      item.quantity.unitKind != .money || !scan.isIndicator(parts.object),
      clause.head.lowerBound == scan.trimmed(item.before).lowerBound
    {
      return carried.action
    }
    // 新增公路90公里，其中高速公路20公里
    if memory.last.isPart, let action = memory.whole?.action, addsToStock(action), item.quantity.unit == memory.unit,
      item.quantity.unitKind != .money,
      !sentence.namesAnAct(parts.object)
    {
      return action
    }
    // 实施项目72个，其中10亿元以上项目9个: what is done to the whole is done to its part.
    if memory.last.isPart, let whole = memory.whole, item.quantity.unitKind == .count,
      scan.ends(parts.object, with: "项目"), whole.indicator.ends(with: "项目")
    {
      return whole.action ?? Self.actOpening(whole.indicator)
    }
    return nil
  }

  /// 新建良田5万亩，播种面积60万亩: what no area was told of before; 扩大水稻面积8万亩，小麦面积5万亩 goes on.
  private func isExtentThatWas(_ object: Range<Int>, _ quantity: Quantity) -> Bool {
    guard quantity.unitKind == .measure, scan.ends(object, with: .measure), let last = memory.last.subject else {
      return false
    }
    return scan.words.start(of: .measure, ending: last.indicator) == nil
  }

  /// 开复工 of 开复工千万元以上项目
  private static func actOpening(_ name: [UInt8]) -> [UInt8]? {
    for act in ["开复工", "新开工", "签约"] where name.starts(with: act.utf8) && name.count > act.utf8.count + 6 {
      return Array(act.utf8)
    }
    return nil
  }

  private func isBareObject(_ object: Range<Int>) -> Bool {
    for word in ["创业", "就业", "面积", "工程"] as [StaticString] where scan.covers(object, word) { return true }
    guard scan.covers(object, "项目"), let verb = memory.last.action else { return false }
    if ["续建", "竣工", "新建"].contains(where: { (act: StaticString) in verb.equals(act) }) { return true }
    return verb.count > 6
      && ["开工", "竣工", "投产", "续建", "引进", "注册", "实施", "签约"].contains { (ending: StaticString) in verb.ends(with: ending) }
  }

  /// 省级 behind 国家级自然保护区: a class of the same things.
  private func withRankedNoun(_ object: Range<Int>, _ quantity: Quantity) -> [UInt8]? {
    // 营业收入超亿元的企业90户，超10亿元的9户
    if quantity.unitKind == .count, scan.starts(object, with: "超"),
      scan.ends(object, with: "元") || scan.ends(object, with: "元的"),
      let last = drafts.last(where: { $0.measure == .level && $0.unit == quantity.unit })?.indicator,
      let over = last.end(of: "超"), let of = last.end(of: "的"), over < of, of < last.count
    {
      let own = scan.ends(object, with: "的") ? object.lowerBound..<(object.upperBound - 3) : object
      return last[..<(over - 3)] + scan.bytes(own) + last[(of - 3)...]
    }
    // 百亿元以上产业集群3个、50亿元以上6个: of the size that they are of.
    if quantity.unitKind == .count, scan.ends(object, with: "以上"),
      let last = drafts.last(where: { $0.measure == .level && $0.unit == quantity.unit })?.indicator,
      let size = last.end(of: "以上"), size < last.count
    {
      return scan.bytes(object) + last[size...]
    }
    guard quantity.unitKind == .count,
      scan.covers(object, .tier),
      let last = drafts.last(where: { $0.measure == .level && $0.unit == quantity.unit })?.indicator
    else { return nil }
    // 全国重点文物保护单位14处，省级121处
    if last.starts(with: "全国重点") { return scan.bytes(object) + last.dropFirst(6) }
    // 国家级和省级…: the noun behind the second.
    guard let end = last.end(of: "级"), end <= 15, end + 3 <= last.count else { return nil }
    return scan.bytes(object) + last[end...]
  }

  /// 从2021年的A增长到2025年的B，总量达到C: a flow that is more than both is their sum with the years between.
  func sumOfYears(_ subject: Subject, _ quantity: Quantity) -> Period? {
    guard let from = memory.times.from, let to = memory.times.to, from.endYear < to.endYear,
      let value = scan.indicators.trie.value(of: subject.indicator), scan.indicators.all[Int(value)].kind == .flow,
      let reached = drafts.last(where: { $0.measure == .level && $0.unit == quantity.unit }),
      quantity.value.double > reached.value.double
    else { return nil }
    return Period(years: from.endYear, through: to.endYear)
  }
}
