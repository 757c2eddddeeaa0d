/// Something that a source's globs met and that is no document.
package struct ListingProblem: Error, Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    /// The glob matches no file.
    case matchesNothing
    /// A folder whose name the glob's last part matches ("2024.html/").
    case folderLikePage
    /// A device, a socket or a pipe.
    case noRegularFile
    /// The system's words for it.
    case unreadableFolder(String)
    /// A link that leads back to a folder above it.
    case linkLoop
    /// The bytes of the name are no UTF-8; they are shown with U+FFFD.
    case nameNotUTF8
    case tooDeep
  }

  package var code: Code
  /// The glob as written, or the URI of the file or folder.
  package var place: String

  package init(_ code: Code, _ place: String) {
    self.code = code
    self.place = place
  }

  /// Whether documents may lie behind it that the walk could not see: those known below ``place`` did not vanish.
  package var hidesDocuments: Bool {
    switch code {
    case .unreadableFolder, .tooDeep, .nameNotUTF8: true
    case .matchesNothing, .folderLikePage, .noRegularFile, .linkLoop: false
    }
  }

  /// Whether something that was asked for could not be had.
  package var isMissing: Bool { code == .matchesNothing || hidesDocuments }
}

extension ListingProblem: CustomStringConvertible {
  /// What, and the way out; without the place.
  package var description: String {
    switch code {
    case .matchesNothing: "matches no file; globs are relative to the folder of pipeline.json"
    case .folderLikePage: "is a folder named like a page; it is skipped"
    case .noRegularFile: "is no regular file; it is skipped"
    case .unreadableFolder(let reason): "cannot be listed: \(reason); what is known of the documents in it stays"
    case .linkLoop: "links to itself or back to a folder above it; the link is not followed"
    case .nameNotUTF8: "has a name that is not UTF-8; rename it"
    case .tooDeep: "lies more than \(FileWalk.maximumDepth) folders deep; it is skipped"
    }
  }
}
