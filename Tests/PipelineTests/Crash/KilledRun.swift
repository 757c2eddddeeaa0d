import Foundation
import GRDB
import Pipeline
import Testing

/// A folder in some state, and what a run makes of it when it is killed and when it is not.
struct KilledRun {
  /// Never run in itself: each try gets a copy.
  let origin: Sandbox
  private let wanted: WarehouseRows
  /// Changes of files in a run that nobody kills.
  let changes: Int
  let duration: Duration

  init(_ origin: Sandbox) throws {
    self.origin = origin
    let copy = try Self.copy(origin)
    let start = ContinuousClock.now
    let (exit, output) = try Self.child(copy, fatal: 0)
    duration = ContinuousClock.now - start
    try #require(exit == 0)
    changes = try #require(Int(output.trimmingCharacters(in: .whitespacesAndNewlines)))
    wanted = try WarehouseRows(path: copy.configuration.warehousePath)
  }

  private static func copy(_ origin: Sandbox) throws -> Sandbox {
    let copy = try Sandbox()
    for name in try FileManager.default.contentsOfDirectory(atPath: origin.root) {
      try FileManager.default.copyItem(atPath: origin.path(name), toPath: copy.path(name))
    }
    return copy
  }

  private static func process(_ sandbox: Sandbox, fatal: Int) throws -> Process {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let process = Process()
    process.executableURL = URL(filePath: tests).deletingLastPathComponent().appending(path: "CrashChild")
    process.arguments = [sandbox.root, "\(fatal)"]
    process.standardError = FileHandle.nullDevice
    return process
  }

  private static func child(_ sandbox: Sandbox, fatal: Int) throws -> (exit: Int32, output: String) {
    let process = try process(sandbox, fatal: fatal)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// Kills a run in place of one of its changes, and lets the next one heal it.
  func kill(at change: Int) async throws {
    let copy = try Self.copy(origin)
    let (exit, _) = try Self.child(copy, fatal: change)
    // The order of two connections' changes is not the same in each run.
    #expect(exit == 137 || (exit == 0 && change > changes - 20), "change \(change) of \(changes)")
    try await heal(copy, "killed at change \(change) of \(changes)")
  }

  /// Kills a run from outside.
  func kill(after wait: Duration) async throws {
    let copy = try Self.copy(origin)
    let process = try Self.process(copy, fatal: 0)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    try await Task.sleep(for: wait)
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try await heal(copy, "killed after \(wait)")
  }

  private static func integrity(of path: String) throws -> String? {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
  }

  private func heal(_ sandbox: Sandbox, _ what: Comment) async throws {
    let paths = [sandbox.configuration.storePath, sandbox.configuration.warehousePath]
    try await sandbox.run()
    let found = try WarehouseRows(path: sandbox.configuration.warehousePath)
    #expect(found.documents == wanted.documents, what)
    #expect(found.groups == wanted.groups, what)
    #expect(found.lists == wanted.lists, what)
    #expect(found.searchFaults == 0, what)
    for path in paths {
      #expect(try Self.integrity(of: path) == "ok", what)
    }
    #expect(!(try await sandbox.run().wroteWarehouse), what)
    for path in paths {
      let url = URL(filePath: path)
      let names = try FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)
      #expect(Set(names).subtracting([url.lastPathComponent, url.lastPathComponent + ".lock"]).isEmpty, what)
    }
  }
}
