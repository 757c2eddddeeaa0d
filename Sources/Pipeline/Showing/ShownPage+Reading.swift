import Documents
import Fetch

extension ShownPage {
  /// - Parameter bytes: of the document, as clean read them; `nil` where they are not there any more.
  init(_ page: Page, _ map: PageMap, _ bytes: [UInt8]?, uri: String) {
    self.init(
      facts: page.facts + map.facts,
      blocks: Self.blocks(of: page),
      leftOut: bytes.map { Self.leftOut(of: $0, map, uri: uri) }
    )
  }

  private static func blocks(of page: Page) -> [Block] {
    var blocks: [Block] = []
    var tables: [Int: Table] = [:]
    for table in page.tables { tables[table.rows.lowerBound] = table }
    var index = 0
    while index < page.blocks.count {
      if let table = tables[index], table.rows.upperBound <= page.blocks.count, !table.rows.isEmpty {
        blocks.append(.table(rows(of: table, page)))
        index = table.rows.upperBound
        continue
      }
      let block = page.blocks[index]
      let text = page.text[block.range]
      switch block.kind {
      case .heading: blocks.append(.heading(level: max(1, block.level), text))
      case .paragraph: blocks.append(.paragraph(text))
      case .listItem: blocks.append(.listItem(text))
      case .caption: blocks.append(.caption(text))
      case .note: blocks.append(.note(text))
      case .tableRow:
        blocks.append(.table([text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)]))
      }
      index += 1
    }
    return blocks
  }

  private static func rows(of table: Table, _ page: Page) -> [[String]] {
    let height = table.cells.reduce(0) { max($0, $1.row + 1) }
    let width = table.cells.reduce(0) { max($0, $1.column + 1) }
    // Clean caps rows and columns; what a damaged artifact says is not believed.
    guard height <= 10_000, width <= 1_000 else { return [] }
    var rows = [[String]](repeating: [String](repeating: "", count: width), count: height)
    for cell in table.cells where cell.row >= 0 && cell.column >= 0 {
      rows[cell.row][cell.column] = page.text[cell.range.clamped(to: 0..<page.text.count)]
    }
    return rows
  }

  private static func leftOut(of bytes: [UInt8], _ map: PageMap, uri: String) -> [String] {
    let isMarkup = SourceDocument.MediaType(name: uri, bytes: bytes) == .html
    var kept = map.segments.map { $0.source.clamped(to: 0..<bytes.count) }.sorted { $0.lowerBound < $1.lowerBound }
    kept.append(bytes.count..<bytes.count)
    var lines: [String] = []
    var end = 0
    for range in kept {
      if range.lowerBound > end {
        let text = SourceText(bytes, end..<range.lowerBound, charset: map.charset)
        let line = VisibleText.pieces(of: text, isMarkup: isMarkup).joined(separator: " | ")
        if !line.isEmpty { lines.append(line) }
      }
      end = max(end, range.upperBound)
    }
    return lines
  }
}

extension Page {
  /// What the page says of itself, with where each was found.
  fileprivate var facts: [ShownFact] {
    metadataLines.map { ShownFact($0.name, $0.value) }
      + [
        statedLength.map {
          ShownFact("stated length", "\($0) characters; the page has \(text.codePoints(in: 0..<text.count))")
        },
        isCutOff ? ShownFact("end", "breaks off in the middle of a sentence") : nil,
      ].compactMap { $0 }
  }
}

extension PageMap {
  fileprivate var facts: [ShownFact] {
    let how =
      switch charsetEvidence {
      case .byteOrderMark: "byte order mark"
      case .validUTF8: "all bytes are valid"
      case .declared: "as declared"
      case .statistics: "by statistics"
      }
    let replaced = replacedBytes == 0 ? "" : "; \(replacedBytes) bytes are no text and were replaced"
    return [ShownFact("charset", "\(charset) (\(how))\(replaced)")]
  }
}
