// The groups, when all their members are done.
extension EngineSession {
  mutating func runGroups(_ events: (EngineEvent) -> Void) throws {
    guard let stage = engine.graph.groupStage else { return }
    let groupings = try reader.groupings()
    let version = stage.version.digest
    var unseen = contents?.groups ?? [:]
    let runner = GroupRunner(
      graph: engine.graph,
      stage: stage,
      options: options,
      sink: engine.sink,
      run: report.run,
      reader: reader,
      remake: remake
    )
    var batch: [GroupWork] = []
    for grouping in groupings {
      let record = unseen.removeValue(forKey: ItemName(grouping.name))
      var isIdle = !grouping.isDirty && grouping.version == version && options.forceFrom == nil
      if contents != nil, engine.sink != nil, record?.digest != grouping.load || record?.isIntact != true {
        isIdle = false
      }
      if isIdle {
        report.stages[stage.name, default: StageCounts()].items += 1
        report.stages[stage.name, default: StageCounts()].reused += 1
        continue
      }
      if contents == nil, let sink = engine.sink { contents = try sink.open(verifying: false) }
      let known = contents?.groups[ItemName(grouping.name)]
      let members = try reader.members(of: grouping.name)
      let outcome = members.isEmpty ? nil : try runner.run(grouping, members: members, record: known)
      if outcome == nil, !members.isEmpty {
        report.stages[stage.name, default: StageCounts()].items += 1
        report.stages[stage.name, default: StageCounts()].failed += 1
        isWhole = false
        continue
      }
      batch.append(GroupWork(name: grouping.name, members: members.count, outcome: outcome))
      if batch.count >= min(Self.groupsAtOnce, options.batchSize.items) {
        try write(batch, stage, events)
        batch.removeAll(keepingCapacity: true)
      }
    }
    try write(batch, stage, events)
    // Groups of items that this run did not look at, or keeps, are unknown to a new store.
    if options.items != nil || !report.withheld.isEmpty { unseen = [:] }
    let names = unseen.keys.map(\.text).sorted { ByteOrder.compare($0, $1) < 0 }
    try commit(names.map { SinkChange.removeGroup(name: $0) })
  }

  /// Groups of one commit: their findings, with the sentences that they quote, are in memory until then.
  private static let groupsAtOnce = 32

  private struct GroupWork {
    var name: String
    var members: Int
    /// `nil` for a group that all its members have left.
    var outcome: GroupRunner.Outcome?
  }

  private mutating func write(
    _ batch: [GroupWork],
    _ stage: GroupStageDefinition,
    _ events: (EngineEvent) -> Void
  ) throws {
    guard !batch.isEmpty else { return }
    let packs = try PackBuilder.packs(of: batch.flatMap { $0.outcome?.artifacts ?? [] }) { try reader.holds($0) }
    var changes: [SinkChange] = []
    try writer.transaction {
      try dropToken()
      for pack in packs { try writer.put(pack) }
      for group in batch {
        guard var outcome = group.outcome else {
          try writer.removeGroup(group.name)
          changes.append(.removeGroup(name: group.name))
          continue
        }
        for trace in outcome.traces { try writer.put(trace, run: report.run) }
        outcome.step.version = try writer.number(of: stage.version)
        try writer.finishGroup(
          group.name,
          version: stage.version.digest,
          step: outcome.step,
          load: outcome.loadDigest
        )
        if let load = outcome.load { changes.append(load) }
      }
    }
    try commit(changes)
    for group in batch {
      guard let outcome = group.outcome else { continue }
      report.stages[stage.name, default: StageCounts()].add(outcome.report)
      for step in outcome.remade { report.stages[step.stage, default: StageCounts()].remake(step) }
      events(.group(name: group.name, members: group.members, step: outcome.report))
    }
  }

  private func remake(
    _ name: String,
    _ output: String,
    _ digest: Digest
  ) throws -> RemadeOutput {
    guard let row = try reader.item(named: name), let source = try reader.sources()[row.source],
      let index = engine.sources.firstIndex(where: { $0.name == source })
    else { throw LostMember() }
    let runner = ItemRunner(
      graph: engine.graph,
      options: options,
      access: engine.access,
      sink: engine.sink,
      run: report.run,
      reader: reader
    )
    let item = ListedItem(name: name, stamp: row.stamp, source: index)
    return try runner.remake(output, digest, of: PendingItem(item: item, row: row, record: nil))
  }
}
