/// A file that a source lists.
package struct ListedFile: Equatable, Sendable {
  /// Its bytes are those of the path on disk: relative to the folder of `pipeline.json` where the glob is, or where an
  /// absolute glob points into that folder; else absolute. Compare by UTF-8 bytes: Swift's `==` takes "é" in one
  /// code point and in two for equal.
  package var uri: String
  package var stat: FileStat

  package init(uri: String, stat: FileStat) {
    self.uri = uri
    self.stat = stat
  }
}
