package import Foundation

/// A folder that goes with the test.
package final class TemporaryFolder: Sendable {
  /// Absolute, without links in it, and without a slash at its end.
  package let path: String
  /// Holds a lock, which the system drops when the process is killed: the folder is nobody's then.
  private let descriptor: Int32

  package init() throws {
    path = Self.parent + "/" + Self.prefix + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    flock(descriptor, LOCK_EX)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    close(descriptor)
  }

  private static let prefix = "gongbao-test-"
  /// Where a test may have mounted a disk.
  package static let diskName = "disk"

  /// In memory where there is plenty: what is tested would else wait for the disk most of the time.
  private static let parent: String = {
    var status = statvfs()
    let isRoomy = statvfs("/dev/shm", &status) == 0 && status.f_bavail * status.f_frsize > 1 << 30
    let parent =
      isRoomy && access("/dev/shm", W_OK) == 0
      ? "/dev/shm" : FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    removeAbandoned(in: parent)
    return parent
  }()

  /// Removes what killed processes left.
  private static func removeAbandoned(in parent: String) {
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: parent)) ?? [] where name.hasPrefix(prefix) {
      let path = parent + "/" + name
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { continue }
      // An empty one may be new, and its lock about to be taken.
      guard (try? files.contentsOfDirectory(atPath: path).isEmpty) == false else { continue }
      umount2(path + "/" + diskName, Int32(MNT_DETACH))
      try? files.removeItem(atPath: path)
    }
  }

  package var url: URL { URL(filePath: path, directoryHint: .isDirectory) }

  package func path(_ name: String) -> String { path + "/" + name }

  /// With the folders above it.
  package func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(filePath: path(name))
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  package func write(_ text: String = "x", to name: String) throws { try write(Array(text.utf8), to: name) }

  package func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
  }

  package func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }
}
