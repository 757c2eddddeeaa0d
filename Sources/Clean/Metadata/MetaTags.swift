/// The meta tags of a page: the first value of each name, as a second set can hold another article's.
struct MetaTags {
  private var values: [String: String] = [:]

  init(_ tree: MarkupTree) {
    for node in 0..<tree.count where tree.tag(node) == .meta {
      guard let content = tree.attribute(.content, of: node),
        let name = tree.string(.name, of: node) ?? tree.string(.property, of: node) ?? tree.string(.itemprop, of: node)
      else { continue }
      let value = TrimmedText.string(tree.pool[content])
      guard !value.isEmpty else { continue }
      let key = name.lowercased()
      if values[key] == nil { values[key] = value }
    }
  }

  /// The value of the first of the names that has one.
  func first(_ names: [String]) -> String? {
    for name in names {
      if let value = values[name] { return value }
    }
    return nil
  }

  // "PuDate" is a slip that a widespread template has.
  static let date = [
    "pubdate", "publishdate", "pudate", "publish_date", "published", "dc.date", "dc.date.issued",
    "weibo: article:create_at",
  ]
  static let openGraphDate = [
    "article:published_time", "og:release_date", "og:published_time", "datepublished", "og:pubdate",
    "bytedance:published_time",
  ]
}
