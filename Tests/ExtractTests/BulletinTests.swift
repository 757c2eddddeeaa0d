import Documents
import Extract
import Testing

/// What statistical bulletins say in ways of their own.
@Suite("Sentences of bulletins")
struct BulletinTests {
  @Test(
    "Beds and goods take the noun that their whole has said",
    arguments: SentenceRows.table(
      """
      年末卫生机构实有床位5200张，其中医院3100张，乡镇卫生院900张。
        卫生机构实有床位
        医院床位
        乡镇卫生院床位
      限额以上批零企业零售额增长3%，其中家具类增长2%，汽车类下降1%。
        限额以上批零企业零售额
        限额以上批零企业家具类零售额
        限额以上批零企业汽车类零售额
      限额以上消费品零售额增长4%，其中粮油类商品零售额增长3%，饮料类增长2%。
        限额以上消费品零售额
        粮油类商品零售额
        饮料类商品零售额
      公路旅客运输量900万人，旅客运输周转量8亿人公里。
        公路旅客运输量
        公路旅客运输周转量
      城镇居民人均可支配收入4.1万元，其中：工资性收入2.3万元，增长4%；经营净收入0.7万元，增长5%。
        城镇居民人均可支配收入 income_urban
        城镇居民工资性收入
        城镇居民工资性收入
        城镇居民经营净收入
        城镇居民经营净收入
      农村居民工资性收入9000元、转移净收入4000元。
        农村居民工资性收入
        农村居民转移净收入
      居民人均可支配收入3.2万元，其中工资性收入1.9万元。
        居民人均可支配收入 income
        工资性收入
      服务业增加值300亿元，对经济增长的贡献率为61%。
        服务业增加值 gdp_tertiary
        服务业对经济增长的贡献率
      执业医师1800人，注册护士2000人，卫生技术人员5000人。
        执业医师
        注册护士
        卫生技术人员
      """
    )
  )
  func parts(sentence: SentenceRows) {
    sentence.check(\.names)
  }

  @Test(
    "Parts of a sentence of its own take the noun of the whole, in its unit",
    arguments: SentenceRows.table(
      """
      年末常住人口508万人，其中城镇309万人，乡村199万人。
        年末常住人口 population
        城镇常住人口
        乡村常住人口
      全市教职工6.2万人，其中高等学校0.8万人，特殊学校217人。
        教职工
        高等学校教职工
        特殊学校教职工
      在校生77万人，其中高等学校7所，小学27万人。
        在校生
        高等学校
        小学在校生
      营业收入超亿元的企业达90户，其中超10亿元的9户，超50亿元的3户。
        营业收入超亿元的企业
        营业收入超10亿元的企业
        营业收入超50亿元的企业
      """
    )
  )
  func wholes(sentence: SentenceRows) {
    sentence.check(\.names)
  }

  @Test(
    "What a list is of, said behind 等, belongs to no name of it",
    arguments: SentenceRows.table(
      """
      合成纤维、电池、化肥等产品产量分别增长6%、5%、4%。
        合成纤维产量
        电池产量
        化肥产量
      造纸业、纺织业、家具制造业等三个行业增加值分别增长9%、8%、7%。
        行业
        造纸业增加值
        纺织业增加值
        家具制造业增加值
      食品、轻纺、建材等三大支柱产业产值分别达到7亿元、6亿元、5亿元。
        食品产业产值
        轻纺产业产值
        建材产业产值
      """
    )
  )
  func lists(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test(
    "拥有, 有 and 实有 before a name are no part of it, and words that open so are",
    arguments: SentenceRows.table(
      """
      全市共有检测机构8个，有色金属产量9万吨。
        8个|检测机构|level 8 个
        9万吨|有色金属产量|level 9 万吨
      年末市本级有湿地公园4个。
        4个|湿地公园|level 4 个
      年末实有出租车800辆。
        800辆|出租车|level 800 辆
      文物单位共收藏可移动文物5000件(套)。
        5000件(套)|可移动文物|level 5000 件(套)|!收藏
      选拔培养的运动员共获得奖牌56枚。
        56枚|奖牌|level 56 枚|!获得
      年末领取失业保险金人数3万人。
        3万人|领取失业保险金人数|level 3 万人
      限额以上单位通过公共网络实现销售额9亿元。
        9亿元|限额以上单位通过公共网络实现销售额|level 9 亿元
      """
    )
  )
  func owned(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Among them, how many more, and what is set against the year before",
    arguments: SentenceRows.table(
      """
      规模以上工业的36个行业大类中有23个实现增长。
        36个|规模以上工业行业大类|level 36 个
        23个|规模以上工业行业大类|level 23 个|!实现增长
      35个行业大类中，21个行业实现增长。
        35个|行业大类|level 35 个
        21个|行业|level 21 个|!实现增长
      汽车保有量13万辆，净增2万辆。
        13万辆|汽车保有量|level 13 万辆
        2万辆|汽车保有量|change 2 万辆
      细颗粒物平均浓度30微克/立方米，与上年度相比下降2%。
        30微克/立方米|细颗粒物平均浓度|level 30 微克/立方米
        2%|细颗粒物平均浓度|growth -2 %
      全市44个考核断面水质达标率100%。
        44个|考核断面|level 44 个
        100%|考核断面水质达标率|share 100 %
      9个市级集中式饮用水水源地水质达标率100%。
        9个|市级集中式饮用水水源地|level 9 个
        100%|市级集中式饮用水水源地水质达标率|share 100 %
      公路密度180公里/百平方公里。
        180公里/百平方公里|公路密度|level 180 公里/百平方公里
      """
    )
  )
  func counts(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test("From the year before to the bulletin's own, whichever that is")
  func fromTheYearBefore() {
    let read = ReadSentence("城乡居民收入比由上年的1.84:1缩小至1.82:1。", year: 2026)
    #expect(read.periods == ["2024", "2025"])
    let report = ReadSentence(
      report: """
        某市2025年国民经济和社会发展统计公报
        一、综合
        初步核算，全年地区生产总值500亿元，增长5%。
        二、对外经济
        进口商品种类从7种扩大至30种。
        """,
      area: "某市"
    )
    #expect(report.periods.suffix(2) == ["2024", "2025"])
  }
}
