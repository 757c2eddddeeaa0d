import Documents
import Extract
import Testing

@Suite("Things counted, and what is done to them")
struct CountedTests {
  @Test(
    "Who reaches the things counted is no part of their name",
    arguments: SentenceRows.table(
      """
      送水工程覆盖130个自然村。
        130个|自然村|level 130 个|!覆盖
      技能夜校惠及产业工人2.4万人。
        2.4万人|产业工人|level 2.4 万人|!惠及
      通过订单种植带动3200户农户增收。
        3200户|农户|level 3200 户|!带动增收
      聚焦返乡青年开展创业培训8000人次。
        8000人次|创业培训|level 8000 人次|!开展
      通过出租、转让等方式盘活闲置厂房12万平方米。
        12万平方米|闲置厂房|level 12 万平方米|!盘活
      """
    )
  )
  func reached(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "What was promised of them is no part of their name, two verbs in a row both act",
    arguments: SentenceRows.table(
      """
      向市民承诺的18件实事全部办结。
        18件|实事|level 18 件|!办结
      认真落实代表票决确定的9项工程。
        9项|工程|level 9 项|!落实
      优化整合14条公交线路。
        14条|公交线路|level 14 条|!优化整合
      巩固提升7个省级产业园。
        7个|省级产业园|level 7 个|!巩固提升
      """
    )
  )
  func promised(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "What they do, and the state they are in, is the action",
    arguments: SentenceRows.table(
      """
      16个县推行免费午餐。
        16个|县|level 16 个|!推行免费午餐
      31个行业大类中有22个保持增长。
        31个|行业大类|level 31 个
        22个|行业大类|level 22 个|!保持增长
      组织600名农技员到村开展指导。
        600名|农技员|level 600 名|!组织到村开展指导
      完成45个乡镇文化站提档增效。
        45个|乡镇文化站|level 45 个|!完成提档增效
      对6条老街进行改造提升。
        6条|老街|level 6 条|!改造提升
      85%的骨干企业迁入园区。
        85%|骨干企业迁入园区|share 85 %
      """
    )
  )
  func states(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "A noun between two measures of the same things belongs to both",
    arguments: SentenceRows.table(
      """
      改建8条乡道46公里。
        8条|乡道|level 8 条|!改建
        46公里|乡道|level 46 公里|!改建
      解决了9个自然村2.1万群众的吃水问题。
        9个|自然村|level 9 个|!解决
        2.1万|群众|level 2.1 万|!吃水问题
      为6.5万低保对象发放补贴3000万元。
        6.5万|低保对象|level 6.5 万|!发放
        3000万元|补贴|level 3000 万元|!发放
      12家企业产值20亿元。
        20亿元|企业产值|level 20 亿元
      完成2万户新（改）建卫生户厕。
        2万户|卫生户厕|level 2 万户|!完成新(改)建
      总收支相抵，剩余3亿元按规定结转下年使用。
        3亿元|剩余|level 3 亿元
      建成20个5人制足球场。
        20个|5人制足球场|level 20 个|!建成
      """
    )
  )
  func between(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test("Places that stand alone before a rank are ranked in the roster, and an ordinal is said once for two")
  func rosters() {
    let read = ReadSentence("太湖县、宿松县分别晋升至全国县域旅游百强县第40、61位。", area: "安庆市")
    #expect(read.observations.map(\.indicator) == ["全国县域旅游百强县", "全国县域旅游百强县"])
    #expect(read.observations.map(\.area) == ["太湖县", "宿松县"])
    #expect(read.observations.map(\.value) == ["40", "61"])
    #expect(read.observations.map(\.rankScope) == ["全国", "全国"])
  }

  @Test(
    "Numbers that a word or letters touch are numbers still",
    arguments: SentenceRows.table(
      """
      创建示范农场6所以上。
        6所以上|示范农场|level 6 所 >=|!创建
      新增急救设备AED800台。
        800台|急救设备AED|level 800 台|!新增
      算力规模突破90EFLOPS。
        突破90EFLOPS|算力规模|level 90 EFLOPS >=
      各村建成5亩左右的口袋公园。
        5亩左右|口袋公园|level 5 亩 ~|!建成
      举办三次供需对接会。
        三次|供需对接会|level 3 次|!举办
      十项改革全部落地。
        十项|改革|level 10 项|!落地
      新建G318线应急站。
      种出十种好菜。
      扛起千斤重担。
      两次荣获奖项。
      """
    )
  )
  func numbers(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Falls said by intent, by a noun, or against a year",
    arguments: SentenceRows.table(
      """
      会议费支出压减1.5亿元。
        1.5亿元|会议费支出|level 1.5 亿元
      会议费支出比上年减少1.5亿元。
        1.5亿元|会议费支出|change -1.5 亿元
      臭氧、细颗粒物浓度下降幅度分别为6%、8%。
        6%|臭氧浓度|growth -6 %
        8%|细颗粒物浓度|growth -8 %
      会议费支出相比2020年压减12%。
        12%|会议费支出|growth -12 %
      """
    )
  )
  func falls(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Lists and clauses leave one another the same people, produce and things",
    arguments: SentenceRows.table(
      """
      城乡居民医保、养老保险参保率分别达到97%和96.5%。
        城乡居民医保参保率
        城乡居民养老保险参保率
      城乡居民收入分别增长4%、6%。
        城镇居民收入
        农村居民收入
      油茶产量、产值分别增长4%、9%。
        油茶产量
        油茶产值
      发放养老金6亿元，人均1900元。
        养老金
        人均养老金
      稳步提高医保、社保参保率，稳定在97%以上。
        医保、社保参保率
      """
    )
  )
  func shared(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test("A span of years before from and to gives its ends to them, pair by pair")
  func ends() {
    let read = ReadSentence("2018年到2022年，旅游收入占比从6%提升到9%，民营经济占比从51%提升到58%。")
    #expect(read.observations.map(\.indicator) == ["旅游收入占比", "旅游收入占比", "民营经济占比", "民营经济占比"])
    #expect(read.observations.map { $0.period?.description } == ["2018", "2022", "2018", "2022"])
  }
}

@Suite("Whose a figure is, where it is not said again")
struct WhoseTests {
  @Test(
    "Parts behind a whole take its noun, groups its income, 人均 its name",
    arguments: SentenceRows.table(
      """
      保险赔付支出9亿元。其中车辆险4亿元，增长3%；农业险1亿元。
        保险赔付支出
        车辆险赔付支出
        车辆险赔付支出
        农业险赔付支出
      农村居民人均可支配收入9000元，其中脱贫户6000元。
        农村居民人均可支配收入
        脱贫户人均可支配收入
      地区生产总值达到70亿元、人均达到3万元。
        地区生产总值
        人均地区生产总值
      社会消费品零售总额50亿元，增长4%。按经营地分，城镇40亿元，乡村10亿元。
        社会消费品零售总额
        社会消费品零售总额
        城镇消费品零售额
        乡村消费品零售额
      规模以上工业企业利润总额90亿元。分门类看，采矿业20亿元。
        规模以上工业企业利润总额
        采矿业利润总额
      纺织行业主营业务收入达到40亿元，建材行业达30亿元。
        纺织行业主营业务收入
        建材行业主营业务收入
      金融机构本外币各项存款余额90亿元；贷款余额70亿元。
        金融机构本外币各项存款余额
        金融机构本外币贷款余额
      湿地、绿地保有量分别为3万亩、2万亩。
        湿地保有量
        绿地保有量
      一、二、三产业分别增长2%、5%、6%。
        第一产业增加值
        第二产业增加值
        第三产业增加值
      金融机构存、贷款余额分别增长9%和7%。
        金融机构存款余额
        金融机构贷款余额
      参保村庄300个，达到村庄总数的85%。
        参保村庄
        参保村庄占村庄总数比重
      """
    )
  )
  func parts(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test(
    "Each sum has a purpose of its own, and a cost is of what it describes",
    arguments: SentenceRows.table(
      """
      安排9亿元，保障重点工程。其中：安排5亿元，统筹保障水利建设；安排3亿元，支持县属国企改制。
        9亿元|重点工程|level 9 亿元|!安排
        5亿元|水利建设|level 5 亿元|!安排
        3亿元|县属国企改制|level 3 亿元|!安排
      积极跑办总投资12亿元的风电项目。
        12亿元|风电项目总投资|level 12 亿元
      带动6000农户。
        6000农户|农户|level 6000 户|!带动
      """
    )
  )
  func sums(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "A number before its noun: what only announces or describes is left out",
    arguments: SentenceRows.table(
      """
      组织5批次优质项目集中签约。
        5批次|优质项目集中签约|level 5 批次|!组织
      推进60个村的电网升级工程。
        60个|村|level 60 个|!推进电网升级工程
      改造（新建）泵站8座。
        8座|泵站|level 8 座|!改造(新建)
      丰华农业等总投资7亿元的4个项目投产。
        7亿元|项目总投资|level 7 亿元
        4个|项目|level 4 个|!投产
      坚持两条腿走路，做好六方面工作。
      抓紧实施7个科技专项。
        7个|科技专项|level 7 个|!实施
      以24个中心镇为重点。
        24个|中心镇|level 24 个
      完成9万贫困人口搬迁任务。
        9万|贫困人口|level 9 万|!完成搬迁任务
      解决12万农村人口的吃水问题。
        12万|农村人口|level 12 万|!解决吃水问题
      """
    )
  )
  func counts(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Who is counted is told from where they act, and households from those who live in them",
    arguments: SentenceRows.table(
      """
      26个村卫生室全部达标。
        26个|村卫生室|level 26 个|!全部达标
      4家企业在北交所挂牌。
        4家|企业|level 4 家|!在北交所挂牌
      5名选手在国际赛事中获奖。
        5名|选手|level 5 名|!在国际赛事中获奖
      8个在建项目竣工。
        8个|在建项目|level 8 个|!竣工
      150户3.2万群众用上清洁能源。
        150户|群众|level 150 户|!用上清洁能源
        3.2万|群众|level 3.2 万|!用上清洁能源
      退税缓费12亿元。
        12亿元|退税缓费|level 12 亿元
      实现每个乡镇办好1所公办幼儿园。
        1所|公办幼儿园|level 1 所|!办好
      """
    )
  )
  func acting(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "How well something is done makes a name with what is done",
    arguments: SentenceRows.table(
      """
      供水能力达到20万吨。
        20万吨|供水能力|level 20 万吨
      分拣能力提升3万件。
        3万件|分拣能力|change 3 万件
      形成能力20万吨。
        20万吨|能力|level 20 万吨|!形成
      耕地质量提升5万亩。
        5万亩|耕地质量提升|level 5 万亩
      耕地质量提升0.2个百分点。
        0.2个百分点|耕地质量|change 0.2 个百分点
      86户逾期未安置居民实现回迁。
        86户|逾期未安置居民|level 86 户|!实现回迁
      6个项目未开工。
        6个|项目|level 6 个|!未开工
      """
    )
  )
  func quality(sentence: SentenceRows) {
    sentence.check(\.lines)
  }
}
