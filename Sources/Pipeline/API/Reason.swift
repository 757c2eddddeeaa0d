/// Why a stage ran for a document, or did not.
package struct Reason: Sendable, Equatable, Encodable {
  package enum Kind: String, Sendable, Encodable, CaseIterable {
    // Why it ran.
    case neverRan
    case inputChanged
    case codeChanged
    case parameterChanged
    case lexiconChanged
    case dependencyChanged
    case forced
    case outputMissing
    case retried
    // Why it did not.
    case upToDate
    /// The stage's key is known from an earlier run, of this document or of another with the same content.
    case known
    /// An earlier stage ran, and what it made is what it had made before.
    case cutOff
    /// An earlier stage failed.
    case failedBefore
    /// An earlier stage ended the chain: the page is not a report.
    case ended
    /// The run was not asked to go this far.
    case notAsked
  }

  package var kind: Kind
  /// Which input, parameter (key path), lexicon file or stage.
  package var subject: String?
  /// Digests, versions or parameter values, as short text.
  package var old: String?
  package var new: String?

  package init(_ kind: Kind, subject: String? = nil, old: String? = nil, new: String? = nil) {
    self.kind = kind
    self.subject = subject
    self.old = old
    self.new = new
  }
}
