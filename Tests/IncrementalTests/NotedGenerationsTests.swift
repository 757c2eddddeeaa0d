import Testing

@testable import Incremental

/// How far a store knows each sink.
@Suite struct NotedGenerationsTests {
  @Test func `A sink is ahead where it counts more than was noted of it, and never of a store that knows of none`() {
    var noted = NotedGenerations()
    #expect(!noted.areBehind(SinkGeneration(identity: "a", count: 5)))
    noted.note(SinkGeneration(identity: "a", count: 5))
    noted.note(SinkGeneration(identity: "b", count: 2))
    let read = NotedGenerations(noted.bytes)
    for (identity, count, isBehind) in [
      ("a", 5, false), ("a", 6, true), ("b", 3, true), ("c", 0, false), ("c", 1, true),
    ] {
      #expect(read.areBehind(SinkGeneration(identity: identity, count: Int64(count))) == isBehind)
    }
  }

  @Test func `What an older program noted is of the sink without an identity`() {
    let noted = NotedGenerations(count: [0x02, 0x01, 0, 0, 0, 0, 0, 0])
    #expect(noted[""] == 0x0102)
    #expect(!noted.areBehind(SinkGeneration(identity: "", count: 0x0102)))
    #expect(noted.areBehind(SinkGeneration(identity: "", count: 0x0103)))
    #expect(NotedGenerations(count: [1, 2])[""] == nil)
  }

  @Test func `The sinks that were noted longest ago are forgotten`() {
    var noted = NotedGenerations()
    for number in 0..<70 { noted.note(SinkGeneration(identity: "\(number)", count: 1)) }
    noted.note(SinkGeneration(identity: "10", count: 2))
    let read = NotedGenerations(noted.bytes)
    #expect((0..<70).filter { read["\($0)"] == nil } == Array(0..<6))
    #expect(read["10"] == 2)
  }
}
