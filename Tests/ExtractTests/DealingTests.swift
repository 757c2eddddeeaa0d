import Documents
import Extract
import Testing

/// Values that a sentence deals out to names, places and years that it has told before them.
@Suite("What values are dealt out to")
struct DealingTests {
  @Test(
    "Each value has a name of its own",
    arguments: SentenceRows.table(
      """
      城乡居民人均可支配收入均居全省第三，分别增长4%、6%。
        城乡居民人均可支配收入 income
        城镇居民人均可支配收入 income_urban
        农村居民人均可支配收入 income_rural
      接待游客90万人次，旅游收入5亿元，分别比上年增加8万人次、0.6亿元。
        接待游客 tourists
        旅游收入 tourism_revenue
        接待游客 tourists
        旅游收入 tourism_revenue
      能耗下降3%，化学需氧量、氨氮排放量实现双下降，比上年分别下降5%和4%。
        能耗
        化学需氧量排放量
        氨氮排放量
      纺织、食品及保健品、新型建材产业发展较快，规上工业增加值分别增长9%、8%、7%。
        纺织产业规上工业增加值
        食品及保健品产业规上工业增加值
        新型建材产业规上工业增加值
      其中水泵、阀门、轴承等产品增势良好，分别增长9%、8%、7%。
        水泵
        阀门
        轴承
      社会消费品零售总额和进出口总值连续第2年双双超过千亿元、分别达1101亿元和1091亿元。
        社会消费品零售总额和进出口总值
        社会消费品零售总额 retail
        进出口总值 trade
      钢铁冶炼、绿色化工分别实现产值76亿元、36亿元。
        钢铁冶炼产值
        绿色化工产值
      25个省重点项目、371个市重点项目分别完成投资29亿元、89亿元。
        省重点项目
        市重点项目
        省重点项目投资
        市重点项目投资
      金属制品业，通用设备制造业，农、林、牧、渔业增加值分别增长4%、3%和2%。
        金属制品业增加值
        通用设备制造业增加值
        农、林、牧、渔业增加值
      战略性新兴产业、高新技术产业增加值，分别占规上工业的24%、30%。
        战略性新兴产业增加值占规上工业
        高新技术产业增加值占规上工业
      三次产业结构为4:29:67，对增长的贡献率分别为3%、15%、82%。
        第一产业增加值占生产总值比重
        第二产业增加值占生产总值比重
        第三产业增加值占生产总值比重
        第一产业对增长的贡献率
        第二产业对增长的贡献率
        第三产业对增长的贡献率
      再就业3万人、困难人员就业1万人，分别完成目标任务的161%和197%。
        再就业
        困难人员就业
        再就业占目标任务比重
        困难人员就业占目标任务比重
      肉蛋奶总产量分别达到71万吨、32万吨、3万吨。
        肉总产量
        蛋总产量
        奶总产量
      金融机构存、贷款余额分别增长17%和9%。
        金融机构存款余额 deposits
        金融机构贷款余额 loans
      二三产业比重分别比全国、全省低11和9个百分点。
        二三产业比重
        二三产业比重
      跨境电商进出口稳定在2万吨，进出口额90亿元。
        跨境电商进出口
        进出口额 trade
      进出口稳定在2万吨。
        进出口
      管道燃气、有线电视普及率分别提升至97%、99%。
        管道燃气普及率
        有线电视普及率
      """
    )
  )
  func lists(sentence: SentenceRows) {
    sentence.check(\.names, area: "安庆市")
  }

  @Test(
    "What is traded with a partner is no headline",
    arguments: SentenceRows.table(
      """
      对美国、欧盟出口额分别为7亿元、9亿元。
        对美国出口额
        对欧盟出口额
      进出口总额90亿元，对东盟出口总额12亿元，下降2%。
        进出口总额 trade
        对东盟出口总额
        对东盟出口总额
      对共建“一带一路”国家进出口额50亿元，下降10%。
        对共建"一带一路"国家进出口额
        对共建"一带一路"国家进出口额
      """
    )
  )
  func partners(sentence: SentenceRows) {
    sentence.check(\.names, area: "安庆市")
  }

  @Test(
    "Parts of the area",
    arguments: SentenceRows.table(
      """
      东部县区、西部县市区实现地区生产总值分别为72亿元、149亿元，比上年分别增长6%、5%。
        地区生产总值 @东部县区
        地区生产总值 @西部县市区
        地区生产总值 @东部县区
        地区生产总值 @西部县市区
      县域生产总值411亿元，增长11%。
        县域生产总值
        县域生产总值
      安庆高新区一般公共预算收入9亿元，增长4%；一般公共预算支出6亿元。
        一般公共预算收入 @安庆高新区
        一般公共预算收入 @安庆高新区
        一般公共预算支出 @安庆高新区
      小额贷款公司5家，年末贷款余额9亿元。
        小额贷款公司
        小额贷款公司贷款余额
      """
    )
  )
  func parts(sentence: SentenceRows) {
    sentence.check(\.names, area: "安庆市")
  }

  @Test(
    "A share of a plan is of the plan, whatever the sentence has told of other shares",
    arguments: SentenceRows.table(
      """
      实施项目22个，完成投资112亿元，占年度计划的123%。
        项目
        项目投资
        项目投资占年度计划
      工业投资占全部投资的比重为40%，完成投资80亿元，占全年目标的104%。
        工业投资占全部投资的比重
        投资
        投资占全年目标
      """
    )
  )
  func plans(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test("An index has no unit, and what it fell by has one")
  func indices() {
    let lines = ReadSentence("空气质量综合指数4.46、下降6%。").lines
    #expect(lines == ["4.46|空气质量综合指数|level 4.46 -", "6%|空气质量综合指数|growth -6 %"])
  }

  @Test("A proportion of incomes has no unit, and what it fell to is a level")
  func proportions() {
    let lines = ReadSentence("城乡居民收入比由上年的2.31缩小为2.27。城乡居民收入比为2.27，比上年缩小0.04。").lines
    #expect(
      lines == [
        "2.31|城乡居民收入比|ratio 2.31 -", "2.27|城乡居民收入比|ratio 2.27 -", "2.27|城乡居民收入比|ratio 2.27 -",
        "0.04|城乡居民收入比|change -0.04 -",
      ]
    )
  }

  @Test(
    "Years that the sentence compares",
    arguments: SentenceRows.table(
      """
      与2018年相比，全市生产总值增长35%。
        2019/2023
      2023年比2018年，全市生产总值增长35%。
        2019/2023
      2023年同2018年相比，全市生产总值由30亿元增加到48亿元，增长60%。
        2018
        2023
        2019/2023
      税收收入从2019年的20亿元增长到2023年的24亿元，总量达到110亿元。
        2019
        2023
        2019/2023
      """
    )
  )
  func years(sentence: SentenceRows) {
    sentence.check(\.periods)
  }

  @Test(
    "What each person gets and how far a growth is ahead of two areas is dealt out too",
    arguments: SentenceRows.table(
      """
      城乡低保标准分别提高到每人每月700元、每人每年6200元。
        城市低保标准
        农村低保标准
      贷款余额再次突破3000亿元，增速较全国、全省分别高1.1个、0.6个百分点。
        贷款余额 loans
        贷款余额 loans
        贷款余额 loans
      """
    )
  )
  func bases(sentence: SentenceRows) {
    sentence.check(\.names)
  }
}
