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
  private let fingerprint: String
  private let timestamp: @Sendable () -> String
  private let warehouse = Mutex<Warehouse?>(nil)

  /// - Parameter timestamp: the run's time as `warehouse_info.as_of` gives it.
  init(path: String, fingerprint: String, timestamp: @escaping @Sendable () -> String) {
    self.path = path
    self.fingerprint = fingerprint
    self.timestamp = timestamp
  }

  func token() throws -> [UInt8]? {
    guard let token = try Warehouse.token(path: path) else { return nil }
    return Self.bytes(token)
  }

  func open(verifying: Bool) throws -> SinkContents {
    let opened = try warehouse.withLock { warehouse in
      if let warehouse { return warehouse }
      let opened = try Warehouse(path: path, loaderFingerprint: fingerprint)
      warehouse = opened
      return opened
    }
    var counts: [LoadState.Kind: [ItemName: Int]] = [:]
    if verifying {
      for row in try opened.rowCounts() { counts[row.kind, default: [:]][ItemName(row.key)] = row.count }
    }
    var contents = SinkContents()
    for row in try opened.loadStates() {
      let name = ItemName(row.key)
      let isWhole = !verifying || row.rowCount == counts[row.kind]?[name] ?? 0
      let record = SinkRecord(
        digest: row.outputDigest.withUnsafeBytes { Digest(bytes: $0) },
        state: Self.state(row.state),
        isIntact: isWhole && row.loaderFingerprint == fingerprint
      )
      switch row.kind {
      case .document: contents.items[name] = record
      case .group: contents.groups[name] = record
      }
    }
    return contents
  }

  func prepare(_ item: SinkItem) throws -> any Sendable {
    var report = item.values[1] as? Report
    if item.state != .complete, item.state != .stale { report?.observations = [] }
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
    return Self.bytes(token)
  }

  func abandon() {
    warehouse.withLock { warehouse in
      warehouse?.close()
      warehouse = nil
    }
  }

  private static func bytes(_ token: WarehouseToken) -> [UInt8] {
    var bytes: [UInt8] = []
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
    case .failed: .quarantined
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
