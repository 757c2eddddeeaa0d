import Foundation
import Incremental

extension Pipeline {
  /// How things stand, from the store alone.
  package func status() throws(PipelineError) -> PipelineStatus {
    do {
      var status = PipelineStatus()
      let engine = try PipelineEngine(configuration).engine
      status.storePath = configuration.storePath
      status.warehousePath = configuration.warehousePath
      status.storeBytes = Int(StoreFile.sizeWithLog(of: configuration.storePath))
      status.warehouseBytes = Int(StoreFile.sizeWithLog(of: configuration.warehousePath))
      status.holder = engine.lockHolder.map(LockHolder.init)
      guard let reader = try engine.existingStore() else { return status }
      var cursor = try ItemCursor(reader)
      while !cursor.isAtEnd {
        let row = try cursor.row
        status.documents += 1
        status.states[DocumentState(row.state).rawValue, default: 0] += 1
        switch row.state {
        case .complete, .unfinished: break
        case .ended: status.notReports.append(.init(uri: row.name, reason: row.reason ?? ""))
        case .stale, .failed:
          status.problems.append(try PipelineStatus.Problem(row, engine, reader))
        }
        try cursor.advance()
      }
      status.lastRun = try reader.runs(limit: 1).first.map(RunRecord.init)
      if status.lastRun?.outcome == .unfinished, status.holder != nil { status.lastRun?.outcome = .running }
      return status
    } catch {
      throw PipelineError(error, configuration)
    }
  }

  /// The latest runs, newest first.
  package func runs(limit: Int = 20) throws(PipelineError) -> [RunRecord] {
    do {
      let engine = try PipelineEngine(configuration).engine
      guard let reader = try engine.existingStore() else { return [] }
      // With one more, so that the oldest can be held against the one before it.
      var runs = try reader.runs(limit: limit + 1).map(RunRecord.init)
      for index in runs.indices.dropLast() {
        let before = runs[(index + 1)...].first { !$0.versions.isEmpty }?.versions
        guard let before, !runs[index].versions.isEmpty else { continue }
        runs[index].newVersions = StageName.allCases.filter {
          runs[index].versions[$0.rawValue] != before[$0.rawValue]
        }
      }
      if runs.first?.outcome == .unfinished, engine.lockHolder != nil { runs[0].outcome = .running }
      return Array(runs.prefix(limit))
    } catch {
      throw PipelineError(error, configuration)
    }
  }
}

extension RunRecord {
  init(_ run: PastRun) {
    self.init(
      run: Int(run.run),
      started: Double(run.started) / 1e9,
      seconds: run.finished.map { Double($0 - run.started) / 1e9 } ?? 0,
      outcome: run.finished == nil ? .unfinished : run.counts?.stop == nil ? .finished : .stopped,
      documents: run.counts?.items ?? 0,
      added: run.counts?.added ?? 0,
      changed: run.counts?.changed ?? 0,
      deleted: run.counts?.deleted ?? 0,
      failed: run.counts?.failed ?? 0,
      stages: run.counts.map { StageSummary.all($0.stages) } ?? []
    )
    versions = run.counts?.versions ?? [:]
    stopped = run.counts?.stop.map { RunSummary.Stopped(cause: $0.cause == .asked ? .asked : .deadline, left: $0.left) }
  }
}

extension PipelineStatus.Problem {
  init(_ row: ItemRow, _ engine: Engine, _ reader: StoreReader) throws {
    let past = try reader.attempts(of: row.name)
    let failing = past.attempts.prefix { $0.state == .stale || $0.state == .failed }
    let step = past.attempts.first?.step(of: row.stage ?? "")
    let present = engine.graph.stages.first { $0.name == row.stage }?.version.digest
    let before = try step.flatMap { try reader.version($0.version) }?.digest
    uri = row.name
    stage = StageName(known: row.stage ?? "")
    state = DocumentState(row.state)
    reason = row.reason ?? ""
    isTransient = row.isTransient
    retry = row.isTransient ? .nextRun : present != before ? .stageChanged : .whenChanged
    since = failing.last.map { Explanation.RunPlace(run: Int($0.run), started: $0.started.map { Double($0) / 1e9 }) }
    isSinceLonger = failing.count == past.attempts.count && !past.isWhole
  }
}
