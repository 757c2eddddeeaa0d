import Documents
import Lexicon

/// Parts that leave the noun of measure to the whole: 夏粮 of 粮食产量, 汽车制造业 of 规模以上工业增加值.
extension FigureReader {
  /// The name of a part after 其中, with the noun that it leaves to the whole: 4A级 of A级景区.
  func childName(_ object: Range<Int>, _ quantity: Quantity) -> [UInt8] {
    let own = scan.bytes(object)
    guard memory.last.isPart, let whole = memory.whole?.indicator, !whole.isEmpty else { return own }
    // 参保离退休人员 of 企业职工基本养老保险参保
    if scan.starts(object, with: "参保"), let insured = whole.lastEnd(of: "保险") {
      return Array(whole[(whole.starts(with: "参加") ? 6 : 0)..<insured]) + own
    }
    // 其中在职60万人 of 参加城镇职工基本养老保险
    if let insured = whole.lastEnd(of: "保险"), quantity.unit.isOfPersons,
      ["在职", "退休", "离退休"].contains(where: { (word: StaticString) in scan.starts(object, with: word) })
    {
      return Array(whole[..<insured]) + own
    }
    if quantity.unitKind == .count {
      guard scan.ends(object, with: "级") || scan.ends(object, with: "以上") || scan.ends(object, with: "的") else {
        return own
      }
      // 其中国家级25人 of 社会体育指导员
      if scan.ends(object, with: "级"), whole.count <= 30, !whole.holds("级") {
        return own + whole
      }
      return own + Array(whole.suffix(6))
    }
    // 第一产业 of the 地区生产总值 is its value added.
    if sentence.isIndustry(object), let headline = headline(whole, area: nil),
      scan.indicators.code(of: headline) == "gdp"
    {
      return own + Array("增加值".utf8)
    }
    // 其中食品烟酒下降1%, behind 居民消费价格
    if quantity.kind == .percent, whole.holds("消费价格"), let price = scan.words.noun(ofPartsOf: whole),
      price.ends(with: "消费价格"), !scan.ends(object, with: "类"), scan.words.start(of: .measure, ending: own) == nil
    {
      return own + price
    }
    guard scan.ends(object, with: "类") || sentence.isIndustry(object) else { return own }
    return scan.ends(object, with: "类") ? goods(own, of: whole) : own + whole
  }

  /// 饮料类 of 限额以上企业商品零售额: sold in those shops. Behind 粮油类商品零售额 the noun is that of the class before.
  private func goods(_ own: [UInt8], of whole: [UInt8]) -> [UInt8] {
    var shops = 0
    if scan.words.end(of: .restriction, beginning: whole) != nil, let end = whole.end(of: "企业") ?? whole.end(of: "单位") {
      shops = end < whole.count && whole[end] == UInt8(ascii: "(") ? whole.end(of: ")") ?? end : end
    }
    if let last = drafts.last?.indicator, last.ends(with: "零售额"), let end = last.lastEnd(of: "类") {
      return (shops > 0 && last.starts(with: whole[..<shops]) ? whole[..<shops] : []) + own + last[end...]
    }
    return whole[..<shops] + own + whole[shops...]
  }

  /// A part's name with the noun that its whole has said; `given` where it needs none.
  func withNoun(_ given: [UInt8], _ quantity: Quantity, _ measure: Observation.Measure) -> [UInt8] {
    guard given.count >= 6, given.count <= 75, measure != .share, measure != .rank, measure != .ratio,
      quantity.kind != .point, scan.indicators.trie.value(of: given) == nil,
      scan.words.start(of: .measure, ending: given) == nil
    else { return given }
    let isRate = quantity.kind == .percent
    let isPart =
      scan.words.covers(given, .part) || given.ends(with: "险") || memory.last.isPart && isGroup(given, quantity)
    let isIndustry = scan.words.start(of: .branch, ending: given) != nil
    guard isPart || isIndustry && (isRate || quantity.unitKind == .money) else { return given }
    guard let whole = whole(of: quantity, isPart: isPart), let noun = scan.words.noun(ofPartsOf: whole),
      counts(quantity, noun)
    else {
      return given
    }
    // 城镇居民 takes 人均可支配收入, an industry does not.
    return isPart || scan.words.covers(noun, .ofindustry) ? given + noun : given
  }

  /// Of 在校生9万人，其中高等学校7所 the schools are none of the pupils.
  private func counts(_ quantity: Quantity, _ noun: [UInt8]) -> Bool {
    if scan.words.covers(noun, .ofpersons) {
      return quantity.kind == .percent || quantity.unit.isOfPersons
    }
    return !noun.starts(with: "床位") || quantity.kind == .percent || quantity.unit.ends(with: "张")
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
    let told = drafts.lastIndex {
      (quantity.kind == .percent || $0.unit == quantity.unit) && isWhole($0.indicator)
    }
    if let told { return drafts[told].indicator }
    guard let last = paragraph.measured else { return nil }
    return quantity.kind == .percent || last.unit == quantity.unit ? last.name : nil
  }

  func isWhole(_ name: [UInt8]) -> Bool {
    scan.words.start(of: .whole, ending: name) != nil
  }
}
