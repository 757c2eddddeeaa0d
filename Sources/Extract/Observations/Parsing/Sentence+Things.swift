import Lexicon

/// What a figure is said of where that stands apart from it: behind its stage, its cost or its purpose.
extension Sentence {
  // MARK: A noun and the verbs that share it

  private static let stages: [StaticString] = [
    "新开工建设", "竣工投产", "建成投产", "开工建设", "基本建成", "新签约", "新开工", "新竣工", "新投产", "开工", "竣工", "投产", "签约", "完工", "续建",
  ]

  /// 亿元以上项目新签约, 棚户区改造开工建设: the stage that the counted things have reached.
  func stage(endingAt head: Range<Int>) -> (noun: Range<Int>, verb: Range<Int>)? {
    for word in Self.stages where scan.ends(head, with: word) {
      let noun = head.lowerBound..<(head.upperBound - word.utf8CodeUnitCount)
      guard noun.count >= 6, !scan.ends(noun, with: "、"), !scan.ends(noun, with: "和"),
        scan.ends(noun, with: "项目") || scan.ends(noun, with: "改造") || scan.ends(noun, with: "住房")
          || scan.ends(noun, with: "工程") || scan.ends(noun, with: "用房")
      else { return nil }
      return (noun, noun.upperBound..<head.upperBound)
    }
    return nil
  }

  // MARK: A thing described by its cost

  /// 总投资80亿元的17个水利项目: the name behind the number that describes it.
  func described(behind item: Item) -> Range<Int>? {
    var start = item.quantity.quote.upperBound
    let end = range.upperBound
    guard scan.has("的", at: start, to: end) else { return nil }
    start += 3
    if let next = tokens.first(where: { $0.kind == .quantity && $0.range.lowerBound == start }) {
      start = next.range.upperBound
    }
    var stop = start
    while stop < end {
      let scalar = scan.scalar(at: stop, to: end)
      if scalar.isOne(of: ",;。，；(") { break }
      if tokens.contains(where: { $0.kind == .quantity && $0.range.lowerBound == stop }) { break }
      stop = scan.next(stop, end)
    }
    let noun = splitPredicate(start..<stop).noun
    return noun.count >= 6 && noun.count <= 90 ? noun : nil
  }

  private static let costs: [StaticString] = ["总投资", "投资", "计划总投资", "概算总投资", "全长", "总规模", "总面积", "建筑面积", "总建筑面积", "占地"]

  /// 总投资, or the end of 跑办总投资, 一批总投资.
  func cost(endingAt object: Range<Int>) -> Range<Int>? {
    if isCost(object) { return object }
    for word in ["计划总投资", "概算总投资", "总投资"] as [StaticString]
    where scan.ends(object, with: word) && object.count <= word.utf8CodeUnitCount + 12 {
      return (object.upperBound - word.utf8CodeUnitCount)..<object.upperBound
    }
    return nil
  }

  func isCost(_ object: Range<Int>) -> Bool {
    Self.costs.contains { scan.covers(object, $0) }
  }

  // MARK: What money is for

  /// 安排3000万元，支持乡村教育: what the money is for.
  private func opensPurpose(_ position: Int, _ end: Int) -> Bool {
    Self.purposes.contains { scan.has($0, at: position, to: end) }
  }

  func purpose(behind item: Item) -> [UInt8]? {
    let end = range.upperBound
    var start = item.quantity.quote.upperBound
    while start < end, scan.scalar(at: start, to: end).isOne(of: ",，") { start = scan.next(start, end) }
    var verbs = 0
    while start < end {
      if let word = scan.cue([.preverb, .adverb], at: start, to: end), word.end - start >= 6,
        verbs == 0 || opensPurpose(word.end, end)
      {
        start = word.end  // 保障重点项目: no adverb there
      } else if let verb = Self.purposes.first(where: { scan.has($0, at: start, to: end) }) {
        start += verb.utf8CodeUnitCount
        verbs += 1
        if scan.has("和", at: start, to: end) || scan.has("、", at: start, to: end) { start += 3 }
      } else {
        break
      }
    }
    guard verbs > 0 else { return nil }
    var stop = start
    while stop < end {
      let scalar = scan.scalar(at: stop, to: end)
      if scalar.isOne(of: ",;:。，；：") { break }
      if let token = tokens.first(where: { $0.kind == .quantity && $0.range.lowerBound == stop }) {
        // 支持11个项目: what is counted is its own figure.
        stop = token.range.lowerBound
        break
      }
      stop = scan.next(stop, end)
    }
    var thing = scan.trimmed(start..<stop)
    for word in ["提升", "等"] as [StaticString] where scan.ends(thing, with: word) {
      thing = thing.lowerBound..<(thing.upperBound - word.utf8CodeUnitCount)
    }
    return thing.count >= 6 && thing.count <= 150 ? scan.bytes(thing) : nil
  }

  private static let purposes: [StaticString] = [
    "支持", "用于", "统筹", "主要用于", "推动", "推进", "强化", "健全", "提高", "促进", "保障", "确保", "落实", "加强", "优化", "完善", "提升", "实施", "开展",
    "加大",
    "助力",
    "深化", "巩固", "扩大", "改善", "加快", "培育", "发展", "做好", "重点用于", "专项用于", "全部用于", "重点支持", "重点保障", "统筹用于", "建设", "补助", "化解",
  ]
}
