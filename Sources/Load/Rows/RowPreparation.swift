import Documents

/// Makes a document's rows. Pure; one for each document.
struct RowPreparation {
  let uri: String
  let page: Page
  let report: Report
  let positions: CodePointIndex

  init(uri: String, page: Page, report: Report) {
    self.uri = uri
    self.page = page
    self.report = report
    positions = CodePointIndex(page.text.bytes)
  }

  /// Children of the document, parents before children.
  func tables(findings: Findings) -> [RowSet] {
    let sentences = SentenceRows(self)
    let observations = observations(in: sentences)
    return [sections(), sentences.rows, observations, self.findings(findings, observations), termCounts()]
  }

  func observationIDs() -> [String] {
    let sentences = SentenceRows(self)
    var identity = ObservationIdentity(uri: uri)
    return report.observations.enumerated().map { index, observation in
      id(of: observation, at: sentences.places[index], in: sentences, &identity)
    }
  }

  func document(hasPage: Bool, hasReport: Bool) -> RowSet {
    var rows = RowSet(.document)
    let (facts, metadata) = (report.facts, page.metadata)
    rows.append(uri)
    rows.append(facts.title ?? metadata.title?.value)
    rows.append(hasReport ? facts.reportType.name : nil)
    rows.append(facts.reportYear)
    rows.append(facts.reviewYear)
    rows.append(facts.region?.name)
    rows.append(facts.region?.code)
    rows.append(facts.region?.level.name)
    rows.append(facts.region?.province)
    rows.append(facts.region?.prefecture)
    rows.append(hasReport ? (facts.regionIsHint ? 1 : 0) : nil)
    rows.append(facts.meeting)
    rows.append(facts.deliveredOn?.description)
    rows.append(facts.publishedOn?.description ?? metadata.publishedOn?.value.description)
    rows.append(facts.speaker)
    rows.append(facts.office)
    rows.append(facts.issuingBody)
    rows.append(facts.source ?? metadata.source?.value)
    rows.append(facts.site ?? metadata.site?.value)
    rows.append(metadata.title?.value)
    rows.append(metadata.publishedOn?.value.description)
    rows.append(metadata.source?.value)
    rows.append(metadata.site?.value)
    rows.append(hasPage ? (page.hasReplacements ? 1 : 0) : nil)
    rows.append(hasPage ? (page.isCutOff ? 1 : 0) : nil)
    rows.append(page.statedLength)
    rows.append(page.bodyConfidence)
    if hasPage && !page.text.isEmpty { rows.append(text: page.text.bytes[...]) } else { rows.appendNull() }
    return rows
  }

  private func sections() -> RowSet {
    var rows = RowSet(.section)
    var paths: [String] = []
    for (ordinal, section) in report.sections.enumerated() {
      let parent = section.parent.flatMap { $0 < ordinal ? $0 : nil }
      let path = parent.map { paths[$0] + " / " + section.title } ?? section.title
      paths.append(path)
      rows.append(ordinal)
      rows.append(section.level)
      rows.append(section.number.isEmpty ? nil : section.number)
      rows.append(section.title)
      rows.append(path)
      rows.append(parent)
    }
    return rows
  }

  private func observations(in sentences: SentenceRows) -> RowSet {
    var rows = RowSet(.observation)
    rows.reserve(rows: report.observations.count, bytes: report.observations.count * 160)
    var identity = ObservationIdentity(uri: uri)
    for (ordinal, observation) in report.observations.enumerated() {
      let place = sentences.places[ordinal]
      let quote = clamped(observation.quote)
      rows.append(id(of: observation, at: place, in: sentences, &identity))
      rows.append(ordinal)
      rows.append(row: place.row)
      rows.append(positions.position(ofByte: quote.lowerBound) - positions.position(ofByte: place.printed.lowerBound))
      rows.append(text: page.text.bytes[quote])
      rows.append(observation.indicator)
      rows.append(observation.code)
      rows.append(observation.action)
      rows.append(observation.measure.name)
      rows.append(observation.comparator.name)
      rows.append(observation.status.name)
      rows.append(observation.period?.description)
      rows.append(observation.period?.startDate)
      rows.append(observation.period?.endDate)
      rows.append(observation.rankScope)
      rows.append(observation.rankOf?.name)
      rows.append(Double(observation.value))
      rows.append(observation.valueHigh.flatMap(Double.init))
      rows.append(observation.value)
      rows.append(observation.unit)
      rows.append(observation.baseValue)
      rows.append(observation.baseUnit)
      rows.append(observation.area ?? report.facts.region?.name)
      rows.append(observation.area == nil ? report.facts.region?.code : observation.areaCode)
      rows.append(observation.origin.name)
      rows.append(observation.rule)
      rows.append(observation.confidence)
      rows.append(observation.cell?.caption)
      rows.append(observation.cell?.rowPath)
      rows.append(observation.cell?.columnPath)
    }
    return rows
  }

  private func id(
    of observation: Observation,
    at place: SentenceRows.Place,
    in sentences: SentenceRows,
    _ identity: inout ObservationIdentity
  ) -> String {
    if let cell = observation.cell {
      return identity.table(
        caption: cell.caption,
        rowPath: cell.rowPath,
        columnPath: cell.columnPath,
        occurrence: cell.occurrence
      )
    }
    let quote = clamped(observation.quote)
    let start = min(place.printed.lowerBound, quote.lowerBound)
    var prefix: [UInt8] = []
    let offset = CanonicalText.append(page.text.bytes[start..<quote.lowerBound], to: &prefix)
    return identity.prose(
      sentence: sentences.canonical(row: place.row),
      occurrence: sentences.occurrences[place.row],
      quote: page.text.bytes[quote],
      quoteOffset: offset
    )
  }

  private func findings(_ findings: Findings, _ observations: RowSet) -> RowSet {
    var rows = RowSet(.finding)
    for (ordinal, finding) in findings.findings.enumerated() {
      rows.append(ordinal)
      rows.append(finding.rule)
      rows.append(finding.severity.name)
      rows.append(finding.message)
      if let index = finding.observation, 0 <= index, index < observations.count, let id = observations.row(index).first
      {
        rows.append(text: observations.text(id))
      } else {
        rows.appendNull()
      }
      rows.append(finding.document)
    }
    return rows
  }

  private func termCounts() -> RowSet {
    var rows = RowSet(.termCount)
    for (ordinal, term) in report.terms.enumerated() {
      rows.append(ordinal)
      rows.append(term.list)
      rows.append(term.term)
      rows.append(section(term.section))
      rows.append(term.mood?.name)
      rows.append(term.count)
    }
    return rows
  }

  /// The ordinal of a section that exists.
  func section(_ index: Int?) -> Int? {
    index.flatMap { report.sections.indices.contains($0) ? $0 : nil }
  }

  /// The range cut to the page's text.
  func clamped(_ range: Range<Int>) -> Range<Int> {
    range.clamped(to: 0..<page.text.count)
  }
}
