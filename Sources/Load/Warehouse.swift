/// The warehouse file, open for writing. One writer uses it; it may be handed from task to task.
package final class Warehouse: Sendable {
  package let path: String
  /// What `load_state` says of the program that writes: a change of it makes every row be compared again.
  package let loaderFingerprint: String

  /// Opens the file, making it and its folder where they are missing, and brings its schema up to date.
  package init(path: String, loaderFingerprint: String) throws(WarehouseError) {
    self.path = path
    self.loaderFingerprint = loaderFingerprint
  }

  /// - Returns: `nil` where there is no warehouse.
  package static func token(path: String) throws(WarehouseError) -> WarehouseToken? {
    nil
  }

  /// What is loaded, ordered by kind and key (UTF-8).
  package func loadStates() throws(WarehouseError) -> [LoadState] {
    []
  }

  /// The rows that really are there for each document and group, ordered as ``loadStates()``: where it differs from
  /// ``LoadState/rowCount``, somebody edited the warehouse.
  package func rowCounts() throws(WarehouseError) -> [(kind: LoadState.Kind, key: String, count: Int)] {
    []
  }

  /// Writes a batch in one transaction, with its rows of `load_state`.
  @discardableResult
  package func write(_ changes: [WarehouseChange]) throws(WarehouseError) -> WriteCounts {
    WriteCounts()
  }

  /// Ends the run: sets `warehouse_info` where anything was written, empties the write-ahead log, closes the file.
  ///
  /// A run that wrote nothing writes nothing here either.
  ///
  /// - Parameter asOf: the run's time, as `warehouse_info.as_of` gives it.
  package func finish(asOf: String) throws(WarehouseError) -> WarehouseToken {
    WarehouseToken(generation: 0, size: 0, modifiedNanoseconds: 0, logSize: 0)
  }

  /// Closes the file and leaves `warehouse_info.complete` as it is: for a run that was cancelled or failed.
  package func close() {}
}
