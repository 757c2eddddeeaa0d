internal import Documents

/// Finds the article's own title, never the site's.
struct TitleReader {
  let tree: MarkupTree
  let lines: PageLines
  let verdicts: [FurnitureRules.Verdict]
  let body: BodyFinder.Body?

  /// The title, and the line of the page in which it stands, if it stands in one before the body.
  func title(_ tags: MetaTags, _ data: LinkedData) -> (found: Found<String>?, line: Int?) {
    let first = body?.first ?? lines.lines.count
    let tag = titleTag()
    let tagKey = tag.map(Self.key) ?? []
    let declared = tags.first(["articletitle"])
    let heading = heading(before: first, matching: [declared, tag, tags.first(["og:title"]), data.headline])

    if let declared, !declared.isEmpty {
      let key = Self.key(declared)
      let line = heading ?? nil
      if let line, let printed = printed(line, tagKey: tagKey), LineKey(printed.utf8).bytes.starts(with: key) {
        // A tag that was cut short.
        return (Found(printed.utf8.count > declared.utf8.count + 6 ? printed : declared, at: .metaTag), line)
      }
      return (Found(declared, at: .metaTag), line)
    }
    if let heading, let printed = printed(heading, tagKey: tagKey) { return (Found(printed, at: .heading), heading) }
    if let title = tags.first(["og:title"]) { return (Found(Self.withoutSite(title), at: .openGraph), nil) }
    if let title = data.headline { return (Found(title, at: .linkedData), nil) }
    if let line = markedHeading(before: first) { return (Found(lines.string(line), at: .heading), line) }
    if let tag, !Self.isSiteOnly(tag) { return (Found(Self.withoutSite(tag), at: .titleTag), nil) }
    if let line = plainHeading(before: first) { return (Found(lines.string(line), at: .heading), line) }
    if let tag, !tag.isEmpty { return (Found(Self.withoutSite(tag), at: .titleTag), nil) }
    return (nil, nil)
  }

  private func titleTag() -> String? {
    for node in 0..<tree.count where tree.tag(node) == .title {
      let title = Attachments.text(of: node, in: tree)
      if !title.isEmpty { return title }
    }
    return nil
  }

  /// The line nearest before the body that stands in what the page declares as its title.
  private func heading(before first: Int, matching titles: [String?]) -> Int? {
    let keys = titles.compactMap { $0.map(Self.key) }.filter { !$0.isEmpty }
    guard !keys.isEmpty else { return nil }
    var best: (line: Int, score: Int)?
    for line in stride(from: min(first, lines.lines.count) - 1, through: max(0, first - 80), by: -1) {
      let units = lines.lines[line].measure.units
      guard units >= 4, units <= 150, !verdicts[line].contains(.furniture) else { continue }
      let key = LineKey(lines.text[lines.lines[line].range]).bytes
      for declared in keys {
        let common = Self.commonPrefixOrPart(key, declared)
        guard common >= 12, common * 10 >= key.count * 7 else { continue }
        // Links with the same words are menus and lists.
        // A line that says more than the title is another's.
        let score =
          common * 2 - max(0, key.count - common) + (lines.lines[line].isLink ? -common : 0) - (first - line) / 4
        if score > best?.score ?? 0 { best = (line, score) }
      }
    }
    return best?.line
  }

  /// How many bytes of the line stand in one piece in the declared title, from either's start.
  private static func commonPrefixOrPart(_ line: [UInt8], _ declared: [UInt8]) -> Int {
    if contains(declared, line) { return line.count }
    if contains(line, declared) { return declared.count }
    // The line without what hangs behind it (a badge, a counter), inside the declared title.
    var best = 0
    for start in declared.indices where declared[start] == line[0] {
      var length = 0
      while length < line.count, start + length < declared.count, line[length] == declared[start + length] {
        length += 1
      }
      best = max(best, length)
    }
    return best
  }

  /// The heading's words, without what hangs behind them and is not in the title tag.
  private func printed(_ line: Int, tagKey: [UInt8]) -> String? {
    let raw = Array(lines.text[lines.lines[line].range])
    let key = LineKey(tracking: raw)
    guard !key.bytes.isEmpty else { return nil }
    guard !tagKey.isEmpty, !Self.contains(tagKey, key.bytes) else { return TrimmedText.string(raw) }
    let common = Self.commonPrefixOrPart(key.bytes, tagKey)
    let rest = key.bytes.count - common
    if rest > 0, rest <= 12, common >= 18, common < key.offsets.count,
      key.bytes[common...].allSatisfy({ $0 < 0x80 }) || key.isStart(common, of: raw)
    {
      return TrimmedText.string(raw[..<key.offsets[common]])
    }
    return TrimmedText.string(raw)
  }

  /// A title tag that tells of the site and not of the page, or of nothing.
  private static func isSiteOnly(_ tag: String) -> Bool {
    let name = Array(withoutSite(tag).utf8)
    let measure = name.withUnsafeBufferPointer { TextMeasure($0) }
    return measure.units < 4 || SiteReader.isSiteName(name) || greetings.contains { tag.contains($0) }
  }

  private static let greetings = ["欢迎", "谢谢您", "无标题", "Untitled", "untitled"]

  /// Where a page declares no title: the line right before the text, or the text's first, that could be one.
  private func plainHeading(before first: Int) -> Int? {
    for line in stride(from: min(first, lines.lines.count) - 1, through: max(0, first - 6), by: -1)
    where canBeTitle(line) && !lines.lines[line].isLink {
      return line
    }
    return lines.lines.indices.contains(first) && canBeTitle(first) ? first : nil
  }

  private func canBeTitle(_ line: Int) -> Bool {
    let measure = lines.lines[line].measure
    guard measure.units >= 5, measure.units <= 40, measure.stops <= 1, lines.lines[line].table == nil,
      !verdicts[line].contains(.furniture)
    else { return false }
    let bytes = lines.text[lines.lines[line].range]
    return !TextLine.ends(bytes, with: TextLine.terminators) && DateReader.first(in: Array(bytes)) == nil
      && LabelledValues([(0, bytes)], labels: .builtIn) { _ in false }.entries.isEmpty
  }

  /// The nearest heading element before the body; farther up stand those of other boxes.
  private func markedHeading(before first: Int) -> Int? {
    for line in stride(from: min(first, lines.lines.count) - 1, through: max(0, first - 40), by: -1) {
      if case .heading(let level) = lines.lines[line].kind, level <= 3, lines.lines[line].measure.units >= 4,
        !verdicts[line].contains(.furniture), !lines.lines[line].isLink
      {
        return line
      }
    }
    return nil
  }

  /// The key of what a page declares as its title; longer ones are none.
  static func key(_ title: String) -> [UInt8] {
    LineKey(title.utf8.prefix(1_500)).bytes
  }

  static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let head = part.first, text.count >= part.count else { return false }
    var index = 0
    while index + part.count <= text.count {
      if text[index] == head, text[index...].starts(with: part) { return true }
      index += 1
    }
    return false
  }

  /// A title tag without the names of column and site behind "_", "|" or "-".
  static func withoutSite(_ title: String) -> String {
    let bytes = Array(title.utf8)
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "_") || byte == UInt8(ascii: "|") {
      let head = TrimmedText.string(bytes[..<index])
      if head.utf8.count >= 12 { return head }
    }
    // A hyphen divides words as well: only what looks like a site's name goes.
    var end = bytes.count
    while let dash = bytes[..<end].lastIndex(of: UInt8(ascii: "-")), dash >= 12 {
      guard SiteReader.isSiteName(bytes[(dash + 1)..<end]) else { break }
      end = dash
    }
    return TrimmedText.string(bytes[..<end])
  }
}
