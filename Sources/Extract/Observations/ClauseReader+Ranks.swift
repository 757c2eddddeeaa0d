import Documents
import Lexicon

extension ClauseReader {
  mutating func readRank(_ item: Item, _ clause: Clause) {
    let quantity = lexer.quantities[item.quantity]
    let printsUnit =
      quantity.quote.count > 3
      && (scan.ends(quantity.quote, with: "位") || scan.ends(quantity.quote, with: "名")
        || scan.ends(quantity.quote, with: "首"))
    guard clause.verb == .rank || clause.scope != nil || !clause.rankBase.isEmpty || printsUnit else { return }
    var who = clause.head.isEmpty ? subject(clause.head, clause) : rated(clause.head, clause, quantity)
    if who.indicator.isEmpty {
      // 总分位列全国第二: what is ranked is all that is said.
      guard !clause.baseRange.isEmpty else { return }
      who.indicator = scan.bytes(clause.baseRange)
    }
    if !clause.head.isEmpty {
      current = who
    }
    if clause.both, recent.count > 1, clause.head.isEmpty {
      let names = Array(recent.suffix(max(2, listedLast)))
      who = Subject(
        indicator: names.map(\.indicator).joined(separator: Array("、".utf8)).map { $0 },
        action: nil,
        code: nil,
        area: who.area
      )
      recent.removeAll()
    }
    who.action = nil
    emit(item, clause, who, .rank, keepsSubject: true)
  }

  func rankBase(_ clause: Clause) -> Observation.RankBase {
    if clause.rankBase.contains(.rankOfGrowth) { return .growth }
    if clause.rankBase.contains(.rankOfLevel) { return .level }
    return clause.head.isEmpty && (lastMeasure == .growth || lastMeasure == .averageGrowth) ? .growth : .level
  }
}
