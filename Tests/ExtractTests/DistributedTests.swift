import Documents
import Extract
import Testing

@Suite("What each does, classes without a noun, and acts that end before the next name")
struct DistributedTests {
  @Test(
    "每个 names whose it is up to the act, and no further than the comma",
    arguments: SentenceRows.table(
      """
      每个县打造2个示范片区，创建和美乡村100个。
        每个县|2个|示范片区
        某市|100个|和美乡村
      每个主导产业链至少举办专题招商2次以上。
        每个主导产业链|2次以上|专题招商
      每个省级以上开发区谋划推进1个百亿级项目。
        每个省级以上开发区|1个|百亿级项目
      """
    )
  )
  func each(sentence: SentenceRows) {
    let read = ReadSentence(sentence.text, mood: .plan)
    sentence.expect(
      read.observations.map { "\($0.area ?? "某市")|\(read.page.text[$0.quote])|\($0.indicator)" }
    )
  }

  @Test(
    "A class by its size takes the noun of the one before",
    arguments: SentenceRows.table(
      """
      打造百亿元以上产业集群3个、50亿元以上4个。
        3个|百亿元以上产业集群|level 3 个|!打造
        4个|50亿元以上产业集群|level 4 个|!打造
      年收入超过10万元的占比提高1个百分点。
        1个百分点|年收入超过10万元的占比|change 1 个百分点
      制造业、涉农贷款余额分别突破800亿元、900亿元。
        突破800亿元|制造业贷款余额|level 800 亿元 >=
        900亿元|涉农贷款余额|level 900 亿元 >=
      总额80亿元的新材料基金落地。
        80亿元|新材料基金总额|level 80 亿元
      """
    )
  )
  func classes(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "What has an act of its own takes none from before",
    arguments: SentenceRows.table(
      """
      投入救灾资金4亿元，农业保险赔付2亿元。
        4亿元|救灾资金|level 4 亿元|!投入
        2亿元|农业保险赔付|level 2 亿元
      新增平台58家，合作企业超过900家。
        58家|平台|level 58 家|!新增
        超过900家|合作企业|level 900 家 >=
      落实惠企政策、为企业减负15亿元。
        15亿元|减负|level 15 亿元
      力争瞪羚企业实现“零”的突破、专精特新企业突破90家。
        突破90家|专精特新企业|level 90 家 >=
      代表建议240件、政协提案333件全部办复。
        240件|代表建议|level 240 件|!办复
        333件|政协提案|level 333 件|!办复
      """
    )
  )
  func own(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Two acts before a number, and adverbs behind a noun, are no part of the name",
    arguments: SentenceRows.table(
      """
      推动制定6部地方性法规。
        6部|地方性法规|level 6 部|!推动制定
      31件提案高质量办结。
        31件|提案|level 31 件|!办结
      70项经验在全国全省推广。
        70项|经验|level 70 项|!在全国全省推广
      推动将甲、乙等15个重大事项列入行动计划。
        15个|行动计划|level 15 个|!列入
      新增装机容量320万千瓦。
        320万千瓦|新增装机容量|level 320 万千瓦
      """
    )
  )
  func acts(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test("A name with 翻番 in it, and what is best in years, count nothing")
  func names() {
    #expect(ReadSentence("实施海洋经济翻番行动。").lines == [])
    #expect(ReadSentence("新增学位500个，高考取得五年来最好成绩。").datedIndicators == ["学位 2023"])
    #expect(ReadSentence("规上工业营收迈上万亿台阶。").lines == ["万亿|规上工业营收|level 1 万亿元"])
    #expect(
      ReadSentence("人均生产总值最高与最低的倍差缩小至1.89。").lines == ["1.89|人均生产总值最高与最低的倍差|ratio 1.89 -"]
    )
  }
}
