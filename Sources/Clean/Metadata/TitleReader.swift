internal import Documents

/// Finds the article's own title, never the site's.
struct TitleReader {
  let tree: MarkupTree
  let lines: PageLines
  let verdicts: [FurnitureRules.Verdict]
  let body: BodyFinder.Body?
  /// The title in a newspaper system's own properties.
  let property: String?

  /// The title, and the line of the page in which it stands, if it stands in one before the body.
  func title(_ tags: MetaTags, _ data: LinkedData) -> (found: Found<String>?, line: Int?) {
    let first = body?.first ?? lines.lines.count
    let declaredTag = titleTag()
    let isColumn = declaredTag.map { namesColumn($0, before: first) } ?? false
    let tag = isColumn ? nil : declaredTag
    let tagKey = tag.map(Self.key) ?? []
    let declared = tags.first(["articletitle"]) ?? element(.ucaptitle) ?? property
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
    if let line = markedHeading(before: first) { return (Found(withoutByline(line), at: .heading), line) }
    if let tag, !Self.isSiteOnly(tag) { return (Found(Self.withoutSite(tag), at: .titleTag), nil) }
    if let printed = PrintedTitle(lines: lines, verdicts: verdicts).find(before: first) {
      return (Found(printed.title, at: .heading), printed.line)
    }
    if let line = plainHeading(before: first) { return (Found(lines.string(line), at: .heading), line) }
    if let tag = declaredTag, !tag.isEmpty { return (Found(Self.withoutSite(tag), at: .titleTag), nil) }
    return (nil, nil)
  }

  /// Whether a title tag names a column: a short name that an entry of the page's menus has too.
  private func namesColumn(_ tag: String, before first: Int) -> Bool {
    let name = Self.key(Self.withoutSite(tag))
    let measure = name.withUnsafeBufferPointer { TextMeasure($0) }
    guard measure.units <= 10, measure.digits == 0 else { return false }
    return lines.lines[..<min(first, lines.lines.count)].contains { line in
      guard line.linkUnits > 0, line.measure.units >= measure.units else { return false }
      let key = LineKey(lines.text[line.range].prefix(60)).bytes
      // An entry of the menu, or the first step of the way to the page.
      return line.isLink && key == name || key.starts(with: name + [UInt8(ascii: ">")])
    }
  }

  /// A heading without the date and the source that stand in it, and without a badge that says its year once more.
  private func withoutByline(_ line: Int) -> String {
    let raw = Array(lines.text[lines.lines[line].range])
    let title = raw[..<lines.lexicon.labels.byline(in: raw)]
    let isDigit: (UInt8) -> Bool = { $0 >= 0x30 && $0 <= 0x39 }
    let badge = title.suffix(4)
    guard title.count > 12, badge.allSatisfy(isDigit), title.dropLast(4).last == 0x20,
      Array(title.dropLast(4)).holds(Array(badge))
    else { return TrimmedText.string(title) }
    return TrimmedText.string(title.dropLast(4))
  }

  private func titleTag() -> String? { element(.title) }

  /// The first text in an element of that name.
  private func element(_ tag: Tag) -> String? {
    for node in 0..<tree.count where tree.tag(node) == tag {
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
      // The page's one heading can be a name of two characters.
      let isShort = units < 4
      if isShort, units < 2 || !isMain(line) { continue }
      guard units <= 150, !verdicts[line].contains(.furniture) else { continue }
      let key = LineKey(lines.text[lines.lines[line].range]).bytes
      for declared in keys {
        let common = Self.commonPrefixOrPart(key, declared)
        guard common >= (isShort ? key.count : 12), common * 10 >= key.count * 7 else { continue }
        // The site's name behind the title.
        if !declared.starts(with: key.prefix(12)), SiteReader.isSiteName(key) { continue }
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
    if declared.holds(line) { return line.count }
    if line.holds(declared) { return declared.count }
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
    var raw = Array(lines.text[lines.lines[line].range])
    raw.removeSubrange(lines.lexicon.labels.byline(in: raw)...)
    let key = LineKey(tracking: raw)
    guard !key.bytes.isEmpty else { return nil }
    guard !tagKey.isEmpty, !tagKey.holds(key.bytes) else { return TrimmedText.string(raw) }
    // A badge of two characters before it: "原创", "转载".
    if key.bytes.count > 24, tagKey.holds(Array(key.bytes[6...])), key.offsets[6] == 6 {
      return TrimmedText.string(raw[6...])
    }
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
      && LabelledValues([(0, bytes)], lines.lexicon).entries.isEmpty
  }

  /// The nearest heading element before the body, of any level right before it; farther up stand those of other boxes.
  private func markedHeading(before first: Int) -> Int? {
    for line in stride(from: min(first, lines.lines.count) - 1, through: max(0, first - 80), by: -1) {
      let measure = lines.lines[line].measure
      if case .heading(let level) = lines.lines[line].kind, level <= (line + 3 >= first ? 6 : 3), measure.units >= 4,
        !verdicts[line].contains(.furniture), !lines.lines[line].isLink || isMain(line),
        OpeningLine(Array(lines.text[lines.lines[line].range]), measure, after: nil) == nil
      {
        return line
      }
    }
    return nil
  }

  /// Whether it is the page's only heading of the first level: such a one can be a link to the page itself.
  private func isMain(_ heading: Int) -> Bool {
    guard case .heading(1) = lines.lines[heading].kind else { return false }
    return !lines.lines.indices.contains { line in
      if line != heading, case .heading(1) = lines.lines[line].kind { true } else { false }
    }
  }

  /// The key of what a page declares as its title; longer ones are none.
  static func key(_ title: String) -> [UInt8] {
    LineKey(title.utf8.prefix(1_500)).bytes
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
    if let dash = bytes.firstIndex(of: UInt8(ascii: "-")), dash >= 9, end - dash > 9,
      SiteReader.isSiteName(bytes[..<dash]), !SiteReader.isSiteName(bytes[(dash + 1)...])
    {
      return withoutSite(TrimmedText.string(bytes[(dash + 1)...]))
    }
    while let dash = bytes[..<end].lastIndex(of: UInt8(ascii: "-")), dash >= 12 {
      guard SiteReader.isSiteName(bytes[(dash + 1)..<end]) else { break }
      end = dash
    }
    return TrimmedText.string(bytes[..<end])
  }
}
