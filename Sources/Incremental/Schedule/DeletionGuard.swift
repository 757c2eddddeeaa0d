/// Keeps a mistake at the source (a folder not mounted, a pattern mistyped) from emptying the sink.
struct DeletionGuard {
  /// - Returns: the sources of which suspiciously many items vanished.
  static func decide(
    _ survey: Survey,
    _ engine: Engine,
    _ options: EngineOptions
  ) throws -> [(source: String, vanished: Int, of: Int)] {
    guard !survey.vanished.isEmpty, !options.allowDeletions else { return [] }
    let limits = Dictionary(
      engine.sources.map { ($0.name, (share: $0.maximumVanishedShare, count: $0.maximumVanishedCount)) },
      uniquingKeysWith: { first, _ in first }
    )
    func withheld(_ moved: Set<Digest>) -> [(source: String, vanished: Int, of: Int)] {
      Self.withheld(vanished: survey.vanished, known: survey.known, limits: limits, moved: moved)
    }
    guard !withheld([]).isEmpty else { return [] }
    // Only now is it worth reading new files that could be old ones under other names.
    let sizes = Set(survey.vanished.map(\.row.stamp.size))
    var moved: Set<Digest> = []
    for index in 0..<survey.pending.count where sizes.contains(survey.pending.size(at: index)) {
      let pending = survey.pending[index]
      guard !pending.isKnown else { continue }
      if let read = try? engine.access.read(pending.item.name, pending.item.source) {
        moved.insert(Digest(of: read.bytes))
      }
    }
    return withheld(moved)
  }

  /// - Parameters:
  ///   - moved: digests of items that were listed for the first time: what reappears under another name did not vanish.
  /// - Returns: the sources of which suspiciously many items vanished.
  static func withheld(
    vanished: [Survey.Vanished],
    known: [String: Int],
    limits: [String: (share: Double, count: Int)],
    moved: Set<Digest>
  ) -> [(source: String, vanished: Int, of: Int)] {
    var counts: [String: Int] = [:]
    for item in vanished {
      if let content = item.row.content, moved.contains(content) { continue }
      counts[item.source, default: 0] += 1
    }
    var withheld: [(source: String, vanished: Int, of: Int)] = []
    for (source, count) in counts.sorted(by: { ByteOrder.compare($0.key, $1.key) < 0 }) {
      let total = known[source] ?? count
      let limit = limits[source] ?? (0.2, 10)
      if count > limit.count, Double(count) > limit.share * Double(total) { withheld.append((source, count, total)) }
    }
    return withheld
  }
}
