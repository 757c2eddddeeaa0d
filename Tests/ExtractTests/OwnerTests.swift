import Documents
import Extract
import Testing

@Suite("Whose a figure is where an earlier clause says it")
struct OwnerTests {
  @Test(
    "Those who have just been named own what is measured behind them",
    arguments: SentenceRows.table(
      """
      甲公司、乙公司两户企业实现产值30亿元。
        两户|企业|level 2 户
        30亿元|甲公司、乙公司两户企业产值|level 30 亿元
      丙泉、丁湖两家企业年屠宰能力分别居全省第2、第5位。
        两家|企业|level 2 家
        第2|丙泉年屠宰能力|rank 2 位|@全省 level
        第5位|丁湖年屠宰能力|rank 5 位|@全省 level
      """
    )
  )
  func roster(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "An industry that grows, and an event that was held, own what is sold there",
    arguments: SentenceRows.table(
      """
      光伏产业快速发展，产值达到80亿元。
        光伏产业产值
      成功举办第六届茶业博览会，订单金额超过9亿元。
        茶业博览会订单金额
      成功举办第六届茶业博览会，新签约项目60个，总投资90亿元。
        新签约项目
        新签约项目总投资
      """
    )
  )
  func topics(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test(
    "What is measured takes the last owner of a kind that has it",
    arguments: SentenceRows.table(
      """
      高新技术企业达到120家，营业收入突破500亿元。
        高新技术企业
        高新技术企业营业收入
      三个县实施交通项目60个，总投资90亿元。
        县
        交通项目
        交通项目总投资
      养老机构20家，其中民办养老机构5家，床位900张。
        养老机构
        民办养老机构
        民办养老机构床位
      小学30所、教学点40个，在校学生2万人。
        小学
        教学点
        小学在校学生
      中等职业教育招生(含技工学校)2万人，毕业生1万人。
        中等职业教育招生(含技工学校)
        中等职业教育毕业生
      """
    )
  )
  func nearest(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test(
    "What a stretch without a number is about owns what is measured behind it, before what it only acts on",
    arguments: SentenceRows.table(
      """
      储能产业要发挥龙头作用，推动基地建设，力争产值超90亿元。
        储能产业产值
      预制菜产业重点发展冷链物流，培育链主企业3家，力争产值40亿元。
        链主企业
        预制菜产业产值
      加快发展低空经济，市场规模突破60亿元。
        低空经济市场规模
      市属国企改革成效明显，营收、利润总额分别增长9%、8%。
        市属国企营收
        市属国企利润总额
      全市规上工业营业收入、利润总额分别增长7%和8%。
        规上工业营业收入
        规上工业利润总额
      服装业整合升级，销售收入和利税分别增长20%和30%。
        服装业销售收入
        服装业利税
      农村养老保险全面启动，参保率达到90%。
        农村养老保险参保率
      海关特殊监管区加快建设，东港综保区稳步发展，力争年产值达到9亿元。
        年产值
      """
    )
  )
  func headings(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test(
    "The books of firms go on behind a semicolon, and whose word tells no kind is of one that has such a measure",
    arguments: SentenceRows.table(
      """
      规模工业企业营业收入900亿元，增长2%；实现利润总额80亿元，增长1%。
        规模工业企业营业收入
        规模工业企业营业收入
        规模工业企业利润总额
        规模工业企业利润总额
      汽车产业快速发展，东江汽车销售收入90亿元，利税20亿元。
        东江汽车销售收入
        东江汽车利税
      光伏产业产值30亿元；锂电企业9家，营业收入80亿元。
        光伏产业产值
        锂电企业
        锂电企业营业收入
      """
    )
  )
  func books(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test(
    "Crops own what they yield, ways what goes on them, and an industry goes on right behind a semicolon",
    arguments: SentenceRows.table(
      """
      粮食生产喜获丰收，总产达到90万吨。
        粮食总产
      棉花播种面积9万亩，其中长绒棉亩产80公斤，总产3000吨。
        棉花播种面积
        长绒棉亩产
        长绒棉总产
      公路旅客运输量80万人，增长2%；旅客运输周转量9亿人公里。
        公路旅客运输量
        公路旅客运输量
        公路旅客运输周转量
      限上工业完成增加值30亿元；实现利润8亿元；城建提速，完成产值7亿元。
        限上工业增加值
        限上工业利润
        产值
      服务贸易进出口增长9%，总额达到80亿美元。
        服务贸易进出口
        服务贸易进出口总额
      东海集团实现产值60亿元，对外承包工程累计完成营业额3亿元。
        东海集团产值
        对外承包工程营业额
      """
    )
  )
  func goingOn(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test(
    "Accidents, firms on the exchange, sites and roads own what is told of them",
    arguments: SentenceRows.table(
      """
      发生交通事故30起，死亡9人。
        交通事故
        交通事故死亡
      境内上市公司9家，总市值80亿元。
        境内上市公司
        境内上市公司总市值
      省级湿地公园6个，总面积9000公顷。
        省级湿地公园
        省级湿地公园总面积
      全市出生人口9万人，死亡8万人。
        出生人口
        死亡
      """
    )
  )
  func kinds(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test(
    "The way that goods and people take, and the port, are said once",
    arguments: SentenceRows.table(
      """
      公路客运量20亿人，客运周转量5亿人公里。
        20亿人|公路客运量|level 20 亿人
        5亿人公里|公路客运周转量|level 5 亿人公里
      公路水路货运量20亿吨，货物周转量5亿吨公里。
        20亿吨|公路水路货运量|level 20 亿吨
        5亿吨公里|公路水路货物周转量|level 5 亿吨公里
      """
    )
  )
  func ways(sentence: SentenceRows) {
    sentence.check(\.lines)
    #expect(ReadSentence("东港货物吞吐量3亿吨，集装箱500万标准箱。").indicators == ["东港货物吞吐量", "东港集装箱吞吐量"])
  }

  @Test("A bare share is of the headline that has the same noun")
  func bareShares() {
    #expect(
      ReadSentence("固定资产投资增长3%。分经济类型看，民营投资增长5%，占70%。").indicators.last == "民营投资占固定资产投资的比重"
    )
  }

  @Test("A bound is said once for two shares, and a rank can be among years")
  func boundsAndYears() {
    #expect(
      ReadSentence("研发投入强度为0.4%，不足全国的五分之一和全省的四分之一。").observations.map(\.comparator) == [.equal, .atMost, .atMost]
    )
    #expect(ReadSentence("年降水量800毫米，为1998年以来第三多。").lines.last == "第三|年降水量|rank 3 位|@1998年以来 level")
  }

  @Test("Sums and those who take part keep their whole name")
  func wholeNames() {
    #expect(ReadSentence("基金收入总计为3亿元。").indicators == ["基金收入总计"])
    #expect(ReadSentence("年末参加失业保险人数30万人。").indicators == ["参加失业保险人数"])
  }

  @Test(
    "What a name leaves out, a figure before has said",
    arguments: SentenceRows.table(
      """
      城镇居民人均可支配收入4万元，增长5%，人均消费支出3万元。
        城镇居民人均可支配收入
        城镇居民人均可支配收入
        城镇居民人均消费支出
      生猪出栏90万头，年末存栏40万头。
        生猪出栏
        生猪存栏
      原保险保费收入60亿元，赔付支出20亿元。
        原保险保费收入
        原保险赔付支出
      全年生产汽车30万辆，其中新能源汽车9万辆，产量是上年的2倍。
        汽车
        新能源汽车
        新能源汽车产量
      人口出生率6‰，死亡率7‰。
        人口出生率
        人口死亡率
      空气质量优良天数320天，优良率88%。
        空气质量优良天数
        空气质量优良率
      城乡居民人均可支配收入分别为5万元、3万元，收入比为1.7∶1。
        城镇居民人均可支配收入
        农村居民人均可支配收入
        城乡居民收入比
      社会保险基金收入90亿元、支出80亿元，年末滚存结余120亿元。
        社会保险基金收入
        社会保险基金支出
        社会保险基金年末滚存结余
      实施技改项目90个，开工率、投资完成率分别为97%、104%。
        技改项目
        技改项目开工率
        技改项目投资完成率
      主要产品产量中，汽车9万辆，水泥300万吨。
        汽车产量
        水泥产量
      安全事故起数、死亡人数分别下降5%、8%。
        安全事故起数
        安全事故死亡人数
      """
    )
  )
  func leftOut(sentence: SentenceRows) {
    sentence.check(\.indicators)
  }

  @Test("A growth's own name is no part of what grows, and what is added is no headline")
  func growth() {
    #expect(ReadSentence("地区生产总值增速比预期目标低1.3个百分点。").codes == ["gdp"])
    #expect(ReadSentence("地区生产总值增速、一般公共预算收入增速分别低0.2和2.4个百分点。").codes == ["gdp", "revenue"])
    #expect(ReadSentence("建议今年地区生产总值增长6%左右。", mood: .plan).codes == ["gdp"])
    #expect(ReadSentence("高新技术企业净增60户、总数达900户。").codes == ["-", "hitech_firms"])
    #expect(ReadSentence("规模以上工业[3]增加值增长7%。").codes == ["industrial_va"])
  }

  @Test("Shares of an earlier year are of now, where they are dealt out too")
  func recovered() {
    let read = ReadSentence("接待游客60万人次，旅游收入6亿元，分别恢复到2019年的112%、109%。")
    #expect(read.datedIndicators.suffix(2) == ["接待游客相当于2019年 2023", "旅游收入相当于2019年 2023"])
    #expect(read.codes.suffix(2) == ["-", "-"])
  }

  @Test("Loans behind a part of the deposits are of the banks, and not of who has deposited")
  func depositors() {
    let read = ReadSentence("年末金融机构本外币各项存款余额900亿元，其中住户存款余额600亿元，增长3%；各项贷款余额700亿元。")
    #expect(read.names.last == "金融机构本外币各项贷款余额 loans")
  }

  @Test("A rate in firms' books tells whose the books are, also behind a semicolon")
  func rates() {
    let read = ReadSentence("规模以上工业企业资产负债率52%，下降0.3个百分点；利润总额5亿元。")
    #expect(read.names.last == "规模以上工业企业利润总额")
  }
}
