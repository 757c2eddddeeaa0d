import GRDB
import Pipeline
import Testing

@Suite("Counted words")
struct TermTests {
  @Test("They are told for each section, back and ahead apart, for 10,000 characters")
  func views() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("docs/a.txt", workReport(city: "营口市", year: 2024, extra: "防治污染，发展绿色产业，再治污染。"))
    try sandbox.write("docs/b.txt", workReport(city: "盘锦市", year: 2024))
    sandbox.configuration = try .read(
      Array(
        #"""
        {"sources": [{"files": ["docs/**/*.txt"]}],
         "extract": {"terms": {"环境": ["污染", "绿色"], "就业": ["就业"]}}}
        """#.utf8
      ),
      root: sandbox.root
    )
    try await sandbox.run()
    let words = try sandbox.texts(
      "SELECT mood || ' ' || list || ' ' || term || ' ' || count || ' ' || section FROM terms WHERE document_uri = 'docs/a.txt' ORDER BY 1"
    )
    #expect(
      words == [
        "plan 就业 就业 1 2024年工作安排", "plan 环境 污染 2 2024年工作安排", "plan 环境 绿色 1 2024年工作安排",
        "review 就业 就业 1 2023年工作回顾",
      ]
    )
    let lists = try sandbox.texts(
      "SELECT document_uri || ' ' || mood || ' ' || list || ' ' || count FROM attention ORDER BY 1"
    )
    #expect(
      lists == [
        "docs/a.txt plan 就业 1", "docs/a.txt plan 环境 3", "docs/a.txt review 就业 1", "docs/a.txt review 环境 0",
        "docs/b.txt plan 就业 1", "docs/b.txt plan 环境 0", "docs/b.txt review 就业 1", "docs/b.txt review 环境 0",
      ]
    )
    let wrong = try sandbox.integers(
      """
      SELECT count(*) FROM attention a WHERE per_10000 <> round(count * 10000.0 / characters, 2) OR characters <>
        (SELECT sum(length(sentence)) FROM sentences s WHERE s.document_uri = a.document_uri AND s.mood = a.mood)
      """
    )
    #expect(wrong == [0])
  }
}
