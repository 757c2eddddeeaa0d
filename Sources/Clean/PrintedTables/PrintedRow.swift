/// A line of a printed table, taken apart: names, each with the figures behind it.
struct PrintedRow {
  struct Entry {
    var label: ArraySlice<PrintedToken>
    var values: ArraySlice<PrintedToken>
  }

  let tokens: [PrintedToken]
  private(set) var entries: [Entry] = []
  /// Words behind the last figure.
  private(set) var rest: ArraySlice<PrintedToken> = []

  /// - Parameter count: figures of a row, where that is known: a number behind so many of them is the code of the next.
  init(_ tokens: [PrintedToken], count: Int? = nil) {
    self.tokens = tokens
    var label = 0
    var values: Int?
    var position = 0
    func isCodeOfNext(_ position: Int) -> Bool {
      tokens[position].isCode && position + 1 < tokens.count && !tokens[position + 1].isValue
    }
    while position < tokens.count {
      let isCode = isCodeOfNext(position)
      if let start = values {
        let isFull = count.map { position - start >= $0 } ?? (tokens[position].words.count >= 5)
        if !tokens[position].isValue || isCode && isFull {
          entries.append(Entry(label: tokens[label..<start], values: tokens[start..<position]))
          label = position
          values = nil
        }
      } else if tokens[position].isValue, !(isCode && position == label) {
        values = position
      }
      position += 1
    }
    if let values {
      entries.append(Entry(label: tokens[label..<values], values: tokens[values...]))
    } else {
      rest = tokens[label...]
    }
  }

  var hasFigures: Bool { entries.contains { $0.values.contains(where: \.isNumber) } }

  /// Whether each name has so many figures, and all words belong to one.
  func isFull(_ count: Int) -> Bool {
    rest.isEmpty && !entries.isEmpty && entries.allSatisfy { $0.values.count == count }
  }
}
