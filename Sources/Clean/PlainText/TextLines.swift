/// Cuts a plain text into lines: at line ends of any kind, at line ends that stand in the text as letters (`\r\n`), and
/// resolves the entities that text saved from pages keeps (`&nbsp;`).
enum TextLines {
  /// - Parameter limit: on the lines, and on the pieces that they consist of.
  /// - Returns: `nil` where there are more.
  static func lines(of text: [UInt8], limit: Int) -> [TextLine]? {
    let hasEscapes = countEscapes(text) >= 2
    var lines: [TextLine] = []
    // Growing would copy a large text's.
    lines.reserveCapacity(min(limit, text.count { $0 == 0x0A }) + 1)
    var isAfterBlank = false
    var builder = Builder()
    var index = 0
    var pieces = 0
    func finish() {
      if let line = builder.finish(isAfterBlank: isAfterBlank) {
        lines.append(line)
        pieces += line.pieceCount
        isAfterBlank = false
      } else if !builder.isMarked {
        isAfterBlank = true
      }
      builder = Builder()
    }
    while index < text.count {
      guard pieces <= limit else { return nil }
      let byte = text[index]
      switch byte {
      case 0x0A, 0x0C, 0x0B:
        finish()
        index += 1
      case 0x0D:
        finish()
        index += index + 1 < text.count && text[index + 1] == 0x0A ? 2 : 1
      case UInt8(ascii: "\\") where hasEscapes:
        if let length = escape(text, at: index) {
          finish()
          index += length
        } else {
          builder.append(text, index..<index + 1)
          index += 1
        }
      case UInt8(ascii: "&"):
        if let (length, replacement) = entity(text, at: index) {
          builder.append(replacement: replacement, for: index..<index + length)
          index += length
        } else {
          builder.append(text, index..<index + 1)
          index += 1
        }
      case UInt8(ascii: "?"):
        let length = LostSpace.length(in: text, at: index)
        if length > 0 {
          builder.append(replacement: [0x20], for: index..<index + length)
        } else {
          builder.append(text, index..<index + 1)
        }
        index += max(1, length)
      case 0..<0x20:
        builder.append(replacement: byte == 0x09 ? [0x20] : [], for: index..<index + 1)
        index += 1
      default:
        var length = min(LineBuilder.length(byte), text.count - index)
        if length == 3, LineBuilder.isZeroWidth(byte, text[index + 1], text[index + 2]) {
          builder.append(replacement: [], for: index..<index + 3)
          builder.isMarked = true
        } else {
          // As far as nothing else of this switch can stand.
          while index + length < text.count {
            let next = text[index + length]
            guard next >= 0x20, next != 0xE2, next != 0xEF, next != 0x26, next != 0x5C, next != 0x3F else { break }
            length += 1
          }
          builder.append(text, index..<index + length)
        }
        index += length
      }
    }
    if let line = builder.finish(isAfterBlank: isAfterBlank) { lines.append(line) }
    return lines
  }

  private static func countEscapes(_ text: [UInt8]) -> Int {
    var count = 0
    for index in text.indices where text[index] == UInt8(ascii: "\\") {
      if escape(text, at: index) != nil { count += 1 }
      if count > 2 { break }
    }
    return count
  }

  /// The length of `\r\n`, `\n` or `\r` written as letters.
  private static func escape(_ text: [UInt8], at index: Int) -> Int? {
    func has(_ letters: StaticString) -> Bool {
      guard index + letters.utf8CodeUnitCount <= text.count else { return false }
      for offset in 0..<letters.utf8CodeUnitCount where text[index + offset] != letters.utf8Start[offset] {
        return false
      }
      return true
    }
    if has("\\r\\n") { return 4 }
    return has("\\n") || has("\\r") ? 2 : nil
  }

  private static let entities: [(name: [UInt8], text: [UInt8])] = [
    ("&nbsp;", " "), ("&ensp;", " "), ("&emsp;", " "), ("&#160;", " "), ("&ldquo;", "“"), ("&rdquo;", "”"),
    ("&lsquo;", "‘"),
    ("&rsquo;", "’"), ("&mdash;", "—"), ("&middot;", "·"), ("&hellip;", "…"), ("&amp;", "&"), ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""), ("&permil;", "‰"), ("&times;", "×"), ("&deg;", "°"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static func entity(_ text: [UInt8], at index: Int) -> (Int, [UInt8])? {
    for entity in entities where text[index...].starts(with: entity.name) { return (entity.name.count, entity.text) }
    return nil
  }

  /// Fills one line.
  private struct Builder {
    private var bytes: [UInt8] = []
    private var pieces: [TextLine.Piece] = []
    /// Whether a character without width stands in it: alone in a line it takes the place of a mark that was left out
    /// when the text was saved, and the sentence goes on.
    var isMarked = false

    mutating func append(_ text: [UInt8], _ range: Range<Int>) {
      if let last = pieces.indices.last, pieces[last].source.upperBound == range.lowerBound,
        pieces[last].source.count == bytes.count - pieces[last].offset
      {
        pieces[last].source = pieces[last].source.lowerBound..<range.upperBound
      } else {
        pieces.append(TextLine.Piece(offset: bytes.count, source: range))
      }
      bytes.append(contentsOf: text[range])
    }

    mutating func append(replacement: [UInt8], for range: Range<Int>) {
      // A byte for a byte keeps the piece whole.
      if replacement.count == range.count {
        append(replacement, of: range)
        return
      }
      guard !replacement.isEmpty else { return }
      pieces.append(TextLine.Piece(offset: bytes.count, source: range))
      bytes.append(contentsOf: replacement)
    }

    private mutating func append(_ replacement: [UInt8], of range: Range<Int>) {
      if let last = pieces.indices.last, pieces[last].source.upperBound == range.lowerBound,
        pieces[last].source.count == bytes.count - pieces[last].offset
      {
        pieces[last].source = pieces[last].source.lowerBound..<range.upperBound
      } else {
        pieces.append(TextLine.Piece(offset: bytes.count, source: range))
      }
      bytes.append(contentsOf: replacement)
    }

    /// `nil` for a blank line.
    func finish(isAfterBlank: Bool) -> TextLine? {
      var start = 0
      while start < bytes.count {
        let length = min(LineBuilder.length(bytes[start]), bytes.count - start)
        guard bytes[start] <= 0x20 || LineBuilder.isWideSpace(bytes, start, length) else { break }
        start += length
      }
      var end = bytes.count
      while end > start {
        if bytes[end - 1] <= 0x20 {
          end -= 1
        } else if end - start >= 2, LineBuilder.isWideSpace(bytes, end - 2, 2) {
          end -= 2
        } else if end - start >= 3, LineBuilder.isWideSpace(bytes, end - 3, 3) {
          end -= 3
        } else {
          break
        }
      }
      guard start < end else { return nil }
      var kept: [TextLine.Piece] = []
      for (index, piece) in pieces.enumerated() {
        let pieceEnd = index + 1 < pieces.count ? pieces[index + 1].offset : bytes.count
        let from = max(piece.offset, start)
        let to = min(pieceEnd, end)
        guard from < to else { continue }
        let isCopy = piece.source.count == pieceEnd - piece.offset
        let source =
          isCopy
          ? piece.source.lowerBound + (from - piece.offset)..<piece.source.upperBound - (pieceEnd - to) : piece.source
        kept.append(TextLine.Piece(offset: from - start, source: source))
      }
      return TextLine(bytes: Array(bytes[start..<end]), pieces: kept, isAfterBlank: isAfterBlank)
    }
  }
}
