/// What is to do, found by merging the sorted listing with the sorted table: nothing is done for an item that is as it
/// was but a look at its stamp.
struct Survey {
  /// Their rows are read again when their turn comes.
  struct Vanished: Sendable {
    /// Its row.
    var source: Int64
    var size: Int64
  }

  var listed = 0
  var pending = PendingLog()
  var vanished = NameLog<Vanished>()
  /// Of what is listed no more: how many stay.
  var kept = 0
  /// Known items by the source's row, those that vanished included.
  var known: [Int64: Int] = [:]
  /// Of items with nothing to do: how many are complete, and where the others stand.
  var idleComplete = 0
  var idle: [ItemState: Int] = [:]
  var idleEnds: [String: (count: Int, failed: Bool)] = [:]
  /// What the sink holds and nobody lists or knows, as ``SinkCursor/orphans``.
  var orphans = NameLog<Bool>()
  /// How many items the sink holds, where that was compared.
  var held = 0

  /// What decides whether an item has something to do.
  struct Questions {
    /// By index of the source.
    var sources: [SourceMark]
    var options: EngineOptions
    /// Where what it holds has to be compared.
    var sink: (any ItemSink)?

    /// - Parameter comparesSink: whether somebody may have touched it.
    init(_ engine: Engine, _ options: EngineOptions, _ reader: StoreReader, comparesSink: Bool) throws(EngineError) {
      self.options = options
      sink = comparesSink ? engine.sink : nil
      sources = try reader.marks(of: engine)
    }
  }

  init(
    listing: inout some IteratorProtocol<ListedItem>,
    reader: StoreReader,
    questions: Questions
  ) throws {
    var cursor = try ItemCursor(reader)
    var last: String?
    var sink = questions.sink.map { SinkCursor($0, verifying: true) }
    while let item = listing.next() {
      if let last, ByteOrder.compare(last, item.name) >= 0 {
        throw EngineError(.bug, place: item.name, cause: "the listing is not in order")
      }
      last = item.name
      listed += 1
      var order = cursor.order(relativeTo: item.name)
      while order < 0 {
        try pass(vanished: cursor, &sink)
        try cursor.advance()
        order = cursor.order(relativeTo: item.name)
      }
      let record = try sink?.record(of: item.name)
      guard order == 0 else {
        if isAsked(item.name, questions) { pending.append(.init(item: item, isKnown: false, isPlanCurrent: false)) }
        continue
      }
      known[cursor.source, default: 0] += 1
      let stamp = cursor.stamp
      let isPlanCurrent = questions.sources[item.source].isPlan(of: cursor)
      var isIdle = isPlanCurrent && stamp == item.stamp && !stamp.isRacy(checked: cursor.checked)
      isIdle = isIdle && questions.options.forceFrom == nil
      let state = cursor.state
      if isIdle, questions.options.retry, state == .failed || state == .stale { isIdle = false }
      if isIdle, sink != nil {
        let row = try cursor.row
        isIdle = record.map { $0.agrees(with: row) } ?? false
      }
      if isIdle || !isAsked(item.name, questions) {
        if state == .complete {
          idleComplete += 1
        } else {
          let row = try cursor.row
          idleEnds[row.stage ?? "", default: (0, state != .ended)].count += 1
        }
        idle[state, default: 0] += 1
      } else {
        pending.append(.init(item: item, isKnown: true, isPlanCurrent: isPlanCurrent))
      }
      try cursor.advance()
    }
    while !cursor.isAtEnd {
      try pass(vanished: cursor, &sink)
      try cursor.advance()
    }
    try sink?.finish()
    orphans = sink?.orphans ?? orphans
    held = sink?.count ?? 0
  }

  private mutating func pass(
    vanished cursor: ItemCursor,
    _ sink: inout SinkCursor?
  ) throws {
    known[cursor.source, default: 0] += 1
    _ = try sink?.record(of: cursor.name)
    vanished.append(cursor.name, Vanished(source: cursor.source, size: cursor.stamp.size))
  }

  private func isAsked(_ name: String, _ questions: Questions) -> Bool {
    guard let items = questions.options.items else { return true }
    return items.contains(ItemName(name))
  }
}
