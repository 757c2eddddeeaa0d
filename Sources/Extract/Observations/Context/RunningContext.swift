import Documents
import Lexicon

/// The context of one sentence after another: the section's, and what the sentences before have turned to.
struct RunningContext {
  private let text: NormalText
  private let facts: DocumentFacts
  private let words: SectionWords
  private let sections: SectionContexts
  private let comingPlan: ComingPlan
  /// 2024年
  private let ownYear: [UInt8]
  private var mood = SentenceContext.Mood.review
  private var years: ReviewedYears

  init(text: NormalText, facts: DocumentFacts, words: SectionWords) {
    self.text = text
    self.facts = facts
    self.words = words
    sections = SectionContexts(text: text, facts: facts, words: words)
    comingPlan = ComingPlan(reportYear: facts.reportYear)
    ownYear = facts.reportYear.map { Array("\($0)年".utf8) } ?? []
    years = ReviewedYears(words: words, reviewYear: facts.reviewYear ?? facts.reportYear)
  }

  /// - Parameters:
  ///   - sentence: the next one; each is to be asked for, headings too.
  ///   - bytes: of the whole text.
  mutating func context(
    of sentence: NormalText.Sentence,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> SentenceContext {
    var context: SentenceContext
    if let section = sentence.section { context = sections.sections[section] } else { context = sections.opening }
    guard facts.reportType != .statisticalBulletin else { return context }
    if let said = context.mood {
      mood = said
    } else {
      if mood == .review, turnsAhead(sentence, bytes) { mood = .plan }
      context.mood = mood
      if mood == .plan { comingPlan.apply(to: &context) }
    }
    if facts.reportType != .budgetReport {
      years.apply(to: &context, sentence, in: sentence.section.flatMap { text.sections[$0].parent }, bytes)
    }
    return context
  }

  /// Whether a sentence of a part without a telling title turns from what was done to what is to come.
  private func turnsAhead(_ sentence: NormalText.Sentence, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let isHeading = sentence.section.map { text.sections[$0].range.lowerBound == sentence.range.lowerBound } ?? false
    let range = sentence.range
    return words.announcement.first(in: bytes, from: range.lowerBound, to: range.upperBound) != nil
      || opensOwnYear(in: range, of: bytes)
      || !isHeading && comingPlan.isNamed(in: sentence.range, of: bytes)
  }

  /// 2024年是, 2024年,是
  private func opensOwnYear(in range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = ownYear.first else { return false }
    var position = range.lowerBound
    while position + ownYear.count < range.upperBound {
      let byte = bytes[position]
      let next = position + ownYear.count
      if byte == first, bytes[position..<next].elementsEqual(ownYear),
        bytes.has("是", at: next, to: range.upperBound) || bytes.has(",是", at: next, to: range.upperBound)
      {
        return true
      }
      position += byte >= 0xE4 && byte <= 0xE9 ? 3 : 1
    }
    return false
  }
}
