import Lexicon

/// The text behind a number: a noun, and what happens to it.
struct PredicateParts {
  var noun: Range<Int>
  var predicate: [UInt8]?
  /// Of 列入Y, 成长为Y: Y.
  var object: [UInt8]?
  /// 上半年 of 3个项目上半年投产.
  var time: NamedPeriod?
  /// Whether no list has the verb, and only the noun tells where it begins.
  var isGuessed = false
}

/// The stretch behind a number as a noun and what is said of it.
extension Sentence {
  /// - Parameters:
  ///   - isCaused: whether the things counted are led to do something, or something is done for them: then the
  ///     first verb behind their noun is what that is.
  ///   - isMoved: whether 将 or 把 has led to them: so is any verb, whatever they are.
  func splitPredicate(_ after: Range<Int>, isCaused: Bool = false, isMoved: Bool = false) -> PredicateParts {
    var parts = split(after, isCaused: isCaused, isMoved: isMoved)
    if let told = aspectStart(parts) {
      parts.predicate = scan.bytes(told..<after.upperBound)
      parts.noun = scan.trimmed(parts.noun.lowerBound..<told)
    }
    if parts.predicate != nil, let timed = timeEnding(parts.noun) {
      parts.noun = timed.noun
      parts.time = timed.period
    }
    // 23个断面水质达标率100%: what is measured of them is no act.
    if let predicate = parts.predicate, predicate.ends(with: "率"), parts.object == nil, parts.isGuessed {
      parts.predicate = nil
    }
    if let predicate = parts.predicate,
      let denied = denial(endingAt: parts.noun.upperBound, from: parts.noun.lowerBound)
    {
      parts.predicate = scan.bytes(denied..<parts.noun.upperBound) + predicate
      parts.noun = parts.noun.lowerBound..<denied
    }
    if let predicate = parts.predicate, let place = placeOfActing(parts.noun) {
      parts.predicate = scan.bytes(place..<parts.noun.upperBound) + predicate
      parts.noun = parts.noun.lowerBound..<place
    }
    parts.noun = withoutAdverb(parts.noun, isActing: parts.predicate != nil)
    return parts
  }

  /// 12个基本建成, where 基本农田 and 集中供养对象 are counted: how something is done opens a predicate before an act.
  private func opensPredicate(_ position: Int, _ cue: (end: Int, parts: Cues.Parts), _ end: Int) -> Bool {
    cue.parts.contains(.manner) && scan.word(.adverbword, at: position, to: end) == nil
      && (cue.parts.isDisjoint(with: .preverb) || cue.parts.contains(.act) || cue.end == end
        || scan.cue([.act, .manner, .to], at: cue.end, to: end) != nil)
  }

  /// 主体 of 3个项目主体已完工: what the predicate is told of belongs to it.
  private func aspectStart(_ parts: PredicateParts) -> Int? {
    guard parts.predicate != nil, parts.object == nil, parts.noun.count > 12 else { return nil }
    let noun = withoutAdverb(parts.noun, isActing: true)
    return scan.word(.aspect, endingAt: noun.upperBound, from: noun.lowerBound + 6)
  }

  /// 未 of 6个项目未开工: what is not so is part of what is said.
  private func denial(endingAt end: Int, from start: Int) -> Int? {
    for word in ["尚未", "仍未", "还未", "均未", "未能", "没有", "未"] as [StaticString]
    where end - word.utf8CodeUnitCount >= start + 3 && scan.ends(start..<end, with: word) {
      return end - word.utf8CodeUnitCount
    }
    return nil
  }

  /// 超期未安置居民: what has not been done to them tells who they are.
  private func isLeftUndone(_ verb: Int, _ verbEnd: Int, _ tail: Range<Int>) -> Bool {
    scan.scalar(before: verb, from: tail.lowerBound) == "未" && scan.word(.doer, at: verbEnd, to: tail.upperBound) != nil
  }

  /// 选手在全国大赛中 of 选手在全国大赛中获奖: where those acted who are counted. 企业在建项目 is a name.
  private func placeOfActing(_ noun: Range<Int>) -> Int? {
    guard let place = scan.find("在", in: noun), place >= noun.lowerBound + 6,
      !scan.scalar(at: place + 3, to: noun.upperBound).isOne(of: "建校岗册编职线园读保库研产营途")
    else { return nil }
    return scan.ends(noun.lowerBound..<place, with: .doer) ? place : nil
  }

  /// 两个矿山项目已, 监测对象风险及时: what leads to the predicate. 79家用煤大户的: what leads to another number.
  private func withoutAdverb(_ noun: Range<Int>, isActing: Bool) -> Range<Int> {
    guard noun.count > 9 else { return noun }
    if !isActing { return scan.ends(noun, with: "的") ? noun.lowerBound..<(noun.upperBound - 3) : noun }
    var end = noun.upperBound
    while end > noun.lowerBound + 6 {
      if let leadin = scan.word(.leadin, endingAt: end, from: noun.lowerBound + 3) {
        end = leadin
        continue
      }
      // 5家企业分批陆续入驻, 2家工厂即将投产; in 两年内 the number is the time's.
      guard let how = scan.cue([.preverb, .adverb], endingAt: end, from: noun.lowerBound), end - how.start >= 6,
        how.start >= noun.lowerBound + 6, !scan.covers(how.start..<end, "目标"),
        !scan.scalar(before: how.start, from: noun.lowerBound).isOne(of: "一两二三四五六七八九十每近")
      else { break }
      end = how.start
    }
    if end < noun.upperBound, scan.ends(noun.lowerBound..<end, with: "的") { end -= 3 }
    return noun.lowerBound..<end
  }

  /// 入园企业年底前: by when they are to do it, and no part of their name.
  private func timeEnding(_ noun: Range<Int>) -> (noun: Range<Int>, period: NamedPeriod?)? {
    guard scan.scalar(before: noun.upperBound, from: noun.lowerBound).isOne(of: "前内底年末初度月来") else { return nil }
    if let period = periods.last(where: {
      $0.range.lowerBound >= noun.lowerBound + 3 && $0.range.upperBound <= noun.upperBound
    }
    ), noun.upperBound - period.range.upperBound <= 6 {
      return (noun.lowerBound..<period.range.lowerBound, period)
    }
    guard let time = scan.word(.bywhen, endingAt: noun.upperBound, from: noun.lowerBound + 6),
      !scan.scalar(before: time, from: noun.lowerBound).isOne(of: "一两二三五每")
    else { return nil }
    return (noun.lowerBound..<time, nil)
  }

  private func split(_ after: Range<Int>, isCaused: Bool, isMoved: Bool) -> PredicateParts {
    var start = after.lowerBound
    var end = after.upperBound
    // 在5个项目投产的基础上
    for word in ["的基础上", "基础上"] as [StaticString] where scan.ends(after, with: word) {
      end -= word.utf8CodeUnitCount
      break
    }
    if scan.has("的", at: start, to: end) { start += 3 }
    // 30个行业中有21个保持增长: a state, and no noun of its own.
    // Of 9家纳入名单的平台 it is a noun's.
    let isOfNoun = scan.scalar(at: start, to: end).isOne(of: "纳入列被") && scan.find("的", in: start..<end) != nil
    if !isOfNoun, scan.starts(start..<end, with: .state) {
      return PredicateParts(noun: start..<start, predicate: scan.bytes(start..<end), object: nil)
    }
    // 31个行业中有22个…: among them
    if scan.ends(start..<end, with: "中有"), end - start >= 12 {
      return PredicateParts(noun: start..<(end - 6), predicate: nil, object: nil)
    }
    // 35个行业大类中，21个…
    if scan.ends(start..<end, with: "中"), end - start >= 12,
      scan.scalar(before: end - 3, from: start).isOne(of: "类业品目标项家企位")
    {
      return PredicateParts(noun: start..<(end - 3), predicate: nil, object: nil)
    }
    // 1万户新(改)建卫生户厕: the act, then what it is done to.
    if scan.has("新(", at: start, to: end), let act = scan.cue(.act, at: start, to: end), end - act.end >= 6 {
      return PredicateParts(
        noun: start..<start,
        predicate: scan.bytes(start..<act.end),
        object: scan.bytes(act.end..<end)
      )
    }
    // 以29个重点镇为重点
    if let role = scan.word(.role, endingAt: end, from: start), role >= start + 6,
      scan.scalar(before: role, from: start) != "成"
    {
      return PredicateParts(noun: start..<role, predicate: nil, object: nil)
    }
    // 15万人口脱贫任务
    if scan.ends(start..<end, with: "任务"), end - start >= 18, scan.ends(start..<(end - 6), with: .tasktopic) {
      return PredicateParts(noun: start..<(end - 12), predicate: scan.bytes((end - 12)..<end), object: nil)
    }
    // 9万群众的饮水问题: whose it is
    if scan.ends(start..<end, with: .concern), let of = scan.find("的", in: start..<end),
      isPerson(endingAt: of, from: start) || scan.scalar(before: of, from: start).isOne(of: "村庄户人区校口民众镇乡县市")
    {
      return PredicateParts(noun: start..<of, predicate: scan.bytes((of + 3)..<end), object: nil)
    }
    let told = activityStart(start..<end) ?? gradeStart(start..<end)
    var position = start
    while position < told ?? end {
      if text[position] == UInt8(ascii: "\"") {
        var close = position + 1
        while close < end, text[close] != UInt8(ascii: "\"") { close += 1 }
        position = min(end, close + 1)
        continue
      }
      if let cue = scan.cue([.manner, .act], at: position, to: end), cue.end - position >= 6,
        position > start || opensPredicate(position, cue, end), !isHalfNoun(start..<position),
        !isLeftUndone(position, cue.end, start..<end),
        isPredicate(position, cue, start..<position, end)
          || isCaused && opensCaused(start..<position, cue.end, end)
          || isMoved && position >= start + 6 && end - cue.end >= 6 && !nounFollows(cue.end, end)
      {
        var verb = position
        var noun = scan.trimmed(start..<position)
        if scan.ends(noun, with: "进行"), noun.count > 6 { noun = noun.lowerBound..<(noun.upperBound - 6) }
        // 企业上云赋能: the first of two acts.
        if let first = scan.cue(.act, endingAt: noun.upperBound, from: noun.lowerBound),
          first.start >= noun.lowerBound + 6,
          noun.upperBound - first.start >= 6, noun.upperBound == position,
          scan.ends(noun.lowerBound..<first.start, with: .doer)
        {
          verb = first.start
          noun = noun.lowerBound..<verb
        }
        // 18条经验做法在全国推广
        if scan.ends(noun, with: "在全国全省"), noun.count > 18 {
          verb = noun.upperBound - 15
          noun = noun.lowerBound..<verb
        } else if ["在全国", "在全省", "在全市", "在全区"].contains(where: { (word: StaticString) in scan.ends(noun, with: word) }),
          noun.count > 12
        {
          verb = noun.upperBound - 9
          noun = noun.lowerBound..<verb
        }
        while let manner = scan.cue(.manner, at: verb, to: end), manner.end < end, !manner.parts.contains(.act),
          !scan.has("达到", at: verb, to: end)
        {
          verb = manner.end
        }
        var result = PredicateParts(noun: noun, predicate: scan.bytes(verb..<end), object: nil)
        if let stop = scan.word(.becoming, at: verb, to: end) {
          let object = scan.trimmed(stop..<end)
          // 获批建设: an act, and no thing
          let isAct =
            scan.cue(.act, at: stop, to: end)?.end == end || scan.covers(object, "上市") || scan.covers(object, "立项")
            || scan.ends(object, with: "优秀") || scan.ends(object, with: "先进")
          if !object.isEmpty, !isAct {
            result.predicate = scan.bytes(verb..<stop)
            result.object = scan.bytes(object)
          }
        }
        return result
      }
      // 推动9个园区与省外园区共建飞地, 40个单位对社会开放
      if isCaused, position >= start + 6, opensRelation(position, end) {
        return PredicateParts(noun: start..<position, predicate: scan.bytes(position..<end), object: nil)
      }
      // 8项工作获省政府激励, 3个村被认定为…, 5名干部赴…
      let scalar = scan.scalar(at: position, to: end)
      // 900名技术员到乡村开展服务
      if scalar == "到", position >= start + 6, isPerson(endingAt: position, from: start) {
        return PredicateParts(noun: start..<position, predicate: scan.bytes(position..<end), object: nil)
      }
      if scalar == "获" || scalar == "被" || scalar == "赴", position >= start + 3,
        !scan.has("获得", at: position, to: end) || position >= start + 6
      {
        // 医护人员奔赴: the verb begins where the noun ends.
        let cut = countedEnd(start..<end).map { min($0, position) } ?? position
        if cut < position {
          return PredicateParts(noun: scan.trimmed(start..<cut), predicate: scan.bytes(cut..<end), object: nil)
        }
        // 16个区均被评为…
        let isAll = position >= start + 6 && scan.scalar(before: position, from: start).isOne(of: "均都")
        let noun = scan.trimmed(start..<(isAll ? position - 3 : position))
        return PredicateParts(noun: noun, predicate: scan.bytes(position..<end), object: nil)
      }
      position = scan.next(position, end)
    }
    // 60个行政村环境整治: whose surroundings are put right.
    if let told, let cut = countedEnd(start..<told), cut >= start + 9, cut + 6 <= told {
      return PredicateParts(noun: start..<cut, predicate: scan.bytes(cut..<end), object: nil)
    }
    if let told {
      let ends = scan.ends(start..<told, with: "进行") && told - start > 6
      return PredicateParts(
        noun: scan.trimmed(start..<(ends ? told - 6 : told)),
        predicate: scan.bytes(told..<end),
        object: nil
      )
    }
    // 支持6家企业上市辅导备案
    if isCaused, let noun = scan.findInOrder(.counted, in: start..<end), noun.lowerBound == start,
      noun.count > 3, noun.upperBound + 12 <= end, !scan.ends(start..<end, with: "项目")
    {
      return PredicateParts(noun: noun, predicate: scan.bytes(noun.upperBound..<end), object: nil)
    }
    if let noun = countedEnd(start..<end), scan.cue(.act, at: start, to: noun) == nil {
      return PredicateParts(
        noun: scan.trimmed(start..<noun),
        predicate: scan.bytes(noun..<end),
        object: nil,
        isGuessed: true
      )
    }
    return PredicateParts(noun: start..<end, predicate: nil, object: nil)
  }

}
