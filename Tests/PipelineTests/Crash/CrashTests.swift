import Foundation
import Pipeline
import Testing

/// A run that is killed at any moment is healed by the next, plain one.
///
/// `CRASH_POINTS` sets at how many of its changes a small run is killed ("all" for every one), `CRASH_KILLS` how often a
/// larger one is killed from outside, `CRASH_SEED` where they are.
@Suite(.serialized) struct CrashTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let points = environment["CRASH_POINTS"] ?? "150"
  private static let kills = environment["CRASH_KILLS"].flatMap { Int($0) } ?? 10
  private static let seed = environment["CRASH_SEED"].flatMap { Int($0) } ?? 1

  private func unseen(documents count: Int) throws -> Sandbox {
    let sandbox = try Sandbox()
    for index in 0..<count {
      let city = ["营口市", "盘锦市"][index % 2]
      try sandbox.write("docs/\(index).txt", workReport(city: city, year: 2025 - index / 2, revenue: "\(index).5"))
    }
    return sandbox
  }

  private func edited() async throws -> Sandbox {
    let sandbox = try unseen(documents: 6)
    try await sandbox.run()
    try sandbox.write("docs/0.txt", workReport(city: "营口市", year: 2025, revenue: "7.7"), at: 1_700_000_100)
    try sandbox.write("docs/1.txt", workReport(city: "抚顺市", year: 2025), at: 1_700_000_100)
    try sandbox.write("docs/2.txt", "", at: 1_700_000_100)
    try sandbox.write("docs/new.txt", workReport(city: "营口市", year: 2019))
    try sandbox.delete("docs/3.txt")
    return sandbox
  }

  @Test(arguments: [true, false])
  func `A run killed at any of its writes is healed by the next`(isFirst: Bool) async throws {
    let run = try KilledRun(isFirst ? try unseen(documents: 4) : try await edited())
    var numbers = SeededNumbers(seed: Self.seed)
    let all = Array(1...run.changes)
    let points = Self.points == "all" ? all : Array(all.shuffled(using: &numbers).prefix((Int(Self.points) ?? 0) / 2))
    print("seed \(Self.seed): \(points.count) of \(run.changes) changes, \(isFirst ? "first run" : "after edits")")
    for point in points { try await run.kill(at: point) }
  }

  @Test func `A larger run killed from outside is healed by the next`() async throws {
    let run = try KilledRun(try unseen(documents: 60))
    var numbers = SeededNumbers(seed: Self.seed)
    for _ in 0..<Self.kills { try await run.kill(after: run.duration * Double.random(in: 0.02..<1, using: &numbers)) }
  }
}
