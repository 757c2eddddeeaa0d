// What a run would do with one item.
extension Planner {
  mutating func pass(_ pending: PendingItem) throws {
    let name = pending.item.name
    guard var passage = fetch(pending) else { return }
    if passage.failure == nil {
      let steps = try pending.row.map { try reader.chain(of: $0.name) } ?? []
      passage.attributes = engine.access.attributes(name, pending.item.source)
      passage.before = Dictionary(steps.map { ($0.stage, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let until = options.until.map { name in engine.graph.stages.firstIndex { $0.name == name } ?? -1 }
    for index in engine.graph.stages.indices {
      if let until, index > until { break }
      guard passage.failure == nil, passage.end == nil else { break }
      try pass(index, name, &passage)
    }
    var isRead = passage.unknownAfter != nil
    defer { if isRead { noteLost(name, passage) } }
    if let failure = passage.failure { count(failure, of: pending) }
    guard options.until == nil else { return }
    if let sink = engine.sink, load(pending, passage, sink) { isRead = true }
    try group(pending, passage)
  }

  struct Passage {
    var content: Digest?
    var attributes: [String: ItemAttribute] = [:]
    var before: [String: StepRecord] = [:]
    var digests: [String: Digest] = [:]
    /// Stages that need not run, but whose outputs the store has no more: they run where somebody reads those.
    var lost: [(stage: String, output: String)] = []
    /// The first stage whose outputs only its run will tell.
    var unknownAfter: String?
    var failure: (stage: String, failure: ItemFailure)?
    var end: String?
  }

  /// - Returns: `nil` where the content cannot be had, which a run may find otherwise.
  private mutating func fetch(_ pending: PendingItem) -> Passage? {
    let name = pending.item.name
    if let row = pending.row, row.stamp == pending.item.stamp, !row.isRacy, !row.isTransient {
      if let content = row.content, engine.access.admits(row.stamp) {
        plan.stages["fetch", default: .init()].upToDate += 1
        return Passage(content: content)
      }
      if row.content == nil, pending.isPlanCurrent, !options.retry {
        // It could not be taken in, by its own fault, and a run would not look again.
        return Passage(failure: ("fetch", ItemFailure(code: "", message: row.reason ?? "")))
      }
    }
    do {
      let read = try engine.access.read(name, pending.item.source)
      let content = Digest(of: read.bytes)
      if pending.row == nil {
        EnginePlan.add(&plan.added, name)
        note("fetch", name, RunReason(.neverRan), certain: true)
      } else {
        if content != pending.row?.content { EnginePlan.add(&plan.changed, name) }
        note("fetch", name, RunReason(.inputChanged, subject: "file"), certain: true)
      }
      return Passage(content: content)
    } catch {
      if pending.row == nil { EnginePlan.add(&plan.added, name) }
      note("fetch", name, RunReason(.inputChanged, subject: "file"), certain: true)
      let passes = !(error is ItemFailure)
      if !passes, pending.row != nil { EnginePlan.add(&plan.changed, name) }
      if passes || !Self.isFailing(pending) { plan.newlyFailed += 1 } else { plan.failing += 1 }
      if let sink = engine.sink, options.until == nil {
        note(sink.name, name, RunReason(.inputChanged, subject: "state"), certain: false)
      }
      if let group = pending.row?.group { leave(group, name) }
      return nil
    }
  }

  private static func isFailing(_ pending: PendingItem) -> Bool {
    pending.row.map { $0.state == .failed || $0.state == .stale } ?? false
  }

  private mutating func pass(_ index: Int, _ name: String, _ passage: inout Passage) throws {
    let stage = engine.graph.stages[index]
    let previous = passage.before[stage.name]
    let inputs = stage.inputs.compactMap { input in
      switch input {
      case .content: passage.content
      case .attribute(let name): passage.attributes[name]?.digest
      case .output(let name): passage.digests[name]
      }
    }
    guard inputs.count == stage.inputs.count else {
      try noteUnknown(stage, name, previous, after: passage.unknownAfter, isForced: isForced(index))
      return
    }
    let isForced = isForced(index)
    let trace = isForced ? nil : try reader.trace(stage.version.actionKey(inputs: inputs), before: .max)
    if let trace, trace.failure == nil || !options.retry {
      plan.stages[stage.name, default: .init()].upToDate += 1
      passage.failure = trace.failure.map { (stage.name, $0) }
      passage.end = trace.end
      for (output, digest) in zip(stage.outputs, trace.outputs) {
        passage.digests[output.name] = digest
        if passage.lost.last?.stage != stage.name, try !reader.holds(digest) {
          passage.lost.append((stage.name, output.name))
        }
      }
      return
    }
    passage.unknownAfter = passage.unknownAfter ?? stage.name
    let reason =
      if isForced {
        RunReason(.forced)
      } else if trace != nil {
        RunReason(.retried)
      } else if let previous {
        RunReason.change(
          from: (try reader.version(previous.version), previous.inputs),
          to: stage.version,
          inputs: inputs,
          names: stage.inputs.map(\.name)
        )
      } else {
        RunReason(.neverRan)
      }
    note(stage.name, name, reason, certain: true)
  }

  private mutating func noteLost(_ name: String, _ passage: Passage) {
    remade.insert(ItemName(name))
    for (stage, output) in passage.lost {
      plan.stages[stage, default: .init()].upToDate -= 1
      note(stage, name, RunReason(.outputMissing, subject: output), certain: false)
    }
  }

  private func isForced(_ index: Int) -> Bool {
    guard let name = options.forceFrom else { return false }
    return index >= (engine.graph.stages.firstIndex { $0.name == name } ?? (name == "fetch" ? 0 : .max))
  }

  /// A stage whose input is not made yet: it runs, unless that turns out to be what some run had already.
  private mutating func noteUnknown(
    _ stage: StageDefinition,
    _ name: String,
    _ previous: StepRecord?,
    after: String?,
    isForced: Bool
  ) throws {
    var reason = RunReason(.neverRan)
    if isForced {
      reason = RunReason(.forced)
    } else if let previous {
      let version = try reader.version(previous.version)
      reason =
        version?.digest == stage.version.digest
        ? RunReason(.dependencyChanged, subject: after)
        : RunReason.change(from: (version, []), to: stage.version, inputs: [], names: [])
    }
    note(stage.name, name, reason, certain: try isForced || !hasRun(stage.version))
  }

  private mutating func count(_ failure: (stage: String, failure: ItemFailure), of pending: PendingItem) {
    if Self.isFailing(pending) { plan.failing += 1 } else { plan.newlyFailed += 1 }
  }

  /// - Returns: whether it is or may be given something.
  private mutating func load(_ pending: PendingItem, _ passage: Passage, _ sink: any ItemSink) -> Bool {
    let name = pending.item.name
    if options.forceFrom != nil {
      note(sink.name, name, RunReason(.forced), certain: true)
    } else if let records, records[ItemName(name)] == nil {
      note(sink.name, name, RunReason(pending.row?.load == nil ? .neverRan : .outputMissing), certain: true)
    } else if pending.row == nil, records == nil {
      note(sink.name, name, RunReason(.neverRan), certain: true)
    } else if let unknownAfter = passage.unknownAfter {
      note(sink.name, name, RunReason(.dependencyChanged, subject: unknownAfter), certain: false)
    } else if isLoaded(pending, passage, sink) {
      plan.stages[sink.name, default: .init()].upToDate += 1
      return false
    } else {
      note(sink.name, name, RunReason(.inputChanged, subject: "rows"), certain: true)
    }
    return true
  }

  /// Whether the sink has what the stages, all known, lead to.
  private func isLoaded(_ pending: PendingItem, _ passage: Passage, _ sink: any ItemSink) -> Bool {
    let record = records?[ItemName(pending.item.name)]
    if let failure = passage.failure {
      guard let row = pending.row, Self.isFailing(pending) else { return false }
      guard row.stage == failure.stage, row.reason == failure.failure.message else { return false }
      return record?.agrees(with: row) ?? (row.plan != nil)
    }
    let digest = SinkItem.digest(sink.itemInputs.map { passage.digests[$0] }, reason: passage.end ?? "")
    let state = passage.end == nil ? ItemState.complete : .ended
    if let record { return record.isIntact && record.digest == digest && record.state == state }
    return pending.row?.load == digest && pending.row?.state == state
  }
}
