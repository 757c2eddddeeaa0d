import Documents
import Lexicon

/// Ranks.
extension FigureReader {
  mutating func readRank(_ item: Item, _ given: Clause) {
    var clause = given
    let quote = item.quantity.quote
    let printsUnit =
      quote.count > 3
      && (scan.ends(quote, with: "位") || scan.ends(quote, with: "名") || scan.ends(quote, with: "首"))
    if scan.ends(item.before, with: "以来") { takeYearsSince(item.before, &clause) }
    guard clause.verb == .rank || clause.rank.scope != nil || !clause.rank.base.isEmpty || printsUnit else { return }
    let roster = takeRoster(&clause)
    var who =
      roster.map { uncoded($0) }
      ?? (clause.head.isEmpty ? subject(clause.head) : rated(clause.head, clause, item.quantity))
    if who.indicator.isEmpty {
      // 总分位列全国第二: what is ranked is all that is said.
      let words = clause.rank.baseWords.isEmpty ? clause.rank.scope ?? clause.rank.baseWords : clause.rank.baseWords
      guard words.count > 9 || !clause.rank.baseWords.isEmpty else { return }
      who.indicator = scan.bytes(words)
    }
    if !clause.head.isEmpty {
      memory.last.subject = who
    } else if clause.both, memory.last.subjects.count > 1 {
      let names = memory.last.subjects.suffix(max(2, memory.segment.figuresBefore)).map(\.indicator)
      who = who.renamed(Array(names.joined(separator: Array("、".utf8))))
      memory.last.subjects = []
    }
    who.action = nil
    emit(item, clause, who, .rank, as: .aside)
  }

  /// 为1961年以来第二高: ranked among those years.
  private func takeYearsSince(_ before: Range<Int>, _ clause: inout Clause) {
    for verb in ["为", "是", "创", "居", "列"] as [StaticString] {
      guard let found = scan.find(verb, in: before), before.upperBound - found <= 60 else { continue }
      clause.rank.scope = (found + verb.utf8CodeUnitCount)..<before.upperBound
      clause.head = clause.head.lowerBound..<max(clause.head.lowerBound, min(clause.head.upperBound, found))
      clause.verb = .rank
      return
    }
  }

  /// 甲县、乙市分别居全国百强县第4、第9: of places that stand alone the roster is what is ranked, and its first word among
  /// whom.
  func takeRoster(_ clause: inout Clause) -> [UInt8]? {
    guard clause.head.isEmpty, !clause.place.each.isEmpty, let scope = clause.rank.scope, scope.count > 12,
      ["全国", "全省", "全市"].contains(where: { (word: StaticString) in scan.starts(scope, with: word) }),
      ["县", "区", "市", "榜", "镇", "百强"].contains(where: { (word: StaticString) in scan.ends(scope, with: word) })
    else { return nil }
    clause.rank.scope = scope.lowerBound..<(scope.lowerBound + 6)
    return scan.bytes(scope)
  }

  func rankBase(_ clause: Clause) -> Observation.RankBase {
    if clause.rank.baseBefore.contains(.rankOfLevel) { return .level }
    if clause.rank.base.contains(.rankOfGrowth) { return .growth }
    if clause.rank.base.contains(.rankOfLevel) { return .level }
    return clause.head.isEmpty && hasGrown ? .growth : .level
  }
}
