/// A run's counts as they lie in its row.
package enum RunSummaryCoding {
  /// - Parameter versions: of the stages, as the run had them.
  static func encode(_ report: EngineReport, versions: [(stage: String, version: String)]) -> [UInt8] {
    var writer = RecordWriter()
    for count in [
      report.items, report.added.count, report.changed.count, report.deleted.count, report.newlyFailed.count,
      report.stages.count,
    ] {
      writer.write(UInt64(count))
    }
    for (name, counts) in report.stages.sorted(by: { ByteOrder.compare($0.key, $1.key) < 0 }) {
      writer.write(name)
      for count in [counts.items, counts.ran, counts.reused, counts.cutOff, counts.failed] {
        writer.write(UInt64(count))
      }
      writer.write(UInt64(counts.nanoseconds))
    }
    writer.write(UInt64(report.stop?.cause.rawValue ?? 0))
    writer.write(UInt64(report.stop?.left ?? 0))
    writer.write(UInt64(versions.count))
    for (stage, version) in versions {
      writer.write(stage)
      writer.write(version)
    }
    return writer.bytes
  }

  /// - Returns: `nil` for damaged bytes.
  static func decode(_ bytes: [UInt8]) -> PastRun.Counts? {
    var reader = RecordReader(bytes)
    guard let items = reader.integer(), let added = reader.integer(), let changed = reader.integer(),
      let deleted = reader.integer(), let failed = reader.integer(), let stages = reader.count()
    else { return nil }
    var counts = PastRun.Counts(
      items: Int(items),
      added: Int(added),
      changed: Int(changed),
      deleted: Int(deleted),
      failed: Int(failed)
    )
    for _ in 0..<stages {
      guard let name = reader.text(), let items = reader.integer(), let ran = reader.integer(),
        let reused = reader.integer(), let cutOff = reader.integer(), let failed = reader.integer(),
        let nanoseconds = reader.integer()
      else { return nil }
      var stage = StageCounts()
      stage.items = Int(items)
      stage.ran = Int(ran)
      stage.reused = Int(reused)
      stage.cutOff = Int(cutOff)
      stage.failed = Int(failed)
      stage.nanoseconds = nanoseconds
      counts.stages[name] = stage
    }
    // Rows of older programs end here, or before the versions.
    let cause = reader.integer().flatMap { UInt8(exactly: $0) }.flatMap(StopCause.init)
    let left = reader.integer() ?? 0
    if let cause { counts.stop = EngineStop(cause: cause, left: Int(left)) }
    for _ in 0..<(reader.count() ?? 0) {
      guard let stage = reader.text(), let version = reader.text() else { break }
      counts.versions[stage] = version
    }
    return counts
  }
}

/// A run in the history.
package struct PastRun: Sendable {
  package struct Counts: Sendable {
    package var items: Int
    package var added: Int
    package var changed: Int
    package var deleted: Int
    package var failed: Int
    package var stages: [String: StageCounts] = [:]
    /// `nil` for a run that reached its end.
    package var stop: EngineStop?
    /// By stage: the beginning of the digest of its code, parameters and data files.
    package var versions: [String: String] = [:]
  }

  package var run: Int64
  /// Nanoseconds since 1970.
  package var started: Int64
  /// `nil` for a run that did not reach its end.
  package var finished: Int64?
  package var counts: Counts?
}

extension StoreReader {
  /// Newest first.
  package func runs(limit: Int) throws(EngineError) -> [PastRun] {
    let statement = try connection.statement(
      "SELECT id, started, finished, summary FROM run ORDER BY id DESC LIMIT ?"
    ).bind(1, Int64(limit))
    defer { statement.reset() }
    var runs: [PastRun] = []
    while try statement.step() {
      runs.append(
        PastRun(
          run: statement.integer(0),
          started: statement.integer(1),
          finished: statement.optionalInteger(2),
          counts: statement.isNull(3) ? nil : RunSummaryCoding.decode(statement.bytes(3))
        )
      )
    }
    return runs
  }

  /// When the run began: nanoseconds since 1970.
  package func start(ofRun run: Int64) throws(EngineError) -> Int64? {
    let statement = try connection.statement("SELECT started FROM run WHERE id = ?").bind(1, run)
    defer { statement.reset() }
    return try statement.step() ? statement.integer(0) : nil
  }
}
