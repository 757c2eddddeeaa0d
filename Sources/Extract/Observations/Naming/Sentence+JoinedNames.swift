import Lexicon

/// Several names in one word: 城乡居民人均可支配收入, 存贷款余额.
extension Sentence {
  /// The names that one name joins: 城乡居民人均可支配收入, 金融机构存贷款余额, 甲和乙.
  static func together(_ name: [UInt8], _ count: Int) -> [[UInt8]] {
    func bytes(_ word: String) -> [UInt8] { Array(word.utf8) }
    if count == 2, name.starts(with: "城乡") {
      let rest = name.dropFirst(6)
      return [bytes(name.holds("低保") ? "城市" : "城镇") + rest, bytes("农村") + rest]
    }
    if count == 2, let end = name.end(of: "存贷款") {
      return ["存款", "贷款"].map { name[..<(end - 9)] + bytes($0) + name[end...] }
    }
    for mark in ["、", "和"] as [StaticString] {
      var parts: [[UInt8]] = []
      var rest = name
      while let end = rest.end(of: mark) {
        parts.append(Array(rest[..<(end - mark.utf8CodeUnitCount)]))
        rest = Array(rest[end...])
      }
      parts.append(rest)
      if parts.count == count, parts.allSatisfy({ $0.count >= 9 }) { return parts }
    }
    return []
  }

  /// 城乡居民, 一二三产业, 收支: several names in one word.
  func joined(_ head: Range<Int>, _ count: Int) -> [[UInt8]] {
    func bytes(_ word: String) -> [UInt8] { Array(word.utf8) }
    if count == 2, scan.starts(head, with: "城乡"), scan.find("、", in: head) == nil, scan.find("和", in: head) == nil {
      let rest = scan.bytes((head.lowerBound + 6)..<head.upperBound)
      let isRelief = scan.find("低保", in: head) != nil
      return [bytes(isRelief ? "城市" : "城镇") + rest, bytes("农村") + rest]
    }
    if count == 3, scan.starts(head, with: "肉蛋奶") {
      let rest = scan.bytes((head.lowerBound + 9)..<head.upperBound)
      return ["肉", "蛋", "奶"].map { bytes($0) + rest }
    }
    let pairs: [(joined: StaticString, names: [String])] = [
      ("收支", ["收入", "支出"]), ("存、贷款", ["存款", "贷款"]), ("存贷款", ["存款", "贷款"]),
      ("开、竣工", ["开工", "竣工"]), ("开竣工", ["开工", "竣工"]), ("进、出口", ["进口", "出口"]),
    ]
    for pair in pairs where count == 2 {
      guard let found = scan.find(pair.joined, in: head) else { continue }
      let front = scan.bytes(head.lowerBound..<found)
      let rest = scan.bytes((found + pair.joined.utf8CodeUnitCount)..<head.upperBound)
      return pair.names.map { front + bytes($0) + rest }
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
      var rest = scan.bytes((found + word.utf8CodeUnitCount)..<head.upperBound)
      if rest.equals("产业") { rest += bytes("增加值") }
      let prefix = scan.starts((found + word.utf8CodeUnitCount)..<head.upperBound, with: "产业") ? "第" : ""
      return numbers.map { bytes(prefix + $0) + rest } + (before < head.lowerBound ? [[]] : [])
    }
    return [scan.bytes(head)]
  }
}
