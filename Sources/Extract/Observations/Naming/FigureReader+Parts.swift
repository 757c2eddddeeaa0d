import Documents
import Lexicon

/// Parts that leave the noun of measure to the whole: 夏粮 of 粮食产量, 汽车制造业 of 规模以上工业增加值.
extension FigureReader {
  /// What may be left out, by the end of the whole's name; and what the part then takes.
  private static let wholes: [(ending: [UInt8], noun: [UInt8])] = [
    ("社会消费品零售总额", "消费品零售额"), ("居民消费价格", "居民消费价格"), ("居民消费价格指数", "居民消费价格"), ("人均可支配收入", "人均可支配收入"),
    ("人均消费支出", "人均消费支出"), ("增加值", "增加值"), ("零售额", "零售额"), ("产量", "产量"), ("总产量", "产量"), ("装机容量", "装机容量"), ("总产值", "产值"),
    ("产值", "产值"), ("投资", "投资"), ("营业收入", "营业收入"), ("销售额", "销售额"), ("吞吐量", "吞吐量"), ("在校生", "在校生"), ("招生", "招生"),
    ("毕业生", "毕业生"), ("保费收入", "保费收入"), ("货运量", "货运量"), ("通车里程", "通车里程"), ("种植面积", "种植面积"), ("播种面积", "播种面积"),
    ("贷款余额", "贷款余额"), ("存款余额", "存款余额"), ("进出口总额", "进出口额"), ("移动电话用户", "用户"),
    ("赔款支出与给付", "赔款支出与给付"), ("赔付支出", "赔付支出"), ("赔款支出", "赔款支出"), ("赔款和给付", "赔款和给付"), ("人均纯收入", "人均纯收入"), ("产能", "产能"),
    ("用电量", "用电量"), ("利润总额", "利润总额"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static let parts: [[UInt8]] = [
    "夏粮", "秋粮", "早稻", "中稻", "晚稻", "稻谷", "小麦", "玉米", "大豆", "薯类", "城镇", "乡村", "农村", "城市", "火电", "水电", "风电", "光伏", "核电",
    "太阳能发电", "集装箱",
    "小学", "初中", "高中", "普通高中", "普通初中", "特殊教育", "幼儿园", "学前教育", "中等职业教育", "城镇居民", "农村居民", "城镇常住居民", "农村常住居民", "高速公路", "猪肉",
    "牛肉", "羊肉",
    "禽肉", "财产险", "人身险", "寿险", "健康险", "水泥", "平板玻璃", "炼铁", "粗钢", "钢材", "汽车", "化肥",
    "炼钢", "钢铁", "煤炭", "焦炭", "电解铝", "城乡居民", "居民生活", "工业", "焦化", "造纸", "火力发电",
  ].map { Array($0.utf8) }
  private static let partNames = ScalarTrie(parts.map { ($0, 0) })

  private static let industries = ["业", "类", "企业", "产业", "经济", "行业"].map { Array($0.utf8) }

  /// The name of a part after 其中, with the noun that it leaves to the whole: 4A级 of A级景区.
  func childName(_ object: Range<Int>, _ quantity: Quantity) -> [UInt8] {
    let own = scan.bytes(object)
    guard memory.last.isPart, let whole = memory.whole?.indicator, !whole.isEmpty else { return own }
    // 参保离退休人员 of 企业职工基本养老保险参保
    if scan.starts(object, with: "参保"), let insured = whole.lastEnd(of: "保险") {
      return Array(whole[..<insured]) + own
    }
    if quantity.unitKind == .count {
      guard scan.ends(object, with: "级") || scan.ends(object, with: "以上") || scan.ends(object, with: "的") else {
        return own
      }
      return own + Array(whole.suffix(6))
    }
    // 第一产业 of the 地区生产总值 is its value added.
    if sentence.isIndustry(object), code(whole, area: nil) == "gdp" { return own + Array("增加值".utf8) }
    return scan.ends(object, with: "类") || sentence.isIndustry(object) ? own + whole : own
  }

  /// A part's name with the noun that its whole has said; `given` where it needs none.
  func withNoun(_ given: [UInt8], _ quantity: Quantity, _ measure: Observation.Measure) -> [UInt8] {
    guard given.count >= 6, given.count <= 60, measure != .share, measure != .rank, measure != .ratio,
      quantity.kind != .point, scan.indicators.trie.value(of: given) == nil,
      !MeasureNouns.all.contains(where: { given.ends(with: $0) })
    else { return given }
    let isRate = quantity.kind == .percent
    let isPart =
      Self.partNames.value(of: given) != nil || given.ends(with: "险") || memory.last.isPart && isGroup(given, quantity)
    let isIndustry = Self.industries.contains { given.ends(with: $0) }
    guard isPart || isIndustry && (isRate || quantity.unitKind == .money) else { return given }
    guard let whole = whole(of: quantity, isPart: isPart) else { return given }
    for (ending, noun) in Self.wholes where whole.ends(with: ending) {
      if isIndustry, !isPart,
        !["增加值", "零售额", "产值", "投资", "营业收入", "消费品零售额", "利润总额", "税收"].contains(where: { (word: StaticString) in
          noun.equals(word)
        })
      {
        return given
      }
      // 城镇居民 takes 人均可支配收入.
      return given + noun
    }
    return given
  }

  /// 贫困户 behind 其中, of an income: a group of the people that the whole is of.
  private func isGroup(_ name: [UInt8], _ quantity: Quantity) -> Bool {
    guard quantity.unitKind == .money, name.count >= 9, let whole = memory.whole?.indicator,
      whole.ends(with: "收入") || whole.ends(with: "标准")
    else { return false }
    return ["户", "人口", "居民", "农民", "职工", "农户"].contains { (word: StaticString) in name.ends(with: word) }
  }

  /// The name that the sentence, or for industries the paragraph, measured last in this way.
  private func whole(of quantity: Quantity, isPart: Bool) -> [UInt8]? {
    if memory.last.isPart, let parent = memory.whole, !parent.indicator.isEmpty {
      if isWhole(parent.indicator) { return parent.indicator }
      if quantity.kind == .level { return nil }
    }
    for draft in drafts.reversed() where isWhole(draft.indicator) {
      if quantity.kind == .percent || draft.unit == quantity.unit { return draft.indicator }
    }
    guard let last = paragraph.measured else { return nil }
    return quantity.kind == .percent || last.unit == quantity.unit ? last.name : nil
  }

  func isWhole(_ name: [UInt8]) -> Bool {
    Self.wholes.contains { name.ends(with: $0.ending) }
  }
}
