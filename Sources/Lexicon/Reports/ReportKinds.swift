package import Documents

/// What the words of a title or an opening sentence say of a report's kind.
package struct ReportKinds: OverlaidWords {
  /// From report-types.tsv.
  package static let builtIn = Lexicon.builtIn { () throws(LexiconError) in try ReportKinds(table()) }
  package static let file = EmbeddedFile.reportTypes
  package static let key = ["words", "place"]

  package enum Place: String, Sendable, CaseIterable { case title, opening }

  private struct Rule: Sendable {
    var parts: [[UInt8]]
    var place: Place
    var isAtEnd: Bool
    var type: DocumentFacts.ReportType
  }

  private var rules: [Rule] = []

  package static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(file, columns: ["words", "place", "type", "seen"], key: key)
  }

  package init(_ table: TSVTable) throws(LexiconError) {
    // The first rule that fits decides: the user's own come before the built-in ones.
    for row in table.rows.filter({ $0.file != table.file }) + table.rows.filter({ $0.file == table.file }) {
      let name = try row.text("type")
      guard let type = DocumentFacts.ReportType.allCases.first(where: { $0.name == name }) else {
        throw row.malformed("type", name, "a report type")
      }
      var words = try row.text("words")
      let isAtEnd = words.hasSuffix("$")
      if isAtEnd { words.removeLast() }
      let parts = words.split(separator: "*", omittingEmptySubsequences: false).map { Array($0.utf8) }
      if parts.contains([]) { throw row.malformed("words", words, "parts that are not empty") }
      rules.append(Rule(parts: parts, place: try row.choice("place"), isAtEnd: isAtEnd, type: type))
    }
  }

  /// - Parameter text: one line in normal form.
  /// - Returns: `nil` where no rule fits; `.other` where the words name a report of another kind.
  package func type(of text: some Collection<UInt8>, in place: Place) -> DocumentFacts.ReportType? {
    let line = Array(text)
    return rules.first { $0.place == place && Self.fits($0, line) }?.type
  }

  private static func fits(_ rule: Rule, _ line: [UInt8]) -> Bool {
    var offset = 0
    for part in rule.parts {
      guard let found = find(part, in: line, from: offset) else { return false }
      offset = found
    }
    return !rule.isAtEnd || isTitleEnd(line[offset...])
  }

  /// Whether only brackets follow: "(全文)", "(摘要)".
  private static func isTitleEnd(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.isEmpty || rest.first == UInt8(ascii: "(") || rest.first == UInt8(ascii: "[")
  }

  /// Where `part` ends in `line`.
  private static func find(_ part: [UInt8], in line: [UInt8], from start: Int) -> Int? {
    part.withUnsafeBufferPointer { part in
      line.withUnsafeBufferPointer { $0.first(part, from: start) }.map { $0 + part.count }
    }
  }
}
