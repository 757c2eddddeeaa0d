/// Text that was made from PDF pages: its lines end where the paper's edge was, with page numbers and running heads
/// between them.
struct HardBreaks {
  /// Columns of a full line; `nil` where the text has no hard line breaks.
  let fullWidth: Int?

  init(_ lines: [TextLine]) {
    let long = lines.filter { $0.width >= 24 && !$0.isTabular }
    guard long.count >= 12 else {
      fullWidth = nil
      return
    }
    // Paragraphs of a text without hard breaks are longer than any page is wide, and nearly all end a sentence.
    let open = long.filter { !$0.endsSentence }.count
    let widths = long.map(\.width).sorted()
    let typical = widths[widths.count * 3 / 4]
    let isBroken = open * 2 > long.count && typical <= 130 && widths[widths.count / 2] * 10 >= typical * 6
    fullWidth = isBroken ? typical : nil
  }

  /// Whether the line goes on in the next.
  func joins(_ line: TextLine, _ next: TextLine) -> Bool {
    if !next.isAfterBlank, next.continuesSentence { return true }
    if line.losesLast(to: next) { return true }
    guard !HeadingMarks.begins(next.bytes), !next.startsParagraph else { return false }
    // Links and emphasized words that became lines of their own when the text was saved.
    if line.isOpenProse, !next.isAfterBlank, !next.isTabular { return true }
    guard let fullWidth, !line.isTabular, !next.isTabular, line.width + 8 >= fullWidth else { return false }
    if line.endsSentence {
      // A full line whose sentence ends with it: the paragraph goes on where the next line does not look like a start.
      return line.width + 2 >= fullWidth && !next.isAfterBlank && next.width + 12 >= fullWidth && !next.startsParagraph
    }
    return true
  }

  /// A page number by itself: "- 1 -", "— 12 —", "第 53 页".
  static func isPageNumber(_ bytes: [UInt8]) -> Bool {
    let key = LineKey(bytes).bytes
    guard !key.isEmpty, key.count <= 24 else { return false }
    var digits = 0
    var marks = 0
    var index = 0
    while index < key.count {
      if key[index] >= 0x30, key[index] <= 0x39 {
        digits += 1
        index += 1
      } else if key[index] == UInt8(ascii: "-") || key[index] == UInt8(ascii: "/") {
        marks += 1
        index += 1
      } else if key[index] == 0xE2, index + 2 < key.count {
        // Dashes of any length.
        marks += 1
        index += 3
      } else if key[index...].starts(with: "第".utf8) || key[index...].starts(with: "页".utf8)
        || key[index...].starts(with: "共".utf8)
      {
        marks += 1
        index += 3
      } else {
        return false
      }
    }
    return digits > 0 && digits <= 6 && marks >= 2
  }

  /// "— 23".
  private static func isBrokenPageNumber(_ bytes: [UInt8]) -> Bool {
    let key = LineKey(bytes).bytes
    let digits = key.dropFirst(3)
    return key.starts(with: "—".utf8) && (1...3).contains(digits.count)
      && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// "单位：万元" stands over each table of a paper.
  private static let unit = Array("单位".utf8)

  /// Indices of lines that are page numbers, and of the running heads beside them.
  static func pageFurniture(_ lines: [TextLine]) -> Set<Int> {
    var found: Set<Int> = []
    for (index, line) in lines.enumerated() where isPageNumber(line.bytes) { found.insert(index) }
    // The last page's number can have lost the dash behind it.
    if let last = lines.indices.last, lines.count > 1, isBrokenPageNumber(lines[last].bytes) { found.insert(last) }
    guard found.count >= 3 else { return found }
    var beside: [[UInt8]: [Int]] = [:]
    for index in found {
      for neighbour in [index - 1, index + 1]
      where lines.indices.contains(neighbour) && !found.contains(neighbour) && lines[neighbour].measure.units <= 40
        && lines[neighbour].measure.stops == 0 && !LineKey(lines[neighbour].bytes).bytes.starts(with: unit)
      {
        beside[lines[neighbour].bytes, default: []].append(neighbour)
      }
    }
    for places in beside.values where places.count >= 3 { found.formUnion(places) }
    return found
  }
}

extension TextLine {
  private static let closing: [[UInt8]] = ["。", "，", "；", "、", "：", "”", "》", "）", "！", "？"].map { Array($0.utf8) }
  private static let open: [[UInt8]] = ["，", "、", "“", "《", "（", "的", "和", "与", "及"].map { Array($0.utf8) }

  /// Begins with a mark that only stands inside or behind a sentence.
  fileprivate var continuesSentence: Bool { Self.closing.contains { bytes.starts(with: $0) } }

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
    return !isTabular && !endsSentence && !Self.labels.contains { TitleReader.contains(bytes, $0) }
  }

  /// Whether it begins as paragraphs of reports do.
  fileprivate var startsParagraph: Bool {
    ["各位代表", "——", "附", "注", "表"].contains { bytes.starts(with: $0.utf8) }
  }
}
