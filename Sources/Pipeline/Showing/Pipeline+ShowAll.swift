import Incremental

extension Pipeline {
  /// Writes a stage's output for every document to a folder, a file each, and a list of them. What is there already and
  /// equal stays as it is; files of documents that are no more go.
  ///
  /// - Parameters:
  ///   - suffix: of the files, as `.clean.txt`.
  ///   - render: a document's output as the file's content.
  ///   - progress: called for each document with how many are done, and of how many.
  /// - Complexity: one document in memory at a time.
  package func showAll(
    _ stage: StageName,
    to folder: String,
    suffix: String,
    render: (ShownArtifact) throws -> String,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(PipelineError) -> ShownFolder {
    do {
      let engine = try PipelineEngine(configuration).engine
      guard let reader = try engine.existingStore() else {
        throw PipelineError(.nothingStored, place: configuration.storePath, cause: "nothing has run yet")
      }
      let output = try OutputFolder(folder)
      var result = ShownFolder(folder: folder)
      result.index = "index\(suffix.hasSuffix(".txt") ? String(suffix.dropLast(4)) : suffix).tsv"
      let index = try ShownIndex(result.index, in: folder)
      let query = stage == .load || stage == .regions ? try WarehouseQuery(path: configuration.warehousePath) : nil
      func forget(_ uri: String) {
        if output.remove(DocumentFileName.path(of: uri, suffix: suffix)) { result.removed += 1 }
      }
      let names = try reader.itemNames()
      for (number, name) in names.enumerated() {
        while let old = index.next, ByteOrder.compare(old, name) < 0 {
          forget(old)
          index.advance()
        }
        if let old = index.next, ByteOrder.compare(old, name) == 0 { index.advance() }
        do {
          let shown = try StageOutputs(of: name, engine, reader, configuration).shown(stage, query)
          let file = DocumentFileName.path(of: name, suffix: suffix)
          let isWritten = try output.write(Array(try render(shown).utf8), to: file)
          if isWritten { result.written += 1 } else { result.same += 1 }
          index.add(name, file: file)
        } catch let error as PipelineError where error.isOfOneDocument {
          forget(name)
          result.add(name, error.cause)
          index.add(name, file: nil, reason: error.cause)
        }
        progress(number + 1, names.count)
      }
      while let old = index.next {
        forget(old)
        index.advance()
      }
      try index.finish()
      return result
    } catch let error as QueryError {
      throw PipelineError(warehouse: error)
    } catch {
      throw PipelineError(error, configuration)
    }
  }
}

extension PipelineError {
  fileprivate var isOfOneDocument: Bool {
    switch code {
    case .stageHasNothing, .nothingStored, .lostOutput: true
    default: false
    }
  }
}
