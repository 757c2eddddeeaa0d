import Synchronization

/// What ``Engine/verify(_:events:)`` found.
package struct StoreVerification: Sendable {
  /// Why a stage that was chosen could not be run again: none of these is a fault.
  package enum Skip: String, Sendable, CaseIterable {
    /// It was made with other code, parameters or data than this program has.
    case otherVersion
    /// The item has changed since.
    case changed
    case unreadable
    /// What it read is neither stored nor to be made from what is there now.
    case gone
  }

  package var artifacts = 0
  /// Of the artifacts, not compressed.
  package var bytes: Int64 = 0
  package var rows = 0
  package var items = 0
  /// Stages that could have been chosen, were, and gave the same again.
  package var offered = 0
  package var chosen = 0
  package var same = 0
  package var skipped: [Skip: Int] = [:]
  package var faults = StoreFaults()
}

package struct VerifyOptions: Sendable {
  package var jobs = 1
  package var sample = TraceSample.Size.count(100)
  package var seed: UInt64 = 0

  package init() {}
}

package enum VerifyEvent: Sendable {
  package enum Part: String, Sendable {
    case artifacts, rows, stages
  }

  case progress(Part, done: Int, of: Int)
}

extension Engine {
  /// Does everything in the store hash and decode, and do stages give again what they gave? Reads only; a run may go on
  /// at the same time, what it writes is not looked at.
  ///
  /// - Returns: `nil` where there is no store.
  package func verify(
    _ options: VerifyOptions,
    events: (VerifyEvent) -> Void = { _ in }
  ) async throws -> StoreVerification? {
    guard let reader = try existingStore() else { return nil }
    try reader.connection.execute("BEGIN")
    defer { try? reader.connection.execute("ROLLBACK") }
    var scan = StoreScan(engine: self, reader: reader, sample: TraceSample(size: options.sample, seed: options.seed))
    try scan.run(events)
    var result = scan.result
    let choices = scan.sample.choices()
    result.offered = scan.sample.offered
    result.chosen = choices.count
    try await rerun(choices, options, &result, events)
    return result
  }

  private func rerun(
    _ choices: [TraceSample.Choice],
    _ options: VerifyOptions,
    _ result: inout StoreVerification,
    _ events: (VerifyEvent) -> Void
  ) async throws {
    // All stages of one item go together: they share what they read.
    var parts: [ArraySlice<TraceSample.Choice>] = []
    var start = 0
    for index in choices.indices where index + 1 == choices.count || choices[index + 1].name != choices[index].name {
      parts.append(choices[start...index])
      start = index + 1
    }
    let pool = ReaderPool(path: storePath)
    var done = 0
    try await withThrowingTaskGroup(of: [StageRerun.Verdict].self) { group in
      var waiting = parts.makeIterator()
      func start() {
        guard let part = waiting.next() else { return }
        group.addTask {
          try Task.checkCancellation()
          return try pool.withReader { try self.verdicts(part, $0) }
        }
      }
      for _ in 0..<max(1, options.jobs) { start() }
      while let verdicts = try await group.next() {
        start()
        for verdict in verdicts {
          switch verdict {
          case .same: result.same += 1
          case .skipped(let reason): result.skipped[reason, default: 0] += 1
          case .fault(let fault): result.faults.add(fault)
          }
        }
        done += verdicts.count
        events(.progress(.stages, done: done, of: choices.count))
      }
    }
  }

  private func verdicts(
    _ choices: ArraySlice<TraceSample.Choice>,
    _ reader: StoreReader
  ) throws -> [StageRerun.Verdict] {
    guard let name = choices.first?.name else { return [] }
    var verdicts: [StageRerun.Verdict] = []
    var rerun = try rerun(of: name, reader)
    for choice in choices {
      if let stage = choice.stage {
        verdicts.append(try rerun?.check(stage) ?? .skipped(.gone))
      } else {
        verdicts.append(try GroupRerun(engine: self, reader: reader).check(name))
      }
    }
    return verdicts
  }

  func rerun(of item: String, _ reader: StoreReader) throws -> StageRerun? {
    guard let row = try reader.item(named: item), let name = try reader.sources()[row.source],
      let source = sources.firstIndex(where: { $0.name == name })
    else { return nil }
    return try StageRerun(engine: self, reader: reader, row: row, source: source)
  }
}
