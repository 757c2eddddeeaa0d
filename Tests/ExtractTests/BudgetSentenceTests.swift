import Documents
import Extract
import Testing

/// What stands in budget reports only: accounts, households, sums that were voted.
@Suite("Sentences of budget reports")
struct BudgetSentenceTests {
  /// Quotes, indicators, and the code and the area where they are not the city's.
  private func figures(_ body: String) -> [String] {
    let title = "安庆市2025年预算执行情况和2026年预算草案的报告"
    return ReadSentence(report: "\(title)\n一、2025年预算执行情况\n\(body)", area: "安庆市").quotedNames
  }

  @Test("An account without an area is of the household that was told before, until the whole is named")
  func households() {
    let told = figures(
      """
      全市一般公共预算收入90亿元。支出150亿元。
      市本级一般公共预算收入20亿元。支出31亿元。加上债务转贷收入7亿元，收入总计38亿元。
      其中：税收收入12亿元。
      全市税收收入61亿元。
      """
    )
    #expect(
      told == [
        "90亿元 一般公共预算收入 revenue", "150亿元 一般公共预算支出 expenditure", "20亿元 一般公共预算收入 @市本级",
        "31亿元 一般公共预算支出 @市本级", "7亿元 债务转贷收入 @市本级", "38亿元 收入总计 @市本级", "12亿元 税收收入 @市本级",
        "61亿元 税收收入 tax",
      ]
    )
  }

  @Test("区级 is of the zone that was told before")
  func zones() {
    let told = figures("安庆高新区一般公共预算收入9亿元。区级一般公共预算支出6亿元，增长2%。")
    #expect(told == ["9亿元 一般公共预算收入 @安庆高新区", "6亿元 一般公共预算支出 @安庆高新区", "2% 一般公共预算支出 @安庆高新区"])
  }

  @Test(
    "A sum and what was voted beside it",
    arguments: SentenceRows.table(
      """
      全市税收收入61亿元，为年初预算60亿元的101.7%，增长4%。
        61亿元 税收收入 tax
        60亿元 税收收入年初预算数
        101.7% 税收收入占年初预算数比重
        4% 税收收入 tax
      备案的全市一般公共预算收入为90亿元，一般公共预算支出为150亿元。
        90亿元 一般公共预算收入
        150亿元 一般公共预算支出
      一般公共预算收入，加上级补助收入和上年结转等50亿元，收入共计140亿元。
        50亿元 上级补助收入和上年结转
        140亿元 收入共计
      一般公共预算支出150亿元，加上解支出等2亿元，支出合计152亿元。
        150亿元 一般公共预算支出 expenditure
        2亿元 上解支出
        152亿元 支出合计
      市级地方一般公共预算收入20亿元。
        20亿元 地方一般公共预算收入 @市本级
      """
    )
  )
  func sums(sentence: SentenceRows) {
    sentence.expect(figures(sentence.text))
  }

  @Test("The figure of the year before that a growth is on is of that year, and done")
  func yearBefore() {
    let told = ReadSentence("全市税收收入62亿元，比上年执行数61亿元增长1.6%。", mood: .plan).observations
    #expect(told.map(\.period?.description) == ["2024", "2023", "2024"])
    #expect(told.map(\.status) == [.target, .actual, .target])
  }

  @Test(
    "A part behind 其中 has no headline of the whole",
    arguments: SentenceRows.table(
      """
      接待游客900万人次，其中国内游客880万人次。
        tourists
        -
      地区生产总值900亿元。其中，第一产业增加值90亿元。
        gdp
        gdp_primary
      民营经济增加值500亿元。其中，第一产业增加值40亿元。
        -
        -
      税务部门组织的各项收入150亿元，其中税收收入80亿元。
        -
        -
      进出口总额90亿元，其中出口总额60亿元。
        trade
        exports
      """
    )
  )
  func parts(sentence: SentenceRows) {
    sentence.check(\.codes)
  }

  @Test(
    "A verb that is half of a name is no act, and a rate that is set has its name",
    arguments: SentenceRows.table(
      """
      租赁和商务服务业增加值36亿元，增长11%。
        租赁和商务服务业增加值
        租赁和商务服务业增加值
      转移净收入8765元，增长5%。
        转移净收入
        转移净收入
      新建商品房销售面积90万平方米。
        新建商品房销售面积
      赤字率拟按3%安排。
        赤字率
      社会保险支出约按2%递增。
        社会保险支出
      再就业685人，为省定任务的191.1%。
        再就业
        再就业占省定任务比重
      非常规水源供水0.09亿立方米，占1.2%。
        非常规水源供水
        非常规水源供水占比
      60%的乡镇有养老服务中心。
        乡镇有养老服务中心
      """
    )
  )
  func names(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }
}
