import Documents
import Lexicon

/// What each section of a report says of the sentences in it: review or plan, of which years, of which part of the area.
struct SectionContexts {
  /// By section, in the text's order.
  let sections: [SentenceContext]
  /// Of sentences before the first heading.
  let opening: SentenceContext

  init(text: NormalText, facts: DocumentFacts, words: SectionWords) {
    var base = SentenceContext(
      area: facts.region?.name,
      reportYear: facts.reportYear,
      reviewYear: facts.reviewYear ?? facts.reportYear
    )
    // A bulletin and a final account look back on the one year that they are of.
    let isOfOneYear =
      facts.reportType == .statisticalBulletin
      || facts.reportType == .budgetReport && facts.reportYear != nil && facts.reportYear == facts.reviewYear
    if isOfOneYear { base.mood = .review }
    var sections: [SentenceContext] = []
    sections.reserveCapacity(text.sections.count)
    var last = base
    let comingPlan = ComingPlan(reportYear: facts.reportYear)
    let plans = text.sections.indices.last { Self.announcesPlan(text.sections[$0], facts.reportYear, words) }
    for (index, section) in text.sections.enumerated() {
      var context = section.parent.map { sections[$0] } ?? (section.level == 1 ? base : last)
      // After a part that looks back, one whose title is silent looks ahead, unless that part is still to come.
      if section.parent == nil, section.level == 1, !isOfOneYear, let before = sections.last(where: { $0.mood != nil })
      {
        let isBeforePlans = before.mood == .review && plans.map { index < $0 } == true
        context.mood = isBeforePlans && !comingPlan.isNamed(in: section.title) ? .review : .plan
      }
      let title = Array(section.title.utf8)
      if !isOfOneYear {
        Self.read(title, &context, isTop: section.parent == nil, words)
      } else if facts.reportType == .budgetReport, Self.contains(title, "下一步") || Self.contains(title, "下步") {
        context.mood = .plan
      }
      let isOfWhole =
        Self.contains(title, "全市") || Self.contains(title, "全县") || Self.contains(title, "全省")
      let isOfPart =
        Self.contains(title, "市本级") || facts.reportType == .budgetReport && Self.contains(title, "市级")
      if isOfPart, title.count <= 120 {
        context.part = isOfWhole ? nil : "市本级"
      } else if isOfWhole {
        context.part = nil
      }
      if facts.reportType == .budgetReport, !isOfWhole, !isOfPart, let zone = Self.zone(in: title) {
        context.part = zone
      }
      let accounts = Self.accounts.filter { Self.contains(title, $0.name) }
      if let account = accounts.first {
        let told = Self.contains(title, account.budget) ? account.budget : account.name
        context.account = accounts.count == 1 ? told.description : nil
      }
      sections.append(context)
      last = context
    }
    self.sections = sections
    opening = base
  }

  /// 2021年目标任务和重点工作: whether a part of the report's first level is of its own year, or those after it.
  private static func announcesPlan(_ section: NormalText.Section, _ reportYear: Int?, _ words: SectionWords) -> Bool {
    guard section.parent == nil, section.level == 1 else { return false }
    let title = Array(section.title.utf8)
    guard contains(title, anyOf: words.plan) else { return false }
    return contains(title, "今年") || contains(title, "今后") || contains(title, "未来")
      || reportYear.map { tells("\($0)年", title) } ?? false
  }

  /// 经济技术开发区预算执行情况: the zone that a part of a budget is of.
  private static func zone(in title: [UInt8]) -> String? {
    guard title.count <= 90 else { return nil }
    for word in ["开发区", "经开区", "高新区", "功能区", "园区", "新区", "示范区"] as [StaticString] {
      guard let end = title.end(of: word), end < title.count,
        contains(Array(title[end...]), "预算") || contains(Array(title[end...]), "执行")
      else { continue }
      return String(decoding: title[..<end], as: UTF8.self)
    }
    return nil
  }

  private static let accounts: [(name: StaticString, budget: StaticString)] = [
    ("一般公共预算", "一般公共预算预算"), ("政府性基金", "政府性基金预算"), ("国有资本经营", "国有资本经营预算"),
    ("社会保险基金", "社会保险基金预算"),
  ]

  private static func contains(_ title: [UInt8], anyOf words: ScalarTrie) -> Bool {
    title.withUnsafeBufferPointer { text in
      text.indices.contains { words.longest(in: text, from: $0, to: text.count) != nil }
    }
  }

  private static func read(
    _ title: [UInt8],
    _ context: inout SentenceContext,
    isTop: Bool,
    _ words: SectionWords
  ) {
    let isReview = contains(title, anyOf: words.review)
    let isPlan = contains(title, anyOf: words.plan)
    let report = contains(title, "今年") || context.reportYear.map { tells("\($0)年", title) } ?? false
    let review = context.reviewYear.map { $0 != context.reportYear && tells("\($0)年", title) } ?? false
    if isTop && (isReview || isPlan || report || review) || report != review || contains(title, "今后五年")
      || contains(title, "过去五年")
    {
      if isReview, isPlan, report == review {
        context.mood = nil  // both in one: its sentences tell
      } else if isReview, !isPlan || review && !report {
        context.mood = .review
      } else if isPlan, !review || report {
        context.mood = .plan
      } else if report, !review {
        context.mood = .plan
      } else if review, !report {
        context.mood = .review
      }
    }
    // 预算草案批准前已安排支出: done by the day of the meeting.
    if report, contains(title, "批准前"), contains(title, "安排") { context.mood = .review }
    if let past = Self.pastPlan(in: title, before: context.reportYear), !isPlan, !report, !review {
      context.mood = .review
      context.span = past
      return
    }
    let isSpan = contains(title, "时期") || contains(title, "期间") || contains(title, "以来") || contains(title, "目标")
    let isSeveral =
      contains(title, "五年来") || contains(title, "过去五年") || contains(title, "今后五年") || contains(title, "未来五年")
      || isSpan
        && (contains(title, "十四五") || contains(title, "十三五") || contains(title, "十五五") || contains(title, "十二五"))
    // 2020年及"十三五"时期回顾: its paragraphs tell of which.
    if isSeveral, review, !contains(title, "五年") {
      context.span = nil
    } else if isSeveral, let year = context.year {
      context.span = context.mood == .plan ? year...(year + 4) : (year - 4)...year
    } else if isTop || report || review {
      context.span = nil
    }
  }

  /// "十五"时期发展情况 in a report of 2006: the years of the plan that has ended.
  private static func pastPlan(in title: [UInt8], before reportYear: Int?) -> ClosedRange<Int>? {
    guard let reportYear, contains(title, "时期") || contains(title, "期间"),
      contains(title, "情况") || contains(title, "成就") || contains(title, "回顾")
    else { return nil }
    let named = title.withUnsafeBufferPointer { text in
      let lexer = Lexer(text: text)
      return text.indices.compactMap { start -> ClosedRange<Int>? in
        guard start > 0, text[start] >= 0xE4, text[start - 1] == UInt8(ascii: "\"") || text[start - 1] == 0x9C else {
          return nil
        }
        let close = min(text.count, start + 6)
        guard let plan = lexer.planYears(start) ?? lexer.planYears(start, quoted: close), let low = plan.startYear,
          let high = plan.endYear
        else { return nil }
        return low...high
      }
    }
    guard let years = named.first, named.allSatisfy({ $0 == years }), years.upperBound == reportYear - 1 else {
      return nil
    }
    return years
  }

  /// Whether a sentence of a part without a telling title turns from what was done to what is to come.
  static func announcesPlan(
    _ text: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    _ reportYear: Int?,
    _ words: SectionWords
  ) -> Bool {
    let end = range.upperBound
    var position = range.lowerBound
    while position < end {
      let byte = text[position]
      // 2024年是, 2024年,是
      if byte == UInt8(ascii: "2"), let reportYear, position + 10 <= end,
        text[position..<(position + 4)].elementsEqual("\(reportYear)".utf8)
      {
        let after = text[(position + 4)..<min(end, position + 11)]
        if after.starts(with: "年是".utf8) || after.starts(with: "年,是".utf8) { return true }
      }
      if words.announcement.longest(in: text, from: position, to: end) != nil { return true }
      position += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
    }
    return false
  }

  static func contains(_ title: [UInt8], _ word: StaticString) -> Bool {
    title.firstRange(of: word) != nil
  }

  private static func tells(_ word: String, _ title: [UInt8]) -> Bool {
    title.firstRange(of: Array(word.utf8)) != nil
  }
}
