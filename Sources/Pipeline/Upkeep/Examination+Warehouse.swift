import Foundation
import Incremental
import Load

extension Examination {
  mutating func examineWarehouse() {
    let place = configuration.warehousePath
    guard FileManager.default.fileExists(atPath: place) else {
      // Before the first run nothing is missing.
      checkup.add(.warehouse, .noWarehouse, expected.isEmpty ? .note : .trouble, place: place)
      return
    }
    let found: WarehouseExamination
    do {
      let events = events
      found = try Warehouse.examine(path: place, isDeep: isDeep) { done, all in
        events(.progress(.documents, done: done, of: all))
      }
    } catch {
      let error = error as? WarehouseError ?? WarehouseError(.unexpected, path: place, cause: "\(error)")
      let isDamaged = error.code == .corrupt || error.code == .notADatabase
      checkup.add(
        .warehouse,
        isDamaged ? .warehouseDamaged : .warehouseUnreadable,
        .trouble,
        place: place,
        detail: error.description
      )
      return
    }
    guard found.damage.isEmpty else {
      checkup.add(.warehouse, .warehouseDamaged, .trouble, place: place, detail: found.damage[0])
      return
    }
    guard !found.isOlder else {
      checkup.add(.warehouse, .warehouseOlder, .note, place: place)
      return
    }
    if let fault = found.schemaFault {
      checkup.add(.warehouse, .warehouseSchema, .trouble, place: place, detail: fault)
      return
    }
    tell(found, place)
  }

  private mutating func tell(_ found: WarehouseExamination, _ place: String) {
    let before = checkup.checks.count
    func odd(_ code: Checkup.Code, _ odd: WarehouseExamination.Odd) {
      guard odd.count > 0 else { return }
      checkup.add(.warehouse, code, .trouble, place: place, count: odd.count, examples: odd.examples)
    }
    if !found.isComplete, engine.lockHolder == nil {
      checkup.add(.warehouse, .warehouseIncomplete, .trouble, place: place)
    }
    odd(.brokenReferences, found.brokenReferences)
    odd(.otherCounts, found.otherCounts)
    odd(.withoutState, found.withoutState)
    odd(.disagrees, disagreeing(found.loadStates))
    if !found.searchIsWhole { checkup.add(.warehouse, .searchIndex, .trouble, place: place) }
    if let digests = found.otherDigests {
      odd(.otherDigests, digests)
      if digests.count == 0 { checkup.add(.warehouse, .digestsWhole, count: found.loadStates.count) }
    }
    guard !checkup.checks[before...].contains(where: { $0.verdict == .trouble }) else { return }
    var check = Checkup.Check(.warehouse, .warehouseWhole, .well, place: place)
    check.count = found.loadStates.count { $0.kind == .document }
    check.detail = found.asOf ?? ""
    checkup.checks.insert(check, at: before)
  }

  /// Documents of which store and warehouse say different things.
  private func disagreeing(_ states: [LoadState]) -> WarehouseExamination.Odd {
    var odd = WarehouseExamination.Odd()
    // A run is under way, or the store cannot tell.
    guard isStoreWhole, engine.lockHolder == nil else { return odd }
    var rest = expected.filter { $0.value.digest != nil }
    for state in states where state.kind == .document {
      guard let known = rest.removeValue(forKey: state.key) else {
        if expected[state.key] == nil { odd.add(state.key) }
        continue
      }
      if known.digest?.bytes != state.outputDigest || known.state != ItemState(state.state) { odd.add(state.key) }
    }
    for name in rest.keys.sorted() { odd.add(name) }
    return odd
  }
}

extension ItemState {
  fileprivate init(_ state: Load.DocumentState) {
    switch state {
    case .current: self = .complete
    case .notAReport: self = .ended
    case .stale: self = .stale
    case .quarantined: self = .failed
    }
  }
}
