import Foundation
import Pipeline
import Testbed
import Testing

/// A run that ends at any moment is healed by the next, plain one, and at most what was in memory is done again.
///
/// `CRASH_POINTS` sets at how many of its changes a small run is killed ("all" for every one), `CRASH_LOSSES` at how many
/// the power goes, `CRASH_FAULTS` at how many the disk fails, `CRASH_KILLS` how often a larger run is killed from outside,
/// `CRASH_SEED` where they are.
@Suite struct CrashTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = number("CRASH_SEED") ?? 1

  private static func number(_ name: String) -> Int? { environment[name].flatMap { Int($0) } }

  /// The state that the run finds.
  enum Start: String, CaseIterable {
    case nothing, edits
    /// And somebody reads the warehouse meanwhile.
    case readEdits

    var isRead: Bool { self == .readEdits }
  }

  private static func run(_ start: Start) async throws -> KilledRun {
    try KilledRun(start == .nothing ? unseen(documents: 10) : try await edited(), isRead: start.isRead)
  }

  private static func unseen(documents count: Int) throws -> Sandbox {
    let sandbox = try Sandbox()
    for index in 0..<count {
      let city = ["营口市", "盘锦市"][index % 2]
      try sandbox.write("docs/\(index).txt", workReport(city: city, year: 2025 - index / 2, revenue: "\(index).5"))
    }
    return sandbox
  }

  private static func edited() async throws -> Sandbox {
    let sandbox = try unseen(documents: 10)
    try await sandbox.run()
    for index in 5..<9 {
      let text = workReport(city: "营口市", year: 2015 + index, revenue: "7.7")
      try sandbox.write("docs/\(index).txt", text, at: 1_700_000_100)
    }
    try sandbox.write("docs/1.txt", workReport(city: "抚顺市", year: 2025), at: 1_700_000_100)
    try sandbox.write("docs/2.txt", "", at: 1_700_000_100)
    try sandbox.write("docs/new.txt", workReport(city: "营口市", year: 2019))
    try sandbox.delete("docs/3.txt")
    return sandbox
  }

  /// Lets the event befall a run at so many places, in two rows at once.
  private func happen(_ event: KilledRun.Event, _ start: Start, _ name: String, share: Int, of count: Int) async throws
  {
    let run = try await Self.run(start)
    var numbers = SeededNumbers(seed: Self.seed)
    // The moments after the last change count: nothing of a run that was reported may be lost.
    let all = Array(1...(event == .read ? run.reads : run.changes + (event == .power ? 10 : 0)))
    let asked = Self.environment[name] == "all" ? all.count : (Self.number(name) ?? count) / share
    let places = all.shuffled(using: &numbers).prefix(asked).map { ($0, Int(numbers.next() >> 40)) }
    print("seed \(Self.seed): \(event) at \(places.count) of \(all.count) places, \(start)")
    try await withThrowingTaskGroup { group in
      for row in 0..<2 {
        group.addTask {
          for (index, place) in places.enumerated() where index % 2 == row {
            try await run.happen(event, at: place.0, seed: place.1)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test(arguments: [Start.nothing, .edits])
  func `A run killed at any of its writes is healed by the next`(start: Start) async throws {
    try await happen(.kill, start, "CRASH_POINTS", share: 2, of: 150)
  }

  @Test(arguments: Start.allCases)
  func `What a loss of power leaves at any write is healed by the next run`(start: Start) async throws {
    try await happen(.power, start, "CRASH_LOSSES", share: 3, of: 60)
  }

  @Test func `A run that was done stays done when the power goes behind it, whoever reads the warehouse`() async throws
  {
    for start in Start.allCases {
      let run = try await Self.run(start)
      for seed in 0..<8 { try await run.happen(.power, at: 0, seed: seed) }
    }
  }

  @Test(arguments: [KilledRun.Event.full, .write, .sync, .read], [Start.nothing, .edits])
  func `A disk that is full or fails is told, and nothing is lost or taken for done`(
    event: KilledRun.Event,
    start: Start
  ) async throws {
    try await happen(event, start, "CRASH_FAULTS", share: 8, of: 48)
  }

  /// Until then each file is opened, looked at or made once: no two of these reads are alike.
  @Test func `Any read that fails before the first stage is told as the disk's fault`() async throws {
    let run = try await Self.run(.nothing)
    for place in 1...run.reads {
      let (_, child, _) = try run.befall(.read, at: place)
      if child.stages > 0 { break }
    }
  }

  @Test func `A larger run killed from outside is healed by the next`() async throws {
    let run = try KilledRun(try Self.unseen(documents: 60))
    var numbers = SeededNumbers(seed: Self.seed)
    for _ in 0..<(Self.number("CRASH_KILLS") ?? 20) {
      try await run.kill(after: Int.random(in: 0...run.stages, using: &numbers))
    }
  }
}
