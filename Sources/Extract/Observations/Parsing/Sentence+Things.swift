import Lexicon

/// What a figure is said of where that stands apart from it: behind its stage, its cost or its purpose.
extension Sentence {
  // MARK: A noun and the verbs that share it

  /// 亿元以上项目新签约, 棚户区改造开工建设: the stage that the counted things have reached.
  func stage(endingAt head: Range<Int>) -> (noun: Range<Int>, verb: Range<Int>)? {
    guard let start = scan.word(.stage, endingAt: head.upperBound, from: head.lowerBound) else { return nil }
    let noun = head.lowerBound..<start
    guard noun.count >= 6, !scan.ends(noun, with: "、"), !scan.ends(noun, with: "和"),
      scan.ends(noun, with: "项目") || scan.ends(noun, with: "改造") || scan.ends(noun, with: "住房")
        || scan.ends(noun, with: "工程") || scan.ends(noun, with: "用房")
    else { return nil }
    return (noun, start..<head.upperBound)
  }

  // MARK: A thing described by its cost

  /// 总投资80亿元的17个水利项目: the name behind the number that describes it.
  func described(behind item: Item) -> Range<Int>? {
    var start = item.quantity.quote.upperBound
    let end = range.upperBound
    // 总投资11亿元、占地600亩的职教园
    if scan.has("、", at: start, to: end),
      let size = tokens.first(where: { $0.kind == .quantity && $0.range.lowerBound > start }),
      ["、占地", "、占地面积", "、建筑面积", "、总建筑面积"].contains(where: { (word: StaticString) in
        scan.covers(start..<size.range.lowerBound, word)
      })
    {
      start = size.range.upperBound
    }
    guard scan.has("的", at: start, to: end) else { return nil }
    start += 3
    if let next = tokens.first(where: { $0.kind == .quantity && $0.range.lowerBound == start }) {
      start = next.range.upperBound
    }
    var stop = start
    var isListed = false
    while stop < end {
      let scalar = scan.scalar(at: stop, to: end)
      if scalar.isOne(of: ",;。，；(") { break }
      // 总投资20亿元的甲园、总投资30亿元的乙园
      isListed = scalar.isOne(of: "、和及") && scan.word(.cost, at: stop + 3, to: end) != nil
      if isListed { break }
      if tokens.contains(where: { $0.kind == .quantity && $0.range.lowerBound == stop }) { break }
      stop = scan.next(stop, end)
    }
    for word in ["等项目", "等工程", "等一批项目", "等", "和", "及"] as [StaticString] where scan.ends(start..<stop, with: word) {
      stop -= word.utf8CodeUnitCount
      isListed = true
      break
    }
    // In a list all of it is a name: 总投资9亿元的河道治理、…
    let noun = isListed ? start..<stop : splitPredicate(start..<stop).noun
    return noun.count >= 6 && noun.count <= 90 ? noun : nil
  }

  /// 总投资, or the end of 跑办总投资, 一批总投资.
  func cost(endingAt object: Range<Int>) -> Range<Int>? {
    if isCost(object) { return object }
    for word in ["计划总投资", "概算总投资", "总投资"] as [StaticString]
    where scan.ends(object, with: word) {
      // 跑办总投资, 甲公司等总投资
      let front = object.lowerBound..<(object.upperBound - word.utf8CodeUnitCount)
      guard
        front.count <= 12 || scan.ends(front, with: "等") || scan.ends(front, with: "的")
          || follows(object, "的")
      else { return nil }
      return front.upperBound..<object.upperBound
    }
    // 甲、乙等投资41亿元的13个项目
    if scan.ends(object, with: "等投资"), object.count > 15, scan.find("、", in: object) != nil, follows(object, "的") {
      return (object.upperBound - 6)..<object.upperBound
    }
    return nil
  }

  /// Whether a word stands right behind the number that follows a stretch.
  private func follows(_ object: Range<Int>, _ word: StaticString) -> Bool {
    guard let token = tokens.first(where: { $0.kind == .quantity && $0.range.lowerBound >= object.upperBound }) else {
      return false
    }
    return scan.has(word, at: token.range.upperBound, to: range.upperBound)
  }

  /// 一号水厂 of 推进一号水厂(总投资8亿元，…)、: the name right before a bracket that opens with a cost.
  func thing(describedIn bracket: Range<Int>) -> Range<Int>? {
    let end = bracket.lowerBound - 1
    guard end > range.lowerBound, text[end] == UInt8(ascii: "("),
      scan.word(.cost, at: bracket.lowerBound, to: bracket.upperBound) != nil,
      !tokens.contains(where: { $0.kind == .quantity && $0.range.upperBound == end })
    else { return nil }
    var start = end
    while start > range.lowerBound {
      let (scalar, length) = CodePoint.before(start, in: text, start: range.lowerBound)
      if scalar.isOne(of: "、,;:)") { break }
      start -= length
    }
    let name = scan.trimmed(split(start..<end).object)
    return name.count >= 6 && name.count <= 90 && !isListOfNames(name) ? name : nil
  }

  /// 计划增长6% and 目标为90% in a bracket: what was planned, and not what came.
  func tellsGoal(_ bracket: Range<Int>) -> Bool {
    for goal in ["年初计划", "年度计划", "计划", "年初目标", "年度目标", "预期目标", "目标"] as [StaticString]
    where scan.starts(bracket, with: goal) {
      let verb = bracket.lowerBound + goal.utf8CodeUnitCount
      return ["增长", "下降", "为", "完成", "达到"].contains { (word: StaticString) in
        scan.has(word, at: verb, to: bracket.upperBound)
      }
        || tokens.contains { $0.kind == .quantity && $0.range.lowerBound == verb }
    }
    return false
  }

  func isCost(_ object: Range<Int>) -> Bool {
    scan.covers(object, .cost)
  }

  // MARK: What money is for

  /// 安排3000万元，支持乡村教育: what the money is for.
  func purpose(behind item: Item) -> [UInt8]? {
    let end = range.upperBound
    var start = item.quantity.quote.upperBound
    while start < end, scan.scalar(at: start, to: end).isOne(of: ",，") { start = scan.next(start, end) }
    var verbs = 0
    while start < end {
      if let word = scan.cue([.preverb, .adverb], at: start, to: end), word.end - start >= 6,
        verbs == 0 || scan.word(.purpose, at: word.end, to: end) != nil
      {
        start = word.end  // 保障重点项目: no adverb there
      } else if let verb = scan.word(.purpose, at: start, to: end) {
        start = verb
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
}
