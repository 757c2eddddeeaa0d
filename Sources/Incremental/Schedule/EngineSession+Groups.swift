// The groups, when all their members are done.
extension EngineSession {
  mutating func runGroups(_ events: (EngineEvent) -> Void) throws {
    guard let stage = engine.graph.groupStage else { return }
    let groupings = try reader.groupings()
    let version = stage.version.digest
    var unseen = contents?.groups ?? [:]
    var changes: [SinkChange] = []
    let runner = GroupRunner(
      graph: engine.graph,
      stage: stage,
      options: options,
      sink: engine.sink,
      run: report.run,
      reader: reader,
      remake: remake
    )
    var work: [(StoreReader.Grouping, [(name: String, digest: Digest)], GroupRunner.Outcome?)] = []
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
      work.append((grouping, members, outcome))
    }
    if !work.isEmpty {
      let made = work.flatMap { $0.2?.artifacts ?? [] }
      let packs = try PackBuilder.packs(of: made) { try reader.holds($0) }
      try writer.transaction {
        try dropToken()
        for pack in packs { try writer.put(pack) }
        for (grouping, _, outcome) in work {
          guard var outcome else {
            try writer.removeGroup(grouping.name)
            changes.append(.removeGroup(name: grouping.name))
            continue
          }
          for trace in outcome.traces { try writer.put(trace, run: report.run) }
          outcome.step.version = try writer.number(of: stage.version)
          try writer.finishGroup(grouping.name, version: version, step: outcome.step, load: outcome.loadDigest)
          if let load = outcome.load { changes.append(load) }
        }
      }
    }
    // Groups of items that this run did not look at, or keeps, are unknown to a new store.
    if options.items != nil || !report.withheld.isEmpty { unseen = [:] }
    for name in unseen.keys.map(\.text).sorted(by: { ByteOrder.compare($0, $1) < 0 }) {
      changes.append(.removeGroup(name: name))
    }
    try commit(changes)
    for (grouping, members, outcome) in work {
      guard let outcome else { continue }
      report.stages[stage.name, default: StageCounts()].add(outcome.report)
      for step in outcome.remade { report.stages[step.stage, default: StageCounts()].remake(step) }
      events(.group(name: grouping.name, members: members.count, step: outcome.report))
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
