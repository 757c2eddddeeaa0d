import Lexicon

/// Numbers that say how large a thing is, or what it is to yield.
extension Sentence {
  /// 12万吨乙烯 of a list that 等一批项目, 等7个项目 or 等工程 ends: how large one of the things named is.
  func isSizeInRoster(_ end: Int, closedBy mark: StaticString) -> Bool {
    let first = scan.scalar(at: end, to: range.upperBound)
    guard first.isHan, first != "等" else { return false }
    var stop = end
    while stop < range.upperBound, stop < end + 240, text[stop] != UInt8(ascii: ","), text[stop] != UInt8(ascii: ";") {
      stop += 1
    }
    guard let roster = scan.find(mark, in: end..<stop) else { return false }
    let noun = roster..<min(stop, roster + 30)
    return scan.find("项目", in: noun) != nil || scan.find("工程", in: noun) != nil
  }

  func isOfCapacity(_ unit: UnitText) -> Bool {
    ["吨", "千瓦", "兆瓦", "MW", "羽", "头", "只"].contains { (end: StaticString) in unit.ends(with: end) }
  }

  /// 年产5万台电机项目: what a plant is to yield.
  func isYielded(_ start: Int, _ after: Range<Int>) -> Bool {
    scan.word(.yielding, endingAt: start, from: range.lowerBound) != nil
      && (scan.ends(after, with: "等") || scan.find(.plant, in: after) != nil)
  }

  func isSize(_ quantity: Quantity, _ after: Range<Int>) -> Bool {
    let unit = quantity.unit
    if unit.ends(with: "千伏") || unit.ends(with: "kV") || unit.ends(with: "KV") { return true }
    let near = after.lowerBound..<min(after.upperBound, after.lowerBound + 36)
    if unit.ends(with: "分钟") || unit.ends(with: "小时") {
      // 24小时城市书房
      return scan.starts(near, with: .openhours) || scan.find("圈", in: near) != nil || scan.find("通勤", in: near) != nil
    }
    let isOfSize = ["吨", "千瓦", "兆瓦", "立方米"].contains { (end: StaticString) in unit.ends(with: end) }
    return isOfSize && scan.find(.capacity, in: near) != nil
  }
}
