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
      status.storeBytes = Self.size(configuration.storePath)
      status.warehouseBytes = Self.size(configuration.warehousePath)
      status.holder = engine.lockHolder.map(LockHolder.init)
      guard let reader = try engine.existingStore() else { return status }
      var cursor = try ItemCursor(reader)
      while !cursor.isAtEnd {
        let row = try cursor.row
        status.documents += 1
        status.states[DocumentState(row.state).rawValue, default: 0] += 1
        switch row.state {
        case .complete: break
        case .ended: status.notReports.append(.init(uri: row.name, reason: row.reason ?? ""))
        case .stale, .failed:
          status.problems.append(
            DocumentProblem(
              uri: row.name,
              stage: StageName(known: row.stage ?? ""),
              state: DocumentState(row.state),
              reason: row.reason ?? "",
              isTransient: row.isTransient
            )
          )
        }
        try cursor.advance()
      }
      status.lastRun = try reader.runs(limit: 1).first.map(RunRecord.init)
      return status
    } catch {
      throw PipelineError(error, configuration)
    }
  }

  /// The latest runs, newest first.
  package func runs(limit: Int = 20) throws(PipelineError) -> [RunRecord] {
    do {
      guard let reader = try PipelineEngine(configuration).engine.existingStore() else { return [] }
      return try reader.runs(limit: limit).map(RunRecord.init)
    } catch {
      throw PipelineError(error, configuration)
    }
  }

  /// With the log beside it.
  private static func size(_ path: String) -> Int {
    ["", "-wal"].reduce(0) { sum, suffix in
      let attributes = try? FileManager.default.attributesOfItem(atPath: path + suffix)
      return sum + ((attributes?[.size] as? Int) ?? 0)
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
  }
}
