/// How many may vanish at once: more than both are too many to be true.
package struct DeletionLimits: Sendable {
  package var maximumShare: Double
  package var maximumCount: Int

  package init(maximumShare: Double = 0.2, maximumCount: Int = 10) {
    self.maximumShare = maximumShare
    self.maximumCount = maximumCount
  }

  func areExceeded(by vanished: Int, of all: Int) -> Bool {
    vanished > maximumCount && Double(vanished) > maximumShare * Double(all)
  }
}

/// Keeps a mistake at the source (a folder not mounted, a pattern mistyped) from emptying the sink.
struct DeletionGuard {
  private let survey: Survey
  private let reader: StoreReader
  private let engine: Engine
  private let sources: [Int64: String]

  typealias Suspicion = (source: Int64, name: String, vanished: Int, of: Int)

  init(_ survey: Survey, _ reader: StoreReader, _ engine: Engine) throws {
    self.survey = survey
    self.reader = reader
    self.engine = engine
    sources = try reader.sources()
  }

  /// - Returns: the sources of which suspiciously many items vanished.
  func suspicious() throws -> [Suspicion] {
    let vanished = survey.vanished
    var counts: [Int64: Int] = [:]
    for index in vanished.indices { counts[vanished.entry(at: index).source, default: 0] += 1 }
    guard !suspicious(counts).isEmpty else { return [] }
    // Only now is it worth reading new files that could be old ones under other names.
    let sizes = Set(vanished.indices.map { vanished.entry(at: $0).size })
    var moved: (contents: Set<Digest>, sizes: Set<Int64>) = ([], [])
    for index in 0..<survey.pending.count where sizes.contains(survey.pending.size(at: index)) {
      let pending = survey.pending[index]
      guard !pending.isKnown else { continue }
      if let read = try? engine.access.read(pending.item.name, pending.item.source) {
        moved.contents.insert(Digest(of: read.bytes))
        moved.sizes.insert(pending.item.stamp.size)
      }
    }
    // What reappears under another name did not vanish.
    for index in vanished.indices where moved.sizes.contains(vanished.entry(at: index).size) {
      let (name, entry) = vanished[index]
      guard let content = try reader.item(named: name)?.content, moved.contents.contains(content) else { continue }
      counts[entry.source, default: 0] -= 1
    }
    return suspicious(counts)
  }

  /// - Parameter counts: of what vanished, by source.
  private func suspicious(_ counts: [Int64: Int]) -> [Suspicion] {
    counts.compactMap { source, count in
      let name = sources[source] ?? ""
      let all = survey.known[source] ?? count
      // One that was taken out of the settings has the usual ones.
      let limits = engine.sources.first { $0.name == name }?.deletions ?? DeletionLimits()
      return limits.areExceeded(by: count, of: all) ? (source, name, count, all) : nil
    }
    .sorted { ByteOrder.compare($0.name, $1.name) < 0 }
  }

  /// What the sink alone knows of: the store was lost.
  ///
  /// - Returns: those that may go though they are too many: the store has deleted them itself, in a run that ended before
  ///   the sink's commit; `nil` where they are not too many.
  func forgotten() throws -> (own: NameLog<Bool>, unknown: Int)? {
    let limits = DeletionLimits()
    guard limits.areExceeded(by: survey.orphans.count, of: survey.held) else { return nil }
    let own = try survey.orphans.filter { name, _ in try reader.hasDeleted(name) }
    let unknown = survey.orphans.count - own.count
    return limits.areExceeded(by: unknown, of: survey.held) ? (own, unknown) : nil
  }
}
