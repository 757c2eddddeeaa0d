/// Text that was made from PDF pages: its lines end where the paper's edge was, with page numbers and running heads
/// between them.
struct HardBreaks {
  /// Columns of a full line; `nil` where the text has no hard line breaks.
  let fullWidth: Int?
  /// Whether nearly every line stands behind an empty one, which then divides nothing.
  private let isSpaced: Bool

  init(_ lines: some Sequence<TextLine>) {
    var widths: [Int32] = []
    var open = 0
    var spaced = 0
    for line in lines {
      let width = line.width
      guard width >= 24, !line.isTabular else { continue }
      widths.append(Int32(clamping: width))
      if !line.endsSentence { open += 1 }
      if line.isAfterBlank { spaced += 1 }
    }
    guard widths.count >= 12 else {
      fullWidth = nil
      isSpaced = false
      return
    }
    // Paragraphs of a text without hard breaks are longer than any page is wide, and nearly all end a sentence.
    widths.sort()
    let typical = Int(widths[widths.count * 3 / 4])
    let isBroken = open * 2 > widths.count && typical <= 130 && Int(widths[widths.count / 2]) * 10 >= typical * 6
    fullWidth = isBroken ? typical : nil
    isSpaced = isBroken && spaced * 10 >= widths.count * 9
  }

  /// Whether the line goes on in the next.
  ///
  /// - Parameter isInside: whether the line itself is a piece in the middle of a sentence.
  func joins(_ line: TextLine, _ next: TextLine, isInside: Bool = false) -> Bool {
    let isApart = next.isAfterBlank && !isSpaced
    if !isApart, next.continuesSentence { return true }
    if line.losesLast(to: next) || line.endsOpen || line.leavesBracket(to: next) { return true }
    // 居全省第五、 goes on in 第四、第八位, whatever that looks like.
    guard line.endsInList || !HeadingMarks.begins(next.bytes), !next.startsParagraph else { return false }
    // Links and emphasized words that became lines of their own when the text was saved.
    if goesOn(line, isInside: isInside), !isApart, !next.isTabular, line.isOpenProse || !next.isBracketed {
      return true
    }
    guard let fullWidth, !line.isTabular, !next.isTabular, line.width + 8 >= fullWidth else { return false }
    if line.endsSentence {
      // A full line whose sentence ends with it: the paragraph goes on where the next line does not look like a start.
      return line.width + 2 >= fullWidth && !next.isAfterBlank && next.width + 12 >= fullWidth && !next.startsParagraph
    }
    return true
  }

  /// Whether a line stops in the middle of a sentence. A piece of a sentence, such as the words of a link, tells so by
  /// what stands before it.
  func goesOn(_ line: TextLine, isInside: Bool) -> Bool {
    if line.isOpenProse { return true }
    return isInside && fullWidth == nil && line.measure.stops == 0 && line.measure.units <= 20 && !line.endsSentence
  }

  /// "单位：万元" stands over each table of a paper, below what the table is called, and its heads come again on each page.
  private static func isOfTable(_ index: Int, in lines: [TextLine]) -> Bool {
    let key = LineKey(lines[index].bytes).bytes
    if ["单位", "项目", "指标", "预算科目", "科目"].contains(where: { key.starts(with: $0.utf8) }) { return true }
    if key.starts(with: "表".utf8), key.count > 3, (0x30...0x39).contains(key[3]) { return true }
    return (index + 1...index + 2).contains { next in
      next < lines.count && LineKey(lines[next].bytes.prefix(24)).bytes.starts(with: "单位".utf8)
    }
  }

  /// Indices of lines that are page numbers, and of the running heads beside them.
  static func pageFurniture(_ lines: [TextLine]) -> Set<Int> {
    var found = Set(numberedHeads(lines) + PageNumbers.counted(lines))
    for (index, line) in lines.enumerated() where PageNumbers.isMarked(line.bytes) { found.insert(index) }
    // The last page's number can have lost the dash behind it.
    if let last = lines.indices.last, lines.count > 1, PageNumbers.isBroken(lines[last].bytes) { found.insert(last) }
    guard found.count >= 3 else { return found }
    var beside: [[UInt8]: [Int]] = [:]
    for index in found {
      for neighbour in [index - 1, index + 1]
      where lines.indices.contains(neighbour) && !found.contains(neighbour) && lines[neighbour].measure.units <= 40
        && lines[neighbour].measure.stops == 0 && !isOfTable(neighbour, in: lines)
      {
        beside[lines[neighbour].bytes, default: []].append(neighbour)
      }
    }
    for places in beside.values where places.count >= 3 { found.formUnion(places) }
    return found
  }

  /// Bare numbers that grow, each beside the same line: a periodical's pages under its running head.
  private static func numberedHeads(_ lines: [TextLine]) -> [Int] {
    var beside: [[UInt8]: [(head: Int, page: Int, number: Int)]] = [:]
    for (page, line) in lines.enumerated() where line.bytes.count <= 4 {
      guard let number = Int(String(decoding: line.bytes, as: UTF8.self)), number >= 0 else { continue }
      for head in [page - 1, page + 1] where lines.indices.contains(head) {
        guard (4...40).contains(lines[head].measure.units), lines[head].measure.stops == 0 else { continue }
        beside[lines[head].bytes, default: []].append((head, page, number))
      }
    }
    return beside.values.flatMap { places in
      let grows = zip(places, places.dropFirst()).allSatisfy { $0.number < $1.number }
      return places.count >= 3 && grows ? places.flatMap { [$0.head, $0.page] } : []
    }
  }
}

extension TextLine {
  private static let closing: [[UInt8]] = ["。", "，", "；", "、", "：", "”", "》", "）", "！", "？"].map { Array($0.utf8) }
  private static let open: [[UInt8]] = ["，", "、", "“", "《", "（", "的", "和", "与", "及"].map { Array($0.utf8) }

  /// Begins with a mark that only stands inside or behind a sentence.
  fileprivate var continuesSentence: Bool { Self.closing.contains { bytes.starts(with: $0) } }

  /// Begins with a bracket, as the lines under a title do.
  fileprivate var isBracketed: Bool { Bracket(bytes[...]) == .open }

  private static let openers: [[UInt8]] = ["《", "（", "“", "("].map { Array($0.utf8) }

  /// Ends with a mark behind which something has to stand.
  fileprivate var endsOpen: Bool { Self.ends(bytes, with: Self.openers) }

  /// Ends with a mark that stands between the members of a list.
  fileprivate var endsInList: Bool { Self.ends(bytes, with: [Array("、".utf8)]) }

  /// Whether a bracket that the line opens is closed by the next: "（表" / "十二）".
  fileprivate func leavesBracket(to next: TextLine) -> Bool {
    guard bytes.suffix(90).lastBracket == .open else { return false }
    return next.bytes.prefix(90).firstBracket == .close
  }

  /// Has clauses and stops in the middle of one.
  fileprivate var isOpenProse: Bool {
    guard measure.stops > 0, measure.units >= 10, !isTabular else { return false }
    return !endsSentence && !Self.ends(bytes, with: [[0x29], Array("）".utf8), Array("》".utf8)])
      || Self.ends(bytes, with: Self.open)
  }

  private static let numerals = Set("一二三四五六七八九十".unicodeScalars.map { Array(String($0).utf8) })

  private static let labels = [":", "："].map { Array($0.utf8) }

  /// A heading whose last character came into a line of its own.
  fileprivate func losesLast(to next: TextLine) -> Bool {
    guard next.bytes.count == 3, next.bytes[0] >= 0xE4, next.bytes[0] <= 0xE9, !next.isAfterBlank,
      !Self.numerals.contains(next.bytes), measure.units >= 4, measure.units <= 40, measure.stops == 0
    else { return false }
    return !isTabular && !endsSentence && !Self.labels.contains { bytes.holds($0) }
  }

  /// Whether it begins as paragraphs of reports do.
  fileprivate var startsParagraph: Bool {
    ["各位代表", "——", "附", "注", "表"].contains { bytes.starts(with: $0.utf8) }
  }
}

private enum Bracket {
  case open, close

  /// Of the character that begins a text, at full width or half.
  init?(_ text: ArraySlice<UInt8>) {
    if text.first == UInt8(ascii: "(") || text.starts(with: "（".utf8) {
      self = .open
    } else if text.first == UInt8(ascii: ")") || text.starts(with: "）".utf8) {
      self = .close
    } else {
      return nil
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var firstBracket: Bracket? { indices.lazy.compactMap { Bracket(self[$0...]) }.first }
  fileprivate var lastBracket: Bracket? { indices.reversed().lazy.compactMap { Bracket(self[$0...]) }.first }
}
