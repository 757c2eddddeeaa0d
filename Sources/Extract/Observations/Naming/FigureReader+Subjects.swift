import Documents
import Lexicon

/// What a head, or a part of one, is called.
extension FigureReader {
  /// A subject of the area that holds, with its headline code where it is one and nobody acts.
  func coded(_ indicator: [UInt8], action: [UInt8]? = nil) -> Subject {
    Subject(
      indicator: indicator,
      action: action,
      headline: action == nil ? headline(indicator, area: memory.last.area) : nil,
      area: memory.last.area
    )
  }

  /// A subject of the area that holds, and no headline.
  func uncoded(_ indicator: [UInt8], action: [UInt8]? = nil) -> Subject {
    Subject(indicator: indicator, action: action, headline: nil, area: memory.last.area)
  }

  /// The headline that a name is, where it is of the whole area.
  func headline(_ name: [UInt8], area: [UInt8]?) -> Indicators.Headline? {
    guard area == nil, !(name.starts(with: "城镇固定资产投资") && traits.tellsAllInvestment) else { return nil }
    // What is asked for later holds on to the traits, and not to a copy of the reader.
    let traits = traits
    return scan.indicators.headline(named: Self.withoutNoteMarks(name), tellsAllCurrencies: traits.tellsAllCurrencies)
  }

  /// The subject that a head names; an empty head is the subject before.
  func subject(_ head: Range<Int>) -> Subject {
    guard !head.isEmpty else {
      if var known = memory.last.subject {
        known.area = memory.last.area
        if known.area != nil { known.headline = nil }
        return known
      }
      return memory.topic.map { coded(scan.bytes($0)) } ?? uncoded([])
    }
    let parts = sentence.split(head)
    var subject = uncoded(scan.bytes(parts.object.isEmpty ? head : parts.object))
    subject.action = parts.object.isEmpty ? nil : parts.action
    if subject.action == nil || parts.isLight { subject.headline = headline(subject.indicator, area: subject.area) }
    return subject
  }

  /// What a rate is of. A verb in its name is part of it: 引进省外资金增长5%.
  mutating func rated(_ head: Range<Int>, _ clause: Clause, _ quantity: Quantity) -> Subject {
    var head = sentence.withoutCause(head)
    // 增速比目标低1.3个百分点
    if quantity.kind == .point, sentence.isGrowthName(head) {
      head = sentence.withoutGrowthName(head)
      memory.grown = scan.bytes(head)
    }
    if head.isEmpty, quantity.kind == .point, memory.last.measure == .share, let share = memory.share { return share }
    guard !head.isEmpty else { return subject(head) }
    // 重点企业30家，数量增长20%; 收入增长7%，增速较上年翻一番
    if memory.last.subject != nil, sentence.isTotal(head) || scan.covers(head, "增速") || scan.covers(head, "增幅") {
      return subject(head.upperBound..<head.upperBound)
    }
    // 新兴产业加快发展，占比提高3个百分点
    if memory.last.subject == nil, scan.covers(head, "占比"), let topic = memory.topic, topic.count >= 9 {
      return uncoded(scan.bytes(topic) + scan.bytes(head))
    }
    if let last = memory.last.subject, head.count == 6,
      scan.starts(head, with: "占比") || scan.starts(head, with: "比重")
    {
      // 占一般公共预算收入的比重为60%；非税收入完成20亿元，占比40%: of the same whole.
      if !memory.shareOf.isEmpty, last.indicator.ends(with: memory.shareOf) { return last }
      return coded(last.indicator + (memory.shareOf.isEmpty ? scan.bytes(head) : memory.shareOf))
    }
    head = takeArea(of: head)
    let isGrowth = clause.verb == .rise || clause.verb == .fall
    let child = childName(head, quantity)
    let whole = isGrowth ? withNoun(child, quantity, .growth) : child
    // 传统产业 of 规模以上工业增加值 is no 规模以上 of its own; 集体企业 is.
    let isBranch = whole != child && (whole.ends(with: "增加值") || whole.ends(with: "利润总额")) && !child.holds("企业")
    var name = isBranch ? whole : completed(whole)
    let isPartOfPrices = (whole != child || child.count > head.count) && whole.ends(with: "消费价格")
    // 为年初预算的98%: of what the sentence speaks of.
    if quantity.kind == .percent, let last = memory.last.subject, let base = sentence.budgetBase(head) {
      name = last.indicator + base
    }
    // 工业投资增长9%，占固定资产投资比重提高3个百分点
    if quantity.kind == .point, scan.starts(head, with: "占"),
      scan.ends(head, with: "比重") || scan.ends(head, with: "比例"),
      let last = memory.last.subject?.indicator, !last.holds("占")
    {
      name = last + scan.bytes(head)
    }
    if let industry = driven(head, clause, quantity) { name = industry }
    // 第二产业增加值比重 after 第一产业增加值占地区生产总值比重
    if quantity.kind == .percent, memory.shareOf.count > 9, clause.share == nil, scan.ends(head, with: "比重") {
      name = scan.bytes(head.lowerBound..<(head.upperBound - 6)) + memory.shareOf
    }
    return isPartOfPrices ? uncoded(name) : coded(name)
  }

  /// 服务业增加值增长6%，拉动经济增长2个百分点，对经济增长的贡献率为60%: of the industry.
  private func driven(_ head: Range<Int>, _ clause: Clause, _ quantity: Quantity) -> [UInt8]? {
    let isRate = quantity.kind == .percent && scan.starts(head, with: "对") && scan.ends(head, with: "贡献率")
    let isPoints =
      quantity.kind == .point && scan.starts(head, with: "拉动") && clause.verbRange.lowerBound >= head.upperBound
    guard isRate || isPoints, let last = memory.last.subject?.indicator else { return nil }
    var industry = last
    if last.ends(with: "增加值"), last.count > 9 {
      industry.removeLast(9)
    } else if let end = last.end(of: "拉动"), end > 9 {
      industry = Array(last[..<(end - 6)])
    } else {
      return nil
    }
    return industry + scan.bytes(head.lowerBound..<(isRate ? head.upperBound : clause.verbRange.upperBound))
  }

  /// 高新区一般公共预算收入: the area before a known name is noted and cut off.
  mutating func takeArea(of head: Range<Int>) -> Range<Int> {
    let owned = sentence.owned(head)
    if let area = owned.area { memory.last.area = area }
    return owned.name
  }
}
