import GRDB

/// Keeps `sentence_search` in step with `sentence`.
///
/// The index holds no copy of the text, so a row is deleted by giving its words once more.
struct SearchIndex {
  private let insertion: BareStatement
  private let deletion: BareStatement

  init(in database: Database) throws {
    insertion = try BareStatement("INSERT INTO sentence_search (rowid, text) VALUES (?, ?)", in: database)
    deletion = try BareStatement(
      "INSERT INTO sentence_search (sentence_search, rowid, text) VALUES ('delete', ?, ?)",
      in: database
    )
  }

  /// Whether the index has exactly the sentences that are there.
  static func isWhole(in database: Database) throws -> Bool {
    let isOdd = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM sentence_search_docsize WHERE id NOT IN (SELECT id FROM sentence))
          OR EXISTS (SELECT 1 FROM sentence WHERE id NOT IN (SELECT id FROM sentence_search_docsize))
        """
    )
    return isOdd == false
  }

  static func rebuild(in database: Database) throws {
    try database.execute(sql: "INSERT INTO sentence_search (sentence_search) VALUES ('delete-all')")
    let index = try SearchIndex(in: database)
    let sentences = try BareStatement("SELECT id, text FROM sentence ORDER BY id", in: database)
    while try sentences.next() {
      try index.insert(id: sentences.integer(0), text: sentences.text(1))
    }
  }

  func insert(id: Int64, text: UnsafeBufferPointer<UInt8>) throws {
    try run(insertion, id, text)
  }

  func delete(id: Int64, text: UnsafeBufferPointer<UInt8>) throws {
    try run(deletion, id, text)
  }

  private func run(_ statement: BareStatement, _ id: Int64, _ text: UnsafeBufferPointer<UInt8>) throws {
    var words: [UInt8] = []
    words.reserveCapacity(text.count * 2)
    SearchText.append(text, to: &words)
    statement.bind(id, at: 1)
    try words.withUnsafeBufferPointer {
      statement.bind($0, at: 2)
      try statement.run()
    }
  }
}
