import Foundation

extension Engine {
  /// Removes from the store what it need not keep, and gives the room back. The caller holds the locks.
  ///
  /// - Returns: `nil` where there is no store.
  package func collect(isDry: Bool = false) throws -> StoreCollection? {
    guard try existingStore() != nil else { return nil }
    return try collect(downTo: retention.maximumBytes, isDry: isDry, givesAllBack: true)
  }

  /// What a run that wrote something does at its end, so that limits hold without another command: hardly anything, as
  /// long as the store is within them.
  ///
  /// Then it collects down to nine tenths, so that the next nights have nothing to do, and leaves free pages to them as
  /// long as the file is no larger than it may be. By age it collects when a tenth of the age has passed since the last
  /// time. The caller holds the locks.
  package func collectWhenDue() throws -> StoreCollection? {
    guard retention.maximumBytes != nil || retention.maximumAgeNanoseconds != nil,
      try isCollectionDue()
    else { return nil }
    return try collect(downTo: retention.maximumBytes.map { $0 / 10 * 9 }, isDry: false, givesAllBack: false)
  }

  private func isCollectionDue() throws -> Bool {
    // Not for reading only: the last to close a store with such a connection leaves the files of its log behind.
    let connection = try SQLiteConnection(path: storePath, mode: .readWrite)
    let last = try CollectionMark(connection)
    if let limit = retention.maximumBytes {
      let space = StoreSpace(connection: connection)
      let used = try space.usedBytes
      // What could not be brought down is not tried again before it has grown.
      if used > limit, used > (last?.bytes ?? 0) / 20 * 21 { return true }
      if used <= limit, try space.fileBytes > limit { return true }
    }
    guard let age = retention.maximumAgeNanoseconds else { return false }
    guard let last else {
      try CollectionMark(time: access.now(), bytes: 0).write(connection)
      return false
    }
    return access.now() - last.time > max(age / 10, Self.leastPause)
  }

  /// A day.
  private static let leastPause: Int64 = 86_400_000_000_000

  private func collect(downTo target: Int64?, isDry: Bool, givesAllBack: Bool) throws -> StoreCollection {
    let connection = try SQLiteConnection(path: storePath, mode: isDry ? .readOnly : .readWrite)
    let space = StoreSpace(connection: connection)
    if !isDry {
      try connection.execute("PRAGMA synchronous = NORMAL")
      try space.checkpoint()
    }
    let before = StoreFile.sizeWithLog(of: storePath)
    var collector = try StoreCollector(
      connection: connection,
      path: storePath,
      retention: retention,
      graph: graph,
      now: access.now()
    )
    try collector.removeHistory(isDry: isDry)
    collector.chooseByAge()
    if isDry {
      let used = try space.usedBytes - collector.collection.freedBytes
      if let target, used > target { _ = collector.chooseBySize(bytes: used - target) }
      try collector.removeTraces(isDry: true)
      try collector.removeOrphans(isDry: true)
      var collection = collector.collection
      collection.bytesBefore = before
      collection.bytesAfter = try max(0, space.usedBytes - collection.freedBytes)
      return collection
    }
    try collector.removeChosen()
    if let target {
      // Rows share packs and pages: what is gone is known only when it is gone.
      while try space.usedBytes > target, collector.chooseBySize(bytes: try space.usedBytes - target) {
        try collector.removeChosen()
      }
    }
    try collector.removeOrphans(isDry: false)
    var collection = collector.collection
    try CollectionMark(time: access.now(), bytes: try space.usedBytes).write(connection)
    try space.checkpoint()
    collection.bytesWanted = try space.giveBack(downTo: givesAllBack ? 0 : retention.maximumBytes ?? .max)
    collection.bytesFree = try space.freeBytes
    collection.bytesBefore = before
    collection.bytesAfter = StoreFile.sizeWithLog(of: storePath)
    return collection
  }
}

extension StoreCollection {
  var freedBytes: Int64 { freed.values.reduce(0) { $0 + $1.bytes } }
}

/// When the store was last collected, and what was left: lies in `meta`.
struct CollectionMark {
  static let name = "collected"

  var time: Int64
  var bytes: Int64

  init(time: Int64, bytes: Int64) {
    self.time = time
    self.bytes = bytes
  }

  init?(_ record: [UInt8]?) {
    guard let record else { return nil }
    var reader = RecordReader(record)
    guard let time = reader.integer(), let bytes = reader.integer() else { return nil }
    self.init(time: time, bytes: bytes)
  }

  init?(_ connection: SQLiteConnection) throws(EngineError) {
    self.init(try connection.meta(Self.name))
  }

  func write(_ connection: SQLiteConnection) throws(EngineError) {
    var record = RecordWriter()
    record.write(UInt64(bitPattern: time))
    record.write(UInt64(bitPattern: bytes))
    try connection.setMeta(Self.name, record.bytes)
  }
}
