import Documents
import Extract
import Testing

@Suite("What a figure takes from those before it, and what it does not")
struct CarryingTests {
  @Test(
    "A total behind an act is no act",
    arguments: SentenceRows.table(
      """
      新建充电桩88个、达到773个。
        88个|充电桩|level 88 个|!新建
        773个|充电桩|level 773 个
      新增公交车50辆、总数达到800辆。
        50辆|公交车|level 50 辆|!新增
        800辆|公交车|level 800 辆
      新增贷款120亿元，余额达到1500亿元。
        120亿元|贷款|level 120 亿元|!新增
        1500亿元|贷款余额|level 1500 亿元|loans
      新增专项债券20亿元，减税降费12亿元。
        20亿元|专项债券|level 20 亿元|!新增
        12亿元|减税降费|level 12 亿元
      """
    )
  )
  func totals(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Things counted are told from what is done to them",
    arguments: SentenceRows.table(
      """
      推进27个片区城市更新。
        27个|片区|level 27 个|!推进城市更新
      7家化工园区安全风险等级达到D级。
        7家|化工园区|level 7 家|!安全风险等级达到D级
      40个行政村垃圾分类实现全覆盖。
        40个|行政村|level 40 个|!垃圾分类实现全覆盖
      17种药品大幅降价。
        17种|药品|level 17 种|!降价
      我市选手获得金牌22枚。
        22枚|金牌|level 22 枚|!获得
      缔结或者参加公约18个。
        18个|公约|level 18 个|!缔结或者参加
      """
    )
  )
  func predicates(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "A verb before 类, 期 or 费 is half of a name",
    arguments: SentenceRows.table(
      """
      实施类项目30个。
        30个|实施类项目|level 30 个
      建设期项目30个。
        30个|建设期项目|level 30 个
      培训费支出30万元。
        30万元|培训费支出|level 30 万元
      营造林面积30公顷。
        30公顷|营造林面积|level 30 公顷
      """
    )
  )
  func classes(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "How long a thing takes is its time and not its name",
    arguments: SentenceRows.table(
      """
      旅游总收入两年实现翻番。
        旅游总收入 2022/2023
      """
    )
  )
  func durations(sentence: SentenceRows) {
    sentence.check(\.datedIndicators)
  }

  @Test(
    "How long a thing will take is its time and not its name",
    arguments: SentenceRows.table(
      """
      力争用三年时间实现营业收入翻番。
        营业收入 2024/2026
      3年内实现营业收入翻番。
        营业收入 2024/2026
      """
    )
  )
  func plannedDurations(sentence: SentenceRows) {
    sentence.check(\.datedIndicators, mood: .plan)
  }

  @Test("What two figures have in common is one figure of both")
  func both() {
    #expect(
      ReadSentence("接待游客300万人次、旅游收入30亿元，均增长20%以上。").lines.last == "20%以上|接待游客、旅游收入|growth 20 % >="
    )
  }

  @Test(
    "Parts of a capacity take its noun",
    arguments: SentenceRows.table(
      """
      压减炼钢产能16万吨、炼铁17万吨、水泥28万吨。
        炼钢产能
        炼铁产能
        水泥产能
      """
    )
  )
  func capacities(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test(
    "A sum is of the things counted right before it",
    arguments: SentenceRows.table(
      """
      全市基金发展到24支、总规模达80亿元，重点项目37个、总金额52亿元。
        基金
        基金总规模
        重点项目
        重点项目总金额
      参加集中开工项目18个、总投资96亿元、年度计划投资31亿元。
        集中开工项目
        集中开工项目总投资
        集中开工项目年度计划投资
      """
    )
  )
  func sums(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test("A stretch without a number can say whose the figures behind it are")
  func owners() {
    #expect(
      ReadSentence("光伏玻璃产业集聚了一批龙头企业，产值增长18%；氢能产业开始起步。").lines == ["18%|光伏玻璃产业产值|growth 18 %"]
    )
  }

  @Test(
    "What a verb adds is told from where it was added",
    arguments: SentenceRows.table(
      """
      自贸片区新增创新成果12项。
        12项|创新成果|level 12 项|!新增
      农村劳动力新增转移就业3.1万人。
        3.1万人|农村劳动力新增转移就业|level 3.1 万人
      """
    )
  )
  func adding(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test("A class of what is protected takes its noun")
  func protected() {
    #expect(ReadSentence("全国重点文物保护单位9处，省级65处。").observations.last?.indicator == "省级重点文物保护单位")
  }

  @Test(
    "Figures of speech count nothing",
    arguments: SentenceRows.table(
      """
      做好“山、水、林”三篇文章。
      明确稳定、发展两件大事。
      """
    )
  )
  func figurative(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "An act reaches over the comma to more of its kind, and to no extent that was there before",
    arguments: SentenceRows.table(
      """
      新建良田5万亩，小麦播种面积不低于60万亩。
        5万亩|良田|level 5 万亩|!新建
        不低于60万亩|小麦播种面积|level 60 万亩 >=
      扩大水稻种植面积8万亩，大豆种植面积2万亩。
        8万亩|水稻种植面积|level 8 万亩|!扩大
        2万亩|大豆种植面积|level 2 万亩|!扩大
      谋划亿元项目不少于10个，5亿元以上项目不少于3个。
        不少于10个|亿元项目|level 10 个 >=|!谋划
        不少于3个|5亿元以上项目|level 3 个 >=|!谋划
      """
    )
  )
  func extents(sentence: SentenceRows) {
    sentence.check(\.lines)
  }
}
