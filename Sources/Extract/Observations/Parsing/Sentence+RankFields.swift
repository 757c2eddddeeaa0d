import Lexicon

/// Among how many somebody is ranked, and in what contest: 在全省16个市综合考核中列第3位.
extension Sentence {
  /// 全省16个市综合考核: of whom, the contest in which, and where that begins.
  struct RankField {
    let scope: Range<Int>
    /// 综合考核; empty where only the field is told.
    let contest: Range<Int>
  }

  /// The field that ends at `end`: a count of those who are ranked, and what follows it.
  func rankField(endingAt end: Int, from start: Int) -> RankField? {
    guard
      let count = quantities.last(where: { $0.kind == .level && $0.unitKind == .count && $0.quote.upperBound <= end }),
      count.quote.lowerBound >= start, end - count.quote.upperBound <= 60
    else { return nil }
    var told = scan.trimmed(count.quote.upperBound..<end)
    if scan.ends(told, with: "中") { told = told.lowerBound..<(told.upperBound - 3) }
    guard !told.isEmpty, scan.cue([.rankVerb, .to], at: told.lowerBound, to: told.upperBound) == nil else {
      return nil
    }
    let scope = scopeEnding(at: count.quote.lowerBound, from: start) ?? count.quote.lowerBound
    return RankField(
      scope: scope..<(scope < count.quote.lowerBound ? count.quote.lowerBound : told.upperBound),
      contest: scan.ends(told, with: .contest) ? told : told.upperBound..<told.upperBound
    )
  }

  /// Whether a count says among how many the rank behind it was reached, and is no figure of its own.
  func isRankField(_ index: Int, _ after: Range<Int>) -> Bool {
    guard after.count >= 3, let rank = rankBehind(index) else { return false }
    let start = tokens[index].range.lowerBound
    let before = range.lowerBound..<start
    let scope = scopeEnding(at: start, from: range.lowerBound)
    let front = range.lowerBound..<(scope ?? start)
    if scan.ends(front, with: "在") || scan.cue(.rankVerb, endingAt: front.upperBound, from: front.lowerBound) != nil {
      return true
    }
    // 全国86个同类城市第4位
    return scope != nil && !before.isEmpty && scan.cue(.act, at: after.lowerBound, to: rank) == nil
      && isSettlement(scan.trimmed(after.lowerBound..<rank))
  }

  /// Where the rank begins that a number is followed by, with at most a bracket between.
  private func rankBehind(_ index: Int) -> Int? {
    var next = index + 1
    if next < tokens.count, tokens[next].kind == .open {
      while next < tokens.count, tokens[next].kind != .close { next += 1 }
      next += 1
    }
    guard next < tokens.count, tokens[next].kind == .quantity, quantities[tokens[next].index].kind == .rank else {
      return nil
    }
    return tokens[next].range.lowerBound
  }

  private func isSettlement(_ name: Range<Int>) -> Bool {
    ["市", "县", "区", "州", "省", "城", "国家", "园"].contains { (word: StaticString) in scan.ends(name, with: word) }
  }

  /// 在全省综合考核: what is ranked where nothing else is told, and among whom; 甲区在全省综合考核: the area.
  func contest(_ clause: inout Clause, _ field: RankField?) {
    if let field, !field.contest.isEmpty {
      guard takePlaces(clause.head, &clause) else { return }
      clause.head = withoutPlaceKind(field.contest)
      return
    }
    let start = scan.find("在", in: clause.head) ?? clause.head.lowerBound
    guard let told = contest(in: start..<clause.head.upperBound),
      takePlaces(scan.trimmed(clause.head.lowerBound..<start), &clause)
    else { return }
    clause.verb = .rank
    clause.rank.scope = clause.rank.scope ?? told.scope
    clause.head = told.name
  }

  /// 甲区、乙镇 before a contest: where it was won.
  /// - Returns: whether the words are that, or there are none.
  private func takePlaces(_ words: Range<Int>, _ clause: inout Clause) -> Bool {
    guard !words.isEmpty else { return true }
    let names = cut(words, at: ["、", "和", "与", "及"])
    guard names.allSatisfy({ isPlaceName($0) && !scan.ends($0, with: .contest) }) else { return false }
    clause.place.name = scan.bytes(words)
    clause.place.each = names.map { scan.bytes($0) }
    return true
  }

  /// 全省16个市综合考核: the 市 is counted, and no part of the name.
  private func withoutPlaceKind(_ name: Range<Int>) -> Range<Int> {
    for kind in ["市州", "县市区", "县区", "设区市", "地市", "市", "县", "区"] as [StaticString]
    where scan.starts(name, with: kind) && name.count > kind.utf8CodeUnitCount + 6 {
      let rest = (name.lowerBound + kind.utf8CodeUnitCount)..<name.upperBound
      return scan.scalar(at: rest.lowerBound, to: rest.upperBound).isOne(of: "域级") ? name : rest
    }
    return name
  }

  /// 在全省综合考核中, 全省综合考核: the contest, and its first word among whom.
  func contest(in head: Range<Int>) -> (name: Range<Int>, scope: Range<Int>)? {
    let isWithin = scan.starts(head, with: "在")
    let start = isWithin ? head.lowerBound + 3 : head.lowerBound
    let end = scan.ends(head, with: "中") ? head.upperBound - 3 : head.upperBound
    guard start < end, scan.ends(start..<end, with: .contest) || isWithin && scan.ends(start..<end, with: "排名"),
      let scope = scan.cue(.scope, at: start, to: end), scope.end < end, isWithin || isOwnWhole(start..<scope.end)
    else { return nil }
    return (scan.trimmed(scope.end..<end), start..<scope.end)
  }

  /// 全省综合考核第三; 全国文明城市测评 is a name.
  private func isOwnWhole(_ scope: Range<Int>) -> Bool {
    ["全省", "全市", "全县", "全区", "全州", "全盟"].contains { (word: StaticString) in scan.covers(scope, word) }
  }
}
