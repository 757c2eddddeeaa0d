import Documents
import Lexicon

extension ClauseReader {
  /// Several values that belong to several subjects, in order: "城镇和农村居民人均可支配收入分别完成43155元和20495元".
  mutating func readList(_ items: ArraySlice<Item>, _ clause: Clause) {
    guard let first = items.first else { return }
    let quantity = lexer.quantities[first.quantity]
    var clause = clause
    var measure = measureOf(quantity, clause)
    var subjects: [Subject] = []
    var head = clause.head
    if let share = clause.share {
      let tail = share.count == 3 && !shareOf.isEmpty ? shareOf : scan.bytes(share)
      if share.count > 3 { shareOf = tail }
      measure = .share
      if head.isEmpty {
        subjects = lastSubjects(items.count).map {
          Subject(indicator: $0.indicator + tail, action: nil, code: code($0.indicator + tail, area: area), area: area)
        }
      } else {
        // 甲产业、乙产业产值占工业比重分别达…: the whole is said once.
        subjects = elided(head, items.count).map {
          Subject(indicator: $0 + tail, action: nil, code: code($0 + tail, area: area), area: area)
        }
      }
    } else if quantity.kind == .rank, head.isEmpty {
      subjects = lastSubjects(items.count)
    } else if head.isEmpty, listedPlaces.count == items.count, items.count > 1, let current {
      subjects = [current]
    } else if head.isEmpty {
      subjects = items.count > 1 || clause.each ? lastSubjects(items.count) : []
    } else {
      // 接待游客、旅游收入分别增长: a verb in what a rate is of is part of its name.
      let isRate = quantity.kind != .level && (clause.verb == .rise || clause.verb == .fall)
      var parts = isRate ? ActionParts(action: nil, object: head) : split(head)
      if quantity.kind == .percent, measure == .share,
        let verb = scan.cue([.rise, .fall], at: head.lowerBound, to: head.upperBound),
        verb.end - head.lowerBound >= 6, verb.end < head.upperBound, scan.indicator(head) == nil, parts.action != nil
      {
        measure = .growth
        if verb.parts.contains(.fall) { clause.sign = -1 }
      }
      if scan.ends(parts.object, with: "等") || parts.object.isEmpty { parts.object = head }
      head = parts.object
      // 筹集1亿元、2亿元: what is raised is not said.
      if quantity.unitKind == .money, parts.action == nil,
        let verb = scan.cue(.act, at: head.lowerBound, to: head.upperBound),
        verb.end == head.upperBound, head.count >= 6, scan.indicator(head) == nil,
        ["筹集", "筹措", "安排", "下达", "拨付", "统筹", "落实", "投入"].contains(where: { $0.utf8.elementsEqual(scan.bytes(head)) })
      {
        parts.action = scan.bytes(head)
        subjects = Array(
          repeating: Subject(indicator: Array("资金".utf8), action: parts.action, code: nil, area: area),
          count: items.count
        )
      }
      let names = elided(head, items.count).map { withNoun($0, quantity, measure) }
      if subjects.isEmpty {
        subjects = names.map { name in
          Subject(
            indicator: name,
            action: parts.isLight ? nil : parts.action,
            code: parts.action == nil || parts.isLight ? code(name, area: area) : nil,
            area: area
          )
        }
      }
    }
    if subjects.count != items.count {
      let only = subjects.first ?? subject(head, clause)
      subjects = Array(repeating: only, count: items.count)
    }
    // 甲县、乙区分别…: to each its own.
    if listedPlaces.count == items.count, items.count > 1 {
      for index in subjects.indices {
        subjects[index].area = listedPlaces[index]
        subjects[index].code = nil
      }
    }
    if quantity.kind == .rank {
      guard
        clause.verb == .rank || clause.scope != nil || !clause.rankBase.isEmpty || scan.ends(quantity.quote, with: "位")
      else { return }
    }
    let values = Array(items)
    for (index, item) in values.enumerated() {
      var who = subjects[index]
      if quantity.kind == .rank { who.action = nil }
      emit(item, clause, who, measure, sign: clause.sign, keepsSubject: true, inList: true)
    }
    dealOutQuarters(items.count, clause, subjects)
    if quantity.kind != .rank || group.isEmpty { group = subjects }
    if !clause.head.isEmpty, measure != .share || clause.share == nil {
      recent.append(contentsOf: subjects)
      current = subjects.last
    }
  }

  /// 前三季度分别居第3、第6和第6位: a value for each quarter.
  private mutating func dealOutQuarters(_ count: Int, _ clause: Clause, _ subjects: [Subject]) {
    guard count == 3, drafts.count >= 3, subjects.allSatisfy({ $0.indicator == subjects[0].indicator }),
      let period = drafts[drafts.count - 1].period, period.startMonth == 1, period.endMonth == 9
    else { return }
    for quarter in 0..<3 {
      drafts[drafts.count - 3 + quarter].period = Period(
        year: period.endYear,
        months: (quarter * 3 + 1)...(quarter * 3 + 3)
      )
    }
  }

  private func lastSubjects(_ count: Int) -> [Subject] {
    if group.count == count { return group }
    var found: [Subject] = []
    for subject in recent.reversed() {
      if found.contains(where: { $0.indicator == subject.indicator }) { continue }
      found.append(subject)
      if found.count == count { break }
    }
    return found.count == count ? found.reversed() : []
  }

  /// Cuts "A、B和C" into as many names, and gives each the words that it leaves to another.
  func elided(_ head: Range<Int>, _ count: Int) -> [[UInt8]] {
    guard count > 1 else { return [scan.bytes(head)] }
    let together = twoLetters(head, count)
    if together.count == count { return together }
    var parts: [Range<Int>] = []
    var start = head.lowerBound
    var position = start
    while position < head.upperBound {
      if text[position] == UInt8(ascii: "\"") || text[position] == UInt8(ascii: "(") {
        let closing = text[position] == UInt8(ascii: "(") ? UInt8(ascii: ")") : text[position]
        var close = position + 1
        while close < head.upperBound, text[close] != closing { close += 1 }
        position = min(head.upperBound, close + 1)
        continue
      }
      var matched = 0
      for word in ["、", "以及", "和", "及", "与"] as [StaticString] where scan.has(word, at: position, to: head.upperBound) {
        matched = word.utf8CodeUnitCount
        break
      }
      if matched > 0, position > start {
        parts.append(start..<position)
        start = position + matched
        position = start
      } else {
        position = scan.next(position, head.upperBound)
      }
    }
    parts.append(start..<head.upperBound)
    if parts.count != count { return [scan.bytes(head)] }
    return restore(parts)
  }

  /// 城乡居民, 一二三产业, 收支: several names in one word.
  private func twoLetters(_ head: Range<Int>, _ count: Int) -> [[UInt8]] {
    func bytes(_ word: String) -> [UInt8] { Array(word.utf8) }
    if count == 2, scan.starts(head, with: "城乡") {
      let rest = scan.bytes((head.lowerBound + 6)..<head.upperBound)
      let isRelief = scan.find("低保", in: head) != nil
      return [bytes(isRelief ? "城市" : "城镇") + rest, bytes("农村") + rest]
    }
    if count == 2, let found = scan.find("收支", in: head) {
      let front = scan.bytes(head.lowerBound..<found)
      let rest = scan.bytes((found + 6)..<head.upperBound)
      return [front + bytes("收入") + rest, front + bytes("支出") + rest]
    }
    if count == 2, let found = scan.find("存贷款", in: head) {
      let front = scan.bytes(head.lowerBound..<found)
      let rest = scan.bytes((found + 9)..<head.upperBound)
      return [front + bytes("存款") + rest, front + bytes("贷款") + rest]
    }
    // 三次产业分别增长
    if count == 3, scan.starts(head, with: "三次产业") {
      let rest = scan.bytes((head.lowerBound + 12)..<head.upperBound)
      return ["第一产业", "第二产业", "第三产业"].map { bytes($0) + (rest.isEmpty ? bytes("增加值") : rest) }
    }
    for word in ["一二三", "一、二、三", "二三", "二、三"] as [StaticString] {
      let numbers = word.utf8CodeUnitCount == 9 || word.utf8CodeUnitCount == 15 ? ["一", "二", "三"] : ["二", "三"]
      guard numbers.count == count, let found = scan.find(word, in: head) else { continue }
      let before = found >= head.lowerBound + 3 && scan.has("第", at: found - 3, to: head.upperBound) ? found - 3 : found
      let rest = scan.bytes((found + word.utf8CodeUnitCount)..<head.upperBound)
      let prefix = scan.starts((found + word.utf8CodeUnitCount)..<head.upperBound, with: "产业") ? "第" : ""
      return numbers.map { bytes(prefix + $0) + rest } + (before < head.lowerBound ? [[]] : [])
    }
    return [scan.bytes(head)]
  }

  /// "市属国有企业资产总额、利润": the owner; "城镇和农村居民人均可支配收入": the noun.
  private func restore(_ parts: [Range<Int>]) -> [[UInt8]] {
    guard let first = parts.first, let last = parts.last else { return [] }
    var names = parts.map { scan.bytes($0) }
    let known = parts.map { scan.indicator($0) != nil }
    // 国家级、省级龙头企业
    if parts.dropLast().allSatisfy({ scan.ends($0, with: "级") }), let found = scan.find("级", in: last),
      found + 3 < last.upperBound
    {
      let noun = scan.bytes((found + 3)..<last.upperBound)
      for index in names.indices.dropLast() { names[index] += noun }
      return names
    }
    // 食品加工、畜牧水产两大产业集群营收: what follows the count is said of each.
    for word in ["两大", "三大", "四大", "五大", "两个", "三个", "四个", "两类", "三类"] as [StaticString] {
      guard let found = scan.find(word, in: last), found > last.lowerBound,
        ChineseNumeral.digit(scan.scalar(at: found, to: last.upperBound)) == parts.count
      else { continue }
      let noun = scan.bytes((found + 6)..<last.upperBound)
      guard noun.count >= 6 else { continue }
      return names.dropLast().map { $0 + noun } + [scan.bytes(last.lowerBound..<found) + noun]
    }
    // 存款、贷款余额: the noun that makes a known name of another.
    for index in names.indices.dropLast() where !known[index] && hasNoun(parts[index]) {
      for noun in Self.nouns where scan.ends(last, with: noun) {
        let name = scan.bytes(parts[index]) + scan.bytes((last.upperBound - noun.utf8CodeUnitCount)..<last.upperBound)
        if scan.indicators.trie.value(of: name) != nil {
          names[index] = name
          break
        }
      }
    }
    if names[0] != scan.bytes(first) { return names }
    // The noun of the last part, where the others are only qualifiers.
    if !known[0], let tail = sharedTail(last, of: first) {
      let noun = scan.bytes(tail)
      for index in names.indices.dropLast() where !hasNoun(parts[index]) { names[index] += noun }
      return names
    }
    // 粮食播种面积、产量: the front of the first that makes a known name of another.
    for index in names.indices.dropFirst() where !known[index] && hasNoun(parts[index]) && parts[index].count <= 9 {
      var end = scan.next(first.lowerBound, first.upperBound)
      while end < first.upperBound {
        let name = scan.bytes(first.lowerBound..<end) + scan.bytes(parts[index])
        if scan.indicators.trie.value(of: name) != nil {
          names[index] = name
          break
        }
        end = scan.next(end, first.upperBound)
      }
    }
    // The owner that the first part names.
    if let owner = owner(first) {
      let prefix = scan.bytes(owner)
      for index in names.indices.dropFirst()
      where !known[index] && isBareNoun(parts[index]) && names[index] == scan.bytes(parts[index]) {
        names[index] = prefix + names[index]
      }
    }
    return names
  }

  static let nouns: [StaticString] = [
    "无害化处理率", "资源化利用率", "回收利用率", "综合利用率", "利用率", "回收率", "普及率", "毛入学率", "入学率", "入园率", "巩固率", "自给率", "机械化率", "电气化率",
    "合格率",
    "完成率", "到位率", "办结率", "发放率", "治理率", "清运率", "签约率", "开工率", "贡献率", "占有率", "渗透率", "转化率", "化解率", "发病率", "死亡率", "满意率",
    "增加值", "总产值", "产值", "销售收入", "营业收入", "主营业务收入", "人均可支配收入", "人均纯收入", "可支配收入", "收入", "支出", "投资", "产量", "销售额", "零售额",
    "利润", "税收", "余额", "比重",
    "比例", "覆盖率", "参保率", "达标率", "处理率", "标准", "面积", "人数", "增长率", "平均浓度", "浓度", "销量", "价格", "贷款", "存款", "用电量", "吞吐量",
    "周转量", "货运量", "生产总值", "客运量", "总额",
    "数量", "报销限额", "限额", "养育标准", "率",
  ]

  private func hasNoun(_ range: Range<Int>) -> Bool {
    Self.nouns.contains { scan.ends(range, with: $0) }
  }

  private func isBareNoun(_ range: Range<Int>) -> Bool {
    range.count <= 30
  }

  /// The noun with which the last part ends and which the first lacks: 产业产值 of 新一代信息技术产业产值.
  private func sharedTail(_ last: Range<Int>, of first: Range<Int>) -> Range<Int>? {
    guard !hasNoun(first) else { return nil }
    for word in Self.nouns where scan.ends(last, with: word) {
      var start = last.upperBound - word.utf8CodeUnitCount
      guard start > last.lowerBound else { return nil }
      // What stands before the noun and after the qualifier goes with it.
      for middle in ["居民", "常住居民", "产业", "企业", "制造业", "行业", "工业", "平均", "普通门诊年度", "保险", "基本养老保险", "农村居民", "人均"]
        as [StaticString]
      where scan.ends(last.lowerBound..<start, with: middle) && start - middle.utf8CodeUnitCount > last.lowerBound
        && !scan.ends(first, with: middle)
      {
        start -= middle.utf8CodeUnitCount
        break
      }
      return start..<last.upperBound
    }
    return nil
  }

  private func owner(_ first: Range<Int>) -> Range<Int>? {
    for word in ["企业", "机构", "公司", "工业", "单位", "银行", "机构本外币"] as [StaticString] {
      guard let found = scan.find(word, in: first) else { continue }
      let end = found + word.utf8CodeUnitCount
      if end < first.upperBound { return first.lowerBound..<end }
    }
    return nil
  }

  // MARK: 三次产业结构

  /// 9.4:35.2:55.4, each part with its industry.
  mutating func readStructure(_ items: [Item], _ clause: Clause) {
    let names = ["第一产业", "第二产业", "第三产业"]
    let isOfInvestment = scan.find("投资", in: clause.head) != nil
    let measured = isOfInvestment ? "投资占固定资产投资比重" : "增加值占生产总值比重"
    for (index, item) in items.enumerated() {
      let name = index < names.count ? names[index] : ""
      emit(
        item,
        clause,
        Subject(indicator: Array((name + measured).utf8), action: nil, code: nil, area: area),
        .share,
        keepsSubject: true
      )
    }
  }
}
