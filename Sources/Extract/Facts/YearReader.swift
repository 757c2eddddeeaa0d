import Documents

/// Decides which year a report plans and which it looks back on.
struct YearReader {
  struct Years: Equatable {
    var report: Int?
    var review: Int?
  }

  /// What is known, in normal form.
  struct Evidence {
    var type = DocumentFacts.ReportType.other
    var title: [UInt8] = []
    var headings: [[UInt8]] = []
    var opening: [UInt8] = []
    var deliveredOn: CalendarDate?
    var publishedOn: CalendarDate?
    var hint: [UInt8] = []
    var body: [UInt8] = []
  }

  static func years(_ evidence: Evidence) -> Years {
    let title = titleYears(evidence.title)
    if evidence.type == .statisticalBulletin {
      let year =
        title.last ?? DateReader.dates(in: evidence.opening).first?.year ?? evidence.publishedOn.map { $0.year - 1 }
        ?? hintYear(evidence.hint)
      return Years(report: year, review: year)
    }
    if title.count > 1 { return Years(report: title.last, review: title.first) }
    let looks = headingYears(evidence.headings)
    if evidence.title.contains("决算") || evidence.title.contains("执行情况") && !evidence.title.contains("草案") {
      // Accounts of one year plan none.
      let year = title.first ?? looks.review
      return Years(report: year, review: year)
    }
    let opening = openingYears(evidence.opening)
    // A session late in the year is about the next one.
    var report = evidence.deliveredOn.map { $0.month >= 10 ? $0.year + 1 : $0.year }
    if let review = looks.review, looks.plan == review + 1 { report = report ?? looks.plan }
    report = report ?? title.last ?? looks.review.map { $0 + 1 } ?? looks.plan
    if evidence.type != .workReport { report = report ?? opening.last }
    report = report ?? hintYear(evidence.hint) ?? opening.last
    report = report ?? evidence.publishedOn.map { $0.month >= 10 ? $0.year + 1 : $0.year }
    report = report ?? mostNamed(evidence.body).map { $0 + 1 }
    let review = looks.review.flatMap { review in
      report.map { (1...2).contains($0 - review) } == true ? review : nil
    }
    return Years(report: report, review: review ?? report.map { $0 - 1 })
  }

  /// The years of a title, ascending: "2025年…和2026年…"; those of a period ("2021-2025年") are left out.
  private static func titleYears(_ title: [UInt8]) -> [Int] {
    Array(Set(DateReader.dates(in: title).filter { $0.day == nil }.map(\.year))).sorted()
  }

  private static func openingYears(_ opening: [UInt8]) -> [Int] {
    let first = opening.prefix(240)
    return Array(Set(DateReader.dates(in: Array(first)).filter { $0.day == nil }.map(\.year))).sorted()
  }

  /// The years that headings look back on and ahead to. Two years in a row speak for themselves; of a single one the
  /// words beside it do.
  private static func headingYears(_ headings: [[UInt8]]) -> (review: Int?, plan: Int?) {
    var single: [(year: Int, heading: [UInt8])] = []
    for heading in headings {
      let years = DateReader.dates(in: heading).map(\.year)
      if let year = years.last, years.count == 1 { single.append((year, heading)) }
    }
    let backwardYears = single.filter { one in backward.contains { one.heading.contains($0) } }.map(\.year)
    if let review = backwardYears.first, single.contains(where: { $0.year == review + 1 }) {
      return (review, review + 1)
    }
    if let first = single.first, single.contains(where: { $0.year == first.year + 1 }) {
      return (first.year, first.year + 1)
    }
    if let review = backwardYears.first { return (review, nil) }
    return (nil, single.first { one in forward.contains { one.heading.contains($0) } }?.year)
  }

  private static let backward: [StaticString] = [
    "回顾", "总结", "执行情况", "完成情况", "收支情况", "工作情况", "运行情况", "成就", "成效", "进展",
  ]
  private static let forward: [StaticString] = [
    "目标", "任务", "安排", "草案", "计划", "重点", "总体要求", "预期", "建议", "部署", "打算", "思路",
  ]

  private static func hintYear(_ hint: [UInt8]) -> Int? {
    var year: Int?
    var offset = 0
    while offset < hint.count {
      var end = offset
      while end < hint.count, (0x30...0x39).contains(hint[end]) { end += 1 }
      if end - offset == 4, let value = Int(hint[offset..<end].string), (1949...2199).contains(value) { year = value }
      offset = max(end, offset + 1)
    }
    return year
  }

  private static func mostNamed(_ body: [UInt8]) -> Int? {
    var counts: [Int: Int] = [:]
    for date in DateReader.dates(in: body.prefix(12_000)) { counts[date.year, default: 0] += 1 }
    return counts.filter { $0.value >= 2 }.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
