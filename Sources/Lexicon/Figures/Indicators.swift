/// The indicators of `indicators.tsv`, by every name that reports give them.
package struct Indicators: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Of a span of time.
    case flow
    /// At a moment.
    case stock
    case rate, index
  }

  package enum Direction: String, Sendable, CaseIterable {
    case up, down, neutral
  }

  package struct Indicator: Sendable {
    package var name: String
    package var aliases: [String]
    package var unit: String?
    package var kind: Kind
    package var good: Direction
    /// Headline code.
    package var code: String?
    /// Breaks in definition, with their years.
    package var note: String?
  }

  package let all: [Indicator]
  /// Values are indices into ``all``.
  package let trie: ScalarTrie

  package init(_ table: TSVTable) throws(LexiconError) {
    var all: [Indicator] = []
    var names: [String: Int] = [:]
    var entries: [(word: [UInt8], value: Int32)] = []
    for row in table.rows {
      let indicator = Indicator(
        name: try row.text("name"),
        aliases: try row.list("aliases"),
        unit: try row.optionalText("unit"),
        kind: try row.choice("kind", Kind.self),
        good: try row.choice("good", Direction.self),
        code: try row.optionalText("code"),
        note: try row.optionalText("note")
      )
      for name in [indicator.name] + indicator.aliases {
        if let first = names.updateValue(row.line, forKey: name) {
          throw LexiconError(file: row.file, line: row.line, problem: .double(key: name, firstLine: first))
        }
        entries.append((Array(name.utf8), Int32(all.count)))
      }
      all.append(indicator)
    }
    self.all = all
    trie = ScalarTrie(entries)
  }

  package static let key = ["name"]

  package static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(
      .indicators,
      columns: ["name", "aliases", "unit", "kind", "good", "code", "note", "seen"],
      key: key,
      optional: ["aliases", "unit", "code", "note"]
    )
  }

  package static let builtIn: Indicators = Lexicon.builtIn { () throws(LexiconError) in try Indicators(table()) }
}
