import Documents

/// A work report of a prefecture for 2025 with nothing wrong, to be spoilt by a test.
struct Example {
  var page = Page()
  var report = Report()

  init() {
    report.facts.title = "2025年政府工作报告"
    report.facts.reportType = .workReport
    report.facts.reportYear = 2025
    report.facts.reviewYear = 2024
    report.facts.region = .init(code: "211100", name: "盘锦市", level: .prefecture, province: "辽宁省", prefecture: "盘锦市")
    report.facts.deliveredOn = CalendarDate(year: 2025, month: 1, day: 10)
    page.metadata.title = Found("盘锦市2025年政府工作报告", at: .heading)
    say("全市地区生产总值1400亿元，增长5%。", ("1400亿元", figure("gdp", "1400", "亿元", base: 1400e8)), ("5%", growth("gdp", "5")))
  }

  /// Adds a sentence with its observations, each found by its quote from left to right.
  mutating func say(_ text: String, _ observations: (quote: String, observation: Observation)...) {
    if !page.text.isEmpty { page.text.bytes.append(0x0A) }
    let start = page.text.count
    let bytes = Array(text.utf8)
    page.text.bytes.append(contentsOf: bytes)
    page.blocks.append(Block(kind: .paragraph, range: start..<page.text.count))
    report.sentences.append(.init(printed: start..<page.text.count, section: nil))
    var from = 0
    for (quote, observation) in observations {
      let wanted = Array(quote.utf8)
      let found = (from...max(from, bytes.count - wanted.count))
        .first { $0 + wanted.count <= bytes.count && bytes[$0..<$0 + wanted.count] == wanted[...] }
      guard let found else { continue }
      var observation = observation
      observation.sentence = report.sentences.count - 1
      observation.quote = start + found..<start + found + wanted.count
      report.observations.append(observation)
      from = found + wanted.count
    }
  }

  /// As one of a region's documents.
  func headlines() -> Headlines {
    Headlines(
      facts: report.facts,
      observations: report.observations.filter { $0.code != nil }.map { observation in
        .init(
          observation: observation,
          sentence: observation.sentence.map { page.text[report.sentences[$0].printed] } ?? "",
          quoteStart: 0,
          quote: page.text[observation.quote]
        )
      }
    )
  }
}

func figure(
  _ code: String?,
  _ value: String,
  _ unit: String?,
  base: Double? = nil,
  indicator: String? = nil,
  year: Int = 2024,
  measure: Observation.Measure = .level,
  status: Observation.Status = .actual,
  change: (inout Observation) -> Void = { _ in }
) -> Observation {
  var observation = Observation(
    sentence: nil,
    quote: 0..<0,
    indicator: indicator ?? code ?? "",
    measure: measure,
    value: value,
    unit: unit,
    status: status
  )
  observation.code = code
  observation.period = Period(year: year)
  observation.baseValue = base
  observation.baseUnit = base == nil ? nil : "元"
  change(&observation)
  return observation
}

func growth(_ code: String, _ value: String, year: Int = 2024, status: Observation.Status = .actual) -> Observation {
  figure(code, value, "%", year: year, measure: .growth, status: status)
}

func share(_ indicator: String, _ value: String, code: String? = nil) -> Observation {
  figure(code, value, "%", indicator: indicator, measure: .share)
}
