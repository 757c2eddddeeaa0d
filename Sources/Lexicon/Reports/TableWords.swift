/// The words of `table-words.tsv`: what the heads of tables' rows and columns say. A class, because readers pass it on;
/// nothing in it changes.
package final class TableWords: OverlaidWords {
  package static let builtIn: TableWords = Lexicon.builtIn { () throws(LexiconError) in try TableWords(table()) }
  package static let file = EmbeddedFile.tableWords
  package static let key = ["word", "role"]

  /// As the file explains them.
  package enum Role: Int32, Sendable, CaseIterable {
    case names, areas, partners, units, number
    case amount, plan, estimate, qualifier
    case growth, change, share, index
    case ending

    fileprivate var bit: Int32 { 1 << rawValue }

    static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
  }

  /// The roles of a word.
  package struct Roles: Sendable {
    fileprivate let bits: Int32

    package func has(_ role: Role) -> Bool { bits & role.bit != 0 }

    package func hasAny(_ roles: [Role]) -> Bool { roles.contains { has($0) } }
  }

  /// Values are the bits of the word's roles.
  private let words: ScalarTrie
  private let backwards: ScalarTrie

  package static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(file, columns: ["word", "role", "seen"], key: key)
  }

  package init(_ table: TSVTable) throws(LexiconError) {
    var bits: [[UInt8]: Int32] = [:]
    for row in table.rows {
      let name = try row.text("role")
      guard let role = Role.byName[name] else {
        throw row.malformed("role", name, "one of " + Role.byName.keys.sorted().joined(separator: ", "))
      }
      bits[try row.bytes("word"), default: 0] |= role.bit
    }
    let entries = bits.map { (word: $0.key, value: $0.value) }
    words = ScalarTrie(entries)
    backwards = ScalarTrie(entries, backwards: true)
  }

  /// What the whole of a head is, where it is a word.
  package func roles(of head: [UInt8]) -> Roles? {
    words.value(of: head).map { Roles(bits: $0) }
  }

  package func covers(_ head: [UInt8], _ roles: [Role]) -> Bool {
    self.roles(of: head)?.hasAny(roles) == true
  }

  /// The longest word that begins at a position, but those that only end captions.
  func word(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> (end: Int, roles: Roles)? {
    words.longest(in: text, from: position, to: text.count) { $0 & ~Role.ending.bit != 0 }
      .map { ($0.end, Roles(bits: $0.value)) }
  }

  /// Whether a word with one of the roles stands anywhere in a head.
  package func holds(_ head: [UInt8], _ roles: [Role]) -> Bool {
    head.withUnsafeBufferPointer { text in
      var position = 0
      while position < text.count {
        if let found = word(in: text, at: position), found.roles.hasAny(roles) { return true }
        position += CodePoint.at(position, in: text, end: text.count).length
      }
      return false
    }
  }

  /// A cheap look whether a line can begin with a word: by its first character.
  package func mayBegin(_ line: [UInt8]) -> Bool {
    line.withUnsafeBufferPointer { !$0.isEmpty && words.canStart(CodePoint.at(0, in: $0, end: $0.count).scalar) }
  }

  /// Where the longest ending of a caption begins.
  package func ending(of caption: [UInt8]) -> Int? {
    caption.withUnsafeBufferPointer { text in
      backwards.longest(in: text, endingAt: text.count, from: 0) { $0 & Role.ending.bit != 0 }?.start
    }
  }
}
