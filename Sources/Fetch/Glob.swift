/// A path with wildcards: which files a source lists.
package struct Glob: Equatable, Sendable {
  /// As written.
  package let text: String
  let components: [GlobComponent]
  let isAbsolute: Bool

  /// - Parameter root: the folder that relative globs start from, absolute. An absolute glob into it is made relative, so
  ///   that a document keeps its URI however it is listed.
  package init(_ text: String, root: String) {
    self.text = text
    var path = text[...]
    let folder = root.hasSuffix("/") ? root : root + "/"
    if path.hasPrefix(folder), folder.utf8.count > 1 { path = path.dropFirst(folder.count) }
    isAbsolute = path.hasPrefix("/")
    var components: [GlobComponent] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", case .literal(let last)? = components.last, last != Array("..".utf8) {
        components.removeLast()
      } else if part != "**" || components.last != .anyFolders {
        components.append(GlobComponent(part))
      }
    }
    self.components = components
  }
}
