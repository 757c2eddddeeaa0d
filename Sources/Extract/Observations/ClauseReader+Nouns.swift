import Documents
import Lexicon

/// Parts that leave the noun of measure to the whole: 夏粮 of 粮食产量, 汽车制造业 of 规模以上工业增加值.
extension ClauseReader {
  /// What may be left out, by the end of the whole's name; and what the part then takes.
  private static let wholes: [(ending: [UInt8], noun: [UInt8])] = [
    ("社会消费品零售总额", "消费品零售额"), ("居民消费价格", "居民消费价格"), ("居民消费价格指数", "居民消费价格"), ("人均可支配收入", "人均可支配收入"),
    ("人均消费支出", "人均消费支出"), ("增加值", "增加值"), ("零售额", "零售额"), ("产量", "产量"), ("总产量", "产量"), ("装机容量", "装机容量"), ("总产值", "产值"),
    ("产值", "产值"), ("投资", "投资"), ("营业收入", "营业收入"), ("销售额", "销售额"), ("吞吐量", "吞吐量"), ("在校生", "在校生"), ("招生", "招生"),
    ("毕业生", "毕业生"), ("保费收入", "保费收入"), ("货运量", "货运量"), ("通车里程", "通车里程"), ("种植面积", "种植面积"), ("播种面积", "播种面积"),
    ("贷款余额", "贷款余额"), ("存款余额", "存款余额"), ("进出口总额", "进出口额"), ("移动电话用户", "用户"),
    ("赔款支出与给付", "赔款支出与给付"), ("产能", "产能"), ("用电量", "用电量"),
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

  /// A part's name with the noun that its whole has said; `given` where it needs none.
  func withNoun(_ given: [UInt8], _ quantity: Quantity, _ measure: Observation.Measure) -> [UInt8] {
    guard given.count >= 6, given.count <= 60, measure != .share, measure != .rank, measure != .ratio,
      quantity.kind != .point, scan.indicators.trie.value(of: given) == nil,
      !Self.nouns.contains(where: { Completion.ends(given, $0) })
    else { return given }
    let isRate = quantity.kind == .percent
    let isPart = Self.partNames.value(of: given) != nil
    let isIndustry = Self.industries.contains { Self.ends(given, with: $0) }
    guard isPart || isIndustry && (isRate || quantity.unitKind == .money) else { return given }
    guard let whole = whole(of: quantity, isPart: isPart) else { return given }
    for (ending, noun) in Self.wholes where Self.ends(whole, with: ending) {
      if isIndustry, !isPart,
        !["增加值", "零售额", "产值", "投资", "营业收入", "消费品零售额"].contains(where: { $0.utf8.elementsEqual(noun) })
      {
        return given
      }
      // 城镇居民 takes 人均可支配收入.
      return given + noun
    }
    return given
  }

  /// The name that the sentence, or for industries the paragraph, measured last in this way.
  private func whole(of quantity: Quantity, isPart: Bool) -> [UInt8]? {
    if inChild, let parent, !parent.indicator.isEmpty {
      if isWhole(parent.indicator) { return parent.indicator }
      if quantity.kind == .level { return nil }
    }
    for draft in drafts.reversed() where isWhole(draft.indicator) {
      if quantity.kind == .percent || draft.unit == quantity.unit { return draft.indicator }
    }
    guard let last = measuredLast else { return nil }
    return quantity.kind == .percent || last.unit == quantity.unit ? last.name : nil
  }

  func isWhole(_ name: [UInt8]) -> Bool {
    Self.wholes.contains { Self.ends(name, with: $0.ending) }
  }

  // MARK: A noun and the verbs that share it

  private static let stages: [StaticString] = [
    "新开工建设", "竣工投产", "建成投产", "开工建设", "基本建成", "新签约", "新开工", "新竣工", "新投产", "开工", "竣工", "投产", "签约", "完工", "续建",
  ]

  /// 亿元以上项目新签约, 棚户区改造开工建设: the stage that the counted things have reached.
  func stage(endingAt head: Range<Int>) -> (noun: Range<Int>, verb: Range<Int>)? {
    for word in Self.stages where scan.ends(head, with: word) {
      let noun = head.lowerBound..<(head.upperBound - word.utf8CodeUnitCount)
      guard noun.count >= 6, !scan.ends(noun, with: "、"), !scan.ends(noun, with: "和"),
        scan.ends(noun, with: "项目") || scan.ends(noun, with: "改造") || scan.ends(noun, with: "住房")
          || scan.ends(noun, with: "工程") || scan.ends(noun, with: "用房")
      else { return nil }
      return (noun, noun.upperBound..<head.upperBound)
    }
    return nil
  }

  // MARK: A thing described by its cost

  /// 总投资80亿元的17个水利项目: the name behind the number that describes it.
  func described(behind item: Item) -> Range<Int>? {
    var start = lexer.quantities[item.quantity].quote.upperBound
    let end = sentence.upperBound
    guard scan.has("的", at: start, to: end) else { return nil }
    start += 3
    if let next = lexer.tokens.first(where: { $0.kind == .quantity && $0.range.lowerBound == start }) {
      start = next.range.upperBound
    }
    var stop = start
    while stop < end {
      let scalar = scan.scalar(at: stop, to: end)
      if scalar.isOne(of: ",;。，；(") { break }
      if lexer.tokens.contains(where: { $0.kind == .quantity && $0.range.lowerBound == stop }) { break }
      stop = scan.next(stop, end)
    }
    let noun = splitPredicate(start..<stop).noun
    return noun.count >= 6 && noun.count <= 90 ? noun : nil
  }

  static let costs: [StaticString] = ["总投资", "投资", "计划总投资", "概算总投资", "全长", "总规模", "总面积", "建筑面积", "总建筑面积", "占地"]

  // MARK: Things counted, and what they do

  private static let counted: [StaticString] = [
    "医护人员", "人员", "志愿者", "市场主体", "经营主体", "个体工商户", "行政村", "国家和地区", "创业者", "国控断面", "国考断面", "县(市、区)", "县(市)", "中小学",
    "大类行业", "企业", "村",
  ]

  /// Where the noun of things counted ends before a predicate whose verb no list has: 9名医护人员奔赴….
  func countedEnd(_ after: Range<Int>) -> Int? {
    for word in Self.counted {
      guard let found = scan.find(word, in: after) else { continue }
      let end = found + word.utf8CodeUnitCount
      guard end + 6 <= after.upperBound,
        word.utf8CodeUnitCount > 3 || !scan.scalar(before: found, from: after.lowerBound).isOne(of: "农乡")
      else { return nil }
      for more in [
        "、", "和", "及", "与", "的", "等", "数", "率", "集团", "家", "总部", "技术", "中心", "联盟", "园", "协会", "主", "品牌", "标准", "孵化",
        "产品", "库", "债", "人", "户",
        "群", "上市", "(", "\"", "级", "化", "研", "民", "庄", "镇", "委", "集体", "改", "工", "社", "支部", "党", "道", "站", "卫生", "所",
        "内", "外", "开办", "住", "名",
        "用", "信用", "服务", "问题", "队", "配", "培",
      ] as [StaticString] where scan.has(more, at: end, to: after.upperBound) {
        guard word.utf8CodeUnitCount == 3, more.utf8CodeUnitCount == 6, scan.has("集体经", at: end, to: after.upperBound)
        else { return nil }
      }
      return end
    }
    return nil
  }
}
