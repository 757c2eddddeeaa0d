internal import Lexicon

/// Finds tables in lines that were made from pages of paper: a line that heads the names of rows, the heads of columns in
/// the lines behind it, and rows of names and figures.
struct PrintedTables {
  private let lines: [TextLine]
  private let body: [Int]
  private let words: TableWords

  /// How many lines the heads of a table take.
  private static let mostHeadLines = 24
  /// How many lines of words without figures stand in a row in a table.
  private static let mostWordLines = 4
  /// How many rows with figures make a table.
  private static let fewestRows = 2

  init(_ lines: [TextLine], body: [Int], words: TableWords) {
    self.lines = lines
    self.body = body
    self.words = words
  }

  /// Ascending and disjoint.
  func find() -> [PrintedTable] {
    var tables: [PrintedTable] = []
    var place = 0
    while place < body.count {
      if let table = table(at: place) {
        tables.append(table)
        place = table.lines.upperBound
      } else {
        place += 1
      }
    }
    return tables
  }

  private func line(_ place: Int) -> TextLine { lines[body[place]] }

  private func tokens(_ place: Int) -> [PrintedToken] { PrintedToken.tokens(of: line(place), at: place, words: words) }

  /// Whether it has a mark of sentences, or is too long for a row.
  private func isProse(_ place: Int) -> Bool {
    let line = line(place)
    guard line.measure.units <= 80 else { return true }
    let bytes = line.bytes
    for index in bytes.indices.dropLast(2) where bytes[index] == 0xE3 || bytes[index] == 0xEF {
      if bytes[index] == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x82 { return true }
      if bytes[index] == 0xEF, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x8C || bytes[index + 2] == 0x9B {
        return true
      }
    }
    return false
  }

  /// The table whose heads begin in a line.
  private func table(at start: Int) -> PrintedTable? {
    guard words.mayBegin(line(start).bytes), !isProse(start) else { return nil }
    var heads = [tokens(start)]
    guard PrintedHead.names(in: heads[0], words) != nil, !PrintedRow(heads[0]).hasFigures else { return nil }
    var first = start + 1
    while first < body.count, first - start < Self.mostHeadLines, !isProse(first) {
      let tokens = tokens(first)
      if PrintedRow(tokens).hasFigures { break }
      heads.append(tokens)
      first += 1
    }
    guard first < body.count, first - start < Self.mostHeadLines, !isProse(first) else { return nil }
    let end = end(from: first)
    var counts: [Int: Int] = [:]
    var rows = 0
    for place in first..<end {
      let row = PrintedRow(tokens(place))
      if row.hasFigures { rows += 1 }
      for entry in row.entries { counts[entry.values.count, default: 0] += 1 }
    }
    guard rows >= Self.fewestRows else { return nil }
    var table = PrintedTable(lines: start..<end, caption: caption(above: start))
    // The rows without an empty cell have the most figures.
    for count in counts.filter({ $0.value * 8 >= rows }).keys.sorted(by: >) {
      // The last lines before the figures can be words of the first row.
      for dropped in 0...2 where dropped < heads.count && isNoHead(heads.suffix(dropped)) {
        let kept = heads.dropLast(dropped)
        guard let head = PrintedHead(kept.flatMap { $0 }, count: count, words: words) else { continue }
        var reader = PrintedRows(head: head, words: words, lines: { line($0) })
        for place in (start + kept.count)..<end { reader.take(tokens(place), at: place) }
        table.cells = reader.finish()
        return table
      }
    }
    return table
  }

  private func isNoHead(_ lines: ArraySlice<[PrintedToken]>) -> Bool {
    lines.allSatisfy { tokens in
      let text = tokens.flatMap(\.words)
      return !words.holds(text, [.amount, .plan, .estimate, .growth, .change, .share])
        && !text.contains(UInt8(ascii: "%"))
    }
  }

  /// Behind the last row with figures.
  private func end(from first: Int) -> Int {
    var end = first
    var place = first
    while place < body.count, place - end <= Self.mostWordLines {
      let tokens = tokens(place)
      let row = PrintedRow(tokens)
      if PrintedHead.names(in: tokens, words) != nil || begins(tokens) { break }
      if isProse(place), row.entries.count != 1 || !row.rest.isEmpty || row.entries[0].values.count < 2 { break }
      place += 1
      if row.hasFigures { end = place }
    }
    return end
  }

  /// Whether a line stands over another table, or under this one.
  private func begins(_ tokens: [PrintedToken]) -> Bool {
    guard let first = tokens.first?.words else { return true }
    if ["单位:", "(单位:", "注:", "备注:", "附表", "附件"].contains(where: { first.starts(with: $0.utf8) }) { return true }
    guard first.starts(with: "表".utf8) else { return false }
    return first.count == 3 || (0x30...0x39).contains(first[3])
  }

  /// The line over the one of the unit, or right over the heads.
  private func caption(above start: Int) -> Int? {
    var place = start - 1
    // 收入 and 支出 over the two halves.
    if place >= 0, TableWords.normal(line(place).bytes[...]).elementsEqual("收入支出".utf8) {
      place -= 1
    }
    if place >= 0, TableWords.normal(line(place).bytes[...]).starts(with: "单位:".utf8) { place -= 1 }
    guard place >= 0, !isProse(place), line(place).measure.units >= 4, !line(place).endsSentence,
      !PrintedRow(tokens(place)).hasFigures,
      line(place).bytes.first.map({ $0 >= 0xE4 && $0 <= 0xE9 || $0 < 0x80 && $0 != 0x28 }) == true
    else { return nil }
    return place
  }
}
