import Lexicon

/// Tells headings from prose, a line at a time.
struct HeadingReader {
  let text: UnsafeBufferPointer<UInt8>
  let parameters: NormalizeParameters
  let splitter: SentenceSplitter
  let words: HeadingWords

  /// A heading before the tree is made.
  struct Heading {
    enum Kind: Equatable {
      case numbered(HeadingNumber.Style)
      /// Without a number, with a year and a word such as 回顾: it stands over whole parts of the report.
      case top
      /// 资料来源, 注释.
      case tail
      /// Any other line without a number.
      case plain
    }

    var kind: Kind
    var value = 0
    var number = 0..<0
    /// Of the whole heading, its mark included.
    var range: Range<Int>
    var title: Range<Int>
    var isRunIn: Bool
    /// Index of the sentence that it is, or begins.
    var sentence = 0
  }

  // MARK: Numbered lines

  /// The heading at the start of a line that begins with `number`.
  ///
  /// - Parameters:
  ///   - next: the line below, `nil` for the last.
  ///   - isBuried: whether `line` is a sentence inside a paragraph.
  func numbered(
    _ number: HeadingNumber,
    in line: Range<Int>,
    next: Range<Int>?,
    isBuried: Bool = false
  ) -> Heading? {
    guard let (first, end) = splitter.next(from: line.lowerBound, in: line), number.end < first.upperBound else {
      return nil
    }
    var range = first
    var isRunIn = isBuried || splitter.next(from: end, in: line) != nil
    if number.style <= .hanInBrackets, let glued = gluedEnd(from: number.end, in: first) {
      range = first.lowerBound..<glued
      isRunIn = true
    } else if number.style == .han, characters(in: first) > parameters.longestHeading,
      let end = chainEnd(from: number.end, in: first)
    {
      range = first.lowerBound..<end
      isRunIn = true
    } else if let colon = labelEnd(number, in: first) {
      range = first.lowerBound..<colon
      isRunIn = true
    }
    let title = trimmed(number.end..<range.upperBound)
    let count = characters(in: title)
    guard count > 0, count <= parameters.longestHeading else { return nil }
    let isClosed = range.upperBound > title.upperBound
    if number.style >= .hanInBrackets, hasMeasuredFigure(title) || text[title].contains(UInt8(ascii: ";")) {
      return nil
    }
    if isClosed, text[range.upperBound - 1] == UInt8(ascii: ";") { return nil }
    if !isRunIn, isClosed, number.style >= .digits {
      // An item of a list; a heading only where prose without a number follows.
      guard count <= parameters.longestPlainHeading, let next, HeadingNumber(text, in: next) == nil else { return nil }
    }
    return Heading(
      kind: .numbered(number.style),
      value: number.value,
      number: number.number,
      range: range,
      title: title,
      isRunIn: isRunIn
    )
  }

  /// An item "一是…。" that is a sentence of its own.
  func ordinal(in sentence: Range<Int>) -> Heading? {
    guard let number = HeadingNumber(text, in: sentence), number.style == .ordinal else { return nil }
    let title = trimmed(number.end..<sentence.upperBound)
    guard !title.isEmpty else { return nil }
    return Heading(
      kind: .numbered(.ordinal),
      value: number.value,
      number: number.number,
      range: sentence,
      title: title,
      isRunIn: true
    )
  }

  /// A heading in the middle of a paragraph that was several in print: "…。(二)产业升级。…", "…。2023年工作回顾2023年是…".
  func buried(in sentence: Range<Int>) -> Heading? {
    if let number = HeadingNumber(text, in: sentence) {
      let longest = number.style <= .hanInBrackets ? 40 : parameters.longestPlainHeading
      guard number.style >= .han, number.style < .circled,
        let heading = numbered(number, in: sentence, next: nil, isBuried: true),
        heading.title.upperBound < sentence.upperBound, characters(in: heading.title) <= longest
      else { return nil }
      return heading
    }
    guard isYear(at: sentence.lowerBound, in: sentence), let end = gluedEnd(from: sentence.lowerBound, in: sentence)
    else {
      return nil
    }
    let range = sentence.lowerBound..<end
    return Heading(kind: .top, range: range, title: trimmed(range), isRunIn: true)
  }

  /// Where a heading ends that prose follows without a break: "一、2005年工作回顾|过去的一年,…".
  private func gluedEnd(from start: Int, in sentence: Range<Int>) -> Int? {
    let reach = min(sentence.upperBound, start + 3 * parameters.longestPlainHeading)
    var best: Int?
    forEachTop(in: start..<reach) { end in
      guard end < (best ?? sentence.upperBound) else { return }
      let follows =
        words.start.longest(in: text, from: end, to: sentence.upperBound) != nil || isYear(at: end, in: sentence)
      if follows { best = end }
    }
    return best
  }

  /// Calls `body` with the end of each word in a range that with a year makes a line a heading.
  private func forEachTop(in range: Range<Int>, _ body: (Int) -> Void) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      words.top.forEach(in: text, from: offset, to: range.upperBound) { end, _ in body(end) }
      offset += text[offset] >= 0xE3 && text[offset] <= 0xE9 ? 3 : 1
    }
  }

  /// Where the words of a heading end that stands before prose which no known word begins: "二、2003年工作的总体要求和奋斗目标|要
  /// 实现…". Only for a part of the report's first level, whose title has a year or a span.
  private func chainEnd(from start: Int, in sentence: Range<Int>) -> Int? {
    let reach = start..<min(sentence.upperBound, start + 3 * parameters.longestPlainHeading)
    var found: Int?
    forEachTop(in: reach) { next in
      let goesOn = found.map { end in
        end < next && next - end <= 36 && opens(end..<next, with: words.joining)
      }
      if goesOn ?? true { found = next }
    }
    guard let end = found, hasYearOrSpan(start..<end) || holds("时期", in: start..<end) else { return nil }
    return end < sentence.upperBound && !opens(end..<sentence.upperBound, with: words.clause) ? end : nil
  }

  /// Whether a range begins with one of the words.
  func opens(_ range: Range<Int>, with words: ScalarTrie) -> Bool {
    words.longest(in: text, from: range.lowerBound, to: range.upperBound) != nil
  }

  func opens(_ range: Range<Int>, with word: StaticString) -> Bool {
    text.has(word, at: range.lowerBound, to: range.upperBound)
  }

  func closes(_ range: Range<Int>, with word: StaticString) -> Bool {
    range.count >= word.utf8CodeUnitCount
      && text.has(word, at: range.upperBound - word.utf8CodeUnitCount, to: range.upperBound)
  }

  /// Where a short label with a colon ends that figures or a sentence follow: "1.一般公共预算:收入…".
  private func labelEnd(_ number: HeadingNumber, in sentence: Range<Int>) -> Int? {
    guard number.style >= .hanInBrackets,
      let colon = text[number.end..<sentence.upperBound].firstIndex(of: UInt8(ascii: ":")),
      colon + 1 < sentence.upperBound
    else { return nil }
    let label = number.end..<colon
    guard !label.isEmpty, characters(in: label) <= 20, !text[label].contains(UInt8(ascii: ",")),
      colon + 1 >= sentence.upperBound || !(0x30...0x39).contains(text[colon + 1])
        || !(0x30...0x39).contains(text[colon - 1])
    else { return nil }
    return colon + 1
  }

  func holdsTop(_ range: Range<Int>) -> Bool {
    var holds = false
    forEachTop(in: range) { _ in holds = true }
    return holds
  }

  func holds(_ word: StaticString, in range: Range<Int>) -> Bool {
    range.contains { text.has(word, at: $0, to: range.upperBound) }
  }

  func isYear(at offset: Int, in range: Range<Int>) -> Bool {
    text.has("年", at: offset + 4, to: range.upperBound) && text[offset..<offset + 4].allSatisfy(isDigit)
  }

  // MARK: Words

  /// Without white space in front and the marks that close a heading.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, text[low] == UInt8(ascii: " ") { low += 1 }
    while high > low {
      if closes(low..<high, with: "。") {
        high -= 3
      } else if Self.closing.contains(text[high - 1]) {
        high -= 1
      } else {
        break
      }
    }
    return low..<high
  }

  private static let closing: Set<UInt8> = Set(" :;,.!".utf8)

  func characters(in range: Range<Int>) -> Int {
    text[range].reduce(into: 0) { count, byte in count += byte & 0xC0 != 0x80 ? 1 : 0 }
  }
}
