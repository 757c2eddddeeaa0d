import Lexicon

/// Where what opens a stretch ends: the number of an item, how long something takes, who voted, every one of the places.
extension Sentence {
  /// Where what only frames the rest ends: how long it takes, 到 or 截至 before a time, an item's number, an aside.
  func framingEnd(_ first: CodePoint, _ start: Int, _ end: Int, _ clause: inout Clause) -> Int? {
    switch first {
    case "到", "至":
      if period(startingAt: start + 3) != nil { return start + 3 }
      // 力争到年底…达到10家
      let isDeadline = ["到年底", "到年末", "到月底"].contains { (word: StaticString) in scan.has(word, at: start, to: end) }
      return isDeadline && start + 9 < end ? start + 9 : nil
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
  func debtorEnd(_ start: Int, _ end: Int) -> Int? {
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
  func votedEnd(_ first: CodePoint, _ start: Int, _ end: Int) -> Int? {
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
  func eachArea(_ start: Int, _ end: Int) -> Int? {
    let isEvery = scan.has("每个", at: start, to: end)
    guard
      isEvery
        || ["各县", "各村", "各乡镇", "各镇", "各社区", "各街道"].contains(where: { (word: StaticString) in
          scan.has(word, at: start, to: end)
        })
    else { return nil }
    var position = start + (isEvery ? 6 : 3)
    if let place = scan.word(.everyplace, at: position, to: end) {
      position = place
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
