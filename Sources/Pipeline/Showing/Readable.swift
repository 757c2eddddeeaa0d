import Documents

// The stages' outputs as text for people.

extension Page {
  var readable: String {
    var lines: [String] = []
    func add(_ name: String, _ value: String?) { if let value, !value.isEmpty { lines.append("\(name): \(value)") } }
    func add(_ name: String, _ found: Found<String>?) { add(name, found.map { "\($0.value) (\($0.place.words))" }) }
    func add(_ name: String, _ link: Link?) { add(name, link.map(\.readable)) }
    add("title", metadata.title)
    add("published", metadata.publishedOn.map { "\($0.value) (\($0.place.words))" })
    add("source", metadata.source)
    add("author", metadata.author)
    add("site", metadata.site)
    add("column", metadata.column)
    add("index number", metadata.indexNumber)
    add("breadcrumb", metadata.breadcrumb.joined(separator: " > "))
    add("previous", metadata.previous)
    add("next", metadata.next)
    add("address", metadata.canonicalURL)
    for attachment in metadata.attachments { add("attachment", attachment) }
    for image in images { add("picture", "\(image.text) (\(image.target))") }
    add("body agreed on", bodyConfidence.map { "\(Int(($0 * 100).rounded())) %" })
    add("refused", refusal?.words)
    if !lines.isEmpty { lines.append("") }
    lines.append(text.description)
    return lines.joined(separator: "\n")
  }
}

extension Link {
  fileprivate var readable: String { target.isEmpty ? text : "\(text) (\(target))" }
}

extension PageMetadata.Place {
  /// Where a value stood.
  fileprivate var words: String {
    switch self {
    case .metaTag: "meta tag"
    case .openGraph: "Open Graph tag"
    case .linkedData: "linked data"
    case .labelledLine: "line beside the text"
    case .heading: "heading"
    case .titleTag: "title tag"
    case .breadcrumb: "breadcrumb"
    case .url: "address"
    case .footer: "foot"
    }
  }
}

extension NormalText {
  var readable: String {
    var lines: [String] = []
    var last: Int?
    for sentence in sentences {
      if sentence.section != last, let index = sentence.section, sections.indices.contains(index) {
        let section = sections[index]
        if !lines.isEmpty { lines.append("") }
        let title = [section.number, section.title].filter { !$0.isEmpty }.joined(separator: " ")
        lines.append(String(repeating: "#", count: max(1, section.level)) + " " + title)
      }
      last = sentence.section
      lines.append(text[sentence.range])
    }
    return lines.joined(separator: "\n")
  }
}

extension Report {
  func readable(_ page: Page) -> String {
    var lines: [String] = []
    func add(_ name: String, _ value: String?) { if let value, !value.isEmpty { lines.append("\(name): \(value)") } }
    add("title", facts.title)
    add("type", facts.reportType.name)
    add("year", facts.reportYear.map(String.init))
    add("region", facts.region.map { $0.name + ($0.code.map { " (\($0))" } ?? "") })
    add("meeting", facts.meeting)
    add("delivered", facts.deliveredOn.map { "\($0)" })
    add("speaker", facts.speaker)
    add("refused", refusal?.words)
    var last: Int?
    for observation in observations {
      if observation.sentence != last || last == nil {
        lines.append("")
        if let index = observation.sentence, sentences.indices.contains(index) {
          lines.append(Self.text(page, sentences[index].printed))
        }
      }
      last = observation.sentence
      lines.append("  " + Self.line(observation, quote: Self.text(page, observation.quote)))
    }
    return lines.joined(separator: "\n")
  }

  private static func text(_ page: Page, _ range: Range<Int>) -> String {
    page.text[range.clamped(to: 0..<page.text.count)]
  }

  private static func line(_ observation: Observation, quote: String) -> String {
    var parts = [observation.indicator]
    if let code = observation.code { parts.append("[\(code)]") }
    parts.append(observation.measure.name)
    let value = observation.value + (observation.valueHigh.map { "-" + $0 } ?? "")
    parts.append(
      (observation.comparator == .equal ? "" : observation.comparator.name) + value + (observation.unit ?? "")
    )
    parts.append(observation.status.name)
    if let period = observation.period { parts.append("\(period)") }
    if let area = observation.area { parts.append(area) }
    return parts.joined(separator: " · ") + "  (\(quote))"
  }
}

extension Findings {
  var readable: String {
    findings.isEmpty
      ? "nothing to report"
      : findings.map { "\($0.severity.name): \($0.rule): \($0.message)" }.joined(separator: "\n")
  }
}
