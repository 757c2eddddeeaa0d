import Incremental

/// What the store remembers of one document: how it stands, and the runs that had anything to do with it.
struct DocumentHistory {
  let engine: Engine
  let reader: StoreReader
  let name: String
  /// `nil` for a document that is in no source any more.
  let row: ItemRow?
  /// Newest first.
  var attempts: [PastAttempt] { past.attempts }
  let past: PastAttempts
  /// What each stage last made of it.
  let steps: [StepRecord]

  /// - Parameter document: a URI or a part of exactly one, of documents that were deleted too.
  init(of document: String, _ configuration: Configuration) throws {
    engine = try PipelineEngine(configuration).engine
    guard let reader = try engine.existingStore() else {
      throw PipelineError(.nothingStored, place: configuration.storePath, cause: "nothing has run yet")
    }
    self.reader = reader
    name = try Self.find(document, reader, configuration)
    row = try reader.item(named: name)
    past = try reader.attempts(of: name)
    steps = try row.map { try reader.chain(of: $0.name) } ?? []
  }

  /// A document that is there goes before those that were deleted.
  private static func find(_ document: String, _ reader: StoreReader, _ configuration: Configuration) throws -> String {
    let known = try reader.itemNames()
    do {
      return try DocumentName.find(document, in: known)
    } catch {
      guard error.code == .noSuchDocument else { throw error }
      if let deleted = try? DocumentName.find(document, in: try reader.namesInHistory()) { return deleted }
      var listing = SourceListing(configuration)
      var listed: [String] = []
      while let item = listing.next() { listed.append(item.name) }
      guard let found = try? DocumentName.find(document, in: listed) else { throw error }
      throw PipelineError(.nothingStored, place: found, cause: "no run has seen this document yet")
    }
  }

  func place(ofRun run: Int64) throws -> Explanation.RunPlace {
    Explanation.RunPlace(run: Int(run), started: try reader.start(ofRun: run).map { Double($0) / 1e9 })
  }

  /// What an output was before the one that stands now, by its place among the stage's outputs.
  func outputBefore(_ index: Int, of step: StepRecord) -> Digest? {
    guard index < step.outputs.count else { return nil }
    for attempt in attempts {
      guard let older = attempt.step(of: step.stage), index < older.outputs.count else { continue }
      if older.outputs[index] != step.outputs[index] { return older.outputs[index] }
    }
    return nil
  }

  /// The stage's version before that of `step`, and the first run with this one.
  func versionBefore(_ step: StepRecord) throws -> (version: StageVersion, since: Int64)? {
    var since = step.lastRun
    for attempt in attempts {
      guard let older = attempt.step(of: step.stage), older.version != 0 else { continue }
      if older.version == step.version {
        since = min(since, attempt.run)
      } else {
        return try reader.version(older.version).map { ($0, since) }
      }
    }
    return nil
  }
}
