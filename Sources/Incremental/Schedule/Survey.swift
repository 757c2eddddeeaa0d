/// What is to do, found by merging the sorted listing with the sorted table: nothing is done for an item that is as it
/// was but a look at its stamp.
struct Survey {
  struct Vanished: Sendable {
    var row: ItemRow
    var source: String
  }

  var listed = 0
  var pending = PendingLog()
  var vanished: [Vanished] = []
  /// Of what is listed no more: how many stay.
  var kept = 0
  /// Known items by source, those that vanished included.
  var known: [String: Int] = [:]
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
    var names: [Int64: String]

    /// - Parameter comparesSink: whether somebody may have touched it.
    init(_ engine: Engine, _ options: EngineOptions, _ reader: StoreReader, comparesSink: Bool) throws(EngineError) {
      self.options = options
      sink = comparesSink ? engine.sink : nil
      names = try reader.sources()
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
        try pass(vanished: cursor, questions, &sink)
        try cursor.advance()
        order = cursor.order(relativeTo: item.name)
      }
      let record = try sink?.record(of: item.name)
      guard order == 0 else {
        if isAsked(item.name, questions) { pending.append(.init(item: item, isKnown: false, isPlanCurrent: false)) }
        continue
      }
      known[questions.names[cursor.source] ?? "", default: 0] += 1
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
      try pass(vanished: cursor, questions, &sink)
      try cursor.advance()
    }
    try sink?.finish()
    orphans = sink?.orphans ?? orphans
    held = sink?.count ?? 0
  }

  private mutating func pass(
    vanished cursor: ItemCursor,
    _ questions: Questions,
    _ sink: inout SinkCursor?
  ) throws {
    let row = try cursor.row
    let source = questions.names[row.source] ?? ""
    known[source, default: 0] += 1
    _ = try sink?.record(of: row.name)
    vanished.append(Vanished(row: row, source: source))
  }

  private func isAsked(_ name: String, _ questions: Questions) -> Bool {
    guard let items = questions.options.items else { return true }
    return items.contains(ItemName(name))
  }
}
