import Documents
import Load

/// A document made line by line, for tests: sections, sentences and one observation for each figure asked for.
struct ReportBuilder {
  var uri: String
  private(set) var page = Page()
  private(set) var report = Report()
  var findings = Findings()

  init(uri: String, region: String = "甲市", code: String? = "990100", type: DocumentFacts.ReportType = .workReport) {
    self.uri = uri
    report.facts.title = "政府工作报告"
    report.facts.reportType = type
    report.facts.reportYear = 2025
    report.facts.reviewYear = 2024
    report.facts.region = .init(code: code, name: region, level: .prefecture, province: "某省", prefecture: region)
    page.metadata.title = Found("2025年政府工作报告", at: .heading)
  }

  mutating func confidence(_ value: Double) { page.bodyConfidence = value }

  @discardableResult
  private mutating func line(_ text: String) -> Range<Int> {
    if !page.text.isEmpty { page.text.bytes.append(0x0A) }
    let start = page.text.count
    page.text.bytes.append(contentsOf: text.utf8)
    page.blocks.append(Block(kind: .paragraph, range: start..<page.text.count))
    return start..<page.text.count
  }

  mutating func section(_ title: String, level: Int = 1, number: String = "一", parent: Int? = nil) {
    line(title)
    report.sections.append(.init(level: level, number: number, title: title, parent: parent))
  }

  mutating func sentence(_ text: String) {
    let range = line(text)
    report.sentences.append(
      .init(printed: range, section: report.sections.isEmpty ? nil : report.sections.count - 1)
    )
  }

  /// An observation in the last sentence.
  mutating func observe(
    _ quote: String,
    indicator: String = "地区生产总值",
    code: String? = "gdp",
    value: String,
    unit: String? = "亿元",
    measure: Observation.Measure = .level,
    status: Observation.Status = .actual,
    period: Period? = Period(year: 2024),
    base: Double? = nil,
    change: (inout Observation) -> Void = { _ in }
  ) {
    guard let sentence = report.sentences.last,
      let offset = ReportBuilder.find(Array(quote.utf8), in: Array(page.text.bytes[sentence.printed]))
    else { return }
    let start = sentence.printed.lowerBound + offset
    var observation = Observation(
      sentence: report.sentences.count - 1,
      quote: start..<start + quote.utf8.count,
      indicator: indicator,
      measure: measure,
      value: value,
      unit: unit,
      status: status,
      rule: "test",
      confidence: 0.9
    )
    observation.code = code
    observation.period = period
    observation.baseValue = base
    observation.baseUnit = base == nil ? nil : "元"
    change(&observation)
    report.observations.append(observation)
  }

  /// A row of a table with one figure.
  mutating func tableRow(_ text: String, quote: String, cell: Observation.Cell, value: String) {
    let range = line(text)
    guard let offset = ReportBuilder.find(Array(quote.utf8), in: Array(page.text.bytes[range])) else { return }
    let start = range.lowerBound + offset
    var observation = Observation(
      sentence: nil,
      quote: start..<start + quote.utf8.count,
      indicator: cell.rowPath,
      measure: .level,
      value: value,
      unit: "万元",
      origin: .table,
      rule: "test"
    )
    observation.cell = cell
    report.observations.append(observation)
  }

  mutating func term(_ term: String, count: Int, section: Int? = nil) {
    report.terms.append(.init(list: "environment", term: term, section: section, count: count))
  }

  mutating func edit(_ body: (inout Page, inout Report) -> Void) {
    body(&page, &report)
  }

  func rows(state: DocumentState = .current, reason: String? = nil, digest: UInt8 = 1) -> DocumentRows {
    DocumentRows(
      uri: uri,
      state: state,
      reason: reason,
      outputDigest: [digest],
      page: page,
      report: report,
      findings: findings
    )
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8]) -> Int? {
    guard needle.count <= bytes.count else { return nil }
    return (0...bytes.count - needle.count).first { bytes[$0..<$0 + needle.count] == needle[...] }
  }
}
