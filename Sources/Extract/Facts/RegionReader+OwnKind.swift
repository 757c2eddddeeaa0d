import Documents

/// Which kind of region a report says it is of.
extension RegionReader {
  /// "市", "县", "省", ...: what the report calls its own region.
  static func ownSuffix(_ evidence: Evidence) -> String? {
    let kinds: [(suffix: String, words: [String])] = [
      ("省", ["省人民政府", "省政府"]), ("市", ["市人民政府", "市政府"]),
      ("州", ["州人民政府", "州政府"]), ("县", ["县人民政府", "县政府"]),
      ("区", ["区人民政府", "区政府"]), ("盟", ["盟行政公署", "盟行署"]),
      ("旗", ["旗人民政府", "旗政府"]),
    ]
    for words in evidence.own + [evidence.opening] {
      for kind in kinds where words.firstRange(of: Array(("代表" + kind.words[0]).utf8)) != nil { return kind.suffix }
      for kind in kinds where words.firstRange(of: Array(("代表" + kind.words[1]).utf8)) != nil { return kind.suffix }
      for kind in kinds where words.firstRange(of: Array(("受" + kind.words[0]).utf8)) != nil { return kind.suffix }
      for kind in kinds where words.firstRange(of: Array(("受" + kind.words[1]).utf8)) != nil { return kind.suffix }
    }
    // Reports name the regions above their own as well: the lowest that is named often is their own.
    let counts = kinds.map { kind in
      let stands = count(of: Array(("我" + kind.suffix).utf8), in: evidence.body) * 3
      let party = count(of: Array((kind.suffix + "委").utf8), in: evidence.body)
      // "全区" may be an autonomous region's.
      let all = kind.suffix == "区" ? 0 : count(of: Array(("全" + kind.suffix).utf8), in: evidence.body)
      return stands + party + all
    }
    guard let most = counts.max(), most >= 2 else { return nil }
    let lowest: [String] = ["县", "旗", "区", "市", "州", "盟", "省"]
    return lowest.first { suffix in
      kinds.firstIndex { $0.suffix == suffix }.map { counts[$0] >= max(2, most / 3) } == true
    }
  }

  static func fits(_ region: DocumentFacts.Region, _ suffix: String?) -> Bool {
    suffix == nil || region.name.hasSuffix(suffix ?? "")
  }

  static func count(of words: [UInt8], in text: [UInt8]) -> Int {
    var count = 0
    var offset = 0
    while let at = text[offset...].firstRange(of: words) {
      count += 1
      offset = at.upperBound
    }
    return count
  }
}
