internal import Lexicon

/// What `furniture.tsv` says of the lines around a text.
struct FurnitureRules: OverlaidWords {
  enum Match: String, CaseIterable {
    case word, label, contains
  }

  enum Place: String, CaseIterable {
    case any, tail
  }

  enum Cut: String, CaseIterable {
    case no, yes, firm
  }

  struct Verdict: OptionSet {
    let rawValue: UInt8
    /// Not the document's own, wherever it stands.
    static let furniture = Verdict(rawValue: 1)
    /// Behind the text, what follows is not the document's own either.
    static let cuts = Verdict(rawValue: 2)
    /// The same, even where a long notice follows.
    static let cutsFirmly = Verdict(rawValue: 4)
  }

  private struct Rule {
    var words: [UInt8]
    var limit: Int
    var place: Place
    var cut: Cut

    var verdict: Verdict {
      let own: Verdict = place == .any ? .furniture : []
      return switch cut {
      case .no: own
      case .yes: own.union(.cuts)
      case .firm: own.union([.cuts, .cutsFirmly])
      }
    }
  }

  /// By first byte triple, longest first.
  private var words: [UInt32: [Rule]] = [:]
  private var labels: [UInt32: [Rule]] = [:]
  private var contained: [UInt32: [Rule]] = [:]
  /// Whether a rule can begin with three bytes that fall into this slot: most text is passed without a look-up.
  private var mayContain = [Bool](repeating: false, count: 4096)
  private let longest: Int

  static let builtIn: FurnitureRules = Lexicon.builtIn { () throws(LexiconError) in try FurnitureRules(table()) }
  static let file = EmbeddedFile.furniture
  static let key = ["match", "words", "place"]

  static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(file, columns: ["match", "words", "limit", "place", "cuts", "seen"], key: key)
  }

  init(_ table: TSVTable) throws(LexiconError) {
    var longest = 0
    for row in table.rows {
      let words = try row.bytes("words")
      guard LineKey(words).bytes == words, words.count >= 3 else {
        throw row.malformed("words", String(decoding: words, as: UTF8.self), "three bytes and more in key form")
      }
      let rule = Rule(
        words: words,
        limit: try row.integer("limit"),
        place: try row.choice("place"),
        cut: try row.choice("cuts")
      )
      longest = max(longest, rule.limit)
      let key = Self.triple(words, 0)
      switch try row.choice("match", Match.self) {
      case .word: self.words[key, default: []].append(rule)
      case .label: labels[key, default: []].append(rule)
      case .contains:
        contained[key, default: []].append(rule)
        mayContain[Self.slot(words, 0)] = true
      }
    }
    for key in words.keys { words[key]?.sort { $0.words.count > $1.words.count } }
    self.longest = longest
  }

  private static func slot(_ bytes: [UInt8], _ index: Int) -> Int {
    (Int(bytes[index]) &* 31 &+ Int(bytes[index + 1]) &* 67 &+ Int(bytes[index + 2]) &* 211) & 4095
  }

  private static func triple(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
  }

  /// - Parameter units: of the line.
  func verdict(_ line: some Collection<UInt8>, units: Int) -> Verdict {
    guard units <= longest else { return [] }
    return verdict(key: LineKey(line).bytes, units: units)
  }

  func verdict(key: [UInt8], units: Int) -> Verdict {
    guard !key.isEmpty, units <= longest else { return [] }
    if key.count < 3 { return isWordsOnly(key) ? .furniture : [] }
    var verdict: Verdict = []
    for rule in labels[Self.triple(key, 0)] ?? [] where units <= rule.limit && Self.isLabel(rule, of: key) {
      verdict.formUnion(rule.verdict)
    }
    if isWordsOnly(key) { verdict.insert(.furniture) }
    if verdict.contains(.furniture) { return verdict }
    var index = 0
    while index + 3 <= key.count {
      guard mayContain[Self.slot(key, index)] else {
        index += 1
        continue
      }
      for rule in contained[Self.triple(key, index)] ?? []
      where units <= rule.limit && key[index...].starts(with: rule.words) {
        verdict.formUnion(rule.verdict)
      }
      index += 1
    }
    return verdict
  }

  /// U+4E28, which portals set for a bar.
  private static let bar = Array("丨".utf8)

  /// Behind the label: a colon, a bar, a date, an end; behind one that ends a text also a count ("评论13").
  private static func isLabel(_ rule: Rule, of key: [UInt8]) -> Bool {
    let words = rule.words
    guard key.starts(with: words) else { return false }
    guard key.count > words.count else { return true }
    let next = key[words.count]
    guard next != UInt8(ascii: ":"), next != UInt8(ascii: "|"), !key[words.count...].starts(with: bar) else {
      return true
    }
    let isDigit: (UInt8) -> Bool = { $0 >= 0x30 && $0 <= 0x39 }
    let isCount = rule.place == .tail && key.count - words.count <= 5 && key[words.count...].allSatisfy(isDigit)
    return isDigit(next) && (words.count >= 9 || isCount)
  }

  /// Whether the line is nothing but such words, marks between them, and counts.
  private func isWordsOnly(_ key: [UInt8]) -> Bool {
    var index = 0
    var hasDigits = false
    var words = (count: 0, bytes: 0, longest: 0)
    while index < key.count {
      let byte = key[index]
      if byte >= 0x30, byte <= 0x39 {
        index += 1
        hasDigits = true
        continue
      }
      if byte < 0x30 || byte > 0x39 && byte < 0x61 || byte > 0x7A && byte < 0x80 {
        index += 1
        continue
      }
      if index + 2 < key.count,
        let rule = self.words[Self.triple(key, index)]?.first(where: { key[index...].starts(with: $0.words) })
      {
        index += rule.words.count
        let length = rule.words.count
        words = (words.count + 1, words.bytes + length, max(words.longest, length))
        continue
      }
      // Arrows, dots and bars between the words.
      if byte == 0xC2 || byte == 0xC3 {
        index += 2
        continue
      }
      if byte == 0xE2 || byte == 0xE3 && index + 1 < key.count && key[index + 1] == 0x80 {
        index += 3
        continue
      }
      return false
    }
    guard hasDigits else { return words.count > 0 }
    // "1 2 3 下一页", "点赞 12 收藏 3": one short word beside figures can be a table's.
    return words.longest >= 9 || words.count >= 2 && words.bytes >= 12
  }
}
