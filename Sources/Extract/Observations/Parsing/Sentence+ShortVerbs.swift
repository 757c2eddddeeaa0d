import Lexicon

/// Which characters right before a number are verbs there, and which belong to another word.
extension Sentence {
  func saysChange(endingAt end: Int, from start: Int) -> Bool {
    guard let cue = scan.cue([.rise, .fall], endingAt: end, from: start) else { return false }
    return end - cue.start >= 6 && !scan.ends(cue.start..<end, with: "增量")
  }

  /// 高, 低, 多, 少, 快, 增 and the like are verbs only in a comparison, or right behind a name.
  func acceptsShortVerb(_ position: Int, _ start: Int, _ quantity: Quantity, _ clause: Clause) -> Bool {
    let verb = scan.scalar(at: position, to: position + 3)
    let before = scan.scalar(before: position, from: start)
    switch verb {
    case "增", "降", "升", "涨", "跌":
      return quantity.kind == .percent || quantity.kind == .point
    case "高", "低", "多", "少", "快", "慢":
      return quantity.kind == .point || comparisonStart(start..<position) != nil
    case "翻": return quantity.kind == .ratio
    case "超":
      return quantity.kind == .point
    case "减":
      return quantity.kind == .percent && before != "缩"
    default: return false
    }
  }

  func acceptsShortTo(_ position: Int, _ start: Int, _ quantity: Quantity) -> Bool {
    let verb = scan.scalar(at: position, to: position + 3)
    let before = scan.scalar(before: position, from: start)
    switch verb {
    case "为":
      return !before.isOne(of: "作认视")
    case "有": return !before.isOne(of: "拥所国共")
    case "计": return !before.isOne(of: "预统设审会估合总共")
    case "到": return !before.isOne(of: "遇得受")
    case "占", "压": return false
    case "在":  // 在170万吨以上: 存现所潜
      return (quantity.boundAfter || quantity.kind == .percent) && !before.isOne(of: "存现所潜")
    case "达": return !before.isOne(of: "下送抵直转表发")
    case "是", "至", "仅", "超": return true
    default: return true
    }
  }

  /// 产量要增长: the mood of a verb that stands behind it; 需要, 主要 are words.
  func isModal(_ position: Int, _ start: Int, _ clause: Clause) -> Bool {
    clause.verb != .none && scan.scalar(at: position, to: position + 3) == "要"
      && !scan.scalar(before: position, from: start).isOne(of: "需主必重纪摘概想只")
  }

  func isActOfMending(endingAt end: Int, from start: Int) -> Bool {
    scan.ends(start..<end, with: .mending)
  }
}
