/// What a unit says of the things that it counts.
enum UnitNames {
  /// 万人, 人次
  static func isOfPersons(_ unit: [UInt8]) -> Bool {
    unit.ends(with: "人") || unit.ends(with: "人次") || unit.ends(with: "名")
  }

  /// 个, 家, 户
  static func isThings(_ unit: [UInt8]) -> Bool {
    ["个", "家", "户", "项", "宗", "笔", "只", "支", "件", "处"].contains { (name: StaticString) in unit.equals(name) }
  }

  /// 天, 小时: within which time something is done.
  static func isTerm(_ unit: [UInt8]) -> Bool {
    ["天", "日", "小时", "分钟", "个工作日", "工作日"].contains { (name: StaticString) in unit.equals(name) }
  }
}
