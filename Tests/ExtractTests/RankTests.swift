import Documents
import Testing

@Suite("Ranks, among whom and in what")
struct RankTests {
  @Test(
    "How many were ranked is no figure, and among whom is what stands before it",
    arguments: [
      ("绿色发展指数位居全国261个地级市第19位。", "第19位|绿色发展指数|rank 19 位|@全国 level"),
      ("空气质量在全国168个重点城市中排名第12位。", "第12位|空气质量|rank 12 位|@全国 level"),
      ("办事便利度位列全省13个市第2位。", "第2位|办事便利度|rank 2 位|@全省 level"),
      ("经济总量在全省67个县（市、区）中列第5位。", "第5位|经济总量|rank 5 位|gdp|@全省 level"),
      ("垃圾分类成效列全国76个同类城市第4位。", "第4位|垃圾分类成效|rank 4 位|@全国 level"),
      ("客运量在36个城市中排名第20位。", "第20位|客运量|rank 20 位|@36个城市 level"),
    ]
  )
  func fields(_ sentence: String, _ line: String) {
    #expect(ReadSentence(sentence).lines == [line])
  }

  @Test(
    "A count before a rank of something else stays a figure",
    arguments: [
      ("新增省级创新平台12家、居全省第三位。", 2),
      ("建成社区食堂36个，数量位居全省第一。", 2),
      ("绿化覆盖率连续20年全省第一。", 1),
      ("设备交易额居华中第二。", 1),
    ]
  )
  func counts(_ sentence: String, _ figures: Int) {
    #expect(ReadSentence(sentence).observations.count == figures)
  }

  @Test(
    "The name of an examination is what is ranked",
    arguments: [
      ("耕地管护考核居全省第3位。", "第3位|耕地管护考核|rank 3 位|@全省 level"),
      ("营商便利评价位居全省第2位。", "第2位|营商便利评价|rank 2 位|@全省 level"),
      ("乡村建设实绩考评获全省第一名。", "第一名|乡村建设实绩考评|rank 1 位|@全省 level"),
      ("高质量发展绩效考核居全省第3位。", "第3位|高质量发展绩效考核|rank 3 位|@全省 level"),
      ("在全省城市更新评估中名列第一。", "第一|城市更新评估|rank 1 位|@全省 level"),
      ("在全省16个市综合考核中排名第3位。", "第3位|综合考核|rank 3 位|@全省 level"),
      ("在全省126个省级开发区综合考核中居第17位。", "第17位|省级开发区综合考核|rank 17 位|@全省 level"),
      ("全省信访工作考核我市位居第二。", "第二|信访工作考核|rank 2 位|@全省 level"),
      ("在全市年度目标考核中，我县获第二名。", "第二名|年度目标考核|rank 2 位|@全市 level"),
      ("水环境综合排名居全省第6位。", "第6位|水环境综合排名|rank 6 位|@全省 level"),
      ("集装箱运量排名全球第六。", "第六|集装箱运量|rank 6 位|@全球 level"),
    ]
  )
  func contests(_ sentence: String, _ line: String) {
    #expect(ReadSentence(sentence).lines == [line])
  }

  @Test("The places before an examination are where it was won")
  func places() {
    let read = ReadSentence("甲高新区、乙经开区在全省45个开发区综合考核中分别居第7、第9位。")
    #expect(read.names == ["开发区综合考核 @甲高新区", "开发区综合考核 @乙经开区"])
  }

  @Test(
    "The later names of a list take what the first one's rate is of",
    arguments: [
      ("重点工程开工率、入统率、投资完成率分别达98%、92%、70%。", ["重点工程开工率", "重点工程入统率", "重点工程投资完成率"]),
      ("“接诉即办”事项办结率、平均办理时长分别居全省第1、第2位。", ["\"接诉即办\"事项办结率", "\"接诉即办\"事项平均办理时长"]),
      ("重大工程开、竣工数分别增长10%、20%。", ["重大工程开工数", "重大工程竣工数"]),
      ("污水处理率、垃圾处理率分别达98%、100%。", ["污水处理率", "垃圾处理率"]),
      ("良种覆盖率、机械化率分别达98%、90%。", ["良种覆盖率", "机械化率"]),
    ]
  )
  func rates(_ sentence: String, _ names: [String]) {
    #expect(ReadSentence(sentence).observations.map(\.indicator) == names)
  }
}
