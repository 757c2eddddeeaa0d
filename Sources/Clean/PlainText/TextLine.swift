internal import Documents

/// One line of a plain text, and where its bytes stand.
struct TextLine {
  /// A run of bytes that stand in one piece in the decoded text.
  struct Piece {
    // Narrow: a text can have hundreds of thousands of lines.
    private let start: Int32
    private var place: Range<Int32>

    init(offset: Int, source: Range<Int>) {
      start = Int32(clamping: offset)
      place = Range(narrowing: source)
    }

    /// Offset in ``TextLine/bytes``.
    var offset: Int { Int(start) }
    /// Offsets in the decoded text.
    var source: Range<Int> {
      get { place.wide }
      set { place = Range(narrowing: newValue) }
    }
  }

  /// Without white space at the ends; tabs are spaces.
  let bytes: [UInt8]
  // Nearly every line is one piece.
  private let firstPiece: Piece?
  private let otherPieces: [Piece]
  let measure: TextMeasure
  /// Whether the source has an empty line before it.
  let isAfterBlank: Bool
  var verdict: FurnitureRules.Verdict = []

  init(bytes: [UInt8], pieces: [Piece], isAfterBlank: Bool) {
    self.bytes = bytes
    firstPiece = pieces.first
    otherPieces = Array(pieces.dropFirst())
    measure = bytes.withUnsafeBufferPointer { TextMeasure($0) }
    self.isAfterBlank = isAfterBlank
  }

  var pieceCount: Int { (firstPiece == nil ? 0 : 1) + otherPieces.count }
  var pieces: [Piece] { firstPiece.map { [$0] + otherPieces } ?? [] }

  /// Ends with a mark that ends a sentence or announces what follows.
  var endsSentence: Bool { Self.ends(bytes, with: Self.terminators) }

  static let terminators: [[UInt8]] = ["。", "！", "？", "：", "；", ".", "!", "?", ":", ";", "…", "”", "』", "」"].map {
    Array($0.utf8)
  }

  /// An amount with its unit: "195613 万元", "7.4亿元". In a row of figures the unit stands over the table.
  private var hasSum: Bool {
    // The line can end in the middle of the unit.
    if let half = Self.halves.first(where: { Self.ends(bytes, with: [$0]) }) {
      let number = bytes.dropLast(half.count).last { $0 != 0x20 }
      if let number, number >= 0x30, number <= 0x39 { return true }
    }
    for index in bytes.indices.dropFirst() {
      guard let unit = Self.amounts.first(where: { bytes[index...].starts(with: $0) }) else { continue }
      let before = bytes[index - 1] == 0x20 && index > 1 ? bytes[index - 2] : bytes[index - 1]
      // "（万元）" behind a number is the head of a column.
      if before >= 0x30, before <= 0x39, !bytes[(index + unit.count)...].starts(with: "）".utf8) { return true }
    }
    return false
  }

  private static let halves = ["万", "亿"].map { Array($0.utf8) }
  private static let amounts = ["万元", "亿元"].map { Array($0.utf8) }

  static func ends(_ bytes: some BidirectionalCollection<UInt8>, with marks: [[UInt8]]) -> Bool {
    marks.contains { bytes.count >= $0.count && bytes.suffix($0.count).elementsEqual($0) }
  }

  /// Columns on a terminal: a Han character has two.
  var width: Int {
    bytes.reduce(0) { $0 + ($1 < 0x80 ? 1 : $1 >= 0xE0 ? 2 : $1 >= 0xC0 ? 1 : 0) }
  }

  /// A row of figures: numbers divided by spaces, few words, no sentence.
  var isTabular: Bool {
    guard measure.stops == 0 || measure.digits * 2 > bytes.count else { return false }
    guard !hasSum else { return false }
    var numbers = 0
    for token in bytes.split(separator: 0x20) where token.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) {
      if token.allSatisfy({ $0 < 0x80 }) { numbers += 1 }
    }
    return numbers >= 2 && measure.units < numbers * 10
  }
}
