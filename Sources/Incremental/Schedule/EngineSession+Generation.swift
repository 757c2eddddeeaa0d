// Which of the two is the older one where store and sink differ: the sink counts its changes, and the store notes how far.
extension EngineSession {
  private static let generationsName = "sink.generations"
  /// Of an older program, which knew of one sink only.
  private static let generationName = "sink.generation"

  /// Finds out whether the sink has seen runs that this store knows nothing of: somebody has put an older copy of the
  /// store in its place. What the sink then holds of stale items is younger than what the store calls good.
  mutating func compareGenerations() throws {
    guard let generation = contents?.generation else { return }
    isSinkNewer = try notedGenerations.areBehind(generation)
  }

  /// Before the first change of the sink, so that a run that is killed behind it leaves no riddle.
  mutating func noteGeneration() throws {
    guard !isGenerationNoted, !isSinkNewer, var generation = contents?.generation else { return }
    generation.count += 1
    try note(generation)
    isGenerationNoted = true
  }

  /// At the end of a run that compared everything.
  mutating func settleGeneration() throws {
    guard var generation = contents?.generation else { return }
    if report.wroteSink { generation.count += 1 }
    try note(generation)
  }

  private func note(_ generation: SinkGeneration) throws {
    var noted = try notedGenerations
    noted.note(generation)
    try writer.setMeta(Self.generationsName, noted.bytes)
  }

  private var notedGenerations: NotedGenerations {
    get throws {
      if let bytes = try reader.meta(Self.generationsName) { return NotedGenerations(bytes) }
      return try reader.meta(Self.generationName).map { NotedGenerations(count: $0) } ?? NotedGenerations()
    }
  }
}
