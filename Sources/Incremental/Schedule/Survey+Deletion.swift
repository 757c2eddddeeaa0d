// What is listed no more.
extension Survey {
  /// Leaves in ``vanished`` and ``orphans`` what is to go.
  ///
  /// - Returns: the sources of which suspiciously many items vanished.
  mutating func decideDeletions(
    _ engine: Engine,
    _ options: EngineOptions,
    _ reader: StoreReader,
    _ verdict: ListingVerdict
  ) throws -> [(source: String, vanished: Int, of: Int)] {
    let found = vanished.count
    defer { kept = found - vanished.count }
    if !vanished.isEmpty {
      let sources = try reader.sources()
      vanished = vanished.filter { name, entry in
        !verdict.mayBeHidden(name, sources[entry.source] ?? "") && options.items?.contains(ItemName(name)) != false
      }
    }
    orphans = options.items != nil ? NameLog() : orphans.filter { name, _ in !verdict.mayBeHidden(name, "") }
    var withheld: [(source: String, vanished: Int, of: Int)] = []
    if !options.allowDeletions {
      let warden = try DeletionGuard(self, reader, engine)
      if let sink = engine.sink, let forgotten = try warden.forgotten() {
        withheld.append((sink.name, forgotten.unknown, held))
        orphans = forgotten.own
      }
      let suspicious = try warden.suspicious()
      withheld += suspicious.map { ($0.name, $0.vanished, $0.of) }
      let sources = Set(suspicious.map(\.source))
      if !sources.isEmpty { vanished = vanished.filter { _, entry in !sources.contains(entry.source) } }
    }
    // A run that stops before the sink leaves what is gone to one that does not.
    if options.until != nil { vanished = NameLog() }
    return withheld
  }
}
