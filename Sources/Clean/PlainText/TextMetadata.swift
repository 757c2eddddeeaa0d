internal import Documents

/// Reads what a plain text says of itself, from the lines of its head.
struct TextMetadata {
  let lines: [TextLine]
  let frame: TextFrame
  let body: [Int]
  let lexicon: CleanLexicon

  private static let endings: [[UInt8]] = ["报告", "公报", "计划", "总结", "草案", "决议", "说明", "全文", "摘要", "书面", "讲话", "方案"]
    .map { Array($0.utf8) }

  func metadata(url: String?) -> PageMetadata {
    var metadata = PageMetadata()
    let head = Array(frame.head.prefix(60))
    let values = LabelledValues(head.map { ($0, lines[$0].bytes[...]) }, lexicon) { piece in
      let measure = piece.withUnsafeBufferPointer { TextMeasure($0) }
      return lexicon.furniture.verdict(piece, units: measure.units).contains(.furniture)
    }
    if let title = values.best(.title)?.value {
      metadata.title = Found(title, at: .labelledLine)
    } else if let title = title() {
      metadata.title = Found(title, at: .heading)
    }
    if let entry = values.best(.published, where: { DateReader.first(in: $0.value) != nil }),
      let date = DateReader.first(in: entry.value)
    {
      metadata.publishedOn = Found(date, at: .labelledLine)
    } else if let date = url.flatMap({ DateReader.inPath($0) }) {
      metadata.publishedOn = Found(date, at: .url)
    }
    if let source = values.best(.source, where: { $0.value.utf8.count >= 6 && $0.value.utf8.count <= 90 })?.value {
      metadata.source = Found(source, at: .labelledLine)
    }
    for index in head {
      let raw = lines[index].bytes
      let key = LineKey(tracking: raw)
      guard let label = lexicon.labels.label(in: key.bytes, at: 0), label.field == .breadcrumb else { continue }
      var start = label.bytes.count
      if start < key.bytes.count, key.bytes[start] == UInt8(ascii: ":") { start += 1 }
      if start < key.offsets.count { metadata.breadcrumb = Breadcrumb.split(Array(raw[key.offsets[start]...])) }
    }
    metadata.site = site(head).map { Found($0, at: .heading) }
    for line in lines[frame.body.upperBound...] {
      let found = LabelledValues([(0, line.bytes[...])], lexicon)
      if let value = found.best(.previous)?.value {
        metadata.previous = metadata.previous ?? Link(text: value, target: "")
      }
      if let value = found.best(.next)?.value { metadata.next = metadata.next ?? Link(text: value, target: "") }
    }
    return metadata
  }

  /// The first line of the head or the body's start that has the form of a report's title; a title that was broken over
  /// two or three lines is put together.
  private func title() -> String? {
    let candidates = Array(frame.head.suffix(20)) + body.prefix(12)
    var found: [String] = []
    for (position, index) in candidates.enumerated() {
      let line = lines[index]
      guard isFree(line), line.measure.units >= 4, line.measure.units <= 60, line.measure.stops == 0,
        !line.endsSentence
      else {
        // Behind the salutation there is no title any more.
        if line.measure.stops > 1, position >= frame.head.suffix(20).count { break }
        continue
      }
      var text = line.bytes
      var next = position
      while true {
        if isTitle(text), !HeadingMarks.begins(text) {
          found.append(TrimmedText.string(Self.withoutNote(text)))
          break
        }
        guard next - position < 2, next + 1 < candidates.count else { break }
        next += 1
        let more = lines[candidates[next]]
        guard isFree(more), more.measure.stops == 0, more.measure.units <= 40, !more.endsSentence,
          startsTitle(text) || more.measure.units <= 2,
          !HeadingMarks.begins(more.bytes), !more.bytes.starts(with: "第".utf8), !more.bytes.starts(with: "目".utf8)
        else { break }
        text += more.bytes
      }
    }
    // "工作报告" above "2020年…工作报告": the fuller one.
    guard var best = found.first else { return nil }
    for title in found.dropFirst()
    where LineKey(title.utf8).bytes.holds(LineKey(best.utf8).bytes)
      && title.utf8.count > best.utf8.count
    {
      best = title
    }
    return best
  }

  /// Neither furniture nor a menu nor a labelled value.
  private func isFree(_ line: TextLine) -> Bool {
    !line.verdict.contains(.furniture) && !line.isMenu && !hasLabel(line.bytes)
  }

  /// Without the mark of a footnote.
  private static func withoutNote(_ text: [UInt8]) -> [UInt8] {
    guard text.last == UInt8(ascii: "]"), let open = text.lastIndex(of: UInt8(ascii: "[")), text.count - open <= 4
    else {
      return text
    }
    return Array(text[..<open])
  }

  private func startsTitle(_ text: [UInt8]) -> Bool {
    if text.starts(with: "关于".utf8) { return true }
    guard let digit = text.firstIndex(where: { $0 >= 0x30 && $0 <= 0x39 }) else {
      return text.holds(Array("年".utf8)) && text.count >= 18
    }
    return Array(text[digit...]).holds(Array("年".utf8))
  }

  private func isTitle(_ text: [UInt8]) -> Bool {
    let key = LineKey(Self.withoutNote(text)).bytes
    return Self.endings.contains { key.count >= $0.count && key.suffix($0.count).elementsEqual($0) }
  }

  /// A site's name in the lines before the title: "…网欢迎您", or a word that ends like one.
  private func site(_ head: [Int]) -> String? {
    for index in head.prefix(6) where !lines[index].bytes.contains(UInt8(ascii: ":")) && !hasLabel(lines[index].bytes) {
      for token in lines[index].bytes.split(whereSeparator: { $0 < 0x30 || $0 > 0x39 && $0 < 0x41 }) {
        var word = Array(token)
        // Marks of three bytes divide words as well.
        if let mark = Self.lastMark(word) { word = Array(word[..<mark]) }
        word = SiteReader.withoutWelcome(word)
        guard word.count >= 9, word.count <= 60, SiteReader.isSiteName(word), !isTitle(word) else { continue }
        return String(decoding: word, as: UTF8.self)
      }
    }
    return nil
  }

  private func hasLabel(_ text: [UInt8]) -> Bool {
    let key = LineKey(text).bytes
    return lexicon.labels.label(in: key, at: 0) != nil || key.contains(UInt8(ascii: ":"))
  }

  private static func lastMark(_ word: [UInt8]) -> Int? {
    word.indices.first { $0 + 2 < word.count && word[$0] == 0xE2 && (word[$0 + 1] == 0x97 || word[$0 + 1] == 0x80) }
  }
}
