import Lexicon

/// A leading multiplier of a unit multiplied out: 亿元 is 100,000,000 元; 千克 and 千瓦 stay.
struct UnitConversions: Sendable {
  private let multipliers: [(name: [UInt8], factor: Double)]
  /// Of units that are no multipliers.
  private let names: ScalarTrie

  init(_ units: Units) {
    multipliers = units.all.filter { $0.kind == .multiplier }
      .map { unit in
        (Array(unit.name.utf8), (0..<unit.power).reduce(1.0) { factor, _ in factor * 10 })
      }
      .sorted { $0.0.count > $1.0.count }
    names = units.trie
  }

  /// - Returns: where the unit without its multiplier begins; `nil` where it has none.
  func base(_ unit: UnsafeBufferPointer<UInt8>) -> (factor: Double, start: Int)? {
    if names.longest(in: unit, from: 0, to: unit.count)?.end == unit.count { return nil }
    for (name, factor) in multipliers where unit.starts(with: name) { return (factor, name.count) }
    return nil
  }
}
