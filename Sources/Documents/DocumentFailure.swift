/// Why a document cannot pass a stage: its own fault, the same on every machine and in every run.
package struct DocumentFailure: Error, Equatable {
  package enum Code: String, Sendable, CaseIterable {
    case empty
    case binary
    case tooLarge
    case undecodable
    case tooDeep
    case tooManyNodes
    case markup
  }

  package var code: Code
  /// Byte offset in the document, where one can be told.
  package var offset: Int?
  /// What was found, in a few words ("31457280 bytes, the limit is 20971520").
  package var found: String

  package init(_ code: Code, offset: Int? = nil, found: String = "") {
    self.code = code
    self.offset = offset
    self.found = found
  }
}
