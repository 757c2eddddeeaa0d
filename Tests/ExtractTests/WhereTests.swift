import Documents
import Extract
import Testing

@Suite("Where, when it is open, and whose predicate it is")
struct WhereTests {
  @Test(
    "Where, how and what went well are no part of a name",
    arguments: SentenceRows.table(
      """
        中心城区实施城建项目46个。
          46个|城建项目|level 46 个|!实施
        “四改一拆”成效显著，完成880万平方米。
          880万平方米|"四改一拆"|level 880 万平方米
        一鼓作气实现剩余2.5万贫困人口稳定脱贫。
          2.5万|贫困人口|level 2.5 万|!实现稳定脱贫
        完成960个项目在线审批。
          960个|项目|level 960 个|!完成审批
        兑现惠企政策资金48亿元。
          48亿元|惠企政策资金|level 48 亿元|!兑现
      """
    )
  )
  func names(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "A predicate of the last of a list is not lent to one that has its own",
    arguments: SentenceRows.table(
      """
      完成26条道路弱电入地、29条道路雨污分流。
        26条|道路弱电入地|level 26 条|!完成
        29条|道路|level 29 条|!完成雨污分流
      新增博物馆22家、24小时城市书房16家。
        22家|博物馆|level 22 家|!新增
        16家|24小时城市书房|level 16 家|!新增
      城市、农村低保标准分别提高9%、10%。
        9%|城市低保标准|growth 9 %
        10%|农村低保标准|growth 10 %
      """
    )
  )
  func own(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Slogans, ways and what only sums up count nothing",
    arguments: ["深入实施三个“一号工程”。", "各地以1条特色产业链为切入点集聚资源。", "三项指标均居全省前列。"]
  )
  func nothing(sentence: String) {
    #expect(ReadSentence(sentence).lines == [])
  }
}
