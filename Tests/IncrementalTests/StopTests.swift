import Incremental
import Synchronization
import Testing

/// A run that is told to stop.
@Suite struct StopTests {
  private func toys(_ count: Int) throws -> ToyPipeline {
    let toys = try ToyPipeline()
    for index in 0..<count { toys.put("\(index)", String(repeating: "word ", count: index % 5) + "w\(index)") }
    return toys
  }

  @Test(arguments: [1, 4]) func `A stopped run keeps what it began, says what is left, and the next one does just that`(
    jobs: Int
  ) async throws {
    let toys = try toys(200)
    let looks = Mutex(0)
    let report = try await toys.run {
      $0.jobs = jobs
      // It is asked once before each handful.
      $0.stop = {
        looks.withLock {
          $0 += 1
          return $0 > 3 ? .asked : nil
        }
      }
    }
    let stop = try #require(report.stop)
    let done = toys.ran("trim")
    #expect(done > 0 && done < 200)
    #expect(stop == EngineStop(cause: .asked, left: 200 - done))
    #expect((0..<200).filter { toys.sink.text("\($0)") != nil }.count == done)
    let next = try await toys.run()
    #expect(next.stop == nil)
    #expect(toys.ran("trim") == 200 - done)
    let clean = try self.toys(200)
    try await clean.run()
    for index in 0..<200 { #expect(toys.sink.text("\(index)") == clean.sink.text("\(index)")) }
    for letter in 1...5 { #expect(toys.sink.group("\(letter)") == clean.sink.group("\(letter)")) }
    #expect(!(try await toys.run().wroteSink))
  }

  @Test func `A run that is stopped before it began leaves everything as it was`() async throws {
    let toys = try toys(3)
    try await toys.run()
    toys.put("0", "other words")
    toys.remove("1")
    let report = try await toys.run { $0.stop = { .deadline } }
    #expect(report.stop == EngineStop(cause: .deadline, left: 2))
    #expect(toys.ran("trim") == 0)
    #expect(toys.sink.text("1") != nil)
    #expect(try StoreReader(path: toys.storePath).meta("sink.token") != nil)
    let next = try await toys.run()
    #expect(next.deleted.names == ["1"])
    #expect(toys.sink.text("0") == "OTHER WORDS!")
  }

  @Test func `The history tells a stopped run from one that ended`() async throws {
    let toys = try toys(3)
    try await toys.run { $0.stop = { .deadline } }
    try await toys.run()
    let runs = try StoreReader(path: toys.storePath).runs(limit: 2)
    #expect(runs.map { $0.counts?.stop } == [nil, EngineStop(cause: .deadline, left: 3)])
    #expect(runs.allSatisfy { $0.finished != nil })
  }
}
