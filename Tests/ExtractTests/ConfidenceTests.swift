import Documents
import Testing

@Suite("How sure a figure is")
struct ConfidenceTests {
  private func confidence(_ text: String) throws -> Double {
    try #require(ReadSentence(text).observations.first).confidence
  }

  @Test("A name of two characters, and one in which a verb seems to have stayed, are less sure")
  func names() throws {
    let plain = try confidence("深水泊位50个。")
    #expect(try confidence("泊位50个。") < plain - 0.1)
    #expect(try confidence("被淘汰企业50家。") < plain - 0.1)
  }
}
