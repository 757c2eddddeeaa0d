import Documents
import Extract
import Testing

@Suite("Constructions of prose")
struct ConstructionTests {
  @Test(
    "Levels and what they are followed by",
    arguments: SentenceRows.table(
      """
      全市地区生产总值905.2亿元，增长5.1%。
        905.2亿元|地区生产总值|level 905.2 亿元|gdp
        5.1%|地区生产总值|growth 5.1 %|gdp
      粮食产量比上年减少2.5万吨，下降3%。
        2.5万吨|粮食产量|change -2.5 万吨|grain
        3%|粮食产量|growth -3 %|grain
      城镇化率达到58.3%，提高0.9个百分点。
        58.3%|城镇化率|share 58.3 %|urbanization
        0.9个百分点|城镇化率|change 0.9 个百分点|urbanization
      农药使用量翻了一番。
        一番|农药使用量|ratio 1 番
      旅游收入是上年的1.4倍。
        1.4倍|旅游收入|ratio 1.4 倍|tourism_revenue
      城乡居民收入比缩小到2.3:1。
        2.3:1|城乡居民收入比|ratio 2.3 -
      """
    )
  )
  func levels(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Bounds touch the number on either side",
    arguments: SentenceRows.table(
      """
      植树超过300万株。
        超过300万株|植树|level 300 万株 >=
      失业率控制在5%以内。
        5%以内|失业率|share 5 % <=
      建成泊位40余个。
        40余个|泊位|level 40 个 >=|!建成
      减税近亿元。
        近亿元|减税|level 1 亿元 ~
      水产品产量约12万吨。
        约12万吨|水产品产量|level 12 万吨 ~
      引进企业不少于8家。
        不少于8家|企业|level 8 家 >=|!引进
      年产值突破千亿元。
        突破千亿元|年产值|level 1000 亿元 >=
      """
    )
  )
  func bounds(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Values are dealt out to their subjects",
    arguments: SentenceRows.table(
      """
      城镇和农村居民人均可支配收入分别为41200元和19800元，分别增长4%和6.5%。
        41200元|城镇居民人均可支配收入|level 41200 元|income_urban
        19800元|农村居民人均可支配收入|level 19800 元|income_rural
        4%|城镇居民人均可支配收入|growth 4 %|income_urban
        6.5%|农村居民人均可支配收入|growth 6.5 %|income_rural
      出口额、进口额分别突破50亿元、30亿元。
        突破50亿元|出口额|level 50 亿元 >=|exports
        30亿元|进口额|level 30 亿元 >=
      覆盖率、达标率均达100%。
        100%|覆盖率、达标率|share 100 %
      新建幼儿园6所、公园3个。
        6所|幼儿园|level 6 所|!新建
        3个|公园|level 3 个|!新建
      """
    )
  )
  func lists(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Ranks have a scope and a base",
    arguments: SentenceRows.table(
      """
      地区生产总值800亿元，总量居全省第四位，增速全省第一。
        800亿元|地区生产总值|level 800 亿元|gdp
        第四位|地区生产总值|rank 4 位|gdp|@全省 level
        第一|地区生产总值|rank 1 位|gdp|@全省 growth
      港口吞吐量增长9%，位列全国第六。
        9%|港口吞吐量|growth 9 %|port_throughput
        第六|港口吞吐量|rank 6 位|port_throughput|@全国 growth
      外贸依存度居全国前三。
        前三|外贸依存度|rank 3 位 <=|@全国 level
      """
    )
  )
  func ranks(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Numbers that bound or describe the thing counted are no observations",
    arguments: SentenceRows.table(
      """
      建成5000万元以上项目31个。
        31个|5000万元以上项目|level 31 个|!建成
      6个亿元以上项目开工。
        6个|亿元以上项目|level 6 个|!开工
      产值超5亿元企业达到12家。
        12家|产值超5亿元企业|level 12 家
      入围全国500强。
      连续8年提高标准。
      """
    )
  )
  func attributes(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Names, dates and phrases with numbers give nothing",
    arguments: SentenceRows.table(
      """
      落实中央八项规定精神。
      创建国家5A级景区。
      推进“3+6”产业体系建设。
      新建212国道绕城段。
      召开第十六届人民代表大会第四次会议。
      开通12345热线。
      千方百计稳就业。
      打好三大攻坚战。
      零售业十分活跃，合作一般。
      百花齐放。
      6月18日举行开工仪式。
      """
    )
  )
  func names(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Periods come from the sentence, else from the report",
    arguments: SentenceRows.table(
      """
      粮食产量50万吨。
        2023
      2021年，粮食产量50万吨。
        2021
      上半年，出口额30亿元。
        2023-01/2023-06
      1-11月，出口额30亿元。
        2023-01/2023-11
      到2027年，粮食产量达到60万吨。
        2027
      “十四五”期间，粮食产量年均增长2%。
        2021/2025
      """
    )
  )
  func periods(sentence: SentenceRows) {
    sentence.check(\.periods)
  }

  @Test("From and to are two levels of two years")
  func fromTo() {
    let read = ReadSentence("企业由310家增加到452家。")
    #expect(read.observations.map(\.value) == ["310", "452"])
    #expect(read.observations.map { $0.period?.description } == ["2022", "2023"])
  }

  @Test("A forecast governs what follows it, a plan everything")
  func status() {
    #expect(ReadSentence("预计进出口总额60亿元。").observations.first?.status == .estimated)
    #expect(ReadSentence("进出口总额60亿元，预计增长3%。").observations.map(\.status) == [.actual, .estimated])
    #expect(ReadSentence("进出口总额60亿元。", mood: .plan).observations.first?.status == .target)
  }

  @Test("Figures of a part of the area carry no headline code")
  func parts() {
    let read = ReadSentence("市本级一般公共预算收入20亿元（不含高新区3亿元），增长2%。")
    #expect(read.observations.map(\.area) == ["市本级", "高新区", "市本级"])
    #expect(read.observations.allSatisfy { $0.code == nil })
  }

  @Test("The multiplier of a unit is multiplied out, 千公顷 and 千瓦 keep their own sense")
  func base() {
    let read = ReadSentence("产值3.5亿元，装机20万千瓦。")
    #expect(read.observations.map(\.baseValue) == [350_000_000, 200_000])
    #expect(read.observations.map(\.baseUnit) == ["元", "千瓦"])
  }
}
