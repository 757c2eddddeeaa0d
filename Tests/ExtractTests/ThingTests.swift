import Documents
import Extract
import Testing

@Suite("Things, what they cost, what is done to them and what they bring")
struct ThingTests {
  @Test(
    "Each cost in a list is that of the thing behind it, up to the next one",
    arguments: SentenceRows.table(
      """
      推进总投资20亿元的东港光伏园、总投资30亿元的西山物流园、总投资9亿元的江口河道治理等项目。
        20亿元|东港光伏园总投资|level 20 亿元
        30亿元|西山物流园总投资|level 30 亿元
        9亿元|江口河道治理总投资|level 9 亿元
      加快建设投资7亿元的制氧厂及投资6亿元的冷链中心。
        7亿元|制氧厂投资|level 7 亿元
        6亿元|冷链中心投资|level 6 亿元
      抓好已入库的总投资500亿元的200个项目。
        500亿元|项目总投资|level 500 亿元
        200个|项目|level 200 个|!抓好
      """
    )
  )
  func costs(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "What is done to things counted is no part of their name",
    arguments: SentenceRows.table(
      """
      加快2座电站联合试运行、3座停建矿井复工复产。
        2座|电站|level 2 座|!加快联合试运行
        3座|停建矿井|level 3 座|!复工复产
      实施6家水泥企业深度治理。
        6家|水泥企业|level 6 家|!实施深度治理
      与60所高校、科研院所建立合作机制。
        60所|高校、科研院所|level 60 所|!建立合作机制
      在5个技改项目投产的基础上，谋划二期。
        5个|技改项目|level 5 个|!投产
      提档升级乡镇卫生院8所。
        8所|乡镇卫生院|level 8 所|!提档升级
      帮助300家小微企业应急还贷20亿元。
        300家|小微企业|level 300 家|!帮助
        20亿元|应急还贷|level 20 亿元
      30个老旧街区改造一新。
        30个|老旧街区|level 30 个|!改造一新
      22项改革试点进展顺利。
        22项|改革试点|level 22 项|!进展顺利
      9个同城化项目完成投资43亿元。
        9个|同城化项目|level 9 个
        43亿元|同城化项目投资|level 43 亿元|!完成
      新培育1个省级、4个市级产业园。
        1个|省级产业园|level 1 个|!新培育
        4个|市级产业园|level 4 个|!新培育
      """
    )
  )
  func acts(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "What things bring in is theirs, and what is brought about has the name behind the verb",
    arguments: SentenceRows.table(
      """
      6条产业链实现产值700亿元。
        6条|产业链|level 6 条
        700亿元|产业链产值|level 700 亿元
      # A mark stands between.
      3条航线开通，实现产值7亿元。
        3条|航线|level 3 条|!开通
        7亿元|产值|level 7 亿元|!实现
      带动制造业、服务业增加值分别增长9%、8%。
        9%|制造业增加值|growth 9 %
        8%|服务业增加值|growth 8 %|gdp_tertiary
      带动社会消费品零售总额完成600亿元。
        600亿元|社会消费品零售总额|level 600 亿元|retail
      全年签约项目投资额达到900亿元。
        900亿元|签约项目投资额|level 900 亿元
      """
    )
  )
  func yields(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "A threshold of the things counted, a base, and an index are told from what is measured",
    arguments: SentenceRows.table(
      """
      村集体收入超20万元的行政村达到60%。
        60%|村集体收入超20万元的行政村|share 60 %
      细颗粒物浓度降至每立方米30微克。
        30微克|细颗粒物浓度|level 30 微克
      居民消费价格指数控制在3%左右。
        3%左右|居民消费价格指数|growth 3 % ~|cpi
      优良天数达到80%。
        80%|优良天数|share 80 %|good_air_ratio
      优良天数达到300天。
        300天|优良天数|level 300 天|good_air_days
      """
    )
  )
  func measures(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test("How many years in a row something has been so is no span of years")
  func streaks() {
    #expect(ReadSentence("项目完成投资30亿元，连续五年获评先进。").periods == ["2023"])
    #expect(ReadSentence("新增五年制专业6个。").periods == ["2023"])
    #expect(ReadSentence("五年来完成投资30亿元。").periods == ["2019/2023"])
  }

  @Test("What a plan's years have brought so far is done, and of the years until then")
  func soFar() {
    #expect(ReadSentence("能耗强度“十四五”已累计下降11%。").statuses == ["11% actual 2021/2023"])
    #expect(ReadSentence("能耗强度“十四五”累计下降14%。").statuses == ["14% target 2021/2025"])
  }
}
