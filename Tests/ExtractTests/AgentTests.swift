import Documents
import Extract
import Testing

@Suite("Who acts, for whom, and who is led to act")
struct AgentTests {
  @Test(
    "Who acts, or where, is no part of what is counted behind the verb",
    arguments: SentenceRows.table(
      """
      临港新城力争新引进6家研发机构。
        6家|研发机构|level 6 家|!新引进
      在友好城市建成4个展示中心。
        4个|展示中心|level 4 个|!建成
      该厂生产的300台机床全部出口。
        300台|机床|level 300 台|!出口
      每个县市区至少引进2个外资项目。
        2个|外资项目|level 2 个 >=|!引进
      """
    )
  )
  func acting(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "A verb that ends a name stays with it",
    arguments: SentenceRows.table(
      """
      长江片区融合发展12项合作事项加快推进。
        长江片区融合发展合作事项
      打好柴油货车污染治理两场战役。
        柴油货车污染治理战役
      """
    )
  )
  func nominal(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test(
    "For whom something is done stands between who does it and the verb",
    arguments: SentenceRows.table(
      """
      劳动监察为农民工追回工资2亿元。
        2亿元|工资|level 2 亿元|!追回
      面向重点人群发放消费券3亿元。
        3亿元|消费券|level 3 亿元|!发放
      以优惠价为6个县供应煤炭20万吨。
        6个|县|level 6 个|!供应
        20万吨|煤炭|level 20 万吨|!供应
      """
    )
  )
  func serving(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Who is led to do something is counted, and what they do is the action",
    arguments: SentenceRows.table(
      """
      推动9个开发区与外省园区共建飞地。
        9个|开发区|level 9 个|!推动与外省园区共建飞地
      推动70个机关大院对市民开放。
        70个|机关大院|level 70 个|!推动对市民开放
      带动600户贫困户年均增收4000元。
        600户|贫困户|level 600 户|!带动
        4000元|贫困户|change 4000 元|!带动
      """
    )
  )
  func led(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "A point's number, and an adverb before the verb, are no part of a name",
    arguments: SentenceRows.table(
      """
      十一是新建便民驿站60个。
        60个|便民驿站|level 60 个|!新建
      70项重点工程已竣工26项。
        70项|重点工程|level 70 项
        26项|重点工程|level 26 项|!竣工
      放宽准入20条措施取得新进展。
        20条|放宽准入措施|level 20 条|!取得新进展
      """
    )
  )
  func leftOut(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test("What was merged is told with what is left of it")
  func merged() {
    #expect(ReadSentence("12个部门整合为9个。").datedIndicators == ["部门 2022", "部门 2023"])
    #expect(ReadSentence("中小学校由90所优化整合为60所。").datedIndicators == ["中小学校 2022", "中小学校 2023"])
    #expect(ReadSentence("120个园区整合优化为80个。").lines == ["120个|园区|level 120 个", "80个|园区|level 80 个"])
  }
}
