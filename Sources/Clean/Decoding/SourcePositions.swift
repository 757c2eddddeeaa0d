internal import CICU

/// The way from an offset in decoded text back to the document's bytes.
///
/// Clean UTF-8 costs nothing. UTF-8 with bad bytes keeps a run for each of them. For other charsets there is a mark every
/// few hundred bytes, and the stretch behind a mark is decoded once more when a position in it is asked for.
struct SourcePositions: Sendable {
  struct Mark: Sendable {
    var text: Int
    var source: Int
  }

  /// Bytes of text between two marks.
  static let stride = 256

  /// What was decoded, for stretches that are decoded again; `nil` where bytes stand for themselves behind a mark.
  private let charset: String?
  private let marks: [Mark]
  private let sourceCount: Int

  /// Text whose bytes stand in the source as they are, behind `start` bytes of byte order mark.
  init(identityFrom start: Int, sourceCount: Int) {
    charset = nil
    marks = [Mark(text: 0, source: start)]
    self.sourceCount = sourceCount
  }

  /// Text that consists of runs, each a copy of the source's bytes.
  init(runs: [Mark], sourceCount: Int) {
    charset = nil
    marks = runs
    self.sourceCount = sourceCount
  }

  /// Text that was decoded by ICU.
  init(marks: [Mark], charset: String, sourceCount: Int) {
    self.charset = charset
    self.marks = marks
    self.sourceCount = sourceCount
  }

  /// The source offset of the character that begins at `offset` in the text.
  ///
  /// - Parameter source: the document's bytes, the same as were decoded.
  /// - Complexity: O(log n), and one stretch decoded where the charset is not UTF-8.
  func source(of offset: Int, in source: [UInt8]) -> Int {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].text <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return marks.first?.source ?? 0 }
    let mark = marks[low - 1]
    let next = low < marks.count ? marks[low].source : sourceCount
    guard let charset else { return min(mark.source + (offset - mark.text), next) }
    guard offset > mark.text, mark.source < next, next <= source.count else { return mark.source }
    var piece = gongbao_icu_text()
    let decoded = source[mark.source..<next].withUnsafeBufferPointer {
      gongbao_icu_decode(charset, $0.baseAddress, $0.count, 1, &piece)
    }
    guard decoded else { return mark.source }
    defer { gongbao_icu_free(&piece) }
    var found = 0
    for index in 0..<piece.mark_count {
      guard piece.marks[2 * index] <= offset - mark.text else { break }
      found = piece.marks[2 * index + 1]
    }
    return offset - mark.text >= piece.text_count ? next : mark.source + found
  }
}
