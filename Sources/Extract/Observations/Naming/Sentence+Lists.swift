import Lexicon

/// "A、B和C": as many names as there are values, each with the words that it leaves to another.
extension Sentence {
  /// Cuts "A、B和C" into as many names, and gives each the words that it leaves to another.
  func elided(_ head: Range<Int>, _ count: Int) -> [[UInt8]] {
    guard count > 1 else { return [scan.bytes(head)] }
    let head = withoutGrowthNames(head)
    let together = joined(head, count)
    if together.count == count { return together }
    // 汽车及装备 is one name where 、 alone makes as many as there are values.
    for words in [["、", "以及", "和", "及", "与"], ["、", "和"], ["、"]] as [[StaticString]] {
      let parts = cut(head, at: words)
      if parts.count == count {
        return partners(parts) ?? restore(parts.map { isGrowthName($0) ? withoutGrowthName($0) : $0 })
      }
    }
    return [scan.bytes(head)]
  }

  /// 生产总值增速、收入增速: names of what grows.
  private func withoutGrowthNames(_ head: Range<Int>) -> Range<Int> {
    guard isGrowthName(head), !scan.isIndicator(head) else { return head }
    return withoutGrowthName(head)
  }

  func cut(_ head: Range<Int>, at words: [StaticString]) -> [Range<Int>] {
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
      // 农、林、牧、渔业 is one name.
      if let end = scan.word(.joined, at: position, to: head.upperBound) {
        position = end
        continue
      }
      let word = words.first { scan.has($0, at: position, to: head.upperBound) }
      if let word, position > start {
        parts.append(start..<position)
        start = position + word.utf8CodeUnitCount
        position = start
      } else {
        position = scan.next(position, head.upperBound)
      }
    }
    parts.append(start..<head.upperBound)
    return parts
  }

  /// 对美国、欧盟出口额: with each of them.
  private func partners(_ parts: [Range<Int>]) -> [[UInt8]]? {
    guard let first = parts.first, let last = parts.last, parts.count > 1,
      let noun = partnerNoun(first.lowerBound..<last.upperBound), noun.lowerBound > last.lowerBound
    else { return nil }
    let preposition = scan.bytes(first.lowerBound..<(first.lowerBound + 3))
    return parts.indices.map { index in
      let part = index == parts.count - 1 ? last.lowerBound..<noun.lowerBound : parts[index]
      return (index == 0 ? [] : preposition) + scan.bytes(part) + scan.bytes(noun)
    }
  }

  /// 出口额 of 对东盟出口额: what is traded with the partner that the name opens with.
  func partnerNoun(_ name: Range<Int>) -> Range<Int>? {
    guard scan.scalar(at: name.lowerBound, to: name.upperBound).isOne(of: "对与同自从") else { return nil }
    guard let noun = scan.word(.trade, endingAt: name.upperBound, from: name.lowerBound), noun > name.lowerBound + 3
    else {
      return nil
    }
    return noun..<name.upperBound
  }

  /// "市属国有企业资产总额、利润": the owner; "城镇和农村居民人均可支配收入": the noun.
  private func restore(_ parts: [Range<Int>]) -> [[UInt8]] {
    guard let first = parts.first, let last = parts.last else { return [] }
    var names = parts.map { scan.bytes($0) }
    let known = parts.map { scan.isIndicator($0) }
    if let kind = kindOfList(last), !hasNoun(first) {
      let noun = scan.bytes(kind.noun..<last.upperBound)
      return names.dropLast().map { $0 + noun } + [scan.bytes(last.lowerBound..<kind.end) + noun]
    }
    // 国家级、省级龙头企业
    if parts.dropLast().allSatisfy({ scan.ends($0, with: "级") || isBareTier($0) }),
      let found = scan.find("级", in: last),
      found + 3 < last.upperBound
    {
      for index in names.indices.dropLast() {
        names[index] += scan.bytes((scan.ends(parts[index], with: "级") ? found + 3 : found)..<last.upperBound)
      }
      return names
    }
    // 省、市重点项目投资
    if parts.dropLast().allSatisfy({ $0.count == 3 && isTier(scan.scalar(at: $0.lowerBound, to: $0.upperBound)) }),
      last.count > 12, isTier(scan.scalar(at: last.lowerBound, to: last.upperBound))
    {
      let noun = scan.bytes((last.lowerBound + 3)..<last.upperBound)
      return names.dropLast().map { $0 + noun } + [names[names.count - 1]]
    }
    // 家具制造、水产加工两大产业集群营收: what follows the count is said of each.
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
      let whole = scan.bytes(last)
      let known = scan.words.start(of: .measure, ending: whole) { noun in
        scan.indicators.trie.value(of: names[index] + whole[noun...]) != nil
      }
      if let known { names[index] += whole[known...] }
    }
    if names[0] != scan.bytes(first) { return names }
    // The noun of the last part, where the others are only qualifiers.
    if !known[0], let tail = sharedTail(last, of: first) {
      let noun = scan.bytes(tail)
      for index in names.indices.dropLast() where !hasNoun(parts[index]) { names[index] += noun }
      // 城乡居民医保、养老保险参保率: of the same people.
      if scan.starts(first, with: "城乡居民") {
        for index in names.indices.dropFirst() where !scan.starts(parts[index], with: "城乡") {
          names[index] = scan.bytes(first.lowerBound..<(first.lowerBound + 12)) + names[index]
        }
      }
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
    // 茶叶产量、产值: of the same produce.
    if let produce = produce(first) {
      for index in names.indices.dropFirst()
      where names[index] == scan.bytes(parts[index])
        && scan.words.ownedKinds(names[index]).contains(.produce)
      {
        names[index] = produce + names[index]
      }
    }
    // 重点工程开工率、入统率: rates of the same things.
    if !known[0], let owner = rated(first) {
      for index in names.indices.dropFirst()
      where !known[index] && names[index] == scan.bytes(parts[index]) && isBareRate(parts[index]) {
        names[index] = owner + names[index]
      }
    }
    // The owner that the first part names.
    if let owner = owner(first) {
      let prefix = scan.bytes(owner)
      for index in names.indices.dropFirst()
      where isBareNoun(parts[index]) && names[index] == scan.bytes(parts[index])
        && (!known[index] || scan.words.ownedKinds(names[index]).contains(.firm))
      {
        names[index] = prefix + names[index]
      }
    }
    return names
  }

  /// 塑料等产品产量: where the last name of a list ends, and what is measured of all; an 产业 is one of each.
  private func kindOfList(_ last: Range<Int>) -> (end: Int, noun: Int)? {
    guard let end = scan.find("等", in: last), end >= last.lowerBound + 6,
      scan.word(.measure, endingAt: last.upperBound, from: end + 9) != nil
    else { return nil }
    let rest = (end + 3)..<last.upperBound
    for kind in ["产品", "商品", "行业"] as [StaticString] {
      if let found = scan.find(kind, in: rest), found + 6 < last.upperBound { return (end, found + 6) }
    }
    return scan.find("产业", in: rest).map { (end, $0) }
  }

  /// 国家、省级创新平台: the 级 is said once.
  private func isBareTier(_ part: Range<Int>) -> Bool {
    ["国家", "省", "市", "县", "自治区"].contains { (word: StaticString) in scan.covers(part, word) }
  }

  private func isTier(_ scalar: CodePoint) -> Bool {
    scalar.isOne(of: "国省市县区镇")
  }

  /// 茶叶 of 茶叶产量, 粮食 of 粮食播种面积.
  private func produce(_ name: Range<Int>) -> [UInt8]? {
    let bytes = scan.bytes(name)
    guard let start = scan.words.start(of: .owned, ending: bytes), start > 3,
      scan.words.ownedKinds(Array(bytes[start...])).contains(.produce)
    else { return nil }
    return Array(bytes[..<start])
  }

  /// 重点工程 of 重点工程开工率: what a rate of two letters and more is of.
  private func rated(_ name: Range<Int>) -> [UInt8]? {
    guard scan.ends(name, with: "率"),
      let rate = scan.word(.measure, endingAt: name.upperBound, from: name.lowerBound),
      name.upperBound - rate >= 9, rate - name.lowerBound >= 6
    else { return nil }
    return scan.bytes(name.lowerBound..<rate)
  }

  /// 投资完成率, 平均办理时长: no more than what is measured.
  private func isBareRate(_ name: Range<Int>) -> Bool {
    if isDependent(name) || scan.starts(name, with: "平均") && name.count <= 18 { return true }
    return scan.ends(name, with: "率") && name.count <= 12 && !scan.ends(name, with: "化率")
  }

  private func hasNoun(_ range: Range<Int>) -> Bool {
    scan.ends(range, with: .measure)
  }

  private func isBareNoun(_ range: Range<Int>) -> Bool {
    range.count <= 30
  }

  /// The noun with which the last part ends and which the first lacks: 产业产值 of 新一代信息技术产业产值.
  private func sharedTail(_ last: Range<Int>, of first: Range<Int>) -> Range<Int>? {
    guard !hasNoun(first) else { return nil }
    guard var start = scan.word(.measure, endingAt: last.upperBound, from: last.lowerBound), start > last.lowerBound
    else { return nil }
    // What stands before the noun and after the qualifier goes with it.
    for middle in [
      "居民", "常住居民", "产业", "企业", "制造业", "行业", "工业", "水质优良", "水质达标", "抽检", "先进产能", "平均", "普通门诊年度", "保险", "基本养老保险", "农村居民",
      "人均",
    ]
      as [StaticString]
    where scan.ends(last.lowerBound..<start, with: middle) && start - middle.utf8CodeUnitCount > last.lowerBound
      && !scan.ends(first, with: middle) && !(scan.ends(first, with: "制造") || scan.ends(first, with: "服务"))
      && !(scan.ends(first, with: "业") && scan.ends(last.lowerBound..<start, with: "业"))
      && !(scan.ends(first, with: "保") && scan.ends(start - middle.utf8CodeUnitCount..<start, with: "保险"))
    {
      start -= middle.utf8CodeUnitCount
      break
    }
    return start..<last.upperBound
  }

  private func owner(_ first: Range<Int>) -> Range<Int>? {
    for word in ["企业", "机构", "公司", "工业", "单位", "银行", "机构本外币", "事故"] as [StaticString] {
      guard let found = scan.find(word, in: first) else { continue }
      let end = found + word.utf8CodeUnitCount
      // 工业投资、高新技术投资: each of its own.
      if scan.covers(found..<first.upperBound, "工业投资") || scan.covers(found..<first.upperBound, "工业企业") { return nil }
      if end < first.upperBound { return first.lowerBound..<end }
    }
    return nil
  }
}
