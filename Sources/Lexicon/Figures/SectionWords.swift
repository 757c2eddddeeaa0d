/// The words of `section-words.tsv`, which tell of which years a section, a paragraph or a sentence speaks, and of which
/// part of the area and of a budget.
package struct SectionWords: Sendable {
  /// What a word tells: the first three of a sentence, all others of a heading.
  package enum Role: UInt8, Sendable, CaseIterable {
    case announcement, severalYears, oneYear
    case plan, review, ownYear, ahead, fiveYears, years, span, term, planName, told, beforeVote, spent, nextStep
    case problems, money
    case whole, ownLevel, cityLevel, zone, account, glossary

    /// As the file spells it: "several years".
    static let names = Dictionary(
      uniqueKeysWithValues: allCases.map { role in
        ("\(role)".reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }, role)
      }
    )

    fileprivate var bit: Int32 { 1 << Int32(rawValue) }
  }

  /// What the words of a heading tell.
  package struct Marks: Sendable {
    fileprivate var bits: Int32 = 0

    package func has(_ role: Role) -> Bool { bits & role.bit != 0 }
  }

  /// Of a sentence that turns to what is to come.
  package let announcement: ScalarTrie
  /// Of a sentence that looks back.
  package let severalYears: ScalarTrie
  package let oneYear: ScalarTrie
  /// All words; values are the bits of their roles.
  private let roles: ScalarTrie
  /// By role, in the order of the file.
  private let words: [Role: [[UInt8]]]

  package init(_ table: TSVTable) throws(LexiconError) {
    var words: [Role: [[UInt8]]] = [:]
    var bits: [[UInt8]: Int32] = [:]
    for row in table.rows {
      let name = try row.text("role")
      guard let role = Role.names[name] else {
        throw row.malformed("role", name, "one of " + Role.names.keys.sorted().joined(separator: ", "))
      }
      let word = try row.bytes("word")
      words[role, default: []].append(word)
      bits[word, default: 0] |= role.bit
    }
    func trie(_ role: Role) -> ScalarTrie { ScalarTrie((words[role] ?? []).map { ($0, 0) }) }
    announcement = trie(.announcement)
    severalYears = trie(.severalYears)
    oneYear = trie(.oneYear)
    roles = ScalarTrie(bits.map { ($0.key, $0.value) })
    self.words = words
  }

  /// What the words of a heading tell, wherever they stand in it.
  package func marks(of title: [UInt8]) -> Marks {
    var marks = Marks()
    title.withUnsafeBufferPointer { text in
      var position = 0
      while let start = roles.starts.first(in: text, from: position, to: text.count) {
        roles.forEach(in: text, from: start, to: text.count) { _, bits in marks.bits |= bits }
        position = start + CodePoint.at(start, in: text, end: text.count).length
      }
    }
    return marks
  }

  /// In the order of the file.
  package func words(_ role: Role) -> [[UInt8]] { words[role] ?? [] }

  package static let key = ["word", "role"]

  package static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(.sectionWords, columns: ["word", "role", "seen"], key: key)
  }

  package static let builtIn: SectionWords = Lexicon.builtIn { () throws(LexiconError) in try SectionWords(table()) }
}
