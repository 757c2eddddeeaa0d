import Documents
import Lexicon

/// Finds the headings of a text and hangs its sentences under them.
///
/// A heading is a short numbered line, the first sentence of a numbered paragraph ("run-in"), an item of a list that
/// counts "一是…。二是…。" in sentences of its own, or a short line without a closing mark over prose.
struct SectionReader {
  let text: UnsafeBufferPointer<UInt8>
  /// The page's text: titles keep its quotes.
  let printed: UnsafeBufferPointer<UInt8>
  let reader: HeadingReader

  init(
    text: UnsafeBufferPointer<UInt8>,
    printed: UnsafeBufferPointer<UInt8>,
    parameters: NormalizeParameters,
    words: HeadingWords
  ) {
    self.text = text
    self.printed = printed
    reader = HeadingReader(
      text: text,
      parameters: parameters,
      splitter: SentenceSplitter(text: text),
      words: words
    )
  }

  /// A line of the text: one paragraph or a piece of one.
  struct Line {
    var block: Int
    var range: Range<Int>
    var kind: Block.Kind
  }

  func read(_ lines: [Line], into result: inout NormalText) {
    var headings: [HeadingReader.Heading] = []
    var sentences: [(line: Int, range: Range<Int>)] = []
    var headingLines = Set<Int>()
    let isWrapped = isWrapped(lines)
    var isBody = false
    var isNotes = false
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1].range : nil
      var found: HeadingReader.Heading?
      if line.kind == .note || line.kind == .caption {
        found = nil
      } else if let number = HeadingNumber(text, in: line.range) {
        if number.style != .ordinal, !isNotes || number.style <= .han {
          found = reader.numbered(number, in: line.range, next: next)
        }
      } else {
        found = reader.plain(
          in: line.range,
          .init(
            previous: index > 0 ? lines[index - 1].range : nil,
            next: next,
            isMarked: line.kind == .heading,
            isBody: isBody,
            isWrapped: isWrapped
          )
        )
      }
      var rest = line.range
      if var heading = found {
        heading.sentence = sentences.count
        headings.append(heading)
        sentences.append((index, heading.range))
        if !heading.isRunIn { headingLines.insert(index) }
        rest = heading.range.upperBound..<line.range.upperBound
        isBody = true
        isNotes = heading.kind == .tail
      } else if !isBody {
        isBody = reader.characters(in: line.range) > 60 || reader.opens(line.range, with: "各位代表")
      }
      if reader.opens(line.range, with: reader.words.note) { isNotes = true }
      reader.splitter.forEach(in: rest) { sentence in
        var sentence = sentence
        if var item = reader.ordinal(in: sentence)
          ?? (isNotes || sentence.lowerBound == line.range.lowerBound ? nil : reader.buried(in: sentence))
        {
          item.sentence = sentences.count
          headings.append(item)
          isBody = true
          if item.range.upperBound < sentence.upperBound {
            sentences.append((index, item.range))
            sentence = item.range.upperBound..<sentence.upperBound
          }
        }
        sentences.append((index, sentence))
      }
    }
    headings = Self.withoutLonelyItems(headings)
    let sectionOfSentence = hang(headings, on: sentences.count, into: &result)

    var first = 0
    var section: Int?
    for (index, line) in lines.enumerated() {
      if first < sentences.count, sentences[first].line == index { section = sectionOfSentence[first] }
      result.paragraphs.append(
        .init(block: line.block, section: section, range: line.range, isHeading: headingLines.contains(index))
      )
      while first < sentences.count, sentences[first].line == index {
        section = sectionOfSentence[first]
        result.sentences.append(.init(paragraph: index, section: section, range: sentences[first].range))
        first += 1
      }
    }
  }

  /// Makes the tree.
  ///
  /// - Returns: of each sentence the section that it stands in.
  private func hang(_ headings: [HeadingReader.Heading], on count: Int, into result: inout NormalText) -> [Int?] {
    var levels = SectionLevels(headings)
    var stack: [Int] = []
    var sections = [Int?](repeating: nil, count: count)
    var next = 0
    for index in 0..<count {
      while next < headings.count, headings[next].sentence == index {
        let heading = headings[next]
        let level = levels.level(of: heading)
        while let last = stack.last, result.sections[last].level >= level { stack.removeLast() }
        result.sections.append(
          .init(
            level: level,
            number: String(decoding: text[heading.number], as: UTF8.self),
            title: title(heading.title, in: result),
            parent: stack.last,
            range: heading.range,
            isRunIn: heading.isRunIn
          )
        )
        stack.append(result.sections.count - 1)
        next += 1
      }
      sections[index] = stack.last
    }
    return sections
  }

  /// A title in normal form; its quotes are those of the print, which people read.
  private func title(_ range: Range<Int>, in result: NormalText) -> String {
    guard text[range].contains(UInt8(ascii: "\"")) || text[range].contains(UInt8(ascii: "'")) else {
      return String(decoding: text[range], as: UTF8.self)
    }
    var title: [UInt8] = []
    for offset in range {
      let byte = text[offset]
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else {
        title.append(byte)
        continue
      }
      let print = result.alignment.printed(offset..<offset + 1)
      title.append(contentsOf: print.isEmpty || !printedQuotes(print) ? [byte] : Array(printed[print]))
    }
    return String(decoding: title, as: UTF8.self)
  }

  private func printedQuotes(_ range: Range<Int>) -> Bool {
    range.upperBound <= printed.count && range.count == 3 && printed[range.lowerBound] == 0xE2
  }

  /// "一是" counts only where a "二是" follows.
  private static func withoutLonelyItems(_ headings: [HeadingReader.Heading]) -> [HeadingReader.Heading] {
    let values = headings.map { $0.kind == .numbered(.ordinal) ? $0.value : 0 }
    return headings.indices.filter { index in
      guard values[index] > 0 else { return true }
      let before = index > 0 && values[index] > 1 && values[index - 1] == values[index] - 1
      let after = index + 1 < values.count && values[index + 1] == values[index] + 1
      return before || after
    }.map { headings[$0] }
  }

  /// Whether lines end where the paper ended: then a short line says nothing.
  private func isWrapped(_ lines: [Line]) -> Bool {
    var open = 0
    var long = 0
    for line in lines {
      // Of a long line ten characters need not be counted.
      guard line.range.count >= 40 || reader.characters(in: line.range) >= 10 else { continue }
      long += 1
      let end = text[line.range].suffix(3)
      let isClosed = end.elementsEqual("。".utf8) || (end.last ?? 0) < 0x80
      open += isClosed ? 0 : 1
    }
    return long >= 40 && open * 2 > long
  }
}
