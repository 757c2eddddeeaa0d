// What is listed no more.
extension Survey {
  /// Leaves in ``vanished`` and ``orphans`` what is to go.
  ///
  /// - Returns: the sources of which suspiciously many items vanished.
  mutating func decideDeletions(
    _ engine: Engine,
    _ options: EngineOptions,
    _ verdict: ListingVerdict
  ) throws -> [(source: String, vanished: Int, of: Int)] {
    let found = vanished.count
    defer { kept = found - vanished.count }
    vanished.removeAll { verdict.mayBeHidden($0.row.name, $0.source) }
    if let items = options.items { vanished.removeAll { !items.contains(ItemName($0.row.name)) } }
    orphans = options.items != nil ? NameLog() : orphans.filter { name, _ in !verdict.mayBeHidden(name, "") }
    var withheld: [(source: String, vanished: Int, of: Int)] = []
    if !options.allowDeletions {
      // What the sink alone knows of: the store was deleted.
      if let sink = engine.sink, orphans.count > 10,
        Double(orphans.count) > 0.2 * Double(held)
      {
        withheld.append((sink.name, orphans.count, held))
        orphans = NameLog()
      }
      let suspicious = try DeletionGuard.decide(self, engine, options)
      withheld += suspicious
      let sources = Set(suspicious.map(\.source))
      vanished.removeAll { sources.contains($0.source) }
    }
    // A run that stops before the sink leaves what is gone to one that does not.
    if options.until != nil { vanished = [] }
    return withheld
  }
}
