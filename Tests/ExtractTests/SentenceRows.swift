import Documents
import Extract
import Testing

/// A sentence and what must be read from it, a row a figure, in the order of the text; no rows where it states nothing.
struct SentenceRows: Sendable, CustomTestStringConvertible {
  let text: String
  var rows: [String]
  var testDescription: String { text }

  /// A line at the margin is a sentence, the indented lines below it are its rows; `#` opens a remark.
  static func table(_ table: String) -> [SentenceRows] {
    var sentences: [SentenceRows] = []
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let row = String(line.drop { $0 == " " || $0 == "\t" })
      if row.utf8.count == line.utf8.count {
        sentences.append(SentenceRows(text: row, rows: []))
      } else if sentences.isEmpty {
        Issue.record("no sentence above \(row)")
      } else {
        sentences[sentences.count - 1].rows.append(row)
      }
    }
    return sentences
  }

  /// - Parameter rows: what of each figure the table shows.
  func check(
    _ rows: (ReadSentence) -> [String],
    area: String = "某市",
    year: Int = 2024,
    mood: SentenceContext.Mood = .review,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(rows(ReadSentence(text, area: area, year: year, mood: mood)), sourceLocation: sourceLocation)
  }

  /// Prints the rows that are missing (-) and those that are too much (+).
  func expect(_ read: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    guard read != rows else { return }
    var lines = [text]
    for change in read.difference(from: rows) {
      switch change {
      case .remove(_, let row, _): lines.append("  - \(row)")
      case .insert(_, let row, _): lines.append("  + \(row)")
      }
    }
    Issue.record("\(lines.joined(separator: "\n"))", sourceLocation: sourceLocation)
  }
}
