/// What the head of a column says of the figures below it.
package struct TableColumn: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case amount, plan, estimate
    /// A rate.
    case growth
    case change
    /// Of a whole that the head may name.
    case share
    case index
  }

  package var kind: Kind
  /// The first that it names: 2025年预算数比2024年执行数增长.
  package var year: Int?
  /// What a share is of, in the head's words: 预算数 of 执行数为预算数的%.
  package var base: [UInt8] = []
  /// Whether the column is of the year before the report's own.
  package var isOfYearBefore = false
  /// Whether it is, or tells of, what is planned: 2026年预算数为上年执行数的%.
  package var isOfPlan = false

  package init(kind: Kind, year: Int? = nil, base: [UInt8] = [], isOfYearBefore: Bool = false, isOfPlan: Bool = false) {
    self.kind = kind
    self.year = year
    self.base = base
    self.isOfYearBefore = isOfYearBefore
    self.isOfPlan = isOfPlan
  }
}

extension TableWords {
  private enum Piece {
    case year(Int)
    case word(Roles)
    case isOf, ofShare, against, of, percent
  }

  private typealias Stretch = (piece: Piece, range: Range<Int>)

  /// Reads a head that says nothing of what is measured: how much, of which year, set against what.
  ///
  /// - Parameter head: in normal form, without white space; a unit in brackets may end it.
  /// - Returns: `nil` where a part of it is anything else, or where it is only a part of a head (执行数为).
  package func column(of head: [UInt8]) -> TableColumn? {
    guard head.count <= 150 else { return nil }
    return head.withUnsafeBufferPointer { text in
      var stretches: [Stretch] = []
      var position = 0
      while position < text.count {
        guard let (piece, end) = piece(in: text, at: position) else { return nil }
        if let piece { stretches.append((piece, position..<end)) }
        position = end
      }
      return column(of: stretches, in: text)
    }
  }

  private func piece(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> (Piece?, Int)? {
    if let (year, end) = Self.year(in: text, at: position) { return (.year(year), end) }
    if let (end, roles) = word(in: text, at: position), roles.hasAny(Self.figures) || roles.has(.qualifier) {
      return (.word(roles), end)
    }
    for (mark, piece) in Self.marks where text.has(mark, at: position, to: text.count) {
      return (piece, position + mark.utf8CodeUnitCount)
    }
    switch text[position] {
    case UInt8(ascii: "("):
      // (万元) at the end, (%); (调整)预算数 goes on.
      guard let close = UnsafeBufferPointer(rebasing: text[position...]).first(UInt8(ascii: ")")) else { return nil }
      let end = position + close
      if end + 1 == text.count, position > 0 { return (text[end - 1] == UInt8(ascii: "%") ? .percent : nil, end + 1) }
      return (nil, position + 1)
    case UInt8(ascii: ")"): return (nil, position + 1)
    case UInt8(ascii: "%"): return (.percent, position + 1)
    default: return nil
    }
  }

  private static let figures: [Role] = [.amount, .plan, .estimate, .growth, .change, .share, .index]

  private static let marks: [(StaticString, Piece)] = [
    ("占", .ofShare), ("完成", .ofShare), ("为", .isOf), ("对比", .against), ("同比", .against), ("比", .against),
    ("较", .against), ("与", .against),
    ("的", .of),
  ]

  /// Whether a head that says how much is that of one cell, and not of two that stand over or beside one another.
  package func isOneCell(_ head: [UInt8]) -> Bool {
    guard column(of: head) != nil else { return false }
    return head.withUnsafeBufferPointer { text in
      var years = 0
      var amounts = 0
      var isClosed = false
      var isCompared = false
      var position = 0
      while position < text.count, let (piece, end) = piece(in: text, at: position) {
        position = end
        switch piece {
        case nil: break
        case .percent, .of: if case .percent = piece { isClosed = true }
        case .isOf, .ofShare, .against:
          // 占预算比上年增长, 执行数完成预算%: two heads.
          if isClosed || isCompared { return false }
          if case .ofShare = piece, years + amounts > 0 { return false }
          isCompared = true
          years = 0
          amounts = 0
        case .year:
          years += 1
          if isClosed || years > 1 || amounts > 0 { return false }
        case .word(let roles):
          if isClosed || amounts > 0 && roles.has(.qualifier) { return false }
          if roles.hasAny([.growth, .change, .share, .index]) {
            // 预算数增减额 is two, 比预算数增减额 one.
            if amounts > 0, !isCompared { return false }
            isClosed = true
          } else if !roles.has(.qualifier) {
            amounts += 1
            if amounts > 1 { return false }
          }
        }
      }
      return true
    }
  }

  private func column(of stretches: [Stretch], in text: UnsafeBufferPointer<UInt8>) -> TableColumn? {
    var year: Int?
    var kinds: [TableColumn.Kind] = []
    var share: Int?
    var isCompared = false
    var isOfYearBefore = false
    var isOfPlan = false
    for (index, (piece, range)) in stretches.enumerated() {
      switch piece {
      case .year(let found): year = year ?? found
      case .isOf, .ofShare: share = share ?? index
      case .against: isCompared = true
      case .of, .percent: break
      case .word(let roles):
        if let kind = Self.kind(of: roles) {
          isOfPlan = isOfPlan || kinds.isEmpty && kind == .plan && share == nil && !isCompared
          kinds.append(kind)
        }
        if index == 0 { isOfYearBefore = Self.tellsYearBefore(text, range) }
      }
    }
    guard let last = stretches.last?.piece else { return nil }
    if let rate = kinds.first(where: { $0 == .growth || $0 == .change }) {
      return TableColumn(kind: rate, year: year, isOfPlan: isOfPlan)
    }
    if let share, var column = self.share(at: share, of: stretches, year, in: text) {
      column.isOfPlan = isOfPlan
      return column
    }
    guard share == nil else { return nil }
    guard !isCompared, let kind = kinds.last else { return nil }
    switch last {
    case .word(let roles) where Self.kind(of: roles) != nil: break
    case .percent where kind == .share: break
    default: return nil
    }
    return TableColumn(kind: kind, year: year, isOfYearBefore: isOfYearBefore, isOfPlan: isOfPlan)
  }

  /// 执行数为预算数的%, 占预算, 完成调整预算%.
  private func share(
    at index: Int,
    of stretches: [Stretch],
    _ year: Int?,
    in text: UnsafeBufferPointer<UInt8>
  ) -> TableColumn? {
    var rest = stretches[(index + 1)...]
    var isClosed = false
    while let last = rest.last?.piece {
      switch last {
      case .of, .percent: isClosed = true
      case .word(let roles) where roles.has(.share): isClosed = true
      default:
        guard case .word(let roles) = last, roles.hasAny([.amount, .plan, .estimate]), let end = rest.last?.range else {
          return nil
        }
        // 为预算数的% is the rest of a head, and 执行数为预算数 the beginning of one.
        if case .isOf = stretches[index].piece, index == 0 || !isClosed { return nil }
        let start = stretches[index].range.upperBound
        return TableColumn(
          kind: .share,
          year: year,
          base: text[start..<end.upperBound].filter { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }
        )
      }
      rest = rest.dropLast()
    }
    return nil
  }

  private static func kind(of roles: Roles) -> TableColumn.Kind? {
    if roles.has(.change) { return .change }
    if roles.has(.growth) { return .growth }
    if roles.has(.share) { return .share }
    if roles.has(.index) { return .index }
    if roles.has(.estimate) { return .estimate }
    if roles.has(.plan) { return .plan }
    return roles.has(.amount) ? .amount : nil
  }

  private static func tellsYearBefore(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    text.has("上年", at: range.lowerBound, to: range.upperBound)
      || text.has("去年", at: range.lowerBound, to: range.upperBound)
  }

  /// 2025年, 2025年末, 2025年度.
  package static func year(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> (year: Int, end: Int)? {
    guard position + 7 <= text.count, text[position] == 0x31 || text[position] == 0x32 else { return nil }
    var year = 0
    for offset in 0..<4 {
      let byte = text[position + offset]
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      year = year * 10 + Int(byte - 0x30)
    }
    guard (1900...2100).contains(year), text.has("年", at: position + 4, to: text.count) else { return nil }
    var end = position + 7
    for word in ["末", "底", "度"] as [StaticString] where text.has(word, at: end, to: text.count) {
      end += word.utf8CodeUnitCount
      break
    }
    return (year, end)
  }
}
