import Lexicon
import Testing

@Suite("Heads of columns")
struct TableWordsTests {
  private func text(_ head: String) -> String {
    guard let column = TableWords.builtIn.column(of: Array(head.utf8)) else { return "-" }
    var text = "\(column.kind)"
    if let year = column.year { text += " \(year)" }
    if !column.base.isEmpty { text += " of " + String(decoding: column.base, as: UTF8.self) }
    if column.isOfYearBefore { text += ", before" }
    if column.isOfPlan { text += ", planned" }
    return text
  }

  @Test(
    "What a head says of its figures",
    arguments: [
      ("绝对数", "amount"), ("金额(万元)", "amount"), ("2024年执行数", "amount 2024"), ("上年决算数", "amount, before"),
      ("2025年预算数", "plan 2025, planned"), ("(调整)预算数", "plan, planned"), ("2025年预计执行数", "estimate 2025"),
      ("比上年增长(%)", "growth"), ("同比增减%", "growth"), ("对比预算数增幅(%)", "growth"),
      ("2025年预算数比2024年执行数增长%", "growth 2025, planned"), ("比2023年决算数增减额", "change 2023"),
      ("执行数为预算数的%", "share of 预算数"), ("执行数为(调整)预算数的%", "share of 调整预算数"),
      ("2025年预算数为上年执行数的%", "share 2025 of 上年执行数, planned"), ("完成调整预算%", "share of 调整预算"),
      ("占预算", "share of 预算"), ("比重(%)", "share"), ("价格指数", "index"),
    ]
  )
  func columns(head: String, meaning: String) {
    #expect(text(head) == meaning)
  }

  @Test(
    "What names something measured, or is only a part of a head, says nothing of that kind",
    arguments: [
      "产量(吨)", "2024年", "执行数为", "预算数的%", "为预算数的%", "比上年", "(%)", "越秀区", "2025年预算数比2024年执行数", "",
      "((((", ")(", "占", "完成", "的", "年末",
    ]
  )
  func others(head: String) {
    #expect(TableWords.builtIn.column(of: Array(head.utf8)) == nil)
  }
}
