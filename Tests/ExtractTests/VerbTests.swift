import Documents
import Extract
import Testing

/// How a thing is done, what is done and who does it are no part of a figure's name: by classes of words, with those
/// that look like them.
@Suite("Verbs, adverbs and who acts")
struct VerbTests {
  @Test(
    "How it is done stands before the verb, and is no part of the name",
    arguments: [
      "一次性", "高起点", "大规模", "超前", "全方位", "分期", "逐一", "逐年", "一举", "接连", "迅速", "加紧", "倾力", "携手", "千方百计",
      "及早", "彻底", "整村", "清单化", "联合", "牵头", "共", "全市共", "全市共计",
    ]
  )
  func how(adverb: String) {
    #expect(ReadSentence("\(adverb)建成便民食堂15个。").names == ["便民食堂"])
  }

  @Test("How it grew or what it reached at is no part of the name", arguments: ["集中", "快速", "大幅度", "一举", "最终"])
  func grown(adverb: String) {
    #expect(ReadSentence("新区水泥产量\(adverb)达到30万吨。").names == ["新区水泥产量"])
  }

  @Test(
    "Whatever is done to things, the things are counted",
    arguments: [
      "带来", "撤销", "激活", "核查", "回收", "修筑", "抢修", "点亮", "增添", "评出", "筑牢", "新发现", "敲定", "开辟", "拆解", "填补",
      "组织开展", "推动实施", "支持改造", "谋划新建", "鼓励开设", "规划新建", "协调推进", "落地实施", "基本建成",
    ]
  )
  func done(verb: String) {
    let read = ReadSentence("\(verb)便民食堂15个。")
    #expect(read.names == ["便民食堂"])
    #expect(read.observations.first?.action == verb)
  }

  @Test(
    "What things counted have come to is their predicate",
    arguments: [
      "主体封顶", "前期工作加快", "试生产", "正式投用", "分批投产", "即将竣工", "仍在建设", "停产整治", "注册落户", "扭亏为盈", "受到表彰",
      "用电量增长", "春节前开业", "四季度投产", "予以关停",
    ]
  )
  func come(predicate: String) {
    #expect(ReadSentence("12家精细化工企业\(predicate)。").names == ["精细化工企业"])
  }

  @Test("Villages and people too", arguments: ["通自来水", "喝上放心水", "通硬化路", "喜迁新居", "返乡创业", "驻村帮扶"])
  func lived(predicate: String) {
    #expect(ReadSentence("42个沿河行政村\(predicate)。").names == ["沿河行政村"])
  }

  @Test(
    "Who acts, or where, is no part of what is done there",
    arguments: [
      "公安机关", "检察机关", "各级工会", "社会力量", "志愿者", "民营企业", "高等院校", "医疗机构", "省级层面", "保税区", "辖区内", "流域", "驻村工作队",
    ]
  )
  func actors(who: String) {
    #expect(ReadSentence("\(who)建成便民食堂15个。").names == ["便民食堂"])
    #expect(ReadSentence("\(who)累计发放爱心包裹15万件。").names == ["爱心包裹"])
  }

  @Test(
    "Names that open with a verb or an adverb stay whole",
    arguments: SentenceRows.table(
      """
      独立选址项目12个。
        12个|独立选址项目|level 12 个
      充分就业社区12个。
        12个|充分就业社区|level 12 个
      一站式服务中心12个。
        12个|一站式服务中心|level 12 个
      一次性建设补助12万元。
        12万元|一次性建设补助|level 12 万元
      主要污染物排放量12万吨。
        12万吨|主要污染物排放量|level 12 万吨
      实施提质改造97公里。
        97公里|提质改造|level 97 公里|!实施
      完成植树绿化2万亩。
        2万亩|植树绿化|level 2 万亩|!完成
      落实促进投资措施16条。
        16条|促进投资措施|level 16 条|!落实
      实施帮扶协作项目31个。
        31个|帮扶协作项目|level 31 个|!实施
      组织参展企业60家。
        60家|参展企业|level 60 家|!组织
      开展继续教育培训900人次。
        900人次|继续教育培训|level 900 人次|!开展
      基本建设投资专项40万元。
        40万元|基本建设投资专项|level 40 万元
      """
    )
  )
  func whole(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "Who spends or whom it is for stays with a name",
    arguments: SentenceRows.table(
      """
      学校建设投入6亿元。
        6亿元|学校建设投入|level 6 亿元
      医院诊疗人次40万人次。
        40万人次|医院诊疗人次|level 40 万人次
      企业引进人才补贴资金900万元。
        900万元|企业引进人才补贴资金|level 900 万元
      城市维护建设税3亿元。
        3亿元|城市维护建设税|level 3 亿元
      邮政业累计完成业务收入9亿元。
        9亿元|邮政业业务收入|level 9 亿元
      滨江片区力争新引进研发机构4家。
        4家|研发机构|level 4 家|!力争新引进
      共建产业园12个。
        12个|产业园|level 12 个|!共建
      """
    )
  )
  func owners(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "What a predicate is told of is cut off with it, but not what is counted",
    arguments: SentenceRows.table(
      """
      9个综合体项目主体工程完工。
        9个|综合体项目|level 9 个|!主体工程完工
      16家新型经营主体参与。
        16家|新型经营主体|level 16 家|!参与
      完成31个村庄农村生活污水治理。
        31个|村庄|level 31 个|!完成农村生活污水治理
      6项改革试点有力推进。
        6项|改革试点|level 6 项|!推进
      """
    )
  )
  func aspects(sentence: SentenceRows) {
    sentence.check(\.lines)
  }

  @Test(
    "What a figure reached, rose or fell by is told by verbs of all kinds",
    arguments: [
      ("壮大到", "30万吨"), ("锁定在", "30万吨"), ("尚有", "30万吨"), ("可达到", "30万吨"), ("净减少", "30万吨"), ("猛增", "8%"), ("小幅增长", "8%"),
      ("止跌回升", "8%"), ("爆发式增长", "8%"), ("骤降", "8%"), ("上浮", "8%"), ("放缓", "2个百分点"), ("攀升至", "全省第3位"), ("重返", "全省第3位"),
      ("长期位居", "全省第3位"),
    ]
  )
  func reached(verb: String, figure: String) {
    #expect(ReadSentence("新区水泥产量\(verb)\(figure)。").names == ["新区水泥产量"])
  }

  @Test("When, before the act, is no part of the name", arguments: ["春节前", "汛期前", "7月底前", "今后五年", "未来三年"])
  func dated(time: String) {
    #expect(ReadSentence("\(time)新建便民食堂15个。", mood: .plan).names == ["便民食堂"])
  }

  @Test("How somebody acts stands between the two", arguments: ["及时拨付", "足额安排", "积极争取", "清理收回", "安排了"])
  func manner(verb: String) {
    #expect(ReadSentence("财政部门\(verb)校园安全专项资金8亿元。").names == ["校园安全专项资金"])
  }

  @Test(
    "Words that open with an adverb, an area or a verb are words",
    arguments: [
      "全域土地整治项目", "继续教育基地", "共享单车", "现役兵站", "需求侧项目", "奖励资金", "就业人员", "快速检测点", "长期护理保险", "应急救援队伍", "分布式光伏",
      "检测机构", "服务网点", "拆迁户", "使用面积",
    ]
  )
  func words(name: String) {
    #expect(ReadSentence("全市共有\(name)37个。").names == [name])
  }

  @Test("A word of manner that makes a name of a noun opens no predicate", arguments: ["基本农田", "有效发明专利"])
  func mannered(name: String) {
    #expect(ReadSentence("全市37个\(name)投入使用。").names == [name])
  }
}
