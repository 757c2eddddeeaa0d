import Documents
import Fetch
import Incremental

extension Pipeline {
  /// Leads one figure of the warehouse back to its sentence, to the text that it was read from, and to the bytes of its
  /// document. Reads only, and needs no store: where that does not have the page, the file is read once more.
  ///
  /// - Parameters:
  ///   - observation: an observation's id, or the beginning of exactly one.
  ///   - isParsed: whether the figure is to have its parse, for which the whole document is read once more.
  package func trace(_ observation: String, isParsed: Bool = true) throws(PipelineError) -> FigureTrace {
    do {
      let path = configuration.warehousePath
      let found = try WarehousedObservation(observation, in: try WarehouseQuery(path: path), path: path)
      let file = SourceFile(found.document.uri, configuration)
      var trace = FigureTrace(
        observation: found.reading,
        document: found.document,
        source: .init(standing: .unreadable, path: file.path)
      )
      trace.source.problem = file.problem
      trace.source.size = file.bytes?.count
      let stored = TracedPage.stored(found, configuration)
      trace.source.digest = stored?.content?.hex
      let now = file.bytes.map { Digest(of: $0) }
      var traced = stored
      if let bytes = file.bytes {
        let isSame = stored?.content == now
        trace.source.standing = isSame ? .asRead : .changed
        // Without the page that was read, the file's present one stands in for it where it says the same.
        if !isSame, let present = TracedPage(bytes, uri: found.document.uri, configuration),
          present.page.text.bytes == found.body, present.quote(of: found) != nil
        {
          traced = present
          trace.source.standing = .samePage
        }
      }
      if now != nil, trace.source.digest != now?.hex { trace.source.digestNow = now?.hex }
      guard let traced, let quote = traced.quote(of: found) else { return trace }
      trace.page = traced.place(of: quote)
      if found.reading.sentenceStart != nil {
        trace.normal = traced.normalPlace(of: quote)
        if isParsed { trace.observation.parse = traced.parse(of: found, configuration) }
      }
      trace.source.charset = traced.map.charset
      if let bytes = file.bytes, trace.source.standing != .changed {
        place(quote, traced.sentence(of: found, around: quote), of: traced, in: bytes, &trace)
      }
      return trace
    } catch let error as QueryError {
      throw PipelineError(warehouse: error)
    } catch {
      throw PipelineError(error, configuration)
    }
  }

  /// Characters of a page's number and the lines around it.
  private static let longestInterruption = 40

  /// How many characters stand between those of the quote; `nil` where these are not all there.
  private static func others(in said: [Unicode.Scalar], beside quote: String) -> Int? {
    let wanted = quote.unicodeScalars.filter { !$0.isBlank }
    var rest = said[...]
    for scalar in wanted {
      guard let index = rest.firstIndex(of: scalar) else { return nil }
      rest = rest[(index + 1)...]
    }
    return rest.isEmpty ? said.count - wanted.count : nil
  }

  private func place(
    _ quote: Range<Int>,
    _ sentence: Range<Int>,
    of traced: TracedPage,
    in bytes: [UInt8],
    _ trace: inout FigureTrace
  ) {
    let isMarkup = SourceDocument.MediaType(name: trace.document.uri, bytes: bytes) == .html
    let places = SourcePlaces(page: traced.page, map: traced.map, bytes: bytes, isMarkup: isMarkup)
    trace.source.line = places.lines(quote).map { .init($0) }
    guard let figure = places.exact(quote) else { return }
    let text = SourceText(bytes, figure, charset: traced.map.charset)
    // Whatever the way there was: these bytes say the quote, or they are not shown.
    let said = VisibleText(text, isMarkup: isMarkup).scalars
    guard let others = Self.others(in: said, beside: traced.page.text[quote]), others <= Self.longestInterruption else {
      return
    }
    trace.source.figure = .init(figure)
    trace.source.isInterrupted = others > 0
    let around = places.near(sentence) ?? figure
    let passage = min(around.lowerBound, figure.lowerBound)..<max(around.upperBound, figure.upperBound)
    let whole = SourceText(bytes, passage, charset: traced.map.charset)
    trace.source.passage = .init(
      before: whole.text(in: passage.lowerBound..<figure.lowerBound),
      figure: whole.text(in: figure),
      after: whole.text(in: figure.upperBound..<passage.upperBound)
    )
  }
}

/// A document's file as it is now.
private struct SourceFile {
  let path: String
  private(set) var bytes: [UInt8]?
  private(set) var problem: String?

  init(_ uri: String, _ configuration: Configuration) {
    path = uri.hasPrefix("/") ? uri : configuration.root + "/" + uri
    let reader = FileReader(root: configuration.root, maximumBytes: configuration.maximumDocumentBytes)
    do throws(FetchError) {
      bytes = try reader.contents(of: uri).bytes
    } catch {
      problem = error.code == .vanished ? "the file is not there any more" : "\(error)"
    }
  }
}

extension PipelineError {
  init(warehouse error: QueryError) {
    guard error.code != .noWarehouse else {
      self.init(.nothingStored, place: error.path, cause: "there is no warehouse yet")
      return
    }
    let isForeign = ["no such table", "not a database"].contains { error.cause.contains($0) }
    self.init(isForeign ? .noWarehouse : .warehouseDamaged, place: error.path, cause: error.cause)
  }
}
