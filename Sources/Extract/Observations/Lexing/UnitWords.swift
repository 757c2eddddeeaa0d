import Lexicon

/// Characters that are a unit or an adverb by themselves, but not where the next one makes another word of them:
/// 50亿项目, 3台阶, 现代, 其他.
enum UnitWords {
  private static let followers: [CodePoint: [CodePoint]] = {
    let words: [(unit: String, next: String)] = [
      ("项", "目"), ("节", "能约水假日目点"), ("支", "出付持撑援"), ("本", "级地市县省区年科届土息金"), ("基", "础建本金地层"),
      ("台", "阶账州商湾山"), ("个", "体人税"), ("户", "籍均外"), ("名", "录单牌"), ("家", "庭电政畜长具"), ("所", "有属在以得"), ("处", "理置罚级"),
      ("场", "所馆地站"), ("条", "件例"), ("口", "岸径"), ("点", "位"), ("线", "上下路"), ("单", "位元体"), ("发", "展电生放"), ("组", "织团建"),
      ("片", "区"), ("包", "括含"), ("对", "外口全接于"), ("双", "创拥随百"), ("把", "关"), ("份", "额"), ("面", "积临向对"), ("分", "别类级布钟"),
      ("列", "入车全"), ("部", "门分署级委长队"), ("款", "项"), ("例", "如"), ("门", "诊"), ("人", "均才力工员"), ("方", "案向法便"), ("里", "程"),
      ("升", "级学至"), ("层", "面级次"), ("道", "路"), ("位", "于居列"), ("次", "数"), ("间", "接隔"), ("具", "有体备"), ("首", "次位批个家"),
      ("集", "中聚群体团"),
      ("斤", "重"), ("卷", "烟"), ("封", "山育"), ("挂", "牌"), ("座", "谈"), ("件", "均"), ("床", "均"), ("亩", "均"),
    ]
    var result: [CodePoint: [CodePoint]] = [:]
    for word in words {
      guard let unit = word.unit.unicodeScalars.first else { continue }
      result[CodePoint(unit.value)] = word.next.unicodeScalars.map { CodePoint($0.value) }
    }
    return result
  }()

  /// Whether the unit of one character and what follows it are a word of their own.
  static func opensWord(_ unit: CodePoint, before next: CodePoint) -> Bool {
    followers[unit]?.contains(next) ?? false
  }

  private static let words: [CodePoint: [CodePoint]] = {
    let words: [(adverb: String, next: String)] = [
      ("现", "代金货场状行浇房存"), ("其", "他它余"), ("共", "享青同建产用"), ("要", "素案点求闻道"), ("需", "求要"), ("与", "会"), ("和", "谐美平解"),
      ("均", "衡等价"), ("约", "束定谈"), ("将", "军士"), ("再", "生就贷制保担造融"), ("还", "款贷本建林湿草田迁"), ("并", "购网轨联"), ("都", "市会江"),
      ("或", "有"), ("即", "时期"), ("另", "类"), ("只", "读"), ("则", "例"), ("且", "末"), ("及", "格"), ("已", "建批"),
    ]
    var result: [CodePoint: [CodePoint]] = [:]
    for word in words {
      guard let adverb = word.adverb.unicodeScalars.first else { continue }
      result[CodePoint(adverb.value)] = word.next.unicodeScalars.map { CodePoint($0.value) }
    }
    return result
  }()

  /// Whether an adverb of one character and what follows it are a word of their own: 现代, 其他, 都市.
  static func continues(_ adverb: CodePoint, with next: CodePoint) -> Bool {
    words[adverb]?.contains(next) ?? false
  }

  private static let names: [StaticString] = [
    "转移支付", "转移性支出", "转移性收入", "生产总值", "生产性", "生产基地", "生产线", "生产能力", "生产者", "生产力", "生产资料", "生产企业", "援助其他地区", "补助下级",
    "补助收入",
    "发展改革", "发展基金", "发展资金", "改革发展", "服务业", "建设用地", "建设兵团", "改造工程", "培训中心", "交易额", "流转税", "建筑业", "参加",
    "调整预算", "安排预算稳定调节基金", "组织收入", "预算安排", "上解", "发行费用", "服务消费", "引导基金", "保障性", "保护区", "支持率", "化解率", "开发区", "开发利用",
    "消费品", "建成区", "营造林", "引进外资", "培育期", "投资人", "建设银行", "建设者", "扶持资金", "奖励资金", "补助资金", "救助站", "服务中心", "服务站",
    "造林绿化", "发电装机", "发电量", "屠宰产能", "屠宰能力", "养殖产能",
    "租赁和商务服务", "租赁住房", "租赁业", "转移净收入", "转移收入", "转移支出", "返还和转移支付", "返还支出", "返还收入", "返还预算", "新建商品房", "新建商品住宅", "新建住宅",
    "置换债",
    "置换隐性债务", "置换存量", "安装工程", "担保业务", "授权专利", "授权发明专利", "奖补", "贴息", "补助", "派驻镇街", "上解支出", "上解收入", "上解上级", "上解省", "上解中央",
    "登记在册", "调整前", "援助收入",
  ]

  /// Where a word ends that begins at `position` with a verb but is a noun: 转移支付, 生产基地.
  static func wordEnd(at position: Int, in scan: PhraseScanner, to end: Int) -> Int? {
    names.lazy.filter { scan.has($0, at: position, to: end) }.map { position + $0.utf8CodeUnitCount }.max()
  }
}
