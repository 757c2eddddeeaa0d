import Lexicon

/// Parts of the report's area as the subject of a clause: their figures are not of the whole.
extension Sentence {
  /// 甲县、乙县、丙区: places joined by marks from `start` on, each by itself.
  func places(at start: Int, to end: Int) -> (names: [Range<Int>], end: Int)? {
    var names: [Range<Int>] = []
    var position = start
    var isFull = true
    while let place = places.end(at: position, to: end, in: scan) {
      names.append(position..<place.end)
      isFull = isFull && place.isFull
      position = place.end
      var next = position
      for word in ["、", "和", "与", "及"] as [StaticString] where scan.has(word, at: position, to: end) {
        next += word.utf8CodeUnitCount
        break
      }
      guard next > position, places.end(at: next, to: end, in: scan) != nil else { break }
      position = next
    }
    guard !names.isEmpty else { return nil }
    // 甲县、乙县等5个县城污水处理厂: not the area either.
    let listEnd = scan.has("等", at: position, to: end) ? position + 3 : position
    if listEnd == end, countsTowns(at: end) { return nil }
    var after = position
    // 三地, 两县, 等地; no 地区生产总值 or 地方财政收入 of the place
    if scan.has("等", at: after, to: end) { after += 3 }
    if after > position, scan.has("地", at: after, to: end), !scan.has("地区", at: after, to: end) {
      after += 3
    } else if let digit = ChineseNumeral.digit(scan.scalar(at: after, to: end)),
      digit == names.count || after > position
    {
      for word in ["地", "县区", "县", "市", "区", "园区"] as [StaticString] where scan.has(word, at: after + 3, to: end) {
        after += 3 + word.utf8CodeUnitCount
        break
      }
    } else {
      after = position
    }
    if after > position { isFull = true }
    // 宿松全域接待游客: all of it
    if scan.has("全域", at: after, to: end) {
      after += 6
      isFull = true
    }
    guard isFull || names.count > 1 || after == end || opensClause(after, end) else { return nil }
    // 岳西县委, 怀宁县城: not the area.
    if places.end(at: after, to: end, in: scan) != nil { return nil }
    for word in ["委", "政府", "城", "财政局", "的", "域", "人大", "法院", "人民", "级", "、", "—", "-", "至"] as [StaticString]
    where scan.has(word, at: after, to: end) {
      return nil
    }
    return (names, after)
  }

  /// 5个县城: whether the number at `position` counts towns.
  private func countsTowns(at position: Int) -> Bool {
    let end = range.upperBound
    var position = position
    if ChineseNumeral.digit(scan.scalar(at: position, to: end)) != nil {
      position += 3
    } else {
      while position < end, text[position] >= 0x30, text[position] <= 0x39 { position += 1 }
    }
    return scan.has("个县城", at: position, to: end)
  }

  /// Whether what follows a bare name is a clause about it and no longer name: 宿松完成投资, 怀宁规上工业增加值.
  private func opensClause(_ position: Int, _ end: Int) -> Bool {
    if scan.indicatorEnd(at: position, to: end) != nil { return true }
    guard let cue = scan.cue([.act, .adverb, .each, .both, .to], at: position, to: end) else { return false }
    return cue.end - position >= 6
  }

  /// Whether a stretch without a number makes the place before it the topic of what follows: 某市经开区要…
  func isTopic(_ position: Int, _ end: Int) -> Bool {
    if position == end || scan.ends(position..<end, with: "情况") { return true }
    // 甲、乙两县增速高于全市: compared, and not measured.
    if ["高于", "快于", "低于", "优于"].contains(where: { (word: StaticString) in scan.find(word, in: position..<end) != nil })
    {
      return true
    }
    return scan.word(.steering, at: position, to: end) != nil
  }

  /// 本级, 市级 of a budget is the city's own household.
  static func ownHousehold(_ area: [UInt8], of whole: String?) -> [UInt8] {
    guard area.elementsEqual("本级".utf8) else { return area }
    switch whole?.last {
    case "县": return Array("县本级".utf8)
    case "区": return Array("区本级".utf8)
    case "省": return Array("省本级".utf8)
    default: return Array("市本级".utf8)
    }
  }

  /// 高新区 of (含高新区5亿元); 提前告知 is none.
  func isPlaceName(_ name: Range<Int>) -> Bool {
    if places.end(at: name.lowerBound, to: name.upperBound, in: scan)?.end == name.upperBound { return true }
    return ["区", "县", "市", "旗", "本级", "镇", "乡"].contains { (word: StaticString) in scan.ends(name, with: word) }
  }

  /// 高新区一般公共预算收入, 批准市本级一般公共预算支出: the area before a known name, and the name.
  func owned(_ head: Range<Int>) -> (name: Range<Int>, area: [UInt8]?) {
    guard !scan.isIndicator(head) else { return (head, nil) }
    var position = scan.next(head.lowerBound, head.upperBound)
    while position < head.upperBound, position - head.lowerBound <= 42 {
      if scan.indicatorEnd(at: position, to: head.upperBound) == head.upperBound {
        let front = head.lowerBound..<position
        if scan.ends(front, with: "本级") {
          return (position..<head.upperBound, Array("市本级".utf8))
        }
        let isPlace = scan.ends(front, with: "区") || scan.ends(front, with: "县") || scan.ends(front, with: "旗")
        if isPlace, !scan.ends(front, with: .kindofplace), front.count >= 9 {
          return (position..<head.upperBound, scan.bytes(front))
        }
        return (head, nil)
      }
      position = scan.next(position, head.upperBound)
    }
    return (head, nil)
  }
}
