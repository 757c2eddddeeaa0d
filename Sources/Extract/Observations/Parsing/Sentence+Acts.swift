import Lexicon

/// Which verbs of a stretch act, and which belong to a name.
extension Sentence {
  /// 财政用于乡村教育的支出: what the money is for is part of its name.
  func isUseOfMoney(_ head: Range<Int>) -> Bool {
    guard let use = scan.find("用于", in: head), use > head.lowerBound else { return false }
    return ["的支出", "的投入", "的资金", "的经费", "的贷款"].contains { (word: StaticString) in scan.ends(head, with: word) }
  }

  /// 建设 of 谋划建设园区 and 改造 of 支持改造小区: the act behind a verb that only leads to it, where no name begins there.
  func secondAct(from start: Int, to end: Int) -> (end: Int, parts: Cues.Parts)? {
    guard let more = scan.cue(.act, at: start, to: end), more.end - start >= 6, end - more.end >= 6,
      !nounFollows(more.end, end), !isClassWord(more.end, end), !isGeneric(more.end..<end),
      scan.word(.half, at: start, to: more.end) == nil, scan.word(.compound, at: start, to: end) == nil,
      scan.indicatorEnd(at: start, to: end) == nil, scan.find("债", in: start..<end) == nil,
      !isAimOrActivity(start..<more.end, to: end)
    else { return nil }
    return more
  }

  /// 促进 of 落实促进投资措施 says what they are for; 帮扶协作 and 植树绿化 are activities of two verbs; 转型、升级 a list of them.
  private func isAimOrActivity(_ verb: Range<Int>, to end: Int) -> Bool {
    if scan.covers(verb, .nominal) { return true }
    if scan.covers(verb, .purpose), !scan.covers(verb, .adding),
      !["开展", "实施", "启动"].contains(where: { (word: StaticString) in scan.covers(verb, word) })
    {
      return true
    }
    guard let next = scan.cue(.act, at: verb.upperBound, to: end) else {
      return scan.scalar(at: verb.upperBound, to: end).isOne(of: "、和及与") && !opensAnotherAct(verb.upperBound, end)
    }
    return next.end == end || next.end == end - 6 && nounFollows(next.end, end)
  }

  private func opensAnotherAct(_ mark: Int, _ end: Int) -> Bool {
    scan.cue(.act, at: mark + 3, to: end).map { $0.end - mark >= 9 } ?? false
  }

  /// 省科学技术奖 of 获省科学技术奖: what is won has a name that ends so.
  func isAward(_ object: Range<Int>, of head: Range<Int>) -> Bool {
    guard scan.has("获", at: head.lowerBound, to: head.upperBound), object.count >= 9 else { return false }
    return scan.ends(object, with: .award)
  }

  /// 参加失业保险人数, 领取养老金人数, 参加工伤保险农民工: what those do who are counted is part of their name.
  func namesPersons(_ head: Range<Int>) -> Bool {
    if scan.starts(head, with: "参加"), scan.find("保险", in: head) != nil { return true }
    return scan.ends(head, with: "人数")
      && (["参加", "领取", "参与", "享受", "接受"] as [StaticString]).contains { scan.starts(head, with: $0) }
  }

  /// 实施类项目, 建设期, 引导性投资, 集中式水源地: the verb says of what kind a thing is.
  func isClassWord(_ position: Int, _ end: Int) -> Bool {
    let next = scan.scalar(at: position + 3, to: end)
    switch scan.scalar(at: position, to: end) {
    case "类", "型", "性", "者", "费", "式": return !next.isOne(of: "似别能质格价")  // 类似, 类别, 性能, 性质
    case "期": return !next.isOne(of: "货刊间末权")
    default: return false
    }
  }

  /// 营造林, 缓税费: what is left behind the verb is no word.
  func isHalfWord(_ object: Range<Int>) -> Bool {
    guard object.count == 3 else { return false }
    // 人村户县镇乡路桥井树楼厂站市区渠闸库园校
    return !scan.scalar(at: object.lowerBound, to: object.upperBound).isOne(of: "人村户县镇乡路桥井树楼厂站市区渠闸库园校")
  }

  /// 新开工面积: a noun that the verb makes a name of.
  func isGeneric(_ object: Range<Int>) -> Bool {
    scan.covers(object, .size)
      || scan.ends(object, with: "等") && scan.covers(object.lowerBound..<(object.upperBound - 3), .size)
  }

  /// 改造项目, 建设工程: the verb is the noun's own.
  func nounFollows(_ position: Int, _ end: Int) -> Bool {
    // 盘活标准化厂房: no noun of the verb's.
    scan.word(.object, at: position, to: end).map { !scan.has("化", at: $0, to: end) } ?? false
  }

  /// 教育经费累计, 民生领域共: what is spent, and not who spends.
  func spendsItself(_ left: Range<Int>) -> Bool {
    var end = left.upperBound
    for word in ["累计", "共"] as [StaticString] where scan.ends(left, with: word) { end -= word.utf8CodeUnitCount }
    return ["经费", "领域", "方面"].contains { (word: StaticString) in scan.ends(left.lowerBound..<end, with: word) }
  }

  func opensWithRegard(_ head: Range<Int>) -> Bool {
    scan.starts(head, with: .regard)
  }

  /// 运动员获得金牌: who won is not what was won.
  func isWinning(_ start: Int, _ end: Int) -> Bool {
    scan.covers(start..<end, .win)
  }

  /// 自贸区新增创新成果: where they were added; 农村劳动力新增转移就业 is a name.
  func isAdding(_ verb: Range<Int>, _ end: Int) -> Bool {
    // 路灯工程覆盖行政村84个
    if verb.count == 6, end - verb.upperBound >= 6,
      scan.has("加装", at: verb.lowerBound, to: end) || scan.has("覆盖", at: verb.lowerBound, to: end)
        || scan.has("惠及", at: verb.lowerBound, to: end)
    {
      return !scan.scalar(at: verb.upperBound, to: end).isOne(of: "率面")
    }
    return verb.count == 6 && end - verb.upperBound >= 9 && scan.has("新增", at: verb.lowerBound, to: end)
      && scan.find("就业", in: verb.upperBound..<end) == nil
  }

  func isMeasureNoun(_ object: Range<Int>) -> Bool {
    guard object.count <= 36 else { return false }
    if scan.ends(object, with: .measure) { return true }
    for noun in ["营业额", "额", "量", "值", "里程", "总额"] as [StaticString] where scan.ends(object, with: noun) { return true }
    return false
  }

  func isReachVerb(_ start: Int, _ end: Int) -> Bool {
    scan.has("实现", at: start, to: end) || scan.ends(start..<end, with: "完成")
  }

  /// Whether the stretch names who acts, or where.
  func isAgent(_ range: Range<Int>) -> Bool {
    scan.ends(range, with: .agent)
  }
}
