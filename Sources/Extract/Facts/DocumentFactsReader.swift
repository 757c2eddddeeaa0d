import Documents
import Lexicon

/// Reads what a document is: its kind, years, region, meeting, speaker.
struct DocumentFactsReader {
  var kinds = ReportKinds.builtIn
  var regions = Regions.builtIn

  func facts(page: Page, text: NormalText, hints: SourceHints) -> DocumentFacts {
    let head = HeadText(text)
    let title = TitleReader(kinds: kinds).title(
      page: page.metadata.title.map { (Self.normal($0.value), $0.value) },
      head: head
    )
    var facts = DocumentFacts()
    facts.title = title.title
    facts.reportType = title.type ?? kinds.type(of: head.opening, in: .opening) ?? kindByForm(text) ?? .other
    facts.publishedOn = page.metadata.publishedOn?.value
    facts.source = page.metadata.source?.value
    facts.site = page.metadata.site?.value

    let titleMeeting = MeetingReader(text: title.normal).meeting()
    let headMeeting = MeetingReader(text: head.bytes).meeting()
    let meeting =
      facts.reportType == .statisticalBulletin
      ? nil
      : headMeeting.flatMap { $0.isDelivered ? $0 : nil } ?? titleMeeting ?? headMeeting
        ?? MeetingReader(text: head.opening).addressedMeeting()
    facts.meeting = meeting?.name
    facts.deliveredOn = meeting?.day ?? (facts.reportType == .statisticalBulletin ? nil : Self.loneDate(in: head))

    var body = ""
    if facts.reportType != .statisticalBulletin {
      let start = headMeeting.map { $0.range.upperBound } ?? 0
      let reader = SpeakerReader(head: head)
      if let speaker = reader.speaker(from: start) ?? (start > 0 ? reader.speaker(from: 0) : nil)
        ?? (head.hasSalutation ? nil : SpeakerReader.speaker(in: Array(head.opening.prefix(300))))
      {
        facts.speaker = speaker.name
        facts.office = speaker.office.isEmpty ? nil : speaker.office
        body = speaker.body
      }
    }

    // Files are often named after the report.
    let hintTitle = Self.normal(hints.name)
    var years = YearReader.Evidence()
    years.type = facts.reportType
    years.title = title.normal
    if DateReader.dates(in: years.title).isEmpty, kinds.type(of: hintTitle, in: .title) != nil {
      years.title = hintTitle
    }
    years.headings = text.sections.filter { $0.level <= 2 }.map { Array($0.title.utf8) }
    years.opening = head.opening
    years.deliveredOn = facts.deliveredOn
    years.publishedOn = facts.publishedOn
    years.hint = Array(hints.name.utf8)
    years.body = text.text.bytes
    let found = YearReader.years(years)
    facts.reportYear = found.report
    facts.reviewYear = found.review

    var evidence = RegionReader.Evidence()
    if let meeting { evidence.own.append(Array(meeting.name.utf8)) }
    evidence.own.append(title.normal)
    if !body.isEmpty { evidence.own.append(Array(body.utf8)) }
    evidence.own += head.lines.map { Array($0) }
    evidence.opening = Array(head.opening.prefix(420))
    evidence.surroundings =
      ([page.metadata.site?.value, page.metadata.source?.value].compactMap { $0 } + page.metadata.breadcrumb)
      .map(Self.normal)
    evidence.body = text.text.bytes
    evidence.hints = hints
    evidence.year = facts.reportYear
    if let region = RegionReader(regions: regions, kinds: kinds).region(evidence) {
      facts.region = region.region
      facts.regionIsHint = region.isHint
    }
    facts.issuingBody = IssuingBodyReader(
      head: head,
      start: headMeeting?.range.upperBound,
      speakerBody: body,
      facts: facts
    ).issuingBody()
    return facts
  }

  /// The kind of a report whose title and beginning are lost: by its headings and by whom it addresses.
  private func kindByForm(_ text: NormalText) -> DocumentFacts.ReportType? {
    let body = text.text.bytes
    if body.contains("本公报") || isToldOfYear(body) { return .statisticalBulletin }
    let headings = text.sections.filter { $0.level <= 2 }.map { Array($0.title.utf8) }
    let hasReview = headings.contains { $0.contains("回顾") }
    guard hasReview || body.contains("各位代表") else { return nil }
    if headings.contains(where: { $0.contains("预算") }) { return .budgetReport }
    if headings.contains(where: { $0.contains("计划执行情况") }) { return .planReport }
    return .workReport
  }

  /// A page of a bulletin in a newspaper has lost its title, but not how a bulletin tells a year; nobody speaks in it.
  private func isToldOfYear(_ body: [UInt8]) -> Bool {
    body.count(of: "比上年") >= 6 && body.count(of: "全年") >= 6 && !body.contains("我们") && !body.contains("各位代表")
  }

  /// Why a text is no report: of no kind that is known, and without the form that reports have.
  func refusal(facts: DocumentFacts, text: NormalText) -> Page.Refusal? {
    guard facts.reportType == .other else { return nil }
    let numbered = text.sections.reduce(0) { $0 + ($1.number.isEmpty ? 0 : 1) }
    var figures = 0
    var isInNumber = false
    for byte in text.text.bytes {
      let isDigit = (0x30...0x39).contains(byte)
      if isDigit, !isInNumber { figures += 1 }
      isInNumber = isDigit
    }
    return numbered >= 3 && figures >= 20 ? nil : .otherText
  }

  /// A line that is a day and nothing else, in front of the salutation.
  private static func loneDate(in head: HeadText) -> CalendarDate? {
    guard head.hasSalutation else { return nil }
    for line in head.lines {
      let marks: Set<UInt8> = [UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: " ")]
      let bare = line.filter { !marks.contains($0) }
      guard let date = DateReader.dates(in: bare).first, date.range == 0..<bare.count else { continue }
      return date.day
    }
    return nil
  }

  /// The normal form of a short text of the metadata: widths and white space.
  static func normal(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: bytes.append(UInt8(scalar.value - 0xFEE0))
      case 0x20, 0xA0, 0x3000, 0x09...0x0D, 0x2000...0x200F, 0xFEFF: continue
      case 0x201C, 0x201D: bytes.append(UInt8(ascii: "\""))
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return bytes
  }
}
