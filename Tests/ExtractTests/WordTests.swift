import Documents
import Extract
import Testing

@Suite("Words and what only looks like them")
struct WordTests {
  @Test(
    "A unit's character that opens another word is no unit",
    arguments: SentenceRows.table(
      """
      全年新落地过50亿项目8个以上。
        8个以上|过50亿项目|level 8 个 >=|!新落地
      规上服务业产值突破千亿台阶。
        突破千亿|规上服务业产值|level 1000 亿元 >=
      全市医疗旅游人次86.5万、收入83.9亿元。
        86.5万|医疗旅游人次|level 86.5 万
        83.9亿元|收入|level 83.9 亿元
      带动近4000农户。
        近4000农户|农户|level 4000 户 ~|!带动
      """
    )
  )
  func units(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "An adverb's character that opens another word stays with it",
    arguments: SentenceRows.table(
      """
      其他收入12亿元。
        12亿元|其他收入|level 12 亿元
      均衡性转移支付6亿元。
        6亿元|均衡性转移支付|level 6 亿元
      再融资债券9亿元。
        9亿元|再融资债券|level 9 亿元
      税务部门组织的各项收入40亿元。
        40亿元|税务部门组织的各项收入|level 40 亿元
      主要是社区养老经费300万元。
        300万元|社区养老经费|level 300 万元
      """
    )
  )
  func adverbs(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Words around a number are no part of the name",
    arguments: SentenceRows.table(
      """
      确保秸秆综合利用率在90%以上。
        90%以上|秸秆综合利用率|share 90 % >=
      出境断面达标率连续三年为100%。
        100%|出境断面达标率|share 100 %
      对全市经济增长的贡献率为12%。
        12%|对全市经济增长的贡献率|share 12 %
      下达6000万元教育补助资金。
        6000万元|教育补助资金|level 6000 万元|!下达
      市三届人大二次会议批准的全市一般公共预算收入为50亿元。
        50亿元|一般公共预算收入|level 50 亿元
      """
    )
  )
  func around(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test("What a sum is for is its name behind 安排, and 资金 where nothing is said")
  func purposes() {
    #expect(
      ReadSentence("安排3000万元，支持乡村教育。安排800万元，健全养老服务体系。安排500万元。").lines == [
        "3000万元|乡村教育|level 3000 万元|!安排", "800万元|养老服务体系|level 800 万元|!安排", "500万元|资金|level 500 万元|!安排",
      ]
    )
  }

  @Test(
    "A row of a table that the page prints as text states nothing",
    arguments: SentenceRows.table(
      """
      其他支出 1,200 1,350 112.5% 98.0%
      项目二期 300 15年 2.34% 6,489.83
      教育支出 3600 3700 104.4%97.0%其他教育支出
      """
    )
  )
  func rows(sentence: SentenceRows) {
    sentence.check(\.lines)
  }
}

@Suite("What names leave to one another")
struct SharedNameTests {
  @Test(
    "Owners, nouns and classes are restored",
    arguments: SentenceRows.table(
      """
      水路完成货运量30万吨。
        30万吨|水路货运量|level 30 万吨
      家具制造、水产加工两大产业集群营收分别突破20亿元、16亿元。
        突破20亿元|家具制造产业集群营收|level 20 亿元 >=
        16亿元|水产加工产业集群营收|level 16 亿元 >=
      新增国家级示范园3个、省级5个。
        3个|国家级示范园|level 3 个|!新增
        5个|省级示范园|level 5 个|!新增
      新建供水管线8公里。
        8公里|供水管线|level 8 公里|!新建
      普通高中7所，在校学生2万人。
        7所|普通高中|level 7 所
        2万人|普通高中在校学生|level 2 万人
      """
    )
  )
  func restored(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "A count that only announces what follows states nothing",
    arguments: SentenceRows.table(
      """
      改革的关键是三条。
      集中力量办好两件大事。
      坚持四项原则。
      """
    )
  )
  func announcements(sentence: SentenceRows) {
    sentence.check(\.lines)
  }
}
