/// The shorter names under which a region is known.
enum RegionNames {
  /// "凌海" of 凌海市, "凉山" of 凉山彝族自治州. `nil` where less than two characters would be left.
  static func stem(of name: String) -> String? {
    for suffix in autonomous where name.hasSuffix(suffix) {
      return longEnough(withoutPeoples(String(name.dropLast(suffix.count))))
    }
    for suffix in suffixes where name.hasSuffix(suffix) {
      return longEnough(String(name.dropLast(suffix.count)))
    }
    return nil
  }

  /// "凉山州" of 凉山彝族自治州, "围场县" of 围场满族蒙古族自治县.
  static func short(of name: String) -> String? {
    for (suffix, short) in [("自治州", "州"), ("自治县", "县"), ("自治旗", "旗")] where name.hasSuffix(suffix) {
      return longEnough(withoutPeoples(String(name.dropLast(3)))).map { $0 + short }
    }
    return nil
  }

  private static let autonomous = ["自治区", "自治州", "自治县", "自治旗"]
  private static let suffixes = ["特别行政区", "地区", "省", "市", "县", "区", "盟", "旗"]

  private static func longEnough(_ name: String) -> String? {
    name.unicodeScalars.count >= 2 ? name : nil
  }

  private static func withoutPeoples(_ name: String) -> String {
    var name = name
    while let people = peoples.first(where: { name.hasSuffix($0) && name.count > $0.count + 1 }) {
      name.removeLast(people.count)
    }
    return name
  }

  /// As they stand in names of regions; longer ones before those that they end with.
  private static let peoples = [
    "土家族", "布依族", "哈尼族", "傈僳族", "景颇族", "拉祜族", "纳西族", "仡佬族", "毛南族", "仫佬族", "布朗族", "独龙族", "普米族", "撒拉族", "保安族", "东乡族",
    "裕固族", "蒙古族",
    "朝鲜族", "哈萨克族", "维吾尔族", "达斡尔族", "鄂温克族", "鄂伦春", "柯尔克孜", "塔吉克", "哈萨克", "维吾尔", "蒙古", "锡伯", "各族", "回族", "藏族", "彝族", "苗族",
    "侗族", "壮族", "瑶族", "白族", "傣族",
    "满族", "畲族", "黎族", "佤族", "羌族", "土族", "水族", "怒族",
  ]
}
