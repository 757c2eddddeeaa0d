/// Which level each heading has: the outermost style of number that a document uses is 1, as it nests them itself.
struct SectionLevels {
  private var levels: [HeadingNumber.Style: Int] = [:]
  private let topLevel = 1
  private var plainLevel: Int?
  /// The level of the innermost open section that is no item of a list.
  private var open = 0
  /// The same, headings without a number left out.
  private var openNumbered = 0

  init(_ headings: [HeadingReader.Heading]) {
    var level = Self.topIsOuter(headings) ? 1 : 0
    let used = Set(
      headings.compactMap { heading -> HeadingNumber.Style? in
        if case .numbered(let style) = heading.kind { style } else { nil }
      }
    )
    for style in HeadingNumber.Style.allCases where style != .ordinal && used.contains(style) {
      level += 1
      levels[style] = level
    }
  }

  /// Headings such as "2023年工作回顾" stand over 一、 where one comes before the first 一、 or 一、 begins anew under another.
  private static func topIsOuter(_ headings: [HeadingReader.Heading]) -> Bool {
    var hasTop = false
    for heading in headings {
      switch heading.kind {
      case .top: hasTop = true
      case .numbered(let style) where style != .ordinal: return hasTop
      default: break
      }
    }
    return hasTop
  }

  mutating func level(of heading: HeadingReader.Heading) -> Int {
    let level: Int
    switch heading.kind {
    case .tail, .top:
      level = topLevel
      openNumbered = topLevel
    case .numbered(.ordinal):
      return max(3, open + 1)
    case .numbered(let style):
      level = levels[style] ?? open + 1
      openNumbered = level
    case .plain:
      level = plainLevel.map { min($0, openNumbered + 1) } ?? openNumbered + 1
      plainLevel = plainLevel ?? level
    }
    open = level
    return level
  }
}
