package import Documents

/// Turns a document's bytes into a page.
package struct Cleaner: Sendable {
  package let parameters: CleanParameters
  private let lexicon: CleanLexicon

  package init(parameters: CleanParameters = .init()) {
    self.parameters = parameters
    // Overlays with a fault never come here: the configuration has tried them.
    lexicon = (try? CleanLexicon(overlaidBy: parameters.overlays)) ?? .builtIn
  }

  /// - Throws: what is the document's own fault: it is empty, binary, too large or deep, or no text in any charset.
  package func clean(_ source: SourceDocument) throws(DocumentFailure) -> CleanOutput {
    guard source.bytes.count <= parameters.maximumBytes else {
      throw DocumentFailure(.tooLarge, found: "\(source.bytes.count) bytes, the limit is \(parameters.maximumBytes)")
    }
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 >= 0x09 && $0 <= 0x0D }
    let empty = DocumentFailure(.empty, found: "\(source.bytes.count) bytes, all of them white space")
    guard !source.bytes.allSatisfy(isBlank) else { throw empty }
    let text = try DecodedText(source)
    guard !text.bytes.allSatisfy(isBlank) else { throw empty }
    // Offsets are narrow from here on, in the markup as in the lines made of it, which have a mark each at their ends.
    let longest = max(source.bytes.count, text.bytes.count)
    guard longest < Int(Int32.max) / 2 else { throw DocumentFailure(.tooLarge, found: "\(longest) bytes") }
    var limits = parameters
    switch source.mediaType {
    case .html:
      limits.maximumNodes = parameters.maximumNodes(inBytes: source.bytes.count)
      return try MarkupCleaner(parameters: limits, lexicon: lexicon).clean(source, consume text)
    case .plainText:
      limits.maximumNodes = parameters.maximumLines(inBytes: source.bytes.count)
      return try PlainTextCleaner(parameters: limits, lexicon: lexicon).clean(source, text)
    }
  }
}
