/// The words of `section-words.tsv`, which tell of which years a section, a paragraph or a sentence speaks.
package struct SectionWords: Sendable {
  private enum Role: String, CaseIterable {
    case plan, review, announcement
    case severalYears = "several years"
    case oneYear = "one year"
  }

  /// Of a heading.
  package let plan: ScalarTrie
  package let review: ScalarTrie
  /// Of a sentence that turns to what is to come.
  package let announcement: ScalarTrie
  /// Of a sentence that looks back.
  package let severalYears: ScalarTrie
  package let oneYear: ScalarTrie

  package init(_ table: TSVTable) throws(LexiconError) {
    var words: [Role: [(word: [UInt8], value: Int32)]] = [:]
    for row in table.rows {
      words[try row.choice("role", Role.self), default: []].append((try row.bytes("word"), 0))
    }
    func trie(_ role: Role) -> ScalarTrie { ScalarTrie(words[role] ?? []) }
    plan = trie(.plan)
    review = trie(.review)
    announcement = trie(.announcement)
    severalYears = trie(.severalYears)
    oneYear = trie(.oneYear)
  }

  package static let key = ["word", "role"]

  package static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(.sectionWords, columns: ["word", "role", "seen"], key: key)
  }

  package static let builtIn: SectionWords = Lexicon.builtIn { () throws(LexiconError) in try SectionWords(table()) }
}
