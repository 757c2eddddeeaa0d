import Foundation
import Pipeline
import Testing

/// Real disks that are full or may not be written, beside those that `CrashTests` plays.
@Suite struct DiskTests {
  private static func fill(_ sandbox: Sandbox) throws {
    for index in 0..<8 {
      let city = ["营口市", "盘锦市"][index % 2]
      try sandbox.write("docs/\(index).txt", workReport(city: city, year: 2017 + index, revenue: "\(index).5"))
    }
  }

  /// Sizes from one that not even the store's tables fit in up to one with room for all.
  @Test(
    .enabled(if: SmallDisk.isPossible, "this user may not mount a disk"),
    arguments: [60_000, 200_000, 300_000, 400_000, 500_000, 600_000, 700_000, 800_000, 1_000_000, 1_400_000]
  )
  func `A full disk is told, and the next run with room does the rest`(bytes: Int) async throws {
    let disk = try #require(SmallDisk(bytes: bytes))
    let sandbox = try Sandbox()
    try Self.fill(sandbox)
    sandbox.configuration.storePath = disk.path + "/state/store.sqlite"
    sandbox.configuration.warehousePath = disk.path + "/warehouse.sqlite"
    do {
      let summary = try await sandbox.run()
      #expect(bytes > 60_000, "the tables of the store have no room there")
      #expect(summary.exitCode(strict: true) == .ok)
      #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
    } catch let error as PipelineError {
      #expect(error.exitStatus == .inputOutput, "\(error)")
      #expect(error.place.hasPrefix(disk.path), "\(error)")
    }
    try #require(disk.resize(bytes: 64_000_000))
    try await sandbox.run()
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
    #expect(!(try await sandbox.run().wroteWarehouse))
    for path in [sandbox.configuration.storePath, sandbox.configuration.warehousePath] {
      #expect(try KilledRun.integrity(of: path) == "ok")
    }
  }

  enum Place: String, CaseIterable, Sendable {
    case store = ".gongbao"
    case warehouse = "build"
    case all = ""
  }

  /// A child without rights, since root may write everywhere.
  @Test(.enabled(if: getuid() == 0, "only root can give its rights up"), arguments: Place.allCases, [false, true])
  func `A folder that may not be written is told, and nothing is changed or lost`(place: Place, isFirst: Bool)
    async throws
  {
    let sandbox = try Sandbox()
    try Self.fill(sandbox)
    if !isFirst {
      try await sandbox.run()
      try sandbox.write("docs/1.txt", workReport(city: "盘锦市", year: 2018, revenue: "9.9"), at: 1_700_000_100)
    }
    for folder in [".gongbao", "build"] {
      let path = sandbox.path(folder)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    let rows = isFirst ? [] : try sandbox.rows()
    try Self.giveAway(sandbox, but: place)
    let child = try KilledRun.child(sandbox, .nothing, isPoor: true)
    #expect(child.exit == ExitStatus.inputOutput.rawValue, "\(child)")
    #expect(child.end == "cannotWrite", "\(child)")
    if !isFirst { #expect(try sandbox.rows() == rows) }
    try await sandbox.run()
    #expect(try sandbox.rows() == (try await sandbox.cleanRows()))
  }

  /// Gives the files to the child without rights, but for those of a place.
  private static func giveAway(_ sandbox: Sandbox, but place: Place) throws {
    for case let name as String in FileManager.default.enumerator(atPath: sandbox.root) ?? .init() {
      guard !name.hasPrefix(place.rawValue) else { continue }
      try #require(chown(sandbox.path(name), 65_534, 65_534) == 0)
    }
  }
}
