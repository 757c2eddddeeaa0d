import Lexicon

extension ClauseReader {
  /// A head with its verb of acting cut off.
  struct ActionParts {
    var action: [UInt8]?
    var object: Range<Int>
    /// 完成, 实施: the verb takes an activity.
    var isLight = false
    /// 实现, 完成: before an indicator it only says that the value was reached.
    var isReach = false
    /// 水路 of 水路完成货运量.
    var owner: Range<Int>?
  }

  func split(_ head: Range<Int>) -> ActionParts {
    guard !head.isEmpty, scan.indicator(head) == nil else { return ActionParts(action: nil, object: head) }
    if let found = leadingAction(head) {
      // 引导银行发放贷款: what is done stands behind whom.
      if let action = found.action,
        ["引导", "推动", "支持", "促进", "鼓励", "帮助"].contains(where: { $0.utf8.elementsEqual(action) }),
        let inner = innerAction(found.object), inner.action != nil, !inner.object.isEmpty
      {
        return inner
      }
      return found
    }
    return innerAction(head) ?? ActionParts(action: nil, object: head)
  }

  private func leadingAction(_ head: Range<Int>) -> ActionParts? {
    let end = head.upperBound
    var head = head
    if (scan.cue(.act, at: head.lowerBound, to: end)?.end ?? 0) - head.lowerBound < 6 {
      // 重点培育, 累计引进
      var start = head.lowerBound
      while let word = scan.cue(.preverb, at: start, to: end), word.end < end { start = word.end }
      if start > head.lowerBound, scan.cue(.act, at: start, to: end) != nil { head = start..<end }
    }
    guard let verb = scan.cue(.act, at: head.lowerBound, to: end), !scan.has("的", at: verb.end, to: end) else {
      return nil
    }
    if isClassWord(verb.end, end) { return nil }
    if let known = scan.indicatorEnd(at: head.lowerBound, to: end), known > verb.end, known == end { return nil }
    if let word = UnitWords.wordEnd(at: head.lowerBound, in: scan, to: end), word > verb.end { return nil }
    // 投资项目, 出口企业: a one-character verb is too weak to trust.
    if verb.end - head.lowerBound == 3, verb.end < end, !scan.has("了", at: verb.end, to: end) { return nil }
    var actionEnd = verb.end
    let isLight = verb.parts.contains(.lightAct)
    if !isLight {
      while actionEnd < end {
        var next = actionEnd
        for word in ["、", "和", "及", "并", "或者", "或"] as [StaticString] where scan.has(word, at: next, to: end) {
          next += word.utf8CodeUnitCount
          break
        }
        guard let more = scan.cue(.act, at: next, to: end), more.end - next >= 6,
          !more.parts.contains(.lightAct), more.end < end || next == actionEnd
        else { break }
        // 建设改造项目 keeps 改造 with its noun where a name of three or more characters begins there.
        if scan.indicatorEnd(at: next, to: end) != nil { break }
        if next == actionEnd, more.end == end { break }
        // 新建供水管线: the second verb belongs to the noun.
        if next == actionEnd, Self.nounLike.contains(where: { scan.has($0, at: next, to: more.end) }) { break }
        if nounFollows(more.end, end) { break }
        // 举办招聘会: the second verb is half of a word.
        if isHalfWord(more.end..<end) { break }
        actionEnd = more.end
      }
    }
    var object = scan.trimmed(actionEnd..<end)
    if scan.has("了", at: object.lowerBound, to: end) { object = (object.lowerBound + 3)..<end }
    object = withoutAdverbs(object)
    let action = scan.bytes(head.lowerBound..<actionEnd)
    let isReach = isLight
    if isGeneric(object) || isHalfWord(object) { return nil }
    return ActionParts(action: action, object: object, isLight: isLight, isReach: isReach)
  }

  /// 实施类项目, 建设期, 引导性投资: the verb says of what kind a thing is.
  private func isClassWord(_ position: Int, _ end: Int) -> Bool {
    let next = scan.scalar(at: position + 3, to: end)
    switch scan.scalar(at: position, to: end) {
    case "类", "型", "性", "者", "费": return next != "似" && next != "别"  // 类型性者费, 类似, 类别
    case "期": return !next.isOne(of: "货刊间末权")
    default: return false
    }
  }

  /// 营造林, 缓税费: what is left behind the verb is no word.
  private func isHalfWord(_ object: Range<Int>) -> Bool {
    guard object.count == 3 else { return false }
    // 人村户县镇乡路桥井树楼厂站市区渠闸库园校
    return !scan.scalar(at: object.lowerBound, to: object.upperBound).isOne(of: "人村户县镇乡路桥井树楼厂站市区渠闸库园校")
  }

  private static let nounLike: [StaticString] = [
    "供水", "供热", "供电", "供气", "发电", "引水", "改水", "培训", "服务", "就业", "创业", "投资", "交易", "结算", "养殖", "种植", "灌溉", "排水", "救助",
    "融资",
    "担保", "补助", "补贴", "研发", "检测", "监测", "贷款", "生产", "加工", "消费",
  ]

  /// 新开工面积: a noun that the verb makes a name of.
  private func isGeneric(_ object: Range<Int>) -> Bool {
    for word in ["面积", "里程", "人数", "金额", "总额", "额", "量", "率", "规模", "总量", "用地", "收入", "支出", "结余"] as [StaticString]
    where object.count == word.utf8CodeUnitCount && scan.starts(object, with: word) {
      return true
    }
    return false
  }

  /// 改造项目, 建设工程: the verb is the noun's own.
  private func nounFollows(_ position: Int, _ end: Int) -> Bool {
    for word in ["项目", "工程", "任务", "行动", "面积", "资金", "基金", "用地", "计划", "工作", "标准", "能力", "基地", "中心", "事项", "试点"]
      as [StaticString]
    where scan.has(word, at: position, to: end) {
      // 盘活标准化厂房: no noun of the verb's.
      return !scan.has("化", at: position + word.utf8CodeUnitCount, to: end)
    }
    return false
  }

  private func withoutAdverbs(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound {
      if let period = period(startingAt: start), period.range.upperBound <= range.upperBound {
        start = period.range.upperBound
        continue
      }
      if scan.indicatorEnd(at: start, to: range.upperBound) != nil { break }
      guard let cue = scan.cue([.ownArea, .adverb], at: start, to: range.upperBound), cue.end < range.upperBound,
        cue.parts.contains(.ownArea) || scan.has("各类", at: start, to: range.upperBound)
          || scan.has("全年", at: start, to: range.upperBound)
      else { break }
      start = cue.end
    }
    for word in ["各类", "各级各类", "各种", "一批"] as [StaticString] where scan.has(word, at: start, to: range.upperBound) {
      if scan.indicatorEnd(at: start, to: range.upperBound) == nil { start += word.utf8CodeUnitCount }
    }
    return start..<range.upperBound
  }

  /// 为企业减税, 在全省率先完成改造: the verb stands behind whom or where.
  private func innerAction(_ head: Range<Int>) -> ActionParts? {
    let end = head.upperBound
    var position = scan.next(head.lowerBound, end)
    let opensWith = ["聚焦", "围绕", "依托", "针对", "按照", "瞄准", "立足"].contains { (word: StaticString) in
      scan.has(word, at: head.lowerBound, to: end)
    }
    let hasPreposition =
      opensWith
      || scan.scalar(at: head.lowerBound, to: end).isOne(of: "为对在向通以从用将与由把")
    while position < end {
      if text[position] == UInt8(ascii: "\"") {
        var close = position + 1
        while close < end, text[close] != UInt8(ascii: "\"") { close += 1 }
        position = min(end, close + 1)
        continue
      }
      if let known = scan.indicatorEnd(at: position, to: end), known == end {
        // X实现Y, 全市完成Y: what stands before is who. 为企业减税降费: for whom.
        return hasPreposition ? ActionParts(action: nil, object: position..<end) : nil
      }
      // 生产 of 生产总值, 转移 of 转移支付 are no verbs.
      if let known = scan.indicatorEnd(at: position, to: end), known - position >= 12 {
        position = known
        continue
      }
      if let word = UnitWords.wordEnd(at: position, in: scan, to: end) {
        position = word
        continue
      }
      // 税务部门组织的各项收入: the verb describes.
      if let verb = scan.cue(.act, at: position, to: end), verb.end - position >= 6,
        !scan.has("的", at: verb.end, to: end)
      {
        let left = head.lowerBound..<position
        if isReachVerb(position, verb.end) {
          let object = withoutAdverbs(scan.trimmed(verb.end..<end))
          if object.isEmpty { return nil }
          // 水路完成货运量: whose it is.
          if !isAgent(left), !hasPreposition, left.count <= 60, isMeasureNoun(object) {
            return ActionParts(action: nil, object: object, owner: left)
          }
          if isAgent(left) || hasPreposition {
            return ActionParts(action: scan.bytes(position..<verb.end), object: object, isLight: true, isReach: true)
          }
        } else if isAgent(left) || hasPreposition || isWinning(position, verb.end) || isAdding(position..<verb.end, end)
        {
          let object = withoutAdverbs(scan.trimmed(verb.end..<end))
          let action = scan.bytes(position..<verb.end)
          if isGeneric(object) || isHalfWord(object) { return nil }
          if object.isEmpty {
            return hasPreposition ? ActionParts(action: nil, object: position..<verb.end) : nil
          }
          return ActionParts(
            action: action,
            object: object,
            isLight: verb.parts.contains(.lightAct),
            isReach: verb.parts.contains(.lightAct)
          )
        }
        position = verb.end
        continue
      }
      position = scan.next(position, end)
    }
    return nil
  }

  /// 运动员获得金牌: who won is not what was won.
  private func isWinning(_ start: Int, _ end: Int) -> Bool {
    ["获得", "夺得", "荣获", "斩获", "摘得", "赢得", "取得", "共取得"].contains { (word: StaticString) in
      scan.has(word, at: start, to: end) && end - start == word.utf8CodeUnitCount
    }
  }

  /// 自贸区新增创新成果: where they were added; 农村劳动力新增转移就业 is a name.
  private func isAdding(_ verb: Range<Int>, _ end: Int) -> Bool {
    verb.count == 6 && end - verb.upperBound >= 9 && scan.has("新增", at: verb.lowerBound, to: end)
      && scan.find("就业", in: verb.upperBound..<end) == nil
  }

  private func isMeasureNoun(_ object: Range<Int>) -> Bool {
    guard object.count <= 36 else { return false }
    for noun in Self.nouns where scan.ends(object, with: noun) { return true }
    for noun in ["营业额", "额", "量", "值", "里程", "总额"] as [StaticString] where scan.ends(object, with: noun) { return true }
    return false
  }

  private func isReachVerb(_ start: Int, _ end: Int) -> Bool {
    scan.has("实现", at: start, to: end) || scan.has("完成", at: start, to: end)
  }

  /// Whether the stretch names who acts, or where.
  func isAgent(_ range: Range<Int>) -> Bool {
    for word in [
      "政府", "部门", "公司", "集团", "银行", "委员会", "单位", "机构", "我们", "群众", "干部", "全年", "地区", "全市", "全省", "全县", "财政", "各地", "各级",
      "方面", "以来", "方式", "累计", "共", "已", "将", "并", "率先", "中央", "国家", "上级", "各县区", "一年",
    ] as [StaticString] where scan.ends(range, with: word) {
      return true
    }
    return false
  }

  /// The text behind a number: a noun, and what happens to it.
  struct PredicateParts {
    var noun: Range<Int>
    var predicate: [UInt8]?
    /// Of 列入Y, 成长为Y: Y.
    var object: [UInt8]?
  }

  func splitPredicate(_ after: Range<Int>) -> PredicateParts {
    var start = after.lowerBound
    let end = after.upperBound
    if scan.has("的", at: start, to: end) { start += 3 }
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
        position > start || cue.parts.contains(.manner), !isHalfNoun(start..<position),
        isPredicate(position, cue, start..<position, end)
      {
        let noun = scan.trimmed(start..<position)
        var verb = position
        while let manner = scan.cue(.manner, at: verb, to: end), manner.end < end, !manner.parts.contains(.act),
          !scan.has("达到", at: verb, to: end)
        {
          verb = manner.end
        }
        var result = PredicateParts(noun: noun, predicate: scan.bytes(verb..<end), object: nil)
        for word in ["列入", "成长为", "申报", "晋升为", "获评", "获批", "升级为", "创成"] as [StaticString]
        where scan.has(word, at: verb, to: end) {
          let object = scan.trimmed((verb + word.utf8CodeUnitCount)..<end)
          if !object.isEmpty {
            result.predicate = scan.bytes(verb..<(verb + word.utf8CodeUnitCount))
            result.object = scan.bytes(object)
          }
        }
        return result
      }
      // 8项工作获省政府激励, 3个村被认定为…, 5名干部赴…
      let scalar = scan.scalar(at: position, to: end)
      if scalar == "获" || scalar == "被" || scalar == "赴", position >= start + 3,
        !scan.has("获得", at: position, to: end) || position >= start + 6
      {
        // 医护人员奔赴: the verb begins where the noun ends.
        let cut = countedEnd(start..<end).map { min($0, position) } ?? position
        if cut < position {
          return PredicateParts(noun: scan.trimmed(start..<cut), predicate: scan.bytes(cut..<end), object: nil)
        }
        return PredicateParts(noun: scan.trimmed(start..<position), predicate: scan.bytes(position..<end), object: nil)
      }
      position = scan.next(position, end)
    }
    if let told {
      return PredicateParts(noun: scan.trimmed(start..<told), predicate: scan.bytes(told..<end), object: nil)
    }
    if let noun = countedEnd(start..<end), scan.cue(.act, at: start, to: noun) == nil {
      return PredicateParts(noun: scan.trimmed(start..<noun), predicate: scan.bytes(noun..<end), object: nil)
    }
    return PredicateParts(noun: start..<end, predicate: nil, object: nil)
  }

  private static let activities: [StaticString] = [
    "城市更新", "数字化转型", "智能化改造", "数字化改造", "提质改造", "提升改造", "升级改造", "更新改造", "提档升级", "提质升级", "转型升级", "雨污分流", "雨污分流改造", "清产核资",
    "改造升级", "改造提升", "扩能改造", "技术改造", "提标改造", "前期工作", "综合整治", "综合治理", "生态修复", "增资扩产", "规范化建设", "标准化建设", "征迁", "拆迁",
    "应改尽改", "应保尽保", "应助尽助", "应治尽治", "应收尽收", "应享尽享", "动态清零", "全部清零",
  ]

  /// 27个片区城市更新: what is done to the things counted has a noun's form.
  private func activityStart(_ after: Range<Int>) -> Int? {
    var found: Int?
    for word in Self.activities where scan.ends(after, with: word) {
      let cut = after.upperBound - word.utf8CodeUnitCount
      if cut >= after.lowerBound + 6 { found = min(found ?? cut, cut) }
    }
    guard let found, !scan.ends(after.lowerBound..<found, with: "、"), !scan.ends(after.lowerBound..<found, with: "和")
    else { return nil }
    return found
  }

  /// 7家化工园区安全风险等级达到D级: a grade that the things counted have reached.
  private func gradeStart(_ after: Range<Int>) -> Int? {
    guard
      let reach = scan.find("达到", in: after) ?? scan.find("达标", in: after) ?? scan.find("提升至", in: after)
        ?? scan.find("实现全", in: after)
    else { return nil }
    var cut: Int?
    for word in [
      "园区", "断面", "水库", "河流", "小区", "社区", "学校", "医院", "乡镇", "街道", "县城", "企业", "项目", "景区", "水源地", "机组", "指标", "卫生院",
      "县区", "开发区",
      "卫生室", "村", "机构",
    ] as [StaticString] {
      if let found = scan.find(word, in: after.lowerBound..<reach) {
        cut = min(cut ?? .max, found + word.utf8CodeUnitCount)
      }
    }
    guard let cut, cut < reach else { return cut == reach ? reach : nil }
    return cut
  }

  /// 已 of 已签约项目: what stands before the verb is no noun.
  private func isHalfNoun(_ range: Range<Int>) -> Bool {
    guard range.count == 3 else { return false }
    // 已拟待新未在被
    return scan.scalar(at: range.lowerBound, to: range.upperBound).isOne(of: "已拟待新未在被")
  }

  private func isPredicate(_ position: Int, _ cue: (end: Int, parts: Cues.Parts), _ noun: Range<Int>, _ end: Int)
    -> Bool
  {
    if cue.parts.contains(.manner) { return true }
    if cue.end == end { return true }
    // 10个乡村建设示范乡镇: the verb is half of the name.
    if ["示范", "试点", "样板", "标杆", "先行", "先进"].contains(where: { (word: StaticString) in
      scan.has(word, at: cue.end, to: end)
    }) {
      return false
    }
    for word in [
      "列入", "纳入", "入选", "成为", "成长为", "获评", "通过", "进入", "开展", "配备", "编制", "参加", "荣获", "获得", "晋升", "申报", "获批", "实现", "完成",
      "建成", "竣工", "开工", "投产", "完工", "落地", "开通", "通车", "启用", "揭牌", "签约", "投用",
    ] as [StaticString] where scan.has(word, at: position, to: end) {
      return true
    }
    if scan.cue(.manner, at: cue.end, to: end)?.end == end { return true }
    if nounFollows(cue.end, end) || end - cue.end <= 6 { return false }
    if scan.cue(.manner, at: cue.end, to: end) != nil { return true }
    for word in [
      "企业", "项目", "村", "人", "户", "家庭", "机构", "单位", "社区", "产品", "景区", "学校", "平台", "公司", "银行", "商", "街路", "园区", "医院",
      "乡镇", "人员", "群众",
      "资金", "党员", "干部", "老人", "学生", "问题", "小区", "政策", "部门", "事项", "实事",
    ] as [StaticString] where scan.ends(noun, with: word) {
      return true
    }
    return false
  }
}
