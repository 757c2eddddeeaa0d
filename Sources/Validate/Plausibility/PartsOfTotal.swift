package import Lexicon

/// Which figures make up which: a row of `parts.tsv`.
package struct PartsOfTotal: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case sum, bound
  }

  /// A headline code, or an indicator's name.
  enum Part: Hashable, Sendable {
    case code(String)
    case indicator(String)

    init(_ text: String) {
      self = text.hasPrefix("=") ? .indicator(String(text.dropFirst())) : .code(text)
    }
  }

  let total: Part
  let parts: [Part]
  let kind: Kind
  /// Share of the total by which a sum may be off, rounding aside.
  let tolerance: Double

  /// All rows of `parts.tsv`.
  package struct All: OverlaidWords {
    package static let builtIn = Lexicon.builtIn { () throws(LexiconError) in try All(table()) }
    package static let file = EmbeddedFile.parts
    package static let key = ["total", "parts", "kind"]

    let relations: [PartsOfTotal]

    package static func table() throws(LexiconError) -> TSVTable {
      try TSVTable(file, columns: ["total", "parts", "kind", "tolerance", "seen"], key: key)
    }

    package init(_ table: TSVTable) throws(LexiconError) {
      var all: [PartsOfTotal] = []
      for row in table.rows {
        all.append(
          PartsOfTotal(
            total: Part(try row.text("total")),
            parts: try row.list("parts").map(Part.init),
            kind: try row.choice("kind"),
            tolerance: try row.number("tolerance")
          )
        )
      }
      relations = all
    }
  }
}
