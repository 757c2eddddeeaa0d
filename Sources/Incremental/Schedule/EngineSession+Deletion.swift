// What is listed no more.
extension EngineSession {
  /// Items of one commit: a kill leaves no more to do again, and neither log grows with what leaves.
  private static let deletedAtOnce = 1024

  mutating func delete(_ survey: Survey, _ events: (EngineEvent) -> Void) throws {
    guard options.until == nil else { return }
    for start in stride(from: 0, to: survey.vanished.count, by: Self.deletedAtOnce) {
      let rows = try (start..<min(start + Self.deletedAtOnce, survey.vanished.count)).compactMap { index in
        try reader.item(named: survey.vanished[index].name)
      }
      try writer.transaction {
        try dropToken()
        for row in rows { try delete(row) }
      }
      try commit(rows.map { SinkChange.remove(name: $0.name) })
      for row in rows { tell(deleted: row.name, events) }
    }
    if !survey.orphans.isEmpty { try writer.transaction { try dropToken() } }
    for start in stride(from: 0, to: survey.orphans.count, by: Self.deletedAtOnce) {
      let orphans = (start..<min(start + Self.deletedAtOnce, survey.orphans.count)).map { survey.orphans[$0] }
      try commit(orphans.map { SinkChange.remove(name: $0.name) })
      // Of what the sink alone knew, items are told that really were there.
      for (name, isPresent) in orphans where isPresent { tell(deleted: name, events) }
    }
  }

  private func delete(_ row: ItemRow) throws {
    try writer.remove(row)
    if let group = row.group { try writer.removeMember(row.name, of: group) }
    try writer.putAttempt(run: report.run, item: row.name, change: .deleted, state: nil, reason: nil, steps: [])
  }

  private mutating func tell(deleted name: String, _ events: (EngineEvent) -> Void) {
    report.count(.deleted, name)
    events(.item(EngineItemReport(name: name, change: .deleted, state: nil, reason: nil, steps: [])))
  }
}
