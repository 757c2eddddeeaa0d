import Foundation

/// What lies in the store's place: pipeline.json may name somebody's own file, which must not be taken for a damaged
/// store that may be deleted.
package enum StoreFile {
  /// What goes with a file lies beside the file itself, whatever links lead there: its lock, as SQLite's log does.
  package static func path(_ suffix: String, beside file: String) -> String {
    let whole = file as NSString
    // A file that is not there yet: it is its folder that links may lead to.
    let place =
      resolved(file)
      ?? resolved(whole.deletingLastPathComponent).map {
        ($0 as NSString).appendingPathComponent(whole.lastPathComponent)
      }
    return (place ?? file) + suffix
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path.isEmpty ? "." : path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Bytes of a database's write-ahead log; 0 where it has none.
  package static func logSize(of file: String) -> Int64 { size(path("-wal", beside: file)) }

  package static func sizeWithLog(of file: String) -> Int64 { size(file) + logSize(of: file) }

  /// Bytes; 0 of one that is not there.
  package static func size(_ path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// - Returns: `nil` for a regular file, and where there is none.
  static func otherKind(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is no regular file"
  }

  /// Whether the first bytes are those of a database, or what damage may have left of them. Only for a file that SQLite
  /// refuses: closing it lets go of all locks that this process has on it.
  static func beginsAsDatabase(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let magic = Array("SQLite format 3\0".utf8)
    var head = [UInt8](repeating: 0, count: magic.count)
    head.removeLast(head.count - max(0, read(descriptor, &head, head.count)))
    let same = zip(head, magic).count { $0 == $1 }
    // A sector that never reached the disk is full of zeros.
    return 2 * same >= head.count || head.allSatisfy { $0 == 0 }
  }
}

extension SQLiteConnection {
  /// The version of the store in this file; 0 for a file without tables.
  ///
  /// - Throws: ``EngineError`` where the tables are somebody else's.
  func storeVersion() throws(EngineError) -> Int64 {
    let names = StoreSchema.telling.map { "'\($0)'" }.joined(separator: ", ")
    let tables = try integer("SELECT count(*) FROM sqlite_schema") ?? 0
    let own = try integer("SELECT count(*) FROM sqlite_schema WHERE name IN (\(names))") ?? 0
    // One that is missing is damage.
    if tables > 0, own < StoreSchema.telling.count / 2 {
      throw EngineError(.storeForeign, place: path, cause: "its tables are not a store's")
    }
    let version = try integer("PRAGMA user_version") ?? 0
    if version > StoreSchema.version {
      throw EngineError(
        .storeNewer,
        place: path,
        cause: "version \(version), this program knows \(StoreSchema.version)"
      )
    }
    return version
  }
}
