import Documents
import Lexicon

/// Sums of a budget that are shared out among households: the city's own, its counties, a zone.
extension FigureReader {
  /// 转贷县区9亿元, 市本级留用4亿元, 其中：县区16亿元: of what was told before, in the hands of a household.
  mutating func readHandedOn(_ item: Item, _ clause: Clause, _ parts: ActionParts) -> Bool {
    guard traits.isBudget, item.quantity.unitKind == .money else { return false }
    let isHanded =
      parts.action.map { $0.ends(with: "转贷") || $0.ends(with: "分配") || $0.ends(with: "留用") } ?? false
    let before = memory.last.subject
    if let told = handedInName(parts.object), let name = told.name.isEmpty ? before?.indicator : scan.bytes(told.name) {
      take(told.area)
      emit(item, clause, uncoded(name, action: scan.bytes(told.verb)), .level)
      return true
    }
    guard isHanded || parts.action == nil, let last = before else { return false }
    if parts.object.isEmpty {
      guard parts.action?.equals("留用") == true else { return false }
    } else if Self.households.contains(where: { scan.covers(parts.object, $0) }) {
      take(scan.bytes(parts.object))
    } else if isHanded, Self.own.contains(where: { scan.covers(parts.object, $0) }) {
      take(area(parts.object))
    } else if isHanded,
      sentence.places.end(at: parts.object.lowerBound, to: parts.object.upperBound, in: scan)?.end
        == parts.object.upperBound
    {
      take(scan.bytes(parts.object))
    } else {
      return false
    }
    // 市本级留用债券9亿元，其中一般债券4亿元、专项债券5亿元；转贷县区20亿元: of all bonds.
    let known = isHanded && opensGroup(item) ? memory.whole ?? last : last
    emit(item, clause, uncoded(known.indicator, action: parts.action ?? known.action), .level)
    return true
  }

  /// 债券市本级留用, 转移支付中分配市级: what, by which verb, to whom.
  private func handedInName(_ object: Range<Int>) -> (name: Range<Int>, verb: Range<Int>, area: [UInt8])? {
    let all = [Self.own, Self.households].joined()
    if scan.ends(object, with: "留用") {
      let front = object.lowerBound..<(object.upperBound - 6)
      guard let house = all.first(where: { scan.ends(front, with: $0) }) else { return nil }
      let cut = front.upperBound - house.utf8CodeUnitCount
      return (front.lowerBound..<cut, front.upperBound..<object.upperBound, area(cut..<front.upperBound))
    }
    guard let house = all.first(where: { scan.ends(object, with: $0) }) else { return nil }
    let cut = object.upperBound - house.utf8CodeUnitCount
    for verb in ["分配", "安排", "转贷", "留用"] as [StaticString] where scan.ends(object.lowerBound..<cut, with: verb) {
      var end = cut - verb.utf8CodeUnitCount
      for word in ["先行", "中"] as [StaticString] where scan.ends(object.lowerBound..<end, with: word) {
        end -= word.utf8CodeUnitCount
        break
      }
      return (object.lowerBound..<end, (cut - verb.utf8CodeUnitCount)..<cut, area(cut..<object.upperBound))
    }
    return nil
  }

  private func area(_ house: Range<Int>) -> [UInt8] {
    Self.own.contains { scan.covers(house, $0) } ? Array("市本级".utf8) : scan.bytes(house)
  }

  private static let own: [StaticString] = ["市本级", "市级"]

  private mutating func take(_ area: [UInt8]) {
    memory.last.area = area
    memory.group.places = [area]
  }

  /// Whether a semicolon stands between the figure before and this one.
  private func opensGroup(_ item: Item) -> Bool {
    guard let before = drafts.last?.quote, before.upperBound <= item.quantity.quote.lowerBound else { return false }
    return scan.find(";", in: before.upperBound..<item.quantity.quote.lowerBound) != nil
  }

  private static let households: [StaticString] = [
    "县区", "区县", "县(市、区)", "县市区", "旗县区", "各县区", "各县(市、区)", "区级", "县级", "各区", "市县",
  ]
}
