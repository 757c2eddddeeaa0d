internal import Documents

/// Pictures in the body whose alternative text says what they show.
enum ImageTexts {
  /// Longer texts are cut to this; they are no description.
  private static let maximumBytes = 600
  private static let types = [".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".svg"].map { Array($0.utf8) }

  /// Each with the place in the body's lines of the one behind it, as its block.
  ///
  /// - Parameter title: of the page.
  static func images(
    of body: BodyFinder.Body,
    in page: PageLines,
    tree: MarkupTree,
    title: String?
  ) -> [PageImage] {
    guard let first = body.lines.first, let last = body.lines.last else { return [] }
    let start = page.lines[first].nodes.lowerBound
    // Pictures often end a text: one element behind it belongs to it.
    let end = min(tree.end(body.node), nextLine(behind: last, in: page, tree: tree))
    var images: [PageImage] = []
    var line = 0
    for node in start..<max(start, end) where tree.tag(node) == .img {
      guard images.count < 200 else { break }
      guard let text = text(of: node, tree, page.lexicon.furniture) else { continue }
      while line < body.lines.count, page.lines[body.lines[line]].nodes.lowerBound < node { line += 1 }
      images.append(PageImage(text: text, target: tree.string(.src, of: node) ?? "", block: line))
    }
    return withoutLabels(images, title: title)
  }

  /// - Parameter blocks: for each of the body's lines the index of its block.
  static func placed(_ images: [PageImage], blocks: [Int32]) -> [PageImage] {
    images.map { image in
      var image = image
      image.block = Int(blocks.indices.contains(image.block) ? blocks[image.block] : (blocks.last ?? -1) + 1)
      return image
    }
  }

  /// Without texts that a system puts on each picture: the page's title, or the same words again and again.
  private static func withoutLabels(_ images: [PageImage], title: String?) -> [PageImage] {
    var counts: [String: Int] = [:]
    for image in images { counts[image.text, default: 0] += 1 }
    return images.filter { $0.text != title && counts[$0.text, default: 0] <= 2 }
  }

  private static func nextLine(behind line: Int, in page: PageLines, tree: MarkupTree) -> Int {
    line + 1 < page.lines.count ? page.lines[line + 1].nodes.lowerBound : tree.count
  }

  /// Words in which a reader learns something: no name of a file, no "图片".
  private static func text(of node: Int, _ tree: MarkupTree, _ rules: FurnitureRules) -> String? {
    for name in [MarkupTree.Attribute.alt, .title] {
      guard let value = tree.attribute(name, of: node), value.count <= maximumBytes else { continue }
      let bytes = TrimmedText.bytes(tree.pool[value])
      let measure = bytes.withUnsafeBufferPointer { TextMeasure($0) }
      guard measure.units >= 4, !types.contains(where: { TextLine.ends(bytes, with: [$0]) }) else { continue }
      guard bytes.contains(where: { $0 >= 0x80 }),
        !rules.verdict(bytes, units: measure.units).contains(.furniture)
      else { continue }
      return String(decoding: bytes, as: UTF8.self)
    }
    return nil
  }
}
