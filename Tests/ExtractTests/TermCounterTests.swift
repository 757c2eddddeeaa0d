import Documents
import Normalize
import Testing

@testable import Extract

@Suite("Words of the user's lists")
struct TermCounterTests {
  @Test("The longest of overlapping words is counted, list by list")
  func counts() {
    var page = Page()
    page.text = UTF8Text("推动绿色发展，发展绿色金融。防治污染。")
    page.blocks = [Block(kind: .paragraph, range: 0..<page.text.count)]
    let text = Normalizer().normalize(page)
    let counter = TermCounter(["environment": ["绿色", "绿色发展", "污染"], "money": ["金融"]])
    let counts = counter.counts(in: text, moods: [.review, .review])
    #expect(
      counts.map { "\($0.list) \($0.term) \($0.count)" } == [
        "environment 绿色 1", "environment 绿色发展 1", "environment 污染 1", "money 金融 1",
      ]
    )
    #expect(TermCounter([:]).counts(in: text, moods: [.review, .review]).isEmpty)
    #expect(
      counter.counts(in: text, moods: [.plan, nil]).map { "\($0.term) \($0.mood?.name ?? "-")" } == [
        "污染 -", "绿色 plan", "绿色发展 plan", "金融 plan",
      ]
    )
  }
}
