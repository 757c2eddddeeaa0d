package import Documents

/// Why a file's bytes could not be had.
package struct FetchError: Error, Equatable {
  package enum Code: Equatable, Sendable {
    /// The document's own fault; the same in every run until the file changes.
    case document(DocumentFailure)
    /// The system's words for it. Tried again in the next run, as all that follows.
    case unreadable(String)
    /// Not there any more, though it was listed.
    case vanished
    /// A link to a file that is not there.
    case brokenLink
    /// Somebody writes to it.
    case changedWhileRead
  }

  package var code: Code
  package var uri: String

  package init(_ code: Code, uri: String) {
    self.code = code
    self.uri = uri
  }

  /// Whether the next run may find it mended although nothing that is known of the file changes.
  package var isTransient: Bool {
    if case .document = code { false } else { true }
  }
}

extension FetchError: CustomStringConvertible {
  /// What, and the way out; without the URI.
  package var description: String {
    switch code {
    case .document(let failure): failure.found
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .vanished: "was listed, and is not there any more"
    case .brokenLink: "is a link to a file that is not there; mend the link or remove it"
    case .changedWhileRead: "changes while it is read; the next run tries again"
    }
  }
}
