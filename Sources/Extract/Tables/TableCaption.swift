import Documents
import Lexicon

/// What stands over a table: what it is of, of which year and part of the area, and its unit.
struct TableCaption {
  /// As printed; empty where nothing names the table.
  private(set) var text: [UInt8] = [] {
    didSet { (year, area) = (Self.year(in: text), Self.area(in: text)) }
  }
  var unit: [UInt8]?
  /// The first year of four digits in it.
  private(set) var year: Int?
  /// The part of the area whose books the table shows: 市本级.
  private(set) var area: [UInt8]?
  /// Whether it tells what all is set against: 以上年为100.
  var isOfIndex: Bool { text.holds("为100") || hasBasis }
  private var hasBasis = false

  /// The lines above a table that are no sentences: 单位 and, over or under it, what the table is called.
  init(above table: Table, on page: Page, units: TableUnits) {
    let first = table.rows.lowerBound
    guard first > 0, first <= page.blocks.count else { return }
    if let named = table.caption, page.blocks.indices.contains(named) {
      read(TableWords.normal(page.text.bytes[page.blocks[named].range]), units)
    }
    var tail: [UInt8] = []
    for back in 1...4 where first - back >= 0 && table.caption != first - back {
      let block = page.blocks[first - back]
      guard block.kind != .tableRow, block.range.count <= 150 else { return }
      let line = TableWords.normal(page.text.bytes[block.range])
      let isUnit = line.holds("单位:")
      // (按经济分类) goes on with the line above it.
      if !isUnit, text.isEmpty, tail.isEmpty, line.first == UInt8(ascii: "(") {
        tail = line
        continue
      }
      // 表1 between the unit and the caption.
      if !isUnit, !text.isEmpty, line.starts(with: "表"), line.count <= 12 { continue }
      guard isUnit || text.isEmpty, !line.starts(with: "图"), !line.ends(with: "。"), !line.holds("，"),
        !line.ends(with: ":")
      else { return }
      read(isUnit ? line : line + tail, units)
    }
  }

  /// Takes a line, or a row of the table that is one: a title, a unit or both.
  mutating func read(_ line: [UInt8], _ units: TableUnits, isInside: Bool = false) {
    if line.first != UInt8(ascii: "(") || line.holds("单位:") { unit = unit ?? units.unit(in: line) }
    if line.holds("为100"), line.count <= 45 {
      hasBasis = true
      return
    }
    guard text.isEmpty || isInside && !line.holds("单位:") else { return }
    var title = line
    if let end = line.end(of: "单位:") { title = Array(line[..<(end - 7)]) }
    while title.last == UInt8(ascii: "(") || title.last == 0x20 { title.removeLast() }
    text = title
  }

  static func year(in words: [UInt8]) -> Int? {
    words.withUnsafeBufferPointer { text in
      for position in text.indices {
        if let (year, _) = TableWords.year(in: text, at: position) { return year }
      }
      return nil
    }
  }

  private static func area(in text: [UInt8]) -> [UInt8]? {
    for level in ["市本级", "省本级", "区本级", "县本级", "州本级", "市级", "省级"] as [StaticString] where text.holds(level) {
      return Array(UnsafeBufferPointer(start: level.utf8Start, count: level.utf8CodeUnitCount))
    }
    return nil
  }
}

/// The units that heads, captions and cells name.
struct TableUnits {
  let units: Units

  /// Behind 单位:, or in brackets at the end.
  func unit(in words: [UInt8]) -> [UInt8]? {
    if let start = words.end(of: "单位:") {
      var rest = words[start...]
      // 单位:万元) closes a bracket.
      if rest.last == UInt8(ascii: ")"), !rest.contains(UInt8(ascii: "(")) { rest = rest.dropLast() }
      if let mark = Array(rest).end(of: "、") ?? Array(rest).end(of: ",") {
        // 单位:万元、%: the second is that of rates.
        let isPair = rest.dropFirst(mark).elementsEqual([UInt8(ascii: "%")])
        return isPair ? known(Array(rest.prefix(mark - (rest[rest.startIndex + mark - 1] == 0x2C ? 1 : 3)))) : nil
      }
      return known(Array(rest))
    }
    guard words.last == UInt8(ascii: ")"), let open = words.lastIndex(of: UInt8(ascii: "(")) else {
      return words.last == UInt8(ascii: "%") ? [UInt8(ascii: "%")] : nil
    }
    return known(Array(words[(open + 1)...].dropLast()))
  }

  func known(_ text: [UInt8]) -> [UInt8]? {
    if text == [UInt8(ascii: "%")] { return text }
    guard !text.isEmpty, text.count <= 40 else { return nil }
    for multiplier in Self.multipliers where text.starts(with: multiplier) {
      if units.trie.value(of: Array(text.dropFirst(multiplier.count))) != nil { return text }
    }
    return nil
  }

  /// What stands in the column of units is one, whether it is known or not.
  func stated(_ text: [UInt8]) -> [UInt8]? {
    if let known = known(text) { return known }
    let isWord = text.count <= 24 && !text.contains { $0 < 0x80 && $0 != UInt8(ascii: "/") }
    return isWord && !text.isEmpty ? text : nil
  }

  private static let multipliers = ["", "万", "亿", "千", "百", "十万", "百万", "千万", "万亿"].map { Array($0.utf8) }
}
