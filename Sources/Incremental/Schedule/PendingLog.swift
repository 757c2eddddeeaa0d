/// The items with something to do, in the order of the listing: some dozen bytes each, as a first run over a million has
/// a million of them. Their rows are read again when their turn comes.
struct PendingLog: Sendable {
  struct Item: Sendable {
    var item: ListedItem
    /// Whether the store has a row of it.
    var isKnown: Bool
    /// Whether that was made with the present stages and settings.
    var isPlanCurrent: Bool
  }

  private struct Entry {
    var stamp: FileStamp
    /// Where its name ends among those of its block.
    var end: Int32
    var source: Int32
    var isKnown: Bool
    var isPlanCurrent: Bool
  }

  /// Blocks, as one array would be twice as large each time it grows.
  private struct Block {
    var names: [UInt8] = []
    var entries: [Entry] = []
  }

  private static let blockSize = 4096
  private var blocks: [Block] = []
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  mutating func append(_ item: Item) {
    if count % Self.blockSize == 0 {
      // What is full takes no more room than it needs.
      if let full = blocks.indices.last {
        blocks[full].names = blocks[full].names.withUnsafeBufferPointer { Array($0) }
      }
      blocks.append(Block())
      blocks[blocks.count - 1].entries.reserveCapacity(min(Self.blockSize, max(16, count)))
    }
    let last = blocks.count - 1
    blocks[last].names.append(contentsOf: item.item.name.utf8)
    blocks[last].entries.append(
      Entry(
        stamp: item.item.stamp,
        end: Int32(clamping: blocks[last].names.count),
        source: Int32(clamping: item.item.source),
        isKnown: item.isKnown,
        isPlanCurrent: item.isPlanCurrent
      )
    )
    count += 1
  }

  func size(at index: Int) -> Int64 { entry(at: index).stamp.size }

  private func entry(at index: Int) -> Entry { blocks[index / Self.blockSize].entries[index % Self.blockSize] }

  subscript(index: Int) -> Item {
    let block = blocks[index / Self.blockSize]
    let place = index % Self.blockSize
    let entry = block.entries[place]
    let start = place == 0 ? 0 : block.entries[place - 1].end
    let name = String(decoding: block.names[Int(start)..<Int(entry.end)], as: UTF8.self)
    return Item(
      item: ListedItem(name: name, stamp: entry.stamp, source: Int(entry.source)),
      isKnown: entry.isKnown,
      isPlanCurrent: entry.isPlanCurrent
    )
  }
}

extension PendingLog.Item {
  /// With its row, as the store has it now.
  func read(_ reader: StoreReader, record: SinkRecord? = nil) throws(EngineError) -> PendingItem {
    let row = isKnown ? try reader.item(named: item.name) : nil
    return PendingItem(item: item, row: row, record: record, isPlanCurrent: isPlanCurrent)
  }
}
