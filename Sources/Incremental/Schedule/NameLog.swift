/// Names in the order in which they come, each with something small: some dozen bytes each, as there may be a million.
struct NameLog<Entry: Sendable>: Sendable {
  private struct Row {
    var entry: Entry
    /// Where its name ends among those of its block.
    var end: Int32
  }

  /// Blocks, as one array would be twice as large each time it grows.
  private struct Block {
    var names: [UInt8] = []
    var rows: [Row] = []
  }

  private var blocks: [Block] = []
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }
  var indices: Range<Int> { 0..<count }

  mutating func append(_ name: String, _ entry: Entry) {
    if count % Self.blockSize == 0 {
      // What is full takes no more room than it needs.
      if let full = blocks.indices.last {
        blocks[full].names = blocks[full].names.withUnsafeBufferPointer { Array($0) }
      }
      blocks.append(Block())
      blocks[blocks.count - 1].rows.reserveCapacity(min(Self.blockSize, max(16, count)))
    }
    let last = blocks.count - 1
    blocks[last].names.append(contentsOf: name.utf8)
    blocks[last].rows.append(Row(entry: entry, end: Int32(clamping: blocks[last].names.count)))
    count += 1
  }

  func entry(at index: Int) -> Entry { blocks[index / Self.blockSize].rows[index % Self.blockSize].entry }

  subscript(index: Int) -> (name: String, entry: Entry) {
    let block = blocks[index / Self.blockSize]
    let place = index % Self.blockSize
    let row = block.rows[place]
    let start = place == 0 ? 0 : block.rows[place - 1].end
    return (String(decoding: block.names[Int(start)..<Int(row.end)], as: UTF8.self), row.entry)
  }

  /// Those of which `isKept` says so.
  func filter(_ isKept: (_ name: String, _ entry: Entry) throws -> Bool) rethrows -> NameLog {
    var kept = NameLog()
    for index in indices {
      let (name, entry) = self[index]
      if try isKept(name, entry) { kept.append(name, entry) }
    }
    return kept
  }

  private static var blockSize: Int { 4096 }
}
