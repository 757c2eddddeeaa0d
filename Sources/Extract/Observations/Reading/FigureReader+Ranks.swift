import Documents
import Lexicon

/// Ranks.
extension FigureReader {
  mutating func readRank(_ item: Item, _ clause: Clause) {
    let quote = item.quantity.quote
    let printsUnit =
      quote.count > 3
      && (scan.ends(quote, with: "位") || scan.ends(quote, with: "名") || scan.ends(quote, with: "首"))
    guard clause.verb == .rank || clause.scope != nil || !clause.rankBase.isEmpty || printsUnit else { return }
    var who = clause.head.isEmpty ? subject(clause.head) : rated(clause.head, clause, item.quantity)
    if who.indicator.isEmpty {
      // 总分位列全国第二: what is ranked is all that is said.
      guard !clause.baseRange.isEmpty else { return }
      who.indicator = scan.bytes(clause.baseRange)
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

  func rankBase(_ clause: Clause) -> Observation.RankBase {
    if clause.rankBase.contains(.rankOfGrowth) { return .growth }
    if clause.rankBase.contains(.rankOfLevel) { return .level }
    return clause.head.isEmpty && hasGrown ? .growth : .level
  }
}
