import Documents
import Load

/// A report as its readers see it: what is said of the document, and its observations with their words.
struct StatedReport {
  /// By the names of the view `documents`; empty ones left out.
  let facts: [(name: String, value: String)]
  private(set) var observations: [TextReader.Reading] = []
  /// The sentence that each observation stands in; `nil` for a table's.
  private(set) var sentences: [Int?] = []
  /// Heading texts from the top, joined by " / ", by section.
  let sections: [String]

  /// - Parameter parses: how the first observations were read, where somebody asks for that.
  init(uri: String, page: Page, report: Report, parses: [TextReader.Parse] = []) {
    facts = Self.facts(of: report)
    sections = Self.paths(of: report.sections)
    let ids = ObservationNames.ids(uri: uri, page: page, report: report)
    for (index, observation) in report.observations.enumerated() {
      guard var reading = TextReader.Reading(observation, of: report, page: page, added: 0) else { continue }
      reading.id = index < ids.count ? ids[index] : nil
      reading.parse = index < parses.count ? parses[index] : nil
      let section = observation.sentence.flatMap { $0 < report.sentences.count ? report.sentences[$0].section : nil }
      reading.section = section.flatMap { $0 < sections.count ? sections[$0] : nil }
      observations.append(reading)
      sentences.append(observation.sentence)
    }
  }

  private static func facts(of report: Report) -> [(name: String, value: String)] {
    let facts = report.facts
    let all: [(String, String?)] = [
      ("title", facts.title), ("report_type", facts.reportType.name),
      ("report_year", facts.reportYear.map(String.init)),
      ("review_year", facts.reviewYear.map(String.init)), ("region", facts.region?.name),
      ("region_code", facts.region?.code), ("region_level", facts.region?.level.name),
      ("province", facts.region?.province), ("prefecture", facts.region?.prefecture), ("meeting", facts.meeting),
      ("delivered_on", facts.deliveredOn?.description), ("published_on", facts.publishedOn?.description),
      ("speaker", facts.speaker), ("office", facts.office), ("issuing_body", facts.issuingBody),
      ("source", facts.source), ("site", facts.site), ("refused", report.refusal?.words),
    ]
    return all.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : (name, $0) } }
  }

  private static func paths(of sections: [Report.Section]) -> [String] {
    var paths: [String] = []
    for (index, section) in sections.enumerated() {
      let parent = section.parent.flatMap { $0 < index ? paths[$0] + " / " : nil } ?? ""
      paths.append(parent + section.title)
    }
    return paths
  }

  // MARK: Comparing

  static func changes(
    _ old: [(name: String, value: String)],
    _ new: [(name: String, value: String)]
  ) -> [StageDifference.FieldChange] {
    var changes: [StageDifference.FieldChange] = []
    for (name, value) in old {
      let now = new.first { $0.name == name }?.value
      if now != value { changes.append(.init(name, old: value, new: now)) }
    }
    for (name, value) in new where !old.contains(where: { $0.name == name }) {
      changes.append(.init(name, old: nil, new: value))
    }
    return changes
  }

  /// Observations are the same one by their id, which stands for the place; those that are left by what they are of,
  /// so that a changed figure in a changed sentence is one change.
  static func changes(
    _ old: [TextReader.Reading],
    _ new: [TextReader.Reading]
  ) -> StageDifference.Observations {
    var result = StageDifference.Observations()
    var partner = [Int?](repeating: nil, count: new.count)
    var isTaken = [Bool](repeating: false, count: old.count)
    func pair(by key: (TextReader.Reading) -> [String?]) {
      var places: [[String?]: [Int]] = [:]
      for index in old.indices.reversed() where !isTaken[index] { places[key(old[index]), default: []].append(index) }
      for index in new.indices where partner[index] == nil {
        guard let found = places[key(new[index])]?.popLast() else { continue }
        partner[index] = found
        isTaken[found] = true
      }
    }
    pair { [$0.id] }
    pair { [$0.sentence, $0.quote, $0.indicator, $0.measure] }
    pair { [$0.indicator, $0.code, $0.action, $0.measure, $0.status, $0.period, $0.area, $0.rankScope] }
    pair { [$0.sentence, $0.quote] }
    for (index, reading) in new.enumerated() {
      guard let before = partner[index].map({ old[$0] }) else {
        result.added.append(reading)
        continue
      }
      let fields = changes(before.statedFields, reading.statedFields)
      if fields.isEmpty {
        result.same += 1
      } else {
        result.changed.append(.init(old: before, new: reading, fields: fields))
      }
    }
    result.removed = old.indices.filter { !isTaken[$0] }.map { old[$0] }
    return result
  }
}

extension TextReader.Reading {
  /// What it says and where, by the names of the view `observations`; where its words stand in the page is left out, since
  /// that moves with every line before it.
  var statedFields: [(name: String, value: String)] {
    let all: [(String, String?)] = [
      ("section", section), ("sentence", sentence), ("quote", quote), ("indicator", indicator),
      ("indicator_code", code), ("action", action), ("measure", measure), ("comparator", comparator),
      ("status", status), ("period", period), ("rank_scope", rankScope), ("rank_of", rankOf), ("value_text", value),
      ("value_high", valueHigh), ("unit", unit), ("base_value", baseValue.map { WarehouseAnswer.Value.real($0).text }),
      ("base_unit", baseUnit),
      ("area", area), ("area_code", areaCode), ("origin", origin), ("table_caption", tableCaption),
      ("row_path", rowPath), ("column_path", columnPath), ("rule", rule), ("confidence", "\(confidence)"),
    ]
    return all.compactMap { name, value in value.map { (name, $0) } }
  }
}

extension TextReader.Reading {
  /// Whether it states of its words what another one does.
  func saysTheSame(as other: TextReader.Reading) -> Bool {
    func said(_ one: TextReader.Reading) -> [String] {
      one.statedFields.filter { $0.name != "section" && $0.name != "value_high" }.map { "\($0.name) \($0.value)" }
    }
    return said(self) == said(other) && valueHigh.flatMap { Double($0) } == other.valueHigh.flatMap { Double($0) }
  }
}

extension Findings {
  /// - Parameter ids: of the report's observations.
  func shown(ids: [String]) -> [ShownFinding] {
    findings.map { finding in
      ShownFinding(
        rule: finding.rule,
        severity: finding.severity.name,
        message: finding.message,
        observation: finding.observation.flatMap { ids.indices.contains($0) ? ids[$0] : nil },
        document: finding.document
      )
    }
  }
}
