import Documents

/// Finds the headings of a text and hangs its sentences under them.
///
/// A heading is a short numbered line, the first sentence of a numbered paragraph ("run-in"), an item of a list that
/// counts "一是…。二是…。" in sentences of its own, or a short line without a closing mark. Its level follows the order
/// in which the document itself nests its styles of number.
struct SectionReader {
  let text: [UInt8]
  let parameters: NormalizeParameters
  let splitter: SentenceSplitter

  init(text: [UInt8], parameters: NormalizeParameters) {
    self.text = text
    self.parameters = parameters
    splitter = SentenceSplitter(text: text)
  }

  /// A heading before the tree is made.
  struct Heading {
    var number: HeadingNumber?
    var range: Range<Int>
    var title: Range<Int>
    var isRunIn: Bool
    /// Sentences before it in reading order.
    var sentence: Int
  }

  /// A line of the text: one paragraph or a piece of one.
  struct Line {
    var block: Int
    var range: Range<Int>
    /// Whether the markup calls it a heading.
    var isMarkedHeading: Bool
  }

  func read(_ lines: [Line], into result: inout NormalText) {
    var headings: [Heading] = []
    var sentences: [(line: Int, range: Range<Int>)] = []
    var headingLines = Set<Int>()
    for (index, line) in lines.enumerated() {
      let number = HeadingNumber(text, in: line.range)
      var rest = line.range
      if let number, number.style != .ordinal, let heading = heading(number, of: line) {
        headings.append(
          Heading(
            number: number,
            range: heading.range,
            title: heading.title,
            isRunIn: heading.isRunIn,
            sentence: sentences.count
          )
        )
        sentences.append((index, heading.range))
        if !heading.isRunIn { headingLines.insert(index) }
        rest = heading.range.upperBound..<line.range.upperBound
      }
      for sentence in splitter.sentences(in: rest) {
        if let number = HeadingNumber(text, in: sentence), number.style == .ordinal {
          let title = trimmedTitle(number.end..<sentence.upperBound)
          headings.append(
            Heading(number: number, range: sentence, title: title, isRunIn: true, sentence: sentences.count)
          )
        }
        sentences.append((index, sentence))
      }
    }
    headings = Self.withoutLonelyOrdinals(headings)

    let levels = StyleLevels(headings.compactMap(\.number?.style))
    var stack: [Int] = []
    /// The level of the innermost open section that is no item of a list.
    var open = 0
    var sectionOfSentence = [Int?](repeating: nil, count: sentences.count)
    var nextHeading = 0
    for index in sentences.indices {
      while nextHeading < headings.count, headings[nextHeading].sentence == index {
        let heading = headings[nextHeading]
        let level = levels.level(of: heading.number?.style, under: open)
        if heading.number?.style != .ordinal { open = level }
        while let last = stack.last, result.sections[last].level >= level { stack.removeLast() }
        result.sections.append(
          .init(
            level: level,
            number: heading.number.map { string($0.number) } ?? "",
            title: string(heading.title),
            parent: stack.last,
            range: heading.range,
            isRunIn: heading.isRunIn
          )
        )
        stack.append(result.sections.count - 1)
        nextHeading += 1
      }
      sectionOfSentence[index] = stack.last
    }

    var first = 0
    for (index, line) in lines.enumerated() {
      let section = first < sentences.count && sentences[first].line == index ? sectionOfSentence[first] : stack.last
      result.paragraphs.append(
        .init(block: line.block, section: section, range: line.range, isHeading: headingLines.contains(index))
      )
      while first < sentences.count, sentences[first].line == index {
        result.sentences.append(
          .init(paragraph: index, section: sectionOfSentence[first], range: sentences[first].range)
        )
        first += 1
      }
    }
  }

  private func heading(_ number: HeadingNumber, of line: Line) -> (range: Range<Int>, title: Range<Int>, isRunIn: Bool)?
  {
    let sentences = splitter.sentences(in: line.range)
    guard let first = sentences.first, number.end < first.upperBound else { return nil }
    let isRunIn = sentences.count > 1
    let title = trimmedTitle(number.end..<first.upperBound)
    let count = characters(in: title)
    guard count > 0, count <= parameters.longestHeading else { return nil }
    let isClosed = title.upperBound < first.upperBound
    if !isRunIn, isClosed, number.style >= .digits { return nil }
    return (first, title, isRunIn)
  }

  /// "一是" counts only where a "二是" follows.
  private static func withoutLonelyOrdinals(_ headings: [Heading]) -> [Heading] {
    let values = headings.map { $0.number?.style == .ordinal ? $0.number?.value ?? 0 : 0 }
    return headings.indices.filter { index in
      guard values[index] > 0 else { return true }
      let before = index > 0 && values[index - 1] == values[index] - 1 && values[index] > 1
      let after = index + 1 < values.count && values[index + 1] == values[index] + 1
      return before || after
    }.map { headings[$0] }
  }

  private func trimmedTitle(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, text[low] == UInt8(ascii: " ") { low += 1 }
    while high > low {
      if high - low >= 3, text[high - 3] == 0xE3, text[high - 2] == 0x80, text[high - 1] == 0x82 {
        high -= 3
      } else if [UInt8(ascii: " "), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ".")]
        .contains(text[high - 1])
      {
        high -= 1
      } else {
        break
      }
    }
    return low..<high
  }

  private func characters(in range: Range<Int>) -> Int {
    text[range].reduce(into: 0) { count, byte in count += byte & 0xC0 != 0x80 ? 1 : 0 }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }
}
