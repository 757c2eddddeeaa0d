import Synchronization
import Testing

@testable import Incremental

@Suite("What vanishes from its source leaves the sink, unless that is too much to be true")
struct DeletionTests {
  /// So many items, of which so many vanish, and so many of these come back under another name.
  struct Change: CustomTestStringConvertible {
    var items, vanishing: Int
    var moving = 0
    /// Whether they come back with other contents of the same size.
    var isOther = false
    /// How many are told to be withheld; `nil` where they go.
    var withheld: Int?

    var testDescription: String { "\(vanishing) of \(items), \(moving) \(isOther ? "replaced" : "renamed")" }
  }

  @Test(
    arguments: [
      Change(items: 12, vanishing: 10),
      Change(items: 12, vanishing: 11, withheld: 11),
      Change(items: 55, vanishing: 11),
      Change(items: 54, vanishing: 11, withheld: 11),
      Change(items: 20, vanishing: 20, withheld: 20),
      Change(items: 20, vanishing: 20, moving: 20),
      Change(items: 20, vanishing: 12, moving: 1, withheld: 11),
      Change(items: 20, vanishing: 12, moving: 2),
      Change(items: 20, vanishing: 12, moving: 12, isOther: true, withheld: 12),
    ]
  )
  func `More than ten and more than a fifth are withheld, what was renamed not counted`(change: Change) async throws {
    let toys = try ToyPipeline()
    for number in 0..<change.items { toys.put("\(number)", "text \(number + 100)") }
    try await toys.run()
    for number in 0..<change.vanishing { toys.remove("\(number)") }
    for number in 0..<change.moving { toys.put("new \(number)", "\(change.isOther ? "word" : "text") \(number + 100)") }
    let report = try await toys.run()
    #expect(report.withheld.map(\.vanished) == (change.withheld.map { [$0] } ?? []))
    #expect(report.deleted.count == (change.withheld == nil ? change.vanishing : 0))
    let left = toys.sink.contents.withLock { $0.items.count }
    #expect(left == change.items + change.moving - report.deleted.count)
  }

  @Test func `A run over named items deletes no others`() async throws {
    let toys = try await ToyPipeline.afterRun()
    toys.remove("a")
    toys.remove("b")
    #expect(try await toys.run { $0.items = [ItemName("b")] }.deleted.count == 1)
    #expect(toys.sink.text("a") != nil && toys.sink.text("b") == nil)
    #expect(try await toys.run().deleted.count == 1)
    #expect(toys.sink.text("a") == nil)
  }

  @Test func `A run that ends before the sink leaves what is gone to the next one`() async throws {
    let toys = try await ToyPipeline.afterRun()
    toys.remove("a")
    #expect(try await toys.run { $0.until = "words" }.deleted.count == 0)
    #expect(toys.sink.text("a") != nil)
    #expect(try await toys.run().deleted.count == 1)
  }
}
