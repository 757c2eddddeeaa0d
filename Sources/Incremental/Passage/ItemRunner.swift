/// Takes one item through all stages on one worker: values are handed on in memory, and read from the store only where a
/// stage that runs needs what an earlier run made.
struct ItemRunner {
  let graph: StageGraph
  let options: EngineOptions
  let access: ItemAccess
  let sink: (any ItemSink)?
  let run: Int64
  let reader: StoreReader

  func run(_ pending: PendingItem) throws -> ItemResult {
    var chain = ItemChain(self, pending)
    return try chain.run()
  }

  /// - Parameter pending: neighbours in the listing: what is made of them lies together in the store.
  func run(all pending: [PendingItem]) throws -> ChunkResult {
    var chunk = ChunkResult()
    var artifacts: [MadeArtifact] = []
    for item in pending {
      try Task.checkCancellation()
      var result = try run(item)
      artifacts += result.artifacts
      result.artifacts = []
      chunk.contentBytes += result.row.stamp.size
      chunk.items.append(result)
    }
    chunk.packs = try PackBuilder.packs(of: artifacts) { try reader.holds($0) }
    return chunk
  }

  /// Makes an output again that an earlier run made and the store has lost.
  ///
  /// - Throws: ``LostMember`` where the item is no longer what that run saw.
  func remake(_ output: String, _ digest: Digest, of pending: PendingItem) throws -> RemadeOutput {
    var chain = ItemChain(self, pending)
    do {
      return try chain.remake(output, digest)
    } catch let error as EngineError {
      throw error
    } catch let error as CancellationError {
      throw error
    } catch {
      throw LostMember()
    }
  }
}

/// An output that the store had lost, and everything that was made on the way to it.
struct RemadeOutput {
  var value: any Sendable
  var artifacts: [MadeArtifact]
  /// Of the stages that ran for it.
  var steps: [StepReport]
}

/// The item's bytes are no longer those that were listed: the next run sees the new ones.
struct ContentMoved: Error, CustomStringConvertible {
  var description: String { "it changed during the run; the next run takes the new content" }
}
