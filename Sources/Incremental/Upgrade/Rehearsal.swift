/// What a run would make of an item, made in memory: nothing of it is written.
package struct Rehearsal: Sendable {
  package enum Outcome: Sendable {
    /// The item's own bytes are others than those that what is there was made of.
    case inputChanged
    /// It cannot be read now.
    case unreadable(String)
    /// What the sink would get.
    case loads(any Sendable)
    /// What the sink has of it would stay, marked as of an older state.
    case becomesStale
  }

  package var name: String
  package var outcome: Outcome
  package var steps: [StepReport] = []
}

extension Engine {
  /// Takes an item through all stages up to the sink's door.
  ///
  /// - Parameter reader: the caller's own: one for each worker.
  package func rehearse(
    _ candidate: UpgradeSurvey.Candidate,
    _ options: EngineOptions,
    _ reader: StoreReader
  ) throws -> Rehearsal {
    var options = options
    options.until = nil
    // What a stage of the same code makes again is what it made.
    options.forceFrom = nil
    // Rows that are not intact are made anew, whatever their digest.
    var record = candidate.record
    record.isIntact = false
    let runner = ItemRunner(
      graph: graph,
      options: options,
      access: access,
      sink: sink,
      run: .max,
      reader: reader
    )
    let result = try runner.run(PendingItem(item: candidate.item, row: candidate.row, record: record))
    var rehearsal = Rehearsal(name: candidate.item.name, outcome: .becomesStale, steps: result.steps)
    if result.row.isTransient {
      rehearsal.outcome = .unreadable(result.row.reason ?? "")
    } else if candidate.row != nil, result.change != .unchanged {
      rehearsal.outcome = .inputChanged
    } else if case .put(let rows) = result.load {
      rehearsal.outcome = .loads(rows)
    }
    return rehearsal
  }
}
