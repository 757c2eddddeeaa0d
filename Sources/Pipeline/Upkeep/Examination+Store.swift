import Incremental

extension Examination {
  mutating func examineStore() {
    let place = configuration.storePath
    var items: [String: (digest: Digest?, state: ItemState)] = [:]
    let found: StoreExamination?
    do {
      found = try engine.examine { items[$0.name] = ($0.load, $0.state) }
    } catch {
      let error = PipelineError(error, configuration)
      let code: Checkup.Code =
        switch error.code {
        case .storeDamaged: .storeDamaged
        case .noStore: .storeForeign
        default: .storeUnreadable
        }
      checkup.add(.store, code, .trouble, place: place, detail: error.cause)
      return
    }
    guard let found else {
      checkup.add(.store, .noStore, .note, place: place)
      return
    }
    guard found.damage.isEmpty else {
      checkup.add(.store, .storeDamaged, .trouble, place: place, detail: found.damage[0])
      return
    }
    guard !found.isOlder else {
      checkup.add(.store, .storeOlder, .note, place: place)
      return
    }
    guard found.schemaFaults.isEmpty else {
      checkup.add(.store, .storeSchema, .trouble, place: place, examples: found.schemaFaults)
      return
    }
    isStoreWhole = true
    expected = items
    checkup.add(.store, .storeWhole, place: place, count: found.items, detail: "\(found.bytes)")
    for orphan in StoreExamination.Orphan.allCases {
      guard let (count, example) = found.orphans[orphan] else { continue }
      checkup.add(
        .store,
        .storeOrphans,
        .trouble,
        place: place,
        count: count,
        detail: orphan.rawValue,
        examples: [example]
      )
    }
    if found.withoutLastGood.count > 0 {
      checkup.add(
        .store,
        .withoutLastGood,
        .note,
        place: configuration.warehousePath,
        count: found.withoutLastGood.count,
        examples: found.withoutLastGood.examples
      )
    }
    let isHeld = engine.lockHolder != nil
    if found.logBytes > 0, !isHeld {
      checkup.add(.store, .storeLog, .note, place: place + "-wal", count: Int(found.logBytes))
    }
    if let run = found.lastRun, run.finished == nil, !isHeld {
      checkup.add(.store, .runUnfinished, .note, count: Int(run.run))
    }
    if found.freeBytes > max(50_000_000, found.bytes / 4) {
      checkup.add(.store, .storeFree, .note, place: place, count: Int(found.freeBytes))
    }
    if found.sinkWasTouched == true {
      checkup.add(.warehouse, .warehouseTouched, .note, place: configuration.warehousePath)
    }
  }
}
