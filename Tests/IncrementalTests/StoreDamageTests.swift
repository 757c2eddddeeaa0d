import Foundation
import Synchronization
import Testing

@testable import Incremental

/// A store with other bytes than were written: the run mends it or says that it is damaged, and the sink gets no wrong row.
///
/// `DAMAGES` sets how many places are tried, `DAMAGE_SEED` where they are.
@Suite struct StoreDamageTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["DAMAGES"].flatMap { Int($0) } ?? 400
  private static let seed = environment["DAMAGE_SEED"].flatMap { Int($0) } ?? 1

  enum Question: String, CaseIterable, Sendable {
    case plain, forced, forcedFromWords, retry

    func set(_ options: inout EngineOptions) {
      switch self {
      case .plain: break
      case .forced: options.forceFrom = "fetch"
      case .forcedFromWords: options.forceFrom = "words"
      case .retry: options.retry = true
      }
      options.jobs = 1
    }
  }

  /// Items in every state, and something to do.
  private func toys() async throws -> ToyPipeline {
    let toys = try ToyPipeline()
    for (name, text) in [
      ("a", "one two"), ("b", " three four"), ("c", "five"), ("d", "BAD from the start"), ("e", "END of it"),
      ("f", "six seven eight"), ("g", "nine"), ("h", "ten eleven"),
    ] { toys.put(name, text) }
    try await toys.run()
    toys.put("c", "BAD now")
    try await toys.run()
    toys.put("a", "one three")
    toys.remove("g")
    return toys
  }

  @Test(arguments: Question.allCases) func `Other bytes in the store give no wrong row`(question: Question) async throws
  {
    let toys = try await toys()
    let origin = try Data(contentsOf: URL(filePath: toys.storePath))
    let held = toys.sink.contents.withLock { $0 }
    try await toys.run { question.set(&$0) }
    let wanted = toys.sink.contents.withLock { $0 }
    var numbers = SplitMix(state: UInt64(Self.seed))
    var told = 0
    for index in 0..<Self.count / 4 {
      var bytes = [UInt8](origin)
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      let old = bytes[place]
      bytes[place] = Bool.random(using: &numbers) ? old ^ 1 << UInt8.random(in: 0..<8, using: &numbers) : ~old
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: toys.storePath + suffix) }
      try Data(bytes).write(to: URL(filePath: toys.storePath))
      toys.sink.contents.withLock { $0 = held }
      let what: Comment = "\(question), \(index) of seed \(Self.seed): byte \(place), \(old) to \(bytes[place])"
      do {
        try await toys.run { question.set(&$0) }
      } catch let error as EngineError {
        #expect(error.code == .storeDamaged, "\(what): \(error)")
        told += 1
        continue
      }
      let found = toys.sink.contents.withLock { $0 }
      #expect(found.items == wanted.items, what)
      #expect(found.groups == wanted.groups, what)
    }
    print("seed \(Self.seed): \(question): \(told) of \(Self.count / 4) told as damage")
  }
}

/// Random numbers that a seed gives again.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
