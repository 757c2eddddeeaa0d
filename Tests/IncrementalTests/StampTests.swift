import Synchronization
import Testing

@testable import Incremental

/// Two edits that leave one stamp: size, times and inode are the same.
@Suite struct StampTests {
  private static let second: Int64 = 1_000_000_000
  private static let time: Int64 = 3_000_000_000 * second + 123_456_789

  /// When the file was last changed, when the first run read it, and whether the second edit could have come in one tick.
  struct Tick: Sendable, CustomTestStringConvertible {
    var changed: Int64
    var read: Int64
    var isRacy: Bool
    var testDescription: String { "read \(read) ns later, \(isRacy ? "racy" : "trusted")" }
  }

  @Test(arguments: [
    Tick(changed: time, read: 0, isRacy: true),
    Tick(changed: time, read: 5_000_000, isRacy: true),
    Tick(changed: time, read: 50_000_000, isRacy: false),
    // The clock was set back before the run: the file is of the future.
    Tick(changed: time, read: -3_600 * second, isRacy: true),
    // A file system that keeps whole seconds ticks once a second, or once in two.
    Tick(changed: time / second * second, read: 1_900_000_000, isRacy: true),
    Tick(changed: time / second * second, read: 2_100_000_000, isRacy: false),
  ])
  func `A second edit with the stamp of the first is seen where the clock could hide it`(tick: Tick) async throws {
    let toys = try ToyPipeline()
    let stamp = FileStamp(size: 7, modifiedNanoseconds: tick.changed, changedNanoseconds: tick.changed, inode: 1)
    toys.files.withLock { $0["a"] = .init(text: "aaa bbb", stamp: stamp) }
    toys.set(clock: tick.changed + tick.read)
    try await toys.run()
    toys.files.withLock { $0["a"] = .init(text: "aaa ccc", stamp: stamp) }
    try await toys.run()
    #expect(toys.sink.text("a") == (tick.isRacy ? "AAA CCC!" : "AAA BBB!"))
    // Read again only as long as it is racy.
    toys.files.withLock { $0["a"] = .init(text: "aaa ccc", stamp: stamp) }
    toys.set(clock: tick.changed + 10 * Self.second)
    try await toys.run()
    let report = try await toys.run()
    #expect(report.stages["fetch"]?.ran == 0)
    #expect(!report.wroteSink)
  }
}
