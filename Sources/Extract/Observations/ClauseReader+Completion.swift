import Documents
import Lexicon

/// What the names of a sentence leave to one another: an owner, a restriction, the noun of a heading phrase.
struct Completion {
  /// 规模以上企业产品产量中: whose, and what of.
  var frame: (prefix: [UInt8], noun: [UInt8])?
  /// 规模以上 of the first name.
  var restriction: [UInt8] = []
  /// 规模以上工业企业 of the first name.
  var owner: [UInt8] = []
  /// The last characters of the first name.
  var ending: [UInt8] = []
  /// The first name since the last semicolon.
  var groupOwner: [UInt8] = []

  /// 万人, 人次
  static func isOfPersons(_ unit: [UInt8]) -> Bool {
    unit.suffix(3).elementsEqual("人".utf8) || unit.suffix(6).elementsEqual("人次".utf8)
      || unit.suffix(3).elementsEqual("名".utf8)
  }

  /// 个, 家, 户
  static func isThings(_ unit: [UInt8]) -> Bool {
    ["个", "家", "户", "项", "宗", "笔", "只", "支", "件", "处"].contains { unit.elementsEqual($0.utf8) }
  }

  static func ends(_ name: [UInt8], _ word: String) -> Bool {
    name.suffix(word.utf8.count).elementsEqual(word.utf8)
  }

  static func ends(_ name: [UInt8], _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard name.count >= count else { return false }
    for offset in 0..<count where name[name.count - count + offset] != word.utf8Start[offset] { return false }
    return true
  }

  /// Where the first `word` ends in `name`.
  static func end(of word: String, in name: [UInt8]) -> Int? {
    let word = Array(word.utf8)
    guard name.count >= word.count else { return nil }
    for start in 0...(name.count - word.count) where name[start..<(start + word.count)].elementsEqual(word) {
      return start + word.count
    }
    return nil
  }

  /// Where the last `word` ends in `name`.
  static func lastEnd(of word: String, in name: [UInt8]) -> Int? {
    let word = Array(word.utf8)
    guard name.count >= word.count else { return nil }
    for start in (0...(name.count - word.count)).reversed() where name[start..<(start + word.count)].elementsEqual(word)
    {
      return start + word.count
    }
    return nil
  }

  mutating func endGroup() {
    groupOwner = []
  }
}

extension ClauseReader {
  /// Nouns that say what is counted but not of whom.
  private static let dependents: [[UInt8]] = [
    "在校生", "毕业生", "招生", "观众", "票房收入", "电影放映", "放映", "计划总投资", "总投资", "投资总额", "备案投资总额", "计划投资", "合同金额", "订单金额", "协议投资",
    "签约金额", "签约额",
    "年度计划投资", "年度投资", "总规模", "市场规模", "总金额", "开工率", "投资完成率", "平均发行利率", "增长面", "订单总额", "满意率", "死亡人数",
    "利税", "销量", "总投资额", "协议资金", "成交额", "交易额", "概算总投资", "床位", "在园幼儿", "总保额", "放款金额", "从业人员", "在园人数", "在校学生", "毕业学生",
    "在校人数", "在校学生数", "毕业生数", "招生数", "在校生数", "招生人数", "专任教师", "教职工",
    "卫生技术人员", "床位数", "在园幼儿数", "金额", "协议金额", "合同额",
    "协议投资额", "完成投资额",
  ].map { Array($0.utf8) }

  private static let dependentNames = ScalarTrie(dependents.map { ($0, 0) })

  /// Whether the stretch is such a noun, and nothing else.
  func isDependent(_ range: Range<Int>) -> Bool {
    Self.dependentNames.value(of: scan.bytes(range)) != nil
  }

  private static let finances: [[UInt8]] = [
    "利润总额", "利润", "利税总额", "营业收入", "主营业务收入", "资产总计", "资产总额", "负债合计", "营业成本", "税金总额", "产品销售率", "实现利润", "资产负债率",
    "每百元营业收入中的成本",
    "营业收入利润率", "亏损面",
  ].map { Array($0.utf8) }

  private static let restrictions: [[UInt8]] = ["规模以上工业", "规模以上服务业", "规模以上", "限额以上单位", "限额以上"].map { Array($0.utf8) }
  private static let sales: [[UInt8]] = ["销售收入", "产值", "营业收入"].map { Array($0.utf8) }

  /// 限额以上单位商品零售额中: the segment frames the names behind it.
  mutating func noteFrame(_ segment: Range<Int>) {
    guard scan.ends(segment, with: "中") else { return }
    var clause = Clause(head: segment.lowerBound..<(segment.upperBound - 3))
    if scan.starts(clause.head, with: "在") { clause.head = (clause.head.lowerBound + 3)..<clause.head.upperBound }
    lead(&clause)
    let head = clause.head
    if ["限额以上单位", "限额以上企业", "限上单位"].contains(where: { $0.utf8.elementsEqual(scan.bytes(head)) }) {
      completion.frame = (scan.bytes(head), [])
      return
    }
    for noun in Self.nouns where scan.ends(head, with: noun) {
      for owner in ["企业", "单位", "机构", "工业"] as [StaticString] {
        guard let found = scan.find(owner, in: head) else { continue }
        let end = found + owner.utf8CodeUnitCount
        completion.frame = (
          scan.bytes(head.lowerBound..<end), scan.bytes((head.upperBound - noun.utf8CodeUnitCount)..<head.upperBound)
        )
        return
      }
    }
  }

  private static let accounts: [[UInt8]] = ["一般公共预算", "政府性基金", "国有资本经营", "社会保险基金", "财政专户", "公共财政预算"].map {
    Array($0.utf8)
  }

  /// Whether an account of the budget, or what it is spent or taken in, begins at `position`.
  func isAccount(_ position: Int, _ end: Int) -> Bool {
    for word in ["一般公共预算", "政府性基金", "国有资本经营", "社会保险基金", "财政", "公共财政", "预算", "收入", "支出"] as [StaticString]
    where scan.has(word, at: position, to: end) {
      return true
    }
    return false
  }

  /// 支出 behind 政府性基金收入 is 政府性基金支出.
  private mutating func inAccount(_ name: [UInt8]) -> [UInt8] {
    let isIncome = Completion.ends(name, "收入")
    guard isIncome || Completion.ends(name, "支出") else { return name }
    if name.count == 6 { return account.isEmpty ? name : account + name }
    if Self.accounts.contains(where: { name.starts(with: $0) && name.count <= $0.count + 12 }) {
      account = Array(name.dropLast(6))
    }
    return name
  }

  /// 余额 behind 新增贷款 is 贷款余额.
  private func balance(_ name: [UInt8]) -> [UInt8]? {
    guard name.elementsEqual("余额".utf8), let known = current?.indicator ?? recent.last?.indicator else { return nil }
    for word in ["贷款", "存款", "债务", "债券", "融资", "担保"] where Completion.ends(known, word) { return known + name }
    return nil
  }

  /// A name with what it leaves to those before it, and noted for those behind it.
  mutating func completed(_ given: [UInt8]) -> [UInt8] {
    if let balance = balance(given) { return balance }
    let name = inAccount(given)
    let isKnown = scan.indicators.trie.value(of: name) != nil
    if let frame = completion.frame {
      if name.starts(with: frame.prefix) { return name }
      if frame.noun.isEmpty { return Completion.ends(name, "零售额") ? frame.prefix + name : name }
      if Self.ends(name, with: frame.noun) { return frame.prefix + name }
      if !isKnown, !Self.nouns.contains(where: { Completion.ends(name, $0) }) {
        return frame.prefix + name + frame.noun
      }
      return name
    }
    // 已投项目135个、总金额210亿元: of the things counted right before.
    if segmentFrom < drafts.count, Self.dependentNames.value(of: name) != nil,
      let counted = drafts[segmentFrom...].last(where: { $0.measure == .level && Completion.isThings($0.unit) }),
      !Self.isDependentEnd(counted.indicator), !name.starts(with: counted.indicator)
    {
      return counted.indicator + name
    }
    if !completion.groupOwner.isEmpty, !completion.groupOwner.elementsEqual("资金".utf8),
      Self.dependentNames.value(of: name) != nil, Self.dependentNames.value(of: completion.groupOwner) == nil
    {
      return completion.groupOwner + name
    }
    if !completion.owner.isEmpty, Self.finances.contains(name) { return completion.owner + name }
    // 软件业从业人员3万人、主营业务收入…: of the industry.
    if Self.finances.contains(name),
      ["业", "集群", "园区", "集团", "集聚区", "开发区", "高新区", "经开区", "公司"].contains(where: {
        Completion.ends(completion.groupOwner, $0)
      })
    {
      return completion.groupOwner + name
    }
    // 动力电池产业集聚了一批企业，产值增长25%
    if Self.sales.contains(name),
      ["产业", "集群"].contains(where: { Completion.ends(completion.groupOwner, $0) })
    {
      return completion.groupOwner + name
    }
    let own = Self.restrictions.first { name.starts(with: $0) }
    if own == nil, !completion.restriction.isEmpty, !isKnown, name.count > completion.ending.count,
      Self.ends(name, with: completion.ending), !inChild || Self.contains(name, "企业")
    {
      return completion.restriction + name
    }
    for noun in Self.sales where Self.ends(name, with: noun) && name.count > noun.count + 9 {
      completion.groupOwner = Array(name.dropLast(noun.count))
    }
    if completion.groupOwner.isEmpty {
      completion.groupOwner = name
      for dependent in Self.dependents where Self.ends(name, with: dependent) && name.count > dependent.count {
        completion.groupOwner = Array(name.dropLast(dependent.count))
      }
      for noun in Self.sales where Self.ends(name, with: noun) && name.count > noun.count {
        completion.groupOwner = Array(name.dropLast(noun.count))
      }
    }
    if completion.restriction.isEmpty, completion.owner.isEmpty, let own {
      completion.restriction = own
      completion.ending = Array(name.suffix(9))
      if let end = Completion.end(of: "企业", in: name) { completion.owner = Array(name[..<end]) }
    }
    return name
  }

  private static func isDependentEnd(_ name: [UInt8]) -> Bool {
    dependents.contains { ends(name, with: $0) }
  }

  /// 动力电池产业集聚了…: a stretch without a number says whose the figures behind it are.
  mutating func noteOwner(_ head: Range<Int>) {
    guard completion.groupOwner.isEmpty,
      drafts.isEmpty || scan.scalar(before: head.lowerBound, from: sentence.lowerBound) == ";"
    else { return }
    for word in ["产业", "集群"] as [StaticString] {
      guard let found = scan.find(word, in: head) else { continue }
      let end = found + word.utf8CodeUnitCount
      guard end - head.lowerBound <= 36, end < head.upperBound,
        scan.find("、", in: head.lowerBound..<end) == nil, scan.cue(.act, at: head.lowerBound, to: end) == nil,
        ["集聚", "聚集", "拥有", "形成"].contains(where: { (verb: StaticString) in scan.has(verb, at: end, to: head.upperBound)
        })
      else { continue }
      completion.groupOwner = scan.bytes(head.lowerBound..<end)
      return
    }
  }

  static func ends(_ name: [UInt8], with ending: [UInt8]) -> Bool {
    guard name.count >= ending.count else { return false }
    // Most names differ in the last byte already.
    for offset in ending.indices.reversed() where name[name.count - ending.count + offset] != ending[offset] {
      return false
    }
    return true
  }

  static func contains(_ name: [UInt8], _ word: String) -> Bool {
    Completion.end(of: word, in: name) != nil
  }
}
