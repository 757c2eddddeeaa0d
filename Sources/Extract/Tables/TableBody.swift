import Documents
import Lexicon

/// Goes through the rows of a table: heads, which may come again inside it, rows that head others, and rows of figures.
struct TableBody {
  let grid: TableGrid
  private(set) var caption: TableCaption
  let lexicon: FigureLexicon
  let units: TableUnits
  /// Parts of the report's area, by name.
  let places: Set<[UInt8]>
  let isOfBudget: Bool
  /// Whether 合计 sums up more than the account that the caption names: what comes from others, too.
  private let sumsUpMore: Bool
  private(set) var figures: [TableFigure] = []

  /// What a table leaves to the one behind it, which may be its next page.
  struct End {
    fileprivate var caption: [UInt8]
    fileprivate var heads: [[[UInt8]]]
    fileprivate var outline: TableOutline
  }

  var before: End?
  var end: End { End(caption: caption.text, heads: heads.map(\.path), outline: outline) }

  private var outline = TableOutline()
  /// Of the block of rows that is being read, by column.
  private var heads: [TableHeads] = []
  private var headRows: [Int] = []
  private var names: TableNames
  /// By row and column path, how often there was one.
  private var seen: [ByteKey: Int] = [:]
  /// The caption as cells have it.
  private var captionText: String

  /// How many rows a head can have.
  private static let mostHeadRows = 6

  init(
    grid: TableGrid,
    caption: TableCaption,
    lexicon: FigureLexicon,
    units: TableUnits,
    places: Set<[UInt8]>,
    isOfBudget: Bool
  ) {
    self.grid = grid
    self.caption = caption
    self.lexicon = lexicon
    self.units = units
    self.places = places
    self.isOfBudget = isOfBudget
    sumsUpMore = isOfBudget && Self.sumsUpMore(grid)
    names = TableNames(caption: caption.text, isOfBudget: isOfBudget, lexicon: lexicon)
    captionText = String(decoding: caption.text, as: UTF8.self)
  }

  private static func sumsUpMore(_ grid: TableGrid) -> Bool {
    grid.texts.contains { text in
      let words = text.words
      return ["转移", "结转", "上解", "转贷", "调入", "调出"].contains { (word: StaticString) in words.holds(word) }
        || words.starts(with: "一、") && (words.holds("基金") || words.holds("预算") || words.holds("资本经营"))
    }
  }

  mutating func read() {
    if sumsUpMore { names.total = [] }
    var isInHead = false
    for row in 0..<grid.rows {
      let filled = grid.filled(row).filter { !grid.texts[$0].isBlank }
      guard let first = filled.first else { continue }
      let isNumbered = lexicon.tables.covers(text(first), [.number]) && filled.count > 1
      // 栏次 1 2 3 under a head tells nothing.
      if isNumbered, !headRows.isEmpty, hasFigure(filled) { continue }
      if filled.count == 1, !hasFigure(filled) {
        take(single: first, row)
        isInHead = false
      } else if isHead(filled, afterHead: isInHead) {
        if !isInHead { headRows.removeAll() }
        headRows.append(row)
        isInHead = true
      } else if !headRows.isEmpty {
        if isInHead || heads.isEmpty { beginBlock() }
        isInHead = false
        read(row)
      }
    }
  }

  private func text(_ cell: Int) -> [UInt8] { grid.texts[cell].words }

  private func hasFigure(_ filled: [Int]) -> Bool {
    filled.contains { grid.texts[$0].number != nil }
  }

  /// A row with a single cell: a title, a unit, or what the rows below are of.
  private mutating func take(single cell: Int, _ row: Int) {
    let words = text(cell)
    if headRows.isEmpty || words.holds("单位:") {
      guard words.count <= 150 else { return }
      caption.read(words, units, isInside: true)
      captionText = String(decoding: caption.text, as: UTF8.self)
      names = TableNames(caption: caption.text, isOfBudget: isOfBudget, lexicon: lexicon)
      if sumsUpMore { names.total = [] }
      return
    }
    if heads.isEmpty { beginBlock() }
    guard words.count <= 90, !words.holds("。"), !lexicon.tables.covers(words, [.units, .number]) else { return }
    if grid.cells[cell].column == 0 { outline.begin(section: words) } else { outline.skip() }
  }

  private func isHead(_ filled: [Int], afterHead: Bool) -> Bool {
    let opens = lexicon.tables.covers(text(filled[0]), [.names, .areas, .partners, .number])
    let isOfYears = filled.dropFirst().allSatisfy { grid.texts[$0].number == nil || isYear($0) }
    if opens, isOfYears { return true }
    guard !hasFigure(filled) else { return false }
    return headRows.isEmpty || afterHead && headRows.count < Self.mostHeadRows && coversMost(filled)
  }

  /// The second storey of a head, and no row without figures, has cells over the figures' columns.
  private func coversMost(_ filled: [Int]) -> Bool { filled.count > 2 || grid.columns == 2 && filled.count == 2 }

  private func isYear(_ cell: Int) -> Bool {
    let words = text(cell)
    return words.count == 4 && TableCaption.year(in: words + "年".utf8) != nil
  }

  private mutating func beginBlock() {
    heads = (0..<grid.columns).map { column in
      var path: [[UInt8]] = []
      for row in headRows.prefix(Self.mostHeadRows) {
        guard let cell = grid.cell(row, column), !text(cell).isEmpty else { continue }
        let words = isYear(cell) ? text(cell) + "年".utf8 : text(cell)
        if path.last != words { path.append(words) }
      }
      return TableHeads(path, words: lexicon.tables) { isPlace($0) }
    }
    // The same heads under the same caption: the next page of one table.
    if let before, before.caption == caption.text, !caption.text.isEmpty, before.heads == heads.map(\.path) {
      outline = before.outline
    } else {
      outline = TableOutline()
    }
    before = nil
  }

  private func isPlace(_ words: [UInt8]) -> Bool {
    if places.contains(words) { return true }
    return ["市本级", "省本级", "区本级", "县本级", "本级", "市区"].contains { (word: StaticString) in words.equals(word) }
  }

  /// Reads a row of figures.
  private mutating func read(_ row: Int) {
    var path: [[UInt8]] = []
    var name: TableOutline.Name?
    var unit: [UInt8]?
    var codeLength = 0
    var year: Int?
    var area: [UInt8]?
    var isPartner = false
    var isBehindFigure = false
    for column in 0..<grid.columns {
      guard let cell = grid.cell(row, column) else { continue }
      let words = text(cell)
      let role = heads[column].role
      if role?.has(.number) == true {
        if grid.texts[cell].number != nil, words.count <= 9 { codeLength = words.count }
        if words.count >= 4, heads[column].path.last.map({ $0.starts(with: "年") }) == true {
          year = TableCaption.year(in: words + "年".utf8)
        }
        continue
      }
      guard let value = grid.texts[cell].number, role?.hasAny([.names, .areas, .partners]) != true else {
        if role?.has(.units) == true {
          unit = units.stated(words)
        } else if !words.isEmpty, !grid.texts[cell].isBlank, path.last != words, words.count <= 150 {
          // The names of the right half.
          if isBehindFigure {
            guard role?.hasAny([.names, .areas]) == true else { continue }
            path.removeAll()
            name = nil
            isBehindFigure = false
          }
          guard path.count < 4 else { continue }
          path.append(words)
          isPartner = role?.has(.partners) == true
          if role?.has(.areas) == true, !Self.isTotal(words) {
            // Projects stand among the places, too.
            guard isPlace(words) || Self.endsAsPlace(words) else { return }
            area = words
          }
        }
        continue
      }
      isBehindFigure = true
      guard grid.begins(cell, row, column), !heads[column].path.isEmpty, let last = path.last ?? year.map({ _ in [] })
      else { continue }
      if name == nil {
        let names = names
        var entered = outline.enter(last, codeLength: codeLength) { names.isMeasured($0) }
        if path.count > 1 { entered.owners += path.dropLast() }
        name = entered
      }
      guard let name, name.own.isEmpty ? !heads[column].noun.isEmpty : true else { continue }
      append(value, cell, column, name, path, unit, year, area, isPartner)
    }
  }

  private static func endsAsPlace(_ words: [UInt8]) -> Bool {
    guard words.count <= 36 else { return false }
    return ["省", "市", "区", "县", "州", "旗", "盟", "本级", "镇", "街道"].contains { (word: StaticString) in
      words.ends(with: word)
    }
  }

  /// Sums with what comes from other accounts, of which nobody can tell what they are.
  static func isGrandTotal(_ words: [UInt8]) -> Bool {
    ["总计", "收入总计", "支出总计", "小计"].contains { (word: StaticString) in words.equals(word) }
  }

  static func isTotal(_ words: [UInt8]) -> Bool {
    ["合计", "收入合计", "支出合计", "本年收入合计", "本年支出合计", "全市", "全省", "全县", "全区", "全国", "全州", "全市合计", "全省合计"]
      .contains { (word: StaticString) in words.equals(word) }
  }

  private mutating func append(
    _ value: ExactNumber,
    _ cell: Int,
    _ column: Int,
    _ name: TableOutline.Name,
    _ path: [[UInt8]],
    _ rowUnit: [UInt8]?,
    _ rowYear: Int?,
    _ rowArea: [UInt8]?,
    _ isPartner: Bool
  ) {
    let heads = heads[column]
    let before = self.heads[..<column].last { $0.role?.hasAny([.names, .units, .number]) != true && !$0.isOfRate }
    // A rate is of what the column before it counts.
    let noun = heads.noun.isEmpty && heads.isOfRate ? before?.noun ?? [] : heads.noun
    var year = rowYear ?? heads.column?.year ?? heads.year
    var isOfPlan = heads.column?.isOfPlan == true
    if heads.isOfRate, year == nil {
      year = before?.column?.year
      isOfPlan = isOfPlan || heads.column?.kind == .growth && before?.column?.isOfPlan == true
    }
    let isOfOwnPlace = rowArea == nil && places.contains(name.own)
    let area = rowArea ?? (isOfOwnPlace ? name.own : nil) ?? heads.area ?? caption.area
    let isRowOfPlace = rowArea != nil || name.own.isEmpty || isOfOwnPlace
    let indicator =
      isRowOfPlace
      ? noun.isEmpty ? names.caption : noun
      : names.indicator(name, noun: Self.isTotal(noun) ? [] : noun, isPartner: isPartner)
    guard !indicator.isEmpty else { return }
    // A product behind the parts of another need be none of it.
    let isOwned = !name.isPart || name.isMarked || noun.isEmpty
    let rowPath = Self.joined((isOwned ? name.owners : []).filter { !path.contains($0) } + path)
    let key = ByteKey(rowPath, heads.bytes)
    let occurrence = seen[key, default: 0]
    seen[key] = occurrence + 1
    let unit = self.unit(cell, heads, path, rowUnit)
    // What a budget's figures without a unit are, nobody can tell.
    guard unit != nil || !isOfBudget else { return }
    figures.append(
      TableFigure(
        value: value,
        range: grid.cells[cell].range,
        indicator: indicator,
        unit: unit,
        heads: heads,
        column: meaning(of: heads, unit),
        year: year,
        isOfPlan: isOfPlan,
        area: area,
        cell: Observation.Cell(
          caption: captionText,
          rowPath: String(decoding: rowPath, as: UTF8.self),
          columnPath: heads.text,
          occurrence: occurrence
        ),
        call: isOfBudget ? ByteKey(caption.text, heads.bytes, indicator, area ?? []) : ByteKey(),
        isNumbered: name.isNumbered
      )
    )
  }

  private func unit(_ cell: Int, _ heads: TableHeads, _ path: [[UInt8]], _ rowUnit: [UInt8]?) -> [UInt8]? {
    if heads.isOfIndex || caption.isOfIndex && !heads.isOfRate { return nil }
    let percent = [UInt8(ascii: "%")]
    let headUnit = heads.path.compactMap { units.unit(in: $0) }.last
    if heads.isOfRate { return headUnit ?? percent }
    if grid.texts[cell].isPercent { return percent }
    return rowUnit ?? path.compactMap { units.unit(in: $0) }.last ?? headUnit ?? caption.unit
  }

  /// Where the head says nothing, the caption may: 居民消费价格涨跌幅度 over 市区(%).
  private func meaning(of heads: TableHeads, _ unit: [UInt8]?) -> TableColumn? {
    guard heads.column == nil, unit == [UInt8(ascii: "%")], lexicon.tables.holds(caption.text, [.growth]) else {
      return heads.column
    }
    return TableColumn(kind: .growth)
  }

  static func joined(_ parts: [[UInt8]]) -> [UInt8] {
    guard var result = parts.first else { return [] }
    for part in parts.dropFirst() {
      result.append(UInt8(ascii: "/"))
      result += part
    }
    return result
  }
}
