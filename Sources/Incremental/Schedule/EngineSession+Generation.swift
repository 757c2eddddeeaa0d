// Which of the two is the older one where store and sink differ: the sink counts its changes, and the store notes how far.
extension EngineSession {
  private static let generationName = "sink.generation"

  /// Finds out whether the sink has seen runs that this store knows nothing of: somebody has put an older copy of the
  /// store in its place. What the sink then holds of stale items is younger than what the store calls good.
  mutating func compareGenerations() throws {
    guard let generation = contents?.generation, let noted = try notedGeneration else { return }
    isSinkNewer = generation > noted
  }

  /// Before the first change of the sink, so that a run that is killed behind it leaves no riddle.
  mutating func noteGeneration() throws {
    guard !isGenerationNoted, !isSinkNewer, let generation = contents?.generation else { return }
    try note(generation + 1)
    isGenerationNoted = true
  }

  /// At the end of a run that compared everything.
  mutating func settleGeneration() throws {
    guard let generation = contents?.generation else { return }
    try note(generation + (report.wroteSink ? 1 : 0))
  }

  private func note(_ generation: Int64) throws {
    let bytes = withUnsafeBytes(of: generation.littleEndian) { Array($0) }
    try writer.setMeta(Self.generationName, bytes)
  }

  private var notedGeneration: Int64? {
    get throws {
      guard let bytes = try reader.meta(Self.generationName), bytes.count == 8 else { return nil }
      return bytes.reversed().reduce(0) { $0 << 8 | Int64($1) }
    }
  }
}
