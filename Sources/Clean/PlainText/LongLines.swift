/// Texts that were saved without line ends: paragraphs begin where a sentence ends and a heading's number or the
/// salutation follows.
enum LongLines {
  /// Units of a line that no paragraph has.
  private static let limit = 2_000
  private static let stops = ["。", "！", "？"].map { Array($0.utf8) }
  private static let salutations = ["各位代表", "各位委员"].map { Array($0.utf8) }

  static func cut(_ lines: [TextLine]) -> [TextLine] {
    guard lines.contains(where: { $0.measure.units > limit }) else { return lines }
    return lines.flatMap { $0.measure.units > limit ? $0.cut(at: starts(in: $0.bytes)) : [$0] }
  }

  /// Where paragraphs begin, ascending, without the first.
  private static func starts(in text: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var index = 0
    while index + 3 < text.count {
      defer { index += 1 }
      guard text[index] == 0xE3 || text[index] == 0xEF, stops.contains(where: { text[index...].starts(with: $0) })
      else { continue }
      let next = index + 3
      let head = Array(text[next..<min(text.count, next + 24)])
      if HeadingMarks.begins(head) || salutations.contains(where: { head.starts(with: $0) }) { starts.append(next) }
    }
    return starts
  }
}

extension TextLine {
  /// The line in pieces, each with its own place in the source.
  func cut(at starts: [Int]) -> [TextLine] {
    let bounds = [0] + starts + [bytes.count]
    return zip(bounds, bounds.dropFirst()).enumerated().map { position, bound in
      let range = bound.0..<bound.1
      var kept: [Piece] = []
      for (index, piece) in pieces.enumerated() {
        let end = index + 1 < pieces.count ? pieces[index + 1].offset : bytes.count
        let from = max(piece.offset, range.lowerBound)
        let to = min(end, range.upperBound)
        guard from < to else { continue }
        let isCopy = piece.source.count == end - piece.offset
        let source =
          isCopy
          ? piece.source.lowerBound + (from - piece.offset)..<piece.source.upperBound - (end - to) : piece.source
        kept.append(Piece(offset: from - range.lowerBound, source: source))
      }
      return TextLine(bytes: Array(bytes[range]), pieces: kept, isAfterBlank: position == 0 && isAfterBlank)
    }
  }
}
