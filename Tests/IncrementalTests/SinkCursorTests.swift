import Synchronization
import Testing

@testable import Incremental

/// The sink is read a page of 256 names at a time, beside names that come in order.
struct SinkCursorTests {
  @Test(arguments: [0, 1, 255, 256, 257, 512, 700])
  func `Every item is met once, whatever page it stands on, and what nobody asks for is told`(held: Int) throws {
    let sink = ToySink()
    let names = (0..<held).map(Self.name)
    sink.contents.withLock { contents in
      for name in names {
        let digest = SinkItem.digest([], reason: name)
        contents.items[ItemName(name)] = ToySink.Row(text: name, state: .complete, reason: nil, digest: digest)
      }
    }
    // Each step leaves out others of the names that are held, and asks for names in between that are not.
    for step in 1...5 {
      var cursor = SinkCursor(sink, verifying: false)
      var asked: Set<String> = []
      for index in stride(from: 0, to: held, by: step) {
        let name = Self.name(index)
        asked.insert(name)
        #expect(try cursor.record(of: name)?.digest == SinkItem.digest([], reason: name))
        #expect(try cursor.record(of: name + "!") == nil)
      }
      try cursor.finish()
      #expect(cursor.count == held)
      #expect(cursor.orphans.indices.map { cursor.orphans[$0].name } == names.filter { !asked.contains($0) })
    }
  }

  /// In the order of their bytes.
  private static func name(_ index: Int) -> String {
    let digits = String(index)
    return "docs/" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
