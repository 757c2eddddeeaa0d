import Documents
package import Lexicon

/// What headline figures can be: `plausible.tsv`.
package struct Plausible: OverlaidWords {
  struct Key: Hashable, Sendable {
    var code: String
    var measure: String
    var level: String
  }

  let ranges: [Key: ClosedRange<Double>]

  package static let builtIn = Lexicon.builtIn { () throws(LexiconError) in try Plausible(table()) }
  package static let file = EmbeddedFile.plausible
  package static let key = ["code", "measure", "level"]

  package static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(file, columns: ["code", "measure", "level", "minimum", "maximum", "seen"], key: key)
  }

  package init(_ table: TSVTable) throws(LexiconError) {
    var ranges: [Key: ClosedRange<Double>] = [:]
    for row in table.rows {
      let (low, high) = (try row.number("minimum"), try row.number("maximum"))
      guard low <= high else { throw row.malformed("maximum", try row.text("maximum"), "at least the minimum") }
      let key = Key(code: try row.text("code"), measure: try row.text("measure"), level: try row.text("level"))
      ranges[key] = low...high
    }
    self.ranges = ranges
  }

  func range(of code: String, _ measure: Observation.Measure, in level: DocumentFacts.Region.Level?) -> ClosedRange<
    Double
  >? {
    if let level, let range = ranges[Key(code: code, measure: measure.name, level: level.name)] { return range }
    return ranges[Key(code: code, measure: measure.name, level: "any")]
  }
}
