/// What the names of a table's rows leave to those above them: 其中, numbers, a row that heads those below.
struct TableOutline {
  /// A row's name as it stands in the hierarchy.
  struct Name {
    /// Without the marks before it.
    var own: [UInt8]
    /// Whether it is a part of the row that ``TableOutline/whole`` names.
    var isPart: Bool
    /// Whether 其中 stands before it, or a number below that of the whole.
    var isMarked = false
    /// The names above it, from the top.
    var owners: [[UInt8]]
    /// Whether a number stands before it.
    var isNumbered = false
    /// Of 行政运行 and the like, whose it is.
    var office: [UInt8] = []
  }

  /// How far a mark stands from the top: 一、 (一) 1. (1) and none.
  private enum Level: Int, Comparable {
    case numeral = 1
    case bracketed, digit, bracketedDigit, plain

    static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
  }

  /// A row of words without figures that heads those below: 公路.
  private(set) var section: [UInt8] = []
  /// The last row whose name measures something: parts leave that to it.
  private(set) var whole: [UInt8] = []
  private var wholeLevel = Level.plain
  private var isAmongParts = false
  /// A row beside the parts that measures what their whole does: the whole of a part right behind it.
  private var sibling: [UInt8] = []
  /// The whole of the parts that are being read, where it is such a row.
  private var inner: [UInt8] = []
  private var office: [UInt8] = []
  /// Of the last row that is none of those; empty where it is not known.
  private var lastName: [UInt8] = []
  /// By the digits of their codes: what 类 and 款 a 项 is of.
  private var titleOfCode: [UInt8] = []

  mutating func begin(section: [UInt8]) {
    self.section = Self.level(of: section).name
    whole = []
    isAmongParts = false
  }

  /// - Parameters:
  ///   - isMeasured: whether a name says what is measured.
  ///   - codeLength: digits of the code beside it; 0 where there is none.
  mutating func enter(_ printed: [UInt8], codeLength: Int, isMeasured: ([UInt8]) -> Bool) -> Name {
    var name = placed(printed, codeLength: codeLength, isMeasured: isMeasured)
    // 行政运行 stands first below the office.
    if name.own.equals("行政运行") {
      office = lastName
    } else if !TableNames.isGeneral(name.own) {
      lastName = name.own
    }
    name.office = office
    return name
  }

  /// A row that could not be read: it may be the office of those behind it.
  mutating func skip() {
    lastName = []
    sibling = []
  }

  private mutating func placed(_ printed: [UInt8], codeLength: Int, isMeasured: ([UInt8]) -> Bool) -> Name {
    let (opening, isFlagged) = Self.flag(printed)
    let (level, own) = Self.level(of: opening)
    var name = Name(own: own, isPart: false, owners: section.isEmpty ? [] : [section], isNumbered: level < .plain)
    if codeLength > 0 {
      if codeLength < 7 { titleOfCode = codeLength < 5 ? [] : own }
      if codeLength >= 7, !titleOfCode.isEmpty { name.owners.append(titleOfCode) }
      return name
    }
    let wasAmongParts = isAmongParts
    let isOwn = isMeasured(own)
    if isFlagged {
      inner = sibling.isEmpty ? inner : sibling
      isAmongParts = true
    } else {
      inner = []
      if level < .plain, level <= wholeLevel || whole.isEmpty || isOwn { isAmongParts = false }
    }
    sibling = []
    // 卫生健康支出 among the parts of 一般公共预算支出, or 工资性收入 below 一、可支配收入
    if !isFlagged, isOwn, !whole.isEmpty,
      wholeLevel < level || wasAmongParts && level == wholeLevel && own.suffix(6).elementsEqual(whole.suffix(6))
    {
      sibling = own
      isAmongParts = wasAmongParts
      name.isPart = true
      name.owners.append(whole)
      return name
    }
    if !isFlagged, isOwn || whole.isEmpty && level < .plain {
      // What follows without a mark is beside it, unless it has a number and those have none.
      if isOwn {
        whole = own
        wholeLevel = level
      }
      if level == .plain || level <= wholeLevel { isAmongParts = isAmongParts && !isOwn }
      return name
    }
    if isFlagged || isAmongParts || wholeLevel < level, !whole.isEmpty {
      name.isPart = true
      name.isMarked = isFlagged || wholeLevel < level
      name.owners.append(inner.isEmpty ? whole : inner)
    }
    return name
  }

  /// Without 其中: and # before it.
  private static func flag(_ printed: [UInt8]) -> (rest: [UInt8], isFlagged: Bool) {
    var rest = printed[...]
    var isFlagged = false
    while let mark = flags.first(where: { rest.starts(with: $0) && rest.count > $0.count }) {
      rest = rest.dropFirst(mark.count)
      isFlagged = true
    }
    while rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
    return (Array(rest), isFlagged)
  }

  private static let flags = ["在总计中:", "总计中:", "其中:", "其中", "其中,", "#", "*"].map { Array($0.utf8) }
    .sorted { $0.count > $1.count }

  private static func level(of name: [UInt8]) -> (level: Level, name: [UInt8]) {
    func rest(_ count: Int) -> [UInt8] { Array(name[count...]) }
    var position = name.first == UInt8(ascii: "(") ? 1 : 0
    let isBracketed = position == 1
    let start = position
    while let numeral = numerals.first(where: { name[position...].starts(with: $0) }) { position += numeral.count }
    if position > start {
      if isBracketed, position < name.count, name[position] == UInt8(ascii: ")"), position + 1 < name.count {
        return (.bracketed, rest(position + 1))
      }
      if !isBracketed, name[position...].starts(with: "、".utf8), position + 3 < name.count {
        return (.numeral, rest(position + 3))
      }
      return (.plain, name)
    }
    while position < name.count, position < start + 2, (0x30...0x39).contains(name[position]) { position += 1 }
    guard position > start, position + 1 < name.count else { return (.plain, name) }
    if isBracketed {
      return name[position] == UInt8(ascii: ")") ? (.bracketedDigit, rest(position + 1)) : (.plain, name)
    }
    if name[position] == UInt8(ascii: "."), !(0x30...0x39).contains(name[position + 1]) {
      return (.digit, rest(position + 1))
    }
    if name[position...].starts(with: "、".utf8), position + 3 < name.count { return (.digit, rest(position + 3)) }
    return (.plain, name)
  }

  private static let numerals = "一二三四五六七八九十".unicodeScalars.map { Array(String($0).utf8) }
}
