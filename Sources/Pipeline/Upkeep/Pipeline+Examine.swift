import Incremental
import Lexicon

extension Pipeline {
  /// Looks at everything that a run needs: `pipeline.json`, the lock, the store, the warehouse, the disk. Writes nothing.
  ///
  /// - Parameters:
  ///   - isDeep: whether every row of the warehouse is held against the digest of those that were loaded.
  ///   - events: called for one event at a time.
  package func examine(
    isDeep: Bool = false,
    events: @escaping (UpkeepEvent) -> Void = { _ in }
  ) throws(PipelineError) -> Checkup {
    let start = ContinuousClock.now
    do {
      let engine = try PipelineEngine(configuration, surroundings).engine
      var examination = Examination(configuration: configuration, engine: engine, isDeep: isDeep, events: events)
      try examination.run()
      var checkup = examination.checkup
      checkup.isDeep = isDeep
      checkup.seconds = (ContinuousClock.now - start).seconds
      return checkup
    } catch {
      throw PipelineError(error, configuration)
    }
  }
}

/// One look at everything, part by part: what cannot be opened stops its own part only.
struct Examination {
  let configuration: Configuration
  let engine: Engine
  let isDeep: Bool
  let events: (UpkeepEvent) -> Void
  var checkup = Checkup()
  /// What the store says that the warehouse should have, by document.
  var expected: [String: (digest: Digest?, state: ItemState)] = [:]
  var isStoreWhole = false

  init(configuration: Configuration, engine: Engine, isDeep: Bool, events: @escaping (UpkeepEvent) -> Void) {
    self.configuration = configuration
    self.engine = engine
    self.isDeep = isDeep
    self.events = events
  }

  mutating func run() throws {
    examineProgram()
    examineConfiguration()
    examineLock()
    examineStore()
    examineWarehouse()
    examineDisk()
  }

  // MARK: Configuration

  private mutating func examineConfiguration() {
    var listing = SourceListing(configuration)
    var documents = 0
    while listing.next() != nil { documents += 1 }
    let before = checkup.checks.count
    if let conflict = listing.conflict {
      checkup.add(
        .configuration,
        .conflict,
        .trouble,
        place: conflict.uri,
        examples: [conflict.first, conflict.second]
      )
    }
    for missing in listing.missing {
      checkup.add(.configuration, .noMatch, .trouble, place: missing.source, detail: missing.pattern)
    }
    let regions = (try? Regions(overlaidBy: configuration.overlays)) ?? .builtIn
    for source in configuration.sources {
      guard let region = source.hints.region, !Self.isKnown(region, regions) else { continue }
      checkup.add(.configuration, .unknownRegion, .trouble, place: source.name, detail: region)
    }
    for note in listing.notes {
      // A folder that cannot be listed is not the fault of pipeline.json.
      checkup.add(
        note.isMissing ? .disk : .configuration,
        .sourceNote,
        note.isMissing ? .trouble : .note,
        place: note.place,
        detail: note.note
      )
    }
    if let first = listing.duplicates.first, listing.conflict == nil {
      checkup.add(
        .configuration,
        .duplicates,
        .note,
        place: first.uri,
        count: listing.duplicates.count,
        examples: [first.first, first.second]
      )
    }
    if !checkup.checks[before...].contains(where: { $0.verdict == .trouble }) {
      checkup.add(.configuration, .configuration, count: documents, detail: "\(configuration.sources.count)")
    }
  }

  /// Whether a stage could make anything of it.
  private static func isKnown(_ hint: String, _ regions: Regions) -> Bool {
    let words = Array(hint.utf8)
    if hint.contains("国务院") || hint.contains("全国") { return true }
    if !regions.matches(in: words, range: 0..<words.count).isEmpty { return true }
    return words.count == 6 && regions.region(code: hint, in: nil) != nil
  }

  private mutating func examineLock() {
    guard let holder = engine.lockHolder else {
      checkup.add(.store, .lockFree)
      return
    }
    var check = Checkup.Check(.store, .lockHeld, .note, place: holder.path)
    check.holder = LockHolder(holder)
    checkup.checks.append(check)
  }
}
