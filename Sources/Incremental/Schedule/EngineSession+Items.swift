// The items with something to do: on all workers, and back in the order of the listing.
extension EngineSession {
  /// - Returns: how many items are left, where the run was told to stop.
  mutating func runItems(
    _ pending: PendingLog,
    _ numbers: [(source: Int64, plan: Int64)],
    _ events: (EngineEvent) -> Void
  ) async throws -> Int {
    if contents == nil, let sink = engine.sink, options.until == nil { contents = try sink.open(verifying: false) }
    let engine = engine
    let options = options
    let pool = pool
    let run = report.run
    let chunks = chunks(of: pending)
    // So many chunks are on their way or wait to be written.
    let window = max(1, options.jobs) * 2
    var waiting: [ChunkResult] = []
    var done = 0
    try await withThrowingTaskGroup(of: (Int, ChunkResult).self) { group in
      var next = 0
      // What was begun is ended: a stop comes between chunks.
      var end = chunks.count
      var running = 0
      var written = 0
      var finished: [Int: ChunkResult] = [:]
      func start() throws {
        if options.stop() != nil { end = next }
        while next < end, running < max(1, options.jobs), next - written < window {
          let index = next
          let items = try withRecords(chunks[index].map { pending[$0] })
          group.addTask {
            try pool.withReader { reader in
              let runner = ItemRunner(
                graph: engine.graph,
                options: options,
                access: engine.access,
                sink: engine.sink,
                run: run,
                reader: reader
              )
              return (index, try runner.run(all: items.map { try $0.item.read(reader, record: $0.record) }))
            }
          }
          next += 1
          running += 1
        }
      }
      try start()
      while let (index, result) = try await group.next() {
        running -= 1
        finished[index] = result
        // Written in the order of the listing, whoever ended first.
        while let result = finished.removeValue(forKey: written) {
          waiting.append(result)
          written += 1
        }
        try start()
        let items = waiting.reduce(0) { $0 + $1.items.count }
        let bytes = waiting.reduce(0) { $0 + $1.contentBytes }
        if items >= options.batchSize.items || bytes >= options.batchSize.bytes || written == end {
          try write(waiting, numbers, events)
          done += items
          waiting.removeAll(keepingCapacity: true)
          events(.progress(done: done, of: pending.count))
        }
      }
    }
    return pending.count - done
  }

  /// With what the sink holds of them.
  private func withRecords(_ items: [PendingLog.Item]) throws -> [(item: PendingLog.Item, record: SinkRecord?)] {
    guard contents != nil, let sink = engine.sink else { return items.map { ($0, nil) } }
    let records = try sink.records(of: items.map(\.item.name), verifying: wasUntrusted)
    return items.map { item in
      var record = records[ItemName(item.item.name)]
      record?.isNewer = isSinkNewer
      return (item, record)
    }
  }

  private func chunks(of pending: PendingLog) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var start = 0
    var bytes: Int64 = 0
    for index in 0..<pending.count {
      bytes += pending.size(at: index)
      if index + 1 - start >= options.chunkSize.items || bytes >= options.chunkSize.bytes {
        chunks.append(start..<index + 1)
        start = index + 1
        bytes = 0
      }
    }
    if start < pending.count { chunks.append(start..<pending.count) }
    return chunks
  }

  private mutating func write(
    _ chunks: [ChunkResult],
    _ numbers: [(source: Int64, plan: Int64)],
    _ events: (EngineEvent) -> Void
  ) throws {
    var changes: [SinkChange] = []
    for chunk in chunks { changes += chunk.items.compactMap(\.load) }
    try writer.transaction {
      if !changes.isEmpty { try dropToken() }
      for chunk in chunks {
        for pack in chunk.packs { try writer.put(pack) }
        for result in chunk.items { try store(result, numbers[result.source]) }
      }
    }
    try commit(changes)
    for chunk in chunks { for result in chunk.items { count(result, events) } }
  }

  func store(_ given: ItemResult, _ numbers: (source: Int64, plan: Int64)) throws {
    var result = given
    for trace in result.traces { try writer.put(trace, run: report.run) }
    result.row.source = numbers.source
    result.row.plan = result.isFinished ? numbers.plan : nil
    try writer.put(result.row)
    for index in result.chain.indices where result.chain[index].lastOutcome != .notReached {
      let step = result.chain[index]
      if let version = versions[step.stage] { result.chain[index].version = try writer.number(of: version) }
    }
    try writer.putAttempt(
      run: report.run,
      item: result.row.name,
      change: result.change,
      state: result.row.state,
      reason: result.row.reason,
      steps: result.chain
    )
    guard result.settlesGroup else { return }
    let group = result.row.group
    if let old = result.before?.group, old != group { try writer.removeMember(result.row.name, of: old) }
    if let group, let member = result.member, group != result.before?.group || member != result.memberBefore {
      try writer.setMember(result.row.name, of: group, member)
    }
  }
}
