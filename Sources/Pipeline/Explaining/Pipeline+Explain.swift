import Incremental

extension Pipeline {
  /// When and why each stage last ran for a document, or did not; how it stands in the warehouse; its history.
  ///
  /// - Parameter document: a URI or a part of exactly one, of documents that were deleted too.
  package func explain(_ document: String) throws(PipelineError) -> Explanation {
    do {
      let history = try DocumentHistory(of: document, configuration)
      var explanation = Explanation(uri: history.name)
      explanation.history = try history.attempts.map { try Explanation.Attempt($0, history) }
      explanation.isHistoryWhole = history.past.isWhole
      explanation.lastRun = explanation.history.first?.run
      explanation.warehouse = WarehousedDocument(history, configuration).found
      guard let row = history.row else {
        explanation.deletedIn = history.attempts.first { $0.change == .deleted }
          .flatMap { try? history.place(ofRun: $0.run) }
        return explanation
      }
      explanation.state = DocumentState(row.state)
      explanation.reason = row.reason
      explanation.source = try history.reader.sources()[row.source]
      explanation.content = row.content?.hex
      explanation.bytes = Int(row.stamp.size)
      explanation.file = Self.file(of: row, history.engine)
      explanation.region = row.group
      for name in StageName.allCases {
        guard let step = history.steps.first(where: { $0.stage == name.rawValue }) else { continue }
        explanation.stages.append(try Explanation.Stage(name, step, history))
      }
      explanation.regionChecks = try row.group.flatMap { try Self.regionChecks($0, history) }
      return explanation
    } catch {
      throw PipelineError(error, configuration)
    }
  }

  private static func file(of row: ItemRow, _ engine: Engine) -> Explanation.File {
    do {
      let read = try engine.access.read(row.name, 0)
      return Explanation.File(Digest(of: read.bytes) == row.content ? .asRead : .changed)
    } catch let failure as ItemFailure {
      // Its own fault: the same as what the last run found, or new.
      return row.content == nil && row.reason == failure.message
        ? Explanation.File(.asRead) : Explanation.File(.changed, problem: failure.message)
    } catch {
      return Explanation.File(.unreadable, problem: "\(error)")
    }
  }

  private static func regionChecks(
    _ region: String,
    _ history: DocumentHistory
  ) throws -> Explanation.RegionChecks? {
    guard let group = try history.reader.group(named: region) else { return nil }
    let stage = try group.step.map { try Explanation.Stage(.regions, $0, history) } ?? .init(stage: .regions)
    return Explanation.RegionChecks(
      region: region,
      documents: group.members,
      isPending: group.isPending,
      stage: stage
    )
  }

  /// A document that the store knows.
  func known(_ document: String) throws -> (Engine, StoreReader, ItemRow) {
    let history = try DocumentHistory(of: document, configuration)
    guard let row = history.row else {
      let run = history.attempts.first { $0.change == .deleted }?.run
      throw PipelineError(
        .documentGone,
        place: history.name,
        cause: "no source lists it any more" + (run.map { "; run \($0) deleted it" } ?? "")
      )
    }
    return (history.engine, history.reader, row)
  }
}
