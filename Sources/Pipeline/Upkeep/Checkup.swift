/// What `gongbao doctor` found: everything that it looked at, in the order in which it did.
package struct Checkup: Sendable, Encodable {
  package enum Area: String, Sendable, Encodable, CaseIterable {
    case program, configuration, store, warehouse, disk
  }

  package enum Verdict: String, Sendable, Encodable {
    case well
    /// Worth knowing, and nothing to mend: the next run sees to it.
    case note
    case trouble
  }

  /// What was looked at and found.
  package enum Code: String, Sendable, Encodable, CaseIterable {
    case versions
    case configuration, noMatch, sourceNote, conflict, duplicates, unknownRegion
    case lockFree, lockHeld
    case noStore, storeForeign, storeUnreadable, storeDamaged, storeSchema, storeOlder, storeWhole, storeOrphans,
      storeLog
    case runUnfinished, withoutLastGood, storeFree
    case noWarehouse, warehouseUnreadable, warehouseDamaged, warehouseSchema, warehouseOlder, warehouseWhole
    case warehouseIncomplete, warehouseTouched, brokenReferences, searchIndex
    case otherCounts, withoutState, disagrees, otherDigests, digestsWhole
    case room, littleRoom, noRights
  }

  package struct Check: Sendable, Encodable {
    package var area: Area
    package var code: Code
    package var verdict: Verdict
    /// A path, or a source of `pipeline.json`.
    package var place = ""
    package var count = 0
    /// The system's or SQLite's words, or a name; not for programs.
    package var detail = ""
    /// Some of what is concerned.
    package var examples: [String] = []
    package var holder: LockHolder?

    init(_ area: Area, _ code: Code, _ verdict: Verdict, place: String = "") {
      self.area = area
      self.code = code
      self.verdict = verdict
      self.place = place
    }
  }

  package var isDeep = false
  package var checks: [Check] = []
  package var seconds = 0.0

  package init() {}

  package var troubles: [Check] { checks.filter { $0.verdict == .trouble } }

  /// A fault of `pipeline.json` alone is one of the configuration.
  package var exitStatus: ExitStatus {
    guard !troubles.isEmpty else { return .ok }
    return troubles.allSatisfy { $0.area == .configuration } ? .configuration : .inputOutput
  }

  mutating func add(
    _ area: Area,
    _ code: Code,
    _ verdict: Verdict = .well,
    place: String = "",
    count: Int = 0,
    detail: String = "",
    examples: [String] = []
  ) {
    var check = Check(area, code, verdict, place: place)
    check.count = count
    check.detail = detail
    check.examples = examples
    checks.append(check)
  }
}
