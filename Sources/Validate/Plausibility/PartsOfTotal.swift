import Lexicon

/// Which figures make up which: a row of `parts.tsv`.
struct PartsOfTotal: Sendable {
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

  static let builtIn = Lexicon.builtIn { () throws(LexiconError) in try PartsOfTotal.load(.parts) }

  static func load(_ file: EmbeddedFile) throws(LexiconError) -> [PartsOfTotal] {
    let table = try TSVTable(
      file,
      columns: ["total", "parts", "kind", "tolerance", "seen"],
      key: ["total", "parts", "kind"]
    )
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
    return all
  }
}
