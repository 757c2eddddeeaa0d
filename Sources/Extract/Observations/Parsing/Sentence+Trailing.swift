import Lexicon

/// What stands right before a number: verbs, comparisons, adverbs.
extension Sentence {
  /// Strips verbs, comparisons and adverbs from the end, and notes what they say.
  func trail(_ clause: inout Clause, _ quantity: Quantity) {
    let start = clause.head.lowerBound
    var end = clause.head.upperBound
    loop: while end > start {
      if scan.isIndicator(start..<end) { break }
      let last = CodePoint.before(end, in: text, start: start)
      if let period = period(endingAt: end), period.range.lowerBound >= start {
        end = period.range.lowerBound
        let before = scan.scalar(before: end, from: start)
        if before.isOne(of: "比较与") {
          clause.time.base = period.endYear
          clause.hasCompare = true
          end -= 3
          if scan.scalar(before: end, from: start) == "相" { end -= 3 }
        } else if isPassed(period) {
          clause.time.base = period.endYear
        } else if clause.time.named == nil {
          clause.time.named = period
        } else if clause.verb == .to || clause.isFrom || clause.verb == .none {
          clause.time.named = period
        }
        if quantity.kind == .ratio, clause.time.base == nil {
          clause.time.base = period.endYear
          if period.isPlan, isWholePlan(period) { clause.time.basePlanEnd = period.endYear }
          if clause.time.named?.range == period.range { clause.time.named = nil }
        }
        continue
      }
      if PhraseScanner.isMark(last.scalar) {
        end -= last.length
        continue
      }
      // 预算③: the mark of a footnote
      if (0x2460...0x2473).contains(last.scalar.value), end - last.length > start {
        end -= last.length
        continue
      }
      // 为预算(调整后，下同)的98%: the bracket explains the word before it.
      if last.scalar == ")", let open = asideStart(endingAt: end, from: start) {
        end = open
        continue
      }
      if let streak = streak(endingAt: end, from: start) {
        end = streak
        continue
      }
      // 赤字率拟按3%安排, 支出约按2%递增
      if quantity.kind == .percent, let base = rateBase(endingAt: end, from: start) {
        end = base.end
        if let verb = base.verb, clause.verb == .none { clause.verb = verb }
        continue
      }
      // 占年度计划的119%
      if quantity.kind == .percent, isShareOfPlan(start..<end) { break }
      // 旅游收入两年实现翻番
      if quantity.kind == .ratio, scan.ends(start..<end, with: "年"), period(endingAt: end) == nil {
        let cut = withoutCount(start..<end)
        if cut < end, cut > start {
          var position = cut
          clause.time.taken = yearCount(&position, end)
          end = cut
          continue
        }
      }
      // 提高到每人每月700元
      if quantity.kind == .level, let base = perHead(endingAt: end, from: start) {
        end = base
        continue
      }
      // 新增就业5万人，超年度目标1万人
      if quantity.kind == .level, clause.verb == .none, let goal = overGoal(endingAt: end, from: start) {
        clause.verb = .rise
        clause.verbRange = goal..<end
        clause.hasCompare = true
        end = goal
        continue
      }
      // 一九五三年至一九八〇年的二十八年间
      if let between = yearsBetween(endingAt: end, from: start) {
        clause.time.named = between
        end = between.range.lowerBound
        if scan.scalar(before: end, from: start).isOne(of: "从自由") { end -= 3 }
        continue
      }
      // “九五”时期的1.8倍
      if scan.ends(start..<end, with: "时期") || scan.ends(start..<end, with: "期间"), period(endingAt: end - 6) != nil {
        end -= 6
        continue
      }
      switch last.scalar {
      case "的", "了":
        end -= 3
        continue
      case "占": break loop
      case "在" where saysChange(endingAt: end - 3, from: start):  // 增长在8%左右
        end -= 3
        continue
      case "按" where clause.verb == .rise || clause.verb == .fall:  // 按增长5%安排
        end -= 3
        continue
      case "从", "由":
        clause.isFrom = true
        end -= 3
        continue
      default: break
      }
      let mask: Cues.Parts = [
        .each, .both, .rise, .fall, .to, .rankVerb, .compare, .average, .adverb, .goal, .estimate, .before,
      ]
      guard var cue = scan.cue(mask, endingAt: end, from: start) else {
        // 产量集中达到: how, right before the verb.
        guard clause.verb != .none, let how = scan.cue(.preverb, endingAt: end, from: start), end - how.start >= 6,
          how.start >= start + 6
        else { break }
        end = how.start
        continue
      }
      // 人均达到: 均 belongs to the word before.
      if end - cue.start > 3, scan.has("均", at: cue.start, to: end),
        scan.scalar(before: cue.start, from: start).isOne(of: "户人亩日年月平"),
        let verb = scan.cue(mask, endingAt: end, from: cue.start + 3)
      {
        cue = verb
      }
      // 收入总计为: 计 belongs to the noun.
      if scan.has("计为", at: cue.start, to: end), scan.scalar(before: cue.start, from: start).isOne(of: "总合") {
        cue.start += 3
      }
      let length = end - cue.start
      let single = length == 3
      if cue.parts.contains(.each) {
        clause.each = true
      } else if cue.parts.contains(.both) {
        if scan.scalar(at: cue.start, to: end) == "同" { break loop }
        // 户均, 人均, 亩均, 日均
        if single, scan.scalar(before: cue.start, from: start).isOne(of: "户人亩日年月") {
          break loop
        }
        // 失业率平均为5%
        if single, scan.scalar(before: cue.start, from: start) == "平" {
          end = cue.start - 3
          continue
        }
        clause.both = true
      } else if cue.parts.contains(.average) {
        clause.hasAverage = true
        if let years = ChineseNumeral.digit(scan.scalar(at: cue.start, to: end)), years > 1 {
          clause.time.averaged = years
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
          if single, scan.scalar(at: cue.start, to: end).isOne(of: "从由") { clause.isFrom = true }
        } else if cue.parts.contains(.to) {
          // 为预算数的98%: what the share is of.
          if quantity.kind == .percent, scan.ends(cue.start..<end, with: "预算数"), cue.start > start { break loop }
          // 收入共计 is more than 收入.
          if scan.has("共计", at: cue.start, to: end),
            scan.ends(start..<cue.start, with: "收入") || scan.ends(start..<cue.start, with: "支出")
          {
            break loop
          }
          if clause.verb == .none {
            clause.verb = .to
            clause.verbRange = cue.start..<end
          }
          // 优良天数达: 数 belongs to the name.
          if length == 6, scan.has("数达", at: cue.start, to: end),
            scan.scalar(before: cue.start, from: start).isOne(of: "天人次户家")
          {
            end = cue.start + 3
            break loop
          }
          // 市场主体总量达到: the noun is the name's, where a name stands before it.
          if cue.start > start, let noun = Self.totals.first(where: { scan.has($0, at: cue.start, to: end) }) {
            let nounEnd = cue.start + noun.utf8CodeUnitCount
            if scan.isIndicator(start..<nounEnd) || !scan.isIndicator(start..<cue.start) {
              end = nounEnd
              break loop
            }
          }
        } else {
          break loop
        }
      } else if cue.parts.contains(.compare) {
        clause.hasCompare = true
        if scan.has("年初", at: cue.start, to: end), length == 6 { clause.time.isFromYearStart = true }
      } else if !cue.parts.isDisjoint(with: .before) {
        if single { break loop }
      } else if cue.parts.contains(.adverb) {
        // 占省定目标的: what the share is of.
        if scan.ends(cue.start..<end, with: "目标"), scan.find("占", in: start..<cue.start) != nil { break loop }
        if single, !scan.scalar(at: cue.start, to: end).isOne(of: "共已仅只将各也还又"),
          !isModal(cue.start, start, clause)
        {
          break loop
        }
        // 税收返还, 债券偿还, 归还: half of a verb.
        if single, scan.scalar(at: cue.start, to: end) == "还",
          scan.scalar(before: cue.start, from: start).isOne(of: "返偿归退交发")
        {
          break loop
        }
        if scan.has("累计", at: cue.start, to: end) { clause.time.isCumulative = true }
        // 收入合计 is more than 收入.
        if scan.has("合计", at: cue.start, to: end) || scan.has("总计", at: cue.start, to: end),
          scan.ends(start..<cue.start, with: "收入") || scan.ends(start..<cue.start, with: "支出")
        {
          break loop
        }
      }
      end = cue.start
    }
    if clause.verb == .rise, !clause.hasCompare,
      scan.ends(clause.verbRange, with: "新增") || quantity.kind == .level && scan.ends(clause.verbRange, with: "净增")
    {
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
    clause.isCutting =
      clause.verb == .fall && !clause.hasCompare && !clause.head.isEmpty
      && ["压减", "压缩", "核减", "精简"].contains { (word: StaticString) in scan.ends(clause.verbRange, with: word) }
    if quantity.kind == .percent || quantity.kind == .structure { whole(&clause) }
  }

  private static let totals: [StaticString] = ["总数", "总量", "数量"]
}
