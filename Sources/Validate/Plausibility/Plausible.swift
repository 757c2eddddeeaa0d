import Documents
import Lexicon

/// What headline figures can be: `plausible.tsv`.
struct Plausible: Sendable {
  struct Key: Hashable, Sendable {
    var code: String
    var measure: String
    var level: String
  }

  let ranges: [Key: ClosedRange<Double>]

  static let builtIn = Lexicon.builtIn { () throws(LexiconError) in try Plausible(.plausible) }

  init(_ file: EmbeddedFile) throws(LexiconError) {
    let table = try TSVTable(
      file,
      columns: ["code", "measure", "level", "minimum", "maximum", "seen"],
      key: ["code", "measure", "level"]
    )
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
