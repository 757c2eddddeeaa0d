import Lexicon

/// What leads the stretch before a number: times, areas, adverbs, moods.
extension Sentence {
  /// Strips times, areas, adverbs and moods from the start.
  func lead(_ clause: inout Clause, isRank: Bool = false) {
    var start = clause.head.lowerBound
    let end = clause.head.upperBound
    loop: while start < end {
      if let period = period(startingAt: start), period.range.upperBound <= end {
        if isBound(period) { break }
        clause.time.named = clause.time.named?.joined(by: period) ?? period
        start = period.range.upperBound
        while scan.has("的", at: start, to: end) || scan.has("期间", at: start, to: end)
          || scan.has("时期", at: start, to: end)
          || scan.has("以来", at: start, to: end) || scan.has("间", at: start, to: end)
          || period.isPlan && scan.has("末", at: start, to: end)
        {
          start +=
            scan.has("的", at: start, to: end) || scan.has("间", at: start, to: end) || scan.has("末", at: start, to: end)
            ? 3 : 6
        }
        continue
      }
      let first = scan.scalar(at: start, to: end)
      if PhraseScanner.isMark(first) {
        start = scan.next(start, end)
        continue
      }
      if let next = framingEnd(first, start, end, &clause) {
        start = next
        continue
      }
      let known = scan.indicatorEnd(at: start, to: end)
      if known == end { break }
      // Most stretches open with none of these characters.
      switch first {
      case "了" where start > clause.head.lowerBound && !scan.has("了解", at: start, to: end):
        // 确保了5万名师生供暖
        start += 3
        continue
      case "计", "年":
        // 计划总投资52亿元: no mood, but what was planned when it was agreed.
        if scan.has("计划", at: start, to: end) || scan.has("年度", at: start, to: end), isDependent(start..<end) {
          break loop
        }
        if scan.has("计划总投资、", at: start, to: end) { break loop }
      case "至" where scan.has("至少", at: start, to: end):
        clause.atLeast = true
        start += 6
        continue
      case "与" where scan.cue(.compare, at: start, to: end) != nil,
        "同" where scan.cue(.compare, at: start, to: end) != nil:
        // 与上年相比下降2%, where 同比 stands right before a verb
        if let cue = scan.cue(.compare, at: start, to: end), scan.ends(start..<cue.end, with: "相比") {
          clause.hasCompare = true
          start = cue.end
          continue
        }
      case "对", "为", "在":
        // 对市本级, 对其中: the preposition goes with what follows.
        if scan.has("其中", at: start + 3, to: end) || scan.cue(.levelArea, at: start + 3, to: end) != nil {
          start += 3
          continue
        }
      case "把" where end - start > 30 || end == start + 3:
        // 把补助标准提高到120元
        start += 3
        continue
      case "主" where scan.has("主要用于", at: start, to: end):
        start += 12
        continue
      case "应" where scan.has("偿还", at: start + 3, to: end) || scan.has("支付", at: start + 3, to: end):
        // 应偿还债务24亿元
        start += 3
        continue
      case "扣" where scan.has("扣除", at: start, to: end) && scan.word(.transfer, at: start + 6, to: end) != nil:
        // 扣除上解支出: what is taken from an account's own sum.
        start += 6
        continue
      case "每", "各":
        if let area = eachArea(start, end) {
          clause.place.name = scan.bytes(start..<area)
          start = area
          continue
        }
      default: break
      }
      // 当年收支结余, 年末滚存结余: the time is part of the name.
      if first.isOne(of: "当年本"), scan.word(.balanced, at: start, to: end) == end { break }
      // 人民代表大会会议批准的一般公共预算收入
      if let voted = votedEnd(first, start, end) {
        clause.isVoted = true
        start = voted
        continue
      }
      if let own = places.ownEnd(at: start, to: end, in: scan), own < end,
        scan.indicatorEnd(at: own, to: end) != nil || scan.cue(.ownArea, at: own, to: end) != nil
      {
        clause.place.name = []
        clause.place.each = []
        start = own
        continue
      }
      if let found = places(at: start, to: end) {
        clause.place.name = scan.bytes(found.names[0].lowerBound..<(found.names.last?.upperBound ?? found.end))
        clause.place.each = found.names.map { scan.bytes($0) }
        start = found.end
        clause.place.end = found.end
        continue
      }
      switch first {
      case "区" where debtorEnd(start, end) != nil, "县" where debtorEnd(start, end) != nil:
        // 区级债务限额, 县区政府债务余额: of those below, whatever was told before.
        let below = debtorEnd(start, end) ?? start
        clause.place.name = scan.bytes(start..<below)
        start = below
        continue
      case "区" where scan.has("区级", at: start, to: end) && isAccount(start + 6, end):
        // 区级一般公共预算支出: of the district or the zone that is spoken of.
        if !scan.has("收入", at: start + 6, to: end), !scan.has("支出", at: start + 6, to: end) {
          clause.place.isOfDistrict = true
          start += 6
          continue
        }
      case "市" where scan.has("市级", at: start, to: end) && isAccount(start + 6, end):
        // 市级一般公共预算收入
        clause.place.name = Array("市本级".utf8)
        start += 6
        continue
      case "加" where scan.word(.transfer, at: start + 3, to: end) != nil:
        // 加上级补助收入, 加债务转贷收入: what is added to an account's own sum; 加上 has a row among the cues.
        start += 3
        continue
      default: break
      }
      let mask: Cues.Parts =
        isRank
        ? [.adverb, .levelArea, .ownArea, .goal, .estimate, .future]
        : [.adverb, .ownArea, .levelArea, .upperArea, .goal, .estimate, .future]
      guard let cue = scan.cue(mask, at: start, to: end) else { break }
      if let known, known > cue.end { break }
      if let word = scan.word(.adverbword, at: start, to: end), cue.end - start == 3 || word > cue.end { break }
      if isRank, cue.end == end, cue.parts.contains(.ownArea) { break }
      // 争取到国债资金5亿元, where 争取到2027年 is a goal
      if cue.parts.contains(.goal), cue.parts.contains(.act), period(startingAt: cue.end) == nil,
        scan.has("争取到", at: start, to: cue.end)
      {
        break
      }
      // 统筹资金2亿元, where 统筹推进 and 统筹安排 have another verb
      if cue.parts.contains(.act), cue.end == start + 6, scan.has("统筹", at: start, to: end),
        scan.cue(.act, at: cue.end, to: end) == nil
      {
        break
      }
      // 县域生产总值 of a city is that of its counties.
      if places.hasParts, scan.has("县域", at: start, to: end) { break }
      // 全市域管网: with all that belongs to it.
      if cue.parts.contains(.ownArea), !isRank, scan.has("域", at: cue.end, to: end), end > cue.end + 3,
        !scan.has("域内", at: cue.end, to: end), !scan.has("域外", at: cue.end, to: end)
      {
        clause.place.name = []
        start = cue.end + 3
        continue
      }
      // 全市性检查
      if cue.parts.contains(.ownArea), scan.has("性", at: cue.end, to: end) { break }
      // 市域内就诊率; 全县外贸 is of the county.
      if cue.parts.contains(.ownArea), scan.has("内", at: cue.end, to: end) || scan.has("外", at: cue.end, to: end),
        !scan.scalar(at: cue.end + 3, to: end).isOne(of: "贸资商汇事向需销河")
      {
        break
      }
      if cue.parts.contains(.levelArea) {
        clause.place.name = Self.ownHousehold(scan.bytes(start..<cue.end), of: ownArea)
        clause.place.each = []
      } else if cue.parts.contains(.ownArea), !isRank {
        clause.place.name = []
        clause.place.each = []
      } else if cue.parts.contains(.upperArea), cue.parts.isDisjoint(with: .ownArea), ownArea != "全国" {
        guard scan.indicatorEnd(at: cue.end, to: end) == end else { break }
        clause.place.name = scan.bytes(start..<cue.end)
      } else if scan.has("加上", at: start, to: end), cue.end == start + 6, scan.has("年", at: cue.end, to: end) {
        start += 3  // 加上年结转
        continue
      } else if scan.has("其中", at: start, to: end) {
        clause.isChild = true
      } else if scan.has("累计", at: start, to: end) || scan.has("五年", at: start, to: end) {
        clause.time.isCumulative = true
      }
      if scan.has("有", at: start, to: end), start + 3 == end { break }  // 分别有70万元、80万元
      if scan.has("全年", at: start, to: end), !isRank { clause.time.isWholeYear = true }
      if cue.parts.contains(.both) { clause.both = true }
      if cue.parts.contains(.each) { clause.each = true }
      if cue.parts.isDisjoint(with: [.adverb, .goal, .estimate, .area, .future]) { break }
      start = cue.end
    }
    clause.head = start..<end
  }

  /// Where what only frames the rest ends: how long it takes, 到 or 截至 before a time, an item's number, an aside.
  private func framingEnd(_ first: CodePoint, _ start: Int, _ end: Int, _ clause: inout Clause) -> Int? {
    switch first {
    case "到", "至":
      return period(startingAt: start + 3) == nil ? nil : start + 3
    case "截":
      let isUntil = scan.has("截至", at: start, to: end) || scan.has("截止", at: start, to: end)
      return isUntil && period(startingAt: start + 6) != nil ? start + 6 : nil
    case "连" where scan.has("连续", at: start, to: end):
      // 连续三年粮食产量保持在…
      return streakEnd(start + 6, end)
    case "(":
      return bracketedNumberEnd(start, end) ?? asideEnd(start, end)
    default:
      guard Self.opensYears.contains(first) else { return nil }
      // 力争用三年时间实现翻番, 两年实现翻番
      if let years = yearsTaken(start, end) {
        clause.time.taken = years.count
        return years.end
      }
      return itemNumberEnd(start, end) ?? pointEnd(start, end)
    }
  }

  /// Where the households below the report's own end, before what they owe.
  private func debtorEnd(_ start: Int, _ end: Int) -> Int? {
    for word in ["区级", "县级", "县区", "区县", "县市区", "县(市、区)"] as [StaticString] where scan.has(word, at: start, to: end) {
      let behind = start + word.utf8CodeUnitCount
      guard
        ["债务", "政府债务", "地方政府债务", "法定债务"].contains(where: { (debt: StaticString) in scan.has(debt, at: behind, to: end) }
        )
      else { return nil }
      return behind
    }
    return nil
  }

  /// With which a time that something takes, or an item's number, can begin.
  private static let opensYears = ScalarSet(
    ChineseNumeral.characters + (0x30...0x39).map(CodePoint.init) + ["争", "力", "计", "利", "仅", "用"]
  )

  /// (1)税收收入, (五)其他收入
  private func bracketedNumberEnd(_ start: Int, _ end: Int) -> Int? {
    var close = numeralsEnd(start + 1, end)
    while close < end, text[close] >= 0x30, text[close] <= 0x39 { close += 1 }
    return close > start + 1 && close < end && text[close] == UInt8(ascii: ")") ? close + 1 : nil
  }

  /// 用三年时间, 两年内, 三年实现: how long it takes.
  private func yearsTaken(_ start: Int, _ end: Int) -> (count: Int, end: Int)? {
    var position = start
    var isSaid = false
    for word in ["争取利用", "力争用", "争取用", "计划用", "利用", "仅用", "用"] as [StaticString]
    where scan.has(word, at: position, to: end) {
      position += word.utf8CodeUnitCount
      isSaid = true
      break
    }
    guard let count = yearCount(&position, end), scan.has("年", at: position, to: end) else { return nil }
    position += 3
    for word in ["多时间", "左右时间", "时间内", "时间", "之内", "内", "左右"] as [StaticString]
    where scan.has(word, at: position, to: end) {
      position += word.utf8CodeUnitCount
      isSaid = true
      break
    }
    guard
      isSaid
        || ["实现", "累计", "翻", "建成", "完成"].contains(where: { (word: StaticString) in scan.has(word, at: position, to: end)
        })
    else { return nil }
    return (count, position)
  }

  /// 三, 3, 近三, 两到三 is none.
  func yearCount(_ position: inout Int, _ end: Int) -> Int? {
    if position < end, text[position] >= 0x31, text[position] <= 0x39 {
      let count = Int(text[position] - 0x30)
      position += 1
      return count
    }
    guard let digit = ChineseNumeral.digit(scan.scalar(at: position, to: end)), digit > 0 else { return nil }
    position += 3
    return digit
  }

  /// 十一是新建便民驿站60个; 六、金融支出 at the head of a sentence, where 一、二、三产业 is a name.
  private func pointEnd(_ start: Int, _ end: Int) -> Int? {
    let position = numeralsEnd(start, end)
    guard position > start else { return nil }
    if scan.has("是", at: position, to: end) { return position + 3 }
    let isItem =
      start == range.lowerBound && scan.has("、", at: position, to: end)
      && ChineseNumeral.digit(scan.scalar(at: position + 3, to: end)) == nil
    return isItem ? position + 3 : nil
  }

  private func numeralsEnd(_ start: Int, _ end: Int) -> Int {
    var position = start
    while position < start + 9, scan.scalar(at: position, to: end).isOne(of: "一二三四五六七八九十") { position += 3 }
    return position
  }

  /// 三年, 5个月: how often it has been so.
  private func streakEnd(_ start: Int, _ end: Int) -> Int? {
    var position = start
    guard yearCount(&position, end) != nil else { return nil }
    for unit in ["年", "个月", "个季度", "季度", "次", "届"] as [StaticString] where scan.has(unit, at: position, to: end) {
      return position + unit.utf8CodeUnitCount
    }
    return nil
  }

  /// 14.2026年商业服务业支出
  private func itemNumberEnd(_ start: Int, _ end: Int) -> Int? {
    guard start == range.lowerBound else { return nil }
    var position = start
    while position < end, text[position] >= 0x30, text[position] <= 0x39 { position += 1 }
    guard position > start, position + 1 < end, text[position] == UInt8(ascii: "."),
      text[position + 1] >= 0x80 || period(startingAt: position + 1) != nil
    else { return nil }
    return position + 1
  }

  /// (含高新区)2025年税收收入
  private func asideEnd(_ start: Int, _ end: Int) -> Int? {
    guard
      scan.has("含", at: start + 1, to: end) || scan.has("不含", at: start + 1, to: end)
        || scan.has("下同", at: start + 1, to: end)
    else { return nil }
    var close = start
    while close < end, text[close] != UInt8(ascii: ")") { close += 1 }
    return close + 1 < end ? close + 1 : nil
  }

  /// Where a name begins whose front says who voted it: 市十届人大三次会议批准的.
  private func votedEnd(_ first: CodePoint, _ start: Int, _ end: Int) -> Int? {
    // 备案的全市一般公共预算收入
    if first.isOne(of: "汇备调") {
      for word in ["汇总备案的", "汇总的", "备案的", "调整后的", "调整后", "调整的"] as [StaticString]
      where scan.has(word, at: start, to: end) {
        let name = start + word.utf8CodeUnitCount
        if name < end { return name }
      }
    }
    // 全市汇总的: the whole is named first.
    guard tellsVote, !first.isOne(of: "全"),
      let found = scan.find("批准的", in: start..<end) ?? scan.find("通过的", in: start..<end)
        ?? scan.find("批复的", in: start..<end),
      found + 9 < end,
      ["会议", "常委会", "人代会", "人大"].contains(where: { (word: StaticString) in scan.find(word, in: start..<found) != nil })
    else { return nil }
    return found + 9
  }

  /// 每个乡镇, 每个县(市), 各县区: up to the verb.
  private func eachArea(_ start: Int, _ end: Int) -> Int? {
    let isEvery = scan.has("每个", at: start, to: end)
    guard
      isEvery
        || ["各县", "各村", "各乡镇", "各镇", "各社区", "各街道"].contains(where: { (word: StaticString) in
          scan.has(word, at: start, to: end)
        })
    else { return nil }
    var position = start + (isEvery ? 6 : 3)
    for word in ["乡镇", "县市区", "县区", "县", "市", "区", "村", "镇", "乡", "街道", "社区", "园区", "开发区"] as [StaticString]
    where scan.has(word, at: position, to: end) {
      position += word.utf8CodeUnitCount
      if position < end, text[position] == UInt8(ascii: "(") {
        while position < end, text[position] != UInt8(ascii: ")") { position += 1 }
        position = min(end, position + 1)
        if scan.has("区", at: position, to: end) { position += 3 }
      }
      return position
    }
    guard isEvery else { return nil }
    // 每个主导产业链至少举办…, 每个沿海乡镇打造…: up to the act.
    while position < min(end, start + 45), scan.scalar(at: position, to: end).isHan {
      if position >= start + 12,
        scan.word(.compound, at: position, to: end) == nil,
        ["至少", "力争", "重点", "集中"].contains(where: { (word: StaticString) in scan.has(word, at: position, to: end) })
          || scan.cue(.act, at: position, to: end).map({ $0.end - position >= 6 }) == true
      {
        return position
      }
      position += 3
    }
    return nil
  }
}
