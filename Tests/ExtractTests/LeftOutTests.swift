import Documents
import Testing

@testable import Extract

/// What parts, lists and clauses leave out, and what is only part of a name.
@Suite("What a figure's own words leave out")
struct LeftOutTests {
  @Test("A number whose front a space cut off is no figure, and the sentence around it is read")
  func broken() {
    #expect(ReadSentence("全县产值完成 21.5 8亿元，改造路面3公里。").quotes == ["3公里"])
    #expect(ReadSentence("推进“1 5”专项行动，新增林地20亩。").quotes == ["20亩"])
  }

  @Test(
    "Parts of the prices are prices, in a sentence of their own too",
    arguments: SentenceRows.table(
      """
      居民消费价格下降0.2%。其中，食品烟酒下降0.7%，居住上涨0.3%。工业生产者出厂价格下降1.1%。
        居民消费价格 cpi
        食品烟酒居民消费价格
        居住居民消费价格
        工业生产者出厂价格
      全市粮食连续三年增产，2023年产量达到88万吨。
        粮食产量 grain
      省、市重点工程年度投资分别完成30亿元、90亿元。
        省重点工程年度投资
        市重点工程年度投资
      全年货物周转量90亿吨公里，增长3%。其中，铁路30亿吨公里，下降1%；公路60亿吨公里。
        货物周转量
        货物周转量
        铁路货物周转量
        铁路货物周转量
        公路货物周转量
      国、省考断面水质优良率分别达到90%、100%。
        国考断面水质优良率
        省考断面水质优良率
      化学需氧量、氨氮排放总量分别下降3%、4%。
        化学需氧量排放总量
        氨氮排放总量
      """
    )
  )
  func completed(sentence: SentenceRows) {
    sentence.check(\.names)
  }

  @Test(
    "What has a headline by another wording",
    arguments: SentenceRows.table(
      """
      研发经费支出占生产总值比重达到2.3%。
        研发经费支出占生产总值比重 rd_share
      民生支出90亿元、占比84%。
        民生支出
        民生支出占比 livelihood_share
      万元生产总值综合能耗下降3%。
        万元生产总值综合能耗 energy_intensity
      进出口总额逆势上扬，全年有望突破90亿元。
        进出口总额 trade
      """
    )
  )
  func headlines(sentence: SentenceRows) {
    sentence.check(\.names)
  }

  @Test(
    "Things counted and the act that is said of their whole",
    arguments: SentenceRows.table(
      """
      新增公路90公里，其中高速公路20公里。
        90公里|公路|level 90 公里|!新增
        20公里|高速公路|level 20 公里|!新增
      投资3000万元新建变电站一座。
        3000万元|投资|level 3000 万元
        一座|变电站|level 1 座|!新建
      完成12个乡镇的控制性详规和30个村的建设规划。
        12个|乡镇|level 12 个|!完成控制性详规
        30个|村|level 30 个|!完成建设规划
      实施4个乡镇17个村的土地整治项目。
        4个|乡镇|level 4 个|!实施
        17个|村|level 17 个|!土地整治项目
      办理群众来信93件，按时办结率100%。
        93件|群众来信|level 93 件|!办理
        100%|群众来信按时办结率|share 100 %
      市级财政用于乡村教育的支出5亿元。
        5亿元|财政用于乡村教育的支出|level 5 亿元
      争取到专项债券资金、国家储备粮贷款资金等24亿元。
        24亿元|专项债券资金、国家储备粮贷款资金|level 24 亿元|!争取到
      9条改革经验在全省推广。
        9条|改革经验|level 9 条|!在全省推广
      3亿元(2000万美元)以上项目新开工38个。
        38个|3亿元(2000万美元)以上项目|level 38 个|!新开工
      居民消费价格指数控制在103左右。
        103左右|居民消费价格指数|level 103 - ~
      甲厂90万吨甲醇、乙厂12万吨尿素等一批重大项目建成投产。
      为31万农民群众报销医药费7亿元。
        31万|农民群众|level 31 万
        7亿元|报销医药费|level 7 亿元
      新建30所山区学校，三年建成70所。
        30所|山区学校|level 30 所|!新建
        70所|山区学校|level 70 所|!建成
      审批时间不超过60个工作日。
        不超过60个工作日|审批时间|level 60 个工作日 <=
      实施新增千亿斤粮食田间工程。
      做好其中的一个。
      """
    )
  )
  func counted(sentence: SentenceRows) {
    sentence.check(\.lines)
  }
}
