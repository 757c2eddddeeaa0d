import Documents
import Lexicon

/// What a head, or a part of one, is called.
extension ClauseReader {
  /// 新开工水利项目 -> 项目: the last noun of a longer name.
  func stem(_ name: [UInt8]) -> [UInt8] {
    for word in ["项目", "企业", "面积", "机构", "工程", "合同额"] where name.count > word.utf8.count {
      if Array(name.suffix(word.utf8.count)) == Array(word.utf8) { return Array(word.utf8) }
    }
    return name
  }

  /// 突破1000亿元大关, 迈上3万亿元台阶
  func isStep(_ after: Range<Int>) -> Bool {
    for word in ["台阶", "新台阶", "大关", "关口", "目标", "新高", "规模"] as [StaticString]
    where scan.starts(after, with: word) && after.count == word.utf8CodeUnitCount {
      return true
    }
    return false
  }

  func isTotal(_ object: Range<Int>) -> Bool {
    for word in ["总数", "总量", "数量", "总数量", "累计总数", "总户数"] as [StaticString]
    where object.count == word.utf8CodeUnitCount && scan.starts(object, with: word) {
      return true
    }
    return false
  }

  /// 甲公司、乙公司、丙厂3户: names of the things counted.
  func isListOfNames(_ object: Range<Int>) -> Bool {
    scan.find("、", in: object) != nil || scan.ends(object, with: "\"")
  }

  func isBareObject(_ object: Range<Int>) -> Bool {
    for word in ["项目", "创业", "就业", "面积", "工程"] as [StaticString]
    where scan.starts(object, with: word) && object.count == word.utf8CodeUnitCount {
      if word.utf8CodeUnitCount == 6, scan.starts(object, with: "项目") {
        return ["开工", "竣工", "投产", "续建", "引进", "注册", "实施", "签约"].contains { ending in
          let verb = sharedAction ?? []
          return verb.count > 6 && Array(verb.suffix(6)) == Array(ending.utf8)
            || ["续建", "竣工"].contains { verb.elementsEqual($0.utf8) }
        }
      }
      return true
    }
    return false
  }

  /// The name of a part after 其中, with the noun that it leaves to the whole: 4A级 of A级景区.
  func childName(_ object: Range<Int>, _ quantity: Quantity) -> [UInt8] {
    let own = scan.bytes(object)
    guard inChild, let whole = parent?.indicator, !whole.isEmpty else { return own }
    // 参保离退休人员 of 企业职工基本养老保险参保
    if scan.starts(object, with: "参保"), let insured = Completion.lastEnd(of: "保险", in: whole) {
      return Array(whole[..<insured]) + own
    }
    if quantity.unitKind == .count {
      guard scan.ends(object, with: "级") || scan.ends(object, with: "以上") || scan.ends(object, with: "的") else {
        return own
      }
      return own + Array(whole.suffix(6))
    }
    // 第一产业 of the 地区生产总值 is its value added.
    if isIndustry(object), code(whole, area: nil) == "gdp" { return own + Array("增加值".utf8) }
    if scan.ends(object, with: "类") || isIndustry(object) { return own + whole }
    return own
  }

  /// 第一产业, without what is measured of it.
  func isIndustry(_ object: Range<Int>) -> Bool {
    guard object.count == 12 || object.count == 6 else { return false }
    return scan.ends(object, with: "产业") && scan.starts(object, with: "第")
  }

  func isPreposition(_ range: Range<Int>) -> Bool {
    guard range.count == 3 || range.count == 6 else { return false }
    let scalar = scan.scalar(at: range.lowerBound, to: range.upperBound)
    if range.count == 3 {
      return scalar.isOne(of: "为对将把向使让以剩这")
    }
    return scan.has("剩余", at: range.lowerBound, to: range.upperBound)
      || scan.has("最后", at: range.lowerBound, to: range.upperBound)
      || scan.has("其他", at: range.lowerBound, to: range.upperBound)
  }

  func joined(_ a: [UInt8]?, _ b: [UInt8]?) -> [UInt8]? {
    guard let a else { return b }
    return b.map { a + $0 } ?? a
  }

  /// The subject that a head names; an empty head is the subject before.
  mutating func subject(_ head: Range<Int>, _ clause: Clause) -> Subject {
    guard !head.isEmpty else {
      if var known = current {
        known.area = area
        if area != nil { known.code = nil }
        return known
      }
      if let topic {
        let name = scan.bytes(topic)
        return Subject(indicator: name, action: nil, code: code(name, area: area), area: area)
      }
      return Subject(indicator: [], action: nil, code: nil, area: area)
    }
    let parts = split(head)
    let object = parts.object.isEmpty ? head : parts.object
    let action = parts.object.isEmpty ? nil : parts.action
    let indicator = scan.bytes(object)
    return Subject(
      indicator: indicator,
      action: action,
      code: action == nil || parts.isLight ? code(indicator, area: area) : nil,
      area: area
    )
  }

  /// The headline code of a name, where it is of the whole area.
  @inline(__always)
  func code(_ name: [UInt8], area: [UInt8]?) -> String? {
    area == nil ? Self.code(name, scan, tellsAllCurrencies) : nil
  }

  /// Of the reader only what it needs: a call of the reader's own with one of its names copies all of the reader.
  private static func code(_ name: [UInt8], _ scan: PhraseScanner, _ tellsAllCurrencies: Bool) -> String? {
    if let value = scan.indicators.trie.value(of: name) { return scan.indicators.all[Int(value)].code }
    // 固定资产投资(不含农户)
    if name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")),
      let value = scan.indicators.trie.value(of: Array(name[..<open]))
    {
      return scan.indicators.all[Int(value)].code
    }
    return tellsAllCurrencies ? nil : codeInOwnCurrency(name, scan)
  }

  /// 金融机构各项人民币存款余额
  private static func codeInOwnCurrency(_ name: [UInt8], _ scan: PhraseScanner) -> String? {
    let isOfLoans = Completion.ends(name, "贷款余额")
    guard isOfLoans || Completion.ends(name, "存款余额"), Self.contains(name, "人民币") else { return nil }
    var rest = name.dropLast(12)[...]
    while !rest.isEmpty {
      guard
        let word = ["金融机构", "人民币", "各项", "银行业", "全部", "(含外资)", "境内"].first(where: { rest.starts(with: $0.utf8) })
      else { return nil }
      rest = rest.dropFirst(word.utf8.count)
    }
    return isOfLoans ? "loans" : "deposits"
  }
}
