import Documents
import Lexicon

/// Names that stand elsewhere than right before the values that are dealt out to them.
extension FigureReader {
  /// - Returns: as many subjects as there are values, or `nil` where the head names them itself.
  func subjects(dealtBy clause: Clause, _ measure: Observation.Measure, _ count: Int) -> [Subject]? {
    guard count > 1 else { return nil }
    if let subjects = namesBeforeVerb(clause.head, count) { return subjects }
    if let goals = goals(clause, measure, count) { return goals }
    let isOne = sentence.elided(clause.head, count).count == 1
    if isOne, let parts = industries(count) { return parts.map { uncoded($0 + scan.bytes(clause.head)) } }
    if let named = namesBetweenCommas(clause.head, count) { return named }
    // 省重点项目22个、市重点项目26个，分别完成投资…: of the things counted.
    let parts = sentence.split(clause.head)
    guard isOne, clause.each, parts.isLight, !parts.object.isEmpty, !scan.isIndicator(parts.object) else {
      return nil
    }
    let last = lastSubjects(count)
    return last.count == count ? last.map { uncoded($0.indicator + scan.bytes(parts.object)) } : nil
  }

  /// 甲、乙分别实现产值: the names before 分别, and behind it what is measured of each, or what each did.
  private func namesBeforeVerb(_ head: Range<Int>, _ count: Int) -> [Subject]? {
    guard let each = scan.find("分别", in: head), each > head.lowerBound, each + 6 < head.upperBound else { return nil }
    let names = sentence.elided(scan.trimmed(head.lowerBound..<each), count)
    let parts = sentence.split(scan.trimmed((each + 6)..<head.upperBound))
    guard names.count == count, !parts.object.isEmpty else { return nil }
    // 甲镇、乙镇分别新建停车位9个、8个: to each its own.
    if !parts.isLight, parts.action != nil,
      names.allSatisfy({ name in
        ["镇", "乡", "县", "区", "街道"].contains { (word: StaticString) in name.ends(with: word) }
      })
    {
      return names.map { name in
        var subject = uncoded(scan.bytes(parts.object), action: parts.action)
        subject.area = name
        return subject
      }
    }
    guard parts.isLight else { return nil }
    return names.map { uncoded($0 + scan.bytes(parts.object)) }
  }

  /// 分别完成目标任务的158%、161%: of the goal of each name that was told before.
  private func goals(_ clause: Clause, _ measure: Observation.Measure, _ count: Int) -> [Subject]? {
    guard measure == .share else { return nil }
    let head = clause.head
    guard let start = scan.word(.goal, endingAt: head.upperBound, from: head.lowerBound), start - head.lowerBound <= 12
    else { return nil }
    let last = lastSubjects(count)
    return last.count == count ? last.map { uncoded(goalShare($0.indicator, start..<head.upperBound)) } : nil
  }

  /// 占目标任务比重, of a name.
  func goalShare(_ name: [UInt8], _ goal: Range<Int>) -> [UInt8] {
    name + Array("占".utf8) + scan.bytes(goal) + Array("比重".utf8)
  }

  /// 三次产业结构为4:29:67，对经济增长的贡献率分别为…: of the industries whose shares were told.
  private func industries(_ count: Int) -> [[UInt8]]? {
    let names = ["第一产业", "第二产业", "第三产业"]
    guard count == 3, drafts.contains(where: { $0.measure == .share && $0.indicator.starts(with: "第三产业增加值占") }) else {
      return nil
    }
    return names.map { Array($0.utf8) }
  }

  /// 金属制品业，专用设备制造业，汽车制造业增加值分别增长…: commas between the names.
  private func namesBetweenCommas(_ head: Range<Int>, _ count: Int) -> [Subject]? {
    guard memory.named.count + 1 == count, scan.cue(.act, at: head.lowerBound, to: head.upperBound) == nil,
      let noun = scan.word(.measure, endingAt: head.upperBound, from: head.lowerBound)
    else {
      return nil
    }
    let measured = scan.bytes(noun..<head.upperBound)
    return memory.named.map { uncoded(scan.bytes($0) + measured) } + [uncoded(scan.bytes(head))]
  }
}
