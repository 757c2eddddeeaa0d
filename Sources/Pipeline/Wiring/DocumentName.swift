import Incremental

/// Finds the document that a user means.
enum DocumentName {
  /// - Parameter asked: a URI, or a part of exactly one.
  static func find(_ asked: String, in names: [String]) throws(PipelineError) -> String {
    let wanted = Array(asked.utf8)
    var found: [String] = []
    for name in names {
      if ByteOrder.compare(name, asked) == 0 { return name }
      if contains(Array(name.utf8), wanted) { found.append(name) }
    }
    switch found.count {
    case 1: return found[0]
    case 0: throw PipelineError(.noSuchDocument, place: asked, cause: "no document has this in its URI")
    default:
      throw PipelineError(
        .ambiguousDocument,
        place: asked,
        cause: "\(found.count) documents have this in their URIs",
        candidates: found
      )
    }
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard !part.isEmpty, text.count >= part.count else { return part.isEmpty }
    return (0...(text.count - part.count)).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }
}
