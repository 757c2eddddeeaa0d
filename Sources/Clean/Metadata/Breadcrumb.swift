/// Reads the way from the site's start page to a page: "当前位置：首页 > 政务公开 > 正文".
struct Breadcrumb {
  let tree: MarkupTree
  let lines: PageLines
  let verdicts: [FurnitureRules.Verdict]

  /// The longer before those that they hold.
  private static let dividers: [[UInt8]] = [
    "-->", "->", ">>", "&gt;", "&gt", ">", "»", "›", "＞", "→", "/", "|", "::", "≫",
  ].map { Array($0.utf8) }

  static let arrows = dividers.filter { ![[0x2F], [0x7C], [0x3A, 0x3A]].contains($0) }

  func steps(before first: Int) -> [String] {
    for line in stride(from: first - 1, through: max(0, first - 80), by: -1) {
      let raw = Array(lines.text[lines.lines[line].range])
      let key = LineKey(tracking: raw)
      guard key.bytes.count >= 3 else { continue }
      if let label = label(of: key.bytes) {
        var start = label
        if start < key.bytes.count, key.bytes[start] == UInt8(ascii: ":") { start += 1 }
        var rest = start < key.offsets.count ? Array(raw[key.offsets[start]...]) : []
        // The steps can be lines of their own.
        var next = line + 1
        while next < first, next < line + 12, lines.lines[next].measure.units <= 20, !isHeading(next),
          rest.isEmpty || lines.lines[next].isLink || isStep(next)
        {
          rest += [0x3E] + lines.text[lines.lines[next].range]
          next += 1
        }
        let steps = Self.split(rest)
        let found = steps.count <= 1 ? undivided(line, rest) ?? steps : steps
        // "位置" alone can be anything's.
        if found.count >= 2 || !key.bytes.starts(with: Self.place) { return found }
      }
      if isTrail(raw, line) { return Self.split(raw) }
    }
    return named(before: first)
  }

  /// The length of the words before the steps: "当前位置" with whatever stands around it, or another label of the list.
  private func label(of key: [UInt8]) -> Int? {
    // An icon of the page's own font.
    let start = Self.icon(at: 0, in: key) ? 3 : 0
    if let label = lines.lexicon.labels.label(in: key, at: start), label.field == .breadcrumb {
      return start + label.bytes.count
    }
    var end = start
    while end < start + 36, let word = Self.words.first(where: { key[end...].starts(with: $0) }) { end += word.count }
    guard end >= start + Self.place.count, key[start..<end].suffix(Self.place.count).elementsEqual(Self.place)
    else { return nil }
    return end > start + Self.place.count || key[end...].first == UInt8(ascii: ":") ? end : nil
  }

  private static let words = "您你现在当前的所处目本页位置".unicodeScalars.map { Array(String($0).utf8) }
  private static let place = Array("位置".utf8)

  /// U+E000 to U+F8FF.
  private static func icon(at index: Int, in text: [UInt8]) -> Bool {
    index + 2 < text.count && (text[index] == 0xEE || text[index] == 0xEF && text[index + 1] <= 0xA3)
  }

  private func isHeading(_ line: Int) -> Bool {
    if case .heading = lines.lines[line].kind { return true }
    return false
  }

  private func isStep(_ line: Int) -> Bool {
    let bytes = lines.text[lines.lines[line].range]
    return Self.dividers.contains { bytes.starts(with: $0) || bytes.suffix($0.count).elementsEqual($0) }
  }

  /// A line divided by arrows, without a label: of links, or from the start page or the site on.
  private func isTrail(_ raw: [UInt8], _ line: Int) -> Bool {
    let isLinked = lines.lines[line].linkUnits > 0
    guard lines.lines[line].measure.units <= 60, isLinked || raw.contains(UInt8(ascii: ">")) else { return false }
    let steps = Self.split(raw, by: Self.arrows)
    guard steps.count >= (isLinked ? 2 : 3) else { return false }
    let isHome = steps[0].hasSuffix("首页")
    return isLinked ? isHome || steps.count >= 3 : isHome || SiteReader.isSiteName(steps[0].utf8)
  }

  static func split(_ text: [UInt8], by dividers: [[UInt8]] = Self.dividers) -> [String] {
    var steps: [String] = []
    var current: [UInt8] = []
    func take() {
      var step = TrimmedText.bytes(current)
      while icon(at: 0, in: step) { step = TrimmedText.bytes(step.dropFirst(3)) }
      if !step.isEmpty { steps.append(String(decoding: step, as: UTF8.self)) }
      current = []
    }
    var index = 0
    while index < text.count {
      if let divider = dividers.first(where: { text[index...].starts(with: $0) }) {
        take()
        index += divider.count
      } else {
        current.append(text[index])
        index += 1
      }
    }
    take()
    return steps
  }
}
