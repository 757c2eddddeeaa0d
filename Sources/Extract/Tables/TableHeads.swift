import Lexicon

/// What the heads above one column say of its figures.
struct TableHeads {
  /// From the top, in normal form; equal ones once.
  let path: [[UInt8]]
  /// The same, joined by "/".
  let text: String
  let bytes: [UInt8]
  /// The first year of four digits in them.
  let year: Int?
  /// What the heads say where they say nothing of what is measured.
  let column: TableColumn?
  /// What they measure, where they say so: 产量, 出口额.
  let noun: [UInt8]
  /// The part of the area that they name: 市本级.
  let area: [UInt8]?
  let isOfRate: Bool
  let isOfIndex: Bool
  /// What the column is, where it has no figures.
  let role: TableWords.Roles?

  /// - Parameter isPlace: whether a head names a part of the report's area.
  init(_ path: [[UInt8]], words: TableWords, isPlace: ([UInt8]) -> Bool) {
    self.path = path
    bytes = TableBody.joined(path)
    text = String(decoding: bytes, as: UTF8.self)
    year = TableCaption.year(in: Array(path.joined()))
    role = path.last.flatMap { words.roles(of: $0) }
    var area: [UInt8]?
    var left: [[UInt8]] = []
    for head in path {
      let plain = Self.withoutUnit(head)
      if isPlace(plain) { area = plain } else if !Self.isOfAll(plain) { left.append(head) }
    }
    self.area = area
    var column = words.column(of: left.flatMap { $0 })
    var noun: [UInt8] = []
    if column == nil, let leaf = left.last {
      // 出口额 over 比上年增长
      column = words.column(of: leaf)
      let named = column == nil ? left : left.dropLast()
      for head in named.map({ $0.starts(with: "其中:") ? Array($0[7...]) : $0 }) where words.column(of: head) == nil {
        noun += Self.withoutYear(Self.withoutUnit(head))
      }
      if column == nil { column = Self.tail(of: leaf, words) }
    }
    self.column = column
    switch column?.kind {
    case .growth, .share: isOfRate = true
    default: isOfRate = false
    }
    isOfIndex = column?.kind == .index
    self.noun = column != nil && left.count == 1 ? [] : noun
  }

  /// Of 占固定资产投资的比重, which names its whole, and of 投资增长(%).
  private static func tail(of head: [UInt8], _ words: TableWords) -> TableColumn? {
    let plain = withoutUnit(head)
    if plain.starts(with: "占"), let end = plain.lastEnd(of: "比重"), end == plain.count {
      let whole = plain[3..<(end - 6)]
      return TableColumn(
        kind: .share,
        base: whole.isEmpty ? [] : Array(whole.ends(with: "的") ? whole.dropLast(3) : whole)
      )
    }
    let isRate = head.ends(with: "%)") || head.ends(with: "%")
    return isRate && words.holds(plain, [.growth]) ? TableColumn(kind: .growth) : nil
  }

  /// 全市, 合计: the whole, of which nothing has to be said.
  private static func isOfAll(_ head: [UInt8]) -> Bool {
    ["全国", "全省", "全市", "全县", "全区", "全州", "全旗", "本地区"].contains { (word: StaticString) in head.equals(word) }
  }

  /// Without a bracket at the end, which holds a unit or says more than a name does.
  static func withoutUnit(_ head: [UInt8]) -> [UInt8] {
    guard head.last == UInt8(ascii: ")"), let open = head.lastIndex(of: UInt8(ascii: "(")), open > 0 else {
      return head.last == UInt8(ascii: "%") && head.count > 1 ? head.dropLast() : head
    }
    return Array(head[..<open])
  }

  static func withoutYear(_ head: [UInt8]) -> [UInt8] {
    head.withUnsafeBufferPointer { text in
      TableWords.year(in: text, at: 0).map { Array(text[$0.end...]) } ?? Array(text)
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with word: StaticString) -> Bool { Array(self).ends(with: word) }
}
