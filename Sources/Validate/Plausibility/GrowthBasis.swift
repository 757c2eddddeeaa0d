import Lexicon

/// How far stated growth may be from that between two levels, in points, by headline code: `growth-basis.tsv`.
enum GrowthBasis {
  static let builtIn = Lexicon.builtIn { () throws(LexiconError) in try load(.growthBasis) }

  static func load(_ file: EmbeddedFile) throws(LexiconError) -> [String: Double] {
    var tolerances: [String: Double] = [:]
    for row in try TSVTable(file, columns: ["code", "tolerance", "seen"], key: ["code"]).rows {
      tolerances[try row.text("code")] = try row.number("tolerance")
    }
    return tolerances
  }
}
