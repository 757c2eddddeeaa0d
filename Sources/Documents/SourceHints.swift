/// What is known of a document from outside its bytes. Part of extract's key; a fact that rests on a hint says so.
package struct SourceHints: Hashable, Sendable, Encodable {
  /// `hints.region` of the source in `pipeline.json`, as written.
  package var region: String?
  /// The file's name without its extension, or the last part of the URL's path.
  package var name: String

  package init(region: String? = nil, name: String = "") {
    self.region = region
    self.name = name
  }
}
