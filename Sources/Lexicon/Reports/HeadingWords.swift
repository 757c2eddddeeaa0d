/// Words by which headings are told from prose.
package struct HeadingWords: OverlaidWords {
  /// From heading-words.tsv.
  package static let builtIn = Lexicon.builtIn { () throws(LexiconError) in try HeadingWords(table()) }
  package static let file = EmbeddedFile.headingWords
  package static let key = ["words", "role"]

  private enum Role: String, CaseIterable { case top, tail, start }

  /// With a year they make a line a heading.
  package private(set) var top: [[UInt8]] = []
  /// Whole lines that stand over notes and sources.
  package private(set) var tail: [[UInt8]] = []
  /// Beginnings of prose.
  package private(set) var start: [[UInt8]] = []

  package static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(file, columns: ["words", "role", "seen"], key: key)
  }

  package init(_ table: TSVTable) throws(LexiconError) {
    for row in table.rows {
      let words = try row.bytes("words")
      switch try row.choice("role", Role.self) {
      case .top: top.append(words)
      case .tail: tail.append(words)
      case .start: start.append(words)
      }
    }
  }
}
