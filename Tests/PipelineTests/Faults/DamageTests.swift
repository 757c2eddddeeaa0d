import Foundation
import Pipeline
import Testbed
import Testing

/// A store or a warehouse that is cut short or has other bytes: the run mends it, or says which file to delete.
///
/// `DAMAGES` sets how many places are tried, `DAMAGE_SEED` where they are.
@Suite struct DamageTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["DAMAGES"].flatMap { Int($0) } ?? 120
  private static let seed = environment["DAMAGE_SEED"].flatMap { Int($0) } ?? 1

  enum Damage: String, CaseIterable, Sendable {
    case cut, bit, byte, zeros, swap

    func apply(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
      guard bytes.count > 1 else { return }
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      switch self {
      case .cut: bytes.removeSubrange(place...)
      case .bit: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
      case .byte: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      case .zeros: for index in place..<min(bytes.count, place + 512) { bytes[index] = 0 }
      case .swap:
        let other = Int.random(in: 0..<bytes.count, using: &numbers)
        bytes.swapAt(place, other)
      }
    }
  }

  /// Documents in every state, a region with several of them, and something to do for the next run.
  private static func origin() async throws -> Sandbox {
    let sandbox = try Sandbox()
    for index in 0..<6 {
      try sandbox.write("docs/\(index).txt", workReport(city: "营口市", year: 2020 + index % 3, revenue: "\(index).5"))
    }
    try sandbox.write("docs/notice.txt", "关于召开会议的通知\n\n请各单位按时参加。\n")
    try sandbox.write("docs/empty.txt", "")
    try await sandbox.run()
    try sandbox.write("docs/1.txt", workReport(city: "营口市", year: 2021, revenue: "9.9"), at: 1_700_000_100)
    try sandbox.delete("docs/2.txt")
    return sandbox
  }

  private static func wanted(_ origin: Sandbox) async throws -> WarehouseRows {
    let clean = try KilledRun.copy(origin)
    for path in [clean.configuration.storePath, clean.configuration.warehousePath] { clean.remove(path) }
    try await clean.run()
    return try WarehouseRows(path: clean.configuration.warehousePath)
  }

  private static func difference(_ sandbox: Sandbox, _ wanted: WarehouseRows) throws -> String? {
    let found = try WarehouseRows(path: sandbox.configuration.warehousePath)
    for (uri, document) in wanted.documents where found.documents[uri] != document {
      let have = found.documents[uri]
      let odd = (have?.lines ?? []).filter { !document.lines.contains($0) }.prefix(2)
      return "\(uri): \(have?.state ?? "none") \(have?.reason ?? ""), wanted \(document.state); \(odd)"
    }
    if found.documents.count != wanted.documents.count { return "\(found.documents.keys.sorted())" }
    return found.groups == wanted.groups ? nil : "groups: \(found.groups)"
  }

  @Test(arguments: Damage.allCases, [nil, .fetch, .extract] as [StageName?])
  func `A damaged store is mended or told, and no row of it is wrong`(damage: Damage, force: StageName?) async throws {
    let origin = try await Self.origin()
    let wanted = try await Self.wanted(origin)
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: origin.configuration.storePath)))
    var numbers = SeededNumbers(seed: Self.seed)
    var told = 0
    for index in 0..<Self.count / 15 {
      var damaged = bytes
      damage.apply(&damaged, &numbers)
      let what: Comment = "\(damage) \(index) of seed \(Self.seed), forced \(force?.rawValue ?? "nothing")"
      told += try await Self.isTold(damaged, in: origin, wanted, force: force, what) ? 1 : 0
    }
    let mended = Self.count / 15 - told
    print("seed \(Self.seed): \(damage), forced \(force?.rawValue ?? "nothing"): \(mended) mended, \(told) told")
  }

  @Test func `A store that ends inside a page is mended or told, and no run of it goes on writing`() async throws {
    let origin = try await Self.origin()
    let wanted = try await Self.wanted(origin)
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: origin.configuration.storePath)))
    for missing in [1, 8, 500, 1303, 2048, 4000, 4095, 4096 + 1303] {
      _ = try await Self.isTold(bytes.dropLast(missing), in: origin, wanted, "\(missing) bytes cut off")
    }
  }

  /// Runs over a damaged store, and without it where the run told that it is: nothing may be wrong then, nor be written
  /// again.
  private static func isTold(
    _ damaged: some Collection<UInt8>,
    in origin: Sandbox,
    _ wanted: WarehouseRows,
    force: StageName? = nil,
    _ what: Comment
  ) async throws -> Bool {
    let sandbox = try KilledRun.copy(origin)
    try Data(damaged).write(to: URL(filePath: sandbox.configuration.storePath))
    var isTold = false
    do {
      try await sandbox.run { $0.forceFrom = force }
    } catch let error as PipelineError {
      #expect(error.code == .storeDamaged && error.exitStatus == .inputOutput, "\(what): \(error)")
      #expect(error.place == sandbox.configuration.storePath, what)
      isTold = true
      sandbox.remove(sandbox.configuration.storePath)
      try await sandbox.run()
    }
    let found = try difference(sandbox, wanted)
    #expect(found == nil, what)
    #expect(!(try await sandbox.run().wroteWarehouse), what)
    return isTold
  }
}
