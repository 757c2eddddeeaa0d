package import Foundation

/// A folder that goes with the test.
package final class TemporaryFolder: Sendable {
  /// Absolute, without links in it, and without a slash at its end.
  package let path: String

  package init() throws {
    path = Self.parent + "/gongbao-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// In memory where there is plenty: what is tested would else wait for the disk most of the time.
  private static let parent: String = {
    var status = statvfs()
    let isRoomy = statvfs("/dev/shm", &status) == 0 && status.f_bavail * status.f_frsize > 1 << 30
    if isRoomy, access("/dev/shm", W_OK) == 0 { return "/dev/shm" }
    return FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
  }()

  package var url: URL { URL(filePath: path, directoryHint: .isDirectory) }

  package func path(_ name: String) -> String { path + "/" + name }

  package func write(_ text: String = "x", to name: String) throws {
    let file = URL(filePath: path(name))
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  package func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
  }

  package func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }
}
