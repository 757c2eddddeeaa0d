package import Foundation

/// Where the project lies, and what lies beside it.
package enum ProjectFolder {
  package static let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardizedFileURL

  package static func file(_ name: String) -> URL { url.appending(path: name) }

  package static func text(_ name: String) throws -> String { try String(contentsOf: file(name), encoding: .utf8) }

  /// Of the folder with gold and corpus, which is no part of the project: `SHARED`, else `../shared` beside the project.
  /// Tests of what is not there are skipped.
  package static func shared(_ name: String) -> URL { sharedFolder.appending(path: name) }

  package static func hasShared(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: shared(name).path(percentEncoded: false))
  }

  private static let sharedFolder = URL(
    filePath: ProcessInfo.processInfo.environment["SHARED"] ?? "../shared",
    directoryHint: .isDirectory,
    relativeTo: url
  ).standardizedFileURL
}
