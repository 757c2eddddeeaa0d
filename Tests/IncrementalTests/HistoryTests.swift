import Foundation
import Testing

@testable import Incremental

@Suite struct HistoryTests {
  @Test func `The history tells what each run made of an item`() async throws {
    let toys = try ToyPipeline()
    toys.put("a", "one")
    try await toys.run()
    toys.put("a", "two three")
    try await toys.run()
    toys.remove("a")
    toys.put("b", "four")
    try await toys.run()
    let reader = try StoreReader(path: toys.storePath)
    let past = try reader.attempts(of: "a")
    #expect(past.attempts.map(\.run) == [3, 2, 1])
    #expect(past.attempts.map(\.change) == [.deleted, .changed, .added])
    #expect(past.attempts.map(\.state) == [nil, .complete, .complete])
    #expect(past.isWhole)
    #expect(past.attempts.allSatisfy { $0.started != nil })
    let words = past.attempts.map { $0.steps.first { $0.stage == "words" }?.outputs.first }
    #expect(words == [nil, Digest(of: "2"), Digest(of: "1")])
    #expect(past.attempt(asOf: 2)?.run == 2)
    #expect(past.attempt(asOf: 0) == nil)
    #expect(try reader.holds(Digest(of: "2")))
    #expect(try !reader.holds(Digest(of: "99")))
    #expect(try reader.attempts(of: "nobody").attempts.isEmpty)
  }
}
