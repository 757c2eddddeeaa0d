import Documents
import Testing

@testable import Extract

/// What a paragraph leaves to the next one, and what it keeps.
@Suite("What paragraphs leave to one another")
struct ParagraphTests {
  @Test("An average of a plan's years is of the figures of its own paragraph only")
  func averages() {
    func years(_ text: String) -> [Period?] {
      Extractor().read(
        FactsPage.normal(FactsPage.page(text)),
        context: SentenceContext(area: "某市", reportYear: 2026, reviewYear: 2025, mood: .plan)
      ).map(\.period)
    }
    let together = years("生产总值年均增长6%。粮食产量达到70亿斤。")
    let apart = years("生产总值年均增长6%。\n粮食产量达到70亿斤。")
    #expect(together == [Period(years: 2026, through: 2030), Period(year: 2030)])
    #expect(apart == [Period(years: 2026, through: 2030), Period(year: 2026)])
  }

  @Test("A salutation without a mark behind it is a paragraph like others")
  func salutation() {
    let page = FactsPage.page("2025年政府工作报告\n一、2024年工作回顾\n各位代表\n全市粮食产量达到70亿斤。")
    let made = Extractor().extract(page: page, text: FactsPage.normal(page), hints: SourceHints(name: "report"))
    #expect(made.report.observations.map(\.indicator) == ["粮食产量"])
  }
}
