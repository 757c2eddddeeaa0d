import Documents
import Extract
import Testing

/// How budget reports put accounts together: what is added and taken away, what is left, what a fund is for.
@Suite("Wordings of budget reports")
struct BudgetWordingTests {
  private func figures(_ body: String, heading: String = "一、2025年预算执行情况") -> [String] {
    let title = "安庆市2025年预算执行情况和2026年预算草案的报告"
    return ReadSentence(report: "\(title)\n\(heading)\n\(body)", area: "安庆市").quotedNames
  }

  @Test(
    "What is added to an account, taken from it or part of it has its own name",
    arguments: SentenceRows.table(
      """
      政府性基金预算收入加上中央转移支付7亿元，减去市对区转移支付3亿元，预算总收入为40亿元。
        7亿元 中央转移支付
        3亿元 市对区转移支付
        40亿元 预算总收入
      扣除上解支出2亿元、调出资金1亿元，支出总量为37亿元。
        2亿元 上解支出
        1亿元 调出资金
        37亿元 支出总量
      全市地方一般公共预算收入加上转移性收入后总收入为88亿元。
        88亿元 总收入
      一般公共预算支出40亿元，加调出资金4亿元，支出总计44亿元。
        40亿元 一般公共预算支出 expenditure
        4亿元 调出资金
        44亿元 支出总计
      市对区转移支付9亿元，包括一般性转移支付6亿元、专项转移支付3亿元。
        9亿元 市对区转移支付
        6亿元 一般性转移支付
        3亿元 专项转移支付
      省对我市税收返还3亿元，应偿还债务8亿元。
        3亿元 省对我市税收返还
        8亿元 债务
      汇总全市各级人代会批准的2025年全市一般公共预算收入年初预算合计80亿元，收入完成81亿元，增长3%。支出预算90亿元。
        80亿元 一般公共预算收入
        81亿元 一般公共预算收入 revenue
        3% 一般公共预算收入 revenue
        90亿元 一般公共预算支出
      全市政府债务限额90亿元，其中市级债务限额30亿元，区级债务限额60亿元。
        90亿元 政府债务限额
        30亿元 债务限额 @市本级
        60亿元 债务限额 @区级
      省转贷我市政府债券9亿元，其中市级4亿元。
        9亿元 政府债券
        4亿元 政府债券 @市本级
      全市社会保险基金预算（含职工医疗保险，下同）收入60亿元，年末滚存结余9亿元。
        60亿元 社会保险基金预算收入
        9亿元 社会保险基金预算年末滚存结余
      研发费用加计扣除4000万元。
        4000万元 研发费用加计扣除
      """
    )
  )
  func sums(sentence: SentenceRows) {
    sentence.expect(figures(sentence.text))
  }

  @Test(
    "A word that is explained in brackets, and what has been counted so far",
    arguments: SentenceRows.table(
      """
      全市税收收入61亿元，为调整预算（以下简称“预算”）的98%，比2024年决算数（下同）增长4%。
        61亿元 税收收入 tax
        98% 税收收入占调整预算数比重
        4% 税收收入 tax
      契税快报数3亿元，增长6%。
        3亿元 契税
        6% 契税
      政府性基金预算收入40亿元，为预算的90%；预算支出50亿元，增长7%。
        40亿元 政府性基金预算收入
        90% 政府性基金预算收入占预算数比重
        50亿元 政府性基金预算支出
        7% 政府性基金预算支出
      一般公共预算支出变动预算数为90亿元。
        90亿元 一般公共预算支出
      县级税收收入比上年减收2亿元。
        2亿元 县级税收收入
      """
    )
  )
  func words(sentence: SentenceRows) {
    sentence.expect(figures(sentence.text))
  }

  @Test(
    "What is handed on to a household or kept by one is of what was told, and who gives it is no part of its name",
    arguments: SentenceRows.table(
      """
      省级转贷我市再融资债券12亿元，市本级留用5亿元，转贷县（市、区）7亿元。
        12亿元 再融资债券
        5亿元 再融资债券 @市本级
        7亿元 再融资债券 @县（市、区）
      市本级留用新增专项债券8亿元；转贷县区11亿元。
        8亿元 新增专项债券 @市本级
        11亿元 新增专项债券 @县区
      再融资债券市本级留用6亿元，转贷县区9亿元。
        6亿元 再融资债券 @市本级
        9亿元 再融资债券 @县区
      上级转移支付中分配市级8亿元，分配县区30亿元。
        8亿元 上级转移支付 @市本级
        30亿元 上级转移支付 @县区
      市本级留用债务限额9亿元，其中：一般债务4亿元、专项债务5亿元；转贷县区20亿元。
        9亿元 债务限额 @市本级
        4亿元 一般债务 @市本级
        5亿元 专项债务 @市本级
        20亿元 债务限额 @县区
      专项债务限额30亿元，拟分配市级12亿元，分配区级18亿元。
        30亿元 专项债务限额
        12亿元 专项债务限额 @市本级
        18亿元 专项债务限额 @区级
      争取上级下达我市转移支付资金60亿元，增长4%。
        60亿元 转移支付资金
        4% 转移支付资金
      省财政厅提前下达我市2026年新增债务限额7亿元。
        7亿元 新增债务限额
      省对我市转移支付40亿元。
        40亿元 省对我市转移支付
      加上转移支付收入9亿元、上年结转收入2亿元后，总收入为33亿元。
        9亿元 转移支付收入
        2亿元 上年结转收入
        33亿元 总收入
      剔除转移性支出3亿元后，支出总量为20亿元。
        3亿元 转移性支出
        20亿元 支出总量
      市本级一般公共预算支出由90亿元变动为95亿元，调增5亿元。
        90亿元 一般公共预算支出 @市本级
        95亿元 一般公共预算支出 @市本级
        5亿元 一般公共预算支出 @市本级
      """
    )
  )
  func households(sentence: SentenceRows) {
    sentence.expect(figures(sentence.text))
  }

  @Test("What is left of an account is of its household, and a sentence of the whole is not of the section's part")
  func households() {
    let told = figures(
      """
      市本级社会保险基金收入20亿元。支出18亿元。当年收支结余2亿元，年末滚存结余9亿元。
      全市社会保险基金预算收入60亿元。其中，保险费收入40亿元。当年结余4亿元。
      市本级地方政府性基金预算收入8亿元。收支相抵，年终结余结转1亿元。
      """,
      heading: "一、2025年预算执行情况\n（一）市级收支"
    )
    #expect(
      told == [
        "20亿元 社会保险基金收入 @市本级", "18亿元 社会保险基金支出 @市本级", "2亿元 当年收支结余 @市本级",
        "9亿元 年末滚存结余 @市本级",
        "60亿元 社会保险基金预算收入", "40亿元 保险费收入", "4亿元 当年结余",
        "8亿元 地方政府性基金预算收入 @市本级", "1亿元 年终结余结转 @市本级",
      ]
    )
  }

  @Test("A part of the second level without a first does not go on with the household of the one before")
  func parts() {
    let told = figures(
      "（一）全市债务情况\n政府债务余额90亿元。\n（二）市本级债务情况\n政府债务余额30亿元。\n二、2025年财政工作情况\n筹集资金4亿元，保障城乡低保。"
    )
    #expect(told == ["90亿元 政府债务余额", "30亿元 政府债务余额 @市本级", "4亿元 资金"])
  }

  @Test("What was spent until the day of the meeting is done, whatever the part looks ahead to")
  func spentBefore() {
    let body = "截至2026年1月31日，市本级一般公共预算支出5亿元。预计年末政府债务余额80亿元。"
    let title = "安庆市2025年预算执行情况和2026年预算草案的报告"
    let told = ReadSentence(report: "\(title)\n一、2026年预算草案\n\(body)", area: "安庆市").statuses
    #expect(told == ["5亿元 actual 2026-01", "80亿元 target 2026"])
  }

  @Test("What is left of a zone is the zone's", arguments: ["园区预算执行情况", "开发区预算执行情况"])
  func zones(heading: String) {
    let told = figures(
      "安庆高新区一般公共预算收入9亿元，收入合计11亿元；一般公共预算支出8亿元。\n收支相抵，年终结转1亿元。",
      heading: "一、2025年预算执行情况\n（一）\(heading)"
    )
    #expect(
      told == [
        "9亿元 一般公共预算收入 @安庆高新区", "11亿元 收入合计 @安庆高新区", "8亿元 一般公共预算支出 @安庆高新区", "1亿元 年终结转 @安庆高新区",
      ]
    )
  }

  @Test(
    "A fund is named with what it is for, and only verbs of money act on it",
    arguments: SentenceRows.table(
      """
      主要是干部体检经费90万元，扶持村集体经济发展资金70万元，困难职工救助补助资金30万元，宣传经费20万元。
        -|干部体检经费
        -|扶持村集体经济发展资金
        -|困难职工救助补助资金
        -|宣传经费
      下达农业产业发展资金5000万元，支持特色种养。
        下达|农业产业发展资金
      省财政厅核定我市2025年政府债务限额90亿元，按照草案已预拨人员经费2亿元。
        核定|政府债务限额
        预拨|人员经费
      统筹各类资金3亿元优先精准投放。
        统筹|资金
      筹集资金2亿元保障公共卫生体系建设。
        筹集|资金
      """
    )
  )
  func funds(sentence: SentenceRows) {
    sentence.check(\.actionsAndNames)
  }

  @Test(
    "Who spends, what for, and two verbs before a number",
    arguments: SentenceRows.table(
      """
      中央财政安排40亿元，用于困难职工医保。
        安排|困难职工医保
      市财政拟投入2亿元，促进就业。
        投入|资金
      安排2亿元用于乡村教育，安排3亿元支持社区医院。
        安排|乡村教育
        安排|社区医院
      安排就业补助资金2亿元。
        安排|就业补助资金
      支持打造10个美丽片区。
        支持打造|美丽片区
      发行新增专项债券88亿元。
        发行|新增专项债券
      一般性支出再压减5%以上。
        压减|一般性支出
      把八成以上新增财力用于民生。
        -|新增财力用于民生
      要把居民医保补助标准提高到120元，比上年增长50%。
        -|居民医保补助标准
        -|居民医保补助标准
      教育经费累计投入90亿元。
        -|教育经费累计投入
      """
    )
  )
  func spending(sentence: SentenceRows) {
    sentence.check(\.actionsAndNames)
  }

  @Test(
    "What came of a vote that the sentence before told, and how far a debt is from its limit",
    arguments: SentenceRows.table(
      """
      市本级政府性基金支出预算为10亿元。实际完成8亿元，为预算的80%。
        10亿元 政府性基金支出 @市本级
        8亿元 政府性基金支出 @市本级
        80% 政府性基金支出占预算数比重 @市本级
      全市政府债务余额90亿元，低于债务限额3亿元。
        90亿元 政府债务余额
        3亿元 政府债务余额
      全市社会保险基金收入9亿元，支出7亿元，当年结余2亿元，年末滚存结余12亿元。
        9亿元 社会保险基金收入
        7亿元 社会保险基金支出
        2亿元 社会保险基金当年结余
        12亿元 社会保险基金年末滚存结余
      """
    )
  )
  func outcomes(sentence: SentenceRows) {
    sentence.expect(figures(sentence.text))
  }

  @Test("Problems that a final account tells beside its next steps are of the year behind")
  func problems() {
    let title = "关于安庆市2025年财政决算的报告"
    let parts = "一、2025年财政决算情况\n全市税收收入60亿元。\n二、存在问题及下一步工作措施"
    let body = "（一）财政运行中存在的问题\n2025年税收收入减少2亿元。\n（二）下一步工作措施\n2026年安排重点支出4亿元。"
    let told = ReadSentence(report: "\(title)\n\(parts)\n\(body)", area: "安庆市").statuses
    #expect(told == ["60亿元 actual 2025", "2亿元 actual 2025", "4亿元 target 2026"])
  }
}
