package import Lexicon

/// How far stated growth may be from that between two levels, in points, by headline code: `growth-basis.tsv`.
package struct GrowthBasis: OverlaidWords {
  package static let builtIn = Lexicon.builtIn { () throws(LexiconError) in try GrowthBasis(table()) }
  package static let file = EmbeddedFile.growthBasis
  package static let key = ["code"]

  let tolerances: [String: Double]

  package static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(file, columns: ["code", "tolerance", "seen"], key: key)
  }

  package init(_ table: TSVTable) throws(LexiconError) {
    var tolerances: [String: Double] = [:]
    for row in table.rows { tolerances[try row.text("code")] = try row.number("tolerance") }
    self.tolerances = tolerances
  }
}
