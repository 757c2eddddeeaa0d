/// Words by which headings are told from prose.
package struct HeadingWords: Sendable {
  /// From heading-words.tsv.
  package static let builtIn = Lexicon.builtIn { () throws(LexiconError) in try HeadingWords(.headingWords) }

  private enum Role: String, CaseIterable { case top, tail, start }

  /// With a year they make a line a heading.
  package private(set) var top: [[UInt8]] = []
  /// Whole lines that stand over notes and sources.
  package private(set) var tail: [[UInt8]] = []
  /// Beginnings of prose.
  package private(set) var start: [[UInt8]] = []

  package init(_ file: EmbeddedFile) throws(LexiconError) {
    let table = try TSVTable(file, columns: ["words", "role", "seen"], key: ["words", "role"])
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
