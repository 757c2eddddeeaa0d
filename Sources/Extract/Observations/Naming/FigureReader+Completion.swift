import Documents
import Lexicon

/// What a name leaves to those before it: an account, an owner, a restriction, the noun of a heading phrase.
extension FigureReader {
  /// A name with what it leaves to those before it, and noted for those behind it.
  ///
  /// - Parameter isOwned: whether it says whose it is: 基本生活类商品 of 基本生活类商品实现零售额.
  mutating func completed(_ given: [UInt8], isOwned: Bool = false) -> [UInt8] {
    if let balance = balance(given) { return balance }
    let name = inAccount(given)
    let isKnown = scan.indicators.trie.value(of: name) != nil
    if let frame = memory.names.frame { return framed(name, by: frame, isKnown: isKnown) }
    if let owner = owner(of: name) { return owner + name }
    // One by one: what stands behind ?? would hold on to a copy of the reader.
    if let whose = loans(name) { return whose }
    if let whose = continued(name) { return whose }
    let own = scan.words.end(of: .restriction, beginning: name).map { Array(name[..<$0]) }
    if own == nil, !isOwned, !memory.names.restriction.isEmpty, !isKnown, name.count > memory.names.ending.count,
      name.ends(with: memory.names.ending), !memory.last.isPart || name.holds("企业")
    {
      // 制造业增加值 behind 规模以上工业增加值: by branch all are, and none is called so.
      let restriction = memory.names.restriction
      guard name.ends(with: "业增加值"), restriction.ends(with: "工业") else { return restriction + name }
      return name.holds("企业") ? restriction.dropLast(6) + name : name
    }
    // 规模以上采矿业增加值: what is printed once holds for the other branches.
    if let own, !memory.names.restriction.isEmpty, name.ends(with: "业增加值"), !name.holds("企业") {
      memory.names.restriction = own
    }
    if memory.names.restriction.isEmpty, let own {
      memory.names.restriction = own
      memory.names.ending = Array(name.suffix(9))
    }
    return name
  }

  // MARK: Accounts

  /// 支出 behind 政府性基金收入 is 政府性基金支出.
  private mutating func inAccount(_ name: [UInt8]) -> [UInt8] {
    guard name.ends(with: "收入") || name.ends(with: "支出") else { return voted(name) }
    if name.count == 6 { return paragraph.account.isEmpty ? name : paragraph.account + name }
    // 预算支出 behind 政府性基金预算收入; 预计收入 of an account is its income.
    if name.count == 12, name.starts(with: "预算"), !paragraph.account.isEmpty {
      return paragraph.account + (paragraph.account.ends(with: "预算") ? Array(name.dropFirst(6)) : name)
    }
    if name.count > 12, name.has("预计", at: name.count - 12) {
      return inAccount(Array(name.dropLast(12)) + name.suffix(6))
    }
    let end = scan.words.end(of: .account, beginning: name) ?? 0
    if end > 0 && name.count <= end + 12 || name.ends(with: "保险基金收入") { paragraph.account = Array(name.dropLast(6)) }
    return name
  }

  /// What was voted for an account is called as what came of it: 一般公共预算收入年初预算; 支出预算 behind it.
  private mutating func voted(_ name: [UInt8]) -> [UInt8] {
    guard name.ends(with: "预算") else { return name }
    if name.count > 18, name.ends(with: "收入年初预算") || name.ends(with: "支出年初预算") {
      return inAccount(Array(name.dropLast(12)))
    }
    let isBare = name.equals("支出预算") || name.equals("收入预算")
    return isBare && !paragraph.account.isEmpty ? paragraph.account + name.prefix(6) : name
  }

  /// 余额 behind 新增贷款 is 贷款余额.
  private func balance(_ name: [UInt8]) -> [UInt8]? {
    // 基金收入9亿元、支出7亿元，年末滚存结余12亿元
    if scan.words.covers(name, .leftover), let account = balancedAccount() { return account + name }
    guard name.equals("余额"), let known = (memory.last.subject ?? memory.last.subjects.last)?.indicator else {
      return nil
    }
    if known.ends(with: "债务限额") { return known.dropLast(6) + name }
    return scan.words.start(of: .lent, ending: known) != nil ? known + name : nil
  }

  /// The account that has income and spending here, else the one whose income was told last.
  private func balancedAccount() -> [UInt8]? {
    var last: [UInt8]?
    for draft in drafts.reversed()
    where draft.indicator.ends(with: "收入") && draft.indicator.count > 12
      && (draft.indicator.holds("基金") || draft.indicator.holds("预算"))
    {
      let account = Array(draft.indicator.dropLast(6))
      if drafts.contains(where: {
        $0.indicator.count == draft.indicator.count && $0.indicator.starts(with: account)
          && $0.indicator.ends(with: "支出")
      }) {
        return account
      }
      if last == nil { last = account }
    }
    return last
  }

  /// 贷款余额 behind 金融机构本外币存款余额: of the same banks, in the same money; 住户存款余额 between them is a part.
  private func loans(_ name: [UInt8]) -> [UInt8]? {
    guard name.ends(with: "贷款余额"), name.count <= 21, let behind = drafts.last?.indicator, behind.ends(with: "存款余额"),
      let place = drafts.indices.last(where: { drafts[$0].indicator.ends(with: "存款余额") && !isOfDepositors($0) })
    else { return nil }
    let last = drafts[place].indicator
    var owner = Array(last.dropLast(12))
    if owner.ends(with: "各项") { owner.removeLast(6) }
    var rest = name
    for money in ["本外币", "人民币"] as [StaticString] where rest.starts(with: money) {
      guard owner.ends(with: money) else { return nil }
      rest.removeFirst(9)
    }
    return owner.isEmpty ? nil : owner + rest
  }

  private func isOfDepositors(_ place: Int) -> Bool {
    ["住户", "居民", "储蓄", "个人", "单位", "企业", "非金融企业"].contains { (word: StaticString) in
      drafts[place].indicator.starts(with: word)
    }
  }

  // MARK: Frames

  private func framed(_ name: [UInt8], by frame: (prefix: [UInt8], noun: [UInt8]), isKnown: Bool) -> [UInt8] {
    if !frame.prefix.isEmpty, name.starts(with: frame.prefix) { return name }
    if frame.noun.isEmpty { return name.ends(with: "零售额") ? frame.prefix + name : name }
    if name.ends(with: frame.noun) { return frame.prefix + name }
    if !isKnown, scan.words.start(of: .measure, ending: name) == nil { return frame.prefix + name + frame.noun }
    return name
  }
}
