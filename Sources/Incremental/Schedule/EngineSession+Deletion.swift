// What is listed no more.
extension EngineSession {
  mutating func decideDeletions(_ survey: inout Survey, _ verdict: ListingVerdict) throws {
    survey.vanished.removeAll { verdict.mayBeHidden($0.row.name, $0.source) }
    if let items = options.items { survey.vanished.removeAll { !items.contains(ItemName($0.row.name)) } }
    survey.orphans.removeAll { verdict.mayBeHidden($0, "") }
    if options.items != nil { survey.orphans = [] }
    guard !options.allowDeletions else { return }
    // What the sink alone knows of: the store was deleted.
    if let sink = engine.sink, let held = contents?.items.count, survey.orphans.count > 10,
      Double(survey.orphans.count) > 0.2 * Double(held)
    {
      report.withheld.append((sink.name, survey.orphans.count, held))
      survey.orphans = []
    }
    let found = try DeletionGuard.decide(survey, engine, options)
    report.withheld += found
    let sources = Set(found.map(\.source))
    survey.vanished.removeAll { sources.contains($0.source) }
  }

  mutating func delete(_ survey: Survey, _ events: (EngineEvent) -> Void) throws {
    // A run that stops before the sink leaves what is gone to one that does not.
    guard options.until == nil, !survey.vanished.isEmpty || !survey.orphans.isEmpty else { return }
    try writer.transaction {
      try dropToken()
      for vanished in survey.vanished {
        try writer.remove(vanished.row)
        if let group = vanished.row.group { try writer.removeMember(vanished.row.name, of: group) }
        try writer.putAttempt(
          run: report.run,
          item: vanished.row.name,
          change: .deleted,
          state: nil,
          reason: nil,
          steps: []
        )
      }
    }
    let changes = (survey.vanished.map(\.row.name) + survey.orphans).map { SinkChange.remove(name: $0) }
    try commit(changes)
    for vanished in survey.vanished {
      report.count(.deleted, vanished.row.name)
      events(
        .item(EngineItemReport(name: vanished.row.name, change: .deleted, state: nil, reason: nil, steps: []))
      )
    }
  }
}
