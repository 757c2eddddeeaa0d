internal import Lexicon

/// What `page-labels.tsv` says: the labels that pages print before a value.
struct PageLabels: OverlaidWords {
  enum Field: String, CaseIterable, Sendable {
    case published, source, author, index, column, title, breadcrumb, previous, next, other
  }

  struct Label: Sendable {
    var bytes: [UInt8]
    var field: Field
    /// 1 counts more than 2.
    var rank: Int
  }

  /// By first three bytes, longest first.
  private var labels: [UInt32: [Label]] = [:]

  static let builtIn: PageLabels = Lexicon.builtIn { () throws(LexiconError) in try PageLabels(table()) }
  static let file = EmbeddedFile.pageLabels
  static let key = ["label"]

  static func table() throws(LexiconError) -> TSVTable {
    try TSVTable(file, columns: ["label", "field", "rank", "seen"], key: key)
  }

  init(_ table: TSVTable) throws(LexiconError) {
    for row in table.rows {
      let bytes = try row.bytes("label")
      guard bytes.count >= 3, LineKey(bytes).bytes == bytes else {
        throw row.malformed("label", String(decoding: bytes, as: UTF8.self), "a label in key form")
      }
      let label = Label(bytes: bytes, field: try row.choice("field"), rank: try row.integer("rank"))
      labels[Self.triple(bytes, 0), default: []].append(label)
    }
    for key in labels.keys { labels[key]?.sort { $0.bytes.count > $1.bytes.count } }
  }

  /// The longest label that begins at `index`.
  func label(in key: [UInt8], at index: Int) -> Label? {
    guard index + 3 <= key.count else { return nil }
    return labels[Self.triple(key, index)]?.first { key[index...].starts(with: $0.bytes) }
  }

  /// Where a day or a label with its value begins that ends the line; the line's end where there is none.
  func byline(in raw: [UInt8]) -> Int {
    let key = LineKey(tracking: raw)
    var index = 0
    while index < key.bytes.count {
      if index > 0, key.isStart(index, of: raw), let label = label(in: key.bytes, at: index),
        label.field == .published || label.field == .source,
        key.bytes.dropFirst(index + label.bytes.count).first == UInt8(ascii: ":")
      {
        let end = key.offsets[index]
        guard let day = DateReader.position(in: Array(raw[..<end])), day > 0, raw[day - 1] <= 0x20 else { return end }
        return day
      }
      index += LineBuilder.length(key.bytes[index])
    }
    return raw.count
  }

  private static func triple(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
  }
}
