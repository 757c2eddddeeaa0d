/// What a no-op compares instead of the whole warehouse: taken after the last close, equal as long as nobody touched
/// the file since.
///
/// Read from the file's header without SQLite: the generation stands in `PRAGMA user_version` as well as in
/// `warehouse_info`.
package struct WarehouseToken: Hashable, Sendable {
  package var generation: UInt32
  package var size: Int64
  package var modifiedNanoseconds: Int64
  /// Of the write-ahead log beside it; 0 after a run that nobody kept from truncating it.
  package var logSize: Int64

  package init(generation: UInt32, size: Int64, modifiedNanoseconds: Int64, logSize: Int64) {
    self.generation = generation
    self.size = size
    self.modifiedNanoseconds = modifiedNanoseconds
    self.logSize = logSize
  }

  /// Whether the file holds everything. Else somebody reads it in a long transaction, or did not end well.
  package var isLogEmpty: Bool { logSize == 0 }
}
