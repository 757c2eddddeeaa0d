import Documents
import Testing

@testable import Extract

/// Budgets: of whom a sum is, and what an account has left.
@Suite("Counties of a budget, and what is left of an account")
struct ShareOfTheWholeTests {
  @Test(
    "A sum of the counties is of what was told, in an area of their own",
    arguments: ["年末政府债务余额90亿元，其中：市本级50亿元，县区40亿元。"]
  )
  func counties(sentence: String) {
    let read = ReadSentence(
      report: "某市2025年预算执行情况和2026年预算草案的报告\n一、2025年预算执行情况\n\(sentence)",
      area: "某市"
    )
    #expect(read.observations.map(\.indicator) == ["政府债务余额", "政府债务余额", "政府债务余额"])
    #expect(read.observations.map(\.area).suffix(2) == ["市本级", "县区"])
  }

  @Test(
    "What is left is of the account with income and spending",
    arguments: SentenceRows.table(
      """
      养老保险基金收入9亿元，其中财政补贴收入2亿元；养老保险基金支出8亿元，年末累计结余12亿元。
        养老保险基金收入
        财政补贴收入
        养老保险基金支出
        养老保险基金年末累计结余
      """
    )
  )
  func left(sentence: SentenceRows) {
    sentence.check(\.names)
  }
}
