/// Which lines of a plain text are its head, its body and its foot.
struct TextFrame {
  let head: Range<Int>
  let body: Range<Int>

  init(_ lines: [TextLine]) {
    var start = 0
    var end = lines.count
    func weight(_ range: Range<Int>) -> Int {
      range.reduce(0) { sum, index in
        let line = lines[index]
        if line.verdict.contains(.furniture) { return sum }
        return sum
          + (line.measure.stops > 0 || line.measure.digits > 0 && line.measure.units > 20
            ? line.measure.units : line.measure.units / 4)
      }
    }
    let total = max(1, weight(0..<lines.count))
    for index in lines.indices where lines[index].verdict.contains(.cuts) {
      if weight(index..<lines.count) * 10 < total {
        end = index
        break
      }
    }
    // Everything before the last line of a page's head is not the document's own.
    for index in lines.indices.prefix(40) where index < end && weight(0..<index) * 20 < total {
      if lines[index].verdict.contains(.furniture) {
        start = index + 1
      } else if start == index, index > 0, Self.isNumber(lines[index]) || lines[index].isTeaser {
        // A counter behind its label, or the text's own beginning once more.
        start = index + 1
      }
    }
    // Short lines at the end that no sentence interrupts are the menus of a page's foot.
    var last = end
    while last > start, lines[last - 1].verdict.contains(.furniture) || Self.isLoose(lines[last - 1]) { last -= 1 }
    let loose = (last..<end).filter { !lines[$0].verdict.contains(.furniture) }
    if loose.count >= (start > 0 ? 4 : 6) || loose.allSatisfy({ Self.isNumber(lines[$0]) }) { end = last }
    head = 0..<min(start, end)
    body = min(start, end)..<end
  }

  /// A short line that ends no sentence and holds no figures with units.
  private static func isLoose(_ line: TextLine) -> Bool {
    if isNumber(line) { return true }
    return line.measure.units <= 20 && line.measure.stops == 0 && !line.endsSentence && !line.isTabular
      && !HeadingMarks.begins(line.bytes)
  }

  private static func isNumber(_ line: TextLine) -> Bool {
    line.bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && line.bytes.count <= 8
  }
}

extension TextLine {
  /// Ends in a row of points, as beginnings of texts in lists do.
  fileprivate var isTeaser: Bool { Self.ends(bytes, with: [Array("...".utf8), Array("……".utf8)]) }
}
