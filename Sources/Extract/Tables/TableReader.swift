import Documents
import Lexicon

/// Reads the figures of tables: each number cell with the headers of its row and its column.
struct TableReader {
  let page: Page
  let facts: DocumentFacts
  let conversions: UnitConversions
  var lexicon = FigureLexicon.builtIn

  /// The figures of all tables, in reading order.
  func observations() -> [Observation] {
    page.tables.flatMap { observations(of: $0) }
  }

  private func observations(of table: Table) -> [Observation] {
    let rows = (table.cells.map { $0.row + $0.rowSpan }.max() ?? 0)
    let columns = (table.cells.map { $0.column + $0.columnSpan }.max() ?? 0)
    guard rows > 1, columns > 1, rows < 5000, columns < 200 else { return [] }
    var grid = [[Int]](repeating: [Int](repeating: -1, count: columns), count: rows)
    for (index, cell) in table.cells.enumerated() {
      for row in cell.row..<min(rows, cell.row + cell.rowSpan) {
        for column in cell.column..<min(columns, cell.column + cell.columnSpan) where grid[row][column] < 0 {
          grid[row][column] = index
        }
      }
    }
    let texts = table.cells.map { trimmed(page.text.bytes[$0.range]) }
    let numbers = texts.map(number)
    let caption = table.caption.map { trimmed(page.text.bytes[page.blocks[$0].range]) } ?? []
    let tableUnit = unit(in: caption) ?? unit(above: table)
    // The first rows without a number are the header.
    var header = 0
    while header < rows, header < 6, !grid[header].contains(where: { $0 >= 0 && numbers[$0] != nil }) { header += 1 }
    guard header > 0, header < rows else { return [] }

    var result: [Observation] = []
    var seen: [String: Int] = [:]
    for row in header..<rows {
      var path: [[UInt8]] = []
      var rowUnit: [UInt8]?
      for column in 0..<columns {
        let index = grid[row][column]
        guard index >= 0, table.cells[index].row == row || table.cells[index].rowSpan > 1 else { continue }
        guard let value = numbers[index] else {
          let above = (0..<header).compactMap { grid[$0][column] >= 0 ? texts[grid[$0][column]] : nil }
          if above.contains(where: { $0.ends(with: "单位") }) {
            rowUnit = known(texts[index][...])
            continue
          }
          if !texts[index].isEmpty, path.last != texts[index], result.isEmpty || path.count < 4 {
            path.append(texts[index])
          }
          continue
        }
        guard !path.isEmpty, table.cells[index].column == column, table.cells[index].row == row else { continue }
        var heads: [[UInt8]] = []
        for line in 0..<header {
          let head = grid[line][column]
          if head >= 0, !texts[head].isEmpty, heads.last != texts[head] { heads.append(texts[head]) }
        }
        guard !heads.isEmpty, !isOrdinal(heads) else { continue }
        let rowPath = joined(path)
        let columnPath = joined(heads)
        let key = rowPath + "\t" + columnPath
        let occurrence = seen[key, default: 0]
        seen[key] = occurrence + 1
        result.append(
          observation(
            value,
            path,
            heads,
            Observation.Cell(
              caption: String(decoding: caption, as: UTF8.self),
              rowPath: rowPath,
              columnPath: columnPath,
              occurrence: occurrence
            ),
            table.cells[index].range,
            rowUnit,
            tableUnit
          )
        )
      }
    }
    return result
  }

  private func observation(
    _ value: ExactNumber,
    _ path: [[UInt8]],
    _ heads: [[UInt8]],
    _ cell: Observation.Cell,
    _ range: Range<Int>,
    _ rowUnit: [UInt8]?,
    _ tableUnit: [UInt8]?
  ) -> Observation {
    let head = heads.joined()
    let name = withoutMarks(path.last ?? [])
    let column = Array(head)
    let isGrowth = ["增长", "增幅", "增减", "比上年", "增速"].contains { column.holds($0) }
    let isShare = ["占", "比重", "完成", "为预算", "%"].contains { column.holds($0) }
    let headUnit = heads.compactMap { self.unit(in: $0) }.last
    let ownUnit = rowUnit ?? path.compactMap { self.unit(in: $0) }.last
    let unit = isGrowth || isShare ? headUnit ?? [0x25] : ownUnit ?? headUnit ?? tableUnit
    let isPercent = unit == [0x25]
    var result = Observation(
      sentence: nil,
      quote: range,
      indicator: String(decoding: name, as: UTF8.self),
      measure: isPercent ? (isGrowth ? .growth : .share) : .level,
      value: value.text,
      unit: unit.map { String(decoding: $0, as: UTF8.self) },
      origin: .table,
      rule: "table",
      confidence: 0.6
    )
    result.cell = cell
    if !isPercent || isGrowth, let known = lexicon.indicators.trie.value(of: name) {
      result.code = lexicon.indicators.all[Int(known)].code
    }
    let year = year(in: column) ?? year(in: Array(cell.caption.utf8)) ?? facts.reviewYear ?? facts.reportYear
    result.period = year.map { Period(year: $0) }
    if let year, let report = facts.reportYear, year >= report, facts.reportType != .statisticalBulletin {
      result.status = .target
    }
    if let unit {
      let base = unit.withUnsafeBufferPointer(conversions.base)
      result.baseValue = value.double * (base?.factor ?? 1)
      result.baseUnit = String(decoding: unit.dropFirst(base?.start ?? 0), as: UTF8.self)
    }
    return result
  }

  /// A year of four digits followed by 年.
  private func year(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 7 else { return nil }
    for start in 0...(bytes.count - 7) where bytes[start] == 0x31 || bytes[start] == 0x32 {
      if bytes[(start + 4)..<(start + 7)].elementsEqual("年".utf8),
        let year = Int(String(decoding: bytes[start..<(start + 4)], as: UTF8.self)), (1900...2100).contains(year)
      {
        return year
      }
    }
    return nil
  }

  /// The unit behind 单位: or in brackets at the end of a header.
  private func unit(in bytes: [UInt8]) -> [UInt8]? {
    if let start = bytes.end(of: "单位") {
      var position = start
      for mark in [":", "："] where bytes[position...].starts(with: mark.utf8) { position += mark.utf8.count }
      return known(bytes[position...])
    }
    if bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")) {
      return known(bytes[(open + 1)...].dropLast())
    }
    let wide = Array("）".utf8)
    if bytes.suffix(3).elementsEqual(wide), let open = bytes.lastEnd(of: "（") {
      return known(bytes[open...].dropLast(3))
    }
    return nil
  }

  /// A table without a caption has its unit in the line above.
  private func unit(above table: Table) -> [UInt8]? {
    for back in 1...3 where table.rows.lowerBound - back >= 0 && table.rows.lowerBound - back < page.blocks.count {
      let text = trimmed(page.text.bytes[page.blocks[table.rows.lowerBound - back].range])
      if text.holds("单位"), let unit = unit(in: text) { return unit }
    }
    return nil
  }

  private func known(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let text = trimmed(bytes)
    if text == [0x25] || text == Array("％".utf8) { return [0x25] }
    let multipliers = ["", "万", "亿", "千", "百万", "千万", "万亿"]
    guard !text.isEmpty else { return nil }
    for multiplier in multipliers where text.starts(with: multiplier.utf8) {
      if lexicon.units.trie.value(of: Array(text.dropFirst(multiplier.utf8.count))) != nil { return text }
    }
    return nil
  }

  /// A cell that is one number and nothing else.
  private func number(_ text: [UInt8]) -> ExactNumber? {
    var digits = 0
    var fraction = 0
    var count = 0
    var point = false
    var negative = false
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x30...0x39:
        guard count < 17 else { return nil }
        digits = digits * 10 + Int(byte - 0x30)
        count += 1
        if point { fraction += 1 }
      case UInt8(ascii: "."):
        guard !point, count > 0 else { return nil }
        point = true
      case UInt8(ascii: "-"):
        guard index == 0 else { return nil }
        negative = true
      case UInt8(ascii: ","):
        guard count > 0, !point else { return nil }
      case UInt8(ascii: "%"):
        guard index == text.count - 1 else { return nil }
      default: return nil
      }
    }
    guard count > 0 else { return nil }
    return ExactNumber(negative ? -digits : digits, fraction: fraction)
  }

  private func isOrdinal(_ heads: [[UInt8]]) -> Bool {
    ["序号", "编号", "科目编码", "行次", "年份"].contains { name in heads.contains { $0 == Array(name.utf8) } }
  }

  private func joined(_ parts: [[UInt8]]) -> String {
    parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
  }

  /// Without 一、, 1. and 其中: in front.
  private func withoutMarks(_ name: [UInt8]) -> [UInt8] {
    var name = name[...]
    for mark in ["其中：", "其中:", "#"] where name.starts(with: mark.utf8) { name = name.dropFirst(mark.utf8.count) }
    if let end = Array(name).end(of: "、"), end <= 9 { name = Array(name)[end...] }
    return trimmed(name)
  }

  private func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result = bytes
    func isSpace(_ slice: ArraySlice<UInt8>) -> Int {
      if slice.first == 0x20 || slice.first == 0x09 { return 1 }
      return slice.starts(with: [0xE3, 0x80, 0x80]) ? 3 : slice.starts(with: [0xC2, 0xA0]) ? 2 : 0
    }
    while case let count = isSpace(result), count > 0 { result = result.dropFirst(count) }
    while true {
      if result.last == 0x20 || result.last == 0x09 {
        result = result.dropLast()
        continue
      }
      if result.suffix(3).elementsEqual([0xE3, 0x80, 0x80]) {
        result = result.dropLast(3)
        continue
      }
      if result.suffix(2).elementsEqual([0xC2, 0xA0]) {
        result = result.dropLast(2)
        continue
      }
      break
    }
    return Array(result)
  }
}
