import Testing

@Suite("What figures are set against, and shares that say what they are of")
struct AgainstTests {
  @Test(
    "A share that opens a clause is of what the clause goes on to say",
    arguments: SentenceRows.table(
      """
      工业用电量增长4%，三分之一的砖瓦厂没有除尘设备。
        4%|工业用电量|growth 4 %
        三分之一|砖瓦厂没有除尘设备|share 33.33 %
      建成实验室15个，七成对高校开放。
        15个|实验室|level 15 个|!建成
        七成|对高校开放|share 70 %
      超六成技改贷款投向小微企业。
        超六成|技改贷款投向小微企业|share 60 % >=
      一半的林场没有护林站。
        一半|林场没有护林站|share 50 %
      62%的社区活动经费超过8万元。
        62%|社区活动经费超过8万元|share 62 %
      """
    )
  )
  func opening(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "一半 is a half where it stands alone",
    arguments: SentenceRows.table(
      """
      茶园面积占全市近一半。
        近一半|茶园面积占全市|share 50 % ~
      证明材料减少一半以上。
        一半以上|证明材料|growth -50 % >=
      沿江园区亩均产值不到全省平均的一半。
        一半|沿江园区亩均产值相当于全省|share 50 % <=
      工程完成一半儿的时候遇上汛期。
      """
    )
  )
  func halves(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "What is more than a goal is a change of what was told",
    arguments: SentenceRows.table(
      """
      改造危房3.2万户，超年度目标0.4万户。
        3.2万户|危房|level 3.2 万户|!改造
        0.4万户|危房|change 0.4 万户|!改造
      造林面积9万亩、治沙面积6万亩，分别超省定任务1万亩、0.5万亩。
        9万亩|造林面积|level 9 万亩
        6万亩|治沙面积|level 6 万亩
        1万亩|造林面积|change 1 万亩
        0.5万亩|治沙面积|change 0.5 万亩
      原油产量44万吨，比计划多2万吨。
        44万吨|原油产量|level 44 万吨
        2万吨|原油产量|change 2 万吨
      耕地占用税31亿元，超年初预算0.7亿元。
        31亿元|耕地占用税|level 31 亿元
        0.7亿元|耕地占用税|change 0.7 亿元
      """
    )
  )
  func goals(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Proportions and shares name their base",
    arguments: SentenceRows.table(
      """
      城乡收入比由上年的2.46降至2.40。
        2.46|城乡收入比|ratio 2.46 -
        2.40|城乡收入比|ratio 2.40 -
      城乡居民收入倍差从2.5缩小到2.3。
        2.5|城乡居民收入倍差|ratio 2.5 -
        2.3|城乡居民收入倍差|ratio 2.3 -
      契税7亿元，为预算数的104%。
        7亿元|契税|level 7 亿元
        104%|契税占预算数比重|share 104 %
      护理补贴不低于当地低保标准的15%。
        15%|护理补贴不低于当地低保标准|share 15 % >=
      """
    )
  )
  func bases(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Parts and stages take the noun of what was counted",
    arguments: SentenceRows.table(
      """
      实施技改项目70个，计划投资95亿元，其中新建30个、续建40个。
        70个|技改项目|level 70 个|!实施
        95亿元|技改项目计划投资|level 95 亿元
        30个|新建项目|level 30 个|!新建
        40个|续建项目|level 40 个|!续建
      全市上市公司21家，其中主板15家、创业板4家。
        21家|上市公司|level 21 家
        15家|主板上市公司|level 15 家
        4家|创业板上市公司|level 4 家
      城镇职工基本养老保险50万人，其中在职35万人、离退休15万人。
        50万人|城镇职工基本养老保险|level 50 万人
        35万人|城镇职工基本养老保险在职|level 35 万人
        15万人|城镇职工基本养老保险离退休|level 15 万人
      县图书馆8个，藏书91万册。
        8个|县图书馆|level 8 个
        91万册|县图书馆藏书|level 91 万册
      争取水利项目17个、资金3.8亿元。
        17个|水利项目|level 17 个|!争取
        3.8亿元|水利项目资金|level 3.8 亿元|!争取
      """
    )
  )
  func parts(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test("Each part of a year that a rise goes through is its own")
  func months() {
    #expect(
      ReadSentence("用电量增速由一季度的2.1%提高到上半年的3.3%、前三季度的3.9%，全年增长4.2%。").periods
        == ["2023-01/2023-03", "2023-01/2023-06", "2023-01/2023-09", "2023"]
    )
  }
}
