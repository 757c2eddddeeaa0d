import Documents
import Lexicon

/// Reads the observations of a text's sentences.
struct ObservationReader: Sendable {
  private let lexicon: FigureLexicon
  let conversions: UnitConversions

  init(lexicon: FigureLexicon = .builtIn) {
    self.lexicon = lexicon
    conversions = UnitConversions(lexicon.units)
  }

  /// The observations of a text whose sentences all stand in one context: what `gongbao read` reads.
  func observations(in text: NormalText, context: SentenceContext) -> [Observation] {
    let region = context.area.flatMap { lexicon.regions.regions(named: $0).last?.code }
    return observations(in: text, below: region) { _ in context }
  }

  /// The observations of a report, in the order of the text.
  ///
  /// - Parameters:
  ///   - moods: where each sentence looks to is appended.
  ///   - parsed: called for each with how it was read, where somebody asks for that.
  func observations(
    in text: NormalText,
    facts: DocumentFacts,
    moods: inout [Report.Mood?],
    parsed: ((FigureParse) -> Void)? = nil
  ) -> [Observation] {
    let contexts = SectionContexts(text: text, facts: facts, words: lexicon.sections)
    let speaksOfYears = facts.reportType != .statisticalBulletin
    var running = SentenceContext.Mood.review
    var years = ReviewedYears(words: lexicon.sections)
    let comingPlan = ComingPlan(reportYear: facts.reportYear)
    return text.text.bytes.withUnsafeBufferPointer { bytes in
      let isOfBudget = facts.reportType == .budgetReport
      return observations(in: text, below: facts.region?.code, isOfBudget: isOfBudget, parsed: parsed) { sentence in
        var context = sentence.section.map { contexts.sections[$0] } ?? contexts.opening
        defer { moods.append(context.mood) }
        guard speaksOfYears else { return context }
        if let mood = context.mood {
          running = mood
        } else {
          if running == .review,
            SectionContexts.announcesPlan(bytes, sentence.range, facts.reportYear, lexicon.sections)
              || !text.paragraphs[sentence.paragraph].isHeading && comingPlan.isNamed(in: sentence, bytes)
          {
            running = .plan
          }
          context.mood = running
          if running == .plan { comingPlan.apply(to: &context) }
        }
        if facts.reportType != .budgetReport {
          years.apply(to: &context, sentence, in: sentence.section.flatMap { text.sections[$0].parent }, bytes)
        }
        return context
      }
    }
  }

  private func observations(
    in text: NormalText,
    below region: String?,
    isOfBudget: Bool = false,
    parsed: ((FigureParse) -> Void)? = nil,
    context: (NormalText.Sentence) -> SentenceContext
  ) -> [Observation] {
    var result: [Observation] = []
    text.text.bytes.withUnsafeBufferPointer { bytes in
      let words = PhraseScanner(text: bytes, lexicon: lexicon)
      func tells(_ word: StaticString) -> Bool { words.find(word, in: 0..<bytes.count) != nil }
      let traits = ReportTraits(
        places: Places(below: region, regions: lexicon.regions),
        isBudget: isOfBudget,
        tellsAllCurrencies: region == nil || tells("本外币"),
        tellsAllInvestment: tells("全社会固定资产投资")
      )
      var reader = SentenceReader(text: bytes, lexicon: lexicon, traits: traits)
      var paragraph = -1
      var section: Int?
      var looked = -1
      var isInNote = false
      for (index, sentence) in text.sentences.enumerated() {
        let headings = text.paragraphs[sentence.paragraph].isHeading
        let context = context(sentence)
        if sentence.paragraph != looked {
          looked = sentence.paragraph
          isInNote = isNote(bytes, text.paragraphs[looked].range)
        }
        if headings || isInNote { continue }
        if isRowOfTable(bytes, sentence.range) { continue }
        if sentence.section != section {
          reader.beginSection()
          section = sentence.section
        }
        if sentence.paragraph != paragraph {
          reader.beginParagraph()
          paragraph = sentence.paragraph
        }
        for draft in reader.read(sentence.range, context) {
          result.append(observation(draft, sentence: index, text.alignment))
          parsed?(FigureParse(words: draft.words, context: context))
        }
      }
    }
    return result
  }

  /// [24]厕所革命: a footnote explains a word.
  private func isNote(_ bytes: UnsafeBufferPointer<UInt8>, _ paragraph: Range<Int>) -> Bool {
    guard paragraph.count > 4 else { return false }
    // 16.两个确保:指…
    var place = paragraph.lowerBound
    let limit = min(paragraph.upperBound - 4, paragraph.lowerBound + 100)
    while place < limit {
      if bytes[place] == UInt8(ascii: ":") {
        let after = bytes[(place + 1)..<min(paragraph.upperBound, place + 7)]
        if after.starts(with: "指".utf8) || after.starts(with: "是指".utf8) || after.starts(with: "即".utf8) { return true }
        break
      }
      place += 1
    }
    var position = paragraph.lowerBound
    if bytes[position] == UInt8(ascii: "[") {
      position += 1
    } else if bytes[position] == 0xE3, bytes[position + 1] == 0x80, bytes[position + 2] == 0x94 {
      position += 3  // 〔
    } else {
      return false
    }
    return bytes[position] >= 0x30 && bytes[position] <= 0x39
  }

  /// 棚户区改造支出 1200 1350 112.5%: a row that a page prints without its table.
  private func isRowOfTable(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var meetings = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte >= 0x30, byte <= 0x39 {
        // A figure right behind another one: 1200 1350, 94.4%97.0%
        let previous = position > range.lowerBound ? bytes[position - 1] : 0
        if previous == UInt8(ascii: "%") { meetings += 1 }
        if previous == 0x20, position - 2 >= range.lowerBound, bytes[position - 2] >= 0x30, bytes[position - 2] <= 0x39
        {
          meetings += 1
        }
      } else if byte == 0xE2, position + 2 < range.upperBound, bytes[position + 1] == 0x89, bytes[position + 2] >= 0xA4,
        bytes[position + 2] <= 0xA7
      {
        meetings += 1  // 满意度≥90%: a table of goals
      }
      position += 1
    }
    return meetings >= 3 || meetings >= 1 && !hasMark(bytes, range)
  }

  /// Whether a comma stands in the sentence, or a full stop before its end.
  private func hasMark(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var hasMark = false
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == UInt8(ascii: ",") {
        hasMark = true
      } else if byte == 0xE3, position + 2 < range.upperBound, bytes[position + 1] == 0x80, bytes[position + 2] == 0x82
      {
        hasMark = position + 3 < range.upperBound  // 。 within
      }
      position += 1
    }
    return hasMark
  }

  /// 每个县（市、区）: brackets as reports print them.
  private static func area(_ bytes: [UInt8]) -> String {
    String(
      String(decoding: bytes, as: UTF8.self).map { $0 == "(" ? "（" : $0 == ")" ? "）" : $0 }
    )
  }

  private func observation(_ draft: Draft, sentence: Int, _ alignment: Alignment) -> Observation {
    var result = Observation(
      sentence: sentence,
      quote: alignment.printed(draft.quote),
      indicator: String(decoding: draft.indicator, as: UTF8.self),
      measure: draft.measure,
      value: draft.value.text,
      unit: draft.unit.isEmpty ? nil : String(decoding: draft.unit, as: UTF8.self),
      status: draft.status,
      rule: draft.rule.description,
      confidence: Confidence.of(
        draft,
        isKnown: draft.code != nil || lexicon.indicators.trie.value(of: draft.indicator) != nil
      )
    )
    switch draft.comparator {
    case .equal: result.comparator = .equal
    case .atLeast: result.comparator = .atLeast
    case .atMost: result.comparator = .atMost
    case .about: result.comparator = .about
    }
    result.valueHigh = draft.high?.text
    result.code = draft.code
    result.action = draft.action.map { String(decoding: $0, as: UTF8.self) }
    result.period = draft.period
    result.rankScope = draft.rankScope.map { String(decoding: $0, as: UTF8.self) }
    result.rankOf = draft.rankOf
    result.area = draft.area.map(Self.area)
    if let base = conversions.base(draft.unit) {
      result.baseValue = draft.value.double * base.factor
      result.baseUnit = base.unit.isEmpty ? nil : base.unit
    } else if !draft.unit.isEmpty {
      result.baseValue = draft.value.double
      result.baseUnit = result.unit
    }
    return result
  }
}

/// A leading multiplier of a unit multiplied out: 亿元 is 100,000,000 元; 千克 and 千瓦 stay.
struct UnitConversions: Sendable {
  private let multipliers: [(name: [UInt8], factor: Double)]
  /// Of units that are no multipliers.
  private let names: ScalarTrie

  init(_ units: Units) {
    multipliers = units.all.filter { $0.kind == .multiplier }
      .map { unit in
        (Array(unit.name.utf8), (0..<unit.power).reduce(1.0) { factor, _ in factor * 10 })
      }
      .sorted { $0.0.count > $1.0.count }
    names = units.trie
  }

  func base(_ unit: [UInt8]) -> (factor: Double, unit: String)? {
    if names.value(of: unit) != nil { return nil }
    for (name, factor) in multipliers where unit.starts(with: name) {
      return (factor, String(decoding: unit.dropFirst(name.count), as: UTF8.self))
    }
    return nil
  }
}
