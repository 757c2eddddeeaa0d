internal import Lexicon

/// What `page-parts.tsv` says: the ids and classes that tell what an element holds.
struct PagePartNames: OverlaidWords {
  private enum Part: String, CaseIterable {
    case body, unlikely, comments, hidden
  }

  /// Whole ids, or whole words of a class, of elements that hold an article's text.
  private(set) var body: [[UInt8]] = []
  /// Whole words of a class, of elements that no reader sees, or that only hold switches beside a heading.
  private(set) var hidden: [[UInt8]] = []
  /// Beginnings of the words of which ids and classes of other parts are made.
  private(set) var unlikely: [[UInt8]] = []
  /// The same, of parts in which readers speak: those can be longer than the article.
  private(set) var comments: [[UInt8]] = []

  static let builtIn: PagePartNames = Lexicon.builtIn { () throws(LexiconError) in try PagePartNames(table()) }
  static let file = EmbeddedFile.pageParts
  static let key = ["part", "name"]

  static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(file, columns: ["part", "name", "seen"], key: key)
  }

  init(_ table: TSVTable) throws(LexiconError) {
    for row in table.rows {
      let name = try row.bytes("name")
      guard name.count >= 3, !name.contains(where: { $0 <= 0x20 || $0 >= 0x41 && $0 <= 0x5A }) else {
        throw row.malformed(
          "name",
          String(decoding: name, as: UTF8.self),
          "three small letters and more, without space"
        )
      }
      switch try row.choice("part", Part.self) {
      case .body: body.append(name)
      case .unlikely: unlikely.append(name)
      case .comments: comments.append(name)
      case .hidden: hidden.append(name)
      }
    }
  }
}
