import Foundation
import GRDB
import Pipeline
import Testing

/// A folder in some state, and what a run makes of it when something ends or spoils it and when nothing does.
struct KilledRun {
  /// What befalls the run, as `CrashChild` calls it.
  enum Event: String {
    case nothing, kill, power, full, write, sync, read
  }

  struct Child {
    var exit: Int32
    /// How often a stage ran.
    var stages: Int
    /// The last lines that it wrote.
    var error: Substring
    var end: Substring
  }

  /// Never run in itself: each try gets a copy.
  let origin: Sandbox
  /// With somebody who reads the warehouse in one long transaction.
  let isRead: Bool
  private let wanted: WarehouseRows
  private let wantedLists: [String?]
  /// Stages that run when nothing happens.
  let stages: Int
  /// Changes and reads of files in a run that nothing befalls.
  let changes: Int
  let reads: Int

  /// Stages of the documents that are in memory at once: those of a batch, and those that the workers have.
  private static let stagesAtOnce = (2 + 2 * 2 * 1) * 4

  init(_ origin: Sandbox, isRead: Bool = false) throws {
    self.origin = origin
    self.isRead = isRead
    let copy = try Self.copy(origin)
    let child = try Self.child(copy, .nothing, isRead: isRead)
    try #require(child.exit == 0 || child.exit == 65)
    let counts = child.end.split(separator: " ").compactMap { Int($0) }
    try #require(counts.count == 2)
    (changes, reads) = (counts[0], counts[1])
    stages = child.stages
    wanted = try WarehouseRows(path: copy.configuration.warehousePath)
    wantedLists = try WarehouseRows.lists(path: copy.configuration.warehousePath)
  }

  static func copy(_ origin: Sandbox) throws -> Sandbox {
    let copy = try Sandbox()
    for name in try FileManager.default.contentsOfDirectory(atPath: origin.root) {
      try FileManager.default.copyItem(atPath: origin.path(name), toPath: copy.path(name))
    }
    return copy
  }

  /// `CrashChild` with these arguments.
  static func process(_ arguments: [String]) -> Process {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let process = Process()
    process.executableURL = URL(filePath: tests).deletingLastPathComponent().appending(path: "CrashChild")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    return process
  }

  private static func process(_ sandbox: Sandbox, _ event: Event, at change: Int, seed: Int, with words: [String])
    -> (Process, Pipe)
  {
    let process = process([sandbox.root, event.rawValue, "\(change)", "\(seed)"] + words)
    let pipe = Pipe()
    process.standardOutput = pipe
    return (process, pipe)
  }

  /// - Parameter start: of the output, what was read before.
  private static func result(_ process: Process, _ pipe: Pipe, start: Data = Data()) -> Child {
    let output = String(decoding: start + pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let lines = output.split(separator: "\n")
    return Child(
      exit: process.terminationStatus,
      stages: output.count { $0 == "." },
      error: lines.dropLast().last ?? "",
      end: lines.last ?? ""
    )
  }

  /// - Parameter isPoor: as a user without rights.
  static func child(
    _ sandbox: Sandbox,
    _ event: Event,
    at change: Int = 0,
    seed: Int = 0,
    isRead: Bool = false,
    isPoor: Bool = false
  ) throws -> Child {
    let words = [isRead ? "reader" : "", isPoor ? "poor" : ""]
    let (process, pipe) = process(sandbox, event, at: change, seed: seed, with: words)
    try process.run()
    return result(process, pipe)
  }

  /// Lets something befall a run at one of its changes, and the next run heal it.
  ///
  /// - Parameter seed: of what a loss of power leaves, and of whether a fault stays.
  func happen(_ event: Event, at change: Int, seed: Int = 0) async throws {
    let (copy, child, what) = try befall(event, at: change, seed: seed)
    try await heal(copy, after: child, what, isDone: [0, 65].contains(child.exit))
  }

  /// Lets something befall a run, which tells it as what it is.
  @discardableResult
  func befall(_ event: Event, at change: Int, seed: Int = 0) throws -> (copy: Sandbox, child: Child, what: Comment) {
    let copy = try Self.copy(origin)
    let child = try Self.child(copy, event, at: change, seed: seed, isRead: isRead)
    let what: Comment = "\(event) at \(change) of \(event == .read ? reads : changes), seed \(seed): \(child)"
    switch event {
    // The order of two connections' changes is not the same in each run.
    case .kill: #expect(child.exit == 137 || change > (Int(child.end.prefix { $0 != " " }) ?? changes), what)
    case .power: #expect(child.exit == 137, what)
    // Or nothing came of it.
    default: #expect([0, 65].contains(child.exit) || (child.exit == 74 && child.end == "inputOutput"), what)
    }
    return (copy, child, what)
  }

  /// Kills a run from outside, as soon as so many of its stages have begun.
  func kill(after stages: Int) async throws {
    let copy = try Self.copy(origin)
    let (process, pipe) = Self.process(copy, .nothing, at: 0, seed: 0, with: isRead ? ["reader"] : [])
    try process.run()
    var output = Data()
    while output.count < stages {
      let dots = pipe.fileHandleForReading.availableData
      guard !dots.isEmpty else { break }
      output += dots
    }
    Foundation.kill(process.processIdentifier, SIGKILL)
    try await heal(copy, after: Self.result(process, pipe, start: output), "killed after \(stages) stages")
  }

  static func integrity(of path: String) throws -> String? {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
  }

  private func heal(_ sandbox: Sandbox, after child: Child, _ what: Comment, isDone: Bool = false) async throws {
    if isDone { try expectWanted(sandbox, what) }
    let summary = try await sandbox.run()
    try expectWanted(sandbox, what)
    let again = child.stages + summary.stagesRun - stages
    #expect(again <= (isDone ? 0 : Self.stagesAtOnce), "\(what): \(again) stages again, of \(stages)")
    #expect(!(try await sandbox.run().wroteWarehouse), what)
    try expectWanted(sandbox, what)
    #expect(try WarehouseRows.lists(path: sandbox.configuration.warehousePath) == wantedLists, what)
    for path in [sandbox.configuration.storePath, sandbox.configuration.warehousePath] {
      #expect(try Self.integrity(of: path) == "ok", what)
      let url = URL(filePath: path)
      let names = try FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)
      #expect(Set(names).subtracting([url.lastPathComponent, url.lastPathComponent + ".lock"]).isEmpty, what)
    }
  }

  private func expectWanted(_ sandbox: Sandbox, _ what: Comment) throws {
    let found = try WarehouseRows(path: sandbox.configuration.warehousePath)
    #expect(found.documents == wanted.documents, what)
    #expect(found.groups == wanted.groups, what)
    #expect(found.searchFaults == 0, what)
  }
}

extension RunSummary {
  /// How often a stage of a document ran.
  var stagesRun: Int {
    let own: [StageName] = [.clean, .normalize, .extract, .validate]
    return stages.filter { own.contains($0.stage) }.reduce(0) { $0 + $1.ran }
  }
}
