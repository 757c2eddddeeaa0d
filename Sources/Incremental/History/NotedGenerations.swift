/// How far the store knows each sink that it wrote into. There is more than one where a sink was lost and made anew, or
/// where an older one was put back.
struct NotedGenerations {
  private var counts: [(identity: String, count: Int64)] = []

  /// So many sinks are remembered: a copy of an older one is hardly ever put back.
  private static let limit = 64

  init() {}

  /// As an older program noted it, of a sink that had no identity.
  init(count bytes: [UInt8]) {
    guard bytes.count == 8 else { return }
    counts = [("", bytes.reversed().reduce(0) { $0 << 8 | Int64($1) })]
  }

  init(_ bytes: [UInt8]) {
    guard var reader = RecordReader(sealed: bytes) else { return }
    for _ in 0..<(reader.count() ?? 0) {
      guard let identity = reader.text(), let count = reader.integer() else { break }
      counts.append((identity, count))
    }
  }

  var bytes: [UInt8] {
    var writer = RecordWriter()
    writer.write(UInt64(counts.count))
    for (identity, count) in counts {
      writer.write(identity)
      writer.write(UInt64(bitPattern: count))
    }
    return writer.sealed
  }

  subscript(identity: String) -> Int64? { counts.last { $0.identity == identity }?.count }

  mutating func note(_ generation: SinkGeneration) {
    counts.removeAll { $0.identity == generation.identity }
    counts.append((generation.identity, generation.count))
    counts.removeFirst(max(0, counts.count - Self.limit))
  }

  /// Whether the sink has seen runs that the store knows nothing of. A store that knows of no run at all is new, and has
  /// nothing to set against it.
  func areBehind(_ generation: SinkGeneration) -> Bool {
    !counts.isEmpty && generation.count > self[generation.identity] ?? 0
  }
}
