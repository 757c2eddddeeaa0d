internal import Lexicon

/// The head of a printed table: which of its words belong to one column, where only one way of dealing them out is right.
struct PrintedHead {
  struct Column {
    /// Places among the head's tokens.
    var tokens: Range<Int>
    /// Of the cell above it, where it has one: 2025年执行数 over 金额 and 占预算.
    var top: Range<Int>?
  }

  let tokens: [PrintedToken]
  /// Of the names, behind the codes where there are any.
  let names: Int
  let hasCodes: Bool
  let units: Int?
  let columns: [Column]

  /// - Parameters:
  ///   - tokens: from the head of the names' column on.
  ///   - count: figures of a row.
  /// - Returns: `nil` where the words can be dealt out to so many columns in no way, or in several.
  init?(_ tokens: [PrintedToken], count: Int, words: TableWords) {
    guard let names = Self.names(in: tokens, words), tokens.count <= 120 else { return nil }
    self.tokens = tokens
    self.names = names
    hasCodes = names > 0
    var first = names + 1
    if first < tokens.count, words.covers(tokens[first].words, [.units]) {
      units = first
      first += 1
    } else {
      units = nil
    }
    let rest = first..<tokens.count
    // Two halves with the same heads: 项目 预算数 项目 预算数
    let again = rest.first { words.covers(tokens[$0].words, [.names]) && tokens[$0].words.count >= 6 }
    if let again {
      guard let left = Self.columns(tokens, first..<again, count, words),
        let right = Self.columns(tokens, (again + 1)..<tokens.count, count, words),
        Self.text(tokens, first..<again) == Self.text(tokens, (again + 1)..<tokens.count), left.count == right.count
      else { return nil }
      columns = left
    } else {
      guard let columns = Self.columns(tokens, rest, count, words) else { return nil }
      self.columns = columns
    }
  }

  /// Of the token that heads the names of rows, where the line begins with it, or with one over their codes.
  static func names(in tokens: [PrintedToken], _ words: TableWords) -> Int? {
    guard let first = tokens.first else { return nil }
    if words.covers(first.words, [.names, .areas]) { return 0 }
    guard tokens.count > 1, words.covers(first.words, [.number]), words.covers(tokens[1].words, [.names]) else {
      return nil
    }
    return 1
  }

  private static func text(_ tokens: [PrintedToken], _ range: Range<Int>) -> [UInt8] {
    tokens[range].flatMap(\.words)
  }

  private static func columns(_ tokens: [PrintedToken], _ range: Range<Int>, _ count: Int, _ words: TableWords)
    -> [Column]?
  {
    guard count > 0, count <= 24, range.count >= count, range.count <= 60 else { return nil }
    // A head of one line with as many words as figures.
    let isOneLine = tokens[range].allSatisfy { $0.line == tokens[0].line }
    if range.count == count, isOneLine, tokens[range].allSatisfy({ !$0.isValue && isWhole($0.words) }) {
      return range.map { Column(tokens: $0..<($0 + 1)) }
    }
    if let plain = ways(tokens, range, count, words) {
      return plain.contains { isComparison(text(tokens, $0), words) } ? nil : plain.map { Column(tokens: $0) }
    }
    if let columns = leavesBehind(tokens, range, count, words) { return columns }
    // One cell more than there are columns: it stands over those behind it.
    guard let cells = ways(tokens, range, count + 1, words) else { return nil }
    let tops = cells.indices.dropLast().filter { opensLeaves(text(tokens, cells[$0 + 1])) }
    guard tops.count == 1, let top = tops.first,
      !cells.indices.contains(where: { $0 != top && isComparison(text(tokens, cells[$0]), words) })
    else { return nil }
    var columns: [Column] = []
    var isBelow = false
    for (index, cell) in cells.enumerated() {
      if index == top {
        isBelow = true
        continue
      }
      if isBelow, words.column(of: text(tokens, cell))?.year != nil { isBelow = false }
      columns.append(Column(tokens: cell, top: isBelow ? cells[top] : nil))
    }
    return columns
  }

  /// 年初预算数, 调整后预算数, 增减额 and 增减% printed in a line below all others: the first two stand below 2024年预算数, the
  /// others below 2024年决算数比2023年决算数.
  private static func leavesBehind(_ tokens: [PrintedToken], _ range: Range<Int>, _ count: Int, _ words: TableWords)
    -> [Column]?
  {
    guard count > 4, let cells = ways(tokens, range, count + 2, words) else { return nil }
    let leaves = Array(cells.suffix(4))
    let texts = leaves.map { text(tokens, $0) }
    guard texts[0].starts(with: "年初".utf8), texts[1].starts(with: "调整".utf8), opensLeaves(texts[2]),
      words.column(of: texts[3])?.kind == .growth
    else { return nil }
    var columns: [Column] = []
    var tops = 0
    for cell in cells.dropLast(4) {
      let text = text(tokens, cell)
      if isComparison(text, words) {
        columns += leaves[2...].map { Column(tokens: $0, top: cell) }
        tops += 1
      } else if text.suffix(12).elementsEqual("年预算数".utf8) {
        columns += leaves[..<2].map { Column(tokens: $0, top: cell) }
        tops += 1
      } else {
        columns.append(Column(tokens: cell))
      }
    }
    return tops == 2 && columns.count == count ? columns : nil
  }

  /// 2025年预算数比2024年执行数, over 增减额.
  private static func isComparison(_ text: [UInt8], _ words: TableWords) -> Bool {
    words.column(of: text) == nil && words.isOneCell(text + "增减额".utf8)
  }

  /// The first of the cells below another.
  private static func opensLeaves(_ words: [UInt8]) -> Bool {
    ["金额", "增减额", "增长额"].contains { words.elementsEqual($0.utf8) }
  }

  /// The one way to deal out the tokens to cells that are whole; `nil` for none and for several.
  private static func ways(_ tokens: [PrintedToken], _ range: Range<Int>, _ count: Int, _ words: TableWords)
    -> [Range<Int>]?
  {
    let size = range.count
    guard size >= count else { return nil }
    // By cells and tokens dealt out: in how many ways, two standing for more, and where the last cell begins.
    var ways = [[Int]](repeating: [Int](repeating: 0, count: size + 1), count: count + 1)
    var starts = [[Int]](repeating: [Int](repeating: 0, count: size + 1), count: count + 1)
    ways[0][0] = 1
    for end in 1...size {
      for start in max(0, end - mostTokens)..<end {
        let cell = (range.lowerBound + start)..<(range.lowerBound + end)
        guard (0..<count).contains(where: { ways[$0][start] > 0 }), isCell(tokens, cell, words) else { continue }
        for cells in 0..<count where ways[cells][start] > 0 {
          ways[cells + 1][end] = min(2, ways[cells + 1][end] + ways[cells][start])
          starts[cells + 1][end] = start
        }
      }
    }
    guard ways[count][size] == 1 else { return nil }
    var result: [Range<Int>] = []
    var end = size
    for cells in stride(from: count, to: 0, by: -1) {
      let start = starts[cells][end]
      result.append((range.lowerBound + start)..<(range.lowerBound + end))
      end = start
    }
    return result.reversed()
  }

  /// How many words a cell can be broken into.
  private static let mostTokens = 7

  private static func isCell(_ tokens: [PrintedToken], _ cell: Range<Int>, _ words: TableWords) -> Bool {
    let text = text(tokens, cell)
    if words.isOneCell(text) { return true }
    if isComparison(text, words), text.suffix(3).elementsEqual("数".utf8) || text.suffix(6).elementsEqual("决算".utf8) {
      return true
    }
    // 招生数 (人)
    guard cell.count <= 2, text.last == UInt8(ascii: ")"), let open = text.firstIndex(of: UInt8(ascii: "(")), open > 0,
      text.count - open <= 20
    else { return false }
    guard !words.holds(Array(text[open...]), [.qualifier, .plan, .amount]) else { return false }
    return text[open...].count { $0 == UInt8(ascii: "(") } == 1
      && (cell.count == 1 || tokens[cell.upperBound - 1].words.first == UInt8(ascii: "("))
  }

  /// Whether brackets are closed, and nothing has to follow.
  private static func isWhole(_ words: [UInt8]) -> Bool {
    let open = words.count { $0 == UInt8(ascii: "(") }
    return open == words.count { $0 == UInt8(ascii: ")") } && words.first != UInt8(ascii: "(")
      && !["为", "比", "占", "与"].contains { words.suffix(3).elementsEqual($0.utf8) }
  }
}
