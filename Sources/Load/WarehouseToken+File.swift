import Foundation

extension Warehouse {
  /// The token of the file as it lies there, read without SQLite.
  ///
  /// - Returns: `nil` where there is no file, or one too short to be a database.
  package static func token(path: String) throws(WarehouseError) -> WarehouseToken? {
    guard try isThere(path) else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw WarehouseError(.permission, path: path, cause: String(cString: strerror(errno)))
    }
    defer { _ = Foundation.close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw WarehouseError(.inputOutput, path: path, cause: String(cString: strerror(errno)))
    }
    // Bytes 60 to 63 of the header hold PRAGMA user_version, big-endian.
    var version = [UInt8](repeating: 0, count: 4)
    guard pread(descriptor, &version, 4, 60) == 4 else { return nil }
    return WarehouseToken(
      generation: version.reduce(0) { $0 << 8 | UInt32($1) },
      size: Int64(status.st_size),
      modifiedNanoseconds: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
      logSize: logSize(path: path)
    )
  }

  /// Bytes of the write-ahead log. Fit for a file that this process has open too: closing what ``token(path:)`` opens
  /// would let go of SQLite's locks on it.
  static func logSize(path: String) -> Int64 {
    // SQLite keeps it beside the file itself, whatever links lead there.
    guard let file = realpath(path, nil) else { return 0 }
    defer { free(file) }
    var status = stat()
    return stat(String(cString: file) + "-wal", &status) == 0 ? Int64(status.st_size) : 0
  }
}
