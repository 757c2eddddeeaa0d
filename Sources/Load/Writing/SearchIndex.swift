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
