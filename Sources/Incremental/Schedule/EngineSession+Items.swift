// The items with something to do: on all workers, and back in the order of the listing.
extension EngineSession {
  /// - Returns: how many items are left, where the run was told to stop.
  mutating func runItems(
    _ pending: [PendingItem],
    _ numbers: [(source: Int64, plan: Int64)],
    _ events: (EngineEvent) -> Void
  ) async throws -> Int {
    if contents == nil, let sink = engine.sink, options.until == nil { contents = try sink.open(verifying: false) }
    let engine = engine
    let options = options
    let pool = pool
    let run = report.run
    let records = contents?.items ?? [:]
    let chunks = chunks(of: pending)
    // So many chunks are on their way or wait to be written.
    let window = max(1, options.jobs) * 2
    var waiting: [ItemResult] = []
    var done = 0
    try await withThrowingTaskGroup(of: (Int, [ItemResult]).self) { group in
      var next = 0
      // What was begun is ended: a stop comes between chunks.
      var end = chunks.count
      var running = 0
      var written = 0
      var finished: [Int: [ItemResult]] = [:]
      func start() {
        if options.stop() != nil { end = next }
        while next < end, running < max(1, options.jobs), next - written < window {
          let index = next
          let range = chunks[index]
          let items = pending[range].map { item in
            var item = item
            item.record = records[ItemName(item.item.name)]
            return item
          }
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
              var results: [ItemResult] = []
              for item in items {
                try Task.checkCancellation()
                results.append(try runner.run(item))
              }
              return (index, results)
            }
          }
          next += 1
          running += 1
        }
      }
      start()
      while let (index, results) = try await group.next() {
        running -= 1
        finished[index] = results
        // Written in the order of the listing, whoever ended first.
        while let results = finished.removeValue(forKey: written) {
          waiting += results
          written += 1
        }
        start()
        let bytes = waiting.reduce(0) { $0 + $1.row.stamp.size }
        if waiting.count >= options.batchSize.items || bytes >= options.batchSize.bytes || written == end {
          try write(waiting, numbers, events)
          done += waiting.count
          waiting.removeAll(keepingCapacity: true)
          events(.progress(done: done, of: pending.count))
        }
      }
    }
    return pending.count - done
  }

  private func chunks(of pending: [PendingItem]) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var start = 0
    var bytes: Int64 = 0
    for (index, item) in pending.enumerated() {
      bytes += item.item.stamp.size
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
    _ results: [ItemResult],
    _ numbers: [(source: Int64, plan: Int64)],
    _ events: (EngineEvent) -> Void
  ) throws {
    var changes: [SinkChange] = []
    try writer.transaction {
      if results.contains(where: { $0.load != nil }) { try dropToken() }
      for result in results { try store(result, numbers[result.source]) }
    }
    for result in results { if let load = result.load { changes.append(load) } }
    try commit(changes)
    for result in results { count(result, events) }
  }

  func store(_ given: ItemResult, _ numbers: (source: Int64, plan: Int64)) throws {
    var result = given
    for artifact in result.artifacts { try writer.put(artifact) }
    for trace in result.traces { try writer.put(trace, run: report.run) }
    if result.row.id == 0 { result.row.id = try writer.newItemNumber() }
    result.row.source = numbers.source
    result.row.plan = result.isFinished ? numbers.plan : nil
    try writer.put(result.row)
    let versions = Dictionary(
      engine.graph.stages.map { ($0.name, $0.version) },
      uniquingKeysWith: { first, _ in first }
    )
    for index in result.chain.indices where result.chain[index].lastOutcome != .notReached {
      let step = result.chain[index]
      if let version = versions[step.stage] { result.chain[index].version = try writer.number(of: version) }
    }
    try writer.putChain(result.chain, of: result.row.id)
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
