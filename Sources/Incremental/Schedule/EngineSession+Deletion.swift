// What is listed no more.
extension EngineSession {
  mutating func delete(_ survey: Survey, _ events: (EngineEvent) -> Void) throws {
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
    let changes = (survey.vanished.map(\.row.name) + survey.orphans.map(\.name)).map { SinkChange.remove(name: $0) }
    try commit(changes)
    // Of what the sink alone knew, items are told that really were there.
    let orphans = survey.orphans.filter(\.isPresent).map(\.name)
    for name in survey.vanished.map(\.row.name) + orphans {
      report.count(.deleted, name)
      events(.item(EngineItemReport(name: name, change: .deleted, state: nil, reason: nil, steps: [])))
    }
  }
}
