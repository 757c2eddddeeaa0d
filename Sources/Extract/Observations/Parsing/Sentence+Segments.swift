import Lexicon

/// The sentence as a tree: segments, their phrases, the items of these.
extension Sentence {
  /// The whole sentence's segments.
  func segments() -> [Segment] {
    segments(0..<tokens.count, range)
  }

  private typealias Enclosed = (tokens: Range<Int>, range: Range<Int>)

  /// Cuts at commas, semicolons and colons; what stands in brackets belongs to the segment in which they open.
  private func segments(_ within: Range<Int>, _ range: Range<Int>) -> [Segment] {
    var result: [Segment] = []
    result.reserveCapacity(1 + tokens[within].count { $0.kind == .comma || $0.kind == .semicolon || $0.kind == .colon })
    var start = range.lowerBound
    var first = within.lowerBound
    var index = within.lowerBound
    var brackets: [Enclosed] = []
    while index < within.upperBound {
      let token = tokens[index]
      switch token.kind {
      case .comma, .semicolon, .colon:
        let stretch = start..<token.range.lowerBound
        result.append(segment(first..<index, stretch, brackets, endsGroup: token.kind == .semicolon))
        brackets.removeAll(keepingCapacity: true)
        start = token.range.upperBound
        first = index + 1
      case .open:
        var close = index + 1
        while close < within.upperBound, tokens[close].kind != .close { close += 1 }
        if close < within.upperBound {
          brackets.append(((index + 1)..<close, token.range.upperBound..<tokens[close].range.lowerBound))
          index = close
        }
      default: break
      }
      index += 1
    }
    result.append(segment(first..<within.upperBound, start..<range.upperBound, brackets, endsGroup: false))
    return result
  }

  private func segment(
    _ within: Range<Int>,
    _ range: Range<Int>,
    _ brackets: [Enclosed],
    endsGroup: Bool
  ) -> Segment {
    let items = items(within, range, brackets)
    var heading: Clause?
    if items.isEmpty {
      let trimmed = scan.trimmed(range)
      if !trimmed.isEmpty {
        var clause = Clause(head: trimmed)
        lead(&clause)
        heading = clause
      }
    }
    return Segment(
      range: range,
      time: leadingTime(within, range, brackets),
      heading: heading,
      phrases: items.isEmpty ? [] : phrases(items),
      brackets: brackets.filter { tokens[$0.tokens].contains { $0.kind == .quantity } }.map { bracket($0) },
      endsGroup: endsGroup
    )
  }

  /// (含深汕合作区3亿元): the place behind the word is the area of what follows it, and no part of its text.
  private func bracket(_ given: Enclosed) -> Bracket {
    var range = given.range
    var area: [UInt8]?
    for word in ["不含", "不包括", "含", "不包含"] as [StaticString] where scan.starts(range, with: word) {
      range = (range.lowerBound + word.utf8CodeUnitCount)..<range.upperBound
      if let token = tokens[given.tokens].first(where: { $0.kind == .quantity }),
        token.range.lowerBound >= range.lowerBound
      {
        let name = scan.trimmed(range.lowerBound..<token.range.lowerBound)
        if !name.isEmpty, !scan.isIndicator(name), isPlaceName(name) {
          area = scan.bytes(name)
          range = token.range.lowerBound..<range.upperBound
        }
      }
      break
    }
    let first = tokens[given.tokens].firstIndex { $0.range.lowerBound >= range.lowerBound } ?? given.tokens.upperBound
    return Bracket(area: area, segments: segments(first..<given.tokens.upperBound, range))
  }

  // MARK: Phrases

  /// Numbers that only marks join share the clause before the first.
  private func phrases(_ given: [Item]) -> [Phrase] {
    var items = lendPredicates(lendNouns(given))
    var result: [Phrase] = []
    result.reserveCapacity(items.count)
    var index = 0
    while index < items.count {
      let quantity = items[index].quantity
      let clause = clause(items[index].before, quantity)
      var last = index
      if quantity.kind == .structure {
        while last + 1 < items.count, items[last + 1].quantity.kind == .structure, last - index < 2 { last += 1 }
        result.append(Phrase(form: .structure, clause: clause, items: items[index...last]))
        index = last + 1
        continue
      }
      while last + 1 < items.count, items[last + 1].isJoined, isEmptyOrBase(scan.trimmed(items[last + 1].before)),
        isAlike(quantity, items[last + 1].quantity) || clause.each && isDealt(quantity, items[last + 1].quantity),
        scan.trimmed(items[last].after).isEmpty
      {
        last += 1
      }
      if last > index { spreadBounds(&items[index...last]) }
      let form: Phrase.Form
      if last > index, quantity.kind == .level, clause.head.isEmpty, clause.verb == .none,
        !scan.trimmed(items[last].after).isEmpty
      {
        for place in index..<last { items[place].after = items[last].after }
        form = .shared
      } else {
        form = last > index || clause.each ? .list : .single
      }
      result.append(Phrase(form: form, clause: clause, items: items[index...last]))
      index = last + 1
    }
    return result
  }

  /// 每人每月720元、每人每年6600元: only the base of a sum stands before it.
  private func isEmptyOrBase(_ before: Range<Int>) -> Bool {
    before.isEmpty || scan.covers(before, .perhead)
  }

  private func isAlike(_ a: Quantity, _ b: Quantity) -> Bool {
    a.kind == b.kind && (a.kind != .level || a.unitKind == b.unitKind || isCounting(a) && isCounting(b))
  }

  /// 分别比上年增加2万人次、3亿元: each to a name of its own.
  private func isDealt(_ a: Quantity, _ b: Quantity) -> Bool {
    let amounts: [Quantity.Kind] = [.level, .percent, .point, .ratio]
    return amounts.contains(a.kind) && amounts.contains(b.kind)
  }

  /// 200个省重点、500个市重点项目: the noun behind the second is that of the first.
  private func lendNouns(_ given: [Item]) -> [Item] {
    var items = given
    for index in items.indices.dropLast() where items[index + 1].isJoined {
      let own = scan.trimmed(items[index].after)
      let next = scan.trimmed(items[index + 1].after)
      // 7个过百亿、12个过50亿项目
      for word in ["重点", "国家级", "省级", "市级", "县级", "亿级", "亿元", "亿", "千万元", "千万"] as [StaticString]
      where own.count <= 24 && scan.ends(own, with: word) && scan.trimmed(items[index + 1].before).isEmpty {
        let mark: StaticString = scan.ends(own, with: "级") ? "级" : word
        guard let found = scan.find(mark, in: next) else { continue }
        let noun = (found + mark.utf8CodeUnitCount)..<next.upperBound
        if noun.count >= 6, noun.count <= 45 { items[index].lentNoun = splitPredicate(noun).noun }
        break
      }
    }
    return items
  }

  /// 40家矿山和12家化工厂通过验收: what the last of the things counted do, all of them do.
  private func lendPredicates(_ given: [Item]) -> [Item] {
    var items = given
    for index in items.indices.dropLast().reversed()
    where items[index + 1].isJoined && isCounting(items[index].quantity) && isCounting(items[index + 1].quantity) {
      let own = scan.trimmed(items[index].after)
      let next = scan.trimmed(items[index + 1].after)
      // 代表建议90件、政协提案31件全部办复
      if own.isEmpty, !scan.trimmed(items[index].before).isEmpty, !scan.trimmed(items[index + 1].before).isEmpty {
        let told = splitPredicate(next)
        if told.noun.isEmpty, told.object == nil, scan.starts(next, with: "全部") || scan.starts(next, with: "均"),
          let predicate = told.predicate ?? items[index + 1].lentPredicate
        {
          items[index].lentPredicate = predicate
        }
        continue
      }
      guard own.count >= 3, next.count >= 9, scan.trimmed(items[index + 1].before).isEmpty else { continue }
      let told = splitPredicate(next)
      guard told.object == nil, !told.noun.isEmpty, !told.isGuessed,
        let predicate = told.predicate ?? items[index + 1].lentPredicate,
        scan.find("的", in: told.noun.upperBound..<next.upperBound) == nil,
        splitPredicate(own).predicate == nil,
        // 6条道路弱电入地、9条道路雨污分流: what is said of the first, though by words that no list has.
        own.count <= told.noun.count || !scan.bytes(own).starts(with: scan.bytes(told.noun))
      else { continue }
      items[index].lentPredicate = predicate
    }
    return items
  }

  /// 12户 and 4.3万 of 12户4.3万群众.
  private func isCounting(_ quantity: Quantity) -> Bool {
    quantity.kind == .level && (quantity.unitKind == .count || quantity.unit.equals("万"))
  }

  /// "分别增长5%、6.5%左右", "分别突破9千亿元、3万亿元": one bound governs all values of the list.
  private func spreadBounds(_ items: inout ArraySlice<Item>) {
    guard items.count > 1, let head = items.first?.quantity, let tail = items.last?.quantity else { return }
    if tail.boundAfter, items.dropLast().allSatisfy({ !$0.quantity.boundAfter }) {
      for index in items.indices.dropLast() where items[index].quantity.comparator == .equal {
        items[index].quantity.comparator = tail.comparator
      }
    }
    if head.boundBefore, items.dropFirst().allSatisfy({ !$0.quantity.boundBefore }) {
      for index in items.indices.dropFirst() where items[index].quantity.comparator == .equal {
        items[index].quantity.comparator = head.comparator
      }
    }
  }

  // MARK: Times

  /// The time that leads a segment.
  private func leadingTime(_ within: Range<Int>, _ range: Range<Int>, _ brackets: [Enclosed]) -> NamedPeriod? {
    for token in tokens[within] where token.kind == .period {
      let period = periods[token.index]
      let before = scan.scalar(before: period.range.lowerBound, from: range.lowerBound)
      if before.isOne(of: "比较与从由是为") || isPassed(period) { continue }
      if brackets.contains(where: { $0.range.contains(period.range.lowerBound) }) { continue }
      if isNamed(period) || isBase(period) { continue }
      return period.range.lowerBound - range.lowerBound <= 36 ? period : nil
    }
    return nil
  }

  /// 快于2024年1.8个百分点: what the points are set against.
  func isPassed(_ period: NamedPeriod) -> Bool {
    let start = period.range.lowerBound
    guard scan.scalar(before: start, from: range.lowerBound) == "于", start >= range.lowerBound + 6 else { return false }
    return scan.scalar(before: start - 3, from: range.lowerBound).isOne(of: "快慢高低优好")
      && quantities.contains { $0.kind == .point && $0.quote.lowerBound == period.range.upperBound }
  }

  /// 达到"十二五"末的1.6倍: what a multiple is of.
  private func isBase(_ period: NamedPeriod) -> Bool {
    var position = period.range.upperBound
    for word in ["时期", "期间", "末"] as [StaticString] where scan.has(word, at: position, to: range.upperBound) {
      position += word.utf8CodeUnitCount
    }
    guard scan.has("的", at: position, to: range.upperBound) else { return false }
    return quantities.contains { $0.kind == .ratio && $0.quote.lowerBound == position + 3 }
  }

  /// "十四五"规划, 自3月起: part of a name, or the day from which a rule holds.
  private func isNamed(_ period: NamedPeriod) -> Bool {
    let end = period.range.upperBound
    if scan.has("起", at: end, to: range.upperBound) || isBound(period) { return true }
    guard period.isPlan else { return false }
    if scan.has("\"计划", at: end, to: range.upperBound) || scan.has("计划", at: end, to: range.upperBound) {
      let mark = scan.has("\"", at: end, to: range.upperBound) ? 1 : 0
      return !scan.has("期间", at: end + mark + 6, to: range.upperBound)
        && !scan.has("时期", at: end + mark + 6, to: range.upperBound)
    }
    return scan.word(.planword, at: end, to: range.upperBound) != nil
  }

  /// 2000年以前建成的: a time that only bounds the things counted.
  func isBound(_ period: NamedPeriod) -> Bool {
    let end = period.range.upperBound
    return scan.has("以前", at: end, to: range.upperBound) || scan.has("之前", at: end, to: range.upperBound)
      || scan.has("以后", at: end, to: range.upperBound) || scan.has("前建成", at: end, to: range.upperBound)
      || scan.has("底前建成", at: end, to: range.upperBound)
  }
}
