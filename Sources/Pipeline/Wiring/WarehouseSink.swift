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
  private let timestamp: @Sendable () -> String
  private let warehouse = Mutex<Warehouse?>(nil)

  /// - Parameter timestamp: the run's time as `warehouse_info.as_of` gives it.
  init(path: String, fingerprint: String, timestamp: @escaping @Sendable () -> String) {
    self.path = path
    self.fingerprint = fingerprint
    self.timestamp = timestamp
  }

  var lockPath: String? { path + ".lock" }

  func token() throws -> [UInt8]? {
    guard let token = try Warehouse.token(path: path) else { return nil }
    return bytes(token)
  }

  func open(verifying: Bool) throws -> SinkContents {
    let opened = try warehouse.withLock { warehouse in
      if let warehouse { return warehouse }
      let opened = try Warehouse(path: path, loaderFingerprint: fingerprint)
      warehouse = opened
      return opened
    }
    // Somebody else may have changed the file: what this program did not write is told or mended.
    if verifying { try opened.checkSchema() }
    var contents = contents(of: try opened.loadStates())
    contents.generation = try opened.generation()
    if verifying { try verify(opened, &contents) }
    return contents
  }

  /// What the load states say, taken at their word.
  func contents(of states: [LoadState]) -> SinkContents {
    var contents = SinkContents()
    for row in states {
      let record = SinkRecord(
        digest: row.outputDigest.withUnsafeBytes { Digest(bytes: $0) },
        state: Self.state(row.state),
        isIntact: row.loaderFingerprint == fingerprint
      )
      switch row.kind {
      case .document: contents.items[ItemName(row.key)] = record
      case .group: contents.groups[ItemName(row.key)] = record
      }
    }
    return contents
  }

  /// Holds what the load states say against the rows that are there: somebody may have removed either.
  private func verify(_ opened: Warehouse, _ contents: inout SinkContents) throws {
    let orphans = try opened.removeOrphans()
    contents.hasChanged = try opened.mend() || orphans > 0
    hold(&contents, try opened.loadStates(), counts: try opened.rowCounts(), documents: try opened.documents())
  }

  func peek(verifying: Bool) throws -> SinkContents? {
    guard let warehouse = try WarehouseComparison(path: path) else { return SinkContents() }
    let states = try warehouse.loadStates()
    var contents = contents(of: states)
    guard verifying else { return contents }
    hold(&contents, states, counts: try warehouse.rowCounts(), documents: try warehouse.documents())
    return contents
  }

  private func hold(
    _ contents: inout SinkContents,
    _ states: [LoadState],
    counts rows: [(kind: LoadState.Kind, key: String, count: Int)],
    documents: [(uri: String, state: Load.DocumentState, reason: String?)]
  ) {
    var counts: [LoadState.Kind: [ItemName: Int]] = [:]
    for row in rows { counts[row.kind, default: [:]][ItemName(row.key)] = row.count }
    let unknown = SinkRecord(digest: nil, state: .failed, isIntact: false, isPresent: false)
    var reasons: [ItemName: String] = [:]
    for document in documents where document.state == .stale { reasons[ItemName(document.uri)] = document.reason ?? "" }
    for row in states {
      let name = ItemName(row.key)
      let count = counts[row.kind]?.removeValue(forKey: name)
      switch row.kind {
      case .document:
        if row.rowCount != count { contents.items[name]?.isIntact = false }
        contents.items[name]?.isPresent = count != nil
        if row.state == .stale { contents.items[name]?.staleReason = reasons[name] ?? "" }
      case .group:
        if row.rowCount != count ?? 0 { contents.groups[name]?.isIntact = false }
      }
    }
    // What is left has rows and no load state.
    for name in (counts[.document] ?? [:]).keys { contents.items[name] = unknown }
    for name in (counts[.group] ?? [:]).keys { contents.groups[name] = unknown }
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
    return bytes(token)
  }

  func abandon() {
    warehouse.withLock { warehouse in
      warehouse?.close()
      warehouse = nil
    }
  }

  /// With what the warehouse's rows depend on besides the documents: the loader's code and the lexicon's lists.
  ///
  /// - Returns: `nil` while there is a log: the next run compares everything and empties it.
  private func bytes(_ token: WarehouseToken) -> [UInt8]? {
    guard token.isLogEmpty else { return nil }
    var bytes = Array("\(fingerprint) \(Warehouse.listsDigest) ".utf8)
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
