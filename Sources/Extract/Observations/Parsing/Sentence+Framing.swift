import Lexicon

/// What a segment without a number says of those behind it.
extension Sentence {
  /// 限额以上单位商品零售额中: the segment frames the names behind it.
  func frame(_ segment: Range<Int>) -> (prefix: [UInt8], noun: [UInt8])? {
    guard scan.ends(segment, with: "中") else { return nil }
    var clause = Clause(head: segment.lowerBound..<(segment.upperBound - 3))
    if scan.starts(clause.head, with: "在") { clause.head = (clause.head.lowerBound + 3)..<clause.head.upperBound }
    lead(&clause)
    let head = clause.head
    if ["限额以上单位", "限额以上企业", "限上单位"].contains(where: { (word: StaticString) in
      head.count == word.utf8CodeUnitCount && scan.starts(head, with: word)
    }) {
      return (scan.bytes(head), [])
    }
    for noun in MeasureNouns.all where scan.ends(head, with: noun) {
      for owner in ["企业", "单位", "机构", "工业"] as [StaticString] {
        guard let found = scan.find(owner, in: head) else { continue }
        let end = found + owner.utf8CodeUnitCount
        return (
          scan.bytes(head.lowerBound..<end), scan.bytes((head.upperBound - noun.utf8CodeUnitCount)..<head.upperBound)
        )
      }
    }
    return nil
  }

  /// 动力电池产业集聚了…: a stretch without a number says whose the figures behind it are.
  func industry(opening head: Range<Int>) -> Range<Int>? {
    for word in ["产业", "集群"] as [StaticString] {
      guard let found = scan.find(word, in: head) else { continue }
      let end = found + word.utf8CodeUnitCount
      guard end - head.lowerBound <= 36, end < head.upperBound, gathers(end..<head.upperBound),
        scan.find("、", in: head.lowerBound..<end) == nil, scan.cue(.act, at: head.lowerBound, to: end) == nil
      else { continue }
      return head.lowerBound..<end
    }
    return nil
  }

  private func gathers(_ predicate: Range<Int>) -> Bool {
    ["集聚", "聚集", "拥有", "形成"].contains { (verb: StaticString) in scan.starts(predicate, with: verb) }
  }

  /// 支出进度持续高于同期水平, 前三季度快4.5个百分点: what stands before the first verb.
  func topic(_ head: Range<Int>) -> Range<Int>? {
    guard head.count <= 60, scan.find("、", in: head) == nil else { return nil }
    var end = head.lowerBound
    while end < head.upperBound,
      scan.cue([.rise, .fall, .compare, .manner], at: end, to: head.upperBound).map({ $0.end - end < 6 }) ?? true
    {
      end = scan.next(end, head.upperBound)
    }
    guard end > head.lowerBound + 3, scan.cue(.act, at: head.lowerBound, to: end) == nil else { return nil }
    return scan.trimmed(head.lowerBound..<end)
  }
}
