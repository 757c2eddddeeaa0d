import Testing

@Suite("What is done, told right before the number, and lists that say a word once")
struct DoneTests {
  @Test(
    "已 and a verb right before the number tell what is done, and are no part of the name",
    arguments: SentenceRows.table(
      """
      河道排污口已封堵88个。
        88个|河道排污口|level 88 个|!封堵
      老旧电梯目前已更新60部，供水管网已改造12公里。
        60部|老旧电梯|level 60 部|!更新
        12公里|供水管网|level 12 公里|!改造
      远程医疗已覆盖36家乡镇卫生院。
        36家|乡镇卫生院|level 36 家|!覆盖
      """
    )
  )
  func done(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "获 before an award is what is done",
    arguments: SentenceRows.table(
      """
      实施攻关项目7项，获省专利金奖4项。
        7项|攻关项目|level 7 项|!实施
        4项|省专利金奖|level 4 项|!获
      """
    )
  )
  func awards(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Stages of what the sentence opens with are of that",
    arguments: SentenceRows.table(
      """
      水利项目建设提速，新开工30个，竣工15个。
        30个|水利项目|level 30 个|!新开工
        15个|水利项目|level 15 个|!竣工
      统筹推进总投资超90亿元的20个港口项目。
        超90亿元|港口项目总投资|level 90 亿元 >=
        20个|港口项目|level 20 个|!推进
      """
    )
  )
  func stages(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "A level and a noun that a list says once are each name's",
    arguments: SentenceRows.table(
      """
      国家、省级实验室分别达到2家、13家。
        2家|国家级实验室|level 2 家
        13家|省级实验室|level 13 家
      电信、邮政业务总量分别增长6%、13%。
        6%|电信业务总量|growth 6 %
        13%|邮政业务总量|growth 13 %
      平安建设综合考评居全省第三。
        第三|平安建设综合考评|rank 3 位|@全省 level
      加快打造五百亿元园区。
      发放残疾人两项补贴0.9亿元。
        0.9亿元|残疾人两项补贴|level 0.9 亿元|!发放
      """
    )
  )
  func lists(sentence: SentenceRows) {
    sentence.check(\.lines)
  }
}
