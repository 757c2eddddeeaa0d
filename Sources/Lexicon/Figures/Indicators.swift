/// The indicators of `indicators.tsv`, by every name that reports give them.
///
/// A class, because readers pass it on with every look; nothing in it changes.
package final class Indicators: Sendable {
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
    package var headline: Headline?
    /// Breaks in definition, with their years.
    package var note: String?
  }

  /// A headline code, by its place among ``codes``: figures hold it, and are copied often.
  package struct Headline: Hashable, Sendable {
    fileprivate let index: Int32
  }

  package let all: [Indicator]
  private let codes: [String]
  /// By code.
  private let isMoney: [Bool]
  private let isRate: [Bool]
  /// Values are indices into ``all``.
  package let trie: ScalarTrie

  package init(_ table: TSVTable) throws(LexiconError) {
    var all: [Indicator] = []
    var names: [String: TSVRow] = [:]
    var codes: [String] = []
    var isMoney: [Bool] = []
    var isRate: [Bool] = []
    var entries: [(word: [UInt8], value: Int32)] = []
    for row in table.rows {
      let code = try row.optionalText("code")
      let unit = try row.optionalText("unit")
      if let code, !codes.contains(code) {
        codes.append(code)
        isMoney.append(unit?.hasSuffix("元") == true)
        isRate.append(try row.choice("kind", Kind.self) == .rate)
      }
      let indicator = Indicator(
        name: try row.text("name"),
        aliases: try row.list("aliases"),
        unit: unit,
        kind: try row.choice("kind", Kind.self),
        good: try row.choice("good", Direction.self),
        code: code,
        headline: code.flatMap { codes.firstIndex(of: $0) }.map { Headline(index: Int32($0)) },
        note: try row.optionalText("note")
      )
      for name in [indicator.name] + indicator.aliases {
        if let first = names.updateValue(row, forKey: name) { throw row.double(of: first, key: name) }
        entries.append((Array(name.utf8), Int32(all.count)))
      }
      all.append(indicator)
    }
    self.all = all
    self.codes = codes
    self.isMoney = isMoney
    self.isRate = isRate
    trie = ScalarTrie(entries)
  }

  /// As `indicators.tsv` spells it.
  package func code(of headline: Headline) -> String { codes[Int(headline.index)] }

  package func isMoney(_ headline: Headline) -> Bool { isMoney[Int(headline.index)] }

  package func isRate(_ headline: Headline) -> Bool { isRate[Int(headline.index)] }

  /// Of the indicator that has the name.
  package func headline(of name: [UInt8]) -> Headline? {
    trie.value(of: name).flatMap { all[Int($0)].headline }
  }

  package func headline(_ code: String) -> Headline? {
    codes.firstIndex(of: code).map { Headline(index: Int32($0)) }
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
