import Incremental
import Load
import Synchronization

/// Draws the sample and takes it through the stages on all workers.
struct UpgradeSampler {
  let engine: Engine
  let sink: WarehouseSink
  let options: EngineOptions

  /// - Returns: `nil` where the warehouse holds nothing that could change.
  func sample(
    _ draw: UpgradeSample.Draw,
    warehouse path: String,
    listing: inout some IteratorProtocol<ListedItem>,
    listed: () throws -> Void
  ) async throws -> UpgradeSample? {
    let start = ContinuousClock.now
    guard try sink.peek(verifying: false) != nil, try !sink.names(after: "", limit: 1).isEmpty else { return nil }
    let survey = try UpgradeSurvey(
      engine,
      options,
      sink: sink,
      draw: UpgradeSurvey.Draw(size: draw.size, seed: draw.seed),
      reader: try engine.existingStore() ?? StoreReader(),
      listing: &listing
    )
    try listed()
    var sample = UpgradeSample(draw)
    sample.candidates = survey.candidates
    sample.take(try await documents(survey.sample, path))
    sample.seconds = (ContinuousClock.now - start).seconds
    return sample
  }

  /// In the order of the draw.
  private func documents(_ drawn: [UpgradeSurvey.Candidate], _ path: String) async throws -> [SampledDocument] {
    let next = NextNumber()
    let found = try await withThrowingTaskGroup(of: [(Int, SampledDocument)].self) { group in
      for _ in 0..<max(1, min(options.jobs, drawn.count)) {
        group.addTask {
          let reader = try engine.existingStore() ?? StoreReader()
          let warehouse = try WarehouseComparison(path: path)
          var documents: [(Int, SampledDocument)] = []
          while let index = next.take(below: drawn.count) {
            try Task.checkCancellation()
            let rehearsal = try engine.rehearse(drawn[index], options, reader)
            documents.append((index, try Self.document(rehearsal, warehouse)))
          }
          return documents
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    return found.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static func document(_ rehearsal: Rehearsal, _ warehouse: WarehouseComparison?) throws -> SampledDocument {
    var document = SampledDocument(uri: rehearsal.name)
    let difference: DocumentDifference?
    switch rehearsal.outcome {
    case .inputChanged, .unreadable: difference = nil
    case .becomesStale: difference = try warehouse?.difference(of: rehearsal.name, becoming: .stale)
    case .loads(let rows): difference = try (rows as? DocumentRows).flatMap { try warehouse?.difference(to: $0) }
    }
    guard let difference else {
      document.isLeftOut = true
      return document
    }
    for step in rehearsal.steps where Self.isOfTheStages(step.reason.kind) {
      document.reasons.append((StageName(known: step.stage), Reason(step.reason)))
    }
    document.take(difference)
    return document
  }

  private static func isOfTheStages(_ kind: RunReason.Kind) -> Bool {
    [.codeChanged, .parameterChanged, .dataChanged].contains(kind)
  }
}

/// Numbers from 0 on, handed out to workers.
private final class NextNumber: Sendable {
  private let next = Atomic(0)

  func take(below end: Int) -> Int? {
    let number = next.add(1, ordering: .relaxed).oldValue
    return number < end ? number : nil
  }
}
