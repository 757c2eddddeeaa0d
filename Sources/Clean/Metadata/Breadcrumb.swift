/// Reads the way from the site's start page to a page: "当前位置：首页 > 政务公开 > 正文".
struct Breadcrumb {
  let tree: MarkupTree
  let lines: PageLines
  let verdicts: [FurnitureRules.Verdict]

  private static let dividers: [[UInt8]] = [">", "»", "›", "＞", "→", "/", "|", "::", "≫", "»»"].map { Array($0.utf8) }

  func steps(before first: Int) -> [String] {
    for line in stride(from: first - 1, through: max(0, first - 80), by: -1) {
      let raw = Array(lines.text[lines.lines[line].range])
      let key = LineKey(tracking: raw)
      guard key.bytes.count >= 3 else { continue }
      if let label = PageLabels.builtIn.label(in: key.bytes, at: 0), label.field == .breadcrumb {
        var start = label.bytes.count
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
        return Self.split(rest)
      }
      if isTrail(raw, line) { return Self.split(raw) }
    }
    return []
  }

  private func isHeading(_ line: Int) -> Bool {
    if case .heading = lines.lines[line].kind { return true }
    return false
  }

  private func isStep(_ line: Int) -> Bool {
    let bytes = lines.text[lines.lines[line].range]
    return Self.dividers.contains { bytes.starts(with: $0) || bytes.suffix($0.count).elementsEqual($0) }
  }

  /// A line of links divided by arrows, without a label.
  private func isTrail(_ raw: [UInt8], _ line: Int) -> Bool {
    guard lines.lines[line].measure.units <= 60, lines.lines[line].linkUnits > 0 else { return false }
    let steps = Self.split(raw, by: Array(Self.dividers.prefix(5)))
    return steps.count >= 2 && (steps[0].hasSuffix("首页") || steps.count >= 3)
  }

  static func split(_ text: [UInt8], by dividers: [[UInt8]] = Self.dividers) -> [String] {
    var steps: [String] = []
    var current: [UInt8] = []
    func take() {
      let step = TrimmedText.string(current)
      if !step.isEmpty { steps.append(step) }
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
