import Lexicon

/// Numbers that say how large a thing is, or what it is to yield.
extension Sentence {
  /// 12万吨乙烯 of a list that 等一批项目 ends: how large one of the things named is.
  func isSizeInRoster(_ end: Int) -> Bool {
    let first = scan.scalar(at: end, to: range.upperBound)
    guard first.isHan, first != "等" else { return false }
    var stop = end
    while stop < range.upperBound, stop < end + 240, text[stop] != UInt8(ascii: ","), text[stop] != UInt8(ascii: ";") {
      stop += 1
    }
    guard let roster = scan.find("等一批", in: end..<stop) else { return false }
    return ["项目", "工程"].contains { (word: StaticString) in scan.find(word, in: roster..<min(stop, roster + 30)) != nil }
  }

  func isOfCapacity(_ unit: UnitText) -> Bool {
    unit.ends(with: "吨") || unit.ends(with: "千瓦") || unit.ends(with: "兆瓦") || unit.ends(with: "MW")
      || unit.ends(with: "羽")
      || unit.ends(with: "头") || unit.ends(with: "只")
  }

  /// The same of a list that 等 ends before 项目, with or without a count between.
  func isSizeInCountedRoster(_ end: Int) -> Bool {
    guard scan.scalar(at: end, to: range.upperBound).isHan else { return false }
    var stop = end
    while stop < range.upperBound, stop < end + 180, text[stop] != UInt8(ascii: ","), text[stop] != UInt8(ascii: ";") {
      stop += 1
    }
    guard let roster = scan.find("等", in: end..<stop), roster > end else { return false }
    let after = (roster + 3)..<min(stop, roster + 30)
    return scan.find("项目", in: after) != nil || scan.find("工程", in: after) != nil
  }

  func isYield(_ position: Int) -> Bool {
    scan.word(.yielding, endingAt: position, from: range.lowerBound) != nil
  }

  func isSize(_ quantity: Quantity, _ after: Range<Int>) -> Bool {
    let unit = quantity.unit
    if unit.ends(with: "千伏") || unit.ends(with: "kV") || unit.ends(with: "KV") { return true }
    let near = after.lowerBound..<min(after.upperBound, after.lowerBound + 36)
    if unit.ends(with: "分钟") || unit.ends(with: "小时") {
      // 24小时城市书房
      return scan.starts(near, with: .openhours) || scan.find("圈", in: near) != nil || scan.find("通勤", in: near) != nil
    }
    guard
      unit.ends(with: "吨") || unit.ends(with: "千瓦") || unit.ends(with: "兆瓦")
        || unit.ends(with: "立方米")
    else {
      return false
    }
    return scan.find(.capacity, in: near) != nil
  }
}
