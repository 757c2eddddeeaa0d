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
  /// What the sink holds and nobody lists or knows.
  var orphans: [String] = []
  var orphanGroups: [String] = []

  /// What decides whether an item has something to do.
  struct Questions {
    /// By index of the source: its row and the row of its plan's fingerprint; `nil` where the store has none yet.
    var sources: [(row: Int64?, plan: Int64?)]
    var options: EngineOptions
    /// What the sink holds, where that has to be compared.
    var contents: SinkContents?
    var names: [Int64: String]
  }

  init(
    listing: inout some IteratorProtocol<ListedItem>,
    reader: StoreReader,
    questions: Questions
  ) throws {
    var cursor = try ItemCursor(reader)
    var isEverything = questions.options.forceFrom != nil
    isEverything = isEverything || questions.options.retry
    var last: String?
    var unseen = questions.contents?.items
    while let item = listing.next() {
      if let last, ByteOrder.compare(last, item.name) >= 0 {
        throw EngineError(.bug, place: item.name, cause: "the listing is not in order")
      }
      last = item.name
      listed += 1
      var order = cursor.order(relativeTo: item.name)
      while order < 0 {
        try pass(vanished: cursor, questions, &unseen)
        try cursor.advance()
        order = cursor.order(relativeTo: item.name)
      }
      unseen?[ItemName(item.name)] = nil
      guard order == 0 else {
        if isAsked(item.name, questions) { pending.append(.init(item: item, isKnown: false, isPlanCurrent: false)) }
        continue
      }
      let source = questions.sources[item.source]
      known[questions.names[cursor.source] ?? "", default: 0] += 1
      let stamp = cursor.stamp
      let isPlanCurrent = cursor.plan != nil && cursor.plan == source.plan && cursor.source == source.row
      var isIdle = isPlanCurrent && stamp == item.stamp && !stamp.isRacy(checked: cursor.checked)
      isIdle = isIdle && !(questions.options.forceFrom != nil)
      let state = cursor.state
      if isIdle, questions.options.retry, state == .failed || state == .stale { isIdle = false }
      if isIdle, let contents = questions.contents {
        let row = try cursor.row
        let record = contents.items[ItemName(item.name)]
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
      try pass(vanished: cursor, questions, &unseen)
      try cursor.advance()
    }
    if let unseen { orphans = unseen.keys.map(\.text).sorted { ByteOrder.compare($0, $1) < 0 } }
  }

  private mutating func pass(
    vanished cursor: ItemCursor,
    _ questions: Questions,
    _ unseen: inout [ItemName: SinkRecord]?
  ) throws {
    let row = try cursor.row
    let source = questions.names[row.source] ?? ""
    known[source, default: 0] += 1
    unseen?[ItemName(row.name)] = nil
    vanished.append(Vanished(row: row, source: source))
  }

  private func isAsked(_ name: String, _ questions: Questions) -> Bool {
    guard let items = questions.options.items else { return true }
    return items.contains(ItemName(name))
  }
}
