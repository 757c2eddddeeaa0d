import Lexicon

extension ClauseReader {
  /// Takes the stretch before a quantity apart: first what leads it, then what stands right before the number.
  func clause(_ range: Range<Int>, _ quantity: Quantity) -> Clause {
    var clause = Clause(head: withoutNoteMarks(scan.trimmed(range)))
    lead(&clause, isRank: quantity.kind == .rank)
    trail(&clause, quantity)
    return clause
  }

  /// 地区生产总值[2], "星创天地"〔22〕
  func withoutNoteMarks(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while scan.ends(range.lowerBound..<end, with: "〕"), let open = scan.find("〔", in: range.lowerBound..<end) {
      end = open
    }
    // "四上"企业(1)
    while end > range.lowerBound, text[end - 1] == UInt8(ascii: ")") {
      var open = end - 2
      while open > range.lowerBound, text[open] >= 0x30, text[open] <= 0x39 { open -= 1 }
      guard open > range.lowerBound, open < end - 2, text[open] == UInt8(ascii: "(") else { break }
      end = open
    }
    while end > range.lowerBound, text[end - 1] == UInt8(ascii: "]") {
      var open = end - 1
      while open > range.lowerBound, text[open] != UInt8(ascii: "[") { open -= 1 }
      end = open
    }
    return range.lowerBound..<end
  }

  /// Strips times, areas, adverbs and moods from the start.
  func lead(_ clause: inout Clause, isRank: Bool = false) {
    var start = clause.head.lowerBound
    let end = clause.head.upperBound
    while start < end {
      if let period = period(startingAt: start), period.range.upperBound <= end {
        take(period, &clause)
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
      if PhraseScanner.isMark(scan.scalar(at: start, to: end)) {
        start = scan.next(start, end)
        continue
      }
      // 到2030年, 截至11月底
      if scan.has("到", at: start, to: end) || scan.has("至", at: start, to: end), period(startingAt: start + 3) != nil {
        start += 3
        continue
      }
      if scan.has("截至", at: start, to: end) || scan.has("截止", at: start, to: end), period(startingAt: start + 6) != nil
      {
        start += 6
        continue
      }
      // (1)税收收入
      if text[start] == UInt8(ascii: "("), start + 2 < end, text[start + 1] >= 0x30, text[start + 1] <= 0x39 {
        var close = start + 1
        while close < end, text[close] >= 0x30, text[close] <= 0x39 { close += 1 }
        if close < end, text[close] == UInt8(ascii: ")") {
          start = close + 1
          continue
        }
      }
      // 14.2026年商业服务业支出; (含高新区)2025年税收收入
      if let next = itemNumberEnd(start, end) ?? asideEnd(start, end) {
        start = next
        continue
      }
      let known = scan.indicatorEnd(at: start, to: end)
      if known == end { break }
      if scan.has("至少", at: start, to: end) {
        clause.atLeast = true
        start += 6
        continue
      }
      // 对市本级, 对其中: the preposition goes with what follows.
      if scan.has("对", at: start, to: end) || scan.has("为", at: start, to: end) || scan.has("在", at: start, to: end),
        scan.has("其中", at: start + 3, to: end) || scan.cue(.levelArea, at: start + 3, to: end) != nil
      {
        start += 3
        continue
      }
      // 人民代表大会会议批准的一般公共预算收入
      if let voted = votedEnd(start, end) {
        clause.isVoted = true
        start = voted
        continue
      }
      if scan.has("每个", at: start, to: end) || scan.has("各县", at: start, to: end), let area = eachArea(start, end) {
        clause.area = scan.bytes(start..<area)
        start = area
        continue
      }
      if let own = places.ownEnd(at: start, to: end, in: scan), own < end,
        scan.indicatorEnd(at: own, to: end) != nil || scan.cue(.ownArea, at: own, to: end) != nil
      {
        clause.area = []
        clause.places = []
        start = own
        continue
      }
      if let found = places(at: start, to: end) {
        clause.area = scan.bytes(found.names[0].lowerBound..<(found.names.last?.upperBound ?? found.end))
        clause.places = found.names.map { scan.bytes($0) }
        start = found.end
        continue
      }
      // 市级一般公共预算收入
      if scan.has("市级", at: start, to: end), isAccount(start + 6, end) {
        clause.area = Array("市本级".utf8)
        start += 6
        continue
      }
      let mask: Cues.Parts =
        isRank
        ? [.adverb, .levelArea, .ownArea, .goal, .estimate, .future]
        : [.adverb, .ownArea, .levelArea, .upperArea, .goal, .estimate, .future]
      guard let cue = scan.cue(mask, at: start, to: end) else { break }
      if let known, known > cue.end { break }
      if cue.end - start == 3,
        UnitWords.continues(scan.scalar(at: start, to: end), with: scan.scalar(at: cue.end, to: end))
      {
        break
      }
      if isRank, cue.end == end, cue.parts.contains(.ownArea) { break }
      // 市域内就诊率
      if cue.parts.contains(.ownArea), scan.has("内", at: cue.end, to: end) || scan.has("外", at: cue.end, to: end) {
        break
      }
      if cue.parts.contains(.levelArea) {
        clause.area = Self.ownHousehold(scan.bytes(start..<cue.end), of: context.area)
        clause.places = []
      } else if cue.parts.contains(.ownArea), !isRank {
        clause.area = []
        clause.places = []
      } else if cue.parts.contains(.upperArea), cue.parts.isDisjoint(with: .ownArea), context.area != "全国" {
        guard scan.indicatorEnd(at: cue.end, to: end) == end else { break }
        clause.area = scan.bytes(start..<cue.end)
      } else if scan.has("加上", at: start, to: end), cue.end == start + 6, scan.has("年", at: cue.end, to: end) {
        start += 3  // 加上年结转
        continue
      } else if scan.has("其中", at: start, to: end) {
        clause.isChild = true
      } else if scan.has("累计", at: start, to: end) || scan.has("五年", at: start, to: end) {
        clause.isCumulative = true
      }
      if scan.has("全年", at: start, to: end), !isRank { clause.isWholeYear = true }
      if cue.parts.contains(.both) { clause.both = true }
      if cue.parts.contains(.each) { clause.each = true }
      if cue.parts.isDisjoint(with: [.adverb, .goal, .estimate, .area, .future]) { break }
      start = cue.end
    }
    clause.head = start..<end
  }

  private func isActOfMending(endingAt end: Int, from start: Int) -> Bool {
    for word in ["改造", "升级", "优化", "整治", "改建", "品质", "提质", "改扩建", "整合"] as [StaticString]
    where scan.ends(start..<end, with: word) {
      return true
    }
    return false
  }

  private func itemNumberEnd(_ start: Int, _ end: Int) -> Int? {
    guard start == sentence.lowerBound else { return nil }
    var position = start
    while position < end, text[position] >= 0x30, text[position] <= 0x39 { position += 1 }
    guard position > start, position + 1 < end, text[position] == UInt8(ascii: "."),
      text[position + 1] >= 0x80 || period(startingAt: position + 1) != nil
    else { return nil }
    return position + 1
  }

  private func asideEnd(_ start: Int, _ end: Int) -> Int? {
    guard text[start] == UInt8(ascii: "("),
      scan.has("含", at: start + 1, to: end) || scan.has("不含", at: start + 1, to: end)
    else { return nil }
    var close = start
    while close < end, text[close] != UInt8(ascii: ")") { close += 1 }
    return close + 1 < end ? close + 1 : nil
  }

  /// Where a name begins whose front says who voted it: 市十届人大三次会议批准的.
  private func votedEnd(_ start: Int, _ end: Int) -> Int? {
    guard let found = scan.find("批准的", in: start..<end) ?? scan.find("通过的", in: start..<end), found + 9 < end,
      scan.find("会议", in: start..<found) != nil || scan.find("常委会", in: start..<found) != nil
    else { return nil }
    return found + 9
  }

  /// 每个乡镇, 每个县(市), 各县区: up to the verb.
  func eachArea(_ start: Int, _ end: Int) -> Int? {
    var position = start + (scan.has("每个", at: start, to: end) ? 6 : 3)
    for word in ["乡镇", "县区", "县", "市", "区", "村", "镇", "乡", "街道", "社区", "园区", "开发区"] as [StaticString]
    where scan.has(word, at: position, to: end) {
      position += word.utf8CodeUnitCount
      if position < end, text[position] == UInt8(ascii: "(") {
        while position < end, text[position] != UInt8(ascii: ")") { position += 1 }
        position = min(end, position + 1)
      }
      return position
    }
    return nil
  }

  func take(_ period: NamedPeriod, _ clause: inout Clause) {
    guard var earlier = clause.period else {
      clause.period = period
      return
    }
    // 2025年 ... 上半年
    if earlier.startYear != nil, earlier.startMonth == nil, period.startYear == nil {
      earlier.startMonth = period.startMonth
      earlier.endMonth = period.endMonth
      clause.period = earlier
    } else {
      clause.period = period
    }
  }

  /// Strips verbs, comparisons and adverbs from the end, and notes what they say.
  func trail(_ clause: inout Clause, _ quantity: Quantity) {
    let start = clause.head.lowerBound
    var end = clause.head.upperBound
    loop: while end > start {
      if scan.indicator(start..<end) != nil { break }
      let last = UTF8Scalar.before(end, in: text, start: start)
      if let period = period(endingAt: end), period.range.lowerBound >= start {
        end = period.range.lowerBound
        let before = scan.scalar(before: end, from: start)
        if [0x6BD4, 0x8F83, 0x4E0E].contains(before) {  // 比较与
          clause.baseYear = period.endYear
          clause.hasCompare = true
          end -= 3
        } else if clause.period == nil {
          clause.period = period
        } else if clause.verb == .to || clause.isFrom || clause.verb == .none {
          clause.period = period
        }
        if quantity.kind == .ratio, clause.baseYear == nil {
          clause.baseYear = period.endYear
          if period.isPlan, isWholePlan(period) { clause.basePlan = period }
          if clause.period?.range == period.range { clause.period = nil }
        }
        continue
      }
      if PhraseScanner.isMark(last.scalar) {
        end -= last.length
        continue
      }
      if let streak = streak(endingAt: end, from: start) {
        end = streak
        continue
      }
      // 提高到每人每月700元
      if let base = perHead(endingAt: end, from: start), quantity.kind == .level {
        end = base
        continue
      }
      // 一九五三年至一九八〇年的二十八年间
      if let between = yearsBetween(endingAt: end, from: start) {
        clause.period = between
        end = between.range.lowerBound
        if [0x4ECE, 0x81EA, 0x7531].contains(scan.scalar(before: end, from: start)) { end -= 3 }  // 从自由
        continue
      }
      // “九五”时期的1.8倍
      if scan.ends(start..<end, with: "时期") || scan.ends(start..<end, with: "期间"), period(endingAt: end - 6) != nil {
        end -= 6
        continue
      }
      switch last.scalar {
      case 0x7684, 0x4E86:  // 的了
        end -= 3
        continue
      case 0x5360: break loop  // 占
      case 0x5728 where saysChange(endingAt: end - 3, from: start):  // 增长在8%左右
        end -= 3
        continue
      case 0x6309 where clause.verb == .rise || clause.verb == .fall:  // 按增长5%安排
        end -= 3
        continue
      case 0x4ECE, 0x7531:  // 从由
        clause.isFrom = true
        end -= 3
        continue
      default: break
      }
      let mask: Cues.Parts = [
        .each, .both, .rise, .fall, .to, .rankVerb, .compare, .average, .adverb, .goal, .estimate, .before,
      ]
      guard let cue = scan.cue(mask, endingAt: end, from: start) else { break }
      let length = end - cue.start
      let single = length == 3
      if cue.parts.contains(.each) {
        clause.each = true
      } else if cue.parts.contains(.both) {
        if scan.scalar(at: cue.start, to: end) == 0x540C { break loop }  // 同
        // 户均, 人均, 亩均, 日均
        if [0x6237, 0x4EBA, 0x4EA9, 0x65E5, 0x5E74, 0x6708].contains(scan.scalar(before: cue.start, from: start)) {
          break loop
        }
        clause.both = true
      } else if cue.parts.contains(.average) {
        clause.hasAverage = true
        if let years = ChineseNumeral.digit(scan.scalar(at: cue.start, to: end)), years > 1 {
          clause.averagedYears = years
        }
      } else if !cue.parts.isDisjoint(with: [.rise, .fall]) {
        // 森林抚育及改造提升
        if quantity.kind == .level, isActOfMending(endingAt: cue.start, from: start) { break loop }
        if single, !acceptsShortVerb(cue.start, start, quantity, clause) {
          if !cue.parts.contains(.to) { break loop }
          if clause.verb == .none { clause.verb = .to }
        } else if clause.verb == .none
          || clause.verb == .to && quantity.kind != .level && !scan.has("新增", at: cue.start, to: end)
        {
          clause.verb = cue.parts.contains(.rise) ? .rise : .fall
          clause.verbRange = cue.start..<end
        } else if clause.verb == .to || clause.verb == .rank {
          break loop
        }
      } else if !cue.parts.isDisjoint(with: [.to, .rankVerb]) {
        if single, cue.start > start, quantity.kind != .rank, !acceptsShortTo(cue.start, start, quantity) { break loop }
        if quantity.kind == .rank {
          guard cue.parts.contains(.rankVerb) || cue.parts.contains(.to) else { break loop }
          clause.verb = .rank
          if single, [0x4ECE, 0x7531].contains(scan.scalar(at: cue.start, to: end)) { clause.isFrom = true }
        } else if cue.parts.contains(.to) {
          if clause.verb == .none {
            clause.verb = .to
            clause.verbRange = cue.start..<end
          }
        } else {
          break loop
        }
      } else if cue.parts.contains(.compare) {
        clause.hasCompare = true
        if scan.has("年初", at: cue.start, to: end), length == 6 { clause.isFromYearStart = true }
      } else if !cue.parts.isDisjoint(with: .before) {
        if single { break loop }
      } else if cue.parts.contains(.adverb) {
        if single,
          ![0x5171, 0x5DF2, 0x4EC5, 0x53EA, 0x5C06, 0x5404, 0x4E5F, 0x8FD8, 0x53C8].contains(
            scan.scalar(at: cue.start, to: end)
          )
        {
          break loop
        }
        if scan.has("累计", at: cue.start, to: end) { clause.isCumulative = true }
        // 收入合计 is more than 收入.
        if scan.has("合计", at: cue.start, to: end) || scan.has("总计", at: cue.start, to: end),
          scan.ends(start..<cue.start, with: "收入") || scan.ends(start..<cue.start, with: "支出")
        {
          break loop
        }
      }
      end = cue.start
    }
    if clause.verb == .rise, !clause.hasCompare, scan.ends(clause.verbRange, with: "新增") {
      // 新增5万人 is an act, 比年初新增 a change.
      if end > start {
        clause.verb = .to  // 机构新增47家
      } else {
        clause.verb = .none
        end = clause.verbRange.upperBound
      }
    }
    clause.head = start..<end
    if quantity.kind == .rank { rankParts(&clause) }
    comparison(&clause, quantity)
    if quantity.kind == .percent || quantity.kind == .structure { whole(&clause) }
  }

  private func saysChange(endingAt end: Int, from start: Int) -> Bool {
    guard let cue = scan.cue([.rise, .fall], endingAt: end, from: start) else { return false }
    return end - cue.start >= 6 && !scan.ends(cue.start..<end, with: "增量")
  }

  /// A span of years that 的N年间 follows.
  private func yearsBetween(endingAt end: Int, from start: Int) -> NamedPeriod? {
    guard scan.ends(start..<end, with: "年间"),
      let found = periods.last(where: { $0.range.upperBound <= end - 6 && $0.range.lowerBound >= start }),
      found.startYear != found.endYear, scan.has("的", at: found.range.upperBound, to: end)
    else { return nil }
    return found
  }

  private func isWholePlan(_ period: NamedPeriod) -> Bool {
    scan.has("时期", at: period.range.upperBound, to: sentence.upperBound)
      || scan.has("期间", at: period.range.upperBound, to: sentence.upperBound)
  }

  /// 断面比例连续两年为100%: how long it has held is no part of the name.
  private func streak(endingAt end: Int, from start: Int) -> Int? {
    guard [0x5E74, 0x5EA6, 0x6B21, 0x6708].contains(scan.scalar(before: end, from: start)) else { return nil }
    let cut = withoutCount(start..<end)
    guard cut < end, cut > start, scan.has("连续", at: cut, to: end) || scan.has("已连续", at: cut, to: end) else {
      return nil
    }
    return cut
  }

  /// 每人每月, 每亩: the base of a sum that stands right before it.
  private func perHead(endingAt end: Int, from start: Int) -> Int? {
    for word in ["每人每月", "每人每年", "每月每人", "每年每人", "每户每年", "每人", "每月", "每年", "每亩"] as [StaticString]
    where scan.ends(start..<end, with: word) && end - word.utf8CodeUnitCount > start {
      return end - word.utf8CodeUnitCount
    }
    return nil
  }

  /// 高, 低, 多, 少, 快, 增 and the like are verbs only in a comparison, or right behind a name.
  func acceptsShortVerb(_ position: Int, _ start: Int, _ quantity: Quantity, _ clause: Clause) -> Bool {
    let verb = scan.scalar(at: position, to: position + 3)
    let before = scan.scalar(before: position, from: start)
    switch verb {
    case 0x589E, 0x964D, 0x5347, 0x6DA8, 0x8DCC:  // 增降升涨跌
      return quantity.kind == .percent || quantity.kind == .point
    case 0x9AD8, 0x4F4E, 0x591A, 0x5C11, 0x5FEB, 0x6162:  // 高低多少快慢
      return quantity.kind == .point || comparisonStart(start..<position) != nil
    case 0x7FFB: return quantity.kind == .ratio  // 翻
    case 0x8D85:  // 超
      return quantity.kind == .point
    case 0x51CF:  // 减
      return quantity.kind == .percent && before != 0x7F29
    default: return false
    }
  }

  func acceptsShortTo(_ position: Int, _ start: Int, _ quantity: Quantity) -> Bool {
    let verb = scan.scalar(at: position, to: position + 3)
    let before = scan.scalar(before: position, from: start)
    switch verb {
    case 0x4E3A:  // 为: 作成认视分
      return ![0x4F5C, 0x8BA4, 0x89C6].contains(before)
    case 0x6709: return ![0x62E5, 0x6240, 0x56FD, 0x5171].contains(before)  // 有: 拥所国共
    case 0x8BA1: return ![0x9884, 0x7EDF, 0x8BBE, 0x5BA1, 0x4F1A, 0x4F30, 0x5408, 0x603B, 0x5171].contains(before)  // 计
    case 0x5230: return ![0x9047, 0x5F97, 0x53D7].contains(before)  // 到
    case 0x5360, 0x538B: return false
    case 0x5728:  // 在170万吨以上: 存现所潜
      return (quantity.boundAfter || quantity.kind == .percent) && ![0x5B58, 0x73B0, 0x6240, 0x6F5C].contains(before)
    case 0x8FBE: return ![0x4E0B, 0x9001, 0x62B5, 0x76F4, 0x8F6C, 0x8868, 0x53D1].contains(before)  // 达: 下送抵直转表发
    case 0x662F, 0x81F3, 0x4EC5, 0x8D85: return true
    default: return true
    }
  }

  func period(startingAt position: Int) -> NamedPeriod? {
    periods.first { $0.range.lowerBound == position }
  }

  func period(endingAt position: Int) -> NamedPeriod? {
    periods.first { $0.range.upperBound == position }
  }

  var periods: [NamedPeriod] { lexer.periods }
}
