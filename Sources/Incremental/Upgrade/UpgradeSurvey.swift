/// Which items would be done again because the stages are others than those that made what is there, and a seeded
/// sample of them. Memory is that of the sample.
package struct UpgradeSurvey: Sendable {
  package struct Candidate: Sendable {
    package var item: ListedItem
    /// `nil` where the store does not know the item and the sink alone holds it.
    package var row: ItemRow?
    package var record: SinkRecord
    /// Its place in the draw.
    fileprivate var lot: Digest
  }

  /// How the sample is drawn.
  package struct Draw: Sendable {
    package var size: Int
    package var seed: UInt64

    package init(size: Int, seed: UInt64) {
      self.size = size
      self.seed = seed
    }

    /// The same for an item whatever other items there are, so that samples of one seed can be compared.
    func lot(_ name: String) -> Digest {
      var key = KeyBuilder(domain: "sample.1")
      key.append(tag: 1, String(seed))
      key.append(tag: 2, name)
      return key.digest
    }
  }

  package private(set) var listed = 0
  /// How many there are.
  package private(set) var candidates = 0
  /// In the order of their lots.
  package private(set) var sample: [Candidate] = []

  /// - Parameters:
  ///   - sink: peeked into: nothing but what it holds can change. A record that is not intact was loaded by other code.
  ///   - listing: in the order of the names' bytes.
  package init(
    _ engine: Engine,
    _ options: EngineOptions,
    sink: any ItemSink,
    draw: Draw,
    reader: StoreReader,
    listing: inout some IteratorProtocol<ListedItem>
  ) throws {
    let marks = try reader.marks(of: engine)
    var cursor = try ItemCursor(reader)
    var held = SinkCursor(sink, verifying: false)
    while let item = listing.next() {
      listed += 1
      var order = cursor.order(relativeTo: item.name)
      while order < 0 {
        try cursor.advance()
        order = cursor.order(relativeTo: item.name)
      }
      // What the sink does not hold is new to those who read it.
      guard let record = try held.record(of: item.name), record.isPresent else { continue }
      if let asked = options.items, !asked.contains(ItemName(item.name)) { continue }
      guard order == 0 else {
        add(item, nil, record, draw)
        continue
      }
      if marks[item.source].isPlan(of: cursor), record.isIntact { continue }
      let row = try cursor.row
      // What could not even be read is made anew when it can be.
      if row.content != nil { add(item, row, record, draw) }
    }
    trim(to: draw.size)
  }

  private mutating func add(_ item: ListedItem, _ row: ItemRow?, _ record: SinkRecord, _ draw: Draw) {
    candidates += 1
    sample.append(Candidate(item: item, row: row, record: record, lot: draw.lot(item.name)))
    if sample.count >= 4 * max(draw.size, 16) { trim(to: draw.size) }
  }

  private mutating func trim(to size: Int) {
    sample.sort { $0.lot < $1.lot }
    sample.removeLast(max(0, sample.count - size))
  }
}
