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
    if isOfOneYear {
      base.mood = .review
      base.isOfOneYear = true
    }
    var sections: [SentenceContext] = []
    sections.reserveCapacity(text.sections.count)
    var last = base
    let comingPlan = ComingPlan(reportYear: facts.reportYear)
    let years = ReportYears(facts)
    let titles = text.sections.map { Title($0.title, years, words) }
    let plans = text.sections.indices.last { Self.looksAhead(text.sections[$0], titles[$0]) }
    for (index, section) in text.sections.enumerated() {
      var context = section.parent.map { sections[$0] } ?? (section.level == 1 ? base : last)
      // 二、落实人大决议情况 behind （二）市本级债务情况: no longer of that part.
      if section.parent == nil {
        context.part = nil
        context.account = nil
      }
      // After a part that looks back, one whose title is silent looks ahead, unless that part is still to come.
      if section.parent == nil, section.level == 1, !isOfOneYear, let before = sections.last(where: { $0.mood != nil })
      {
        let isBeforePlans = before.mood == .review && plans.map { index < $0 } == true
        context.mood = isBeforePlans && !comingPlan.isNamed(in: titles[index].bytes) ? .review : .plan
      }
      if !isOfOneYear {
        Self.read(titles[index], &context, isTop: section.parent == nil)
      } else if facts.reportType == .budgetReport, titles[index].tells(.nextStep) {
        context.mood = .plan
      }
      // 预算执行中存在的问题, beside 下一步工作措施
      if facts.reportType == .budgetReport,
        titles[index].tells(.problems), !titles[index].tells(.nextStep), section.title.utf8.count <= 60
      {
        context.mood = .review
      }
      Self.readPart(titles[index], &context, isOfBudget: facts.reportType == .budgetReport, words)
      sections.append(context)
      last = context
    }
    self.sections = sections
    opening = base
  }

  /// The years of the report as headings print them (2024年); empty, which stands nowhere, for none.
  private struct ReportYears {
    let report: [UInt8]
    /// Empty for that of the report too.
    let review: [UInt8]

    init(_ facts: DocumentFacts) {
      func name(_ year: Int?) -> [UInt8] { year.map { Array("\($0)年".utf8) } ?? [] }
      report = name(facts.reportYear)
      review = facts.reviewYear == facts.reportYear ? [] : name(facts.reviewYear)
    }
  }

  /// A heading, and what its words tell.
  private struct Title {
    let bytes: [UInt8]
    let marks: SectionWords.Marks
    /// Whether it names the year, or says 今年.
    let tellsReportYear: Bool
    let tellsReviewYear: Bool

    init(_ title: String, _ years: ReportYears, _ words: SectionWords) {
      bytes = Array(title.utf8)
      marks = words.marks(of: bytes)
      tellsReportYear = marks.has(.ownYear) || bytes.firstRange(of: years.report) != nil
      tellsReviewYear = bytes.firstRange(of: years.review) != nil
    }

    func tells(_ role: SectionWords.Role) -> Bool { marks.has(role) }
  }

  /// 2021年目标任务和重点工作: whether a part of the report's first level is of its own year, or those after it.
  private static func looksAhead(_ section: NormalText.Section, _ title: Title) -> Bool {
    section.parent == nil && section.level == 1 && title.tells(.plan) && (title.tells(.ahead) || title.tellsReportYear)
  }

  /// Which part of the area, and of the budget, a heading names.
  private static func readPart(
    _ title: Title,
    _ context: inout SentenceContext,
    isOfBudget: Bool,
    _ words: SectionWords
  ) {
    // 安庆市和市本级政府债务收支计划 is of the whole; 市级收支 is of a part, and 企业养老金市级分担任务 a task.
    let isOfWhole = title.tells(.whole)
    let isOfPart = title.tells(.ownLevel) || isOfBudget && title.tells(.cityLevel) && title.tells(.money)
    if isOfPart, title.bytes.count <= 120 {
      context.part = isOfWhole ? nil : "市本级"
    } else if isOfWhole {
      context.part = nil
    }
    if isOfBudget, !isOfWhole, !isOfPart, title.tells(.zone), let zone = zone(in: title.bytes, words) {
      context.part = zone
    }
    guard title.tells(.account) else { return }
    let accounts = words.words(.account).filter { title.bytes.firstRange(of: $0) != nil }
    context.account =
      accounts.count == 1
      ? accounts.first.map { account in
        let budget = account + Array("预算".utf8)
        return String(decoding: title.bytes.firstRange(of: budget) != nil ? budget : account, as: UTF8.self)
      } : nil
  }

  /// 经济技术开发区预算执行情况: the zone that a part of a budget is of.
  private static func zone(in title: [UInt8], _ words: SectionWords) -> String? {
    guard title.count <= 90 else { return nil }
    for word in words.words(.zone) {
      guard let end = title.firstRange(of: word)?.upperBound, end < title.count,
        title[end...].contains("预算") || title[end...].contains("执行")
      else { continue }
      return String(decoding: title[..<end], as: UTF8.self)
    }
    return nil
  }

  private static func read(_ title: Title, _ context: inout SentenceContext, isTop: Bool) {
    let isReview = title.tells(.review)
    let isPlan = title.tells(.plan)
    let report = title.tellsReportYear
    let review = title.tellsReviewYear
    if isTop && (isReview || isPlan || report || review) || report != review || title.tells(.fiveYears) {
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
    // 2021年下半年重点工作
    if isTop, report || !review {
      let (first, second) = (title.bytes.contains("上半年"), title.bytes.contains("下半年"))
      context.months = first == second ? nil : first ? 1...6 : 7...12
    }
    // 预算草案批准前已安排支出: done by the day of the meeting.
    if report, title.tells(.beforeVote), title.tells(.spent) { context.mood = .review }
    if !isPlan, !report, !review, let past = pastPlan(in: title, before: context.reportYear) {
      context.mood = .review
      context.span = past
      return
    }
    let isSeveral = title.tells(.fiveYears) || title.tells(.span) && title.tells(.planName)
    // 2020年及"十三五"时期回顾: its paragraphs tell of which.
    if isSeveral, review, !title.tells(.years) {
      context.span = nil
    } else if isSeveral, let year = context.year {
      context.span = context.mood == .plan ? year...(year + 4) : (year - 4)...year
    } else if isTop || report || review {
      context.span = nil
    }
  }

  /// "十五"时期发展情况 in a report of 2006: the years of the plan that has ended.
  private static func pastPlan(in title: Title, before reportYear: Int?) -> ClosedRange<Int>? {
    guard let reportYear, title.tells(.term), title.tells(.told) else { return nil }
    let named = title.bytes.withUnsafeBufferPointer { text in
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
}
