extension PagePartNames {
  /// Whether an element's id or class says that it holds the article's text.
  func namesBody(_ node: Int, of tree: MarkupTree) -> Bool {
    if tree.tag(node) == .ucapcontent || tree.tag(node) == .article { return true }
    for attribute in [MarkupTree.Attribute.id, .class] {
      guard let range = tree.attribute(attribute, of: node) else { continue }
      let value = tree.pool[range].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      for token in value.split(whereSeparator: { $0 <= 0x20 })
      where body.contains(where: { token.elementsEqual($0) }) {
        return true
      }
    }
    return false
  }
}
