import Lexicon

/// Who acts, for whom, and who reaches or promised the things counted: none is part of a figure's name.
extension Sentence {
  /// What stands before a number that its noun follows names neither who reaches the things counted (项目覆盖200个村) nor
  /// who promised them (向市民承诺的20件实事); two verbs in a row both act (优化整合12条线路).
  ///
  /// - Parameter unit: of what is counted, where right before the number no verb of reaching or changing stands.
  func beforeCounted(_ given: ActionParts, unit: UnitText?) -> ActionParts {
    var parts = given
    let object = parts.object
    let nothing = object.upperBound..<object.upperBound
    if let verb = scan.word(.reach, endingAt: object.upperBound, from: object.lowerBound), verb > object.lowerBound {
      parts.action = scan.bytes(verb..<object.upperBound)
      parts.object = nothing
      return parts
    }
    if scan.ends(object, with: .promise), scan.has("的", at: object.upperBound, to: range.upperBound) {
      parts.object = nothing
      return parts
    }
    // 31个行业中有22个保持增长
    if scan.ends(object, with: "中"), object.count >= 9 {
      parts.object = object.lowerBound..<(object.upperBound - 3)
      return parts
    }
    // 高新园力争引进6家研发机构, 在友好城市建成4个中心: who acts, or where, and the act.
    if let unit, parts.action == nil, let verb = endingAct(object, unit) {
      // 该厂生产的300台机床: what tells of them is no act of the figure's.
      if !scan.has("的", at: object.upperBound, to: range.upperBound) { parts.action = scan.bytes(verb) }
      parts.object = nothing
      return parts
    }
    // 支持打造10个片区, 布局打造14个中心: both act.
    if let action = parts.action, object.count >= 6,
      scan.cue(.act, at: object.lowerBound, to: object.upperBound)?.end == object.upperBound
    {
      parts.action = action + scan.bytes(object)
      parts.object = nothing
    }
    return parts
  }

  /// 将6所幼儿园打造为…, 把甲、乙等3个镇建成…: whether 将 or 把 leads to the number that follows.
  func isMoved(_ before: Range<Int>) -> Bool {
    guard let mark = scan.find("将", in: before) ?? scan.find("把", in: before),
      mark == before.lowerBound || !scan.scalar(before: mark, from: before.lowerBound).isOne(of: "即必仍")
    else { return false }
    return scan.find("、", in: before.lowerBound..<mark) == nil
  }

  /// The verb with which a stretch ends, and which is no part of a name: 污染治理三场战役 is of the treatment.
  private func endingAct(_ object: Range<Int>, _ unit: UnitText) -> Range<Int>? {
    guard let verb = scan.cue(.act, endingAt: object.upperBound, from: object.lowerBound),
      object.upperBound - verb.start >= 6, !verb.parts.contains(.lightAct)
    else { return nil }
    let act = verb.start..<object.upperBound
    if scan.has("的", at: object.upperBound, to: range.upperBound) { return act }
    let isOfTasks = unit.equals("条") || unit.equals("项") || unit.equals("场") || unit.equals("个方面")
    if scan.ends(act, with: .nominal) || isOfTasks && scan.ends(act, with: .tasked) { return nil }
    return act
  }

  /// 执法行动为农民工讨回工资: for whom, right before the verb, and before that who acts.
  func servesOthers(_ left: Range<Int>) -> Bool {
    guard left.count >= 15,
      scan.ends(left, with: .doer) || scan.scalar(before: left.upperBound, from: left.lowerBound).isOne(of: "工者民户员生众")
    else { return false }
    var position = left.upperBound - 6
    while position >= left.lowerBound + 6, left.upperBound - position <= 30 {
      let scalar = scan.scalar(at: position, to: left.upperBound)
      if scalar.isOne(of: "为给向"), !scan.scalar(before: position, from: left.lowerBound).isOne(of: "作认成行视称变列因定") {
        return true
      }
      position -= 3
    }
    return false
  }

  /// 高速公路 of 高速公路累计, 财政部门 of 财政部门及时: how and that it is a sum says nothing of who.
  func withoutManner(_ left: Range<Int>) -> Range<Int> {
    var end = left.upperBound
    while let how = scan.cue([.preverb, .adverb], endingAt: end, from: left.lowerBound), how.start > left.lowerBound,
      end - how.start >= 6 || scan.scalar(at: how.start, to: end).isOne(of: "共已均又也")
    {
      end = how.start
    }
    return left.lowerBound..<end
  }

  /// 东风集团 of 东风集团实现产值, 对外承包工程 of 对外承包工程完成营业额: what is measured is theirs, though others of the kind act.
  func owns(_ left: Range<Int>) -> Bool {
    guard left.count >= 9,
      scan.starts(left, with: "对外")
        || !scan.scalar(at: left.lowerBound, to: left.upperBound).isOne(of: "为对在向通以从用将与由把")
    else { return false }
    return !scan.words.ownerKinds(ending: scan.bytes(left)).isDisjoint(with: [.firm, .industry, .project, .way])
  }

  /// 公安机关破获案件, 园区引进企业: who acts, or where. 学校建设投入 and 企业培训人员 are names.
  func isActor(_ left: Range<Int>, before verb: Range<Int>, _ end: Int) -> Bool {
    guard scan.ends(left, with: .actor), !scan.covers(verb, .tasked), !scan.covers(verb, .nominal),
      !scan.covers(verb, .activity), !scan.covers(verb, "入驻"),
      scan.word(.half, at: verb.lowerBound, to: end) == nil, !nounFollows(verb.upperBound, end),
      !isClassWord(verb.upperBound, end)
    else { return false }
    let object = scan.trimmed(verb.upperBound..<end)
    return object.count >= 6 && !scan.ends(object, with: .fund) && !isGeneric(object)
      && !scan.scalar(at: verb.upperBound, to: end).isOne(of: "、和及与")
      && (!isMeasureNoun(object) || scan.covers(verb, .deed))
  }
}
