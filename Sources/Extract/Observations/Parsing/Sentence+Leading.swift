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
        // 7月底前建成
        if scan.has("前", at: start, to: end), !scan.scalar(at: start + 3, to: end).isOne(of: "期沿海列端景瞻三两十百五") {
          start += 3
        }
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
      case "扣" where scan.has("扣除", at: start, to: end) && scan.word(.transfer, at: start + 6, to: end) != nil,
        "剔" where scan.has("剔除", at: start, to: end) && scan.word(.transfer, at: start + 6, to: end) != nil,
        "减" where scan.has("减除", at: start, to: end) && scan.word(.transfer, at: start + 6, to: end) != nil:
        // 扣除上解支出: what is taken from an account's own sum.
        start += 6
        continue
      // 实现每个乡镇建有…
      case "实" where scan.has("实现每个", at: start, to: end) && eachArea(start + 6, end) != nil:
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
        scan.indicatorEnd(at: own, to: end) != nil || opensAboutOwnArea(own, end)
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
      guard var cue = scan.cue(mask, at: start, to: end) else { break }
      if let known, known > cue.end { break }
      if let word = scan.word(.adverbword, at: start, to: end), cue.end - start == 3 || word > cue.end,
        !opensAct(behind: start, over: word, end)
      {
        break
      }
      // 全市共同建成, 全县共计新建: the mark is the next word's.
      if cue.end - start > 6, scan.has("共", at: cue.end - 3, to: cue.end),
        scan.has("计", at: cue.end, to: end) || scan.word(.adverbword, at: cue.end - 3, to: end) != nil
      {
        cue.end -= 3
      }
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

  /// 共建成 is 建成 behind 共, where 共建 would leave half a verb.
  private func opensAct(behind mark: Int, over word: Int, _ end: Int) -> Bool {
    guard scan.has("共", at: mark, to: end), let act = scan.cue(.act, at: mark + 3, to: end) else { return false }
    return act.end - mark >= 9 && act.end > word && scan.has("成", at: word, to: end)
  }

  /// 共有医院3家, 新建学校2所, 规模以上企业 behind the area's own name: what is told of the whole of it.
  private func opensAboutOwnArea(_ position: Int, _ end: Int) -> Bool {
    guard let cue = scan.cue([.ownArea, .adverb, .act, .to, .preverb], at: position, to: end) else {
      return scan.word(.restriction, at: position, to: end) != nil
    }
    return cue.parts.contains(.ownArea) || cue.end - position >= 6 && cue.end < end
  }
}
