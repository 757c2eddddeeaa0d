import Foundation
import Testbed
import Testing

/// Whatever was edited, lost and broken between runs: the warehouse is that of a clean run (of stale documents, that of
/// the last run in which they were good), and a further run does nothing.
///
/// `EQUALITY_SEQUENCES` sets how many sequences of edits are tried, `EQUALITY_SEED` the first one's seed.
@Suite struct EqualityTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let first = environment["EQUALITY_SEED"].flatMap { Int($0) } ?? 1
  private static let count = environment["EQUALITY_SEQUENCES"].flatMap { Int($0) } ?? 200

  /// As many at once as there are cores: each is tried by one task.
  @Test(arguments: 0..<2) func `The warehouse equals that of a clean run after any edits`(part: Int) async throws {
    for seed in Self.first..<Self.first + Self.count where seed % 2 == part {
      let folder = try EditedFolder(seed: seed)
      do {
        for _ in 0..<Int.random(in: 3...6, using: &folder.numbers) {
          for _ in 0..<Int.random(in: 1...3, using: &folder.numbers) { try await folder.edit() }
          try await folder.check()
        }
      } catch {
        Issue.record("seed \(seed): \(error)\nafter: \(folder.log.joined(separator: "; "))")
      }
    }
  }
}
