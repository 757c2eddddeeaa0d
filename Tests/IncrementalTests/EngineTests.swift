import Foundation
import Incremental
import Synchronization
import Testing

@Suite struct EngineTests {
  @Test func `Everything runs once, and then nothing`() async throws {
    let toys = try await ToyPipeline.afterRun()
    #expect(toys.ran("trim") == 3)
    #expect(toys.sink.text("a") == "ONE TWO!")
    #expect(toys.sink.group("2") == "a=2,c=2")
    let report = try await toys.run()
    #expect(toys.ran("trim") == 0)
    #expect(!report.wroteSink)
    #expect(report.stages["trim"]?.reused == 3)
  }

  @Test func `An equal output stops the wave`() async throws {
    let toys = try await ToyPipeline.afterRun()
    toys.put("a", "one   two")
    let report = try await toys.run()
    #expect(toys.ran("trim") == 1)
    #expect(toys.ran("words") == 0)
    #expect(report.stages["words"]?.cutOff == 1)
    #expect(!report.wroteSink)
  }

  @Test func `A stage runs when its code or its parameter changes, and no other does`() async throws {
    let toys = try await ToyPipeline.afterRun()
    try await toys.run(.init(code: "2"))
    #expect(toys.ran("shout") == 3)
    #expect(toys.ran("words") == 0)
    try await toys.run(.init(code: "2", suffix: "?"))
    #expect(toys.ran("shout") == 3)
    #expect(toys.sink.text("a") == "ONE TWO?")
    // Back to what is known.
    try await toys.run(.init(code: "2"))
    #expect(toys.ran("shout") == 0)
    #expect(toys.sink.text("a") == "ONE TWO!")
  }

  @Test func `A group follows its members`() async throws {
    let toys = try await ToyPipeline.afterRun()
    toys.put("a", "one two three")
    try await toys.run()
    #expect(toys.sink.group("2") == "c=2")
    #expect(toys.sink.group("3") == "a=3,b=3")
    toys.remove("c")
    let report = try await toys.run()
    #expect(report.deleted.names == ["c"])
    #expect(toys.sink.group("2") == nil)
    #expect(toys.sink.text("c") == nil)
  }

  @Test func `An item that fails keeps what was good, and leaves its group`() async throws {
    let toys = try await ToyPipeline.afterRun()
    toys.put("a", "BAD")
    let report = try await toys.run()
    #expect(report.newlyFailed.map(\.state) == [.stale])
    #expect(toys.sink.text("a") == "ONE TWO!")
    #expect(toys.sink.group("2") == "c=2")
    try await toys.run()
    #expect(toys.ran("trim") == 0)
    try await toys.run { $0.retry = true }
    #expect(toys.ran("trim") == 1)
    toys.put("a", "one two")
    try await toys.run()
    #expect(toys.sink.group("2") == "a=2,c=2")
  }

  @Test func `A stage can end the chain`() async throws {
    let toys = try await ToyPipeline.afterRun()
    toys.put("d", "END")
    let report = try await toys.run()
    #expect(report.states[.ended] == 1)
    #expect(report.newlyFailed.isEmpty)
    #expect(toys.ran("words") == 0)
  }

  @Test func `A run that ends between the store's commit and the sink's is healed by the next`() async throws {
    let toys = try await ToyPipeline.afterRun()
    toys.put("a", "six seven")
    toys.sink.breaks.store(1, ordering: .relaxed)
    await #expect(throws: (any Error).self) { try await toys.run() }
    #expect(toys.sink.text("a") == "ONE TWO!")
    try await toys.run()
    #expect(toys.ran("trim") == 0)
    #expect(toys.sink.text("a") == "SIX SEVEN!")
    let quiet = try await toys.run()
    #expect(!quiet.wroteSink)
  }

  @Test func `What was committed before a kill is no sign of an older store: its good result stands, not the sink's`()
    async throws
  {
    let toys = try await ToyPipeline.afterRun()
    toys.put("a", "six seven")
    toys.put("b", "eight")
    toys.sink.breaks.store(2, ordering: .relaxed)
    await #expect(throws: ToySink.Broken.self) {
      try await toys.run {
        $0.jobs = 1
        $0.batchSize.items = 1
        $0.chunkSize.items = 1
      }
    }
    #expect(toys.sink.text("a") == "SIX SEVEN!" && toys.sink.text("b") == "ONE TWO THREE!")
    toys.put("b", "BAD")
    try await toys.run()
    #expect(toys.sink.text("b") == "EIGHT!")
    #expect(toys.sink.contents.withLock { $0.items[ItemName("b")]?.state } == .stale)
  }

  @Test func `A run over one item leaves it to the next to mend what it did not look at`() async throws {
    let toys = try await ToyPipeline.afterRun()
    toys.sink.touch { $0.items[ItemName("b")] = nil }
    try await toys.run { $0.items = [ItemName("a")] }
    #expect(toys.sink.text("b") == nil)
    try await toys.run()
    #expect(toys.sink.text("b") == "ONE TWO THREE!")
  }

  @Test func `Groups of items that a new store has not come by stay, named or withheld`() async throws {
    let toys = try ToyPipeline()
    toys.put("a", "one")
    for number in 0..<20 { toys.put("\(number)", "one two") }
    try await toys.run()
    func loseStore() {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: toys.storePath + end) }
    }
    let group = toys.sink.group("2")
    loseStore()
    try await toys.run { $0.items = [ItemName("a")] }
    #expect(group != nil && toys.sink.group("2") == group)
    loseStore()
    for number in 0..<20 { toys.remove("\(number)") }
    #expect(try await toys.run().withheld.count == 1)
    #expect(toys.sink.group("2") == group)
  }

  @Test func `A group that cannot be made again is tried until it can`() async throws {
    let toys = try await ToyPipeline.afterRun()
    try toys.loseArtifacts()
    toys.files.withLock { $0["a"]?.text = "1 2 3" }
    toys.sink.touch { $0.groups[ItemName("2")] = nil }
    #expect(try await toys.run().stages["total"]?.failed == 1)
    // Nothing else is to do when its member is what it was.
    toys.files.withLock { $0["a"]?.text = "one two" }
    try await toys.run()
    #expect(toys.sink.group("2") == "a=2,c=2")
  }

  @Test func `Other bytes for a key that is known are a bug, and nothing of them is kept`() async throws {
    let toys = try await ToyPipeline.afterRun()
    toys.salt.withLock { $0 = "?" }
    await #expect {
      try await toys.run { $0.forceFrom = "shout" }
    } throws: { error in
      (error as? EngineError)?.code == .bug
    }
    #expect(toys.sink.text("a") == "ONE TWO!")
    toys.salt.withLock { $0 = "" }
    try await toys.run()
    let quiet = try await toys.run()
    #expect(!quiet.wroteSink)
    #expect(toys.sink.text("a") == "ONE TWO!")
  }

  @Test func `A limit on the size of items counts for those that are known, and so does its lifting`() async throws {
    let toys = try await ToyPipeline.afterRun()
    toys.limit.withLock { $0 = 8 }
    #expect(try await toys.run().states == [.complete: 1, .stale: 2])
    #expect(toys.sink.text("a") == "ONE TWO!")
    toys.limit.withLock { $0 = 1_000 }
    #expect(try await toys.run().states == [.complete: 3])
    #expect(toys.ran("trim") == 0)
  }

  @Test func `What the store has lost of a group's members is made again`() async throws {
    let toys = try await ToyPipeline.afterRun()
    try toys.loseArtifacts()
    toys.put("c", "six seven")
    try await toys.run()
    #expect(toys.sink.group("2") == "a=2,c=2")
    try toys.loseArtifacts()
    toys.remove("c")
    try await toys.run()
    #expect(toys.sink.group("2") == "a=2")
  }

  @Test func `A member whose bytes are damaged is made again, and is whole from then on`() async throws {
    let toys = try await ToyPipeline.afterRun()
    try toys.damageArtifacts()
    toys.put("c", "six")
    try await toys.run()
    #expect(toys.ran("words") == 2)
    #expect(toys.sink.group("2") == "a=2")
    toys.put("c", "six seven")
    try await toys.run()
    #expect(toys.ran("words") == 1)
    #expect(toys.sink.group("2") == "a=2,c=2")
  }

  @Test func `What the sink holds of an item that vanished with the store goes`() async throws {
    let toys = try await ToyPipeline.afterRun()
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: toys.storePath + suffix) }
    toys.remove("b")
    try await toys.run()
    #expect(toys.sink.text("b") == nil)
    #expect(toys.sink.group("3") == nil)
    #expect(toys.sink.text("a") == "ONE TWO!")
  }

  @Test func `A member that is lost and has changed unseen stops nothing`() async throws {
    let toys = try await ToyPipeline.afterRun()
    try toys.loseArtifacts()
    toys.files.withLock { $0["a"]?.text = "1 2 3" }
    toys.remove("c")
    let report = try await toys.run()
    #expect(report.stages["total"]?.failed == 1)
    #expect(toys.sink.group("2") == "a=2,c=2")
    toys.put("a", "1 2 3")
    try await toys.run()
    #expect(toys.sink.group("2") == nil)
    #expect(toys.sink.group("3") == "a=3,b=3")
    #expect(!(try await toys.run().wroteSink))
  }

  @Test func `Other content with the same stamp is seen while the stamp is fresh`() async throws {
    let toys = try await ToyPipeline.afterRun()
    let now = Int64(3_000_000_000_000_000_000)
    let stamp = FileStamp(size: 7, modifiedNanoseconds: now, changedNanoseconds: now, inode: 1)
    toys.files.withLock { $0["a"] = .init(text: "aaa bbb", stamp: stamp) }
    try await toys.run()
    toys.files.withLock { $0["a"] = .init(text: "aaa ccc", stamp: stamp) }
    try await toys.run()
    #expect(toys.sink.text("a") == "AAA CCC!")
  }

  @Test(arguments: [1, 2, 7]) func `The result does not depend on the number of workers`(jobs: Int) async throws {
    let toys = try ToyPipeline()
    for index in 0..<700 { toys.put("item \(index)", String(repeating: "w ", count: index % 30)) }
    let report = try await toys.run { $0.jobs = jobs }
    #expect(report.added.count == 700)
    #expect(report.stages["trim"]?.ran == 700)
    #expect(toys.sink.text("item 3") == "W W W!")
    try await toys.run()
    #expect(toys.ran("trim") == 0)
  }

  @Test(arguments: [false, true])
  func `More items leave than one commit takes, whether the store knows them or the sink alone`(
    isStoreLost: Bool
  ) async throws {
    let toys = try ToyPipeline()
    for number in 0..<2_100 { toys.put("\(number)", "text \(number)") }
    try await toys.run()
    if isStoreLost {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: toys.storePath + end) }
    }
    for number in 1..<2_100 { toys.remove("\(number)") }
    let withheld = try await toys.run()
    #expect(withheld.withheld.map(\.vanished) == [2_099] && withheld.deleted.count == 0)
    // The sink fails at the first commit: what the store has forgotten by then, the sink alone still knows.
    toys.sink.breaks.store(1, ordering: .relaxed)
    await #expect(throws: ToySink.Broken.self) { try await toys.run { $0.allowDeletions = true } }
    // A run without leave ends what the store has done, and no more.
    let done = isStoreLost ? 0 : 1_024
    let plain = try await toys.run()
    #expect(plain.deleted.count == done && plain.withheld.map(\.vanished) == [2_099 - done])
    let report = try await toys.run { $0.allowDeletions = true }
    #expect(report.deleted.count == 2_099 - done && report.withheld.isEmpty)
    #expect(toys.sink.contents.withLock { $0.items.keys.map(\.text) } == ["0"])
    #expect(try StoreReader(path: toys.storePath).itemNames() == ["0"])
    #expect(try await !toys.run().wroteSink)
  }

  @Test func `However many groups there are, what is made for them is let go a few at a time`() async throws {
    let toys = try ToyPipeline()
    for words in 1...200 { toys.put("\(words)", String(repeating: "w ", count: words)) }
    try await toys.run()
    #expect(toys.sink.contents.withLock { $0.groups.count } == 200)
    #expect(toys.sink.alive.most == 32)
  }

  @Test func `Large items are not taken by the handful, and do not wait for a full batch`() async throws {
    let toys = try ToyPipeline()
    for number in 0..<9 { toys.put("\(number)", "large") }
    try await toys.run {
      $0.jobs = 1
      $0.batchSize.bytes = 1
      $0.chunkSize.bytes = 1
    }
    #expect(toys.sink.commits.withLock { $0.prefix(9) } == Array(repeating: 1, count: 9)[...])
  }

  @Test func `More groups are done than one commit takes`() async throws {
    let toys = try ToyPipeline()
    for words in 1...9 { toys.put("\(words)", repeatElement("one", count: words).joined(separator: " ")) }
    try await toys.run {
      $0.batchSize.items = 1
      $0.chunkSize.items = 1
    }
    #expect(toys.sink.commits.withLock { $0.suffix(9) } == Array(repeating: 1, count: 9)[...])
    for words in 1...9 { #expect(toys.sink.group("\(words)") == "\(words)=\(words)") }
    #expect(try await !toys.run().wroteSink)
    for words in 2...9 { toys.put("\(words)", "one") }
    try await toys.run { $0.batchSize.items = 4 }
    #expect(toys.sink.contents.withLock { $0.groups.keys.map(\.text) } == ["1"])
    #expect(toys.sink.group("1") == (1...9).map { "\($0)=1" }.joined(separator: ","))
    #expect(try await !toys.run().wroteSink)
  }
}
