import Documents
import Extract
import Testing

@Suite("Wholes, their parts, and sums of them")
struct WholeTests {
  @Test(
    "Branches of the industry are not called 规模以上, and who owns the firms is",
    arguments: SentenceRows.table(
      """
      规模以上工业增加值增长6%，采矿业增加值增长2%，制造业增加值增长7%，国有企业增加值增长3%。
        规模以上工业增加值 industrial_va
        采矿业增加值
        制造业增加值
        规模以上国有企业增加值
      规模以上采矿业增加值增长2%，制造业增加值增长7%。
        规模以上采矿业增加值
        规模以上制造业增加值
      规模以上工业[3]增加值增长6%。
        规模以上工业增加值 industrial_va
      国有及限额以上工业增加值增长6%。
        国有及限额以上工业增加值 industrial_va
      新兴产业增加值增长9%，其中新材料增长5%，生物医药下降2%。
        新兴产业增加值
        新材料增加值
        生物医药增加值
      """
    )
  )
  func branches(sentence: SentenceRows) {
    sentence.check(\.names)
  }

  @Test(
    "A share that says no whole is of the one said before",
    arguments: SentenceRows.table(
      """
      税收收入24亿元，占一般公共预算收入的比重为60%；非税收入16亿元，占比40%。
        24亿元 税收收入 tax
        60% 税收收入占一般公共预算收入的比重
        16亿元 非税收入
        40% 非税收入占一般公共预算收入的比重
      民生领域财政支出30亿元，占公共预算支出的82%。
        30亿元 民生领域财政支出
        82% 民生领域财政支出占公共预算支出 livelihood_share
      民生重点支出9亿元，占财政支出的8%。
        9亿元 民生重点支出
        8% 民生重点支出占财政支出
      """
    )
  )
  func shares(sentence: SentenceRows) {
    sentence.check(\.quotedNames)
  }

  @Test(
    "A sum is of no part",
    arguments: SentenceRows.table(
      """
      补助资金3亿元、贷款2亿元、自筹1亿元，合计6亿元。
        3亿元 补助资金
        2亿元 贷款
        1亿元 自筹
        6亿元 合计
      补助资金3亿元，合计5亿元。
        3亿元 补助资金
        5亿元 补助资金
      """
    )
  )
  func sums(sentence: SentenceRows) {
    sentence.check(\.quotedNames)
  }

  @Test(
    "A list before 等 is part of a name that is measured, and not of one that is counted",
    arguments: SentenceRows.table(
      """
      改造供热、燃气等老旧管网60公里。
        供热、燃气等老旧管网
      培育甲光电、乙模具等外贸骨干企业5户。
        外贸骨干企业
      加上债务还本、上解支出等支出总量为40亿元。
        支出总量
      """
    )
  )
  func lists(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test(
    "收人 is 收入 misread",
    arguments: SentenceRows.table(
      """
      完成一般预算收人11亿元。
        11亿元|一般预算收人|level 11 亿元|revenue
      城镇居民人均可支配收人增长9%。
        9%|城镇居民人均可支配收人|growth 9 %|income_urban
      农民人均纯收入和城镇居民人均可支配收人年均增长5%和9%。
        5%|农民人均纯收入|avg_growth 5 %
        9%|城镇居民人均可支配收人|avg_growth 9 %|income_urban
      招收人员200名。
        200名|人员|level 200 名|!招收
      """
    )
  )
  func misread(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "What stands around a headline's name is no part of it",
    arguments: SentenceRows.table(
      """
      全县外贸出口总额达到3亿美元。
        3亿美元|外贸出口总额|level 3 亿美元|exports
      空气质量优良天数达300天。
        300天|空气质量优良天数|level 300 天|good_air_days
      城镇调查失业率平均为5.1%。
        5.1%|城镇调查失业率|share 5.1 %|unemployment_surveyed
      地区生产总值修订为800亿元。
        800亿元|地区生产总值|level 800 亿元|gdp
      居民消费价格总水平上涨幅度控制在2%左右。
        2%左右|居民消费价格总水平|growth 2 % ~|cpi
      粮食产量要增长3%。
        3%|粮食产量|growth 3 %|grain
      水利工程建设需要增长3%。
        3%|水利工程建设需要|growth 3 %
      森林覆盖率始终保持在60%以上。
        60%以上|森林覆盖率|share 60 % >=
      预计全年（下同）地区生产总值增长7%。
        7%|地区生产总值|growth 7 %|gdp
      一是新增城镇就业5万人，二是建成托育机构10家。
        5万人|新增城镇就业|level 5 万人|jobs
        10家|托育机构|level 10 家|!建成
      地区生产总值跨越八千亿新台阶。
        八千亿|地区生产总值|level 8000 亿元|gdp
      止年底，金融机构存、贷款余额分别增长9%、8%。
        9%|金融机构存款余额|growth 9 %|deposits
        8%|金融机构贷款余额|growth 8 %|loans
      （五）国有资本经营收入310万元，减少79万元。
        310万元|国有资本经营收入|level 310 万元
        79万元|国有资本经营收入|change -79 万元
      一、二、三产业增加值分别增长3%、4%、5%。
        3%|第一产业增加值|growth 3 %|gdp_primary
        4%|第二产业增加值|growth 4 %|gdp_secondary
        5%|第三产业增加值|growth 5 %|gdp_tertiary
      加快建设年产5万台电机项目，年产60万头生猪的养殖基地2个。
        2个|年产60万头生猪的养殖基地|level 2 个
      连续三年粮食产量保持在12万吨以上。
        12万吨以上|粮食产量|level 12 万吨 >=|grain
      县域内就诊率达到90%。
        90%|县域内就诊率|share 90 %
      """
    )
  )
  func headlines(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "What comes first is not always ranked",
    arguments: SentenceRows.table(
      """
      始终把农业放在经济工作的首位，把安全放在第一位。
      4个镇上榜首批名单。
        4个|镇|level 4 个|!上榜首批名单
      粮食产量、油料产量增速分居全省第五、第四位。
        第五|粮食产量|rank 5 位|grain|@全省 growth
        第四位|油料产量|rank 4 位|@全省 growth
      中国区域品牌影响力指数排名第6位。
        第6位|中国区域品牌影响力指数|rank 6 位|@全国 level
      垃圾分类工作连续7次位列全省县级市第一档第一名。
        第一名|垃圾分类工作|rank 1 位|@全省县级市第一档 level
      """
    )
  )
  func ranks(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test("A rate whose name says that something fell is negative")
  func fallingRate() {
    let read = ReadSentence("项目支出压减0.8亿元，压减率达7%。")
    #expect(read.lines.last == "7%|项目支出|growth -7 %")
  }

  @Test("What was expected and what came are told apart")
  func expected() {
    let read = ReadSentence("财政收入好于预计，一般公共预算收入完成50亿元。预计税收收入完成30亿元。")
    #expect(read.statuses == ["50亿元 actual 2023", "30亿元 estimated 2023"])
  }

  @Test("Counties before the towns that are counted are not the area")
  func towns() {
    let read = ReadSentence(
      report: """
        安庆市2024年政府工作报告
        一、2023年工作回顾
        怀宁、宿松等3个县城污水处理厂建成投运。宿松县新建公园2个。
        """
    )
    #expect(read.observations.map { $0.area } == ["安庆市", "宿松县"])
  }
}
