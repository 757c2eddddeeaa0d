/// What a run would do, found as the run finds it and without running a stage or writing a byte.
package struct EnginePlan: Sendable {
  package struct Stage: Sendable {
    /// Items for which it runs, unless a stage before it fails or finds nothing for it to do.
    package var willRun = 0
    /// Items for which it runs, unless its inputs turn out to be what it had before.
    package var mayRun = 0
    package var upToDate = 0
    package var reasons: [RunReason: (count: Int, example: String)] = [:]
  }

  package struct Group: Sendable {
    package var name: String
    /// Whether it certainly runs, or only unless its members turn out to give what they gave.
    package var isCertain: Bool
    package var reason: RunReason
  }

  package var items = 0
  package var added = (count: 0, names: [String]())
  package var changed = (count: 0, names: [String]())
  package var deleted = (count: 0, names: [String]())
  package var stages: [String: Stage] = [:]
  /// Groups whose stage runs, in the order of their names.
  package var groups: [Group] = []
  /// Items whose group is not known before they are read: it runs too.
  package var ungrouped = 0
  package var withheld: [(source: String, vanished: Int, of: Int)] = []
  /// Items that fail now and did not, as far as that is known.
  package var newlyFailed = 0
  /// Items that fail and go on to.
  package var failing = 0
  /// Whether the sink is mended in what belongs to no item.
  package var mendsSink = false
  package var costs = PlannedCosts()

  static func add(_ list: inout (count: Int, names: [String]), _ name: String) {
    list.count += 1
    if list.names.count < EngineReport.listLimit { list.names.append(name) }
  }
}

extension StoreReader {
  /// - Complexity: of a version that made nothing, O(traces).
  func hasTraces(of version: Digest) throws(EngineError) -> Bool {
    let statement = try connection.statement(
      "SELECT 1 FROM trace JOIN version ON version.id = trace.version WHERE version.digest = ? LIMIT 1"
    ).bind(1, version)
    defer { statement.reset() }
    return try statement.step()
  }
}

extension Engine {
  /// - Parameters: as of ``run(_:listing:listed:events:)``.
  package func plan(
    _ options: EngineOptions,
    listing: inout some IteratorProtocol<ListedItem>,
    listed: () throws -> ListingVerdict
  ) throws -> EnginePlan {
    let reader = try existingStore() ?? StoreReader()
    var planner = Planner(engine: self, options: options, reader: reader)
    try planner.plan(listing: &listing, listed: listed)
    return planner.plan
  }
}
