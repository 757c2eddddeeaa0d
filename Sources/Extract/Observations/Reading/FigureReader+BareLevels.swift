import Documents
import Lexicon

/// Amounts and counts with at most a verb before the number and nothing behind it: of what was told, or of what the money
/// is for.
extension FigureReader {
  /// A figure with at most a verb before it and nothing behind it.
  mutating func readBareLevel(_ item: Item, _ clause: Clause, _ parts: ActionParts) {
    let isMoney = item.quantity.unitKind == .money
    var who: Subject
    if isMoney, traits.isBudget, drafts.isEmpty, var told = paragraph.accountTold,
      case let verb = parts.action ?? scan.bytes(clause.verbRange), verb.equals("完成") || verb.equals("执行")
    {
      // 支出预算调整为80亿元。实际完成75亿元: of the account that the sentence before has told.
      told.action = nil
      memory.last.area = told.area
      told.headline = headline(told.indicator, area: told.area)
      who = told
    } else if let action = parts.action, isMoney, action.count > 3, !scan.words.covers(action, .ownsum) {
      who = uncoded(purpose(of: action, behind: item) ?? Array("资金".utf8), action: action)
    } else if let action = parts.action, scan.ends(item.quantity.quote, with: "农户") {
      who = uncoded(Array("农户".utf8), action: action)  // 带动4000农户
    } else if let action = parts.action, let acted = memory.segment.acted, item.quantity.unitKind == .count,
      !item.quantity.unit.isOfPersons
    {
      who = uncoded(scan.bytes(acted), action: action)
    } else if let action = parts.action {
      who = stage(action, item, clause)
    } else if isMoney, scan.covers(clause.verbRange, "安排"), let thing = sentence.purpose(behind: item) {
      // 其中：安排7亿元，支持…: each sum has a purpose of its own.
      who = uncoded(thing, action: scan.bytes(clause.verbRange))
    } else if memory.last.isPart, let whole = memory.whole, whole.indicator.count <= 30, !isMoney,
      ["其他", "其它", "其余"].contains(where: { (word: StaticString) in scan.covers(scan.trimmed(item.before), word) })
    {
      // 其中三级医院6个，其他3个: of what is divided.
      who = uncoded(Array("其他".utf8) + whole.indicator, action: whole.action)
    } else if sumsUp(item) {
      who = uncoded(Array("合计".utf8))
    } else if memory.last.subject != nil || memory.topic != nil {
      who = subject(clause.head.upperBound..<clause.head.upperBound)
      // 新建充电桩88个、达到773个: the second is how many there are, not what was built.
      if let action = who.action, sentence.reachesTotal(clause), addsToStock(action) {
        who.action = nil
        who.headline = headline(who.indicator, area: memory.last.area)
        memory.last.subject = who  // 总量达到12万户，增长9%
      }
    } else if !clause.verbRange.isEmpty {
      let verb = scan.bytes(clause.verbRange)
      who =
        isMoney ? uncoded(purpose(of: verb, behind: item) ?? Array("资金".utf8), action: verb) : uncoded(verb)
    } else {
      return
    }
    // 总量达到: over the years from and to which the sentence has told.
    let sums = scan.find("总量", in: clause.verbRange) != nil
    let period = sums ? sumOfYears(who, item.quantity) : nil
    emit(item, clause, who, .level, as: parts.action == nil ? .aside : .subject, period: period)
  }

  /// 甲3亿元、乙2亿元，合计5亿元: of all that was told before, under no name of its own.
  private func sumsUp(_ item: Item) -> Bool {
    let stretch = scan.trimmed(item.before)
    guard ["合计", "总计", "共计"].contains(where: { (word: StaticString) in scan.starts(stretch, with: word) }) else {
      return false
    }
    let told = drafts.filter { $0.measure == .level && $0.unit == item.quantity.unit }
    guard told.count > 1, Set(told.map(\.indicator)).count == told.count else { return false }
    let sum = told.reduce(0) { $0 + $1.value.double }
    return abs(sum - item.quantity.value.double) < 0.11
  }

  func purpose(of action: [UInt8], behind item: Item) -> [UInt8]? {
    action.equals("安排") || action.equals("拨付") ? sentence.purpose(behind: item) : nil
  }

  /// 新开工312个: the noun is that of the whole, or of the last things counted.
  private func stage(_ action: [UInt8], _ item: Item, _ clause: Clause) -> Subject {
    let isPart = memory.last.isPart
    let unit = item.quantity.unit
    var noun: [UInt8] = []
    let known = isPart ? memory.whole : memory.last.subject
    let follows = unit == memory.unit || isPart && drafts.last(where: { $0.measure == .level })?.unit == unit
    let isAlike = !isPart || drafts.last(where: { $0.indicator == known?.indicator })?.unit ?? unit == unit
    if follows, isAlike {
      noun = known?.indicator ?? []
    } else {
      // 签约项目700个、金额4900亿元，开工400个; 其中新建300个
      noun = drafts.last { $0.unit == unit && $0.measure == .level }?.indicator ?? []
    }
    // 重大项目建设提速，新开工30个
    if noun.isEmpty || noun == action { noun = sentence.projectsOpening(item.quantity) ?? [] }
    guard !noun.isEmpty else { return coded(action) }
    let isStage = item.quantity.unitKind == .count && !isPart && !clause.each && noun.count <= 60
    return uncoded(isStage ? noun : action + stem(noun), action: action)
  }

  /// 新开工水利项目 -> 项目: the last noun of a longer name.
  private func stem(_ name: [UInt8]) -> [UInt8] {
    scan.words.start(of: .stem, ending: name).map { Array(name[$0...]) } ?? name
  }

  /// 新建, 新增, 培育: an act by which there are more.
  func addsToStock(_ action: [UInt8]) -> Bool {
    action.starts(with: "新") || scan.words.covers(action, .adding)
  }
}
