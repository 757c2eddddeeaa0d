import Lexicon

/// What a table's figures are called: the row's name, with the noun that the column, the row above or the caption says.
struct TableNames {
  let lexicon: FigureLexicon
  /// What the caption names, for rows that are places.
  var caption: [UInt8] { captionNoun }
  /// What the caption measures, where the rows do not: 固定资产投资.
  private let captionNoun: [UInt8]
  /// 居民, 城镇居民 where the caption names whose income it is.
  private let people: [UInt8]
  private let isOfBudget: Bool
  private let isOfBanks: Bool
  private let isInOwnCurrency: Bool
  private let isOfFunds: Bool
  /// What 合计 is in a budget's table: 一般公共预算收入; empty where the caption does not tell.
  var total: [UInt8]

  init(caption: [UInt8], isOfBudget: Bool, lexicon: FigureLexicon) {
    self.lexicon = lexicon
    self.isOfBudget = isOfBudget
    isOfBanks = caption.holds("存贷款") || caption.holds("存款") || caption.holds("贷款")
    isInOwnCurrency = caption.holds("人民币") && !caption.holds("外币")
    isOfFunds = caption.holds("社会保险基金")
    let isOfOne = !["收支", "平衡", "转移", "结余", "分地区"].contains { (word: StaticString) in caption.holds(word) }
    total = isOfBudget && isOfOne ? Self.indicator(in: caption, lexicon).map { Array(caption[$0]) } ?? [] : []
    captionNoun = isOfBudget ? [] : Self.noun(of: caption, lexicon)
    people =
      ["城镇居民", "农村居民", "居民"].first { caption.end(of: Array($0.utf8)) != nil }.map { Array($0.utf8) } ?? []
  }

  /// Whether a name says itself what is measured.
  func isMeasured(_ name: [UInt8]) -> Bool {
    let plain = TableHeads.withoutUnit(name)
    if lexicon.indicators.trie.value(of: plain) != nil { return true }
    if lexicon.words.start(of: .measure, ending: plain) != nil { return true }
    return ["量", "额", "数", "率", "产值", "总值", "收入", "支出", "资金", "余额", "人口", "投资", "里程", "存款", "贷款"]
      .contains { (word: StaticString) in plain.ends(with: word) }
  }

  /// - Parameter noun: what the column measures; empty where it says only how much.
  func indicator(_ row: TableOutline.Name, noun: [UInt8], isPartner: Bool) -> [UInt8] {
    let own = named(row.own)
    if isPartner {
      return ["出口", "进口"].contains { (word: StaticString) in noun.starts(with: word) }
        ? Array("对".utf8) + own + noun : own + noun
    }
    if isOfBudget {
      if TableBody.isGrandTotal(own) { return [] }
      if TableBody.isTotal(own) { return total + plainNoun(noun, total) }
      // 行政运行 is that of an office, and 利息收入 that of a fund.
      if Self.isGeneral(own) { return row.office.isEmpty ? [] : row.office + own }
      if isOfFunds, !own.holds("基金") {
        return row.owners.last.flatMap { owner in owner.end(of: "基金").map { owner[..<$0] + own } } ?? []
      }
      return own + plainNoun(noun, own)
    }
    let owner = row.owners.first.map { $0 == row.owners.last && row.isPart ? [] : $0 } ?? []
    if isMeasured(own) {
      let name = noun.isEmpty || row.isPart ? own : own + plainNoun(noun, own)
      return withBalance(owner.isEmpty || name.starts(with: owner) ? name : owner + name)
    }
    if !noun.isEmpty { return owner + own + noun }
    if row.isPart, let whole = row.owners.last { return own + part(of: whole) }
    if !captionNoun.isEmpty, !own.ends(with: captionNoun) { return owner + own + part(of: captionNoun) }
    return owner + own
  }

  /// Nothing behind what measures the same already: 产量 of 发电量.
  private func plainNoun(_ noun: [UInt8], _ own: [UInt8]) -> [UInt8] {
    own.ends(with: Array(noun.suffix(3))) ? [] : noun
  }

  /// What a part takes from its whole: 城镇 of 全市常住人口 is 城镇常住人口.
  private func part(of whole: [UInt8]) -> [UInt8] {
    let plain = TableHeads.withoutUnit(whole)
    if let noun = lexicon.words.noun(ofPartsOf: plain) { return noun }
    for account in ["预算支出", "预算收入"] as [StaticString] where plain.ends(with: account) { return Array(plain.suffix(6)) }
    var rest = plain[...]
    for word in ["全市", "全省", "全县", "全区", "全州", "年末"] where rest.starts(with: word.utf8) {
      rest = rest.dropFirst(word.utf8.count)
    }
    return Array(rest)
  }

  private func named(_ own: [UInt8]) -> [UInt8] {
    var name = own
    // 粮食产量(万吨)
    if let unit = TableUnits(units: lexicon.units).unit(in: own), unit != [UInt8(ascii: "%")] || own.last != unit[0] {
      name = TableHeads.withoutUnit(own)
    }
    for word in ["全市", "全省", "全县", "全区", "全州"] where name.starts(with: word.utf8) && name.count >= 12 {
      name.removeFirst(word.utf8.count)
    }
    if !people.isEmpty, name.starts(with: "人均") { name = people + name }
    return name
  }

  /// 各项存款 is what there is of them.
  private func withBalance(_ name: [UInt8]) -> [UInt8] {
    guard isOfBanks else { return name }
    let balance = name.ends(with: "存款") || name.ends(with: "贷款") ? name + Array("余额".utf8) : name
    return isInOwnCurrency && balance.starts(with: "各项") ? Array("人民币".utf8) + balance : balance
  }

  /// Names of 项 that every office has.
  static func isGeneral(_ name: [UInt8]) -> Bool {
    ["行政运行", "事业运行", "机关服务", "一般行政管理事务", "机关后勤", "信息化建设"].contains { (word: StaticString) in name.equals(word) }
  }

  /// What a caption names before its ending: an indicator, else a noun of measure; else the longest indicator in it.
  private static func noun(of caption: [UInt8], _ lexicon: FigureLexicon) -> [UInt8] {
    guard caption.count <= 150 else { return [] }
    var plain = TableHeads.withoutUnit(caption)
    while let ending = lexicon.tables.ending(of: plain), ending > 0 { plain = Array(plain[..<ending]) }
    let best = indicator(in: plain, lexicon)
    if let best, best.upperBound == plain.count { return Array(plain[best]) }
    if let start = lexicon.words.start(of: .measure, ending: plain) { return Array(plain[start...]) }
    return best.map { Array(plain[$0]) } ?? []
  }
}

extension TableNames {
  /// The longest indicator that words name.
  fileprivate static func indicator(in words: [UInt8], _ lexicon: FigureLexicon) -> Range<Int>? {
    words.withUnsafeBufferPointer { text in
      var best: Range<Int>?
      var position = 0
      while position < text.count {
        if let found = lexicon.indicators.trie.longest(in: text, from: position, to: text.count),
          found.end - position > best?.count ?? 8
        {
          best = position..<found.end
        }
        position += CodePoint.at(position, in: text, end: text.count).length
      }
      return best
    }
  }
}

extension [UInt8] {
  /// Where the first `words` end.
  fileprivate func end(of words: [UInt8]) -> Int? {
    withUnsafeBufferPointer { text in
      words.withUnsafeBufferPointer { words in text.first(words).map { $0 + words.count } }
    }
  }
}
