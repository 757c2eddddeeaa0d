import CSQLite
import Foundation
import Incremental

extension Examination {
  mutating func examineProgram() {
    var key = KeyBuilder(domain: "program.1")
    for stage in StageName.allCases { key.append(tag: 1, CodeFingerprints.code(of: stage)) }
    let parts = [
      "code \(key.digest.hex.prefix(10))", "SQLite \(String(cString: sqlite3_libversion()))",
      "zstd \(StoreExamination.zstdVersion)",
    ]
    checkup.add(.program, .versions, detail: parts.joined(separator: ", "))
  }

  mutating func examineDisk() {
    let files = [configuration.storePath, configuration.warehousePath]
    for file in files {
      for path in Self.withoutRights(file) {
        checkup.add(.disk, .noRights, .trouble, place: path.path, detail: path.reason)
      }
    }
    var seen: Set<String> = []
    for file in files {
      let folder = Self.folder(of: file)
      var status = stat()
      guard stat(folder, &status) == 0, let room = Self.room(in: folder) else { continue }
      // Two folders of one disk are told once.
      guard seen.insert("\(status.st_dev)").inserted else { continue }
      let needed = files.filter { Self.isOnDisk($0, status.st_dev) }.reduce(100_000_000) { $0 + StoreFile.size($1) / 2 }
      let isLittle = room < needed
      checkup.add(
        .disk,
        isLittle ? .littleRoom : .room,
        isLittle ? .trouble : .well,
        place: folder,
        count: Int(clamping: room),
        detail: "\(needed)"
      )
    }
  }

  /// The folder of a file, or the nearest above it that is there.
  private static func folder(of file: String) -> String {
    var folder = (file as NSString).deletingLastPathComponent
    while folder.count > 1, access(folder, F_OK) != 0 { folder = (folder as NSString).deletingLastPathComponent }
    return folder
  }

  private static func isOnDisk(_ file: String, _ device: dev_t) -> Bool {
    var status = stat()
    return stat(folder(of: file), &status) == 0 && status.st_dev == device
  }

  private static func room(in folder: String) -> Int64? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    return Int64(clamping: UInt64(status.f_bavail).multipliedFullWidth(by: UInt64(status.f_frsize)).low)
  }

  /// What this user may not write of a database: its folder too, since its log is made there.
  private static func withoutRights(_ file: String) -> [(path: String, reason: String)] {
    var paths: [(String, String)] = []
    let folder = folder(of: StoreFile.path("", beside: file))
    if access(folder, W_OK | X_OK) != 0 { paths.append((folder, String(cString: strerror(errno)))) }
    let beside = ["-wal", "-shm", ".lock"].map { StoreFile.path($0, beside: file) }
    for path in [file] + beside where access(path, F_OK) == 0 {
      if access(path, R_OK | W_OK) != 0 { paths.append((path, String(cString: strerror(errno)))) }
    }
    return paths
  }
}
