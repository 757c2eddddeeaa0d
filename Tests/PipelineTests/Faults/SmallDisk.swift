import Foundation
import Testbed

/// A file system in memory that has no more room than a test gives it.
final class SmallDisk {
  private let folder: TemporaryFolder
  var path: String { folder.path(TemporaryFolder.diskName) }

  /// - Returns: `nil` where this user may not mount one.
  init?(bytes: Int) {
    guard let folder = try? TemporaryFolder() else { return nil }
    self.folder = folder
    try? folder.makeFolder(TemporaryFolder.diskName)
    guard Self.mount(["-t", "tmpfs", "-o", "size=\(bytes)", "tmpfs", folder.path(TemporaryFolder.diskName)]) else {
      return nil
    }
  }

  deinit {
    _ = Self.call("umount", ["-l", path])
  }

  func resize(bytes: Int) -> Bool { Self.mount(["-o", "remount,size=\(bytes)", path]) }

  static let isPossible = getuid() == 0 && SmallDisk(bytes: 65_536) != nil

  private static func mount(_ arguments: [String]) -> Bool { call("mount", arguments) }

  private static func call(_ program: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
