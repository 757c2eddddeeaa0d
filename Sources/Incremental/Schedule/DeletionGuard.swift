/// Keeps a mistake at the source (a folder not mounted, a pattern mistyped) from emptying the sink.
struct DeletionGuard {
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
