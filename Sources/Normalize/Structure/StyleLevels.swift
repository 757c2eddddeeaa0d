/// Which level each style of number has in a document: the outermost style that it uses is 1.
struct StyleLevels {
  private var levels: [HeadingNumber.Style: Int] = [:]

  init(_ styles: [HeadingNumber.Style]) {
    var level = 0
    for style in HeadingNumber.Style.allCases where style != .ordinal && styles.contains(style) {
      level += 1
      levels[style] = level
    }
  }

  /// - Parameter open: the level of the innermost open section, 0 before the first.
  func level(of style: HeadingNumber.Style?, under open: Int) -> Int {
    guard let style else { return 1 }
    if style == .ordinal { return max(3, open + 1) }
    return levels[style] ?? open + 1
  }
}
