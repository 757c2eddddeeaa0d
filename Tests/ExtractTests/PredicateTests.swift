import Documents
import Extract
import Testing

@Suite("What the things counted do, when, and together with others")
struct PredicateTests {
  @Test(
    "A verb of finishing right before the number acts on what is counted",
    arguments: SentenceRows.table(
      """
      完成7个镇的村庄规划。
        7个|镇|level 7 个|!完成村庄规划
      完成7个镇国土空间规划。
        7个|镇国土空间规划|level 7 个|!完成
      完成3个地理标志商标和8个绿色农产品认证。
        3个|地理标志商标|level 3 个|!完成认证
        8个|绿色农产品|level 8 个|!完成认证
      推进1个产业集群、4个产业园区、6个产业强镇创建。
        1个|产业集群|level 1 个|!推进创建
        4个|产业园区|level 4 个|!推进创建
        6个|产业强镇|level 6 个|!推进创建
      """
    )
  )
  func finishing(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "What the last of a list does, all of it does",
    arguments: SentenceRows.table(
      """
      40家矿山企业和12家化工企业通过安全验收。
        40家|矿山企业|level 40 家|!通过安全验收
        12家|化工企业|level 12 家|!通过安全验收
      25件人大代表建议、31件政协提案全部办复。
        25件|人大代表建议|level 25 件|!办复
        31件|政协提案|level 31 件|!办复
      新增3家国家级工厂和2个中小企业特色产业集群。
        3家|国家级工厂|level 3 家|!新增
        2个|中小企业|level 2 个|!特色产业集群
      """
    )
  )
  func together(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "By when they do it is no part of their name",
    arguments: SentenceRows.table(
      """
      4家入驻企业年底前完成主体建设。
        4家|入驻企业|level 4 家|!完成主体建设
      3个校舍项目年内竣工投用。
        3个|校舍项目|level 3 个|!竣工投用
      5项民生工程按照时间节点全部完成。
        5项|民生工程|level 5 项|!完成
      """
    )
  )
  func timed(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test("By when they do it is the figure's time")
  func time() {
    #expect(ReadSentence("2家饲料加工厂6月底前建成投产。", mood: .plan).datedIndicators == ["饲料加工厂 2024-06"])
  }

  @Test(
    "What they are made, and what people and the poor do, is the action",
    arguments: SentenceRows.table(
      """
      将东岭、西岭等6所小学打造为省级示范学校。
        6所|小学|level 6 所|!打造为省级示范学校
      4210名党员干部奋战一线。
        4210名|党员干部|level 4210 名|!奋战一线
      2100名贫困人口稳定脱贫。
        2100名|贫困人口|level 2100 名|!稳定脱贫
      创建30个“一村一品”示范村。
        30个|"一村一品"示范村|level 30 个|!创建
      """
    )
  )
  func made(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "A verb of intent goes with the act that it is meant for",
    arguments: SentenceRows.table(
      """
      谋划建设6个物流园区。
        6个|物流园区|level 6 个|!谋划建设
      争取列入省级技改项目5个。
        5个|省级技改项目|level 5 个|!争取列入
      谋划新建、改扩建乡村学校15所。
        15所|乡村学校|level 15 所|!谋划新建、改扩建
      争取新增债券资金73亿元。
        73亿元|新增债券资金|level 73 亿元|!争取
      安置退役军人160人。
        160人|退役军人|level 160 人|!安置
      新增设施蔬菜大棚300栋。
        300栋|设施蔬菜大棚|level 300 栋|!新增
      """
    )
  )
  func intent(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "A list that 等 ends, and a cost behind it, leave the noun",
    arguments: SentenceRows.table(
      """
      引进甲公司、乙公司等项目20个。
        20个|项目|level 20 个|!引进
      东岭风电、西岭光伏等投资30亿元的12个项目开工建设。
        30亿元|项目投资|level 30 亿元
        12个|项目|level 12 个|!开工建设
      """
    )
  )
  func listed(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "One among several, the parts of a report and voltages count nothing",
    arguments: [
      "作为全省6个试点县之一，圆满完成了换届工作。", "报告分为四个部分：一、工作回顾。", "推进城南220千伏、城北110千伏输变电工程。",
    ]
  )
  func nothing(sentence: String) {
    #expect(ReadSentence(sentence).lines == [])
  }

  @Test("What each earns more a year is of one year")
  func yearly() {
    #expect(ReadSentence("带动3000户农户年均增收5000元。", year: 2026).datedIndicators == ["农户 2025", "农户 2025"])
  }

  @Test("What was finished over the years of a plan is their sum")
  func sums() {
    #expect(
      ReadSentence("完成固定资产投资700亿元，民生支出累计达到110亿元。", span: 2019...2023).datedIndicators
        == ["固定资产投资 2019/2023", "民生支出 2019/2023"]
    )
  }
}
