/// What a run made of an item, as the history keeps it.
package struct PastAttempt: Sendable {
  package var run: Int64
  /// When the run began: nanoseconds since 1970; `nil` where the history keeps the run no more.
  package var started: Int64?
  package var change: ItemChange
  /// `nil` where the item was deleted, or the run stopped before its end.
  package var state: ItemState?
  package var reason: String?
  /// The item's whole chain after that run, with the digests of what each stage had made.
  package var steps: [StepRecord]

  package func step(of stage: String) -> StepRecord? { steps.first { $0.stage == stage } }
}

/// The attempts of an item that the history still keeps.
package struct PastAttempts: Sendable {
  /// Newest first.
  package var attempts: [PastAttempt]

  /// Whether nothing older was dropped: the history reaches back to the run that first saw the item.
  package var isWhole: Bool { attempts.last.map { $0.change == .added } ?? true }

  /// The state of things after `run`: the newest attempt that is not younger.
  package func attempt(asOf run: Int64) -> PastAttempt? { attempts.first { $0.run <= run } }
}

extension StoreReader {
  /// Whether the last that happened to the item was that a run deleted it.
  func hasDeleted(_ item: String) throws(EngineError) -> Bool {
    let statement = try connection.statement("SELECT change FROM attempt WHERE item = ? ORDER BY run DESC LIMIT 1")
      .bind(1, item)
    defer { statement.reset() }
    return try statement.step() && statement.integer(0) == Int64(ItemChange.deleted.rawValue)
  }

  /// - Returns: what is kept of an item's history; ``holds(_:)`` tells whether the artifacts that it names are kept too.
  package func attempts(of item: String) throws(EngineError) -> PastAttempts {
    let statement = try connection.statement(
      """
      SELECT attempt.run, run.started, attempt.change, attempt.state, attempt.reason, attempt.steps
      FROM attempt LEFT JOIN run ON run.id = attempt.run WHERE attempt.item = ? ORDER BY attempt.run DESC
      """
    )
    .bind(1, item)
    defer { statement.reset() }
    var attempts: [PastAttempt] = []
    while try statement.step() {
      attempts.append(
        PastAttempt(
          run: statement.integer(0),
          started: statement.optionalInteger(1),
          change: ItemChange(rawValue: UInt8(truncatingIfNeeded: statement.integer(2))) ?? .unchanged,
          state: statement.optionalInteger(3).flatMap { ItemState(rawValue: UInt8(truncatingIfNeeded: $0)) },
          reason: statement.optionalText(4),
          steps: try self.steps(statement.bytes(5)) ?? []
        )
      )
    }
    return PastAttempts(attempts: attempts)
  }
  /// Every item of which there is any history, those that were deleted included, in the order of their bytes.
  package func namesInHistory() throws(EngineError) -> [String] {
    let statement = try connection.statement("SELECT DISTINCT item FROM attempt ORDER BY item")
    defer { statement.reset() }
    var names: [String] = []
    while try statement.step() { names.append(statement.text(0)) }
    return names
  }
}
