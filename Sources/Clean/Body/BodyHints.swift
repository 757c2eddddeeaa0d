/// Names that sites give to the element that holds an article's text.
enum BodyHints {
  /// Whether the element's id or class says that it holds the text.
  static func names(_ node: Int, of tree: MarkupTree) -> Bool {
    if tree.tag(node) == .ucapcontent || tree.tag(node) == .article { return true }
    for attribute in [MarkupTree.Attribute.id, .class] {
      guard let range = tree.attribute(attribute, of: node) else { continue }
      let value = tree.pool[range].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      for token in value.split(whereSeparator: { $0 <= 0x20 })
      where PagePartNames.builtIn.body.contains(where: { token.elementsEqual($0) }) {
        return true
      }
    }
    return false
  }
}
