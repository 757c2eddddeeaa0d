internal import Documents

/// Reads what a page says of itself.
struct MetadataReader {
  let tree: MarkupTree
  let lines: PageLines
  let cut: CutMarkup
  /// The decoded text that `cut` was cut from.
  let text: [UInt8]
  /// The first line of the body.
  let bodyStart: Int?

  func metadata() -> PageMetadata {
    var metadata = PageMetadata()
    let tags = metaTags()
    if let title = tags["articletitle"], !title.isEmpty { metadata.title = Found(title, at: .metaTag) }
    if metadata.title == nil, let title = heading() { metadata.title = Found(title, at: .heading) }
    if metadata.title == nil, let title = titleTag() { metadata.title = Found(title, at: .titleTag) }
    if let date = tags["pubdate"].flatMap(DateReader.first) { metadata.publishedOn = Found(date, at: .metaTag) }
    if let source = tags["contentsource"], !source.isEmpty { metadata.source = Found(source, at: .metaTag) }
    if let site = tags["sitename"], !site.isEmpty { metadata.site = Found(site, at: .metaTag) }
    return metadata
  }

  /// The first value of each name: a second set of tags can hold another article's.
  private func metaTags() -> [String: String] {
    var tags: [String: String] = [:]
    for node in 0..<tree.count where tree.tag(node) == .meta {
      guard let name = tree.string(.name, of: node) ?? tree.string(.property, of: node),
        let content = tree.attribute(.content, of: node)
      else { continue }
      let key = name.lowercased()
      if tags[key] == nil { tags[key] = TrimmedText.string(tree.pool[content]) }
    }
    return tags
  }

  private func heading() -> String? {
    for line in 0..<(bodyStart ?? 0) {
      if case .heading(let level) = lines.lines[line].kind, level <= 3, lines.lines[line].measure.units >= 6 {
        return lines.string(line)
      }
    }
    return nil
  }

  private func titleTag() -> String? {
    for node in 0..<tree.count where tree.tag(node) == .title {
      let title = Attachments.text(of: node, in: tree)
      return title.isEmpty ? nil : title
    }
    return nil
  }
}
