internal import Documents

/// Reads what a page says of itself, from the labelled lines around its title, its meta tags, its headings and its URL.
///
/// A printed line counts more than a tag: tags often hold when the page was generated, or another article's values. A
/// page that prints a byline without a source has none, whatever its tags say.
struct MetadataReader {
  let tree: MarkupTree
  let lines: PageLines
  let verdicts: [FurnitureRules.Verdict]
  let cut: CutMarkup
  let body: BodyFinder.Body?
  let url: String?

  /// How many lines before the body can belong to its head.
  private static let reach = 40

  func metadata() -> PageMetadata {
    var metadata = PageMetadata()
    let tags = MetaTags(tree)
    let data = LinkedData(cut)
    let first = body?.first ?? lines.lines.count
    let title = TitleReader(
      tree: tree,
      lines: lines,
      verdicts: verdicts,
      body: body,
      property: cut.property("title").map { TrimmedText.string($0) }
    ).title(tags, data)
    metadata.title = title.found
    let head = headLines(before: first, title: title.line)
    let near = title.line.map { $0 + 1..<max($0 + 1, head.upperBound) } ?? head
    // First between title and text; a list of other articles can stand before the title.
    let labels = LabelledValues.Layers([labelled(near), labelled(head)])

    metadata.publishedOn = date(labels, tags, data, head: head, title: title.line)
    metadata.source = source(labels, tags)
    if let author = labels.best(.author)?.value, isName(author) {
      metadata.author = Found(author, at: .labelledLine)
    }
    if let index = labels.best(.index)?.value { metadata.indexNumber = Found(index, at: .labelledLine) }
    let trail = Breadcrumb(tree: tree, lines: lines, verdicts: verdicts).steps(before: first)
    metadata.breadcrumb = trail
    metadata.column = column(tags, labels, trail, title: title.found?.value)
    metadata.site = SiteReader(tree: tree, lines: lines).site(tags, title: metadata.title?.value, breadcrumb: trail)
    let links = NeighbourLinks(tree: tree, lines: lines)
    let last = body?.lines.last ?? 0
    metadata.previous = links.link(.previous, after: last)
    metadata.next = links.link(.next, after: last)
    if let body { metadata.attachments = Attachments.links(near: body, of: lines, tree: tree) }
    metadata.attachments += Attachments.embedded(in: tree)
    metadata.canonicalURL = canonical() ?? tags.first(["og:url"])
    return metadata
  }

  private func column(_ tags: MetaTags, _ labels: LabelledValues.Layers, _ trail: [String], title: String?) -> Found<
    String
  >? {
    if let column = tags.first(["columnname"]) { return Found(column, at: .metaTag) }
    if let column = labels.best(.column)?.value, isName(column) { return Found(column, at: .labelledLine) }
    // The last step is often the page itself.
    guard trail.count >= 2, let last = trail.last(where: { !Self.selves.contains($0) }), last != trail.first,
      last.utf8.count <= 60, !last.contains(where: { ":： ".contains($0) }),
      !TitleReader.key(title ?? "").holds(TitleReader.key(last))
    else { return nil }
    return Found(last, at: .breadcrumb)
  }

  private static let selves: Set<String> = ["正文", "正文内容", "详情", "详细内容", "内容", "文章", "信息内容", "文章内容", "浏览文章"]

  /// The lines between title and text; the few before the title where it stands under a table of its own facts.
  private func headLines(before first: Int, title: Int?) -> Range<Int> {
    let start = max(0, first - Self.reach)
    guard let title, title < first else { return max(0, first - 25)..<first }
    return max(start, title - 24)..<first
  }

  private func labelled(_ range: Range<Int>) -> LabelledValues {
    LabelledValues(
      range.compactMap { lines.lines[$0].measure.units <= 120 ? ($0, lines.text[lines.lines[$0].range]) : nil }
        + titleAttributes(),
      lines.lexicon
    ) { piece in
      let measure = piece.withUnsafeBufferPointer { TextMeasure($0) }
      return lines.lexicon.furniture.verdict(piece, units: measure.units).contains(.furniture)
    }
  }

  /// Icons whose title is a label, before the element with the value.
  private func titleAttributes() -> [(index: Int, bytes: ArraySlice<UInt8>)] {
    var found: [(index: Int, bytes: ArraySlice<UInt8>)] = []
    for node in 0..<tree.count where tree.tag(node) == .i || tree.tag(node) == .em || tree.tag(node) == .span {
      guard tree.end(node) == node + 1, let title = tree.attribute(.title, of: node), !title.isEmpty, title.count <= 40,
        lines.lexicon.labels.label(in: LineKey(tree.pool[title]).bytes, at: 0) != nil
      else { continue }
      var next = node + 1
      while next < min(tree.count, node + 6), tree.tag(next) != .text || isBlank(next) { next += 1 }
      guard next < tree.count, tree.tag(next) == .text else { continue }
      let pair = Array(tree.pool[title]) + [0x3A] + TrimmedText.bytes(tree.pool[tree.text(next)])
      found.append((-1, pair[...]))
    }
    return found
  }

  private func isBlank(_ node: Int) -> Bool { tree.pool[tree.text(node)].allSatisfy { $0 <= 0x20 } }

  private func date(
    _ labels: LabelledValues.Layers,
    _ tags: MetaTags,
    _ data: LinkedData,
    head: Range<Int>,
    title: Int?
  ) -> Found<CalendarDate>? {
    if let entry = labels.best(.published, where: { DateReader.first(in: $0.value) != nil }),
      let date = DateReader.first(in: entry.value)
    {
      return Found(date, at: .labelledLine)
    }
    if let date = element(.publishtime).flatMap({ DateReader.first(in: $0) }) { return Found(date, at: .labelledLine) }
    if let date = tags.first(MetaTags.date).flatMap({ DateReader.first(in: $0) }) { return Found(date, at: .metaTag) }
    if let date = tags.first(MetaTags.openGraphDate).flatMap({ DateReader.first(in: $0) }) {
      return Found(date, at: .openGraph)
    }
    if let date = data.datePublished.flatMap({ DateReader.first(in: $0) }) { return Found(date, at: .linkedData) }
    if let date = unlabelledDate(head, title: title) { return Found(date, at: .labelledLine) }
    if let date = cut.property("date").flatMap({ DateReader.first(in: $0) }) {
      return Found(date, at: .metaTag)
    }
    if let date = url.flatMap({ DateReader.inPath($0) }) { return Found(date, at: .url) }
    if let date = dateBehindText() { return Found(date, at: .labelledLine) }
    return nil
  }

  /// Blogs and forums print it right under an entry, with the hour.
  private func dateBehindText() -> CalendarDate? {
    guard let last = body?.lines.last else { return nil }
    for index in last + 1..<max(last + 1, min(lines.lines.count, last + 5)) {
      let line = lines.lines[index]
      guard line.measure.stops <= 1 else { return nil }
      let bytes = Array(lines.text[line.range])
      guard let stamp = TimeStamp(bytes, line.measure) else { continue }
      let found = LabelledValues([(0, bytes[...])], lines.lexicon)
      if found.has(.published) { return stamp.date }
    }
    return nil
  }

  /// A date that stands by itself, or first in its line, between the title and the text.
  private func unlabelledDate(_ head: Range<Int>, title: Int?) -> CalendarDate? {
    let start = title.map { max(head.lowerBound, $0 + 1) } ?? max(head.lowerBound, head.upperBound - 6)
    let own = body.map { Set($0.lines.prefix($0.opening)) } ?? []
    // Behind the title, in its line.
    if let title {
      let raw = Array(lines.text[lines.lines[title].range])
      if let date = DateReader.leading(in: Array(raw[lines.lexicon.labels.byline(in: raw)...])) { return date }
    }
    for index in start..<max(start, head.upperBound)
    where lines.lines[index].measure.units <= 30 && !own.contains(index) {
      let bytes = Array(lines.text[lines.lines[index].range])
      if let date = DateReader.leading(in: bytes) ?? TimeStamp(bytes, lines.lines[index].measure)?.date { return date }
    }
    // Newspapers print it above the title, by itself.
    guard let title else { return nil }
    for index in max(0, title - 3)..<title where lines.lines[index].measure.units <= 16 && !lines.lines[index].isLink {
      if let date = DateReader.closing(in: Array(lines.text[lines.lines[index].range])) { return date }
    }
    return nil
  }

  private func source(_ labels: LabelledValues.Layers, _ tags: MetaTags) -> Found<String>? {
    if let entry = labels.best(.source, where: { self.isName(self.withoutDate($0.value)) }) {
      return Found(withoutDate(entry.value), at: .labelledLine)
    }
    guard !labels.has(.source) else { return nil }
    if let source = sourceBehindText() { return Found(source, at: .labelledLine) }
    guard !labels.has(.published) else { return nil }
    if let tag = tags.first(["contentsource", "source", "mediaid"]), isName(tag) { return Found(tag, at: .metaTag) }
    return nil
  }

  /// Where a page gives again what others published, it often says so under the text: "（信息来源：某市统计局）".
  private func sourceBehindText() -> String? {
    guard let last = body?.lines.last else { return nil }
    for index in last + 1..<max(last + 1, min(lines.lines.count, last + 4)) {
      let line = lines.lines[index]
      guard line.measure.units <= 40, line.measure.stops == 0 else { return nil }
      let found = LabelledValues([(index, lines.text[line.range])], lines.lexicon)
      guard let entry = found.best(.source), entry.rank == 1 else { continue }
      var value = withoutDate(entry.value)
      if value.last == "）" || value.last == ")", !value.contains(where: { $0 == "（" || $0 == "(" }) {
        value.removeLast()
      }
      if isName(value) { return value }
    }
    return nil
  }

  private func isName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 3, bytes.count <= 120 else { return false }
    let measure = bytes.withUnsafeBufferPointer { TextMeasure($0) }
    return measure.units >= 2 && measure.units <= 40 && measure.digits * 2 < bytes.count
      && !bytes.contains(UInt8(ascii: "="))
  }

  /// The value up to a date that follows it without a label.
  private func withoutDate(_ value: String) -> String {
    let bytes = Array(value.utf8)
    guard let start = DateReader.position(in: bytes) else { return value }
    return TrimmedText.string(bytes[..<start])
  }

  /// The text of the first element of a name.
  private func element(_ tag: Tag) -> String? {
    (0..<tree.count).first { tree.tag($0) == tag }.map { Attachments.text(of: $0, in: tree) }
  }

  private func canonical() -> String? {
    for node in 0..<tree.count where tree.tag(node) == .link {
      if tree.string(.rel, of: node)?.lowercased() == "canonical", let target = tree.string(.href, of: node),
        !target.isEmpty
      {
        return target
      }
    }
    return nil
  }
}
