/// Words by which headings are told from prose. A class, because every reader passes it on; nothing in it changes.
package final class HeadingWords: OverlaidWords {
  /// From heading-words.tsv.
  package static let builtIn: HeadingWords = Lexicon.builtIn { () throws(LexiconError) in try HeadingWords(table()) }
  package static let file = EmbeddedFile.headingWords
  package static let key = ["words", "role"]

  private enum Role: String, CaseIterable { case top, tail, start, span, joining, clause, label, note }

  /// With a year they make a line a heading.
  package let top: ScalarTrie
  /// Whole lines that stand over notes and sources.
  package let tail: [[UInt8]]
  /// Beginnings of prose.
  package let start: ScalarTrie
  /// Beginnings of a line that do for a year.
  package let span: ScalarTrie
  /// What may stand between two words of `top` in one heading.
  package let joining: ScalarTrie
  /// What makes a clause of a word of `top` before it.
  package let clause: ScalarTrie
  /// Beginnings of lines that are no headings.
  package let label: ScalarTrie
  /// Beginnings of a line behind which notes stand.
  package let note: ScalarTrie

  package static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(file, columns: ["words", "role", "seen"], key: key)
  }

  package init(_ table: TSVTable) throws(LexiconError) {
    var words: [Role: [[UInt8]]] = [:]
    for row in table.rows { words[try row.choice("role", Role.self), default: []].append(try row.bytes("words")) }
    func trie(_ role: Role) -> ScalarTrie { ScalarTrie((words[role] ?? []).map { ($0, 0) }) }
    top = trie(.top)
    tail = words[.tail] ?? []
    start = trie(.start)
    span = trie(.span)
    joining = trie(.joining)
    clause = trie(.clause)
    label = trie(.label)
    note = trie(.note)
  }
}
