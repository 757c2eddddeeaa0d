import Testing

@Suite("What is done, told right before the number, and lists that say a word once")
struct DoneTests {
  @Test(
    "已 and a verb right before the number tell what is done, and are no part of the name",
    arguments: SentenceRows.table(
      """
      河道排污口已封堵88个。
        88个|河道排污口|level 88 个|!封堵
      老旧电梯目前已更新60部，供水管网已改造12公里。
        60部|老旧电梯|level 60 部|!更新
        12公里|供水管网|level 12 公里|!改造
      远程医疗已覆盖36家乡镇卫生院。
        36家|乡镇卫生院|level 36 家|!覆盖
      """
    )
  )
  func done(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "获 before an award is what is done",
    arguments: SentenceRows.table(
      """
      实施攻关项目7项，获省专利金奖4项。
        7项|攻关项目|level 7 项|!实施
        4项|省专利金奖|level 4 项|!获
      """
    )
  )
  func awards(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Stages of what the sentence opens with are of that",
    arguments: SentenceRows.table(
      """
      水利项目建设提速，新开工30个，竣工15个。
        30个|水利项目|level 30 个|!新开工
        15个|水利项目|level 15 个|!竣工
      统筹推进总投资超90亿元的20个港口项目。
        超90亿元|港口项目总投资|level 90 亿元 >=
        20个|港口项目|level 20 个|!推进
      """
    )
  )
  func stages(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "A level and a noun that a list says once are each name's",
    arguments: SentenceRows.table(
      """
      国家、省级实验室分别达到2家、13家。
        2家|国家级实验室|level 2 家
        13家|省级实验室|level 13 家
      电信、邮政业务总量分别增长6%、13%。
        6%|电信业务总量|growth 6 %
        13%|邮政业务总量|growth 13 %
      平安建设综合考评居全省第三。
        第三|平安建设综合考评|rank 3 位|@全省 level
      加快打造五百亿元园区。
      发放残疾人两项补贴0.9亿元。
        0.9亿元|残疾人两项补贴|level 0.9 亿元|!发放
      """
    )
  )
  func lists(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "What is given is named by what it is given as",
    arguments: SentenceRows.table(
      """
      给予最高500万元奖励。
        最高500万元|奖励|level 500 万元 <=|!给予
      对返乡青年给予3万元创业补贴。
        3万元|创业补贴|level 3 万元|!给予
      """
    )
  )
  func given(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Classes of projects by a threshold share their noun, and a known sum does no act of another",
    arguments: SentenceRows.table(
      """
      3个过百亿、9个过50亿项目签约落地。
        3个|过百亿项目|level 3 个|!签约落地
        9个|过50亿项目|level 9 个|!签约落地
      40个县级重点实施类项目完成投资17亿元。
        40个|县级重点实施类项目|level 40 个
        17亿元|县级重点实施类项目投资|level 17 亿元|!完成
      新增小微贷款54亿元、余额达到310亿元。
        54亿元|小微贷款|level 54 亿元|!新增
        310亿元|小微贷款余额|level 310 亿元
      推动厂商增资2亿美元，实际利用外资8亿美元。
        2亿美元|厂商增资|level 2 亿美元|!推动
        8亿美元|实际利用外资|level 8 亿美元|fdi
      设备投资、软件投资占比分别达到31%、12%。
        31%|设备投资占比|share 31 %
        12%|软件投资占比|share 12 %
      聘请5位院士担任顾问。
        5位|院士|level 5 位|!聘请担任顾问
      完成全市域污水管网改造90公里。
        90公里|污水管网改造|level 90 公里|!完成
      坚持果业首位战略。
      """
    )
  )
  func classes(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Parts of the area, what is left over and levels of a class take the name of what is divided",
    arguments: SentenceRows.table(
      """
      全市现有养老院90个，其中：市区30个，各县（市）60个。
        90个|养老院|level 90 个
        30个|养老院|level 30 个
        60个|养老院|level 60 个
      幼儿园70所，其中：一级园20所，其他50所。
        70所|幼儿园|level 70 所
        20所|一级园|level 20 所
        50所|其他幼儿园|level 50 所
      新增水利技术员90人，其中国家级5人、省级30人。
        90人|水利技术员|level 90 人|!新增
        5人|国家级水利技术员|level 5 人|!新增
        30人|省级水利技术员|level 30 人
      护理人员600人（其中护士500人）护患比偏低。
        600人|护理人员|level 600 人
        500人|护士|level 500 人
      """
    )
  )
  func divided(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Two things counted on both sides of a verb, of 和 and of a cost are told apart",
    arguments: SentenceRows.table(
      """
      900名干部服务4000家企业。
        900名|干部|level 900 名
        4000家|企业|level 4000 家|!服务
      省定8项惠民工程和市定9项惠民事项全部办结。
        8项|省定惠民工程|level 8 项
        9项|市定惠民事项|level 9 项|!办结
      推进总投资7亿元、占地300亩的石化园。
        7亿元|石化园总投资|level 7 亿元
        300亩|石化园占地|level 300 亩
      村支书100%参加培训。
        100%|村支书参加培训|share 100 %
      打造3个千亿级、8个百亿级产业园。
        3个|千亿级产业园|level 3 个|!打造
        8个|百亿级产业园|level 8 个|!打造
      """
    )
  )
  func sides(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "All zones are no zone, a profit is of the industry before, and a second verb is no part of a known name",
    arguments: SentenceRows.table(
      """
      全市开发区技工贸收入增长7%。
        7%|开发区技工贸收入|growth 7 %
      规模以上工业营业收入增长6%，利润增长4%。
        6%|规模以上工业营业收入|growth 6 %
        4%|规模以上工业利润|growth 4 %
      接待游客人次、实现旅游收入分别增长8%和9%。
        8%|接待游客人次|growth 8 %|tourists
        9%|旅游收入|growth 9 %|tourism_revenue
      3个茶园获评全国优秀。
        3个|茶园|level 3 个|!获评全国优秀
      拨付0.8亿元，支持水库加固。
        0.8亿元|水库加固|level 0.8 亿元|!拨付
      """
    )
  )
  func wholes(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test("A plan for half a year is of its months")
  func halfYear() {
    let read = ReadSentence(
      report: "某县2023年政府工作报告\n一、上半年工作回顾\n新建学校2所。\n二、2023年下半年重点工作\n年底前新建医院3所。新建学校2所。",
      area: "某县"
    )
    #expect(read.periods.suffix(2) == ["2023", "2023-07/2023-12"])
  }
}
