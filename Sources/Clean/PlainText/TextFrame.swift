/// Which lines of a plain text are its head, its body and its foot.
struct TextFrame {
  let head: Range<Int>
  let body: Range<Int>
  /// Lines of the head that are the document's own: the meeting, the speaker, the issuer.
  let opening: [Int]

  init(_ lines: [TextLine]) {
    var start = 0
    var end = lines.count
    // Weight of the lines before a line.
    var before = [0]
    before.reserveCapacity(lines.count + 1)
    for line in lines { before.append(before[before.count - 1] + Self.weight(line)) }
    func weight(_ range: Range<Int>) -> Int { before[range.upperBound] - before[range.lowerBound] }
    let total = max(1, weight(0..<lines.count))
    for index in lines.indices where lines[index].verdict.contains(.cuts) {
      if weight(index..<lines.count) * 10 < total {
        end = index
        break
      }
    }
    // Everything before the last line of a page's head is not the document's own.
    var hasProse = false
    for index in lines.indices.prefix(40)
    where index < end && (weight(0..<index) * 20 < total || !hasProse && index < 15) {
      if lines[index].measure.stops > 0, lines[index].measure.units >= 10 { hasProse = true }
      if lines[index].verdict.contains(.furniture) || lines[index].isMenu {
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
    opening = OpeningLine.opening(
      head.suffix(14).compactMap { index in
        let line = lines[index]
        guard !line.verdict.contains(.furniture), !line.isMenu else { return nil }
        return (index, line.bytes, line.measure)
      }
    )
  }

  /// How much a line speaks for being the text's own.
  private static func weight(_ line: TextLine) -> Int {
    if line.verdict.contains(.furniture) { return 0 }
    return line.measure.stops > 0 || line.measure.digits > 0 && line.measure.units > 20
      ? line.measure.units : line.measure.units / 4
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
  /// Short words divided by bars, or words behind "首页" divided by spaces.
  var isMenu: Bool {
    guard measure.stops == 0, measure.digits == 0, measure.units >= 4, measure.units <= 120 else { return false }
    let bars = bytes.split(separator: UInt8(ascii: "|"))
    if bars.count >= 3 { return bars.allSatisfy { $0.count <= 36 } }
    guard Self.homes.contains(where: { bytes.starts(with: $0) }) else { return false }
    let words = TrimmedText.bytes(bytes).split(separator: 0x20)
    return words.count >= 3 && words.allSatisfy { $0.count <= 30 }
  }

  private static let homes = ["首页", "网站首页", "本站首页"].map { Array($0.utf8) }

  /// Ends in a row of points, as beginnings of texts in lists do.
  fileprivate var isTeaser: Bool { Self.ends(bytes, with: [Array("...".utf8), Array("……".utf8)]) }
}
