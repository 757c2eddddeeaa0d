/// Which of the current stages are run again: chosen by a seed, the same for the same store on every machine.
package struct TraceSample: Sendable {
  package enum Size: Sendable, Hashable {
    /// So many, or as many as there are.
    case count(Int)
    /// From 0 to 1.
    case share(Double)
  }

  struct Choice: Sendable {
    /// The item, or the group where `stage` is `nil`.
    var name: String
    /// Index of the stage.
    var stage: Int?
    fileprivate var rank: UInt64
  }

  let size: Size
  let seed: UInt64
  private(set) var offered = 0
  private var chosen: [Choice] = []

  init(size: Size, seed: UInt64) {
    self.size = size
    self.seed = seed
  }

  mutating func offer(_ name: String, stage: Int?) {
    offered += 1
    let choice = Choice(name: name, stage: stage, rank: rank(name, stage))
    switch size {
    case .share(let share):
      if share >= 1 || Double(choice.rank) < share * 0x1p64 { chosen.append(choice) }
    case .count(let count):
      chosen.append(choice)
      // The smallest ranks win; what cannot win any more is dropped now and then.
      if chosen.count > 2 * count + 1024 { trim(to: count) }
    }
  }

  private mutating func trim(to count: Int) {
    chosen.sort { ($0.rank, $0.name) < ($1.rank, $1.name) }
    if chosen.count > count { chosen.removeLast(chosen.count - max(0, count)) }
  }

  private func rank(_ name: String, _ stage: Int?) -> UInt64 {
    Digest(of: "\(seed) \(stage ?? -1) \(name)").withBytes { $0.loadUnaligned(as: UInt64.self).bigEndian }
  }

  /// An item's stages stand together, in the order in which they run.
  mutating func choices() -> [Choice] {
    if case .count(let count) = size { trim(to: count) }
    return chosen.sorted { left, right in
      let order = ByteOrder.compare(left.name, right.name)
      return order == 0 ? (left.stage ?? .max) < (right.stage ?? .max) : order < 0
    }
  }
}
