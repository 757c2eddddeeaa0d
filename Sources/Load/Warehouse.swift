import CSQLite
import Foundation
import GRDB
import Synchronization

/// The warehouse file, open for writing. One writer uses it; it may be handed from task to task.
package final class Warehouse: Sendable {
  package let path: String
  /// What `load_state` says of the program that writes: a change of it makes every row be compared again.
  package let loaderFingerprint: String
  private let lists: ReferenceTables
  let queue: DatabaseQueue
  /// Whether this run has written and said so in `warehouse_info`.
  private let hasWritten = Mutex(false)

  /// Opens the file, making it and its folder where they are missing, and brings its schema up to date.
  ///
  /// A file that is there, of this version and closed well is not written.
  package init(
    path: String,
    loaderFingerprint: String,
    lists: ReferenceTables = ReferenceTables()
  ) throws(WarehouseError) {
    self.path = path
    self.loaderFingerprint = loaderFingerprint
    self.lists = lists
    do {
      try Self.makeFolder(of: path)
      var configuration = Configuration()
      configuration.label = "warehouse"
      configuration.busyMode = .timeout(Self.busySeconds)
      configuration.prepareDatabase { database in
        // A batch that is committed is on the disk: the store takes it for loaded, whatever befalls the power.
        try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY")
      }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Self.prepare(queue, path: path)
    } catch {
      throw WarehouseError(error, path: path)
    }
  }

  /// Opens a warehouse that is there, to look at it only: nothing is made, brought up to date or mended.
  init(reading path: String) throws(WarehouseError) {
    self.path = path
    loaderFingerprint = ""
    lists = ReferenceTables()
    do {
      _ = try Self.isThere(path)
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(Self.busySeconds)
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { database in
        let identity = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        guard identity == WarehouseMigrations.applicationID else { throw WarehouseError(.foreign, path: path) }
        guard try WarehouseMigrations.newer(database).isEmpty else { throw WarehouseError(.newer, path: path) }
      }
    } catch {
      throw WarehouseError(error, path: path)
    }
  }

  private static let busySeconds: TimeInterval = 5

  private static func makeFolder(of path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw WarehouseError(.folder, path: folder.path, cause: error.localizedDescription)
    }
    _ = try isThere(path)
  }

  /// - Throws: ``WarehouseError`` where what is there can be no database.
  static func isThere(_ path: String) throws(WarehouseError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    // Opening a pipe would wait for somebody at its other end.
    guard status.st_mode & S_IFMT == S_IFREG else {
      let cause = status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is no regular file"
      throw WarehouseError(.notADatabase, path: path, cause: cause)
    }
    return true
  }

  private static func prepare(_ queue: DatabaseQueue, path: String) throws {
    let isReady = try queue.writeWithoutTransaction { database in
      // Before the first table: a run killed between the two would leave a file that nobody knows.
      if try !WarehouseMigrations.isWarehouse(database, path: path) {
        try database.execute(sql: "PRAGMA application_id = \(WarehouseMigrations.applicationID)")
      }
      if try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" {
        try database.execute(sql: "PRAGMA journal_mode = WAL")
      }
      return try WarehouseMigrations.areComplete(database)
    }
    if !isReady { try WarehouseMigrations.migrator.migrate(queue) }
  }

  /// Which warehouse it is, or a copy of, and how many runs have changed it.
  package func generation() throws(WarehouseError) -> (identity: String, count: Int64) {
    try access { database in
      let row = try Row.fetchOne(database, sql: "SELECT identity, generation FROM warehouse_info")
      return row.map { ($0[0], $0[1]) } ?? ("", 0)
    }
  }

  /// What is loaded, ordered by kind and key (UTF-8).
  package func loadStates() throws(WarehouseError) -> [LoadState] {
    try access { database in try LoadState.Kind.allCases.flatMap { try LoadStateReader.all($0, in: database) } }
  }

  /// Mends what belongs to no document: the lexicon's lists, where the lexicon is another one, and the full-text index,
  /// where somebody removed sentences behind its back.
  ///
  /// - Returns: whether anything was written.
  package func mend() throws(WarehouseError) -> Bool {
    let isFirst = !hasWritten.withLock { $0 }
    let hasMended = try access { database in
      let listsAreOld = try !self.lists.isUpToDate(in: database)
      let searchIsWhole = try SearchIndex.isWhole(in: database)
      guard listsAreOld || !searchIsWhole else { return false }
      try database.inTransaction(.immediate) {
        if !searchIsWhole { try SearchIndex.rebuild(in: database) }
        try self.lists.bringUpToDate(in: database)
        if isFirst { try WarehouseInfo.begin(in: database, lists: self.lists) }
        return .commit
      }
      return true
    }
    if hasMended { hasWritten.withLock { $0 = true } }
    return hasMended
  }

  /// The rows that really are there for each document and group, ordered as ``loadStates()``: where it differs from
  /// ``LoadState/rowCount``, somebody edited the warehouse.
  package func rowCounts() throws(WarehouseError) -> [(kind: LoadState.Kind, key: String, count: Int)] {
    try access { try StoredCounts.rows(in: $0) }
  }

  /// Removes the rows whose document is gone: somebody deleted it without its rows, in a shell that keeps no foreign
  /// keys. They would belong to the next document that gets its number.
  ///
  /// - Returns: how many rows there were.
  @discardableResult
  package func removeOrphans() throws(WarehouseError) -> Int {
    let count = try access { database in
      let owners = try Self.ownersOfOrphans(in: database)
      guard !owners.isEmpty else { return 0 }
      var count = 0
      try database.inTransaction(.immediate) {
        var writer = try BatchWriter(in: database, fingerprint: self.loaderFingerprint, path: self.path)
        for owner in owners { try writer.removeRows(of: owner) }
        count = writer.counts.deleted
        if !self.hasWritten.withLock({ $0 }) { try WarehouseInfo.begin(in: database, lists: self.lists) }
        return .commit
      }
      return count
    }
    if count > 0 { hasWritten.withLock { $0 = true } }
    return count
  }

  /// Numbers that rows have for a document that is not there.
  static func ownersOfOrphans(in database: Database) throws -> [Int64] {
    let children = DocumentRows.definitions.map { "SELECT document_id FROM \($0.name)" }.joined(separator: " UNION ")
    return try Int64.fetchAll(
      database,
      sql: """
        SELECT document_id FROM (\(children))
        WHERE document_id IS NOT NULL AND document_id NOT IN (SELECT id FROM document)
        """
    )
  }

  /// Holds tables, indexes and views against those that this program makes; others may stand beside them.
  package func checkSchema() throws(WarehouseError) {
    try access { try WarehouseMigrations.checkSchema($0, path: self.path) }
  }

  /// The digest of the rows that really are there, to be held against ``LoadState/rowDigest``.
  ///
  /// - Returns: `nil` where the document is not there; of a group without findings the digest of no rows.
  package func rowDigest(of kind: LoadState.Kind, _ key: String) throws(WarehouseError) -> [UInt8]? {
    try access { database in try StoredRows.digest(of: kind, key, in: database) }
  }

  /// Writes a batch in one transaction, with its rows of `load_state`. On an error nothing of the batch stays.
  ///
  /// The first batch of a run that changes anything sets `warehouse_info.complete` to 0 and counts `generation` up,
  /// in its own transaction.
  @discardableResult
  package func write(_ changes: [WarehouseChange]) throws(WarehouseError) -> WriteCounts {
    guard !changes.isEmpty else { return WriteCounts() }
    let isFirst = !hasWritten.withLock { $0 }
    let counts = try access { database in
      var counts = WriteCounts()
      try database.inTransaction(.immediate) {
        var writer = try BatchWriter(in: database, fingerprint: self.loaderFingerprint, path: self.path)
        for change in changes { try writer.carryOut(change) }
        counts = writer.counts
        if isFirst, !counts.isEmpty { try WarehouseInfo.begin(in: database, lists: self.lists) }
        return .commit
      }
      return counts
    }
    if !counts.isEmpty { hasWritten.withLock { $0 = true } }
    return counts
  }

  /// Ends the run: sets `warehouse_info` where anything was written, empties the write-ahead log, closes the file.
  ///
  /// A run that wrote nothing writes nothing here either, unless an earlier one left the warehouse incomplete or its
  /// log full. A reader in a long transaction keeps the log from being emptied; that is no error.
  ///
  /// - Parameter asOf: the run's time, as `warehouse_info.as_of` gives it.
  package func finish(asOf: String) throws(WarehouseError) -> WarehouseToken {
    let hasWritten = self.hasWritten.withLock { $0 }
    try access { database in
      let isToEnd = try hasWritten || !WarehouseInfo.isComplete(in: database)
      if isToEnd { try WarehouseInfo.end(asOf: asOf, in: database) }
      guard isToEnd || Self.logSize(path: path) > 0 else { return }
      try database.execute(sql: "PRAGMA busy_timeout = 100")
      _ = try? database.checkpoint(.truncate)
    }
    close()
    guard let token = try Self.token(path: path) else {
      throw WarehouseError(.inputOutput, path: path, cause: "it is gone")
    }
    return token
  }

  /// Closes the file and leaves `warehouse_info.complete` as it is: for a run that was cancelled or failed.
  package func close() {
    try? queue.close()
  }

  func access<Value>(_ body: (Database) throws -> Value) throws(WarehouseError) -> Value {
    do {
      return try queue.writeWithoutTransaction(body)
    } catch {
      throw WarehouseError(error, path: path)
    }
  }
}
