internal import Lexicon

/// Takes the lines of a printed table one after another and makes cells of those rows whose name is certain: a name can
/// be broken over lines, and rows can have no figures.
struct PrintedRows {
  private let head: PrintedHead
  private let line: (Int) -> TextLine
  private let count: Int
  private var cells: [PrintedTable.Cell] = []
  private var row = 0
  /// Lines of words alone since the last with figures.
  private var pending: [(place: Int, tokens: [PrintedToken])] = []
  /// The widest name so far, in columns of a terminal.
  private var widest = 0
  private var full = 0
  private var broken = 0
  /// Of the last row, where its cells begin, and how wide its name is.
  private var last: (cells: Int, width: Int)?

  /// By column, of the figures of full rows, how many bear a percent sign, and whether the heads tell of a rate.
  private var percents: [Int]
  private let areRates: [Bool]

  init(head: PrintedHead, words: TableWords, lines: @escaping (Int) -> TextLine) {
    self.head = head
    percents = [Int](repeating: 0, count: head.columns.count)
    areRates = head.columns.map { column in
      let kind = words.column(of: head.tokens[column.tokens].flatMap(\.words))?.kind
      return kind == .growth || kind == .share
    }
    line = lines
    count = head.columns.count
    addHead()
  }

  /// - Returns: nothing where fewer rows fit the heads than do not.
  func finish() -> [PrintedTable.Cell] {
    guard full > 0, full * 2 >= broken else { return [] }
    // Where figures bear signs, they tell whether they stand below the right heads.
    let isSigned = percents.contains { $0 > 0 }
    guard !isSigned || zip(percents, areRates).allSatisfy({ ($0 > 0) == $1 }) else { return [] }
    return cells
  }

  private var names: Int { head.hasCodes ? 1 : 0 }
  private var firstColumn: Int { names + 1 + (head.units == nil ? 0 : 1) }

  private mutating func addHead() {
    let height = head.columns.contains { $0.top != nil } ? 2 : 1
    for (column, token) in [0..<(head.names + 1), head.units.map { $0..<($0 + 1) }].compactMap({ $0 }).joined()
      .enumerated()
    {
      add(head.tokens[token...token], row: 0, column: column, rowSpan: height, isHeader: true)
    }
    var top: Range<Int>?
    for (index, column) in head.columns.enumerated() {
      let place = firstColumn + index
      guard let above = column.top else {
        add(head.tokens[column.tokens], row: 0, column: place, rowSpan: height, isHeader: true)
        continue
      }
      if top != above {
        let width = head.columns[index...].prefix { $0.top == above }.count
        add(head.tokens[above], row: 0, column: place, columnSpan: width, isHeader: true)
        top = above
      }
      add(head.tokens[column.tokens], row: 1, column: place, isHeader: true)
    }
    row = height
  }

  mutating func take(_ tokens: [PrintedToken], at place: Int) {
    let parsed = PrintedRow(tokens, count: count)
    guard !parsed.entries.isEmpty else {
      pending.append((place, tokens))
      return
    }
    defer { pending.removeAll() }
    guard parsed.isFull(count) else {
      broken += 1
      leaveOut(tokens)
      return
    }
    full += 1
    for (index, entry) in parsed.entries.enumerated() {
      if index > 0 {
        add(entry)
      } else if entry.label.isEmpty {
        guard let name = joinedName() else {
          leaveOut(tokens)
          continue
        }
        add(PrintedRow.Entry(label: name[...], values: entry.values))
      } else if isCertain(entry) {
        add(entry)
      } else {
        leaveOut(tokens)
      }
    }
  }

  /// The words before a line of figures alone: a name that was broken where the column ended.
  private func joinedName() -> [PrintedToken]? {
    guard (1...3).contains(pending.count) else { return nil }
    for (place, _) in pending.dropLast() where line(place).width * 4 < widest * 3 { return nil }
    return pending.flatMap(\.tokens)
  }

  /// Whether words without figures before a row are no part of its name, nor of the one before it.
  private mutating func isCertain(_ entry: PrintedRow.Entry) -> Bool {
    let open = pending.filter { !isRowOfItsOwn($0.place) }
    guard !open.isEmpty else { return true }
    if let last, last.width * 10 >= widest * 6 {
      // Its name may go on.
      cells.removeSubrange(last.cells...)
      self.last = nil
    }
    guard let first = entry.label.first else { return false }
    return first.isCode || first.words.starts(with: "其中".utf8) || HeadingMarks.begins(bytes(of: first))
  }

  private func bytes(of token: PrintedToken) -> [UInt8] { Array(line(token.line).bytes[token.range]) }

  /// A heading, or a row that has no figures: its name is whole.
  private func isRowOfItsOwn(_ place: Int) -> Bool {
    let line = line(place)
    if HeadingMarks.begins(line.bytes) || line.endsSentence { return true }
    guard line.width * 5 < widest * 4 else { return false }
    return ["收入", "支出", "资金", "基金", "合计", "总计", "小计", "费用"].contains {
      line.bytes.suffix(6).elementsEqual($0.utf8)
    }
  }

  private mutating func add(_ entry: PrintedRow.Entry) {
    var label = entry.label
    var code: PrintedToken?
    if let first = label.first, first.isCode {
      code = first
      label = label.dropFirst()
    }
    var unit: PrintedToken?
    if head.units != nil {
      guard label.count >= 2, let last = label.last, last.words.count <= 24 else { return }
      unit = last
      label = label.dropLast()
    }
    guard let first = label.first, let end = label.last,
      label.contains(where: { $0.words.contains { $0 >= 0xE4 && $0 <= 0xE9 } })
    else { return }
    let isOneLine = first.line == end.line
    let width =
      isOneLine
      ? Self.width(line(first.line).bytes[first.range.lowerBound..<end.range.upperBound]) : line(first.line).width
    last = (cells.count, width)
    widest = max(widest, width)
    if head.hasCodes, let code { add([code], row: row, column: 0) }
    add(label, row: row, column: names)
    if let unit { add([unit], row: row, column: names + 1) }
    for (index, value) in entry.values.enumerated() { add([value], row: row, column: firstColumn + index) }
    for (index, value) in entry.values.enumerated() where value.words.last == UInt8(ascii: "%") { percents[index] += 1 }
    row += 1
  }

  private static func width(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 < 0x80 ? 1 : $1 >= 0xE0 ? 2 : $1 >= 0xC0 ? 1 : 0) }
  }

  /// A row whose cells cannot be told apart is one cell over the figures.
  private mutating func leaveOut(_ tokens: [PrintedToken]) {
    last = nil
    add(tokens[...], row: row, column: firstColumn, columnSpan: count)
    row += 1
  }

  private mutating func add(
    _ tokens: ArraySlice<PrintedToken>,
    row: Int,
    column: Int,
    rowSpan: Int = 1,
    columnSpan: Int = 1,
    isHeader: Bool = false
  ) {
    guard let first = tokens.first, let end = tokens.last else { return }
    cells.append(
      PrintedTable.Cell(
        row: row,
        column: column,
        rowSpan: rowSpan,
        columnSpan: columnSpan,
        isHeader: isHeader,
        start: PrintedTable.Place(line: first.line, offset: first.range.lowerBound),
        end: PrintedTable.Place(line: end.line, offset: end.range.upperBound)
      )
    )
  }
}
