import Documents
import Incremental
import Load
import Synchronization

/// The warehouse as the place where the engine's results go.
final class WarehouseSink: ItemSink {
  let name = StageName.load.rawValue
  let itemInputs = ["page", "report", "findings"]
  let groupInputs = ["region.findings"]

  private let path: String
  let fingerprint: String
  private let lists: ReferenceTables
  private let timestamp: @Sendable () -> String
  private let warehouse = Mutex<Warehouse?>(nil)
  /// Of the warehouse that is open, or that was looked into.
  private let holdings = Mutex<WarehouseHoldings?>(nil)

  /// - Parameter timestamp: the run's time as `warehouse_info.as_of` gives it.
  init(
    path: String,
    fingerprint: String,
    lists: ReferenceTables,
    timestamp: @escaping @Sendable () -> String
  ) {
    self.path = path
    self.fingerprint = fingerprint
    self.lists = lists
    self.timestamp = timestamp
  }

  var lockPath: String? { RunLock.path(beside: path) }

  func token() throws -> [UInt8]? {
    guard let token = try Warehouse.token(path: path) else { return nil }
    return bytes(token)
  }

  func open(verifying: Bool) throws -> SinkContents {
    let opened = try warehouse.withLock { warehouse in
      if let warehouse { return warehouse }
      let opened = try Warehouse(path: path, loaderFingerprint: fingerprint, lists: lists)
      warehouse = opened
      return opened
    }
    // Somebody else may have changed the file: what this program did not write is told or mended.
    if verifying { try opened.checkSchema() }
    var contents = SinkContents()
    // As it was found: mending counts it up.
    let generation = try opened.generation()
    contents.generation = SinkGeneration(identity: generation.identity, count: generation.count)
    if verifying {
      let orphans = try opened.removeOrphans()
      contents.hasChanged = try opened.mend() || orphans > 0
    }
    holdings.withLock { $0 = opened.holdings }
    contents.groups = try groups(opened.holdings, verifying: verifying)
    return contents
  }

  func peek(verifying: Bool) throws -> SinkContents? {
    guard let comparison = try WarehouseComparison(path: path) else { return SinkContents() }
    holdings.withLock { $0 = comparison.holdings }
    var contents = SinkContents()
    if verifying { contents.hasChanged = try comparison.isToBeMended(lists: lists) }
    contents.groups = try groups(comparison.holdings, verifying: verifying)
    return contents
  }

  func names(after name: String, limit: Int) throws -> [String] {
    try holdings.withLock(\.self)?.documents(after: name, limit: limit) ?? []
  }

  /// Where it is verified, what the load states say is held against the rows that are there: somebody may have removed
  /// either.
  func records(of names: [String], verifying: Bool) throws -> [ItemName: SinkRecord] {
    guard let holdings = holdings.withLock(\.self) else { return [:] }
    var records: [ItemName: SinkRecord] = [:]
    for (name, held) in zip(names, try holdings.held(of: names, counting: verifying)) {
      guard let state = held.state else {
        // Rows without a load state.
        if held.rowCount != nil { records[ItemName(name)] = Self.unknown }
        continue
      }
      var record = record(state)
      if verifying {
        if held.rowCount != state.rowCount { record.isIntact = false }
        record.isPresent = held.rowCount != nil
        if state.state == .stale { record.staleReason = held.reason ?? "" }
      }
      records[ItemName(name)] = record
    }
    return records
  }

  private static let unknown = SinkRecord(digest: nil, state: .failed, isIntact: false, isPresent: false)

  /// What a load state says, taken at its word.
  private func record(_ state: LoadState) -> SinkRecord {
    SinkRecord(
      digest: state.outputDigest.withUnsafeBytes { Digest(bytes: $0) },
      state: Self.state(state.state),
      isIntact: state.loaderFingerprint == fingerprint
    )
  }

  private func groups(_ holdings: WarehouseHoldings, verifying: Bool) throws -> [ItemName: SinkRecord] {
    var records: [ItemName: SinkRecord] = [:]
    var counts: [ItemName: Int] = [:]
    if verifying { for row in try holdings.groupRowCounts() { counts[ItemName(row.key)] = row.count } }
    for state in try holdings.groupStates() {
      let name = ItemName(state.key)
      var record = record(state)
      if verifying, state.rowCount != counts.removeValue(forKey: name) ?? 0 { record.isIntact = false }
      records[name] = record
    }
    // What is left has rows and no load state.
    for name in counts.keys { records[name] = Self.unknown }
    return records
  }

  func prepare(_ item: SinkItem) throws -> any Sendable {
    var report = item.values[1] as? Report
    // Of a text that is no report nothing is stated, in whatever state it is.
    if report?.refusal != nil || (item.state != .complete && item.state != .stale) { report?.observations = [] }
    return DocumentRows(
      uri: item.name,
      state: Self.state(item.state),
      reason: item.reason,
      outputDigest: item.digest.bytes,
      page: item.values[0] as? Page,
      report: report,
      findings: item.values[2] as? Findings ?? Findings()
    )
  }

  func prepare(group: String, digest: Digest, values: [any Sendable]) throws -> any Sendable {
    GroupRows(key: group, outputDigest: digest.bytes, findings: values.first as? Findings ?? Findings())
  }

  func commit(_ changes: [SinkChange]) throws -> Bool {
    var batch: [WarehouseChange] = []
    for change in changes {
      switch change {
      case .put(let rows): if let rows = rows as? DocumentRows { batch.append(.put(rows)) }
      case .markStale(let name, let reason): batch.append(.markStale(uri: name, reason: reason))
      case .remove(let name): batch.append(.remove(uri: name))
      case .putGroup(let rows): if let rows = rows as? GroupRows { batch.append(.putGroup(rows)) }
      case .removeGroup(let name): batch.append(.removeGroup(key: name))
      }
    }
    guard let opened = warehouse.withLock({ $0 }), !batch.isEmpty else { return false }
    try opened.write(batch)
    return true
  }

  func finish() throws -> [UInt8]? {
    guard let opened = warehouse.withLock({ $0 }) else { return nil }
    let token = try opened.finish(asOf: timestamp())
    warehouse.withLock { $0 = nil }
    holdings.withLock { $0 = nil }
    return bytes(token)
  }

  func abandon() {
    warehouse.withLock { warehouse in
      warehouse?.close()
      warehouse = nil
    }
    holdings.withLock { $0 = nil }
  }

  /// With what the warehouse's rows depend on besides the documents: the loader's code and the lexicon's lists.
  ///
  /// - Returns: `nil` while there is a log: the next run compares everything and empties it.
  private func bytes(_ token: WarehouseToken) -> [UInt8]? {
    guard token.isLogEmpty else { return nil }
    var bytes = Array("\(fingerprint) \(lists.digest) ".utf8)
    for value in [Int64(token.generation), token.size, token.modifiedNanoseconds, token.logSize] {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  private static func state(_ state: ItemState) -> Load.DocumentState {
    switch state {
    case .complete: .current
    case .ended: .notAReport
    case .stale: .stale
    // What is not finished does not come here.
    case .failed, .unfinished: .quarantined
    }
  }

  private static func state(_ state: Load.DocumentState) -> ItemState {
    switch state {
    case .current: .complete
    case .notAReport: .ended
    case .stale: .stale
    case .quarantined: .failed
    }
  }
}
