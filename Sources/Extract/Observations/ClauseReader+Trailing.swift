import Lexicon

/// What stands right before a number: verbs, comparisons, adverbs.
extension ClauseReader {
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
      // 旅游收入两年实现翻番
      if quantity.kind == .ratio, scan.ends(start..<end, with: "年"), period(endingAt: end) == nil {
        let cut = withoutCount(start..<end)
        if cut < end, cut > start {
          var position = cut
          clause.takenYears = yearCount(&position, end)
          end = cut
          continue
        }
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

  private func isActOfMending(endingAt end: Int, from start: Int) -> Bool {
    for word in ["改造", "升级", "优化", "整治", "改建", "品质", "提质", "改扩建", "整合"] as [StaticString]
    where scan.ends(start..<end, with: word) {
      return true
    }
    return false
  }
}
