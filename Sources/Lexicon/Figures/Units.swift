/// Units, classifiers and multipliers of `units.tsv`.
package struct Units: Sendable {
  package typealias Kind = UnitKind

  package struct Unit: Sendable {
    package var name: String
    package var kind: Kind
    /// Of ten, of a multiplier; else 0.
    package var power: Int
    /// Whether a Chinese numeral before it makes a quantity.
    package var takesChinese: Bool
  }

  /// How many bytes a name has at most: figures hold their units in place.
  private static let longest = 24

  package let all: [Unit]
  /// Values are indices into ``all``; multipliers are not in it.
  package let trie: ScalarTrie

  package init(_ table: TSVTable) throws(LexiconError) {
    var all: [Unit] = []
    for row in table.rows {
      let kind = try row.choice("kind", Kind.self)
      let power = try row.optionalInteger("power")
      if (kind == .multiplier) != (power != nil) {
        throw row.malformed("power", try row.text("power"), "a power for multipliers and only for them")
      }
      let name = try row.text("name")
      if name.utf8.count > Self.longest { throw row.malformed("name", name, "at most \(Self.longest) bytes") }
      all.append(
        Unit(name: name, kind: kind, power: power ?? 0, takesChinese: try row.flag("chinese"))
      )
    }
    self.all = all
    trie = ScalarTrie(
      all.enumerated().filter { $1.kind != .multiplier }.map { (Array($1.name.utf8), Int32($0)) }
    )
  }

  package static let key = ["name"]

  package static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(.units, columns: ["name", "kind", "power", "chinese", "seen"], key: key, optional: ["power"])
  }

  package static let builtIn: Units = Lexicon.builtIn { () throws(LexiconError) in try Units(table()) }
}
