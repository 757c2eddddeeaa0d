/// The items with something to do, in the order of the listing: a first run over a million has a million of them. Their
/// rows are read again when their turn comes.
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
    var source: Int32
    var isKnown: Bool
    var isPlanCurrent: Bool
  }

  private var log = NameLog<Entry>()

  var count: Int { log.count }
  var isEmpty: Bool { log.isEmpty }

  mutating func append(_ item: Item) {
    log.append(
      item.item.name,
      Entry(
        stamp: item.item.stamp,
        source: Int32(clamping: item.item.source),
        isKnown: item.isKnown,
        isPlanCurrent: item.isPlanCurrent
      )
    )
  }

  func size(at index: Int) -> Int64 { log.entry(at: index).stamp.size }

  subscript(index: Int) -> Item {
    let (name, entry) = log[index]
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
