import Documents
import Lexicon

extension ClauseReader {
  mutating func readItems(_ given: [Item]) {
    let items = lendNouns(given)
    let drafted = drafts.count
    segmentFrom = drafted
    defer { listedLast = drafts.count - drafted }
    var index = 0
    while index < items.count {
      let item = items[index]
      let quantity = lexer.quantities[item.quantity]
      let clause = clause(item.before, quantity)
      take(areaOf: clause)
      if clause.isChild, parent == nil || !inChild {
        parent = recent.last(where: { $0.area == self.area }) ?? current ?? parent
        inChild = true
      }
      // Values that only marks join share what stands before the first.
      var last = index
      while last + 1 < items.count, items[last + 1].isJoined, scan.trimmed(items[last + 1].before).isEmpty,
        isAlike(quantity, lexer.quantities[items[last + 1].quantity]),
        scan.trimmed(items[last].after).isEmpty
      {
        last += 1
      }
      if quantity.kind == .structure {
        var end = index
        while end + 1 < items.count, lexer.quantities[items[end + 1].quantity].kind == .structure, end - index < 2 {
          end += 1
        }
        readStructure(Array(items[index...end]), clause)
        index = end + 1
        continue
      }
      spreadBounds(items[index...last])
      // 52户、130人全部达到标准: what stands behind the last is said of all.
      if last > index, quantity.kind == .level, clause.head.isEmpty, clause.verb == .none,
        !scan.trimmed(items[last].after).isEmpty
      {
        for place in index...last {
          var whole = items[place]
          whole.after = items[last].after
          readItem(whole, clause, isFirst: place == 0)
        }
        index = last + 1
        continue
      }
      if last > index || clause.each {
        readList(items[index...last], clause)
      } else {
        readItem(item, clause, isFirst: index == 0)
      }
      index = last + 1
    }
    carriedAction = drafts.last.flatMap { last in last.action.map { ($0, last.unit) } }
    sharedAction = nil
    sharedAtLeast = false
  }

  /// 200个省重点、500个市重点项目: the noun behind the second is that of the first.
  mutating func lendNouns(_ given: [Item]) -> [Item] {
    var items = given
    for index in items.indices.dropLast() where items[index + 1].isJoined {
      let own = scan.trimmed(items[index].after)
      let next = scan.trimmed(items[index + 1].after)
      for word in ["重点", "国家级", "省级", "市级", "县级"] as [StaticString]
      where own.count <= 24 && scan.ends(own, with: word) && scan.trimmed(items[index + 1].before).isEmpty {
        let mark: StaticString = word.utf8CodeUnitCount == 6 ? word : "级"
        guard let found = scan.find(mark, in: next) else { continue }
        let noun = (found + mark.utf8CodeUnitCount)..<next.upperBound
        if noun.count >= 6, noun.count <= 45 { items[index].lentNoun = splitPredicate(noun).noun }
        break
      }
    }
    return items
  }

  private func isAlike(_ a: Quantity, _ b: Quantity) -> Bool {
    a.kind == b.kind && (a.kind != .level || a.unitKind == b.unitKind)
  }

  /// "分别增长5%、6.5%左右", "分别突破9千亿元、3万亿元": one bound governs all values of the list.
  private mutating func spreadBounds(_ items: ArraySlice<Item>) {
    guard items.count > 1, let first = items.first, let last = items.last else { return }
    let head = lexer.quantities[first.quantity]
    let tail = lexer.quantities[last.quantity]
    if tail.boundAfter, items.dropLast().allSatisfy({ !lexer.quantities[$0.quantity].boundAfter }) {
      for item in items.dropLast() where lexer.quantities[item.quantity].comparator == .equal {
        lexer.quantities[item.quantity].comparator = tail.comparator
      }
    }
    if head.boundBefore, items.dropFirst().allSatisfy({ !lexer.quantities[$0.quantity].boundBefore }) {
      for item in items.dropFirst() where lexer.quantities[item.quantity].comparator == .equal {
        lexer.quantities[item.quantity].comparator = head.comparator
      }
    }
  }

  // MARK: One value

  mutating func readItem(_ item: Item, _ clause: Clause, isFirst: Bool) {
    if clause.atLeast { sharedAtLeast = true }
    let quantity = lexer.quantities[item.quantity]
    switch quantity.kind {
    case .rank: readRank(item, clause)
    case .bare:
      guard clause.verb == .rise || clause.verb == .fall else { return }
      lexer.quantities[item.quantity].kind = .percent
      lexer.quantities[item.quantity].unit = [0x25]
      emit(item, clause, subject(clause.head, clause), measureOf(lexer.quantities[item.quantity], clause))
    case .structure: break
    case .percent, .point, .ratio: readRate(item, clause)
    case .level, .zero: readLevel(item, clause, isFirst: isFirst)
    }
  }
}
