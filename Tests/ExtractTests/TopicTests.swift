import Documents
import Extract
import Testing

@Suite("What earlier clauses speak of, and what only describes")
struct TopicTests {
  @Test(
    "An act without a noun is done to what the clause before acts on",
    arguments: SentenceRows.table(
      """
      强力整治印花、铸造等“散乱污”企业，依法取缔35家、整改提升8家。
        35家|"散乱污"企业|level 35 家|!取缔
        8家|"散乱污"企业|level 8 家|!整改提升
      """
    )
  )
  func acted(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "An industry is the topic of what it grew by, and of what it yields",
    arguments: SentenceRows.table(
      """
      新兴产业加快推进，占比提升3个百分点。
        3个百分点|新兴产业占比|change 3 个百分点
      生态食品产业发展势头强劲，增长41%。
        41%|生态食品产业|growth 41 %
      现代能源产业新增装机30万千瓦，实现产值90亿元。
        30万千瓦|现代能源产业新增装机|level 30 万千瓦
        90亿元|现代能源产业产值|level 90 亿元|!实现
      重点企业27家，数量增长50%。
        27家|重点企业|level 27 家
        50%|重点企业|growth 50 %
      工业投资、高新技术投资分别增长35%、40%。
        35%|工业投资|growth 35 %
        40%|高新技术投资|growth 40 %
      """
    )
  )
  func industries(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Level and growth have a rank each, or one together",
    arguments: SentenceRows.table(
      """
      一般公共预算收入完成18亿元，总量及增速分别居全省第二位、第四位。
        18亿元|一般公共预算收入|level 18 亿元|revenue
        第二位|一般公共预算收入|rank 2 位|revenue|@全省 level
        第四位|一般公共预算收入|rank 4 位|revenue|@全省 growth
      一般公共预算收入完成18亿元，总量及增速均居全省第二位。
        18亿元|一般公共预算收入|level 18 亿元|revenue
        第二位|一般公共预算收入|rank 2 位|revenue|@全省 level
      """
    )
  )
  func ranks(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Who or what leads to the act is no part of what is counted",
    arguments: SentenceRows.table(
      """
      “一链一策”提升12条产业链。
        12条|产业链|level 12 条|!提升
      “夜间门诊”试点惠及群众16万人。
        16万人|群众|level 16 万人|!惠及
      既有住宅加装电梯219部。
        219部|电梯|level 219 部|!加装
      出台奖励方案并拿出1200万元用于奖励。
        1200万元|资金|level 1200 万元|!拿出
      投资3亿元进行街区改造。
        3亿元|投资|level 3 亿元
      两个矿山治理项目已通过验收。
        两个|矿山治理项目|level 2 个|!通过验收
      9台机组并网发电。
        9台|机组|level 9 台|!并网发电
      改造老街6条、老旧小区44个2530户。
        6条|老街|level 6 条|!改造
        44个|老旧小区|level 44 个|!改造
        2530户|老旧小区|level 2530 户|!改造
      中心城区达到100万人口。
        100万|中心城区人口|level 100 万
      """
    )
  )
  func leading(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Sizes of the things in a list, classes of places and slogans count nothing",
    arguments: [
      "推进东厂2×22兆瓦机组改造。", "推进大东100万羽蛋鸡养殖等重点产业项目建设。", "全市50户以上自然村建成消防队伍。", "补齐三元正极材料等缺失环节。",
      "推进产业、人才、文化三个振兴，守好发展和生态两条底线。", "两项工作均居全省前列。", "利用20天时间完成了土地收储。",
    ]
  )
  func nothing(sentence: String) {
    #expect(ReadSentence(sentence).lines == [])
  }

  @Test("A range may have two strokes, and 能耗降低 is a fall")
  func strokes() {
    #expect(ReadSentence("力争1--2家企业挂牌上市。").lines == ["1--2家|企业|level 1..2 家|!挂牌上市"])
    #expect(
      ReadSentence("单位地区生产总值能耗降低2.8%左右。").lines == ["2.8%左右|单位地区生产总值能耗|growth -2.8 % ~|energy_intensity"]
    )
  }
}
